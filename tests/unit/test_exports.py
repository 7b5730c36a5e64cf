import csv
import io

import pytest

from tests.sitekit import MakeSite, make, page


def event(date: str, more: str = "") -> str:
    return f"---\ntitle: Flood\ndate: {date}\ndate_note: As told.\nsources: [gauge]\n{more}---\n"


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
    assert line in page(make(make_site({"content/timeline/flood.md": event(date)})), "events.ics").split("\r\n")


def test_each_imported_column_keeps_its_own_texts(make_site: MakeSite) -> None:
    files = {
        "content/timeline/rain.md": event("2024", "imported: {Media: a.jpg, Group: Rain}\n"),
        "content/timeline/thaw.md": event("2025", "imported: {Group: Thaw, Type: era}\n"),
        "content/timeline/flood.md": event("2026"),
    }
    rows = csv.DictReader(io.StringIO(page(make(make_site(files)), "events.csv"), newline=""))
    assert [(it["id"], it["Media"], it["Group"], it["Type"]) for it in rows] == [
        ("rain", "a.jpg", "Rain", ""),
        ("thaw", "", "Thaw", "era"),
        ("flood", "", "", ""),
    ]
