"""Ranges and pairs of figures: in `10 to 15%` and `$10–15 billion` each side lends what the other lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from nutgraf.evidence.readings import CLOCK, DECADE, ORDINAL, Figure, Reading, scaled

_DASH = re.compile(r"\s?[-\u2013\u2014~\u00b1]\s?")
_COMMA = re.compile(r",\s|\u3001")
_SLASH = re.compile(r"[-\u2013/]")
_TO = re.compile(r"\s(?:to|à|bis|a)\s|[至到]", re.IGNORECASE)
_AND = re.compile(r"\s(?:and|or|et|ou|und|oder|y|o|e)\s|[和或]", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_SHORT_YEAR = re.compile(r"\d\d")
_NOT_LENT = frozenset({CLOCK, DECADE, ORDINAL})


def with_partners(text: str, figures: list[Figure]) -> Iterator[Figure]:
    """The figures, in order, with what each may mean beside its neighbours."""
    enders = _enders(text, figures)
    for number, figure in enumerate(figures):
        following = figures[number + 1] if number + 1 < len(figures) else None
        readings = list(figure.readings)
        if following is not None:
            readings = _before(figure, following, text[figure.end : following.start])
        if number in enders:
            readings += _listed(figure, figures[enders[number]])
        if number:
            readings += _behind(figure, figures[number - 1], text[figures[number - 1].end : figure.start])
        yield replace(figure, readings=tuple(dict.fromkeys(readings)))


def _enders(text: str, figures: list[Figure]) -> dict[int, int]:
    """For each figure of a list before its last two, as in `41, 38 and 12 per cent`, the number of the last."""
    enders: dict[int, int] = {}
    for number in range(len(figures) - 2, -1, -1):
        between = text[figures[number].end : figures[number + 1].start]
        if _AND.fullmatch(between):
            enders[number] = number + 1
        elif _COMMA.fullmatch(between) and number + 1 in enders:
            enders[number] = enders[number + 1]
    return enders


def _listed(figure: Figure, ender: Figure) -> list[Reading]:
    """What a figure may mean besides in a list that ends in that one."""
    if figure.unit is not None or len(figure.readings) > 1:
        return []
    return [(scaled(figure.number, figure.scale or ender.scale), _lendable(ender))]


def _before(figure: Figure, following: Figure, between: str) -> list[Reading]:
    """The readings of a figure that has another behind it: `10` in `10 to 15%` is 10%, and nothing else."""
    own, is_pair = list(figure.readings), _AND.fullmatch(between) is not None
    if len(own) > 1 or not (is_pair or _DASH.fullmatch(between) or _TO.fullmatch(between)):
        return own
    shares_scale = figure.number <= following.number and figure.text[-1].isdigit()
    scale = figure.scale or (following.scale if shares_scale else 0)
    lent = (scaled(figure.number, scale), figure.unit or _lendable(following))
    return [*own, lent] if is_pair or _YEAR.fullmatch(figure.text) else [lent]


def _behind(figure: Figure, before: Figure, between: str) -> list[Reading]:
    """What a figure may also mean behind another: `25` in `$20–25 billion` is $25 billion; `19` in `2018-19` a year."""
    if _SHORT_YEAR.fullmatch(figure.text) and _YEAR.fullmatch(before.text) and _SLASH.fullmatch(between):
        return [(before.number - before.number % 100 + figure.number, None)]
    if len(figure.readings) > 1 or not any(it.fullmatch(between) for it in (_DASH, _TO, _AND)):
        return []
    return [(scaled(figure.number, figure.scale or before.scale), figure.unit or _lendable(before))]


def _lendable(figure: Figure) -> str | None:
    return None if figure.unit in _NOT_LENT else figure.unit
