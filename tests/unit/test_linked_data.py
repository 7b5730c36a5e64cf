"""What pages say of themselves to machines, whole: everything that is told, and of the right page."""

import json
import re

import pytest

from nutgraf.pipeline import Outcome
from tests.sitekit import DEFAULTS, ROOT, MakeSite, make, page

DESCRIPTION = "Rain, snow and a dam are the three things that make the river rise."
EXPLAINER = (
    f"---\ntitle: {{}}\ndescription: {DESCRIPTION}\npublished: 2026-01-01\nupdated: 2026-01-09\n{{}}---\n\n{{}}\n"
)
FILES = {
    "site.yaml": "title: The River\nurl: https://example.org/river/\npublisher: The River Office\n"
    "description: Why the river rose in spring, who says so, and how each of them knows.\n",
    "content/about.md": "---\ntitle: About\n---\n\nWe.\n",
    "content/explainers/why.md": EXPLAINER.format(
        "Why?",
        "tags: [water, snow]\nplayers: [mayor, journal]\nkey_points:\n  - text: It rained.\n    sources: [gauge]\n",
        "It rained. [@paper]",
    ),
    "content/explainers/how.md": EXPLAINER.format("How?", "lang: fr\n", "It flowed."),
    "content/sources/gauge.md": DEFAULTS["content/sources/gauge.md"],
    "content/sources/paper.md": "---\ntitle: Flood!\npublisher: The Paper\ndate: 2026-01-03\nkind: news\n"
    "url: https://example.com/flood\n---\n\nIt rained.\n",
    "content/sources/unread.md": "---\ntitle: Unread\npublisher: The Paper\ndate: 2026-01-04\nkind: news\n---\n\nSo.\n",
    "content/players/mayor.md": "---\ntitle: The mayor\nrole: Runs the town\ntype: person\n---\n",
    "content/players/journal.md": "---\ntitle: The journal\nrole: Writes\ntype: media\n---\n",
    "content/glossary/flood.md": "---\ntitle: Flood\nabbr: Fl.\n---\n\nWater where *none* should be.\n",
    "content/changes/a.md": "---\ntitle: It was rain\ndate: 2026-01-09\ntype: corrected\npages: [why]\n---\n",
    "content/changes/b.md": "---\ntitle: A picture\ndate: 2026-01-08\ntype: added\npages: [why]\n---\n",
    "content/changes/c.md": "---\ntitle: It flowed\ndate: 2026-01-07\ntype: corrected\npages: [how]\n---\n",
}
SITE = {"@type": "WebSite", "name": "The River", "url": "https://example.org/river/"}
OFFICE = {"@type": "Organization", "name": "The River Office"}


@pytest.fixture
def outcome(make_site: MakeSite) -> Outcome:
    return make(make_site(FILES), home=ROOT)


def told(outcome: Outcome, address: str) -> object:
    (script,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page(outcome, address))
    return json.loads(script)


def test_an_explainer_tells_what_it_is_about_what_it_cites_and_what_was_corrected_in_it(outcome: Outcome) -> None:
    assert told(outcome, "explainers/why.html") == {
        "@context": "https://schema.org",
        "@type": "BackgroundNewsArticle",
        "headline": "Why?",
        "description": DESCRIPTION,
        "inLanguage": "en",
        "datePublished": "2026-01-01",
        "dateModified": "2026-01-09",
        "url": "https://example.org/river/explainers/why.html",
        "keywords": "water, snow",
        "about": [{"@type": "Person", "name": "The mayor"}, {"@type": "NewsMediaOrganization", "name": "The journal"}],
        "citation": [
            {
                "@type": "CreativeWork",
                "name": "Gauge readings",
                "publisher": {"@type": "Organization", "name": "River Office"},
                "datePublished": "2026-01-02",
            },
            {
                "@type": "NewsArticle",
                "name": "Flood!",
                "publisher": {"@type": "Organization", "name": "The Paper"},
                "datePublished": "2026-01-03",
                "url": "https://example.com/flood",
            },
        ],
        "correction": [{"@type": "CorrectionComment", "text": "It was rain", "datePublished": "2026-01-09"}],
        "isPartOf": SITE,
        "publisher": OFFICE,
        "publishingPrinciples": "https://example.org/river/about.html",
    }


def test_an_explainer_without_players_sources_and_tags_tells_of_none(outcome: Outcome) -> None:
    assert told(outcome, "explainers/how.html") == {
        "@context": "https://schema.org",
        "@type": "BackgroundNewsArticle",
        "headline": "How?",
        "description": DESCRIPTION,
        "inLanguage": "fr",
        "datePublished": "2026-01-01",
        "dateModified": "2026-01-09",
        "url": "https://example.org/river/explainers/how.html",
        "correction": [{"@type": "CorrectionComment", "text": "It flowed", "datePublished": "2026-01-07"}],
        "isPartOf": SITE,
        "publisher": OFFICE,
        "publishingPrinciples": "https://example.org/river/about.html",
    }


def test_the_first_page_tells_of_the_site_and_its_explainers(outcome: Outcome) -> None:
    part = {"@type": "BackgroundNewsArticle"}
    assert told(outcome, "index.html") == {
        "@context": "https://schema.org",
        **SITE,
        "description": "Why the river rose in spring, who says so, and how each of them knows.",
        "inLanguage": "en",
        "publisher": OFFICE,
        "hasPart": [
            {**part, "headline": "How?", "url": "https://example.org/river/explainers/how.html"},
            {**part, "headline": "Why?", "url": "https://example.org/river/explainers/why.html"},
        ],
    }


def test_the_glossary_tells_each_term_with_its_meaning(outcome: Outcome) -> None:
    assert told(outcome, "glossary.html") == {
        "@context": "https://schema.org",
        "@type": "DefinedTermSet",
        "name": "The River",
        "url": "https://example.org/river/glossary.html",
        "hasDefinedTerm": [
            {
                "@type": "DefinedTerm",
                "name": "Flood",
                "termCode": "Fl.",
                "description": "Water where none should be.",
                "url": "https://example.org/river/glossary.html#flood",
            }
        ],
    }
