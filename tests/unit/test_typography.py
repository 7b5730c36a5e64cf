from pathlib import Path

import pytest

from nutgraf.reading.typography import typeset
from tests.casefile import Case, read_cases

CASES = Path(__file__).parents[1] / "cases"


def cases(name: str) -> list[object]:
    return [pytest.param(case, id=case.title) for case in read_cases(CASES / name)]


def visible(text: str) -> str:
    """The text with the two spaces that don't break shown as ~ (U+00A0) and _ (U+202F)."""
    return text.replace("\u00a0", "~").replace("\u202f", "_")


@pytest.mark.parametrize("case", cases("typography_en.txt"))
def test_english_text_is_typeset(case: Case) -> None:
    assert visible(typeset(case.input, "en")) == case.expected


@pytest.mark.parametrize("case", cases("typography_fr.txt"))
def test_french_text_is_typeset(case: Case) -> None:
    assert visible(typeset(case.input, "fr")) == case.expected


@pytest.mark.parametrize("lang", ["en-GB", "EN", "en-US-x-house"])
def test_a_regional_tag_is_set_as_its_language(lang: str) -> None:
    assert typeset('"a"', lang) == "\u201ca\u201d"


@pytest.mark.parametrize("lang", ["de", "ar", "zh-Hant", "eng"])
def test_text_in_a_language_without_rules_stays_as_typed(lang: str) -> None:
    assert typeset("\"a\" -- 'b'... c", lang) == "\"a\" -- 'b'... c"


@pytest.mark.parametrize(("before", "set_as"), [("", "\u201c"), (" ", "\u201c"), ("(", "\u201c"), ("x", "\u201d")])
def test_what_stands_before_decides_which_way_a_mark_turns(before: str, set_as: str) -> None:
    assert typeset('"', "en", before) == set_as
