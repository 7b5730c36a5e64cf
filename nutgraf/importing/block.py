"""The shape that lines of text and HTML are both brought into before anything is peeled. Refuses to interpret."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal["title", "byline", "date", "related", "aside", "caption"]
Form = Literal["text", "item", "heading", "row"]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, list item, heading or row of a table."""

    text: str
    form: Form = "text"
    gap: bool = True
    """Whether a blank line stands before it."""
    role: Role | None = None
    """What the markup says that it is, where it says so."""


@dataclass(frozen=True, slots=True)
class SeedPage:
    """A text cut into blocks, and what its markup tells about it."""

    blocks: tuple[Block, ...]
    title: str | None = None
    """The title in the head of a page."""
    date: str | None = None
    """The day of publication in the markup, EDTF."""
    url: str | None = None
    publisher: str | None = None
    lang: str | None = None
    repairs: tuple[tuple[str, int], ...] = ()


def as_markdown(blocks: tuple[Block, ...]) -> tuple[str, ...]:
    """The paragraphs of the body: items keep a hyphen, headings two signs, rows become a table."""
    paragraphs: list[str] = []
    before: Block | None = None
    for block in blocks:
        text = _written(block)
        joined = before is not None and before.form == block.form and block.form in ("item", "row")
        if joined and block.form == "row":
            cells = before.text.count("\t") + 1 if before else 1
            first = paragraphs[-1].count("\n") == 0
            paragraphs[-1] += f"\n|{' --- |' * cells}\n{text}" if first else f"\n{text}"
        elif joined:
            paragraphs[-1] += f"\n{text}"
        else:
            paragraphs.append(text)
        before = block
    return tuple(paragraphs)


def _written(block: Block) -> str:
    if block.form == "item":
        return f"- {block.text}"
    if block.form == "heading":
        return f"## {block.text}"
    if block.form == "row":
        return f"| {' | '.join(cell.strip() for cell in block.text.split(chr(9)))} |"
    return block.text
