"""English."""

from __future__ import annotations

from nutgraf.locales.locale import DateWords, Leads, Locale, Said
from nutgraf.model.strings import Strings

_STRINGS = Strings(
    skip_to_content="Skip to content",
    navigation="Pages",
    home="Home",
    timeline="Timeline",
    explainers="Explainers",
    players="Players",
    numbers="Numbers",
    glossary="Glossary",
    sources="Sources",
    changes="Changes",
    about="About",
    published_by="Published by",
    redirected="This page has moved:",
    not_found="There is no page here",
    not_found_text="The address may be mistyped, or older than this site. These pages are here:",
    version_of="Version of",
    feed="Feed of changes",
    other_formats="In other formats",
    embed="Show this on your site",
    embed_as_frame="All of it, in a frame:",
    embed_as_link="A quotation with a link, where frames are not allowed:",
    in_short="In short",
    key_points="Key points",
    on_this_page="On this page",
    who_is_who="Who is who",
    terms_met="Terms on this page",
    what_changed="What changed",
    all_of_them="All of them",
    latest_changes="What is new",
    major_events="Major events",
    key_numbers="Key numbers",
    questions="The questions",
    first_published="First published",
    last_updated="last updated",
    previous="Previous",
    next="Next",
    section_kinds={"fact": "", "analysis": "Analysis", "disputed": "Disputed", "unknown": "Not known"},
    at_a_glance="At a glance",
    no_known_beginning="Beginning not known",
    event_kinds={
        "happened": "",
        "announced": "Announced",
        "in-force": "In force",
        "ended": "Ended",
        "scheduled": "Scheduled",
        "proposed": "Proposed",
    },
    event_statuses={"confirmed": "", "disputed": "Disputed", "unconfirmed": "Unconfirmed"},
    in_response_to="In response to",
    led_to="Led to",
    chain_of_responses="Who answered what",
    importance="Importance",
    importances={3: "Turning points", 2: "Events", 1: "Details"},
    filter="Filter",
    show_all="All",
    events_shown="Events shown",
    by_period="By period",
    link_to_this="Link to this event",
    about_the_date="About the date",
    place="Place",
    tags="Tags",
    as_of="as of",
    previously="before that",
    mentioned_in="Mentioned in",
    player_types={
        "person": "People",
        "organisation": "Organisations",
        "government": "Governments",
        "media": "Media",
    },
    notes="Notes",
    note="Note",
    close="Close",
    accessed="read on",
    original="Original",
    archived_copy="Archived copy",
    no_address="No address on the web is known for it.",
    supports="What it supports",
    source_kinds={
        "primary": "Primary source",
        "official": "Official document",
        "news": "News report",
        "research": "Research",
        "data": "Data",
    },
    text_not_published="The text of a source is used for checking and not published here.",
    pin_results={
        "found": "These words stand in the source.",
        "not found": "These words were not found in the source.",
        "unchecked": "Not checked: the text of the source is not at hand.",
    },
    pins_of_source={
        "found": "Pinned passages that stand in the source, word for word: {}",
        "not found": "Pinned passages that were not found in it: {}",
        "unchecked": "Pinned passages not checked, because its text is not at hand: {}",
    },
    how_it_is_checked="How this site is checked",
    checking_explained=(
        "Each time this site is built, a program compares it with a stored text of each source. It looks for every"
        " pinned passage and every quotation word for word, and for every figure of a claim with its unit. It can see"
        " that words and figures stand in a source. It can’t see whether the source is right, or whether the claim is"
        " a fair reading of it: that is the editors’ work."
    ),
    check_counts={
        "claims": "Events, numbers, key points and paragraphs with evidence",
        "sourced": "that name a source",
        "found": "whose every pin, quotation and figure stands in the source",
        "unchecked": "not checked, because a source’s text is not at hand",
    },
    back_to_text="Back to note {} in the text",
    change_types={"added": "Added", "changed": "Changed", "corrected": "Corrected", "checked": "Checked"},
    colon=":",
)

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_PLAIN = Leads(alone="", about="about ", start="", end="to ", since="since ", until="until ")
_DECADE = Leads(
    alone="the ",
    about="about the ",
    start="the ",
    end="to the ",
    since="since the ",
    until="until the ",
)
# 20XX is any year from 2000 to 2099: "the 2000s" would be taken for the decade 200X.
_YEARS = Leads(
    alone="some time in ",
    about="about ",
    start="some time in ",
    end="to some time in ",
    since="since some time in ",
    until="until some time in ",
)


def _leads(kind: Said, _word: str) -> Leads:
    if kind == "years":
        return _YEARS
    return _DECADE if kind == "decade" else _PLAIN


_DATES = DateWords(
    months=_MONTHS,
    seasons=("spring", "summer", "autumn", "winter"),
    first_day="1",
    before_christ="{} BC",
    after_christ="AD {}",
    decade="{}s",
    years="{}\N{EN DASH}{}",
    unspecified={"month": "month unknown", "day": "day unknown"},
    uncertain="uncertain",
    possibly="possibly {}",
    roughly="about {}",
    leads=_leads,
)

LOCALE = Locale(tag="en", strings=_STRINGS, dates=_DATES)
