"""What a line is when it is no part of an article: share bar, notice, end mark, byline, date, heading of a trail."""

from __future__ import annotations

import re
from typing import Literal

from nutgraf.importing import trails
from nutgraf.importing.date_languages import date_language
from nutgraf.importing.dates import find_dates

Furniture = Literal["share", "notice", "end", "release", "contact"]

_I = re.IGNORECASE
_HEADINGS = {
    "related": re.compile(rf"(?:{'|'.join(trails.RELATED.values())})", _I),
    "sources": re.compile(rf"(?:{'|'.join(trails.SOURCES.values())})", _I),
}
_SHARE = re.compile(rf"(?:{trails.SHARE})(?P<rest>$|\s*[:：|•·–—-].*|(?:[\s,|•·/:：]+(?:{trails.NETWORKS}))+\W*)", _I)
_NETWORKS = re.compile(rf"(?:(?:{trails.NETWORKS}|{trails.SHARE})(?:[\s,|•·/:：]+|$)){{2,}}", _I)
_NOTICE = re.compile(rf"\W*(?:{trails.NOTICES})", _I)
_RELEASE = re.compile(rf"[\W_]*(?:{trails.RELEASE})", _I)
_CONTACT = re.compile(rf"\W*(?:{trails.CONTACT})", _I)
_PHONE = re.compile(r"\(?\+?\d{1,3}\)?[ .-]?\(?\d{2,4}\)?[ .-]\d{3,4}(?:[ .-]\d{2,4})?\b")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w+")
_END = re.compile(rf"\s*(?:{trails.END_MARKS})\s*")
_BYLINE = re.compile(rf"(?:[–—-]\s*)?(?:{trails.BYLINE})(?::\s*|\s+)(?P<who>\S.{{1,100}})", _I)
_STAFF = re.compile(rf"(?:[\w.&'’-]+\s+){{0,4}}(?:{trails.STAFF})(?:\s*[|,/–-].{{0,60}})?", _I)
_CREDITS = re.compile(
    r"[(\[](?:reporting|writing|editing|additional reporting|compiled|with inputs?|edited)\b.*[)\]]\.?", _I
)
_PERSON = re.compile(
    r"[A-ZÀ-Þ][\w.'’-]*(?:\s+(?:de|van|von|bin|al|el|la|di|da|dos|du|[A-ZÀ-Þ][\w.'’-]*)){1,4}(?:,\s*[^.!?]{3,80})?"
)
_LABEL = re.compile(
    rf"\b(?:{trails.LABELS}|on|by|at|le|el|em|am|le|mis|à|utc|gmt|est|edt|cet|ist|pst|pdt|uhr|h|a\.?m\.?|p\.?m\.?)\b",
    _I,
)
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}(?::\d\d)?|\d{1,2}(?=\s*[ap]\.?m)", _I)
_WORD = re.compile(r"[\u3400-\u9fff]|[^\W\d_\u3400-\u9fff]+")
_SITE = re.compile(r"(?P<title>.+?)\s+(?P<gap>[|•·]|::|[–—-])\s+(?P<site>[^|–—]{2,60})$")
_SITE_WORD = re.compile(rf"(?:\b(?:{trails.PUBLISHERS})\b|\.(?:com|org|net|gov)\b)", _I)

_LINES: tuple[tuple[Furniture, tuple[re.Pattern[str], ...]], ...] = (
    ("share", (_SHARE, _NETWORKS)),
    ("release", (_RELEASE,)),
    ("notice", (_NOTICE, _CREDITS)),
    ("contact", (_CONTACT,)),
)
_LONGEST = 30
"""Words; a longer line is prose."""


def furniture_of(text: str) -> Furniture | None:
    """What a whole line is, when it is furniture of a page or a release."""
    if _END.fullmatch(text):
        return "end"
    if len(_WORD.findall(text)) > _LONGEST:
        return None
    found = next((kind for kind, patterns in _LINES if any(it.fullmatch(text) for it in patterns)), None)
    if found is None and len(text.split()) < 15 and _is_reachable(text):
        return "contact"
    return found


def _is_reachable(text: str) -> bool:
    """Whether a short line is a telephone number or a mail address with a name to it."""
    if re.search(r"[.!?]$", text) and len(text.split()) > 8:
        return False
    return bool(_PHONE.search(text) or _MAIL.search(text))


def trail_heading(text: str) -> tuple[Literal["related", "sources"], str] | None:
    """Whether a line heads a trail: which, and what stands in the same line behind a colon."""
    bare = text.strip("*_=#[]() \t•·►»-–—.").rstrip(":： ")
    for kind, pattern in _HEADINGS.items():
        if pattern.fullmatch(bare):
            return ("related" if kind == "related" else "sources"), ""
        inline = pattern.match(bare)
        if (
            inline
            and kind == "related"
            and re.match(r"\s*[:：]\s*\S", bare[inline.end() :])
            and len(bare.split()) < _LONGEST
        ):
            return "related", bare[inline.end() :].strip(" :：")
    return None


def is_byline(text: str, *, at_end: bool) -> bool:
    """Whether a short line names who wrote the text; at the end of one it may be a name alone."""
    if len(text.split()) > 16 or len(text) > 140 or re.search(r"[!?:;]$", text):
        return False
    if _CREDITS.fullmatch(text):
        return True
    byline = _BYLINE.fullmatch(text)
    if byline and (
        byline["who"][0].isupper() or not byline["who"][0].isascii() or (byline["who"][0].isdigit() is False and at_end)
    ):
        return not text.endswith(".") or at_end or len(text.split()) < 8
    if text.endswith("."):
        return False
    return _STAFF.fullmatch(text) is not None or (
        _PERSON.fullmatch(text) is not None and len(text.split(",", maxsplit=1)[0].split()) < 5
    )


def date_of_line(text: str, lang: str, most_words: int = 4) -> str | None:
    """The date that a line gives and little else: EDTF of a day or month, or None."""
    if len(text) > 140:
        return None
    bare = text.strip("【】[]()*_ ")
    found = [it for it in find_dates(bare, date_language(lang), None) if it.date and not it.date.startswith("XXXX")]
    exact = [it for it in found if re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", it.date or "")]
    if not exact:
        return None
    rest = bare
    for it in reversed(found):
        rest = rest[: it.start] + " " + rest[it.end :]
    rest = _LABEL.sub(" ", _CLOCK.sub(" ", rest))
    left = [word for word in _WORD.findall(rest) if len(word) > 1 or not word.isascii()]
    undated = find_dates(rest, date_language(lang), None)
    return exact[0].date if len(left) - len(undated) <= most_words else None


def split_site(title: str, publisher: str | None) -> tuple[str, str]:
    """A title without the name of its site behind it, and that name; or the title and nothing."""
    match = _SITE.fullmatch(title)
    if match is None or (len(match["title"].split()) < 3 and len(match["title"]) < 12):
        return title, ""
    named = publisher is not None and publisher.casefold() in match["site"].casefold()
    if match["gap"] in "|::•·" or named or _SITE_WORD.search(match["site"]):
        return match["title"].strip(), match["site"].strip()
    return title, ""
