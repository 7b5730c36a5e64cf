"""timelinejs.json: the timeline as TimelineJS3 reads it, so that nobody who chose nutgraf is locked in."""

from __future__ import annotations

import html
import json
from collections.abc import Callable

from nutgraf.model.edtf import Edtf
from nutgraf.model.edtf_points import Open, Point
from nutgraf.model.records import Event
from nutgraf.model.site import Site


def timelinejs(
    site: Site, events: tuple[Event, ...], words_of: Callable[[Event], str], in_words: Callable[[Edtf], str]
) -> bytes:
    """A TimelineJS3 JSON object. Its dates can't be uncertain, so each also carries ours in words as `display_date`."""
    whole = {
        "title": {"text": {"headline": html.escape(site.title), "text": html.escape(site.description or "")}},
        "events": [_event(event, words_of(event), in_words) for event in events],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _event(event: Event, words: str, in_words: Callable[[Edtf], str]) -> dict[str, object]:
    start, end = _ends(event.date)
    slide: dict[str, object] = {
        "unique_id": event.id,
        "start_date": _parts(start),
        "display_date": in_words(event.date),
        "text": {"headline": html.escape(event.title), "text": f"<p>{html.escape(words)}</p>" if words else ""},
    }
    if end is not None:
        slide["end_date"] = _parts(end)
    if event.tags:
        slide["group"] = event.tags[0]
    return slide


def _ends(date: Edtf) -> tuple[Point, Point | None]:
    """The start and end that TimelineJS can show: an open side is left out, since a slide must start somewhere."""
    points = [end for end in (date.start, date.end) if end is not None and not isinstance(end, Open)]
    return points[0], points[1] if len(points) > 1 else None


def _parts(point: Point) -> dict[str, int]:
    parts = {"year": point.year, "month": point.month, "day": point.day}
    return {name: value for name, value in parts.items() if value is not None}
