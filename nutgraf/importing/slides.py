"""TimelineJS's spreadsheet and JSON as rows of events: dates in parts become EDTF of that precision, the rest is kept.

What nutgraf has no field for stands under `imported`, and so does a text whose HTML can't stand in Markdown. They come
as drafts, since TimelineJS knows no sources.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping

from nutgraf.importing.decode import Unreadable
from nutgraf.importing.events import Row
from nutgraf.importing.html import without_code
from nutgraf.model.edtf import EdtfError, parse_edtf
from nutgraf.reading.frontmatter.date_advice import advice_on

_CLOCK = re.compile(r"(?P<hour>\d{1,2}):(?P<minute>[0-5]\d)(?::00(?:\.0+)?)?\s*(?P<half>[AaPp]\.?[Mm]\.?)?")
_LINK = re.compile(
    r"<a\b[^>]*?\bhref\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)')[^>]*>(?P<words>.*?)</a\s*>",
    re.IGNORECASE | re.DOTALL,
)
_BREAK = re.compile(r"</?(?:p|div|br|li|ul|ol|h[1-6]|blockquote)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--.*?-->", re.DOTALL)
_USED = frozenset({"year", "month", "day", "end year", "end month", "end day", "headline", "text"})


def from_json(text: str) -> list[Mapping[str, str]]:
    """The slides of a TimelineJS JSON as rows of its spreadsheet. Raises Unreadable."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"it is not JSON: {error}") from None
    if not isinstance(whole, dict) or not isinstance(whole.get("events"), list):
        raise Unreadable("it is not TimelineJS: there is no list of events in it")
    slides = [("title", whole["title"])] if isinstance(whole.get("title"), dict) else []
    slides += [("", slide) for slide in whole["events"]]
    slides += [("era", era) for era in whole.get("eras") or []]
    return [dict(_cells(slide, kind)) for kind, slide in slides]


def _cells(slide: object, kind: str) -> Iterator[tuple[str, str]]:
    if not isinstance(slide, dict):
        raise Unreadable("it is not TimelineJS: an event is no object")
    if kind:
        yield "Type", kind
    for path, value in _leaves(slide, ""):
        cell = _NAMES.get(path, path)
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        if text.strip() and value is not None:
            yield cell, text


def _leaves(value: Mapping[str, object], path: str) -> Iterator[tuple[str, object]]:
    for key, inner in value.items():
        here = f"{path}.{key}" if path else str(key)
        if isinstance(inner, dict):
            yield from _leaves(inner, here)
        else:
            yield here, inner


_NAMES = {
    "start_date.year": "Year", "start_date.month": "Month", "start_date.day": "Day",
    "end_date.year": "End Year", "end_date.month": "End Month", "end_date.day": "End Day",
    "text.headline": "Headline", "text.text": "Text", "display_date": "Display Date", "group": "Group",
    "media.url": "Media", "media.credit": "Media Credit", "media.caption": "Media Caption",
    "media.thumbnail": "Media Thumbnail", "unique_id": "id",
}  # fmt: skip


def rows(table: list[Mapping[str, str]], notes: list[str]) -> list[Row]:
    """The events of the slides; the title slide, which has no date, is told in `notes`. Raises Unreadable."""
    made = []
    for number, cells in enumerate(table, 2):
        by_name = {name.casefold(): cell.strip() for name, cell in cells.items()}
        if by_name.get("type", "").casefold() == "title" and "year" not in by_name:
            words = plain(f"{by_name.get('headline', '')} {by_name.get('text', '')}".strip())
            notes.append(f"  left out  the title slide, which is no event: {words}")
            continue
        if any(by_name.values()):
            made.append(_row(cells, by_name, number))
    return made


def _row(cells: Mapping[str, str], by_name: Mapping[str, str], number: int) -> Row:
    date = _date(by_name, number)
    headline, text = by_name.get("headline", ""), by_name.get("text", "")
    title, body = plain(headline) or plain(text)[:80], markdown(text)
    used = {name for name in _USED if name in by_name}
    clock = _clock(by_name.get("time", ""))
    if clock and re.fullmatch(r"-?\d{4}-\d\d-\d\d", date):
        used.add("time")
    else:
        clock = None
    if text != body:
        used.discard("text")
    if headline != title:
        used.discard("headline")
    group = plain(by_name.get("group", "")).lower()
    if group == by_name.get("group"):
        used.add("group")
    name = by_name.get("id", "")
    if re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", name):
        used.add("id")
    others = {column: cell for column, cell in cells.items() if column.casefold() not in used}
    tags = (group,) if group else ()
    fields = {"title": title, "draft": "true", "date": date, "time": clock, "tags": tags, "imported": others}
    return Row(
        number=number,
        id=name if "id" in used else None,
        fields={key: value for key, value in fields.items() if value},
        body=body,
    )


def _date(cells: Mapping[str, str], number: int) -> str:
    start, end = _point(cells, "", number), _point(cells, "end ", number)
    if start is None:
        raise Unreadable(f"row {number}: there is no year", "every event needs one")
    date = start if end is None or end == start else f"{start}/{end}"
    try:
        return parse_edtf(date).text
    except EdtfError as error:
        message, hint = advice_on(date, error)
        raise Unreadable(f"row {number}: {message}", hint) from None


def _point(cells: Mapping[str, str], which: str, number: int) -> str | None:
    """A date as exact as its parts are: year, month, day."""
    parts = [cells.get(f"{which}{part}", "") for part in ("year", "month", "day")]
    numbers = []
    for name, part in zip(("year", "month", "day"), parts, strict=True):
        if not part:
            break
        if not re.fullmatch(r"-?\d{1,6}(?:\.0)?", part):
            raise Unreadable(f"row {number}: {which}{name} is {part}, which is no number")
        numbers.append(int(float(part)))
    if not numbers:
        return None
    given = sum(bool(part) for part in parts)
    if given > len(numbers):
        raise Unreadable(
            f"row {number}: a {which}day without a month, or a month without a year", "fill in what is missing"
        )
    year = numbers[0] + 1 if numbers[0] < 0 else numbers[0]  # before year 1 TimelineJS counts 1 BC as -1, EDTF as 0000
    return "-".join([f"-{-year:04}" if year < 0 else f"{year:04}", *(f"{part:02}" for part in numbers[1:])])


def _clock(text: str) -> str | None:
    """HH:MM; None for what is no time of day, or more exact than that."""
    match = _CLOCK.fullmatch(text)
    if match is None:
        return None
    hour, half = int(match["hour"]), (match["half"] or "")[:1].lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{match['minute']}" if hour < 24 else None


def plain(text: str) -> str:
    """The words of a little HTML, on one line."""
    return " ".join(html.unescape(_TAG.sub("", _BREAK.sub(" ", without_code(text)))).split())


def markdown(text: str) -> str:
    """A little HTML as Markdown: paragraphs, and links whose address is whole. Other tags go, their words stay."""
    marked = _LINK.sub(_link, without_code(text))
    paragraphs = re.split(r"\x01+|\n\s*\n", _BREAK.sub("\x01", marked))
    words = (" ".join(html.unescape(_TAG.sub("", it)).split()) for it in paragraphs)
    safe = (re.sub(r"\[(?=[\[@])", r"\\[", it).replace("<", "&lt;") for it in words if it)
    return "\n\n".join(safe)


def _link(match: re.Match[str]) -> str:
    address = html.unescape(match["double"] or match["single"] or "").strip()
    if not re.fullmatch(r"https?://[^\s()<>\"]+", address):
        return match["words"]
    return f"[{match['words']}]({address})"
