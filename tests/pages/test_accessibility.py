"""Nobody is shut out: axe finds nothing, and the keyboard reaches everything and shows where it is."""

from collections.abc import Mapping
from importlib.resources import files
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from nutgraf.model.records import Change, Event, Explainer, Number, Player, Source
from tests.pages.kit import Built, opened

pytestmark = pytest.mark.browser

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
Look = Literal["light", "dark", "forced"]
LOOKS: tuple[Look, ...] = ("light", "dark", "forced")
RULES: Mapping[Look, object] = {
    "light": {},
    "dark": {"runOnly": ["color-contrast", "link-in-text-block"]},
    "forced": {"runOnly": ["color-contrast", "link-in-text-block"]},
}
"""All of them once; where only colours differ, those on colours."""
VARIANTS: tuple[tuple[int, Look], ...] = (
    (360, "light"), (768, "light"), (1280, "light"), (1280, "dark"), (1280, "forced"),
)  # fmt: skip
"""Colours do not depend on the width."""

RUN_AXE = """async rules => {
  const { violations } = await axe.run(document, { resultTypes: ["violations"], ...rules });
  return violations.map(it => `${it.id}: ${it.nodes.map(node => node.target.join(" ")).join(", ")}`);
}"""

FOCUSED = """() => {
  const it = document.activeElement;
  if (!it || it === document.body) return null;
  const style = getComputedStyle(it);
  const own = it.closest("article[id], li[id], section.question");
  return {
    within: own ? own.id || own.getAttribute("aria-labelledby") : "",
    target: it.getAttribute("popovertarget") || "",
    outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    shown: it.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
  };
}"""


def page_types(real: Built, every_kind: Built, arabic: Built) -> list[tuple[Built, str]]:
    """A page of each kind, and those that show what the first site has not."""
    real_pages = [it for it in real.pages() if not it.startswith(("explainers/", "embed/"))]
    real_pages += ["explainers/what-beijing-wants.html", "embed/timeline.html"]
    other_pages = ["index.html", "timeline.html", "numbers.html", "explainers/why.html"]
    return [
        *((real, it) for it in real_pages),
        *((every_kind, it) for it in other_pages),
        (arabic, "timeline.html"),
    ]


def look(page: Page, wanted: Look) -> None:
    page.emulate_media(
        color_scheme="dark" if wanted == "dark" else "light",
        forced_colors="active" if wanted == "forced" else "none",
    )


def test_axe_finds_nothing_at_any_width_or_in_any_colours(
    browser: Browser, real: Built, every_kind: Built, arabic: Built
) -> None:
    found: dict[str, list[str]] = {}
    with opened(browser) as page:
        for site, address in page_types(real, every_kind, arabic):
            page.goto(site.url(address))
            page.evaluate(AXE)
            for width, wanted in VARIANTS:
                page.set_viewport_size({"width": width, "height": 800})
                look(page, wanted)
                violations = page.evaluate(RUN_AXE, RULES[wanted])
                if violations:
                    found[f"{address} {width} {wanted}"] = violations
    assert found == {}


def test_axe_finds_nothing_in_an_open_note(browser: Browser, real: Built) -> None:
    with opened(browser, width=360) as page:
        page.goto(real.url("explainers/why-now.html"))
        page.locator(".mark:not(.gloss) button").first.click()
        page.evaluate(AXE)
        for wanted in LOOKS:
            look(page, wanted)
            assert page.evaluate(RUN_AXE, RULES[wanted]) == [], wanted


def stops(page: Page) -> list[dict[str, str | float | bool]]:
    """Every place that Tab stops at, in order."""
    found: list[dict[str, str | float | bool]] = []
    while True:
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None:
            return found
        found.append(stop)


@pytest.mark.parametrize("width", [360, 1280])
def test_every_event_and_each_of_its_sources_is_reached_by_tab(browser: Browser, real: Built, width: int) -> None:
    with opened(browser, width=width) as page:
        page.goto(real.url("timeline.html"))
        found = stops(page)
        notes = page.locator("article.event .mark button").count()
    assert {it.id for it in real.content.of(Event)} <= {it["within"] for it in found}
    assert sum(bool(it["target"]) for it in found) == notes > len(real.content.of(Event))


def test_every_entry_of_every_list_is_reached_by_tab(browser: Browser, real: Built) -> None:
    (tariffs,) = (it for it in real.content.of(Explainer) if it.id == "the-tariffs")
    expected = {
        "sources.html": {it.id for it in real.content.of(Source)},
        "players.html": {it.id for it in real.content.of(Player)},
        "numbers.html": {it.id for it in real.content.of(Number)},
        "changes.html": {it.id for it in real.content.of(Change)},
        "explainers/the-tariffs.html": {it.id for it in tariffs.body.sections},
    }
    with opened(browser) as page:
        for address, ids in expected.items():
            page.goto(real.url(address))
            assert ids <= {it["within"] for it in stops(page)}, address


def test_what_has_the_focus_is_seen_and_outlined(browser: Browser, real: Built) -> None:
    with opened(browser) as page:
        for address in ("index.html", "timeline.html", "explainers/why-now.html", "sources.html", "about.html"):
            page.goto(real.url(address))
            faint = [it for it in stops(page) if not it["shown"] or float(it["outline"]) < 2]
            assert faint == [], address


def test_every_event_is_an_article_with_a_heading(browser: Browser, real: Built) -> None:
    with opened(browser) as page:
        page.goto(real.url("timeline.html"))
        for event in real.content.of(Event):
            article = page.locator(f"[id='{event.id}']")
            assert article.evaluate("it => it.localName") == "article"
            assert article.get_by_role("heading").count() == 1
