from pathlib import Path

import pytest

from nutgraf.model.kinds import KINDS
from nutgraf.model.problems import Place
from nutgraf.model.records import Citation, Event, Term
from nutgraf.reading.frontmatter.typed import FieldValues, read_fields
from nutgraf.reading.frontmatter.yamltree import read_yaml
from tests.casefile import Case, read_cases

CASES = Path(__file__).parents[1] / "cases"
RECORDS = {kind.name: kind.record for kind in KINDS}
START = Place("a.md", 1, 1, 3)


def read(record: type, text: str) -> FieldValues:
    return read_fields(record, read_yaml(text, "a.md", 2).value, START)


def told(text: str) -> str:
    """The values of fields and the problems with them; the first line of the text names the kind."""
    kind, _, fields = text.partition("\n")
    reading = read(RECORDS[kind], fields)
    values = [f"{name} = {_shown(value)}" for name, value in reading.values.items()]
    problems = [
        f"{it.at.line}:{it.at.column} {it.code}: {it.message}{f' | {it.hint}' if it.hint else ''}"
        for it in reading.problems
    ]
    return "\n".join([*values, *problems])


def _shown(value: object) -> str:
    return getattr(value, "text", None) or repr(value)


@pytest.mark.parametrize("case", [pytest.param(it, id=it.title) for it in read_cases(CASES / "fields.txt")])
def test_fields_are_typed_or_refused_with_a_place(case: Case) -> None:
    assert told(case.input) == case.expected


def test_every_value_has_its_place() -> None:
    reading = read(Event, "title: Rain\ndate: 2024\nsources:\n  - gauge\n  - {source: mayor, quote: so}")
    assert reading.places == {
        ("title",): Place("a.md", 2, 8, 4),
        ("date",): Place("a.md", 3, 7, 4),
        ("sources",): Place("a.md", 5, 3, 1),
        ("sources", 0): Place("a.md", 5, 5, 5),
        ("sources", 0, "source"): Place("a.md", 5, 5, 5),
        ("sources", 1): Place("a.md", 6, 5, 1),
        ("sources", 1, "source"): Place("a.md", 6, 14, 5),
        ("sources", 1, "quote"): Place("a.md", 6, 28, 2),
    }


def test_a_bare_id_stands_for_a_source_reference() -> None:
    assert read(Event, "title: Rain\ndate: 2024\nsources: [gauge]").values["sources"] == (Citation(source="gauge"),)  # type: ignore[arg-type]  # a plain text stands for an Id


def test_what_is_missing_is_reported_at_the_head_of_the_file() -> None:
    assert [(it.at, it.message) for it in read(Term, "").problems] == [(START, '"title" is missing')]


def test_a_text_without_fields_is_no_front_matter() -> None:
    (problem,) = read(Term, "just words").problems
    assert (problem.code, problem.message) == ("front-matter", "fields are expected here, each as name: value")


def test_every_mistake_of_a_file_is_reported_at_once() -> None:
    reading = read(Event, "tittle: Rain\ndate: 2024-13\nimportance: 9\nsources: gauge\ntime: noon")
    assert [it.code for it in reading.problems] == [
        "unknown-key", "event-date", "value", "value", "value", "missing-key",
    ]  # fmt: skip
