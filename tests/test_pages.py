"""What holds for every page that the default templates make, whatever they look like."""

import base64
import hashlib
import itertools
import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import html5lib
import pytest

from nutgraf.model.walk import live_addresses
from nutgraf.pipeline import Outcome
from tests.sitekit import DEFAULTS, FIRST_VERSION, ROOT, lines, make, snapshot, write_site

SITES = Path(__file__).parent / "sites"
HTML = "{http://www.w3.org/1999/xhtml}"
CHECKED = ("first version", "every-kind", "french", "right-to-left", "smallest", "names taken")
FETCHING = {
    ("img", "src"), ("script", "src"), ("iframe", "src"), ("source", "src"), ("video", "src"), ("audio", "src"),
    ("object", "data"), ("embed", "src"), ("input", "src"), ("link", "href"), ("use", "href"), ("image", "href"),
}  # fmt: skip
"""What a browser fetches without being asked."""

_EXPLAINER = (
    "---\ntitle: {}\ndescription: Rain, snow and a dam are the three things that make the river rise.\n"
    "published: 2026-01-01\nupdated: 2026-01-01\n---\n\nIt rained. [@gauge]\n\n"
)
TAKEN = {
    "content/index.md": "---\ntitle: Why?\nkey_points: [{text: It rained., sources: [gauge]}]\n---\n\n"
    "It rained. [@gauge][^1]\n\n"
    + "".join(
        f"## {it}\n\n[down](#{it.lower().replace(' ', '-')})\n\n"
        for it in (
            "Main",
            "Key points",
            "Questions",
            "Events",
            "Numbers",
            "Changes",
            "Footnotes",
            "Note 1",
            "Top",
            "Sources",
        )
    )
    + "[^1]: Much.\n",
    "content/about.md": "---\ntitle: About\n---\n\nWe.[^1] [@gauge]\n\n## Main\n\n## Footnotes\n\n## Note 1\n\n"
    "[^1]: All.\n",
    "content/explainers/main.md": _EXPLAINER.format("Main")
    + "".join(
        f"## {it}\n\n[[note-1]] [[footnotes]]\n\n"
        for it in ("Who is who", "Terms met", "What changed", "On this page", "Key points", "Main", "Note 1", "First")
    ),
    "content/timeline/year-2024.md": "---\ntitle: E\ndate: 2024\ndate_note: K.\nsources: [gauge]\n---\n",
    "content/timeline/glance.md": "---\ntitle: E\ndate: 2024\ndate_note: K.\nsources: [gauge]\n---\n",
    "content/players/note-1.md": "---\ntitle: P\nrole: r\n---\n\nSo. [@gauge]\n",
    "content/glossary/footnotes.md": "---\ntitle: T\n---\n\nSo.[^1] [@gauge]\n\n[^1]: Much.\n",
    "content/numbers/numbers.md": "---\ntitle: N\nvalue: 4.2\nunit: metres\nas_of: 2026-01-02\nsources: [gauge]\n---\n",
    "content/changes/events.md": "---\ntitle: C\ndate: 2026-01-01\ntype: added\npages: [main]\n---\n",
    "content/changes/first.md": "---\ntitle: C\ndate: 2026-01-02\ntype: added\npages: [main]\n---\n",
}
"""A site whose authors chose the very names that the templates use for parts of a page."""


def site_of(name: str, folder: Path) -> Path:
    """The folder of a site."""
    if name == "first version":
        return FIRST_VERSION
    return write_site(folder, {**DEFAULTS, **TAKEN} if name == "names taken" else snapshot(SITES / name / "input"))


