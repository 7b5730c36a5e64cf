"""The list of explainers and each explainer's page: key points, questions, who and what it mentions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nutgraf.model.addresses import address_of, embed_of
from nutgraf.model.kinds import kind_of
from nutgraf.model.pages import Page
from nutgraf.model.prose import Reference
from nutgraf.model.records import Change, Document, Explainer, Player, Term
from nutgraf.views.changes import change_view
from nutgraf.views.edition import Edition
from nutgraf.views.linked_data import article
from nutgraf.views.parts import ChangeView, DateView, LinkView, PageView, PointView, RichText, SectionView, Teaser
from nutgraf.views.writer import Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """Somebody or something met on the page, with a few words on it."""

    link: LinkView
    words: RichText


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainerView(PageView):
    """What the template of one explainer is given."""

    lang: str | None
    published: DateView
    updated: DateView
    points: tuple[PointView, ...]
    lead: RichText
    sections: tuple[SectionView, ...]
    players: tuple[Aside, ...]
    terms: tuple[Aside, ...]
    changes: tuple[ChangeView, ...]
    previous: LinkView | None
    next: LinkView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainersView(PageView):
    """What the template of the list is given."""

    explainers: tuple[Teaser, ...]


def explainers_page(edition: Edition) -> Iterator[Page]:
    """The list of all explainers."""
    writer = Writer(edition, kind_of(Explainer).page)
    view = ExplainersView(
        frame=writer.frame(edition.language.strings.explainers),
        explainers=tuple(teaser(writer, it) for it in edition.content.of(Explainer)),
        notes=(),
    )
    yield Page(address=kind_of(Explainer).page, template="explainers.html", view=view)


def explainer_pages(edition: Edition) -> Iterator[Page]:
    """The page of each explainer, and its bare copy for other sites to frame."""
    for number, explainer in enumerate(edition.content.of(Explainer)):
        address = address_of(explainer)
        yield Page(address=address, template="explainer.html", view=_view(edition, number, address))
        if edition.content.site.url:
            bare = embed_of(address)
            view = _view(edition, number, bare)
            yield Page(address=bare, template="embed-explainer.html", view=view, is_listed=False)


def _view(edition: Edition, number: int, address: str) -> ExplainerView:
    """What an explainer says on the page of that address."""
    explainers = edition.content.of(Explainer)
    explainer = explainers[number]
    writer = Writer(edition, address, canonical=address_of(explainer), with_glosses=True)
    return ExplainerView(
        frame=writer.frame(
            explainer.title,
            explainer.description,
            data=article(edition.content, explainer),
            lang=explainer.lang,
            updated=explainer.updated,
        ),
        lang=explainer.lang,
        published=writer.date(explainer.published),
        updated=writer.date(explainer.updated),
        lead=writer.text(explainer.body.lead),
        points=writer.points(explainer.key_points),
        sections=writer.sections(explainer.body),
        players=_players(writer, explainer),
        terms=_terms(writer, explainer),
        changes=tuple(change_view(writer, it) for it in edition.content.of(Change) if explainer.id in it.pages),
        previous=writer.link(explainers[number - 1]) if number > 0 else None,
        next=writer.link(explainers[number + 1]) if number + 1 < len(explainers) else None,
        footnotes=writer.text(explainer.body.footnotes),
        notes=writer.notes,
        glosses=writer.glosses,
        embed_url=writer.embed_url(address_of(explainer)),
    )


def teaser(writer: Writer, explainer: Explainer) -> Teaser:
    """An explainer as listed on another page."""
    return Teaser(
        link=writer.link(explainer),
        description=writer.words(explainer.description, explainer.lang),
        updated=writer.date(explainer.updated),
    )


def _players(writer: Writer, explainer: Explainer) -> tuple[Aside, ...]:
    """Those that the front matter names, then those that the text links to."""
    targets = writer.edition.content.targets
    named = [targets[player] for player in explainer.players] + _referred(writer, explainer)
    found = {it.id: it for it in named if isinstance(it, Player)}
    return tuple(Aside(link=writer.link(it), words=(writer.words(it.role),)) for it in found.values())


def _terms(writer: Writer, explainer: Explainer) -> tuple[Aside, ...]:
    found = {it.id: it for it in _referred(writer, explainer) if isinstance(it, Term)}
    return tuple(Aside(link=writer.link(it), words=writer.text(it.body.lead.without_notes())) for it in found.values())


def _referred(writer: Writer, explainer: Explainer) -> list[Document]:
    targets = writer.edition.content.targets
    return [targets[slot.target] for slot in explainer.body.slots() if isinstance(slot, Reference)]
