"""Drafts to start from: an event for each dated candidate, and an explainer that cites them. Composes no claim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nutgraf.importing.article import Article
from nutgraf.importing.calendar import published
from nutgraf.locales.pick import primary
from nutgraf.model.kinds import kind_of
from nutgraf.model.records import Event, Explainer, FoundEvent
from nutgraf.model.slugs import slug
from nutgraf.reading.frontmatter import yamltext as yaml

TIMELINE, EXPLAINERS = kind_of(Event).folder, kind_of(Explainer).folder

_TITLE_WORDS = 9
"""Fewer words of a source in a row than the copying check allows."""
_TITLE_SIGNS = 20
_HAN = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_LONGEST_QUOTATION = 40
_MOST_QUOTATIONS = 5
_HEADINGS = {
    "en": ("What happened?", "Who says what?", "What is not known yet?", "To be written."),
    "fr": ("Que s'est-il passé ?", "Qui dit quoi ?", "Que ne sait-on pas encore ?", "À écrire."),
}
_DESCRIPTIONS = {
    "en": "Draft made from {}: what happened, who says what, and what is not known yet.",
    "fr": "Ébauche tirée de {} : ce qui s'est passé, qui dit quoi, et ce qu'on ne sait pas encore.",
}


@dataclass(frozen=True, slots=True)
class DraftFile:
    """A file below content/, and its text."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Drafts:
    """The drafts of one article, and what was left out."""

    files: tuple[DraftFile, ...]
    undated: int
    """Candidates without a year, of which no event can be made."""


def drafts_of(article: Article, source_id: str) -> Drafts:
    """An event for each candidate that has a year, and an explainer where a publication date tells its day."""
    dated = {
        it: phrase
        for it, phrase in zip(article.events, article.phrases, strict=True)
        if it.date and not it.date.startswith("XXXX")
    }
    ids = list(_ids(list(dated), source_id))
    files = [
        DraftFile(f"{TIMELINE}/{name}.md", _event(it, _pin(it.excerpt, phrase), article, source_id))
        for name, (it, phrase) in zip(ids, dated.items(), strict=True)
    ]
    explainer = _explainer(article, source_id, ids)
    if explainer is not None:
        files.append(DraftFile(f"{EXPLAINERS}/{source_id}-draft.md", explainer))
    return Drafts(tuple(files), len(article.events) - len(dated))


def _ids(events: list[FoundEvent], source_id: str) -> Iterator[str]:
    taken: set[str] = set()
    for number, event in enumerate(events, 1):
        words = slug(" ".join(_title(event.excerpt).split()[:6]).rstrip("…"))[:60].strip("-")
        name = words if words and words not in taken else f"{words or source_id[:60]}-{number}"
        taken.add(name)
        yield name


def _title(excerpt: str) -> str:
    """The first words of the excerpt: a title to be replaced. It doesn't end within a figure."""
    plain = " ".join(re.sub(r"[\"“”„«»\[\]]", "", excerpt).split())
    if _HAN.search(plain):
        return plain if len(plain) <= _TITLE_SIGNS else re.sub(r"[\W\d]+$", "", plain[:_TITLE_SIGNS]) + "…"
    words = plain.split()
    if len(words) <= _TITLE_WORDS:
        return plain.rstrip(".")
    kept = words[:_TITLE_WORDS]
    while len(kept) > 1 and kept[-1][-1:].isdigit():
        kept.pop()
    return " ".join(kept).rstrip(",;:") + "…"


def _pin(excerpt: str, phrase: str) -> str:
    """The excerpt, or of a long one the words round its date: the copying check allows a pin fewer than 50 words."""
    words = [
        match.span() for match in re.finditer(r"[\u3040-\u30ff\u3400-\u9fff]|[^\s\u3040-\u30ff\u3400-\u9fff]+", excerpt)
    ]
    if len(words) <= _LONGEST_QUOTATION:
        return excerpt
    at = next(number for number, (_, end) in enumerate(words) if end > excerpt.find(phrase))
    first = max(0, min(at - _LONGEST_QUOTATION // 2, len(words) - _LONGEST_QUOTATION))
    return excerpt[words[first][0] : words[first + _LONGEST_QUOTATION - 1][1]].strip(" ,;:")


def _event(event: FoundEvent, quote: str, article: Article, source_id: str) -> str:
    pin = yaml.records("sources", [{"source": source_id, "quote": quote}])
    return "".join(
        [
            "---\n",
            yaml.line("title", _title(quote)),
            _lang(article),
            "draft: true\n",
            yaml.line("date", event.date or "", plain=True),
            pin,
            "---\n",
        ]
    )


def _lang(article: Article) -> str:
    return yaml.line("lang", article.lang) if article.lang else ""


def _explainer(article: Article, source_id: str, events: list[str]) -> str | None:
    known = published(article.date)
    if known is None or known.day is None:
        return None
    lang = primary(article.lang or "en")
    happened, says, unknown, to_write = _HEADINGS.get(lang, _HEADINGS["en"])
    description = _DESCRIPTIONS.get(lang, _DESCRIPTIONS["en"]).format(source_id[:50])
    lines = [
        "---\n",
        yaml.line("title", article.title or source_id),
        _lang(article),
        "draft: true\n",
        yaml.line("description", description),
        f"published: {known.day}\nupdated: {known.day}\n---\n",
        f"\n## {happened}\n\n" + ("".join(f"- [[{name}]] [@{source_id}]\n" for name in events) or f"{to_write}\n"),
    ]
    quotes = [
        it
        for it in article.quotes
        if it.text in article.body
        and not re.search(r"[\"“”„«»\[\]{}|*_<>`]", it.text)
        and len(it.text.split()) <= _LONGEST_QUOTATION
    ]
    if quotes:
        lines.append(f"\n## {says}\n")
        lines += [
            f"\n> “{it.text}”{f' — {it.speaker}' if it.speaker else ''} [@{source_id}]\n"
            for it in quotes[:_MOST_QUOTATIONS]
        ]
    lines.append(f"\n## {unknown} {{kind=unknown}}\n\n{to_write}\n")
    return "".join(lines)