@pytest.fixture(scope="module", params=CHECKED)
def site_name(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture(scope="module")
def outcome(site_name: str, tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """A site made with the templates of this repository."""
    made = make(site_of(site_name, tmp_path_factory.mktemp("site")), home=ROOT)
    assert [it for it in lines(made.problems) if " stale: " not in it] == []
    return made


@pytest.fixture(scope="module")
def files(outcome: Outcome) -> dict[str, bytes]:
    assert outcome.outputs is not None
    return {it.address: it.data for it in outcome.outputs.files}


@pytest.fixture(scope="module")
def pages(files: dict[str, bytes]) -> dict[str, str]:
    return {name: data.decode("utf-8") for name, data in files.items() if name.endswith(".html")}


@pytest.fixture(scope="module")
def trees(pages: dict[str, str]) -> dict[str, etree.Element]:
    return {name: html5lib.parse(text) for name, text in pages.items()}


def elements(tree: etree.Element) -> Iterator[tuple[str, etree.Element]]:
    """Every element with its name, without its namespace."""
    for element in tree.iter():
        if isinstance(element.tag, str):
            yield element.tag.rpartition("}")[2], element


def ids(tree: etree.Element) -> list[str]:
    return [element.attrib["id"] for _, element in elements(tree) if "id" in element.attrib]


def parse_errors(text: str) -> list[str]:
    """What a strict parser finds wrong, with the place in the text."""
    parser = html5lib.HTMLParser()
    parser.parse(text)
    return [f"line {line}: {code} {data}" for (line, _), code, data in parser.errors]


def test_every_page_is_well_formed_html(pages: dict[str, str]) -> None:
    assert {name: found for name, text in pages.items() if (found := parse_errors(text))} == {}


def test_every_page_says_its_language_direction_and_encoding(trees: dict[str, etree.Element]) -> None:
    for name, tree in trees.items():
        assert tree.get("lang"), name
        assert tree.get("dir") in ("ltr", "rtl"), name
        assert [it.get("charset") for tag, it in elements(tree) if tag == "meta" and "charset" in it.attrib] == [
            "utf-8"
        ]


def test_every_page_has_a_title_of_its_own(trees: dict[str, etree.Element]) -> None:
    moved = {name for name, tree in trees.items() if is_elsewhere(tree)}
    titles = [
        next(it.text for tag, it in elements(tree) if tag == "title")
        for name, tree in trees.items()
        if name not in moved
    ]
    assert len(set(titles)) == len(titles)


def is_elsewhere(tree: etree.Element) -> bool:
    """Whether a page is only a signpost to another, or another's bare copy."""
    robots = [it.get("content") or "" for tag, it in elements(tree) if tag == "meta" and it.get("name") == "robots"]
    return any("noindex" in it for it in robots)


def test_every_page_has_one_first_level_heading_and_skips_no_level(trees: dict[str, etree.Element]) -> None:
    for name, tree in trees.items():
        if any(tag == "meta" and it.get("http-equiv") == "refresh" for tag, it in elements(tree)):
            continue
        levels = [int(tag[1]) for tag, _ in elements(tree) if re.fullmatch("h[1-6]", tag)]
        assert levels.count(1) == 1, name
        assert [it for it in itertools.pairwise(levels) if it[1] > it[0] + 1] == [], (name, levels)


def test_no_id_stands_twice_on_a_page(trees: dict[str, etree.Element]) -> None:
    twice = {name: {it for it in ids(tree) if ids(tree).count(it) > 1} for name, tree in trees.items()}
    assert {name: found for name, found in twice.items() if found} == {}


def test_every_reference_to_an_id_finds_it(trees: dict[str, etree.Element]) -> None:
    names = ("aria-labelledby", "aria-describedby", "aria-controls", "for", "popovertarget", "headers")
    for name, tree in trees.items():
        known = set(ids(tree))
        wanted = {word for _, it in elements(tree) for key in names for word in it.get(key, "").split()}
        assert wanted - known == set(), name


def targets(page: str, tree: etree.Element) -> Iterator[str]:
    """Where a page's links within the site lead, as path and id."""
    for tag, element in elements(tree):
        link = element.get("href") or element.get("src")
        if link is not None and tag != "image" and not urlsplit(link).scheme and not urlsplit(link).netloc:
            yield urljoin(page, link)


def test_every_link_within_the_site_leads_to_a_file_and_an_id(
    trees: dict[str, etree.Element], files: Mapping[str, bytes]
) -> None:
    lost: set[str] = set()
    for page, tree in trees.items():
        if page == "404.html":
            continue
        for target in targets(page, tree):
            path, _, fragment = target.partition("#")
            name = unquote(path)
            if name not in files or (fragment and name in trees and unquote(fragment) not in ids(trees[name])):
                lost.add(f"{page} -> {target}")
    assert lost == set()


def test_every_address_that_is_promised_for_good_leads_somewhere(
    outcome: Outcome, trees: dict[str, etree.Element]
) -> None:
    lost = []
    for address in live_addresses(outcome.content):
        page, _, fragment = address.partition("#")
        if page not in trees or (fragment and fragment not in ids(trees[page])):
            lost.append(address)
    assert lost == []


def test_links_are_relative_so_that_a_double_click_is_enough(trees: dict[str, etree.Element]) -> None:
    for name, tree in trees.items():
        if name != "404.html":
            assert [it for _, element in elements(tree) if (it := element.get("href", "")).startswith("/")] == [], name


def test_no_page_runs_anything(trees: dict[str, etree.Element]) -> None:
    for name, tree in trees.items():
        scripts = [it for tag, it in elements(tree) if tag == "script" and it.get("type") != "application/ld+json"]
        assert scripts == [], name
        assert [key for _, it in elements(tree) for key in it.attrib if key.lower().startswith("on")] == [], name
        assert [it for _, element in elements(tree) if (it := element.get("href", "")).startswith("javascript:")] == []
        assert [tag for tag, _ in elements(tree) if tag in ("iframe", "object", "embed", "form", "base")] == [], name


def test_no_element_carries_a_style_of_its_own(trees: dict[str, etree.Element]) -> None:
    assert {name: tag for name, tree in trees.items() for tag, it in elements(tree) if "style" in it.attrib} == {}


def test_no_page_asks_another_host_for_anything(trees: dict[str, etree.Element]) -> None:
    for name, tree in trees.items():
        for tag, element in elements(tree):
            if tag == "link" and element.get("rel") not in ("icon", "stylesheet", "preload", "manifest"):
                continue
            for key, value in element.attrib.items():
                if (tag, key.rpartition("}")[2]) in FETCHING:
                    assert not urlsplit(value).netloc, (name, tag, value)


def policy(tree: etree.Element) -> dict[str, list[str]]:
    """The content security policy of a page, directive by directive."""
    (content,) = [
        it.get("content", "")
        for tag, it in elements(tree)
        if it.get("http-equiv") == "Content-Security-Policy" and tag == "meta"
    ]
    return {words[0]: words[1:] for words in (directive.split() for directive in content.split(";"))}


def test_the_policy_of_every_page_allows_nothing_foreign(trees: dict[str, etree.Element]) -> None:
    for name, tree in trees.items():
        found = policy(tree)
        assert found["default-src"] == ["'none'"], name
        assert (found["base-uri"], found["form-action"]) == (["'none'"], ["'none'"]), name
        sources = [source for directive, allowed in found.items() for source in allowed if directive != "style-src"]
        assert set(sources) <= {"'none'", "'self'", "data:"}, name


def test_the_policy_names_the_page_s_one_style_by_its_hash(trees: dict[str, etree.Element]) -> None:
    for name, tree in trees.items():
        styles = [it.text or "" for tag, it in elements(tree) if tag == "style"]
        digests = [base64.b64encode(hashlib.sha256(it.encode("utf-8")).digest()).decode("ascii") for it in styles]
        assert policy(tree)["style-src"] == [f"'sha256-{it}'" for it in digests], name


def test_every_picture_is_described(trees: dict[str, etree.Element]) -> None:
    assert {
        name: it.get("src")
        for name, tree in trees.items()
        for tag, it in elements(tree)
        if tag == "img" and "alt" not in it.attrib
    } == {}


def test_every_button_and_every_link_has_a_name(trees: dict[str, etree.Element]) -> None:
    for name, tree in trees.items():
        for tag, element in elements(tree):
            if tag in ("a", "button"):
                alts = "".join(it.get("alt", "") for it in element.iter())
                assert element.get("aria-label") or "".join(element.itertext()).strip() or alts, (name, element.attrib)


def test_no_link_or_button_stands_within_another(trees: dict[str, etree.Element]) -> None:
    for name, tree in trees.items():
        for tag, element in elements(tree):
            if tag in ("a", "button"):
                inner = [other for other, _ in elements(element) if other in ("a", "button")]
                assert inner == [tag], (name, "".join(element.itertext()))
