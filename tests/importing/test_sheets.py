"""Spreadsheets and TimelineJS files as events, and events.csv there and back."""

import json
from pathlib import Path

import pytest

from nutgraf.importing.decode import Unreadable
from nutgraf.importing.sheets import Sheet, read_sheet
from nutgraf.model.records import Citation, IdOf, Quote, Text
from nutgraf.reading.cells import read_back, written
from tests.sitekit import MakeSite, call, lines, make, page

HEADER = "Year,Month,Day,Time,End Year,End Month,End Day,Display Date,Headline,Text,Media,Group,Type\n"


def timeline(*rows: str) -> Sheet:
    return read_sheet((HEADER + "\n".join(rows)).encode(), "x.csv", None)


def texts(sheet: Sheet) -> dict[str, str]:
    return {it.path: it.text for it in sheet.files}


@pytest.mark.parametrize(
    ("row", "date"),
    [
        ("2019,,,,,,,,T,,,,", "2019"),
        ("2019,5,,,,,,,T,,,,", "2019-05"),
        ("2019,5,7,,,,,,T,,,,", "2019-05-07"),
        ("2019,,,,2021,,,,T,,,,", "2019/2021"),
        ("2019,5,7,,2019,5,9,,T,,,,", "2019-05-07/2019-05-09"),
        ("2019,5,,,2019,5,,,T,,,,", "2019-05"),
        ("-44,3,15,,,,,,T,,,,", "-0043-03-15"),
        ("800,,,,,,,,T,,,,", "0800"),
    ],
)
def test_split_dates_become_edtf_of_their_precision(row: str, date: str) -> None:
    assert f"\ndate: {date}\n" in texts(timeline(row))["t.md"]


def test_no_column_is_lost_and_the_event_is_a_draft() -> None:
    row = '2019,5,7,14:30,,,,in May,The <b>pier</b> closes,"<p>It <a href=""https://a.example/x"">closed</a>.</p>",https://m.example/p.jpg,Pier,overlay'
    assert texts(timeline(row)) == {
        "the-pier-closes.md": """---
title: The pier closes
draft: true
date: 2019-05-07
time: "14:30"
tags:
  - pier
imported:
  Display Date: in May
  Headline: The <b>pier</b> closes
  Text: "<p>It <a href=\\"https://a.example/x\\">closed</a>.</p>"
  Media: https://m.example/p.jpg
  Group: Pier
  Type: overlay
---

It [closed](https://a.example/x).
"""
    }


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (",5,,,,,,,T,,,,", "row 2: there is no year"),
        ("2019,13,,,,,,,T,,,,", "row 2: 2019-13 is not a month"),
        ("2019,2,30,,,,,,T,,,,", "row 2: 2019-02-30"),
        ("2019,,7,,,,,,T,,,,", "row 2: a day without a month"),
        ("soon,,,,,,,,T,,,,", "row 2: year is soon, which is no number"),
        ("2021,,,,2019,,,,T,,,,", "row 2: 2021/2019 ends before it starts"),
        ("2019,,,,,,,,,,,,", "row 2: "),
    ],
)
def test_a_row_that_is_no_event_is_named(row: str, message: str) -> None:
    with pytest.raises(Unreadable) as caught:
        timeline(row)
    assert caught.value.message.startswith(message)


def test_the_title_slide_is_told_and_no_event() -> None:
    sheet = timeline(",,,,,,,,All piers,A history,,,title", "2019,,,,,,,,T,,,,")
    assert [it.path for it in sheet.files] == ["t.md"]
    assert sheet.notes[-1] == "  left out  the title slide, which is no event: All piers A history"


def test_events_of_one_headline_get_ids_of_their_own() -> None:
    assert list(texts(timeline("2019,,,,,,,,T,,,,", "2020,,,,,,,,T,,,,"))) == ["t.md", "t-2.md"]


