"""What views ask of a fragment: its plain words, and itself without the marks of its footnotes."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from nutgraf.model.prose import Fragment, Reference, Slot

_FOOTNOTE_MARK = re.compile(r'<sup id="fnref[^"]*">.*?</sup>')


def without_footnotes(fragment: Fragment) -> Fragment:
    """The fragment without the marks of its footnotes, for a page that doesn't hold the notes."""
    parts = tuple(_FOOTNOTE_MARK.sub("", part) if isinstance(part, str) else part for part in fragment.parts)
    return Fragment(parts)


def plain_text(fragment: Fragment, name_of: Callable[[str], str] = str) -> str:
    """The fragment's words without markup; a link without words of its own stands as `name_of` its id."""
    parts = without_footnotes(fragment).parts
    words = [part if isinstance(part, str) else _slot_words(part, name_of) for part in parts]
    return html.unescape(re.sub(r"<[^>]*>", "", "".join(words))).strip()


def _slot_words(slot: Slot, name_of: Callable[[str], str]) -> str:
    return html.escape(slot.words or name_of(slot.target)) if isinstance(slot, Reference) else ""
