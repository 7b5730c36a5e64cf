import pytest

from tests.sitekit import MakeSite, make, page


def event(date: str, title: str = "Flood") -> dict[str, str]:
    return {
        "content/timeline/flood.md": f"---\ntitle: {title}\ndate: {date}\ndate_note: As told.\nsources: [gauge]\n---\n"
    }


@pytest.mark.parametrize(
    ("date", "line"),
    [
        ("2024-02-28", "DTEND;VALUE=DATE:20240229"),
        ("2024-12-30/2024-12-31", "DTEND;VALUE=DATE:20250101"),
        ("9999-12-30", "DTEND;VALUE=DATE:99991231"),
        ("9999-12-31", "DURATION:P1D"),
        ("9999-11-30/9999-12-31", "DURATION:P32D"),
    ],
)
def test_an_entry_of_the_calendar_ends_with_its_last_day(make_site: MakeSite, date: str, line: str) -> None:
    assert line in page(make(make_site(event(date))), "events.ics").split("\r\n")
