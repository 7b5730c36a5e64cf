"""What stands beside the pages is what other programs expect: feed, calendar, records, metadata, pictures."""

import datetime
import json
import re
import struct
import xml.etree.ElementTree as etree
from collections.abc import Iterator
from pathlib import Path

import html5lib
import icalendar
import pytest

from nutgraf.model.records import Change, Event, Explainer, Source
from tests.pages.kit import Built, built
from tests.sitekit import FIRST_VERSION

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
HTML = "{http://www.w3.org/1999/xhtml}"
DAY = re.compile(r"\d{4}-\d\d-\d\d")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
CSL_TYPES = {"document", "report", "article-newspaper", "article-journal", "dataset"}
TYPES = {
    "WebSite", "BackgroundNewsArticle", "Organization", "Person", "GovernmentOrganization", "NewsMediaOrganization",
    "NewsArticle", "CreativeWork", "DefinedTermSet", "DefinedTerm", "CorrectionComment",
}  # fmt: skip


@pytest.fixture(params=["real", "every_kind"])
def site(request: pytest.FixtureRequest) -> Built:
    """A site with everything there is a format for."""
    found: Built = request.getfixturevalue(request.param)
    return found


def test_the_feed_has_what_rfc_4287_requires(site: Built) -> None:
    feed = etree.fromstring(site.files["feed.xml"])
    entries = feed.findall(f"{ATOM}entry")
    assert feed.tag == f"{ATOM}feed"
    assert len(entries) == len(site.content.of(Change)) > 0
    for element in (feed, *entries):
        for name in ("id", "title", "updated"):
            (found,) = element.findall(f"{ATOM}{name}")
            assert found.text, name
        assert MOMENT.fullmatch(element.findtext(f"{ATOM}updated") or "")
        assert (element.findtext(f"{ATOM}id") or "").startswith("https://")
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    assert [it.get("rel") for it in feed.findall(f"{ATOM}link")] == [None, "self"]
    names = [it.findtext(f"{ATOM}id") for it in entries]
    assert len(set(names)) == len(names)


def test_every_page_leads_to_the_feed(site: Built) -> None:
    for name in site.pages():
        head = html5lib.parse(site.files[name].decode("utf-8")).find(f"{HTML}head")
        assert head is not None
        links = [it.get("href") for it in head.findall(f"{HTML}link") if it.get("type") == "application/atom+xml"]
        own = not name.startswith("embed/") and name != "404.html"
        assert links == (["../" * name.count("/") + "feed.xml"] if own else []), name


def test_the_calendar_is_read_as_the_days_it_was_made_from(site: Built) -> None:
    data = site.files["events.ics"]
    calendar = icalendar.Calendar.from_ical(data.decode("utf-8"))
    assert data.endswith(b"\r\n") and data.count(b"\n") == data.count(b"\r\n")
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    known = {it.id: it for it in site.content.of(Event)}
    found = calendar.walk("VEVENT")
    assert found
    for entry in found:
        event = known[str(entry["UID"]).partition("@")[0]]
        first, behind = entry["DTSTART"].dt, entry["DTEND"].dt
        assert first.isoformat() == event.date.earliest.isoformat()
        assert (behind - datetime.timedelta(days=1)).isoformat() == event.date.latest.isoformat()
        assert str(entry["SUMMARY"]) == event.title
        assert entry.has_key("DTSTAMP")
    assert {str(it["UID"]).partition("@")[0] for it in found} == {
        name for name, it in known.items() if all(DAY.fullmatch(end) for end in it.date.text.split("/"))
    }


def test_the_records_of_the_sources_are_csl(site: Built) -> None:
    items = json.loads(site.files["sources.csl.json"])
    assert [it["id"] for it in items] == [it.id for it in site.content.of(Source)]
    for item in items:
        assert item["type"] in CSL_TYPES
        assert item["title"] and item["publisher"]
        for name in ("issued", "accessed"):
            date = item.get(name, {"literal": "none"})
            assert date.get("literal") or all(
                1 <= len(parts) <= 3 and all(isinstance(it, int) for it in parts) for parts in date["date-parts"]
            )


def test_the_events_are_told_alike_in_json_and_for_timelinejs(site: Built) -> None:
    events = json.loads(site.files["events.json"])["events"]
    slides = json.loads(site.files["timelinejs.json"])["events"]
    ids = [it.id for it in site.content.of(Event)]
    assert [it["id"] for it in events] == ids
    assert [it["unique_id"] for it in slides] == ids
    assert all(it["start_date"]["year"] and it["text"]["headline"] and it["display_date"] for it in slides)


def things(value: object) -> Iterator[dict[str, object]]:
    """Every object within some JSON."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for it in value:
            yield from things(it)


def linked_data(site: Built, address: str) -> list[dict[str, object]]:
    tree = html5lib.parse(site.files[address].decode("utf-8"))
    return [json.loads(it.text or "") for it in tree.iter(f"{HTML}script")]


def test_the_linked_data_says_what_things_are_and_when(site: Built) -> None:
    found = {name: data for name in site.pages() for data in linked_data(site, name)}
    assert {"index.html", "glossary.html", *(f"explainers/{it.id}.html" for it in site.content.of(Explainer))} <= set(
        found
    )
    for name, whole in found.items():
        assert whole["@context"] == "https://schema.org", name
        for thing in things(whole):
            assert thing["@type"] in TYPES, name
            for key in thing.keys() & {"datePublished", "dateModified"}:
                assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", str(thing[key])), (name, thing[key])
            assert str(thing.get("url", "https://")).startswith(("https://", "http://"))


def test_the_sitemap_lists_every_page_once_and_nothing_else(site: Built) -> None:
    rows = etree.fromstring(site.files["sitemap.xml"])
    addresses = [it.findtext(f"{SITEMAP}loc") for it in rows]
    root = str(site.content.site.url)
    listed = [it for it in site.pages() if it != "404.html" and not it.startswith("embed/")]
    assert sorted(map(str, addresses)) == sorted(root + it.removesuffix("index.html") for it in listed)
    assert f"Sitemap: {root}sitemap.xml" in site.files["robots.txt"].decode()


def test_every_page_has_a_picture_of_its_own_for_social_networks(site: Built) -> None:
    for name in site.pages():
        if name == "404.html" or name.startswith("embed/"):
            continue
        metas = html5lib.parse(site.files[name].decode("utf-8")).iter(f"{HTML}meta")
        told = {it.get("property") or it.get("name"): it.get("content") for it in metas}
        assert {"og:title", "og:description", "og:url", "og:image", "twitter:card", "description"} <= set(told), name
        picture = site.files[str(told["og:image"]).removeprefix(str(site.content.site.url))]
        assert picture.startswith(b"\x89PNG\r\n\x1a\n")
        assert struct.unpack(">II", picture[16:24]) == (1200, 630), name


def test_pictures_are_the_same_bytes_each_time(real: Built, tmp_path: Path) -> None:
    again = built(FIRST_VERSION, tmp_path).files
    pictures = {name: data for name, data in again.items() if name.startswith("cards/")}
    assert pictures == {name: data for name, data in real.files.items() if name.startswith("cards/")} != {}
