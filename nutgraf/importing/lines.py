"""Plain text to blocks: wrapped lines joined, list marks and headings read, tables kept by row. Keeps every word."""

from __future__ import annotations

import re
from itertools import pairwise

from nutgraf.importing.block import Block, Form, SeedPage

_BULLET = re.compile(r"\s*(?:[*•·‣◦▪●■►–—]|--?|o(?=\s{2,}))\s+(?=\S)")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(?P<hash>.+?)\s*#*\s*$|={2,4}\s*(?P<wiki>[^=]+?)\s*={2,4}\s*$")
_NUMBERED = re.compile(r"\s*(?:\d{1,2}[.)]|\(?[a-z]\))\s+\S")
_HEADER = re.compile(r"[A-Z][\w-]{1,20}:\s+\S")
_QUOTED_MAIL = re.compile(r"^(?:>\s?)+")
_ENDS = re.compile(r"[.!?:…][\"”’')»]*$")
_BROKEN_WORD = re.compile(r"[^\W\d_]-$")
_SHORTEST_WRAP = 40
_LONGEST_WRAP = 110


def read_lines(text: str, *, markdown: bool = False) -> SeedPage:
    """The blocks of a plain text."""
    lines = _unquoted([line.rstrip() for line in text.split("\n")])
    width = _wrap_width(lines)
    blocks: list[Block] = []
    joined = 0
    gap = True
    previous = ""
    above = True
    for line in lines:
        if not line.strip():
            gap, above = True, above and not blocks
            continue
        block = _block(line, gap, markdown=markdown)
        may_join = not gap and width and _may_go_on(blocks[-1], block, line)
        if may_join and _is_broken_off(previous, line, width, ragged=not above):
            blocks[-1] = _joined(blocks[-1], line.strip())
            joined += 1
        else:
            blocks.append(block)
        previous, gap = line, False
    return SeedPage(tuple(blocks), repairs=(("wrapped lines", joined),))


def _unquoted(lines: list[str]) -> list[str]:
    """The lines without the marks of a quoted mail, where most of them carry one."""
    written = [line for line in lines if line]
    marked = sum(line.startswith(">") for line in written)
    return [_QUOTED_MAIL.sub("", line) for line in lines] if written and marked > 0.7 * len(written) else lines


def _wrap_width(lines: list[str]) -> int:
    """The width that lines were wrapped at; 0 where they weren't."""
    inner = [len(line) for line, following in pairwise(lines) if line.strip() and following.strip()]
    longest = max((len(line) for line in lines), default=0)
    if len(inner) < 3 or not _SHORTEST_WRAP <= longest <= _LONGEST_WRAP:
        return 0
    full = sum(length >= 0.7 * longest for length in inner)
    return longest if full >= 0.5 * len(inner) else 0


def _may_go_on(before: Block, block: Block, line: str) -> bool:
    own = _NUMBERED.match(line) or _HEADER.match(line)
    return block.form == "text" and before.form not in ("row", "heading") and own is None


def _is_broken_off(previous: str, line: str, width: int, *, ragged: bool) -> bool:
    """Whether the line before was only broken off: the next word wouldn't have fitted, or its sentence goes on.

    `ragged` lets a shorter line be broken off too; above an article short lines stand for themselves.
    """
    first = line.split(maxsplit=1)[0]
    if _BROKEN_WORD.search(previous) and first[0].islower():
        return True
    if len(previous) + 1 + len(first) > 0.88 * width:
        return True
    if first[0].islower():
        return len(previous) > 0.5 * width
    return ragged and len(previous) > 0.6 * width and not _ENDS.search(previous)


def _joined(block: Block, line: str) -> Block:
    hyphened = _BROKEN_WORD.search(block.text) and line[0].islower()
    dashed = block.text.endswith(("—", "--"))
    space = "" if hyphened or dashed or (_is_han(block.text[-1]) and _is_han(line[0])) else " "
    return Block(f"{block.text}{space}{line}", block.form, block.gap)


def _is_han(character: str) -> bool:
    return "\u3000" <= character <= "\u9fff" or "\uff00" <= character <= "\uffef"


def _block(line: str, gap: bool, *, markdown: bool) -> Block:
    heading = _HEADING.match(line)
    if heading and (markdown or heading["wiki"]):
        return Block((heading["hash"] or heading["wiki"]).strip(), "heading", gap)
    if len([cell for cell in line.split("\t") if cell.strip()]) > 1 and "\t" in line.strip():
        return Block("\t".join(" ".join(cell.split()) for cell in line.strip().split("\t")), "row", gap)
    bullet = _BULLET.match(line)
    form: Form = "item" if bullet and not re.fullmatch(r"[\W\d_]*", line) else "text"
    text = line[bullet.end() :] if bullet and form == "item" else line
    return Block(" ".join(text.split()), form, gap)
