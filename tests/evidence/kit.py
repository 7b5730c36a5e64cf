"""Small sites in memory, and what the checks say of them: no disk, but every stage that a build goes through."""

import datetime
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from nutgraf.evidence.verdicts import Evidence
from nutgraf.model.inputs import InputFile, Inputs
from nutgraf.model.options import Options
from nutgraf.model.problems import Problem, has_errors, in_order
from nutgraf.stages.check import check
from nutgraf.stages.validate import validate
from tests.casefile import Case, read_cases

CASES = Path(__file__).parent / "cases"
OPTIONS = Options(today=datetime.date(2026, 1, 20))
SITE = "title: A site\n"
SEVERE = SITE + "checks: {date: error}\n"
HOME = "---\ntitle: Why?\n---\n\nIt is so.\n"
DESCRIPTION = "What happened, who says so, and how each of them knows, in a few short answers."

_SPELLED: Mapping[str, str] = {
    "{nbsp}": "\u00a0",
    "{narrow}": "\u202f",
    "{thin}": "\u2009",
    "{shy}": "\u00ad",
    "{zwsp}": "\u200b",
    "{rlm}": "\u200f",
    "{acute}": "\u0301",
    "⏎": "\n",
}
"""Characters that can't be seen or would end a line, as the case files write them."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the checks came to."""

    problems: tuple[Problem, ...]
    evidence: Evidence

    def lines(self) -> list[str]:
        return [
            f"{it.at.path}:{it.at.line}:{it.at.column} {it.severity}[{it.code}]: {it.message}" for it in self.problems
        ]

    def codes(self) -> set[str]:
        return {f"{it.severity}[{it.code}]" for it in self.problems}


def answer(files: Mapping[str, str], settings: str = SITE) -> Answer:
    """What the checks say of a site with these files in content/, and a first page if there is none among them."""
    documents = {"index.md": HOME, **files}
    inputs = inputs_of(documents, settings)
    validated = validate(inputs, OPTIONS)
    assert not has_errors(validated.problems), validated.problems
    checked = check(validated.value, OPTIONS)
    return Answer(in_order((*validated.problems, *checked.problems)), checked.value)


def inputs_of(documents: Mapping[str, str], settings: str = SITE) -> Inputs:
    return Inputs(
        settings=InputFile("site.yaml", settings),
        documents=tuple(InputFile(f"content/{name}", text) for name, text in sorted(documents.items())),
        unread=frozenset(),
        ledger=None,
        seeds={},
        media=(),
        templates={},
        assets=(),
    )


def front(body: str = "", /, **fields: object) -> str:
    """A content file; JSON is YAML, too."""
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items() if value is not None]
    return "\n".join(["---", *lines, "---", body])


def source(text: str, *, lang: str = "en", rights: str = "quote", date: str = "2026-01-14") -> str:
    return front(f"\n{text}\n", title="A source", publisher="P", kind="news", date=date, lang=lang, rights=rights)


def explainer(body: str, **fields: object) -> str:
    known = {"title": "What happened?", "description": DESCRIPTION, "published": "2026-01-14", "updated": "2026-01-14"}
    return front(body, **{**known, **fields})


def event(title: str = "Something happens", body: str = "", **fields: object) -> str:
    return front(body, **{"title": title, "date": "2026", "date_note": "Known.", "sources": ["a"], **fields})


@dataclass(frozen=True, slots=True)
class Row:
    """One claim of a case, its sources, and what is to come of it."""

    title: str
    claim: str
    kind: str
    lang: str
    truth: str
    """`+` where nothing may be said, `-` where an error must be, `?` where a warning must be."""
    expected: str
    """The code of that error or warning."""
    files: Mapping[str, str] = field(hash=False)

    @property
    def name(self) -> str:
        return f"{self.title}: {self.truth} {self.claim}"

    def answer(self) -> Answer:
        return answer({**self.files, **_claim(self)}, SEVERE)


_SOURCE = re.compile(r"source(?: (?P<id>[a-z]))?(?: (?P<lang>[a-z]{2}(?:-[A-Za-z]+)?))?: ?(?P<text>.*)")
_KINDS = ("text", "body", "pin", "title", "key point", "number", "date")


def rows(name: str) -> list[Row]:
    """The claims of a case file."""
    return [row for case in read_cases(CASES / name) for row in _rows(case)]


def _rows(case: Case) -> Iterator[Row]:
    files: dict[str, str] = {}
    kind, lang, published = "text", "en", "2026-01-14"
    for line in case.input.split("\n"):
        match = _SOURCE.fullmatch(line)
        if match:
            text = spelled(match["text"])
            files[f"sources/{match['id'] or 'a'}.md"] = source(text, lang=match["lang"] or "en", date=published)
        elif line[:2] in ("+ ", "- ", "? "):
            yield Row(case.title, line[2:], kind, lang, line[0], case.expected, files)
        elif line in _KINDS:
            kind = line
        elif line.startswith("lang "):
            lang = line.removeprefix("lang ")
        elif line.startswith("published "):
            published = line.removeprefix("published ")
        else:
            raise ValueError(f"{case.title}: {line}")


def spelled(text: str) -> str:
    for name, character in _SPELLED.items():
        text = text.replace(name, character)
    return text


def _claim(row: Row) -> dict[str, str]:
    claim = spelled(row.claim)
    if row.kind == "pin":
        return {"timeline/e.md": event(sources=[{"source": "a", "quote": claim}], lang=row.lang)}
    if row.kind == "title":
        return {"timeline/e.md": event(claim, lang=row.lang)}
    if row.kind == "date":
        return {"timeline/e.md": event(date=claim, date_note=None, lang=row.lang)}
    if row.kind == "key point":
        return {"explainers/e.md": explainer("", key_points=[{"text": claim, "sources": ["a"]}], lang=row.lang)}
    if row.kind == "number":
        value, _, unit = claim.partition(" | ")
        return {
            "numbers/n.md": front(title="N", value=value, unit=unit, as_of="2026", sources=["a"], lang=row.lang),
        }
    cited = claim if row.kind == "body" or "[@" in claim else f"{claim} [@a]"
    return {"explainers/e.md": explainer(f"\n## What?\n\n{cited}\n", lang=row.lang)}
