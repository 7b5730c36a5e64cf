"""Generated dates against two other implementations; where we differ on purpose stands in two tables."""

import re
from typing import Protocol

import pytest
from edtf import parse_edtf as parse_with_edtf
from edtf_validate.valid_edtf import is_valid
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.languages import dates_en, dates_fr
from nutgraf.model.edtf import Edtf, EdtfError, parse_edtf
from nutgraf.model.edtf_points import Point

RANKS = ("century", "decade", "year", "season", "month", "day")

ACCEPTED_HERE = {
    "a qualifier behind X, which is level 2": (r"[^/]*X[?~%]", "2024-XX~"),
    "X at an end of an interval, which is level 2": (r".*X.*/.*|.*/.*X.*", "2019/202X"),
    "an open start before the year 1": (r"\.\./(-|0000).*", "../-0043"),
    "years before 0 at both ends, in order": (r"-.*/-.*", "-0043?/-0001"),
    "the year 0 at an end": (r"-.*/0000.*|0000.*/.*", "0000-21/0001"),
    "winter at an end, up to February": (r".*-24[?~%]?/.*", "2024-24/2025-01"),
    "an end that begins before the start, but can be after it": (
        r"(-?\d{4})-\d\d(-\d\d)?[?~%]?/\1(-\d\d)?[?~%]?",
        "2024-06/2024",
    ),
}
"""Forms in the profile that edtf-validate refuses, each with an example."""

REFUSED_HERE = {
    "29 February out of a leap year": (r".*02-29.*", "2023-02-29"),
    "a qualified day that its month does not have": (r".*-3[01][?~%].*", "2023-04-31?"),
    "a month of an unspecified year": (r"(.*/)?-?(\d\d|\dX|X\d|XX)(\dX|XX|X\d)-.*", "201X-05"),
    "a day of an unspecified month": (r".*-(XX|\dX|X\d)-.*", "2024-XX-14"),
    "half a month or half a day": (r".*-(\dX|X\d)([/?~%].*)?", "2024-1X"),
    "X in the first half of a year": (r"(.*/)?-?(X|\dX).*", "2X24"),
    "X in the middle of a year": (r"(.*/)?-?\d\dX\d.*", "20X4"),
    "X before the year 0": (r"(.*/)?-\d\d(\dX|XX).*", "-004X"),
    "a group of level 2": (r".*\d{4}-(2[5-9]|3\d|4[01])", "2024-25"),
    "a set": (r"[\[{].*", "[2023,2024]"),
    "a long year": (r"Y.*", "Y17000"),
    "significant digits": (r".*S\d+", "1950S2"),
    "a time": (r".*T.*", "2024-01-14T10:00:00"),
    "a qualifier within a date": (r".*[?~%]-?\d.*|.*\d[?~%]-.*", "2024?-05"),
    "two open ends": (r"\.\./\.\.", "../.."),
}
"""Forms that edtf-validate accepts and the profile leaves out, each with an example."""


class StrictDates(Protocol):
    def lower_strict(self) -> tuple[int, ...]: ...

    def upper_strict(self) -> tuple[int, ...]: ...


def accepts(text: str) -> bool:
    try:
        parse_edtf(text)
    except EdtfError:
        return False
    return True


def oracle_accepts(text: str) -> bool | None:
    """Return None where edtf-validate has no answer: it raises, or falls off its end."""
    try:
        answer = is_valid(text)
    except (ValueError, TypeError, KeyError, IndexError, UnboundLocalError):
        return None
    return answer if isinstance(answer, bool) else None


def explains(table: dict[str, tuple[str, str]], text: str) -> bool:
    return any(re.fullmatch(pattern, text) for pattern, _ in table.values())


years = st.one_of(
    st.integers(0, 9999).map("{:04}".format),
    st.integers(1, 9999).map("-{:04}".format),
    st.sampled_from(["2024", "2023", "2000", "1900", "0000", "0001", "-0001"]),
)
unspecified_years = st.integers(0, 999).map("{:03}X".format) | st.integers(0, 99).map("{:02}XX".format)
qualifiers = st.sampled_from(["", "", "?", "~", "%"])
months = st.integers(1, 12).map("{:02}".format)
days = st.integers(1, 28).map("{:02}".format)
calendar_dates = st.one_of(
    years,
    st.builds("{}-{}".format, years, months),
    st.builds("{}-{}-{}".format, years, months, days),
)
seasons = st.builds("{}-{}".format, years, st.integers(21, 24))
masked_dates = st.one_of(
    unspecified_years,
    st.builds("{}-XX".format, years),
    st.builds("{}-{}-XX".format, years, months),
)
points = st.builds("{}{}".format, calendar_dates | seasons | masked_dates, qualifiers)


def in_order(ends: tuple[str, str]) -> str:
    first, last = sorted(ends, key=lambda text: parse_edtf(text).sort_key)
    return f"{first}/{last}"


intervals = st.one_of(
    st.tuples(points, points).map(in_order),
    points.map("{}/..".format),
    points.map("../{}".format),
)
dates = points | intervals


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Return a date with up to three characters changed, put in, or taken out."""
    text = draw(st.one_of(dates, st.builds("{}/{}".format, points, points)))
    for _ in range(draw(st.integers(0, 3))):
        place = draw(st.integers(0, len(text)))
        character = draw(st.sampled_from([*"0123456789-/X?~%.", *"YST:[]{,}", ""]))
        text = text[:place] + character + text[place + draw(st.integers(0, 1)) :]
    return text


@settings(max_examples=500, deadline=None)
@given(mutated())
def test_what_is_accepted_is_what_edtf_validate_accepts_but_for_the_written_differences(
    text: str,
) -> None:
    ours, theirs = accepts(text), oracle_accepts(text)
    if theirs is not None and ours != theirs:
        assert explains(ACCEPTED_HERE if ours else REFUSED_HERE, text)


@pytest.mark.parametrize(("pattern", "example"), ACCEPTED_HERE.values(), ids=ACCEPTED_HERE)
def test_each_form_said_to_be_accepted_only_here_is(pattern: str, example: str) -> None:
    assert re.fullmatch(pattern, example)
    assert accepts(example)
    assert oracle_accepts(example) is not True


@pytest.mark.parametrize(("pattern", "example"), REFUSED_HERE.values(), ids=REFUSED_HERE)
def test_each_form_said_to_be_refused_only_here_is(pattern: str, example: str) -> None:
    assert re.fullmatch(pattern, example)
    assert not accepts(example)
    assert oracle_accepts(example)
