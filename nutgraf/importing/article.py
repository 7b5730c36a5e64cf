"""A seed's bytes to an article with its candidates: the steps in order. Reads like a table of contents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from nutgraf.importing.amounts import find_amounts
from nutgraf.importing.block import Block, SeedPage, as_markdown
from nutgraf.importing.calendar import Published, published
from nutgraf.importing.date_languages import date_language
from nutgraf.importing.dates import FoundDate, find_dates
from nutgraf.importing.decode import decode
from nutgraf.importing.given import Given
from nutgraf.importing.html import has_tags, read_html, strip_inline_tags
from nutgraf.importing.joints import part_sentences
from nutgraf.importing.languages import language_of
from nutgraf.importing.ledger import added, lost, visible
from nutgraf.importing.lines import read_lines
from nutgraf.importing.names import find_names
from nutgraf.importing.peel import Peeled, peel
from nutgraf.importing.quotation_marks import quoted_in
from nutgraf.importing.quotes import find_quotes
from nutgraf.importing.repair import clean, mend
from nutgraf.importing.sentences import sentence_at, sentence_spans
from nutgraf.locales.pick import primary
from nutgraf.model.records import FoundEvent, FoundFigure, FoundQuote, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article in its parts, with the candidates found in it and an account of what was done."""

    title: str | None
    publisher: str | None
    date: str | None
    url: str | None
    lang: str | None
    is_release: bool
    byline: str | None
    related: tuple[str, ...]
    dropped: tuple[str, ...]
    body: str
    quotes: tuple[FoundQuote, ...]
    events: tuple[FoundEvent, ...]
    phrases: tuple[str, ...]
    """The words of each event's date, in the order of the events."""
    figures: tuple[FoundFigure, ...]
    people: tuple[str, ...]
    organisations: tuple[str, ...]
    encoding: str
    repairs: tuple[tuple[str, int], ...]
    stated: str | None
    """The day of publication that the text itself gives."""
    guessed_lang: bool
    found_title: bool
    """Whether the title stands in the text."""
    lost: Counter[str]
    added: Counter[str]


def read_article(data: bytes, name: str, given: Given) -> Article:
    """The article in a seed. `name` is its file name, whose ending tells Markdown and HTML. Raises Unreadable."""
    decoded = decode(data, given.encoding)
    repairs: Counter[str] = Counter()
    page, seed = _page(decoded.text, name, repairs)
    page = replace(page, blocks=_parted(page.blocks, repairs))
    whole = "\n".join(block.text for block in page.blocks if block.role is None)
    lang = given.lang or page.lang or language_of(whole)
    peeled = peel(page, lang or "en", given.publisher)
    body = as_markdown(peeled.body)
    dropped = peeled.dropped
    if given.title and peeled.title and given.title != peeled.title:
        dropped = (*dropped, peeled.title)
    kept = ["\n\n".join(body), given.title or peeled.title or "", peeled.byline or "", *peeled.related, *dropped]
    found = _candidates(peeled, published(given.date or peeled.date), lang or "en")
    return Article(
        title=given.title or peeled.title,
        publisher=given.publisher or peeled.publisher,
        date=given.date or peeled.date,
        url=given.url or page.url,
        lang=lang,
        is_release=peeled.is_release,
        byline=peeled.byline,
        related=peeled.related,
        dropped=dropped,
        body="\n\n".join(body),
        quotes=found.quotes,
        events=tuple(found.events),
        phrases=tuple(found.events.values()),
        figures=found.figures,
        people=found.people,
        organisations=found.organisations,
        encoding=decoded.encoding,
        repairs=tuple((kind, count) for kind, count in repairs.items() if count),
        stated=peeled.date,
        found_title=peeled.title is not None,
        guessed_lang=not (given.lang or page.lang),
        lost=lost(seed, kept),
        added=added(seed, "\n".join(body)),
    )


def _page(text: str, name: str, repairs: Counter[str]) -> tuple[SeedPage, str]:
    """The seed in blocks with its characters repaired, and its words as the ledger counts them."""
    text, mended = mend(text)
    repairs.update(mended)
    is_html = name.lower().endswith((".html", ".htm")) or has_tags(text)
    if is_html:
        page, seed = read_html(text), visible(text)
        page = replace(page, title=clean(page.title, entities=False)[0].strip() or None if page.title else None)
    else:
        seed, repairs["tags"] = strip_inline_tags(text)
        page = read_lines(seed, markdown=name.lower().endswith((".md", ".markdown")))
    repairs.update(dict(page.repairs))
    blocks = tuple(_cleaned(block, repairs, entities=not is_html) for block in page.blocks)
    return replace(page, blocks=tuple(it for it in blocks if it.text)), clean(seed, entities=not is_html)[0]


def _cleaned(block: Block, repairs: Counter[str], *, entities: bool) -> Block:
    text, done = clean(block.text, entities=entities)
    repairs.update(done)
    return replace(block, text=text.replace("\n", " ").strip())


def _parted(blocks: tuple[Block, ...], repairs: Counter[str]) -> tuple[Block, ...]:
    parted = []
    for block in blocks:
        text, count = part_sentences(block.text) if block.role is None else (block.text, 0)
        repairs["glued sentences"] += count
        parted.append(Block(text, block.form, block.gap, block.role))
    return tuple(parted)


@dataclass(frozen=True, slots=True)
class _Candidates:
    quotes: tuple[FoundQuote, ...]
    events: Mapping[FoundEvent, str]
    """Each with the words of its date."""
    figures: tuple[FoundFigure, ...]
    people: tuple[str, ...]
    organisations: tuple[str, ...]


def _candidates(peeled: Peeled, known: Published | None, lang: str) -> _Candidates:
    prose = [block.text for block in peeled.body if block.form != "heading"]
    spoken = primary(lang)
    marks = quoted_in(prose)
    dates = []
    for number, paragraph in enumerate(prose):
        quoted = tuple(
            (it.start if it.paragraph == number else 0, it.end if it.last == number else len(paragraph))
            for it in marks
            if it.paragraph <= number <= it.last
        )
        dates.append(find_dates(paragraph, date_language(spoken), known, quoted))
    people, organisations = find_names([block.text for block in peeled.body if block.form in ("text", "item")])
    return _Candidates(
        quotes=find_quotes(prose, spoken),
        events=_events(prose, dates),
        figures=find_amounts(prose, [tuple((it.start, it.end) for it in found) for found in dates], spoken),
        people=people,
        organisations=organisations,
    )


def _events(paragraphs: list[str], dates: list[tuple[FoundDate, ...]]) -> dict[FoundEvent, str]:
    """A candidate for each date and sentence that holds it, with the words of the date."""
    events: dict[FoundEvent, str] = {}
    for paragraph, found in zip(paragraphs, dates, strict=True):
        spans = sentence_spans(paragraph)
        for it in found:
            start, end = sentence_at(spans, it.start)
            date = Text(it.date) if it.date else None
            events.setdefault(
                FoundEvent(date=date, excerpt=Text(paragraph[start:end].strip())), paragraph[it.start : it.end]
            )
    return events
