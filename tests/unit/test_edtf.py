import itertools
import pickle
from pathlib import Path

import pytest

from nutgraf.model.edtf import Edtf, EdtfError, parse_edtf
from nutgraf.model.edtf_points import FIRST_DAY, LAST_DAY, Open, Point
from nutgraf.reading.frontmatter.date_advice import advice_on
from tests.casefile import Case, read_cases

CASES = Path(__file__).parents[1] / "cases"


def cases(name: str) -> list[object]:
    return [pytest.param(case, id=case.title) for case in read_cases(CASES / name)]


def facts(date: Edtf) -> str:
    return (
        f"{date.precision}\n"
        f"{date.earliest.isoformat()} to {date.latest.isoformat()}\n"
        f"html: {date.html_datetime or 'none'}\n"
        f"year: {date.calendar_year}"
    )


@pytest.mark.parametrize("case", cases("edtf.txt"))
def test_a_date_has_a_precision_bounds_a_machine_form_and_a_year(case: Case) -> None:
    assert facts(parse_edtf(case.input)) == case.expected


@pytest.mark.parametrize("case", cases("edtf_errors.txt"))
def test_a_refused_date_says_what_is_wrong_and_what_to_write(case: Case) -> None:
    with pytest.raises(EdtfError) as caught:
        parse_edtf(case.input)
    assert "\n".join(advice_on(case.input, caught.value)) == case.expected


def test_the_text_of_an_error_is_its_message() -> None:
    with pytest.raises(EdtfError, match=r"^2024-13 is not a month$"):
        parse_edtf("2024-13")


def test_an_error_keeps_what_is_wrong_between_processes() -> None:
    error = pickle.loads(pickle.dumps(EdtfError("2024-13 is not a month", "month", ("2024", "13", ""))))
    assert advice_on("2024-13", error) == (
        "2024-13 is not a month",
        "months run from 01 to 12; write 2024 if the month is unknown",
    )


def test_space_around_a_date_does_not_count() -> None:
    assert parse_edtf(" 2024\n") == parse_edtf("2024")


def test_a_day_is_kept_in_parts() -> None:
    assert parse_edtf("2026-01-14").start == Point(year=2026, month=1, day=14)


def test_a_season_is_kept_apart_from_months() -> None:
    assert parse_edtf("2024-21").start == Point(year=2024, season=21)


def test_an_unspecified_month_is_kept_apart_from_a_year() -> None:
    assert parse_edtf("2024-XX").start == Point(year=2024, unspecified="month")


def test_an_unspecified_day_is_kept_apart_from_a_month() -> None:
    assert parse_edtf("2024-05-XX").start == Point(year=2024, month=5, unspecified="day")


def test_unspecified_digits_are_counted() -> None:
    assert parse_edtf("20XX").start == Point(year=2000, unspecified_digits=2)


def test_each_end_of_an_interval_has_its_own_qualifier() -> None:
    date = parse_edtf("2019?/2025~")
    assert date.start == Point(year=2019, uncertain=True)
    assert date.end == Point(year=2025, approximate=True)


def test_a_percent_sign_is_both_qualifiers() -> None:
    assert parse_edtf("2024%").start == Point(year=2024, uncertain=True, approximate=True)


def test_a_point_has_no_end() -> None:
    assert parse_edtf("2024").end is None


def test_an_open_end_is_after_every_day() -> None:
    date = parse_edtf("2025/..")
    assert (date.end, date.latest) == (Open(), LAST_DAY)
    assert parse_edtf("9999-24").latest < date.latest


def test_an_open_start_is_before_every_day() -> None:
    date = parse_edtf("../2025")
    assert (date.start, date.earliest) == (Open(), FIRST_DAY)
    assert date.earliest < parse_edtf("-9999").earliest


def test_a_date_of_no_point_cannot_be_listed() -> None:
    with pytest.raises(ValueError, match="at least one point"):
        _ = Edtf(text="../..", start=Open(), end=Open()).calendar_year


def test_dates_sort_by_earliest_day_and_then_coarser_first() -> None:
    in_order = (
        ("../2023", "-0043", "0000", "20XX", "202X/2030", "202X"),
        ("2024/..", "2024/2026", "2024", "2024-01", "2024-01-01/2024-01-03", "2024-01-01"),
        ("2024-02-29", "2024-21", "2024-03~", "2024-03-01", "2024-04"),
        ("2024-22", "2024-23", "2024-24", "2024-12", "2024-12-01", "2025-01-01"),
    )
    keys = [parse_edtf(text).sort_key for text in itertools.chain(*in_order)]
    assert all(before < after for before, after in itertools.pairwise(keys))


def test_dates_of_the_same_bounds_are_left_to_the_tie_breaker_of_the_caller() -> None:
    assert parse_edtf("2024").sort_key == parse_edtf("2024~").sort_key
    assert parse_edtf("2024").sort_key == parse_edtf("2024-XX").sort_key


def test_equal_dates_hash_alike() -> None:
    assert {parse_edtf("2024-05"), parse_edtf("2024-05")} == {parse_edtf("2024-05")}


@pytest.mark.parametrize("text", ["2024-24/2025-01", "2024-06/2024", "2024/2024-06", "2024/2024"])
def test_an_interval_that_can_be_in_order_is_not_reversed(text: str) -> None:
    assert parse_edtf(text).text == text


@pytest.mark.parametrize("text", ["2025/2024", "2025-01/2024-24", "202X/2019", "0001/-0001"])
def test_an_interval_that_cannot_be_in_order_is_refused(text: str) -> None:
    with pytest.raises(EdtfError, match="ends before it starts"):
        parse_edtf(text)


def test_a_text_of_any_length_is_answered_in_one_line() -> None:
    text = "about " * 10_000
    with pytest.raises(EdtfError) as caught:
        parse_edtf(text)
    assert advice_on(text, caught.value)[0] == f'"{"about " * 10}\N{HORIZONTAL ELLIPSIS}" is not an EDTF date'


@pytest.mark.parametrize("text", ["\u0662\u0660\u0662\u0664", "2024\n/2025", "2024-0\u0661", "+2024", "2024 -01"])
def test_only_plain_digits_and_hyphens_are_read(text: str) -> None:
    with pytest.raises(EdtfError):
        parse_edtf(text)
