"""The command line: words to a command, its outcome to an exit status. Alone asks the clock and the environment.

Exit status: 0 fine, 1 problems in the content, 2 wrong use of the command line, 3 a bug, with its traceback.
"""

from __future__ import annotations

import argparse
import datetime
import os
import signal
import sys
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from nutgraf import report
from nutgraf.arguments import Answered, Usage, understood
from nutgraf.disk.paths import Refused, found_at, from_here, from_root, is_within, shown
from nutgraf.importing.given import GIVEN, Given
from nutgraf.model.inputs import READ_FOLDERS, TEMPLATES
from nutgraf.model.options import Options
from nutgraf.model.problems import has_errors
from nutgraf.pipeline import Folders, Outcome, build_site, make_site
from nutgraf.requirements import advice
from nutgraf.terminal import Unheard, complain, prepare, say

FINE, PROBLEMS, USAGE, BUG = 0, 1, 2, 3
STOPPED = 130
"""What shells call a program that Ctrl-C ended."""


def main(argv: Sequence[str], home: Path) -> int:
    """Run the command that these words name; `home` is the folder of build.py. Returns the exit status."""
    prepare()
    try:
        with _interruptible():
            return _run(understood(argv, home), home)
    except Answered as told:
        say(str(told))
        return FINE
    except Usage as error:
        complain(f"build.py: {error}\n")
        return USAGE
    except Unheard as error:
        complain(f"build.py: the output can't be written: {error}\n")
        return PROBLEMS
    except KeyboardInterrupt:
        complain("stopped\n")
        return STOPPED
    except Exception as error:  # a bug is shown whole, whatever it is
        if isinstance(error, ModuleNotFoundError) and advice(error.name):
            raise  # build.py says what to install
        complain(f"{traceback.format_exc()}build.py: this is a bug in nutgraf; please report it with the lines above\n")
        return BUG


@contextmanager
def _interruptible() -> Iterator[None]:
    """Let Ctrl-C raise KeyboardInterrupt within; build.py has it end the program without a word before and after."""
    if signal.getsignal(signal.SIGINT) is not signal.SIG_DFL:
        yield
        return
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.SIG_DFL)


def _run(asked: argparse.Namespace, home: Path) -> int:
    if asked.command == "import":
        return _import(asked)
    folders = _folders(asked, home)
    draws = asked.command == "build"
    options = Options(today=asked.date or _today(), drafts=asked.drafts, strict=asked.strict, pictures=draws)
    if asked.command == "serve":
        from nutgraf.serve import serve

        return serve(folders, options, asked.port)
    if asked.command == "check":
        return _check(folders, options, asked.format)
    return _build(folders, options)


def _site(asked: argparse.Namespace) -> Path:
    try:
        site = from_root(asked.site)
        found = found_at(site)
    except Refused as refused:
        raise Usage(f"{refused.message}; {refused.hint}") from None
    except OSError as error:
        raise Usage(f"--site: {asked.site} can't be read: {error.strerror}") from None
    if found == "folder":
        return site
    if found in ("nothing", "link to nowhere"):
        raise Usage(f"--site: there is no folder {asked.site}")
    raise Usage(f"--site: {asked.site} is a file; name the folder that it stands in")


def _import(asked: argparse.Namespace) -> int:
    from nutgraf.importing.command import Asked, Misused, import_seeds

    site = _site(asked)
    given = Given(**{name: getattr(asked, name) for name in GIVEN})
    try:
        told = import_seeds(
            Asked(
                seeds=tuple(asked.seeds),
                site=site,
                into=asked.into,
                given=given,
                force=asked.force,
                drafts=asked.drafts,
            )
        )
    except Misused as error:
        raise Usage(str(error)) from None
    say("".join(f"{line}\n" for line in told.done))
    complain("".join(f"build.py: {failure}\n" for failure in told.failed))
    return PROBLEMS if told.failed else FINE


def _folders(asked: argparse.Namespace, home: Path) -> Folders:
    site = _site(asked)
    chosen: Path | None = getattr(asked, "out", None)
    out = from_root(chosen or site / "public")
    try:
        found = found_at(out)
    except OSError as error:
        raise Usage(f"{out} can't be written: {error.strerror}") from None
    if found in ("file", "something else"):
        raise Usage(f"{out} is a file, not a folder; move it away, or name another folder with --out")
    if found == "link to nowhere" and chosen:
        raise Usage(f"--out: {chosen} is a link that leads nowhere; name a folder")
    for taken in (*(site / it for it in READ_FOLDERS), home / TEMPLATES, home / "nutgraf"):
        if is_within(out, taken) or is_within(taken, out):
            raise Usage(f"--out: {out} would mix the pages with {taken.name}/; name another folder")
    return Folders(site=site, out=out, home=home, is_chosen=chosen is not None)


def _today() -> datetime.date:
    """SOURCE_DATE_EPOCH's day where it is set (reproducible-builds.org), else the day in UTC."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.datetime.now(datetime.UTC).date()
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    except (ValueError, OverflowError, OSError):
        raise Usage(f"SOURCE_DATE_EPOCH is {epoch}, which is not a number of seconds since 1970") from None


def _build(folders: Folders, options: Options) -> int:
    outcome = build_site(folders, options)
    _print_problems(outcome)
    if outcome.report is None:
        complain(f"{report.summary(outcome.problems)}: nothing was written\n")
        return PROBLEMS
    done = outcome.report
    if not done.is_whole:
        complain(f"{report.summary(outcome.problems)}: not all files were written\n")
        return PROBLEMS
    total = report.counted(done.written + done.unchanged, "file")
    say(f"{shown(folders.out)}: {total}, {done.written} written, {done.removed} removed; {_aside(outcome)}\n")
    return PROBLEMS if has_errors(outcome.problems, strict=options.strict) else FINE


def _check(folders: Folders, options: Options, form: str) -> int:
    outcome = make_site(folders, options)
    if form == "json":
        say(report.as_json(outcome.problems))
    elif form == "github":
        say(report.as_github(outcome.problems, from_here(folders.site).replace(os.sep, "/")))
    else:
        _print_problems(outcome)
        say(f"{report.claims_table(outcome.evidence)}{_aside(outcome)}{_switched_off(outcome)}\n")
    return PROBLEMS if has_errors(outcome.problems, strict=options.strict) else FINE


def _aside(outcome: Outcome) -> str:
    held = outcome.content.held.draft_files
    drafts = f", {report.counted(held, 'draft')} held back" if held else ""
    return report.summary(outcome.problems) + drafts


def _switched_off(outcome: Outcome) -> str:
    """The checks that site.yaml turns off: nothing is skipped in silence."""
    off = outcome.content.site.checks.switched_off()
    return f"; switched off in site.yaml: {', '.join(off)}" if off else ""


def _print_problems(outcome: Outcome) -> None:
    colour = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
    text = report.as_text(outcome.problems, outcome.texts, colour=colour)
    if text:
        complain(f"{text}\n")
