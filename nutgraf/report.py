"""Problems to text: for a terminal, for machines, and for GitHub's annotations. Prints nothing itself."""

from __future__ import annotations

import json
import posixpath
import unicodedata
from collections.abc import Iterable, Mapping

from nutgraf.evidence.verdicts import Evidence, Judged, tally
from nutgraf.model.addresses import address_of, page_of
from nutgraf.model.problems import Place, Problem

WIDEST = 160

_RED, _YELLOW, _BOLD, _DIM, _PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[1m", "\x1b[2m", "\x1b[0m"


def as_text(problems: Iterable[Problem], texts: Mapping[str, str], *, colour: bool = False) -> str:
    """Each problem with its source line, a caret below the place, and its hint; a blank line between two."""
    return "\n".join(_entry(problem, texts, colour) for problem in problems)


def as_json(problems: Iterable[Problem]) -> str:
    """A JSON array, one object a problem; line and column are 1-based, and 0 for a file as a whole."""
    rows = [
        {
            "code": it.code,
            "severity": it.severity,
            "path": it.at.path,
            "line": it.at.line,
            "column": it.at.column,
            "width": it.at.width,
            "message": it.message,
            "hint": it.hint,
        }
        for it in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def as_github(problems: Iterable[Problem], site: str) -> str:
    """GitHub workflow commands; `site` is the site's folder as seen from the repository's root."""
    return "".join(_annotation(problem, site) for problem in problems)


def claims_table(evidence: Evidence) -> str:
    """A row a page: how many claims it makes, and how many of them are sourced, found in the source, and unchecked."""
    pages: dict[str, list[Judged]] = {}
    for judged in evidence.judged:
        pages.setdefault(page_of(address_of(judged.claim.document)), []).append(judged)
    rows = [(page, tally(found)) for page, found in pages.items()]
    rows.append(("all pages", tally(evidence.judged)))
    widest = max(len(page) for page, _ in rows)
    head = f"{'page':{widest}}  claims  sourced  found  unchecked\n"
    return head + "".join(
        f"{page:{widest}}  {it.claims:6}  {it.sourced:7}  {it.found:5}  {it.unchecked:9}\n" for page, it in rows
    )


def summary(problems: Iterable[Problem]) -> str:
    """`2 errors, 1 warning`, or `no problems`."""
    severities = [problem.severity for problem in problems]
    counts = ((severities.count("error"), "error"), (severities.count("warning"), "warning"))
    return ", ".join(counted(number, noun) for number, noun in counts if number) or "no problems"


def counted(number: int, noun: str) -> str:
    """`1 page`, `2 pages`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _entry(problem: Problem, texts: Mapping[str, str], colour: bool) -> str:
    at = problem.at
    place = _printable(f"{at.path}:{at.line}:{at.column}" if at.line else at.path)
    head = f"{problem.severity}[{problem.code}]:"
    if colour:
        tint = _RED if problem.severity == "error" else _YELLOW
        place, head = f"{_BOLD}{place}{_PLAIN}", f"{tint}{head}{_PLAIN}"
    lines = [f"{place}: {head} {_printable(problem.message)}", *_excerpt(at, texts, colour)]
    if problem.hint:
        lines.append(f"  hint: {_printable(problem.hint)}")
    return "\n".join(lines) + "\n"


def _excerpt(at: Place, texts: Mapping[str, str], colour: bool) -> list[str]:
    lines = texts.get(at.path, "").split("\n")
    if not at.line or not at.column or at.line > len(lines) or not lines[at.line - 1].strip():
        return []
    line, start = lines[at.line - 1].expandtabs(1), at.column - 1
    cut = max(0, start - WIDEST // 2) if len(line) > WIDEST else 0
    shown = line[cut : cut + WIDEST]
    gutter = f"{at.line:>5} | "
    before = _columns(shown[: start - cut])
    width = max(1, _columns(shown[start - cut : start - cut + at.width]))
    caret = "^" * width
    if colour:
        gutter, caret = f"{_DIM}{gutter}{_PLAIN}", f"{_BOLD}{caret}{_PLAIN}"
    blank = f"{'':>5} | "
    return [f"{gutter}{_printable(shown)}", f"{blank}{' ' * before}{caret}"]


def _columns(text: str) -> int:
    """How many columns a terminal gives the text: two for each wide East Asian character (UAX #11)."""
    return sum(2 if unicodedata.east_asian_width(it) in "WF" else 0 if unicodedata.combining(it) else 1 for it in text)


def _printable(text: str) -> str:
    """The text without characters that would steer a terminal."""
    return "".join(it if it.isprintable() or unicodedata.category(it) == "Zs" else "\ufffd" for it in text)


def _annotation(problem: Problem, site: str) -> str:
    at = problem.at
    properties = {
        "file": posixpath.normpath(posixpath.join(site, at.path)),
        "line": at.line,
        "col": at.column,
        "title": problem.code,
    }
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items() if value)
    text = f"{problem.message} (hint: {problem.hint})" if problem.hint else problem.message
    return f"::{problem.severity} {listed}::{_data(text)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
