"""Writes one page's text: fills slots, makes links relative to the page, and numbers its citations."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from markupsafe import Markup

from nutgraf.model.addresses import FEED, absolute, address_of, at_words, embed_of, page_of, relative
from nutgraf.model.edtf import Edtf, parse_edtf
from nutgraf.model.pages import Frame, NavItem
from nutgraf.model.prose import Cite, Embed, FileLink, Fragment, Prose, Reference, Section, Slot
from nutgraf.model.records import Change, Citation, Document, Event, KeyPoint, Number, Player, Source, Term
from nutgraf.reading.typography import typeset
from nutgraf.views.card import card_lines
from nutgraf.views.edition import Edition, Mention
from nutgraf.views.linked_data import Thing, as_script
from nutgraf.views.parts import (
    DateView,
    EventCard,
    GlossView,
    LinkView,
    MarkView,
    NoteView,
    NumberCard,
    Part,
    PointView,
    RichText,
    SectionView,
)

_LINK_OUT = re.compile(r'<a (?=[^>]*\bhref="(?!#))')
"""The beginning of a link's tag, unless it leads to a place on the same page; the address may be a slot yet."""


class Writer:
    """The pen of one page. Its notes grow as it writes, so it is made for one page and then dropped."""

    def __init__(
        self,
        edition: Edition,
        address: str,
        *,
        canonical: str | None = None,
        moved: Mapping[str, str] | None = None,
        with_glosses: bool = False,
    ) -> None:
        """`canonical` is the page that it stands for, if another; `moved` says by address where things stand whole."""
        self.edition = edition
        self.address = address
        self._moved = moved or {}
        self._canonical = canonical or address
        self._is_bare = address == embed_of(self._canonical)
        self._with_glosses = with_glosses
        self._glosses: dict[str, GlossView] = {}
        self._numbers: dict[tuple[str, str | None], int] = {}
        self._notes: list[NoteView] = []

    def frame(
        self,
        title: str,
        description: str | None = None,
        data: Thing | None = None,
        lang: str | None = None,
        updated: datetime.date | None = None,
    ) -> Frame:
        """What the head and the masthead of this page need."""
        site, changes = self.edition.content.site, self.edition.content.of(Change)
        version = updated or (changes[0].date if changes else None)
        return Frame(
            title=self.words(title, lang),
            description=self.words(description or site.description or site.title, lang),
            canonical=absolute(site.url, self._canonical) if site.url else None,
            root="../" * self.address.count("/"),
            card_lines=card_lines(self.words(title, lang)),
            linked_data=as_script(data) if data else None,
            feed=self.href(FEED) if site.url and changes else None,
            version=self.date(version).words if version else None,
            nav=tuple(NavItem(label, self.href(it), it == self.address) for label, it in self.edition.nav),
        )

    @property
    def notes(self) -> tuple[NoteView, ...]:
        """A note for each different citation so far, in order of first mention."""
        return tuple(self._notes)

    def embed_url(self, page: str) -> str | None:
        """The whole address of a page's bare copy; None for a site without a url, which nobody could frame."""
        url = self.edition.content.site.url
        return absolute(url, embed_of(page)) if url else None

    @property
    def glosses(self) -> tuple[GlossView, ...]:
        """A gloss for each term and player mentioned so far, if this page has them."""
        return tuple(self._glosses.values())

    def words(self, text: str, lang: str | None = None) -> str:
        """An author's plain text with typographic marks."""
        return typeset(text, lang or self.edition.content.site.lang)

    def date(self, date: Edtf | datetime.date) -> DateView:
        """A date as readers see it."""
        edtf = date if isinstance(date, Edtf) else parse_edtf(date.isoformat())
        return DateView(self.edition.language.in_words(edtf), edtf.html_datetime)

    def href(self, address: str) -> str:
        """The link from this page to an address; a bare copy links to its own parts rather than to the original's."""
        page, _, fragment = address.partition("#")
        if self._is_bare and fragment and page == self._canonical:
            return relative(f"{self.address}#{fragment}", self.address)
        return relative(address, self.address)

    def downloads(self, *files: tuple[str, str]) -> tuple[LinkView, ...]:
        """A link to each of these files, given with the name of its format."""
        return tuple(LinkView(self.href(address), name) for address, name in files)

    def link(self, document: Document, words: str | None = None) -> LinkView:
        """A link to a document by its title, or by other words."""
        address = address_of(document)
        href = self.href(self._moved.get(address, address))
        return LinkView(href, self.words(words or document.title, document.lang))

    def mention(self, mention: Mention) -> LinkView:
        """A link to where something is mentioned: to the section, if there is one."""
        if mention.section is None:
            return self.link(mention.document)
        link = self.section_link(mention.document, mention.section)
        return replace(link, words=f"{self.words(mention.document.title, mention.document.lang)} \u203a {link.words}")

    def section_link(self, document: Document, section: Section) -> LinkView:
        """A link to a section of a document that has a page of its own, under the section's heading."""
        address = f"{page_of(address_of(document))}#{section.id}"
        return LinkView(self.href(address), section.heading.plain(self.edition.title_of))

    def mentions(self, mentions: Iterable[Mention]) -> tuple[LinkView, ...]:
        """A link for each mention."""
        return tuple(self.mention(mention) for mention in mentions)

    def marks(self, citations: Iterable[Citation]) -> tuple[MarkView, ...]:
        """The numbered marks of source references in front matter."""
        return tuple(self._mark(it.source, it.quote, it.translation) for it in citations)

    def points(self, points: Iterable[KeyPoint]) -> tuple[PointView, ...]:
        """Key points with their marks."""
        return tuple(PointView(text=self.words(it.text), marks=self.marks(it.sources)) for it in points)

    def sections(self, prose: Prose) -> tuple[SectionView, ...]:
        """A body's sections, each with the label of its kind."""
        labels = self.edition.language.strings.section_kinds
        return tuple(
            SectionView(
                id=section.id,
                heading=self.text(section.heading),
                kind=section.kind,
                label=labels[section.kind],
                body=self.text(section.body),
            )
            for section in prose.sections
        )

    def text(self, fragment: Fragment) -> RichText:
        """A fragment with every slot filled."""
        return tuple(self._markup(part) if isinstance(part, str) else self._filled(part) for part in fragment.parts)

    def _markup(self, html: str) -> Markup:
        """Clean markup; in a bare copy, links that lead out of it open in the whole window."""
        return Markup(_LINK_OUT.sub('<a target="_top" ', html) if self._is_bare else html)

    def event_card(self, event: Event) -> EventCard:
        """An event as set into a page."""
        return EventCard(
            link=self.link(event),
            date=self.date(event.date),
            importance=event.importance,
            marks=self.marks(event.sources),
        )

    def number_card(self, number: Number) -> NumberCard:
        """A key figure as set into a page."""
        return NumberCard(
            link=self.link(number),
            value=self.words(number.value, number.lang),
            unit=self.words(number.unit, number.lang),
            as_of=self.date(number.as_of),
            previous=self.words(number.previous) if number.previous else None,
            marks=self.marks(number.sources),
        )

    def _filled(self, slot: Slot) -> Part:
        content = self.edition.content
        if isinstance(slot, Cite):
            return self._mark(slot.source, slot.quote, None)
        if isinstance(slot, Reference):
            return self._reference(content.targets[slot.target], slot.words)
        if isinstance(slot, Embed):
            return self._set_in(content.targets[slot.target])
        return self._file_href(slot)

    def _reference(self, target: Document, words: str | None) -> LinkView:
        link = self.link(target, words)
        if not self._with_glosses or not isinstance(target, Term | Player):
            return link
        in_short = self.edition.plain(target) if isinstance(target, Term) else self.words(target.role, target.lang)
        gloss = GlossView(id=f"_gloss-{target.id}", title=self.words(target.title), words=in_short, href=link.href)
        self._glosses.setdefault(target.id, gloss)
        return replace(link, gloss=gloss.id)

    def _set_in(self, target: Document) -> Part:
        if isinstance(target, Number):
            return self.number_card(target)
        return self.event_card(target) if isinstance(target, Event) else self.link(target)

    def _file_href(self, link: FileLink) -> str:
        document = self.edition.files.get(link.path)
        if document is None:
            return self.href(link.path)
        address = address_of(document)
        # Its tag was written without knowing where it leads, so that in a bare copy too it leads to the whole page.
        return relative(f"{page_of(address)}#{link.fragment}" if link.fragment else address, self.address)

    def _mark(self, source_id: str, pin: str | None, translation: str | None) -> MarkView:
        source = self.edition.content.source_index[source_id]
        key = (source.id, pin)
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers) + 1
            self._notes.append(self._note(source, pin, translation))
        return MarkView(self._numbers[key])

    def _note(self, source: Source, pin: str | None, translation: str | None) -> NoteView:
        site_lang = self.edition.content.site.lang
        lang = source.lang if source.lang and source.lang != site_lang else None
        result = self.edition.evidence.pins.get((source.id, pin or ""))
        return NoteView(
            number=len(self._numbers),
            quote=" ".join(pin.split()) if pin else None,
            translation=translation,
            source=self.link(source),
            publisher=self.words(source.publisher, source.lang),
            date=self.date(source.date) if source.date else None,
            lang=lang,
            url=at_words(source.url, pin) if source.url else None,
            archive_url=source.archive_url,
            check=self.edition.language.strings.pin_results[result] if pin and result else "",
        )
