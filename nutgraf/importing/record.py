"""An article to the text of its source record: front matter in a stable order, and the body. Composes nothing."""

from __future__ import annotations

from dataclasses import dataclass

from nutgraf.importing.article import Article
from nutgraf.reading.frontmatter import yamltext as yaml

FOUND = ("byline", "related", "dropped", "quotes", "events", "figures", "people", "organisations")
"""The keys that only an import writes."""
WANTED = ("title", "publisher", "date")
"""What a record needs and a text may not give: left empty, for the author to fill in."""

_DATES = frozenset({"date"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The front matter that authors may edit, by field, in the order in which it is written."""

    values: tuple[tuple[str, str | None], ...]
    lists: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def get(self, key: str) -> str | None:
        """One value."""
        return dict(self.values).get(key)


def facts_of(article: Article, seed: str | None, sha256: str) -> Facts:
    """What the import says of an article; what it doesn't know is None."""
    missing = [article.title, article.publisher, article.date].count(None)
    values = {
        "title": article.title,
        "publisher": article.publisher,
        "date": article.date,
        "kind": "official" if article.is_release else "news",
        "url": article.url,
        "lang": article.lang,
        "draft": "true" if missing else None,
        "seed": seed,
        "sha256": sha256,
    }
    return Facts(values=tuple(values.items()))


def record_text(article: Article, facts: Facts) -> str:
    """The whole file."""
    return f"---\n{front_matter(facts)}{found(article)}---\n\n{article.body}\n"


def front_matter(facts: Facts) -> str:
    """The lines of the fields that authors edit; a wanted one that isn't known stands empty."""
    plain = {"date", "accessed", "draft", "sha256", "kind", "rights", "lang"}
    lines = [
        yaml.line(key, value, plain=key in plain) if value is not None else f"{key}:\n"
        for key, value in facts.values
        if value is not None or key in WANTED
    ]
    return "".join(lines) + "".join(yaml.texts(key, values) for key, values in facts.lists)


def found(article: Article) -> str:
    """The lines of what the import peeled and found."""
    quotes = [{"text": it.text, "speaker": it.speaker} for it in article.quotes]
    events = [{"date": it.date, "excerpt": it.excerpt} for it in article.events]
    figures = [{"value": it.value, "unit": it.unit, "excerpt": it.excerpt} for it in article.figures]
    return "".join(
        [
            yaml.line("byline", article.byline) if article.byline else "",
            yaml.texts("related", article.related),
            yaml.texts("dropped", article.dropped),
            yaml.records("quotes", quotes),
            yaml.records("events", events, _DATES),
            yaml.records("figures", figures),
            yaml.texts("people", article.people),
            yaml.texts("organisations", article.organisations),
        ]
    )