def test_timelinejs_json_is_read_too() -> None:
    whole = {
        "title": {"text": {"headline": "All piers"}},
        "events": [
            {
                "start_date": {"year": "2019", "month": 5, "day": "", "hour": 7},
                "text": {"headline": "T", "text": "Words"},
                "media": {"url": "https://m.example/p.jpg"},
                "unique_id": "pier-closes",
                "autolink": False,
            }
        ],
        "eras": [{"start_date": {"year": 1990}, "end_date": {"year": 1999}, "text": {"headline": "The nineties"}}],
    }
    made = texts(read_sheet(json.dumps(whole).encode(), "x.json", None))
    assert made["pier-closes.md"] == (
        '---\ntitle: T\ndraft: true\ndate: 2019-05\nimported:\n  start_date.hour: "7"\n'
        '  Media: https://m.example/p.jpg\n  autolink: "false"\n---\n\nWords\n'
    )
    assert "date: 1990/1999\nimported:\n  Type: era\n" in made["the-nineties.md"]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("x.json", b"{", "it is not JSON"),
        ("x.json", b"[]", "it is not TimelineJS"),
        ("x.json", b'{"events": [1]}', "it is not TimelineJS: an event is no object"),
        ("x.json", b"[" * 100_000, "it is not JSON"),
        ("x.csv", b"a,b\n1,2\n", "its columns are not those of events"),
        ("x.csv", b"date,title\n", "it holds no event"),
        ("x.csv", b'date,title\n2019,"open', "it is not CSV"),
        ("x.csv", b"id,date,title\nA b,2019,T\n", 'row 2: "A b" can\'t be an id'),
        ("x.csv", b"id,date,title\na,2019,T\na,2020,T\n", 'row 3: the id "a" stands in two rows'),
        ("x.csv", b"date,title,kind\n2019,T,nonsense\n", "row 2: "),
        ("x.csv", b'date,title,sources\n2019,T,"a ""b"\n', "row 2: sources can't be read"),
    ],
)
def test_what_is_no_timeline_is_refused(name: str, data: bytes, message: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_sheet(data, name, None)
    assert caught.value.message.startswith(message)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_delimiters_of_other_offices_are_known(delimiter: str) -> None:
    data = delimiter.join(["date", "title"]) + "\r\n" + delimiter.join(["2019", "Été"]) + "\r\n"
    assert "title: Été\n" in texts(read_sheet(data.encode("cp1252"), "x.csv", None))["été.md"]


def test_lists_and_source_references_fit_in_a_cell() -> None:
    texts = ("a", "b; c", "d\\e")
    assert read_back(written(texts), Text) == texts
    cites = (
        Citation(source=IdOf("gauge"), quote=Quote('it "rose"; twice'), translation=Quote("= up")),
        Citation(source=IdOf("letter")),
    )
    assert read_back(written(cites), Citation) == (
        {"source": "gauge", "quote": 'it "rose"; twice', "translation": "= up"},
        {"source": "letter"},
    )
    assert read_back("", Citation) == ()


EVENTS = {
    "content/timeline/a.md": "---\ntitle: 'A: first; one'\ndate: 2026-01-02\ntime: '09:30'\nkind: announced\nstatus:"
    " disputed\n"
    "importance: 3\nplace: Velden\ntags: [rain, 'a; b']\nplayers: [reed]\nseq: 2\nlang: en\naliases: [old-a]\n"
    "date_note: Said so.\nsources:\n  - source: gauge\n    quote: The gauge stood at 4.2 metres\n  - gauge\n"
    "imported:\n  Media Caption: A pier\n---\n\nIt *rose*.\n\n- twice\n",
    "content/timeline/b.md": "---\ntitle: B\ndate: ../2026-01\nin_response_to: a\nsources: [gauge]\ndate_note:"
    " Unknown.\n"
    "imported:\n  Type: overlay\n---\n",
    "content/players/reed.md": "---\ntitle: Ann Reed\nrole: Mayor\n---\n",
}


def test_export_import_export_gives_the_same_bytes(make_site: MakeSite, tmp_path: Path) -> None:
    site = make_site(EVENTS)
    first = page(make(site), "events.csv")
    sheet = tmp_path / "events.csv"
    sheet.write_bytes(first.encode())
    for name in ("a", "b"):
        (site / f"content/timeline/{name}.md").unlink()
    told = call("import", sheet, "--site", site)
    assert (told.returncode, told.stderr) == (0, "")
    assert "/content/timeline/ (2 events written)\n" in told.stdout
    outcome = make(site)
    assert lines(it for it in outcome.problems if it.severity == "error") == []
    assert page(outcome, "events.csv") == first
    assert "(0 events written, 2 unchanged)" in call("import", sheet, "--site", site).stdout


def test_events_that_an_author_edited_are_not_written_over(make_site: MakeSite, tmp_path: Path) -> None:
    site = make_site(EVENTS)
    sheet = tmp_path / "events.csv"
    sheet.write_text("id,date,title\nc,2019,T\nb,2026,Other\n", encoding="utf-8")
    told = call("import", sheet, "--site", site)
    assert told.returncode == 1
    assert "1 of its events differ from the files that are there; nothing was written" in told.stderr
    assert "content/timeline/b.md: title: B | title: Other" in told.stderr
    assert not (site / "content/timeline/c.md").exists()
    assert call("import", sheet, "--site", site, "--force").returncode == 0
    assert "title: Other" in (site / "content/timeline/b.md").read_text(encoding="utf-8")


def test_the_columns_of_a_sheet_are_what_readers_sort_by(make_site: MakeSite) -> None:
    rows = page(make(make_site(EVENTS)), "events.csv").split("\r\n")
    assert rows[0].startswith("id,date,earliest,latest,precision,title,kind,")
    assert rows[0].endswith(",body,Type,Media Caption")
    assert rows[1].startswith("b,../2026-01,,2026-01-31,interval,B,happened,confirmed,2,,,")
