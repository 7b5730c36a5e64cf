"""The log of changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nutgraf.model import addresses
from nutgraf.model.addresses import address_of
from nutgraf.model.kinds import ANYTHING, kind_of
from nutgraf.model.pages import Page
from nutgraf.model.records import Change
from nutgraf.views.edition import Edition
from nutgraf.views.parts import ChangeView, PageView
from nutgraf.views.writer import Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesView(PageView):
    """What the template of the log is given."""

    changes: tuple[ChangeView, ...]


def changes_page(edition: Edition) -> Iterator[Page]:
    """The whole log, newest first."""
    writer = Writer(edition, kind_of(Change).page)
    view = ChangesView(
        frame=writer.frame(edition.language.strings.changes),
        changes=tuple(change_view(writer, it) for it in edition.content.of(Change)),
        notes=writer.notes,
        downloads=writer.downloads((addresses.FEED, "Atom")) if edition.content.site.url else (),
    )
    yield Page(address=kind_of(Change).page, template="changes.html", view=view)


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
        pages=tuple(writer.link(writer.edition.content.index[ANYTHING][name]) for name in change.pages),
    )
