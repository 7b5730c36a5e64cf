"""Charts: a series is a claim, so its bars are as high as its values say, and stand where the rules say."""

import pytest

from nutgraf.model.records import Decimal, SeriesPoint, Text
from nutgraf.views.chart import ChartView, chart_of


def point(label: str, value: str) -> SeriesPoint:
    return SeriesPoint(label=Text(label), value=Decimal(value))


def chart(**values: str) -> ChartView:
    """The chart of these values by their labels; it is 192 units high, from 206 at its foot to 14 at its top."""
    found = chart_of(
        tuple(SeriesPoint(label=Text(label.lstrip("_")), value=Decimal(value)) for label, value in values.items())
    )
    assert found is not None
    return found


def bars(found: ChartView) -> list[tuple[str, float, float]]:
    """Each bar's label, its top and its height."""
    return [(it.label, it.y, it.height) for it in found.marks]


def rules(found: ChartView) -> list[tuple[str, float]]:
    return [(it.label, it.y) for it in found.rules]


def test_a_bar_is_as_high_as_its_value() -> None:
    found = chart(low="10", middle="20", high="40")
    assert bars(found) == [("low", 158, 48), ("middle", 110, 96), ("high", 14, 192)]
    assert rules(found) == [("0", 206), ("10", 158), ("20", 110), ("30", 62), ("40", 14)]
    assert not found.is_line


def test_a_negative_value_hangs_from_the_zero_line() -> None:
    found = chart(loss="-5", gain="10", none="0")
    assert bars(found) == [("loss", 142, 64), ("gain", 14, 128), ("none", 142, 0)]
    assert rules(found) == [("-5", 206), ("0", 142), ("5", 78), ("10", 14)]


def test_values_that_are_all_negative_hang_from_the_top() -> None:
    found = chart(a="-1", b="-4")
    assert bars(found) == [("a", 14, 48), ("b", 14, 192)]
    assert rules(found) == [("-4", 206), ("-3", 158), ("-2", 110), ("-1", 62), ("0", 14)]


def test_a_series_of_a_single_value_is_drawn_from_nought() -> None:
    found = chart(a="7", b="7")
    assert bars(found) == [("a", 38, 168), ("b", 38, 168)]
    assert rules(found) == [("0", 206), ("2", 158), ("4", 110), ("6", 62), ("8", 14)]


def test_a_series_of_noughts_has_no_height() -> None:
    found = chart(a="0", b="0")
    assert bars(found) == [("a", 206, 0), ("b", 206, 0)]
    assert rules(found) == [("0", 206)]


def test_a_value_between_two_rules_stands_between_them() -> None:
    found = chart(a="0.25", b="0.3")
    assert bars(found) == [("a", 46, 160), ("b", 14, 192)]
    assert rules(found) == [("0", 206), ("0.1", 142), ("0.2", 78), ("0.3", 14)]


def test_bars_stand_side_by_side_in_their_order_with_room_between() -> None:
    found = chart(b="1", a="2")
    assert [(it.label, it.x, it.width, it.middle) for it in found.marks] == [
        ("b", 95.9, 186.2, 189),
        ("a", 361.9, 186.2, 455),
    ]


def test_years_in_their_order_are_joined_by_a_line_through_their_values() -> None:
    found = chart(_2023="10", _2024="40", _2025="20")
    assert (found.is_line, found.path) == (True, "144.7,158.0 322.0,14.0 499.3,110.0")
    assert not chart(_2024="10", _2023="40").is_line


def test_of_many_labels_some_are_left_out() -> None:
    found = chart(**{f"_{year}": "1" for year in range(2000, 2013)})
    assert [it.label for it in found.marks if it.shows_label] == [str(year) for year in range(2000, 2013, 2)]


@pytest.mark.parametrize("values", [(), ("7",)])
def test_fewer_than_two_values_have_no_chart(values: tuple[str, ...]) -> None:
    assert chart_of(tuple(point("a", it) for it in values)) is None
