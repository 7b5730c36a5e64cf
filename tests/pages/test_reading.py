"""Every word is there for everybody: without scripts, on paper, on small screens and in large type."""

import io

import pypdf
import pytest
from playwright.sync_api import Browser, Page

from nutgraf.model.records import Event, Explainer, Source
from tests.pages.kit import Built, opened, run_together, words, words_of

pytestmark = pytest.mark.browser


def claims_of(site: Built) -> dict[str, dict[str, set[str]]]:
    """By page and id: the words that readers must be able to read there."""
    content = site.content
    found = {
        "timeline.html": {it.id: set(words(it.title)) | words_of(content, it.body.lead) for it in content.of(Event)}
    }
    for it in content.of(Explainer):
        found[f"explainers/{it.id}.html"] = {
            section.id: words_of(content, section.heading) | words_of(content, section.body)
            for section in it.body.sections
        }
    return found


def read(page: Page, name: str) -> set[str]:
    """The words that are shown within the element of that id, or within the section that it heads."""
    text = page.evaluate("id => document.getElementById(id).closest('article.event, section').innerText", name)
    return set(words(text))


def test_every_word_of_events_and_answers_is_there_without_scripts(browser: Browser, real: Built) -> None:
    lost: dict[str, set[str]] = {}
    with opened(browser, scripting=False) as page:
        for address, texts in claims_of(real).items():
            page.goto(real.url(address))
            for name, wanted in texts.items():
                if missing := wanted - read(page, name):
                    lost[f"{address}#{name}"] = missing
    assert lost == {}


def printed(page: Page) -> str:
    pages = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    return "\n".join(it.extract_text() for it in pages)


def test_paper_holds_every_event_whatever_the_filter(browser: Browser, real: Built) -> None:
    with opened(browser) as page:
        page.goto(real.url("timeline.html"))
        for facet in page.locator("fieldset").all():
            facet.locator("[id]").last.check()
        assert page.locator("article.event:visible").count() < len(real.content.of(Event))
        paper = run_together(printed(page))
    for event in real.content.of(Event):
        assert run_together(event.title) in paper, event.title
    for name, wanted in claims_of(real)["timeline.html"].items():
        assert {it for it in wanted if it not in paper} == set(), name


def test_paper_holds_every_answer_its_notes_and_where_it_was_printed_from(browser: Browser, real: Built) -> None:
    with opened(browser) as page:
        for explainer in real.content.of(Explainer):
            address = f"explainers/{explainer.id}.html"
            page.goto(real.url(address))
            paper = printed(page)
            joined = run_together(paper)
            lost = {it for wanted in claims_of(real)[address].values() for it in wanted if it not in joined}
            assert lost == set(), address
            for quote in page.locator("q").all_text_contents():
                assert run_together(quote) in joined, (address, quote)
            assert run_together(f"{real.content.site.url}{address}") in joined, address
            assert "Version of" in paper, address


def test_paper_shows_the_addresses_of_what_is_elsewhere(browser: Browser, every_kind: Built) -> None:
    addresses = [it.url for it in every_kind.content.of(Source) if it.url]
    with opened(browser) as page:
        page.goto(every_kind.url("sources.html"))
        paper = "".join(printed(page).split())
    assert addresses
    assert [it for it in addresses if it not in paper] == []


def too_wide(page: Page) -> int:
    """By how many pixels a page is wider than its window."""
    wide: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return wide


@pytest.mark.parametrize(("width", "text"), [(320, "100%"), (320, "200%"), (1280, "200%")])
def test_no_page_scrolls_sideways(browser: Browser, sites: tuple[Built, ...], width: int, text: str) -> None:
    wide: dict[str, int] = {}
    with opened(browser, width=width) as page:
        for site in sites:
            for address in site.pages():
                page.goto(site.url(address))
                page.evaluate("size => { document.documentElement.style.fontSize = size }", text)
                if over := too_wide(page):
                    wide[f"{site.content.site.title}: {address}"] = over
    assert wide == {}


@pytest.mark.parametrize(("width", "height", "least"), [(1280, 900, 10), (375, 700, 4)])
def test_the_first_screen_of_the_timeline_shows_headlines(
    browser: Browser, real: Built, width: int, height: int, least: int
) -> None:
    with opened(browser, width=width, height=height) as page:
        page.goto(real.url("timeline.html"))
        bottoms = page.locator(".glance li a").evaluate_all("all => all.map(it => it.getBoundingClientRect().bottom)")
    assert sum(it <= height for it in bottoms) >= least
