"""Where the sentences of a paragraph begin and end. Refuses to cut at abbreviations, initials and numbers."""

from __future__ import annotations

import re

_END = re.compile(
    r"(?<=[.!?…؟])(?P<close>[\"”’»)\]]*)\s+(?=[\"“‘«(\[]*\s?[^\W_])|(?<=[。！？])[”」』）]?(?=[^”」』）])|\n+"
)
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Prof|Sen|Sens|Rep|Reps|Gov|Gen|Col|Lt|Sgt|Capt|Cmdr|Adm|Rev|Hon|Pres|No|Nos|vs|Mt|Ft|Jan|Feb|Mar|Apr"
    r"|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|approx|etc|cf|art|al|MM|Mme|Mlle|Sr|Sra|Srta|Dra|Hr|Fr|Nr|bzw|ca)"
    r"|\b[^\W\d_]|\b(?:[^\W\d_]\.)+[^\W\d_])\.$"
)
_ORDINAL = re.compile(r"(?<![\d.,])\d{1,2}\.$")
_MONTH = re.compile(
    r"(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert)\b"
)
_ENDS_ANYWAY = re.compile(r"\b(?:U\.S|U\.K|U\.N|E\.U|D\.C|a\.m|p\.m|etc|Jr|Inc|Corp|Co|Ltd)\.$")
_STARTERS = re.compile(
    r"[\"“‘«(\[]*(?:The|This|That|These|Those|It|He|She|They|We|In|On|At|But|And|A|An|As|If|For|However|Meanwhile|According)\b"
)


def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """The stretch of each sentence, in order, without the space between them."""
    spans: list[tuple[int, int]] = []
    begin = 0
    for match in _END.finditer(text):
        end = (
            match.end("close")
            if match["close"] is not None
            else match.end()
            if not match[0].isspace()
            else match.start()
        )
        if match["close"] is not None and not _is_end(text, match, begin):
            continue
        spans.append((begin, end))
        begin = match.end()
    spans.append((begin, len(text)))
    return tuple((start, end) for start, end in spans if text[start:end].strip())


def _is_end(text: str, match: re.Match[str], begin: int) -> bool:
    following = text[match.end() : match.end() + 20].lstrip('"“‘«([ ')
    if not following or following[0].islower():
        return False
    if match["close"]:
        return True
    before = text[max(begin, match.start() - 20) : match.start()]
    if _ENDS_ANYWAY.search(before):
        return _STARTERS.match(text, match.end()) is not None
    if _ORDINAL.search(before) and _MONTH.match(following):
        return False
    return _ABBREVIATED.search(before) is None


def sentence_at(spans: tuple[tuple[int, int], ...], at: int) -> tuple[int, int]:
    """The sentence that holds a place."""
    return next((span for span in spans if span[0] <= at < span[1]), spans[-1])
