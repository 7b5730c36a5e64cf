"""HTML to blocks with the standard library's parser: words are kept, code isn't. Refuses to judge what is an article.

Scripts, styles, comments and attributes hold no words that a reader sees.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from nutgraf.importing.block import Block, Form, Role, SeedPage
from nutgraf.importing.html_tags import (
    ASIDE,
    BLOCK_TAGS,
    BREAK_TAG,
    BREAKS,
    CLOSED_BY,
    CODE,
    INLINE,
    INLINE_TAGS,
    NAMES,
    OWN_LINE,
    TOPS,
    VOID,
)


def has_tags(text: str) -> bool:
    """Whether a text is HTML: block tags of it, more than one."""
    return (
        len(BLOCK_TAGS.findall(text, 0, 200_000)) > 1
        and re.search(r"</?(?:p|div|h[1-6]|li|td|body)\b", text, re.I) is not None
    )


def strip_inline_tags(text: str) -> tuple[str, int]:
    """A plain text without the few tags that strayed into it, and how many those were."""
    if "<" not in text:
        return text, 0
    text, breaks = BREAK_TAG.subn("\n", text)
    text, others = INLINE_TAGS.subn("", text)
    return text, breaks + others


def without_code(text: str) -> str:
    """HTML without its scripts, styles and other code, as far as they are closed."""
    return CODE.sub(" ", text)


def read_html(text: str) -> SeedPage:
    """The blocks of a page or of a part of one."""
    reader = _Reader()
    reader.feed(without_code(text))
    reader.close()
    return reader.page()


def _gap(tag: str) -> str:
    """What a tag puts between the words on either side of it."""
    return "" if tag in INLINE else " "


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[tuple[str, Role | None, Form]] = []
        self._words: list[str] = []
        self._blocks: list[Block] = []
        self._tags = 0
        self._cells: list[str] | None = None
        self._title = ""
        self._meta: dict[str, str] = {}
        self._main: tuple[int, int] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._tags += 1
        given = {name: value or "" for name, value in attrs}
        self._note(tag, given)
        while self._open and tag in CLOSED_BY.get(self._open[-1][0], ()):
            self._close_one()
        role = self._role(tag, given)
        if (tag in BREAKS and tag not in ("td", "th")) or role in OWN_LINE:
            self._flush()
        self._words.append({"br": "\n", "q": "“"}.get(tag, _gap(tag)))
        if tag == "tr":
            self._cells = []
        if tag in ("article", "main") and self._main is None:
            self._main = (len(self._blocks), -1)
        if tag not in VOID:
            self._open.append((tag, role, self._form(tag)))

    def handle_endtag(self, tag: str) -> None:
        self._tags += 1
        self._words.append("”" if tag == "q" else _gap(tag))
        if tag not in (name for name, _, _ in self._open):
            if tag in BREAKS:
                self._flush()
            return
        while self._open:
            closed = self._open[-1][0]
            self._close_one()
            if closed == tag:
                break

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][0] == "title":
            self._title += data
        else:
            self._words.append(data)

    def _close_one(self) -> None:
        tag, role, _ = self._open[-1]
        if tag in ("td", "th") and self._cells is not None:
            self._cells.append(self._taken())
        elif tag == "tr" and self._cells is not None:
            self._row()
        elif tag in BREAKS or role in OWN_LINE:
            self._flush()
        self._open.pop()
        if tag in ("article", "main") and self._main and self._main[1] < 0:
            self._main = (self._main[0], len(self._blocks))

    def _row(self) -> None:
        cells, self._cells = [cell for cell in self._cells or () if cell], None
        if cells:
            form: Form = "row" if len(cells) > 1 else "text"
            self._blocks.append(Block("\t".join(cells), form, role=self._current_role()))

    def _flush(self) -> None:
        if self._cells is not None:
            self._words.append(" ")
            return
        for part in re.split(r"\n\s*\n", "".join(self._words)):
            text = " ".join(part.split())
            if text:
                form: Form = next((form for _, _, form in reversed(self._open) if form != "text"), "text")
                self._blocks.append(Block(text, form, role=self._current_role()))
        self._words = []

    def _taken(self) -> str:
        text, self._words = " ".join("".join(self._words).split()), []
        return text

    def _current_role(self) -> Role | None:
        return next((role for _, role, _ in reversed(self._open) if role is not None), None)

    @staticmethod
    def _form(tag: str) -> Form:
        if tag == "li":
            return "item"
        return "heading" if re.fullmatch("h[2-6]", tag) else "text"

    @staticmethod
    def _role(tag: str, given: dict[str, str]) -> Role | None:
        names = f"{given.get('class', '')} {given.get('id', '')} {given.get('itemprop', '')}"
        if tag == "h1":
            return "title"
        if tag in ("figcaption", "caption"):
            return "caption"
        if tag in ASIDE or "hidden" in given or "display:none" in given.get("style", "").replace(" ", ""):
            return "related" if NAMES[0][0].search(names) else "aside"
        if tag in ("body", "html", "article", "main"):
            return None
        if TOPS & set(names.lower().split()):
            return "aside"
        return next((role for pattern, role in NAMES if pattern.search(names)), None)

    def _note(self, tag: str, given: dict[str, str]) -> None:
        if tag == "meta":
            name = (given.get("property") or given.get("name") or given.get("itemprop") or "").lower()
            self._meta.setdefault(name, given.get("content", "").strip())
        elif tag == "link" and given.get("rel") == "canonical":
            self._meta.setdefault("canonical", given.get("href", ""))
        elif tag == "html" and given.get("lang"):
            self._meta.setdefault("lang", given["lang"])
        elif tag == "time" and given.get("datetime"):
            self._meta.setdefault("time", given["datetime"])

    def page(self) -> SeedPage:
        """What was read, with what stands outside the article marked so."""
        self._flush()
        blocks = self._blocks
        first, last = self._main or (0, len(blocks))
        last = len(blocks) if last < 0 else last
        inside = sum(len(block.text) for block in blocks[first:last])
        if inside * 2 > sum(len(block.text) for block in blocks):
            blocks = [
                block if first <= number < last or block.role else Block(block.text, block.form, block.gap, "aside")
                for number, block in enumerate(blocks)
            ]
        dates = (
            self._meta.get(name, "")[:10]
            for name in ("article:published_time", "datepublished", "date", "dc.date", "time")
        )
        return SeedPage(
            blocks=tuple(blocks),
            title=" ".join(self._title.split()) or None,
            date=next((date for date in dates if re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", date)), None),
            url=next(
                (
                    url
                    for url in (self._meta.get("canonical"), self._meta.get("og:url"))
                    if url and url.startswith("http")
                ),
                None,
            ),
            publisher=self._meta.get("og:site_name") or None,
            lang=self._meta.get("lang") or None,
            repairs=(("tags", self._tags),),
        )
