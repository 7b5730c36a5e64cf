"""What pages say of themselves to machines: JSON-LD in the words of schema.org, such as BackgroundNewsArticle."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping

from markupsafe import Markup

from nutgraf.model.addresses import absolute, address_of
from nutgraf.model.kinds import kind_of
from nutgraf.model.records import About, Change, Explainer, Home, Player, Source, Term
from nutgraf.model.site import Content
from nutgraf.model.walk import sources_cited_by

Thing = Mapping[str, object]


def as_script(thing: Thing) -> Markup:
    """The JSON, with `<` written so that no text in it can end the script element."""
    whole = {"@context": "https://schema.org", **_without_gaps(thing)}
    return Markup(json.dumps(whole, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"))


def article(content: Content, explainer: Explainer) -> Thing:
    """An explainer: what it is about, what it cites, when it changed, and what was corrected in it."""
    players = [target for name in explainer.players if isinstance(target := content.targets[name], Player)]
    cited = {content.source_index[name].id for name in sources_cited_by(explainer)}
    return {
        "@type": "BackgroundNewsArticle",
        "headline": explainer.title,
        "description": explainer.description,
        "inLanguage": explainer.lang or content.site.lang,
        "datePublished": explainer.published.isoformat(),
        "dateModified": explainer.updated.isoformat(),
        "url": _url(content, address_of(explainer)),
        "keywords": ", ".join(explainer.tags) or None,
        "about": [_player(player) for player in players] or None,
        "citation": [_source(source) for source in content.of(Source) if source.id in cited] or None,
        "correction": [_correction(it) for it in _corrections(content, explainer)] or None,
        "isPartOf": _site(content),
        "publisher": _publisher(content),
        "publishingPrinciples": _url(content, kind_of(About).page) if content.of(About) else None,
    }


def front_page(content: Content) -> Thing:
    """The site as a whole, with its explainers as parts."""
    parts = [
        {"@type": "BackgroundNewsArticle", "headline": it.title, "url": _url(content, address_of(it))}
        for it in content.of(Explainer)
    ]
    return {
        **_site(content),
        "description": content.home.description or content.site.description,
        "inLanguage": content.site.lang,
        "publisher": _publisher(content),
        "hasPart": [_without_gaps(part) for part in parts] or None,
    }


def glossary(content: Content, plain: Callable[[Term], str]) -> Thing:
    """The glossary as a set of defined terms; `plain` gives a definition's words."""
    return {
        "@type": "DefinedTermSet",
        "name": content.site.title,
        "url": _url(content, kind_of(Term).page),
        "hasDefinedTerm": [_term(content, term, plain(term)) for term in content.of(Term)],
    }


def _term(content: Content, term: Term, words: str) -> Thing:
    thing = {"@type": "DefinedTerm", "name": term.title, "termCode": term.abbr, "description": words}
    return _without_gaps({**thing, "url": _url(content, address_of(term))})


def _player(player: Player) -> Thing:
    kinds = {"person": "Person", "government": "GovernmentOrganization", "media": "NewsMediaOrganization"}
    return {"@type": kinds.get(player.type, "Organization"), "name": player.title}


def _source(source: Source) -> Thing:
    return _without_gaps(
        {
            "@type": "NewsArticle" if source.kind == "news" else "CreativeWork",
            "name": source.title,
            "publisher": {"@type": "Organization", "name": source.publisher},
            "datePublished": source.date.text if source.date and source.date.html_datetime else None,
            "url": source.url,
        }
    )


def _corrections(content: Content, explainer: Explainer) -> Iterable[Change]:
    return (it for it in content.of(Change) if it.type == "corrected" and explainer.id in it.pages)


def _correction(change: Change) -> Thing:
    return {"@type": "CorrectionComment", "text": change.title, "datePublished": change.date.isoformat()}


def _site(content: Content) -> Thing:
    return _without_gaps({"@type": "WebSite", "name": content.site.title, "url": _url(content, kind_of(Home).page)})


def _publisher(content: Content) -> Thing | None:
    return {"@type": "Organization", "name": content.site.publisher} if content.site.publisher else None


def _url(content: Content, address: str) -> str | None:
    return absolute(content.site.url, address) if content.site.url else None


def _without_gaps(thing: Thing) -> Thing:
    return {name: value for name, value in thing.items() if value is not None}
