"""Sentences glued together: puts the space back between them. Refuses abbreviations, initials and addresses."""

from __future__ import annotations

import re

_JOINT = re.compile(
    r"(?P<before>[^\W_]+|[%°€£\])”\"’»])(?P<stop>[.!?…؟]+)(?P<close>[\"”’»)\]]*)(?P<open>[\"“‘«(\[]*)(?=(?P<after>[^\W\d_]+))"
)
_CLOSING_ONLY = frozenset("”’»)]")
_OPENING_ONLY = frozenset("“‘«([")
_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "st",
        "prof",
        "sen",
        "rep",
        "gov",
        "gen",
        "col",
        "lt",
        "sgt",
        "capt",
        "rev",
        "hon",
        "no",
        "vs",
        "mt",
        "ft",
        "jr",
        "sr",
        "al",
        "fig",
        "art",
        "m",
        "mm",
        "mme",
        "mmes",
        "mlle",
        "me",
        "sr",
        "sra",
        "srta",
        "dra",
        "hr",
        "fr",
        "frl",
        "nr",
    ]
)
_DOMAIN_ENDS = frozenset(
    [
        "com",
        "org",
        "net",
        "gov",
        "edu",
        "int",
        "info",
        "html",
        "htm",
        "php",
        "pdf",
        "js",
        "io",
        "tv",
        "fm",
        "co",
        "uk",
        "us",
        "ca",
        "eu",
        "ai",
    ]
)
_ARABIC = re.compile("[\u0620-\u064a]{2,}")


def part_sentences(paragraph: str) -> tuple[str, int]:
    """The paragraph with a space wherever two sentences met without one, and how many spaces that took."""
    parts: list[str] = []
    at = 0
    for match in _JOINT.finditer(paragraph):
        gap = _gap(paragraph, match)
        if gap is not None:
            parts.append(paragraph[at:gap])
            at = gap
    parts.append(paragraph[at:])
    return " ".join(parts), len(parts) - 1


def _gap(text: str, match: re.Match[str]) -> int | None:
    """Where the space belongs, or None where the text means what it says."""
    if not _ends_sentence(text, match) or not _begins_sentence(text, match):
        return None
    gap = match.end("close")
    # Straight marks close when an odd number of them stands before, and open otherwise.
    for offset in range(match.end("stop"), match.end("open")):
        if text[offset] in _OPENING_ONLY or (text[offset] == '"' and text.count('"', 0, offset) % 2 == 0):
            return offset
        if text[offset] in _CLOSING_ONLY or text[offset] == '"':
            gap = offset + 1
    return gap


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    before, stop = match["before"], match["stop"]
    previous = text[match.start() - 1 : match.start()]
    if before.lower() == "www" or _in_address(text, match.start()):
        return False
    if not before[-1].isalnum():
        return True
    if stop != "." or match["close"]:
        return len(before) > 1 or previous not in (".", "")
    return _may_end(before, previous)


def _may_end(before: str, previous: str) -> bool:
    """Whether a word, or a number, before a full stop ends a sentence: no initial, abbreviation or list's number."""
    if before.isdigit():
        return len(before) > 1
    if before.isupper():
        return len(before) > 2 and previous != "."
    if _ARABIC.fullmatch(before):
        return True
    one_letter = len(before) == 1 and previous not in ("'", "’", "-")
    return before[-1].islower() and not one_letter and previous != "." and before.lower() not in _ABBREVIATIONS


def _begins_sentence(text: str, match: re.Match[str]) -> bool:
    after = match["after"]
    rest = text[match.end("open") + len(after) :][:1]
    if after.lower() in _DOMAIN_ENDS or (rest == "." and len(after) == 1 and not match["open"]):
        return False
    if _ARABIC.match(after):
        return _ARABIC.fullmatch(match["before"]) is not None
    names = match["before"].isupper() and after.isupper() and len(after) > 1  # ASP.NET, README.MD
    return after[0].isupper() and not names


def _in_address(text: str, start: int) -> bool:
    """Whether the word is part of a web address, an e-mail address or a path."""
    token = text[max(text.rfind(" ", 0, start), text.rfind("\n", 0, start)) + 1 : start]
    return "://" in token or token.lower().startswith("www.") or "@" in token or token.endswith("/")
