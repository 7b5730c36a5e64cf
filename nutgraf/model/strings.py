"""The words of the interface that a language's table must give; a missing one is a type error."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nutgraf.model.prose import SectionKind
from nutgraf.model.records import EventKind, EventStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Strings:
    """Every word that the templates show and no author wrote."""

    # The frame of every page.
    skip_to_content: str
    navigation: str
    home: str
    timeline: str
    explainers: str
    players: str
    numbers: str
    glossary: str
    sources: str
    changes: str
    about: str
    published_by: str
    redirected: str
    """Shown on a page whose address has changed; a link follows."""
    not_found: str
    not_found_text: str
    version_of: str
    """Printed at the head of a page; the day it is of follows."""
    feed: str
    other_formats: str
    """Leads to the same content as files for other programs."""
    embed: str
    embed_as_frame: str
    embed_as_link: str

    # Home and explainers.
    in_short: str
    key_points: str
    on_this_page: str
    who_is_who: str
    terms_met: str
    what_changed: str
    all_of_them: str
    latest_changes: str
    major_events: str
    key_numbers: str
    questions: str
    first_published: str
    last_updated: str
    previous: str
    next: str
    section_kinds: Mapping[SectionKind, str]
    """Empty for `fact`, which needs no label."""

    # Timeline.
    at_a_glance: str
    no_known_beginning: str
    event_kinds: Mapping[EventKind, str]
    """Empty for `happened`."""
    event_statuses: Mapping[EventStatus, str]
    """Empty for `confirmed`."""
    in_response_to: str
    led_to: str
    chain_of_responses: str
    importance: str
    importances: Mapping[int, str]
    """Labels of the filter by importance, for 3, 2 and 1."""
    filter: str
    show_all: str
    events_shown: str
    """Under a filtered timeline; a colon and their number follow."""
    by_period: str
    link_to_this: str
    about_the_date: str
    place: str
    tags: str

    # Players, numbers, glossary.
    as_of: str
    previously: str
    mentioned_in: str
    player_types: Mapping[str, str]

    # Sources and notes.
    notes: str
    note: str
    """The label of a citation mark, followed by its number."""
    close: str
    accessed: str
    original: str
    archived_copy: str
    no_address: str
    supports: str
    source_kinds: Mapping[str, str]
    text_not_published: str
    pin_results: Mapping[str, str]
    """What a note says of its pinned words, by the result of the check."""
    pins_of_source: Mapping[str, str]
    """What the page of sources says, by result; {} is how many pinned passages."""
    how_it_is_checked: str
    checking_explained: str
    check_counts: Mapping[str, str]
    """The rows of the count of checks: claims, sourced, found, unchecked."""
    back_to_text: str
    """The title of a footnote's link back; {} is its number."""

    # Changes.
    change_types: Mapping[str, str]

    # Punctuation of lists and labels.
    colon: str
