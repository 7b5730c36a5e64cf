"""The log of changes."""

from __future__ import annotations

from dataclasses import dataclass

from nutgraf.model import addresses
from nutgraf.model.addresses import address_of
from nutgraf.model.pages import Page
from nutgraf.model.records import Change, Document
from nutgraf.model.site import Content
from nutgraf.views.edition import Edition
from nutgraf.views.parts import ChangeView, PageView
from nutgraf.views.writer import Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesView(PageView):
    """What the template of the log is given."""

    changes: tuple[ChangeView, ...]


def changes_page(edition: Edition) -> Page:
    """The whole log, newest first."""
    writer = Writer(edition, addresses.CHANGES)
    view = ChangesView(
        frame=writer.frame(edition.language.strings.changes),
        changes=tuple(change_view(writer, it) for it in edition.content.changes),
        notes=writer.notes,
        downloads=writer.downloads((addresses.FEED, "Atom")) if edition.content.site.url else (),
    )
    return Page(address=addresses.CHANGES, template="changes.html", view=view)


def change_view(writer: Writer, change: Change) -> ChangeView:
    """One entry, as the log and other pages show it."""
    return ChangeView(
        id=change.id,
        href=writer.href(address_of(change)),
        title=writer.words(change.title),
        date=writer.date(change.date),
        type=change.type,
        label=writer.edition.language.strings.change_types[change.type],
        aliases=change.aliases,
        body=writer.text(change.body.lead),
        footnotes=writer.text(change.body.footnotes),
        pages=tuple(writer.link(_page(writer.edition.content, name)) for name in change.pages),
    )


def _page(content: Content, name: str) -> Document:
    if name == "about" and content.about is not None:
        return content.about
    if name == "index":
        return content.home
    return content.targets.get(name) or content.source_index[name]
