"""The words of the command line that only import takes, and how they are read. Prints nothing and touches no disk."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path

from nutgraf.reading.frontmatter.values import Unfit, as_edtf, as_language, as_url


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the author says of a seed on the command line; it goes before what the text says."""

    title: str | None = None
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    lang: str | None = None
    encoding: str | None = None


GIVEN = tuple(it.name for it in fields(Given))


def add_options(command: argparse.ArgumentParser) -> None:
    """Declare the options of import."""
    command.add_argument(
        "seeds",
        type=Path,
        nargs="+",
        metavar="SEED",
        help="an article (.txt .md .html .htm) or a timeline (.csv .json)",
    )
    command.add_argument(
        "--into", type=Path, default=None, metavar="DIR", help="write the records here (default: content/sources)"
    )
    command.add_argument(
        "--date", type=_edtf, default=None, metavar="EDTF", help="when it was published, as 2026-01-14 or 2026-01"
    )
    command.add_argument("--publisher", type=_words, default=None, metavar="P", help="who published it")
    command.add_argument("--title", type=_words, default=None, metavar="T", help="its title, where the text gives none")
    command.add_argument("--url", type=_url, default=None, metavar="U", help="its address on the web")
    command.add_argument("--lang", type=_lang, default=None, metavar="L", help="its language, as en or fr-CA")
    command.add_argument(
        "--encoding", type=_encoding, default=None, metavar="E", help="its encoding, where it isn't found out"
    )
    command.add_argument("--force", action="store_true", help="make records anew whose seed has changed")
    command.add_argument("--drafts", action="store_true", help="also write a draft of each event and of an explainer")


def _edtf(text: str) -> str:
    return _fitting(lambda: as_edtf(text).text)


def _url(text: str) -> str:
    return _fitting(lambda: as_url(text))


def _lang(text: str) -> str:
    return _fitting(lambda: as_language(text))


def _fitting(read: Callable[[], str]) -> str:
    try:
        return read()
    except Unfit as unfit:
        hint = f" ({unfit.hint})" if unfit.hint else ""
        raise argparse.ArgumentTypeError(f"{unfit.message}{hint}") from None


def _words(text: str) -> str:
    words = " ".join(text.split())
    if words and words.isprintable():
        return words
    raise argparse.ArgumentTypeError("it is empty" if not words else "it holds characters that can't be shown")


def _encoding(text: str) -> str:
    try:
        if isinstance("".encode(text), bytes):
            return text
    except LookupError:
        pass
    raise argparse.ArgumentTypeError(f'there is no encoding "{text}"; try utf-8, windows-1252, iso-8859-2, gb18030')
