"""The strip of years: what is drawn solid, pale, hollow or fading, and from where to where."""

import pytest

from nutgraf.model.edtf import parse_edtf
from nutgraf.model.prose import Prose
from nutgraf.model.records import Event, EventDate, Markdown, Origin, Text
from nutgraf.views.strip import StripMark, Tick, strip_of


def events(*dates: str) -> tuple[Event, ...]:
    """An event on each of these dates."""
    return tuple(
        Event(
            id=f"e{number}",
            title=Text("E"),
            origin=Origin(path="e.md", places={}),
            markdown=Markdown("", 1),
            body=Prose(),
            date=EventDate(parse_edtf(date)),
        )
        for number, date in enumerate(dates)
    )


def marks(*dates: str) -> tuple[StripMark, ...]:
    """The marks of events of these dates."""
    strip = strip_of(events(*dates), str)
    assert strip is not None
    return strip.marks


@pytest.mark.parametrize(
    ("date", "certainty"),
    [
        ("2001-05-04", "exact"), ("2001-05-04/2001-05-09", "exact"), ("2001-05-04/..", "exact"),
        ("2001", "coarse"), ("2001-05", "coarse"), ("2001-22", "coarse"), ("2001-05/2001-05-09", "coarse"),
        ("2001~", "fuzzy"), ("2001-05?", "fuzzy"), ("200X", "fuzzy"), ("2001-XX", "fuzzy"),
        ("2001-05-04/2002~", "fuzzy"),
    ],
)  # fmt: skip
def test_a_mark_shows_how_well_its_date_is_known(date: str, certainty: str) -> None:
    assert marks("1990-01-01", date)[1].certainty == certainty


def test_an_open_end_is_drawn_to_the_edge_and_said_to_be_open() -> None:
    begins, ends = marks("2001-05-04/..", "../1990")
    assert (begins.open_start, begins.open_end, begins.x + begins.width) == (False, True, 1000)
    assert (ends.open_start, ends.open_end, ends.x) == (True, False, 0)


def test_a_range_is_as_long_as_it_lasted() -> None:
    year, two, _ = marks("2001", "2001/2002", "2010")
    assert two.width == pytest.approx(2 * year.width, rel=0.02)


@pytest.mark.parametrize("dates", [(), ("2001",), ("2001-05-04", "2001-05-05")])
def test_nothing_is_drawn_where_there_is_nothing_to_see(dates: tuple[str, ...]) -> None:
    assert strip_of(events(*dates), str) is None


def test_years_along_the_strip_are_called_as_readers_call_them() -> None:
    strip = strip_of(events("-0043-03-15", "0014"), lambda year: f"<{year}>")
    assert strip is not None
    assert [tick.label for tick in strip.ticks] == ["<-40>", "<-30>", "<-20>", "<-10>", "<0>", "<10>"]


def test_years_are_marked_within_the_strip_and_nowhere_else() -> None:
    strip = strip_of(events("2001-07-01", "2003-12-31"), str)
    assert strip is not None
    assert [(tick.x, tick.label) for tick in strip.ticks] == [(222.4, "2002"), (593.2, "2003"), (964.0, "2004")]
    assert all(0 <= tick.x <= 1000 for dates in ALIKE for tick in ticks(*dates))


ALIKE = (("1990", "2000"), ("1999-12-31", "2000-02-03"), ("2001-01-01", "2001-12-31"), ("0900", "1900"))


def ticks(*dates: str) -> tuple[Tick, ...]:
    strip = strip_of(events(*dates), str)
    assert strip is not None
    return strip.ticks


def test_no_year_is_marked_that_dates_can_not_be_written_with() -> None:
    strip = strip_of(events("-9999", "9999-12-31"), str)
    assert strip is not None
    assert all(-9999 <= int(tick.label) <= 9999 for tick in strip.ticks)
