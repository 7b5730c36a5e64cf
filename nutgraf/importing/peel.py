"""Peels an article: title, date, byline, trails and furniture go to keys of their own, the rest is its body.

Nothing is thrown away: what is neither body, title, byline nor related item stands under `dropped`, word for word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nutgraf.importing.block import Block, SeedPage
from nutgraf.importing.furniture import date_of_line, furniture_of, is_byline, trail_heading
from nutgraf.importing.heads import PROSE_END, WORD, Work, peel_dateline, peel_head, take_title


@dataclass(frozen=True, slots=True, kw_only=True)
class Peeled:
    """An article in its parts."""

    body: tuple[Block, ...]
    title: str | None
    date: str | None
    byline: str | None
    publisher: str | None
    related: tuple[str, ...]
    dropped: tuple[str, ...]
    is_release: bool
    """Whether it is marked as a press release."""


def peel(page: SeedPage, lang: str, publisher: str | None = None) -> Peeled:
    """The parts of a page. `publisher` helps to tell a site's name from the end of a title."""
    work = Work(list(page.blocks), lang, publisher)
    _by_role(work)
    peel_head(work)
    peel_dateline(work)
    _trails(work)
    _inside(work)
    _tail(work)
    _page_title(work, page)
    return Peeled(
        body=tuple(work.blocks),
        title=work.title,
        date=work.date or page.date,
        byline="; ".join(work.bylines) or None,
        publisher=page.publisher or work.site,
        related=tuple(work.related),
        dropped=tuple(work.dropped),
        is_release=work.is_release,
    )


def _by_role(work: Work) -> None:
    """What the markup itself calls a title, a byline, a date, a caption or no part of the article."""
    kept: list[Block] = []
    trail = False
    for block in work.blocks:
        heading = trail_heading(block.text)
        trail = block.role == "aside" and (trail or (heading is not None and heading[0] == "related"))
        if trail and heading is None:
            work.related.append(block.text)
        elif block.role is None:
            kept.append(block)
        elif block.role == "title" and work.title is None:
            work.title = take_title(work, block.text)
        elif block.role == "byline":
            work.byline(block)
        elif block.role == "related" and heading is None:
            work.related.append(block.text)
        else:
            if block.role == "date":
                work.date = work.date or date_of_line(block.text, work.lang)
            work.drop(block)
    work.blocks = kept


def _trails(work: Work) -> None:
    """Lists of other articles and of sources, each from its heading to where prose begins again."""
    kept: list[Block] = []
    trail: str | None = None
    for number, block in enumerate(work.blocks):
        heading = trail_heading(block.text)
        if heading is not None and (heading[1] or _heads_list(work.blocks, number)):
            if heading[1]:
                work.related.append(heading[1])
                work.dropped.append(block.text)
            else:
                trail = heading[0]
                work.drop(block)
        elif trail is not None and not _is_prose(block, trail):
            if trail == "related" and furniture_of(block.text) is None:
                work.related.append(block.text)
            else:
                work.drop(block)
        else:
            trail = None
            kept.append(block)
    work.blocks = kept


def _heads_list(blocks: Sequence[Block], number: int) -> bool:
    """Whether a list follows, or nothing: in running text the word alone would be a heading of the article's own."""
    if number == 0:
        return False
    following = blocks[number + 1 : number + 2]
    return not following or not _is_prose(following[0], "sources" if number > len(blocks) // 2 else "related")


def _is_prose(block: Block, trail: str) -> bool:
    if block.form in ("item", "row"):
        return False
    count = len(WORD.findall(block.text))
    longest = 60 if trail == "sources" else 20
    return block.form == "heading" or (count > longest and PROSE_END.search(block.text) is not None)


def _inside(work: Work) -> None:
    """Share bars, adverts and notices between paragraphs; with an end mark goes what little follows it."""
    kept: list[Block] = []
    total = sum(len(block.text) for block in work.blocks) or 1
    seen = 0
    for number, block in enumerate(work.blocks):
        kind = furniture_of(block.text)
        if kind == "end" and seen > 0.6 * total:
            for rest in work.blocks[number:]:
                work.drop(rest)
            break
        seen += len(block.text)
        if kind is None or (kind == "contact" and block.form == "row"):
            kept.append(block)
        else:
            work.drop(block)
    work.blocks = kept


def _tail(work: Work) -> None:
    """Bylines and dates below the article."""
    tail: list[Block] = []
    while len(work.blocks) > 1 and len(tail) < 4:
        block = work.blocks[-1]
        if block.form != "text" or len(block.text.split()) > 16:
            return
        if is_byline(block.text, at_end=True):
            work.bylines.insert(0, block.text)
        elif date := date_of_line(block.text, work.lang, most_words=3):
            work.date = work.date or date
            work.drop(block)
        else:
            return
        tail.append(work.blocks.pop())


def _page_title(work: Work, page: SeedPage) -> None:
    """The title in a page's head: the article's where it has none of its own, and kept in any case."""
    if page.title is None:
        return
    if work.title is None:
        work.title = take_title(work, page.title)
    elif page.title != work.title:
        work.dropped.append(page.title)
