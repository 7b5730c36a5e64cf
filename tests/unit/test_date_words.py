from pathlib import Path

import pytest

from nutgraf.locales.pick import interface_for
from nutgraf.model.edtf import parse_edtf
from tests.casefile import Case, read_cases

ENGLISH, FRENCH = interface_for("en"), interface_for("fr-CA")
CASES = Path(__file__).parents[1] / "cases"


def cases(name: str) -> list[object]:
    return [pytest.param(case, id=case.title) for case in read_cases(CASES / name)]


@pytest.mark.parametrize("case", cases("date_words_en.txt"))
def test_a_date_is_said_in_english(case: Case) -> None:
    assert ENGLISH.in_words(parse_edtf(case.input)) == case.expected


@pytest.mark.parametrize("case", cases("date_words_fr.txt"))
def test_a_date_is_said_in_french(case: Case) -> None:
    assert FRENCH.in_words(parse_edtf(case.input)) == case.expected


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_has_a_name_of_its_own_in_both_languages(month: int) -> None:
    others = [parse_edtf(f"2026-{other:02}") for other in range(1, 13) if other != month]
    date = parse_edtf(f"2026-{month:02}")
    assert ENGLISH.in_words(date) not in map(ENGLISH.in_words, others)
    assert FRENCH.in_words(date) not in map(FRENCH.in_words, others)


def test_both_languages_are_tried_on_the_same_dates() -> None:
    english, french = (
        read_cases(CASES / "date_words_en.txt"),
        read_cases(CASES / "date_words_fr.txt"),
    )
    assert [case.input for case in english] == [case.input for case in french]
