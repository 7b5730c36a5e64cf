"""What readers can do on a page without a script: filter, follow links, open notes."""

import itertools
import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from nutgraf.model.records import Event
from tests.pages.kit import Built, opened

pytestmark = pytest.mark.browser


def shown(page: Page) -> set[str]:
    """The events that can be seen."""
    ids: list[str] = page.locator("article.event:visible").evaluate_all("all => all.map(it => it.id)")
    return set(ids)


def facets(site: Built) -> dict[str, dict[str, set[str]]]:
    """By facet and choice: the events that it keeps."""
    events = site.content.of(Event)
    tags = {tag for it in events for tag in it.tags}
    players = {player for it in events for player in it.players}
    return {
        "tag": {f"_tag-{tag}": {it.id for it in events if tag in it.tags} for tag in tags},
        "by": {f"_by-{player}": {it.id for it in events if player in it.players} for player in players},
        "importance": {f"_importance-{n}": {it.id for it in events if it.importance == n} for n in (1, 2, 3)},
    }


def choices(page: Page, facet: str) -> list[Locator]:
    return page.locator(f"input[name='{facet}'][id]").all()


def test_each_choice_shows_the_events_it_counts(browser: Browser, real: Built) -> None:
    with opened(browser) as page:
        page.goto(real.url("timeline.html"))
        for facet, wanted in facets(real).items():
            for choice in choices(page, facet):
                choice.check()
                name = choice.get_attribute("id") or ""
                count = page.locator(f"label:has([id='{name}']) .count").inner_text()
                assert (shown(page), int(count)) == (wanted[name], len(wanted[name])), name
                years = page.locator(".year h2:visible").count()
                assert years == len({it.date.calendar_year for it in real.content.of(Event) if it.id in wanted[name]})
            page.locator(f"input[name='{facet}']").first.check()


def test_filters_work_together_and_leave_no_empty_year(browser: Browser, real: Built) -> None:
    wanted = facets(real)
    with opened(browser) as page:
        page.goto(real.url("timeline.html"))
        for tag, player in itertools.product(choices(page, "tag"), choices(page, "by")):
            tag.check()
            player.check()
            names = tag.get_attribute("id") or "", player.get_attribute("id") or ""
            kept = wanted["tag"][names[0]] & wanted["by"][names[1]]
            assert shown(page) == kept, names
            assert page.locator(".year h2:visible").count() == 0


def test_a_filtered_timeline_says_how_many_events_are_left(browser: Browser, real: Built) -> None:
    with opened(browser) as page:
        page.goto(real.url("timeline.html"))
        expect(page.locator(".shown")).to_be_hidden()
        page.locator("[id='_importance-3']").check()
        expect(page.locator(".shown")).to_be_visible()
        # What a stylesheet counts stands nowhere in the document, but what is read aloud has it.
        tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
        heard = "".join(it["name"]["value"] for it in tree if it.get("role", {}).get("value") == "StaticText")
    (told,) = re.findall(r"Events shown: (\d+)", heard)
    assert int(told) == len(facets(real)["importance"]["_importance-3"])


def test_a_link_to_an_event_shows_it_whatever_the_filter(browser: Browser, real: Built) -> None:
    with opened(browser) as page:
        page.goto(real.url("timeline.html"))
        page.locator("[id='_tag-media']").check()
        page.locator("[id='_by-joe-biden']").check()
        expect(page.locator("#ev-tariff")).to_be_hidden()
        page.locator(".glance a[href='#ev-tariff']").click()
        expect(page.locator("#ev-tariff h3")).to_be_in_viewport()
        assert shown(page) == {"ev-tariff"}


def test_a_chain_of_answers_is_followed_both_ways(browser: Browser, real: Built) -> None:
    with opened(browser) as page:
        page.goto(real.url("timeline.html"))
        page.locator("#china-retaliates .facts a[href='#ev-tariff']").click()
        expect(page.locator("#ev-tariff h3")).to_be_in_viewport()
        page.locator("#ev-tariff .facts a[href='#china-retaliates']").click()
        expect(page.locator("#china-retaliates h3")).to_be_in_viewport()


