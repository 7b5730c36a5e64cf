"""The command line: words to a command, its outcome to an exit status. Prints, and alone asks the clock.

Exit status: 0 fine, 1 problems in the content, 2 wrong use of the command line, 3 a bug, with its traceback.
"""

from __future__ import annotations

import argparse
import datetime
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from nutgraf import __version__, report
from nutgraf.importing.options import GIVEN, Given, add_options
from nutgraf.model.options import Options
from nutgraf.model.problems import has_errors
from nutgraf.pipeline import Folders, Outcome, build_site, make_site
from nutgraf.reading.values import Unfit, as_day
from nutgraf.requirements import advice

FINE, PROBLEMS, USAGE, BUG = 0, 1, 2, 3
COMMANDS = ("build", "serve", "check")


def main(argv: Sequence[str], home: Path) -> int:
    """Run the command that these words name; `home` is the folder of build.py. Returns the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        return _run(_parser(home).parse_args(_with_command(argv)), home)
    except _Usage as error:
        print(f"build.py: {error}", file=sys.stderr)
        return USAGE
    except SystemExit as stop:  # argparse, after its own message
        return USAGE if stop.code else FINE
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return 130
    except Exception as error:  # a bug is shown whole, whatever it is
        if isinstance(error, ModuleNotFoundError) and advice(error.name):
            raise  # build.py says what to install
        traceback.print_exc()
        print("build.py: this is a bug in nutgraf; please report it with the lines above", file=sys.stderr)
        return BUG


class _Usage(Exception):
    """Wrong use of the command line that argparse can't see."""


def _with_command(argv: Sequence[str]) -> list[str]:
    """The words with `build` put first when they begin with an option or are none."""
    if argv and (not argv[0].startswith("-") or argv[0] in ("-h", "--help", "--version")):
        return list(argv)
    return ["build", *argv]


def _parser(home: Path) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="build.py", description="Builds an explainer microsite and checks it against its sources."
    )
    parser.add_argument("--version", action="version", version=f"nutgraf {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--site", type=Path, default=home, metavar="DIR", help="the site's folder (default: this one)")
    shared.add_argument("--date", type=_day, default=None, metavar="YYYY-MM-DD", help="the day to call today")
    build = commands.add_parser("build", parents=[shared], help="write public/ (the default command)")
    build.add_argument("--out", type=Path, default=None, metavar="DIR", help="write here instead of public/")
    serve = commands.add_parser("serve", parents=[shared], help="show the site on this machine and reload on each save")
    serve.add_argument("--port", type=_port, default=8000, help="default: 8000")
    check = commands.add_parser("check", parents=[shared], help="find problems without writing anything")
    check.add_argument("--format", choices=("text", "json", "github"), default="text")
    for command in (build, serve, check):
        command.add_argument("--drafts", action="store_true", help="include what is marked draft: true")
        command.add_argument("--strict", action="store_true", help="let warnings stop the build too")
    bring = commands.add_parser("import", help="turn raw articles and timelines into content")
    bring.add_argument("--site", type=Path, default=home, metavar="DIR", help="the site's folder (default: this one)")
    add_options(bring)
    return parser


def _day(text: str) -> datetime.date:
    try:
        return as_day(text)
    except Unfit:
        raise argparse.ArgumentTypeError(f"{text} is not a day; write it as 2026-01-14") from None


def _port(text: str) -> int:
    if text.isdigit() and 0 < int(text) < 65536:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text} is not a port; ports run from 1 to 65535")


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
    site: Path = asked.site.absolute()
    if not site.is_dir():
        raise _Usage(f"--site: there is no folder {asked.site}")
    return site


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
        raise _Usage(str(error)) from None
    print("\n".join(told.done), end="\n" if told.done else "")
    for failure in told.failed:
        print(f"build.py: {failure}", file=sys.stderr)
    return PROBLEMS if told.failed else FINE


def _folders(asked: argparse.Namespace, home: Path) -> Folders:
    site = _site(asked)
    out: Path = (getattr(asked, "out", None) or site / "public").absolute()
    if out.exists() and not out.is_dir():
        raise _Usage(f"--out: {out} is a file, not a folder")
    real = Path(os.path.realpath(out))
    for name in ("content", "seeds", "templates"):
        taken = Path(os.path.realpath(site / name))
        if real == taken or real.is_relative_to(taken) or taken.is_relative_to(real):
            raise _Usage(f"--out: {out} would mix the pages with {name}/; name another folder")
    return Folders(site=site, out=out, home=home)


def _today() -> datetime.date:
    """SOURCE_DATE_EPOCH's day where it is set (reproducible-builds.org), else the day in UTC."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.datetime.now(datetime.UTC).date()
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    except (ValueError, OverflowError, OSError):
        raise _Usage(f"SOURCE_DATE_EPOCH is {epoch}, which is not a number of seconds since 1970") from None


def _build(folders: Folders, options: Options) -> int:
    outcome = build_site(folders, options)
    _print_problems(outcome)
    if outcome.report is None:
        print(f"{report.summary(outcome.problems)}: nothing was written", file=sys.stderr)
        return PROBLEMS
    done = outcome.report
    if not done.is_whole:
        print(f"{report.summary(outcome.problems)}: not all files were written", file=sys.stderr)
        return PROBLEMS
    total = report.counted(done.written + done.unchanged, "file")
    print(f"{_shown(folders.out)}: {total}, {done.written} written, {done.removed} removed; {_aside(outcome)}")
    return PROBLEMS if has_errors(outcome.problems, strict=options.strict) else FINE


def _check(folders: Folders, options: Options, form: str) -> int:
    outcome = make_site(folders, options)
    if form == "json":
        sys.stdout.write(report.as_json(outcome.problems))
    elif form == "github":
        sys.stdout.write(report.as_github(outcome.problems, os.path.relpath(folders.site).replace(os.sep, "/")))
    else:
        _print_problems(outcome)
        sys.stdout.write(report.claims_table(outcome.evidence))
        print(f"{_aside(outcome)}{_switched_off(outcome)}")
    return PROBLEMS if has_errors(outcome.problems, strict=options.strict) else FINE


def _aside(outcome: Outcome) -> str:
    held = len(outcome.content.held.drafts)
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
        print(text, file=sys.stderr)


def _shown(path: Path) -> str:
    """A path as a person at this folder would write it."""
    relative = os.path.relpath(path)
    return str(path) if relative.startswith("..") else relative
