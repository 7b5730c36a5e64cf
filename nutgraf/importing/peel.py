"""Peels an article: title, date, byline, trails and furniture go to keys of their own, the rest is its body.

Nothing is thrown away: what is neither body, title, byline nor related item stands under `dropped`, word for word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from nutgraf.importing.block import Block, Page
from nutgraf.importing.dateline import dateline_of
from nutgraf.importing.furniture import date_of_line, furniture_of, is_byline, split_site, trail_heading

_HEAD = 14
"""Blocks within which an article must have begun."""
_MAIL = re.compile(
    r"(?P<name>subject|from|to|cc|date|sent|reply-to|message-id|title|headline|objet|betreff|asunto|assunto)\s*:\s*(?P<value>.+)",
    re.IGNORECASE,
)
_PROSE_END = re.compile(r"[.!?…。！？؟][\"”’»)\]』」]*$")
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")


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


@dataclass(slots=True)
class _Work:
    blocks: list[Block]
    lang: str
    publisher: str | None
    title: str | None = None
    date: str | None = None
    bylines: list[str] = field(default_factory=list)
    related: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    site: str | None = None
    is_release: bool = False

    def drop(self, block: Block) -> None:
        self.dropped.append(" ".join(block.text.split()))

    def byline(self, block: Block) -> None:
        if block.text not in self.bylines:
            self.bylines.append(block.text)


def peel(page: Page, lang: str, publisher: str | None = None) -> Peeled:
    """The parts of a page. `publisher` helps to tell a site's name from the end of a title."""
    work = _Work(list(page.blocks), lang, publisher)
    _by_role(work)
    _head(work)
    _dateline(work)
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


def _by_role(work: _Work) -> None:
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
            work.title = _title(work, block.text)
        elif block.role == "byline":
            work.byline(block)
        elif block.role == "related" and heading is None:
            work.related.append(block.text)
        else:
            if block.role == "date":
                work.date = work.date or date_of_line(block.text, work.lang)
            work.drop(block)
    work.blocks = kept


def _title(work: _Work, text: str) -> str:
    title, site = split_site(text, work.publisher)
    if site:
        work.site = site.split(",")[0].strip()
        work.dropped.append(site)
    return title


def _head(work: _Work) -> None:
    """The lines above the article."""
    for _ in range(_HEAD):
        if not work.blocks:
            return
        block = work.blocks[0]
        if not _is_head_line(work, block):
            return
        work.blocks.pop(0)


def _is_head_line(work: _Work, block: Block) -> bool:
    """Whether a block stands above the article; if so, it is put where it belongs."""
    text = block.text
    kind = furniture_of(text)
    mail = _MAIL.fullmatch(text)
    if kind is not None:
        work.is_release = work.is_release or kind == "release"
        work.drop(block)
    elif mail and (len(text.split()) < 30):
        _mail_line(work, block, mail["name"].lower(), mail["value"])
    elif date := date_of_line(text, work.lang):
        work.date = work.date or date
        work.drop(block)
    elif work.title is not None and len(text.split()) < 17 and is_byline(text, at_end=False) and len(work.blocks) > 1:
        work.byline(block)
    elif work.title is None and _is_title(work.blocks):
        work.title = _title(work, text)
    else:
        return False
    return True


def _mail_line(work: _Work, block: Block, name: str, value: str) -> None:
    if name in ("subject", "title", "headline", "objet", "betreff", "asunto", "assunto") and work.title is None:
        work.title = value
    elif name in ("date", "sent"):
        work.date = work.date or date_of_line(value, work.lang)
    work.drop(block)


def _is_title(blocks: Sequence[Block]) -> bool:
    """Whether the first block is a headline: short, no sentence, and an article follows."""
    text, rest = blocks[0].text, blocks[1:]
    count = len(_WORD.findall(text))
    if (
        not rest
        or blocks[0].form in ("item", "row")
        or not 1 < count <= (50 if _is_han(text) else 32)
        or len(text) > 240
    ):
        return False
    letters = [character for character in text if character.isalpha()]
    if sum(character.isupper() for character in letters) > 0.8 * len(letters) and letters[0].lower() != letters[0]:
        return True
    if re.search(r"[.;,:。，；：،؛…]$", text) or (re.search(r"[”\"»]$", text) and re.search(r"[.,][”\"»]$", text)):
        return False
    return any(len(_WORD.findall(block.text)) > max(12, count // 2) for block in rest[:6])


def _is_han(text: str) -> bool:
    return re.search("[\u3040-\u30ff\u3400-\u9fff]", text) is not None


def _dateline(work: _Work) -> None:
    """The place, day and agency before the first sentence."""
    if not work.blocks or work.blocks[0].form != "text":
        return
    found = dateline_of(work.blocks[0].text, work.lang)
    if found is None:
        return
    work.dropped.append(found.text)
    work.date = work.date or found.date
    work.site = work.site or found.agency
    first = work.blocks[0]
    work.blocks[0] = Block(first.text[found.end :].lstrip(), first.form, first.gap)
    if not work.blocks[0].text:
        work.blocks.pop(0)


def _trails(work: _Work) -> None:
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
    count = len(_WORD.findall(block.text))
    longest = 60 if trail == "sources" else 20
    return block.form == "heading" or (count > longest and _PROSE_END.search(block.text) is not None)


def _inside(work: _Work) -> None:
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


def _tail(work: _Work) -> None:
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


def _page_title(work: _Work, page: Page) -> None:
    """The title in a page's head: the article's where it has none of its own, and kept in any case."""
    if page.title is None:
        return
    if work.title is None:
        work.title = _title(work, page.title)
    elif page.title != work.title:
        work.dropped.append(page.title)