@pytest.fixture(scope="module", params=["timeline.html", "explainers/what-beijing-wants.html", "index.html"])
def address(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


def opening(page: Page, kind: str) -> tuple[Locator, Locator]:
    """The first button of that kind, and what it opens."""
    button = page.locator(f"{kind} button:visible").first
    return button, page.locator(f"[id='{button.get_attribute('popovertarget')}']")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_note_opens_by_the_keyboard_and_gives_the_focus_back(
    browser: Browser, real: Built, address: str, key: str
) -> None:
    with opened(browser) as page:
        page.goto(real.url(address))
        button, note = opening(page, ".mark:not(.gloss)")
        button.focus()
        page.keyboard.press(key)
        expect(note).to_be_visible()
        page.keyboard.press("Tab")
        expect(note.locator(":focus")).to_have_count(1)
        page.keyboard.press("Escape")
        expect(note).to_be_hidden()
        expect(button).to_be_focused()


def test_a_note_opens_by_a_click_and_closes_by_its_button(browser: Browser, real: Built, address: str) -> None:
    with opened(browser, width=360) as page:
        page.goto(real.url(address))
        button, note = opening(page, ".mark:not(.gloss)")
        button.click()
        expect(note).to_be_in_viewport()
        note.locator("button").click()
        expect(note).to_be_hidden()
        expect(button).to_be_focused()


def test_a_term_is_explained_on_the_spot(browser: Browser, real: Built) -> None:
    with opened(browser, width=768) as page:
        page.goto(real.url("explainers/what-beijing-wants.html"))
        button, slip = opening(page, ".gloss")
        button.click()
        expect(slip).to_be_in_viewport()
        expect(slip.locator("a[href*='.html#']")).to_be_visible()


def test_links_in_a_frame_open_in_the_whole_window_and_places_in_the_frame(browser: Browser, real: Built) -> None:
    with opened(browser) as page:
        for name in (it for it in real.pages() if it.startswith("embed/")):
            page.goto(real.url(name))
            links = page.locator("a[href]").evaluate_all("all => all.map(it => [it.getAttribute('href'), it.target])")
            wrong = [it for it in links if (it[1] == "_top") == it[0].startswith("#")]
            assert wrong == [], name


def test_an_iframe_from_the_snippet_shows_the_timeline(browser: Browser, real: Built) -> None:
    with opened(browser) as page:
        page.goto(real.url("timeline.html"))
        page.locator(".share summary").click()
        snippet, link = page.locator(".share code").all_inner_texts()
        host = real.folder / "host.html"
        copy = snippet.replace(str(real.content.site.url), f"{real.folder.as_uri()}/")
        host.write_text(f"<!doctype html><title>Host</title>{copy}{link}", encoding="utf-8")
        page.goto(host.as_uri())
        frame = page.frame_locator("iframe[title='Timeline'][loading=lazy]")
        expect(frame.locator("#ev-tariff h3")).to_be_attached()
        expect(page.locator("blockquote a")).to_have_attribute("href", f"{real.content.site.url}timeline.html")


def test_a_site_written_from_the_right_mirrors(browser: Browser, arabic: Built, real: Built) -> None:
    sides = "all => all.map(it => it.getBoundingClientRect().x)"
    with opened(browser) as page:
        for site, is_mirrored in ((real, False), (arabic, True)):
            page.goto(site.url("timeline.html"))
            direction = page.evaluate("getComputedStyle(document.querySelector('main')).direction")
            assert direction == ("rtl" if is_mirrored else "ltr")
            rail = page.locator(".event .when").evaluate_all(sides)
            text = page.locator(".event h3").evaluate_all(sides)
            assert {left < right for left, right in zip(rail, text, strict=True)} == {not is_mirrored}
