"""Pages keep to themselves and are light: no complaint, no request elsewhere, no script, few bytes."""

import gzip
import random
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from nutgraf.model.records import Event
from tests.pages.kit import Built, invented, opened, served

VOCABULARY = tuple(
    re.findall(
        r"\w+",
        """
        river council minister tariff harbour canal vote letter court treaty border winter dam flood bridge ferry
        engineer inquiry report promise refusal strike signal market price grain cattle union mayor province delegation
        embassy summit protest ballot statute ruling appeal pipeline quota licence permit survey budget deficit
        loan pension agrees refuses announces delays opens closes signs rejects visits raises lowers repeals extends
        recalls buries northern southern early late public secret narrow costly sudden expected second
        final local federal foreign
        """,
    )
)


def timeline_of(count: int) -> dict[str, str]:
    """The files of a timeline: each event has a body, a pinned source and tags, and each third answers another."""
    chance = random.Random(20260120)
    # As in any language, few words are frequent and many are rare (Zipf's law).
    weights = [1 / rank for rank in range(1, len(VOCABULARY) + 1)]

    def phrase(least: int, most: int) -> str:
        return " ".join(chance.choices(VOCABULARY, weights, k=chance.randint(least, most)))

    files = {"site.yaml": "title: The long quarrel\nurl: https://example.org/\n"}
    for number in range(count):
        name, source = f"event-{number:04}", f"source-{number:04}"
        quote, year = phrase(5, 9), 1900 + number * 120 // count
        date = f"{year}-{number % 12 + 1:02}-{number % 28 + 1:02}"
        answers = f"in_response_to: event-{number - 1:04}\n" if number % 3 == 2 else ""
        files[f"content/sources/{source}.md"] = (
            f"---\ntitle: {phrase(4, 8).capitalize()}\npublisher: The {phrase(1, 2).title()}\ndate: {date}\n"
            f"kind: news\nurl: https://example.com/{source}\n---\n\n"
            f"On {date}. {phrase(20, 40)} {quote} {phrase(20, 40)}\n"
        )
        files[f"content/timeline/{name}.md"] = (
            f"---\ntitle: {phrase(5, 9).capitalize()}\ndate: {date}\nimportance: {number % 3 + 1}\n"
            f"tags: [{chance.choice(VOCABULARY[:8])}, {chance.choice(VOCABULARY[8:16])}]\n{answers}"
            f"sources:\n  - source: {source}\n    quote: {quote}\n---\n\n"
            f"{phrase(12, 20).capitalize()}. {phrase(12, 20).capitalize()}.\n"
        )
    return files


@pytest.fixture(scope="module")
def long_timeline(folder: Path) -> Built:
    """Two thousand events."""
    return invented(timeline_of(2_000), folder / "2000")


@pytest.mark.browser
def test_no_page_complains_or_asks_another_host_for_anything(browser: Browser, sites: tuple[Built, ...]) -> None:
    complaints, asked, roots = list[str](), set[str](), list[str]()
    with opened(browser) as page:
        page.on("console", lambda it: complaints.append(f"{page.url}: {it.text}"))
        page.on("pageerror", lambda it: complaints.append(f"{page.url}: {it}"))
        page.on("request", lambda it: asked.add(it.url))
        for site in sites:
            with served(site) as root:
                roots.append(root)
                for address in site.pages():
                    page.goto(f"{root}{address}")
                # What a page still waits for, such as its icon, must not be waiting when the server goes.
                page.goto("about:blank")
    assert complaints == []
    assert [it for it in asked if not it.startswith(tuple(roots))] == []


def test_no_file_of_a_site_is_a_script(sites: tuple[Built, ...]) -> None:
    for site in sites:
        assert [it for it in site.files if it.endswith((".js", ".mjs", ".wasm"))] == []
        for name, data in site.files.items():
            if name.endswith(".html"):
                scripts = re.findall(r"<script\b[^>]*>", data.decode("utf-8"))
                assert set(scripts) <= {'<script type="application/ld+json">'}, name


def zipped(site: Built, address: str) -> int:
    """The bytes that a server sends for a page."""
    return len(gzip.compress(site.files[address], 6, mtime=0))


def test_every_page_of_the_first_site_arrives_in_one_round_trip(real: Built) -> None:
    heavy = {it: size for it in real.files if it.endswith(".html") and (size := zipped(real, it)) > 14_600}
    assert heavy == {}


@pytest.mark.parametrize(("count", "most"), [(12, 15_000), (200, 60_000)])
def test_a_timeline_of_sourced_events_is_light(folder: Path, count: int, most: int) -> None:
    assert zipped(invented(timeline_of(count), folder / str(count)), "timeline.html") <= most


@pytest.mark.browser
def test_a_timeline_takes_two_requests_at_most(browser: Browser, real: Built) -> None:
    asked: list[str] = []
    with served(real) as root, opened(browser) as page:
        page.on("request", lambda it: asked.append(it.url))
        page.goto(f"{root}timeline.html", wait_until="networkidle")
    assert len(asked) <= 2


@pytest.mark.slow
def test_two_thousand_events_stand_in_periods_and_each_keeps_its_address(long_timeline: Built) -> None:
    files = long_timeline.files
    index = files["timeline.html"].decode("utf-8")
    periods = [it for it in files if it.startswith("timeline/")]
    assert len(periods) >= 8
    for event in long_timeline.content.of(Event):
        (link,) = re.findall(rf'<li class="row pick[^"]*" id="{event.id}">.*?<a href="([^"#]+)#{event.id}">', index)
        assert files[link].count(b'<article class="row event pick ') <= 250
        assert f' id="{event.id}"'.encode() in files[link]


@pytest.mark.slow
def test_every_page_of_two_thousand_events_is_light(long_timeline: Built) -> None:
    sizes = {it: zipped(long_timeline, it) for it in long_timeline.files if it.startswith("timeline")}
    del sizes["timelinejs.json"]
    assert {it: size for it, size in sizes.items() if size > 90_000} == {}


@pytest.mark.slow
@pytest.mark.browser
def test_the_index_of_two_thousand_events_is_filtered_and_leads_on(browser: Browser, long_timeline: Built) -> None:
    with opened(browser) as page:
        page.goto(long_timeline.url("timeline.html#event-1234"))
        page.locator("[id='_importance-3']").check()
        kept = sum(it.importance == 3 for it in long_timeline.content.of(Event))
        shown = "[...document.querySelectorAll('.pick')].filter(it => it.checkVisibility()).length"
        assert page.evaluate(shown) == kept + 1
        page.locator("[id='event-1234'] a").click()
        assert page.locator("article[id='event-1234'] h3").is_visible()
