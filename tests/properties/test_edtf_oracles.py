"""Generated dates against two other implementations; two tables hold all deliberate differences."""

import contextlib
import datetime
import re
from collections.abc import Callable
from random import Random

import pytest
from edtf import EDTFParseException
from edtf import parse_edtf as parse_with_edtf
from edtf_validate.valid_edtf import is_valid
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from nutgraf.locales.pick import interface_for
from nutgraf.model.edtf import EdtfError, parse_edtf
from nutgraf.model.edtf_points import FIRST_DAY, LAST_DAY, WINTER, Point
from nutgraf.reading.frontmatter.date_advice import advice_on

RANKS = ("century", "decade", "year", "season", "month", "day")

Difference = tuple[Callable[[str], object], str]


def form(pattern: str) -> Callable[[str], object]:
    return re.compile(pattern).fullmatch


def end_begins_before_start(text: str) -> bool:
    date = parse_edtf(text)
    return date.end is not None and date.end.earliest < date.start.earliest


ACCEPTED_HERE: dict[str, Difference] = {
    "a qualifier behind X, which is level 2": (form(r".*X[?~%].*"), "2024-XX~"),
    "X beside an open end": (form(r".*X/\.\.|\.\./.*X"), "2024-XX/.."),
    "an open start before the year 1": (form(r"\.\./(-|0000).*"), "../-0043"),
    "from before the year 0 to a season": (form(r"-.*/.*-2[1-4]"), "-0043/2024-21"),
    "days of the year 0, compared day by day": (form(r"0000-.*/0000.*"), "0000-01-20/0000-02-10"),
    "an end that begins before the start, but can be after it": (
        end_begins_before_start,
        "2024-06/2024",
    ),
}
"""Forms in the profile that edtf-validate refuses, each with an example."""

REFUSED_HERE: dict[str, Difference] = {
    "29 February out of a leap year": (form(r".*02-29.*"), "2023-02-29"),
    "a qualified day that its month does not have": (form(r".*-3[01][?~%].*"), "2023-04-31?"),
    "a month of an unspecified year": (form(r"(.*/)?-?\d\d(\dX|XX|X\d)-.*"), "201X-05"),
    "a day of an unspecified month": (form(r".*-(XX|\dX|X\d)-.*"), "2024-XX-14"),
    "half a month or half a day": (form(r".*-(\dX|X\d)([/?~%].*)?"), "2024-1X"),
    "X in the first half of a year": (form(r"(.*/)?-?(X|\dX).*"), "2X24"),
    "X in the middle of a year": (form(r"(.*/)?-?\d\dX\d.*"), "20X4"),
    "X before the year 0": (form(r"(.*/)?-\d\d(\dX|XX).*"), "-004X"),
    "a group of level 2": (form(r"-?\d{4}-(2[5-9]|3\d|4[01])"), "2024-25"),
    "a set": (form(r"[\[{].*"), "[2023,2024]"),
    "a long year": (form(r"Y.*"), "Y17000"),
    "significant digits": (form(r".*S\d+"), "1950S2"),
    "a time": (form(r".*T.*"), "2024-01-14T10:00:00"),
    "a qualifier within a date": (form(r".*[?~%]-?\d.*|.*\d[?~%]-.*"), "2024?-05"),
    "an empty end": (form(r"[^/]+/|/[^/]+"), "2024/"),
    "two open ends": (form(r"\.\./\.\."), "../.."),
    "an end before a season, which starts a month or two earlier there": (
        form(r".*-2[1-4][?~%]?/.*"),
        "2024-22/2024-05",
    ),
    "a reversed interval in one year before 0": (form(r"(-\d{4}).*/\1.*"), "-0001-09/-0001-03"),
}
"""Forms that edtf-validate accepts and the profile leaves out, each with an example."""


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


def explains(table: dict[str, Difference], text: str) -> bool:
    return any(applies(text) for applies, _ in table.values())


def bounds_of_edtf(text: str) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """Return the strict bounds of the package edtf, or None where it has none for a day.

    It cannot read a qualified season, cannot bound an interval with an unspecified month, and
    gives an open end a number of seconds.
    """
    try:
        date = parse_with_edtf(text)
        return tuple(date.lower_strict()[:3]), tuple(date.upper_strict()[:3])
    except (EDTFParseException, AttributeError, TypeError):
        return None


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
    first, last = ends
    return f"{first}/{last}" if accepts(f"{first}/{last}") else f"{last}/{first}"


# edtf takes the bounds of 2024-XX, but not of -0001-XX, in order of time.
dates_with_bounds_in_edtf = st.one_of(
    calendar_dates,
    st.builds("{}{}".format, calendar_dates, qualifiers),
    seasons,
    masked_dates.filter(lambda text: not text.startswith("-")),
    st.tuples(calendar_dates | seasons, calendar_dates | seasons).map(in_order),
)


