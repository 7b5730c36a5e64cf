"""Dates as each language writes them, resolved against Wednesday 14 January 2026, and left open without a day."""

from pathlib import Path

import pytest

from nutgraf.importing.calendar import published
from nutgraf.importing.date_languages import date_language
from nutgraf.importing.dates import find_dates
from nutgraf.importing.quotation_marks import quoted_in
from tests.casefile import Case, read_cases

FOLDER = Path(__file__).parents[1] / "cases"
EN = read_cases(FOLDER / "import_dates_en.txt")
FR = read_cases(FOLDER / "import_dates_fr.txt")


def dates(text: str, lang: str = "en", day: str | None = "2026-01-14") -> list[str]:
    quoted = tuple((it.start, it.end) for it in quoted_in([text]))
    found = find_dates(text, date_language(lang), published(day), quoted)
    return [f"{text[it.start : it.end]} = {it.date}" for it in found]


@pytest.mark.parametrize("case", EN, ids=[case.title for case in EN])
def test_english_dates_are_found_and_resolved(case: Case) -> None:
    assert dates(case.input) == case.expected.splitlines()


@pytest.mark.parametrize("case", FR, ids=[case.title for case in FR])
def test_french_dates_are_found_and_resolved(case: Case) -> None:
    assert dates(case.input, "fr") == case.expected.splitlines()


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "es",
            "El 5 de mayo de 2010 y el lunes pasado",
            ["5 de mayo de 2010 = 2010-05-05", "lunes pasado = 2026-01-12"],
        ),
        ("pt", "Em 5 de maio de 2010, ontem", ["5 de maio de 2010 = 2010-05-05", "ontem = 2026-01-13"]),
        ("de", "Am 8. März 2011, letztes Jahr", ["8. März 2011 = 2011-03-08", "letztes Jahr = 2025"]),
        ("it", "Il 3 giugno 1999, ieri", ["3 giugno 1999 = 1999-06-03", "ieri = 2026-01-13"]),
        ("nl", "Op 3 juni 1999, vorig jaar", ["3 juni 1999 = 1999-06-03", "vorig jaar = 2025"]),
        ("ru", "3 июня 1999 года, вчера", ["3 июня 1999 = 1999-06-03", "вчера = 2026-01-13"]),
        ("ar", "في 8 مارس 2011 وفي عام 2009", ["8 مارس 2011 = 2011-03-08", "2009 = 2009"]),
        ("zh", "2020年8月31日，8月14日，去年", ["2020年8月31日 = 2020-08-31", "8月14日 = 2025-08-14", "去年 = 2025"]),
        ("ja", "2020年8月31日、昨年", ["2020年8月31日 = 2020-08-31", "昨年 = 2025"]),
        ("sw", "Tarehe 2020-08-31", ["2020-08-31 = 2020-08-31"]),
    ],
)
def test_other_languages_have_their_months_and_commonest_words(lang: str, text: str, expected: list[str]) -> None:
    assert dates(text, lang) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Wednesday", ["Wednesday = None"]),
        ("last year", ["last year = None"]),
        ("two years ago", ["two years ago = None"]),
        ("on May 5", ["May 5 = XXXX-05-05"]),
        ("in October of last year", ["October of last year = XXXX-10"]),
        ("in October", ["October = XXXX-10"]),
        ("in 2019", ["2019 = 2019"]),
        ("today", ["today = None"]),
    ],
)
def test_without_a_publication_date_no_year_is_made_up(text: str, expected: list[str]) -> None:
    assert dates(text, day=None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("last year", ["last year = 2025"]), ("last month", ["last month = 2025-12"]), ("on Friday", ["Friday = None"])],
)
def test_a_month_of_publication_resolves_no_day(text: str, expected: list[str]) -> None:
    assert dates(text, day="2026-01") == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-02-28", ["last summer = 2025-22", "next summer = 2026-22", "this summer = 2026-22"]),
        ("2026-06-01", ["last summer = 2025-22", "next summer = 2027-22", "this summer = 2026-22"]),
        ("2026-08-31", ["last summer = 2025-22", "next summer = 2027-22", "this summer = 2026-22"]),
        ("2026-09-01", ["last summer = 2026-22", "next summer = 2027-22", "this summer = 2026-22"]),
        ("2026", ["last summer = None", "next summer = None", "this summer = None"]),
    ],
)
def test_a_season_is_the_one_nearest_to_the_publication(day: str, expected: list[str]) -> None:
    assert dates("last summer, next summer, this summer", day=day) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("上周", ["上周 = 2026-01-05/2026-01-11"]), ("本週", ["本週 = 2026-01-12/2026-01-18"]),
        ("下周", ["下周 = 2026-01-19/2026-01-25"]), ("上个月", ["上个月 = 2025-12"]), ("下月", ["下月 = 2026-02"]),
        ("前天", ["前天 = 2026-01-12"]), ("明年", ["明年 = 2027"]),
    ],
)  # fmt: skip
def test_weeks_and_months_told_by_a_word_in_han_script_are_resolved(text: str, expected: list[str]) -> None:
    assert dates(text, "zh") == expected


@pytest.mark.parametrize("day", ["2019/2025", "201X", "nonsense", "../2018"])
def test_an_uncertain_publication_resolves_nothing(day: str) -> None:
    assert dates("last year", day=day) == ["last year = None"]


@pytest.mark.parametrize("day", ["0001-01-01", "9998-12-31"])
def test_the_ends_of_the_calendar_are_no_bugs(day: str) -> None:
    text = (
        "yesterday, tomorrow, last week, next week, fifty years ago, next Monday, last Monday, last month, next month"
    )
    assert len(dates(text, day=day)) == 9
