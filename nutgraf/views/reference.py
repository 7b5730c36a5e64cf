"""The pages to look things up in: players, numbers and the glossary, each entry with what mentions it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nutgraf.model.kinds import kind_of
from nutgraf.model.pages import Page
from nutgraf.model.records import Document, Number, Player, SeriesPoint, Term
from nutgraf.views import linked_data
from nutgraf.views.chart import ChartView, chart_of
from nutgraf.views.edition import Edition
from nutgraf.views.parts import DateView, LinkView, NumberCard, PageView, RichText
from nutgraf.views.writer import Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """What every entry has."""

    id: str
    aliases: tuple[str, ...]
    lang: str | None
    title: str
    body: RichText
    footnotes: RichText
    mentions: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayerView:
    """A person or body."""

    entry: EntryView
    role: str
    role_as_of: DateView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayerGroup:
    """The players of one type."""

    label: str
    players: tuple[PlayerView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberView:
    """A key figure."""

    entry: EntryView
    card: NumberCard
    series: tuple[SeriesPoint, ...]
    chart: ChartView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TermView:
    """A word and its definition."""

    entry: EntryView
    abbr: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayersView(PageView):
    """What the template of the players is given."""

    groups: tuple[PlayerGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumbersView(PageView):
    """What the template of the numbers is given."""

    numbers: tuple[NumberView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryView(PageView):
    """What the template of the glossary is given."""

    terms: tuple[TermView, ...]


def players_page(edition: Edition) -> Iterator[Page]:
    """All players, by type."""
    writer = Writer(edition, kind_of(Player).page)
    groups = (
        (label, tuple(_player(writer, it) for it in edition.content.of(Player) if it.type == name))
        for name, label in edition.language.strings.player_types.items()
    )
    view = PlayersView(
        frame=writer.frame(edition.language.strings.players),
        groups=tuple(PlayerGroup(label=label, players=players) for label, players in groups if players),
        notes=writer.notes,
    )
    yield Page(address=kind_of(Player).page, template="players.html", view=view)


def numbers_page(edition: Edition) -> Iterator[Page]:
    """All key figures."""
    writer = Writer(edition, kind_of(Number).page)
    view = NumbersView(
        frame=writer.frame(edition.language.strings.numbers),
        numbers=tuple(_number(writer, it) for it in edition.content.of(Number)),
        notes=writer.notes,
    )
    yield Page(address=kind_of(Number).page, template="numbers.html", view=view)


def glossary_page(edition: Edition) -> Iterator[Page]:
    """All terms."""
    writer = Writer(edition, kind_of(Term).page)
    data = linked_data.glossary(edition.content, edition.plain)
    view = GlossaryView(
        frame=writer.frame(edition.language.strings.glossary, data=data),
        terms=tuple(_term(writer, it) for it in edition.content.of(Term)),
        notes=writer.notes,
    )
    yield Page(address=kind_of(Term).page, template="glossary.html", view=view)


def _entry(writer: Writer, document: Document) -> EntryView:
    return EntryView(
        id=document.id,
        aliases=document.aliases,
        lang=document.lang,
        title=writer.words(document.title, document.lang),
        body=writer.text(document.body.lead),
        footnotes=writer.text(document.body.footnotes),
        mentions=writer.mentions(writer.edition.mentions.get(document.id, ())),
    )


def _player(writer: Writer, player: Player) -> PlayerView:
    as_of = writer.date(player.role_as_of) if player.role_as_of else None
    return PlayerView(entry=_entry(writer, player), role=writer.words(player.role, player.lang), role_as_of=as_of)


def _number(writer: Writer, number: Number) -> NumberView:
    card, entry = writer.number_card(number), _entry(writer, number)
    return NumberView(card=card, entry=entry, series=number.series, chart=chart_of(number.series))


def _term(writer: Writer, term: Term) -> TermView:
    return TermView(entry=_entry(writer, term), abbr=term.abbr)
