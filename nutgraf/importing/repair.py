"""Repairs of single characters, each counted: entities, mojibake, no-break spaces, what can't be seen.

Refuses to touch words, spelling or quotation marks; ftfy is told to leave those as they are. The only importer of ftfy.
"""

from __future__ import annotations

import functools
import html
import re
from collections import Counter
from typing import TYPE_CHECKING

from nutgraf.model.characters import MEANINGLESS

if TYPE_CHECKING:
    from ftfy import TextFixerConfig

Repairs = Counter[str]

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
# What UTF-8 read as windows-1252 looks like; ftfy decides, this only spares it the lines that are fine.
_SUSPECT = re.compile(
    "[\u00c2-\u00f4\u0192\u02c6\u201a][\u0080-\u00bf\u0152-\u0178\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|[\x80-\x9f]"
)
# The closing quotation mark whose last byte windows-1252 doesn't define, and which is lost on the way.
_LOST_CLOSING = re.compile("\u00e2\u20ac(?:\ufffd|(?=[\\s.,;:!?)]|$))")
_GARBLED = re.compile("[\x80-\uffff]+")
_INVISIBLE = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff{MEANINGLESS}]")
_ENTITY_RUN = re.compile(r"(?:&(?!lt;|gt;|amp;|quot;)#?\w{2,8};|[^\x00-\x7f])*&#?\w{2,8};(?:&#?\w{2,8};|[^\x00-\x7f])*")
_FIXED_SPACE = re.compile("[\u00a0\u202f\u2007\u2009\u2002-\u2006\u2008\u200a\u3000]")
_IN_NUMBER = re.compile("(?<=\\d)[\u00a0\u202f\u2009](?=\\d{3}(?!\\d))")


def mend(text: str) -> tuple[str, Repairs]:
    """The text with what a wrong encoding garbled mended, line by line, whether it is written in entities or not."""
    done: Repairs = Counter()
    text = _ENTITY_RUN.sub(_garbled_entities, text)
    lines = [_repair_line(line, done) for line in re.sub("[\x0b\x0c\x85\u2028\u2029]", "\n", text).split("\n")]
    return "\n".join(lines), done


def clean(text: str, *, entities: bool = True) -> tuple[str, Repairs]:
    """The text without entities, no-break spaces and what can't be seen. Each character is judged by itself.

    A space that groups the digits of a number stays fixed, since it holds the number together.
    """
    done: Repairs = Counter()
    if entities:
        text, done["entities"] = unescape(text)
    text, done["invisible characters"] = _INVISIBLE.subn("", text)
    text = _IN_NUMBER.sub("\ufffe", text)
    text, done["no-break spaces"] = _FIXED_SPACE.subn(" ", text)
    return text.replace("\ufffe", "\u00a0"), +done


def _garbled_entities(match: re.Match[str]) -> str:
    text = html.unescape(match[0])
    return text if _SUSPECT.search(text) else match[0]


def unescape(text: str) -> tuple[str, int]:
    """The text with its character references resolved, those written twice over too, and how many there were."""
    count = 0
    for _ in range(2):
        text, found = _ENTITY.subn(_character, text)
        count += found
    return text, count


def _character(match: re.Match[str]) -> str:
    character = html.unescape(match[0])
    return "" if character == "\ufffd" else character


def _repair_line(line: str, done: Repairs) -> str:
    if line.isascii() or not _SUSPECT.search(line):
        return line
    from ftfy import fix_text

    fixed = fix_text(_LOST_CLOSING.sub("\u201d", line), _config())
    if fixed != line:
        done["mojibake"] += len(_GARBLED.findall(line))
    return fixed


@functools.cache
def _config() -> TextFixerConfig:
    from ftfy import TextFixerConfig

    return TextFixerConfig(
        unescape_html=False,
        replace_lossy_sequences=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        normalization=None,
    )
