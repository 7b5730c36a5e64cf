"""events.json: what is told of every event, dates as EDTF with their bounds, for whoever builds on the timeline."""

from __future__ import annotations

import json

from nutgraf.model.addresses import address_of
from nutgraf.model.edtf import Edtf
from nutgraf.model.edtf_points import Day
from nutgraf.model.fields import fields_of, is_record, values_of
from nutgraf.model.records import Document, Event
from nutgraf.model.site import Site
from nutgraf.reading.columns import BOUNDS

_FIRST = ("title", "date", "time", "date_note")
"""What happened and when; the other fields follow as they are declared, lists of records last."""
_UNTOLD = {*(spec.name for spec in fields_of(Document)), "seq", "media", "imported"} - {"title"}
"""What says how the site shows an event rather than what happened."""


def events_json(site: Site, events: tuple[Event, ...]) -> bytes:
    """A JSON object with the site's title, language and address and its events, oldest first."""
    specs = [spec for spec in fields_of(Event) if spec.name not in _UNTOLD and spec.name not in _FIRST]
    names = (*_FIRST, *(spec.name for spec in sorted(specs, key=lambda it: is_record(it.item))))
    told = [_event(event, names) for event in events]
    whole = {"title": site.title, "lang": site.lang, "url": site.url, "events": told}
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _event(event: Event, names: tuple[str, ...]) -> dict[str, object]:
    return {
        "id": event.id,
        "address": address_of(event),
        **{name: _told(getattr(event, name)) for name in names},
        "body": event.markdown.text.strip(),
    }


def _told(value: object) -> object:
    """A value as JSON has it; of a nested record only what is there."""
    if isinstance(value, Day):
        return _told(value.known)
    if isinstance(value, tuple):
        return [_told(it) for it in value]
    if isinstance(value, Edtf):
        return {"edtf": value.text, **{name: _told(getattr(value, name)) for name in BOUNDS}}
    if is_record(type(value)):
        return {name: _told(it) for name, it in values_of(value).items() if it is not None}
    return value if isinstance(value, str | int | None) else str(value)
