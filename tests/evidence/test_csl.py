"""sources.csl.json: every record, whatever its date, in the keys and shapes of CSL-JSON 1.0.2."""

import json
from collections.abc import Mapping

import jsonschema
import pytest

from nutgraf.exports.csl import csl_json
from nutgraf.locales.pick import interface_for
from nutgraf.model.records import Source
from nutgraf.stages.validate import validate
from tests.evidence.kit import HOME, OPTIONS, front, inputs_of

TEXT = {"type": "string", "minLength": 1}
DATE = {
    "type": "object",
    "additionalProperties": False,
    "minProperties": 1,
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}},
        },
        "circa": {"const": True},
        "literal": TEXT,
    },
}
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "type", "title"],
        "additionalProperties": False,
        "properties": {
            "id": TEXT,
            "type": {"enum": ["article-journal", "article-newspaper", "dataset", "document", "report"]},
            "author": {
                "type": "array",
                "items": {"type": "object", "required": ["literal"], "additionalProperties": False,
                          "properties": {"literal": TEXT}},
            },
            "issued": DATE,
            "accessed": DATE,
            **dict.fromkeys(
                ["title", "container-title", "publisher", "URL", "archive_location", "language", "note"], TEXT
            ),
        },
    },
}  # fmt: skip


def items(*records: Mapping[str, object]) -> list[dict[str, object]]:
    """The items of some records, valid by the schema above."""
    known: dict[str, object] = {"title": "A source", "publisher": "P", "kind": "news"}
    files = {f"sources/s{number}.md": front(**{**known, **record}) for number, record in enumerate(records)}
    validated = validate(inputs_of({"index.md": HOME, **files}), OPTIONS)
    assert validated.problems == ()
    made = made_of(validated.value.of(Source))
    jsonschema.validate(made, SCHEMA)
    return made


def made_of(sources: tuple[Source, ...]) -> list[dict[str, object]]:
    made: list[dict[str, object]] = json.loads(csl_json(sources, interface_for("en").in_words))
    return made


@pytest.mark.parametrize(
    ("date", "issued"),
    [
        ("2026-01-14", {"date-parts": [[2026, 1, 14]]}),
        ("2026-01", {"date-parts": [[2026, 1]]}),
        ("2026", {"date-parts": [[2026]]}),
        ("2026~", {"date-parts": [[2026]], "circa": True}),
        ("2018-12?", {"date-parts": [[2018, 12]], "circa": True}),
        ("2019/2025-03", {"date-parts": [[2019], [2025, 3]]}),
        ("2019/..", {"literal": "since 2019"}),
        ("201X", {"literal": "the 2010s"}),
        ("2024-21", {"literal": "spring 2024"}),
        ("-0043", {"literal": "44 BC"}),
    ],
)
def test_a_date_is_given_in_parts_where_it_has_them_and_in_words_elsewhere(
    date: str, issued: dict[str, object]
) -> None:
    assert items({"date": date})[0]["issued"] == issued


def test_every_field_has_its_place() -> None:
    record = {
        "title": "On tea",
        "publisher": "The Leaf",
        "kind": "research",
        "author": "Anna Berg",
        "date": "2026-01-14",
        "date_note": "As printed.",
        "url": "https://example.org/tea",
        "archive_url": "https://archive.example.org/tea",
        "accessed": "2026-01-20",
        "lang": "fr",
    }
    assert items(record) == [
        {
            "id": "s0",
            "type": "article-journal",
            "title": "On tea",
            "container-title": "The Leaf",
            "publisher": "The Leaf",
            "author": [{"literal": "Anna Berg"}],
            "issued": {"date-parts": [[2026, 1, 14]]},
            "accessed": {"date-parts": [[2026, 1, 20]]},
            "URL": "https://example.org/tea",
            "archive_location": "https://archive.example.org/tea",
            "language": "fr",
            "note": "As printed.",
        }
    ]


@pytest.mark.parametrize("kind", ["primary", "official", "news", "research", "data"])
def test_every_kind_has_a_type(kind: str) -> None:
    assert items({"kind": kind, "date": "2026"})[0]["type"]


def test_a_record_without_a_date_says_how_it_is_known() -> None:
    assert items({"date_note": "Undated."})[0]["note"] == "Undated."


def test_the_text_of_a_source_stays_at_home() -> None:
    files = {
        "index.md": HOME,
        "sources/a.md": front("\nA secret text.\n", title="A", publisher="P", kind="news", date="2026"),
    }
    assert "secret" not in json.dumps(made_of(validate(inputs_of(files), OPTIONS).value.of(Source)))