parts_of_a_year = st.sampled_from(["", "-XX", "-05", "-05-XX", "-05-12", "-05-14", "-08", "-22", "-24"])
ends_in_one_year = st.builds(
    lambda year, first, last: (year + first, year + last), years, parts_of_a_year, parts_of_a_year
)
intervals = st.one_of(
    ends_in_one_year.map(in_order),
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


@pytest.mark.parametrize(("applies", "example"), ACCEPTED_HERE.values(), ids=ACCEPTED_HERE)
def test_each_form_said_to_be_accepted_only_here_is(applies: Callable[[str], object], example: str) -> None:
    assert applies(example)
    assert accepts(example)
    assert oracle_accepts(example) is False


@pytest.mark.parametrize(("applies", "example"), REFUSED_HERE.values(), ids=REFUSED_HERE)
def test_each_form_said_to_be_refused_only_here_is(applies: Callable[[str], object], example: str) -> None:
    assert applies(example)
    assert not accepts(example)
    assert oracle_accepts(example)


@settings(max_examples=300, deadline=None)
@given(dates_with_bounds_in_edtf)
def test_bounds_are_those_of_edtf_but_for_the_end_of_winter(text: str) -> None:
    bounds, date = bounds_of_edtf(text), parse_edtf(text)
    assume(bounds is not None)
    last = date.end or date.start
    if isinstance(last, Point) and last.season == WINTER:
        assert bounds == (date.earliest, (last.year, 12, 31))
    else:
        assert bounds == (date.earliest, date.latest)


@settings(max_examples=300, deadline=None)
@given(st.dates())
def test_a_day_is_bounded_by_itself(day: datetime.date) -> None:
    date = parse_edtf(day.isoformat())
    assert date.earliest == date.latest == (day.year, day.month, day.day)
    assert date.html_datetime == day.isoformat()


@settings(max_examples=300, deadline=None)
@given(dates)
def test_every_date_of_the_profile_reads_back_from_its_text(text: str) -> None:
    date = parse_edtf(text)
    assert date.text == text
    assert parse_edtf(date.text) == date


@settings(max_examples=300, deadline=None)
@given(dates)
def test_bounds_are_in_order_and_within_what_stands_for_open(text: str) -> None:
    date = parse_edtf(text)
    assert FIRST_DAY <= date.earliest <= date.latest <= LAST_DAY
    assert date.start.earliest == date.earliest


@settings(max_examples=300, deadline=None)
@given(dates, dates)
def test_the_order_is_that_of_the_earliest_day(one: str, other: str) -> None:
    first, second = sorted(map(parse_edtf, (one, other)), key=lambda date: date.sort_key)
    assert first.earliest <= second.earliest
    assert first.earliest < second.earliest or first.latest >= second.latest


@settings(max_examples=300, deadline=None)
@given(st.lists(dates, max_size=5), st.randoms())
def test_the_order_is_total(texts: list[str], random: Random) -> None:
    expected = sorted(parse_edtf(text).sort_key for text in texts)
    random.shuffle(texts)
    assert sorted(parse_edtf(text).sort_key for text in texts) == expected


@settings(max_examples=300, deadline=None)
@given(
    st.integers(0, 99).map("{:02}".format),
    st.sampled_from(["{}XX", "{}0X", "{}00~", "{}00-XX", "{}00-01", "{}00-01-XX", "{}00-01-01"]),
    st.sampled_from(["{}XX?", "{}0X%", "{}00", "{}00-01?", "{}00-01-01~"]),
)
def test_of_points_with_the_same_earliest_day_the_coarser_comes_first(century: str, one: str, other: str) -> None:
    both = [parse_edtf(pattern.format(century)) for pattern in (one, other)]
    first, second = sorted(both, key=lambda date: date.sort_key)
    assert first.earliest == second.earliest
    assert RANKS.index(first.precision) <= RANKS.index(second.precision)


@settings(max_examples=300, deadline=None)
@given(dates)
def test_words_show_no_symbol_of_edtf(text: str) -> None:
    date = parse_edtf(text)
    for words in (interface_for(it).in_words(date) for it in ("en", "fr")):
        assert not re.search(r"[?~%X/]|\.\.|\d-|-\d|{|}|  |^ | $", words)


@settings(max_examples=500, deadline=None)
@given(st.text() | st.text(alphabet="0123456789-/X?~%. acemnrst", max_size=20) | mutated())
def test_any_text_is_read_or_refused_with_a_hint(text: str) -> None:
    with contextlib.suppress(EdtfError):
        parse_edtf(text)


separators = st.sampled_from([" ", "-", "/", ".", ", "])
month_names = st.sampled_from(["January", "Feb.", "mars", "avril", "Sept", "décembre", "spring"])
prose = st.one_of(
    st.builds("{0}{3}{1}{3}{2}".format, years, months, st.integers(0, 32), separators),
    st.builds("{2} {1} {0}".format, years, month_names, st.integers(0, 32)),
    st.builds("{1}{3}{0} to {2}".format, years, month_names, years, separators),
    st.builds("{}s".format, years),
    st.builds("{}th century".format, st.integers(0, 99)),
    st.builds("{} BC".format, st.integers(0, 9999)),
    st.builds("{}{}".format, years, st.sampled_from(["T10:00", "-", "/", "?~", "S2", "-XX-XX"])),
)
leads = st.sampled_from(["", "about ", "c. ", "maybe ", "since ", "before ", "the ", "from "])


@settings(max_examples=500, deadline=None)
@given(st.builds("{}{}".format, leads, prose) | mutated())
def test_a_hint_to_write_a_date_names_one_that_is_read(text: str) -> None:
    try:
        parse_edtf(text)
    except EdtfError as error:
        named = re.search(r"write (-?[\dX.][^\s,;]+)", advice_on(text, error)[1])
        if named:
            parse_edtf(named[1])
