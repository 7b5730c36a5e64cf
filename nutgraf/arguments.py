"""The words of the command line: the commands, their options, and what to tell whoever mistypes one. Runs nothing."""

from __future__ import annotations

import argparse
import datetime
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from nutgraf import __version__
from nutgraf.importing.given import add_options
from nutgraf.model.nearest import did_you_mean, nearest
from nutgraf.reading.frontmatter.values import Unfit, as_day

COMMANDS = ("build", "serve", "check", "import")


class Usage(Exception):
    """Wrong use of the command line."""


class Answered(Exception):
    """What was asked for is only a text: the help, or the version."""


def understood(argv: Sequence[str], home: Path) -> argparse.Namespace:
    """What these words ask for. Raises Usage or Answered."""
    words = _with_command(argv)
    if words[0] not in COMMANDS and not words[0].startswith("-"):
        listed = f"the commands are {', '.join(COMMANDS)}; --help explains them"
        raise Usage(f"there is no command {words[0]}; {did_you_mean(words[0], COMMANDS, listed)}")
    parser, commands = _parser(home)
    asked, rest = parser.parse_known_args(words)
    if rest:
        raise Usage(_unknown(rest[0], words[0], {name: _options(it) for name, it in commands.items()}))
    return asked


def _with_command(argv: Sequence[str]) -> list[str]:
    """The words with `build` put first when they begin with an option or are none."""
    if argv and (not argv[0].startswith("-") or argv[0] in ("-h", "--help", "--version")):
        return list(argv)
    return ["build", *argv]


def _options(parser: argparse.ArgumentParser) -> tuple[str, ...]:
    """The options of a command, without their dashes."""
    return tuple(sorted(set(re.findall(r"--([a-z]+)", parser.format_help()))))


def _unknown(word: str, command: str, known: Mapping[str, tuple[str, ...]]) -> str:
    if not word.startswith("-"):
        return f"{command} takes no {word}; options begin with --"
    option = word.partition("=")[0].lstrip("-")
    others = [name for name, options in known.items() if option in options]
    near = nearest(option, known[command])
    hint = f"did you mean --{near}?" if near else f"it has --{', --'.join(known[command])}"
    hint = f"that is an option of {' and '.join(others)}" if others else hint
    return f"{command} has no option {word.partition('=')[0]}; {hint}"


class _Parser(argparse.ArgumentParser):
    """Raises what argparse would print, so that all printing is in one place."""

    def error(self, message: str) -> NoReturn:
        raise Usage(f"{self.prog.removeprefix('build.py').strip()}: {message}".removeprefix(": "))

    def print_help(self, file: object = None) -> None:
        raise Answered(self.format_help())


class _Version(argparse.Action):
    def __call__(self, *_: object) -> None:
        raise Answered(f"nutgraf {__version__}\n")


def _parser(home: Path) -> tuple[argparse.ArgumentParser, dict[str, argparse.ArgumentParser]]:
    """The parser, and that of each command."""
    parser = _Parser(
        prog="build.py",
        description="Builds an explainer microsite and checks it against its sources.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    made: dict[str, argparse.ArgumentParser] = {
        "build": commands.add_parser("build", help="write public/ (the default command)", allow_abbrev=False),
        "serve": commands.add_parser(
            "serve", help="show the site on this machine and reload on each save", allow_abbrev=False
        ),
        "check": commands.add_parser("check", help="find problems without writing anything", allow_abbrev=False),
        "import": commands.add_parser(
            "import", help="turn raw articles and timelines into content", allow_abbrev=False
        ),
    }
    for name, command in made.items():
        command.add_argument(
            "--site", type=_folder, default=home, metavar="DIR", help="the site's folder (default: this one)"
        )
        if name != "import":
            command.add_argument("--date", type=_day, default=None, metavar="YYYY-MM-DD", help="the day to call today")
            command.add_argument("--drafts", action="store_true", help="include what is marked draft: true")
            command.add_argument("--strict", action="store_true", help="let warnings stop the build too")
    made["build"].add_argument("--out", type=_folder, default=None, metavar="DIR", help="write here instead of public/")
    made["serve"].add_argument("--port", type=_port, default=8000, help="default: 8000")
    made["check"].add_argument("--format", choices=("text", "json", "github"), default="text")
    add_options(made["import"])
    return parser, made


def _folder(text: str) -> Path:
    if text.strip():
        return Path(text)
    raise argparse.ArgumentTypeError("it is empty; name a folder")


def _day(text: str) -> datetime.date:
    try:
        return as_day(text)
    except Unfit:
        raise argparse.ArgumentTypeError(f"{text or 'nothing'} is not a day; write it as 2026-01-14") from None


def _port(text: str) -> int:
    if text.isdecimal() and text.isascii() and 0 < int(text) < 65536:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text or 'nothing'} is not a port; ports run from 1 to 65535")
