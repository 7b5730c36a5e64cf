from pathlib import Path

import pytest

from nutgraf.model.slugs import slug, why_not_an_id
from tests.casefile import Case, read_cases

CASES = Path(__file__).parents[1] / "cases"


@pytest.mark.parametrize("case", [pytest.param(it, id=it.title) for it in read_cases(CASES / "slugs.txt")])
def test_words_become_a_slug(case: Case) -> None:
    assert slug(case.input) == case.expected


@pytest.mark.parametrize("name", ["flood", "a-b-2", "51st-state", "été", "水位", "मौसम", "א", "x" * 80])
def test_such_names_may_be_ids(name: str) -> None:
    assert why_not_an_id(name) is None


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Flood", "it has capital letters"),
        ("", "only letters and digits joined by single hyphens may stand in it"),
        ("a--b", "only letters and digits joined by single hyphens may stand in it"),
        ("-a", "only letters and digits joined by single hyphens may stand in it"),
        ("a-", "only letters and digits joined by single hyphens may stand in it"),
        ("a_b", "only letters and digits joined by single hyphens may stand in it"),
        ("a b", "only letters and digits joined by single hyphens may stand in it"),
        ("a.b", "only letters and digits joined by single hyphens may stand in it"),
        ("../a", "only letters and digits joined by single hyphens may stand in it"),
        ("a/b", "only letters and digits joined by single hyphens may stand in it"),
        ("a\\b", "only letters and digits joined by single hyphens may stand in it"),
        ("c:", "only letters and digits joined by single hyphens may stand in it"),
        ("%2e%2e", "only letters and digits joined by single hyphens may stand in it"),
        ("e\u0301te", "its accents are stored apart from their letters (it isn't NFC)"),
        ("\u0301", "only letters and digits joined by single hyphens may stand in it"),
        ("a\ufe0f", "only letters and digits joined by single hyphens may stand in it"),
        ("aux", "Windows reserves that name"),
        ("com1", "Windows reserves that name"),
        ("x" * 81, "it is longer than 80 characters"),
    ],
)
def test_such_names_may_not(name: str, reason: str) -> None:
    assert why_not_an_id(name) == reason
