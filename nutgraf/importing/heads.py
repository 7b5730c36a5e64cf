"""The lines above an article: title, date, byline, dateline, and what a release or a mail is headed with.

Whatever it takes away it keeps: under a key of its own, or among the dropped lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from nutgraf.importing.block import Block
from nutgraf.importing.dateline import dateline_of
from nutgraf.importing.furniture import date_of_line, furniture_of, is_byline, split_site

_HEAD = 14
"""Blocks within which an article must have begun."""
_MAIL = re.compile(
    r"(?P<name>subject|from|to|cc|date|sent|reply-to|message-id|title|headline|objet|betreff|asunto|assunto)\s*:\s*(?P<value>.+)",
    re.IGNORECASE,
)
PROSE_END = re.compile(r"[.!?…。！？؟][\"”’»)\]』」]*$")
WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")


@dataclass(slots=True)
class Work:
    """An article while it is peeled: the blocks that are left, and what was taken from them."""

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
        """Keep a line among those that are no part of the article."""
        self.dropped.append(" ".join(block.text.split()))

    def byline(self, block: Block) -> None:
        """Keep a line as a byline."""
        if block.text not in self.bylines:
            self.bylines.append(block.text)


def take_title(work: Work, text: str) -> str:
    """The title without the name of its site, which is kept too."""
    title, site = split_site(text, work.publisher)
    if site:
        work.site = site.split(",")[0].strip()
        work.dropped.append(site)
    return title


def peel_head(work: Work) -> None:
    """The lines above the article."""
    for _ in range(_HEAD):
        if not work.blocks:
            return
        block = work.blocks[0]
        if not _is_head_line(work, block):
            return
        work.blocks.pop(0)


def _is_head_line(work: Work, block: Block) -> bool:
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
        work.title = take_title(work, text)
    elif work.title is not None and _is_capitals(work.title) and _is_capitals(text) and not block.gap:
        work.title = f"{work.title} {text}"
    elif work.title is not None and _is_above_date(work):
        work.drop(block)
    else:
        return False
    return True


def _is_above_date(work: Work) -> bool:
    """Whether short lines only, such as an occasion, an office and a place, stand between here and a line of a date."""
    for block in work.blocks[:6]:
        if date_of_line(block.text, work.lang):
            return True
        if len(block.text.split()) > 8 or PROSE_END.search(block.text):
            return False
    return False


def _is_capitals(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    upper = sum(character.isupper() for character in letters)
    return len(letters) > 1 and upper > 0.8 * len(letters)


def _mail_line(work: Work, block: Block, name: str, value: str) -> None:
    if name in ("subject", "title", "headline", "objet", "betreff", "asunto", "assunto") and work.title is None:
        work.title = value
    elif name in ("date", "sent"):
        work.date = work.date or date_of_line(value, work.lang)
    work.drop(block)


def _is_title(blocks: Sequence[Block]) -> bool:
    """Whether the first block is a headline: short, no sentence, and an article follows."""
    text, rest = blocks[0].text, blocks[1:]
    count = len(WORD.findall(text))
    if (
        not rest
        or blocks[0].form in ("item", "row")
        or not 1 < count <= (50 if _is_han(text) else 32)
        or len(text) > 240
    ):
        return False
    if _is_capitals(text):
        return True
    if re.search(r"[.;,:。，；：،؛…]$", text) or (re.search(r"[”\"»]$", text) and re.search(r"[.,][”\"»]$", text)):
        return False
    return any(len(WORD.findall(block.text)) > max(12, count // 2) for block in rest[:6])


def _is_han(text: str) -> bool:
    return re.search("[\u3040-\u30ff\u3400-\u9fff]", text) is not None


def peel_dateline(work: Work) -> None:
    """The place, day and agency before the first sentence."""
    # A line that sums the article up may stand above it.
    for number, block in enumerate(work.blocks[:3]):
        found = dateline_of(block.text, work.lang) if block.form == "text" else None
        if found is not None:
            work.dropped.append(found.text)
            work.date = work.date or found.date
            work.site = work.site or found.agency
            rest = block.text[found.end :].lstrip()
            work.blocks[number : number + 1] = [Block(rest, block.form, block.gap)] if rest else []
        if found is not None or PROSE_END.search(block.text):
            return
