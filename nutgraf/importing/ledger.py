"""The ledger of words: what the seed holds must stand in the record, and the body must hold nothing else."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from html.parser import HTMLParser

from nutgraf.importing.html import without_code
from nutgraf.importing.html_tags import INLINE

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")


def word_counts(text: str) -> Counter[str]:
    """The words of a text and how often each stands in it; a Han character counts as a word."""
    return Counter(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def lost(seed: str, kept: Iterable[str]) -> Counter[str]:
    """The words of the seed that stand nowhere in what is kept."""
    return word_counts(seed) - word_counts("\n".join(kept))


def added(seed: str, body: str) -> Counter[str]:
    """The words of the body that the seed doesn't hold."""
    return word_counts(body) - word_counts(seed)


def visible(text: str) -> str:
    """The words that a reader of an HTML text sees, taken from it apart from how its blocks are read."""
    seen = _Seen()
    seen.feed(without_code(text))
    seen.close()
    return "".join(seen.words)


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        self._part(tag)

    def _part(self, tag: str) -> None:
        if tag not in INLINE:
            self.words.append(" ")

    def handle_data(self, data: str) -> None:
        self.words.append(data)
