"""What the timeline can be filtered by: tags, players and importance, each choice with the number of its events."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from nutgraf.model.records import Event
from nutgraf.views.edition import Edition

MOST_CHOICES = 12
"""The commonest; a longer row of choices helps nobody."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to filter by. Its name is a class of the events it keeps, and the id of its control."""

    name: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """Choices of which one can be made at a time."""

    name: str
    label: str
    choices: tuple[Choice, ...]


def facets_of(edition: Edition, events: tuple[Event, ...]) -> tuple[Facet, ...]:
    """The facets with something to choose between: at least two choices that keep different events."""
    strings = edition.language.strings
    labels: dict[str, str] = {f"by-{name}": target.title for name, target in edition.content.targets.items()}
    labels |= {name: tag for tag, name in reversed(tuple(edition.tag_classes.items()))}
    labels |= {f"importance-{number}": label for number, label in strings.importances.items()}
    counts = Counter(name for event in events for name in classes_of(event, edition))
    facets = []
    for prefix, label in (("tag-", strings.tags), ("by-", strings.players), ("importance-", strings.importance)):
        names = [name for name, _ in counts.most_common() if name.startswith(prefix) and counts[name] < len(events)]
        choices = tuple(Choice(name, labels[name], counts[name]) for name in names[:MOST_CHOICES])
        if len(choices) > 1:
            facets.append(Facet(prefix.rstrip("-"), label, choices))
    return tuple(facets)


def classes_of(event: Event, edition: Edition) -> tuple[str, ...]:
    """The classes that the filters know an event by."""
    tags = tuple(edition.tag_classes[tag] for tag in event.tags)
    players = tuple(f"by-{edition.content.targets[player].id}" for player in event.players)
    return tuple(dict.fromkeys((*tags, *players, f"importance-{event.importance}")))
