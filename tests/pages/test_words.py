"""The interface speaks the language of its site, and no other."""

import dataclasses
import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator, Mapping

import html5lib

from nutgraf.locales.pick import interface_for
from tests.pages.kit import Built

ENGLISH, FRENCH = interface_for("en"), interface_for("fr")

SHOWN = ("title", "aria-label", "alt", "placeholder")
"""Attributes that readers see or hear."""

SAME = {"Importance", "Note", "Notes", "Organisations", "Original", "Pages", "Source", "Sources"}
"""What both languages say alike."""


def strings(value: object) -> Iterator[str]:
    """Every text within a table of words."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for it in value.values():
            yield from strings(it)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from strings(getattr(value, field.name))


def texts(page: str) -> Iterator[str]:
    """What a page shows, text by text."""
    for element in html5lib.parse(page, namespaceHTMLElements=False).iter():
        if isinstance(element.tag, str) and element.tag not in ("style", "script"):
            yield from own_texts(element)


def own_texts(element: etree.Element) -> Iterator[str]:
    yield element.text or ""
    yield from (it.tail or "" for it in element)
    yield from (element.get(name, "") for name in SHOWN)


def test_a_french_site_has_no_english_word_of_the_interface(french: Built) -> None:
    english = {it for it in (*strings(ENGLISH.strings), *ENGLISH.dates.months) if re.search(r"\w", it)} - SAME
    whole = re.compile(rf"(?<!\w)({'|'.join(re.escape(it) for it in sorted(english, key=len, reverse=True))})(?!\w)")
    found = {
        f"{name}: {text}"
        for name in french.pages()
        for text in texts(french.files[name].decode("utf-8"))
        if whole.search(text)
    }
    assert found == set()


def test_a_french_page_holds_no_straight_apostrophe(french: Built) -> None:
    straight = {
        name: text.strip()
        for name in french.pages()
        for text in texts(french.files[name].decode("utf-8"))
        if "'" in text
    }
    assert straight == {}


def test_every_table_of_words_is_complete_and_says_each_thing_once() -> None:
    for table in (ENGLISH.strings, FRENCH.strings):
        for field in dataclasses.fields(table):
            value = getattr(table, field.name)
            empty = [it for it in strings(value) if not it]
            # One kind and one status need no label: what is usual goes without saying.
            assert len(empty) == (field.name in ("section_kinds", "event_kinds", "event_statuses")), field.name
    assert {it.name: keys(it.name, ENGLISH.strings) for it in dataclasses.fields(ENGLISH.strings)} == {
        it.name: keys(it.name, FRENCH.strings) for it in dataclasses.fields(FRENCH.strings)
    }


def keys(name: str, table: object) -> list[str]:
    value = getattr(table, name)
    return [str(it) for it in value] if isinstance(value, Mapping) else []
