"""A Markdown body to Prose: the only way to one. Checks and views read what it returns, and nothing else of a body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.model.characters import is_blank
from nutgraf.model.nearest import did_you_mean
from nutgraf.model.offsets import Lines
from nutgraf.model.problems import Checked, Problem
from nutgraf.model.prose import Cite, FileLink, Fragment, Prose, Section
from nutgraf.model.slugs import slug
from nutgraf.reading.markdown.converter import Parsed, parse
from nutgraf.reading.markdown.elements import Manner, is_deeper
from nutgraf.reading.markdown.fragments import plain_text
from nutgraf.reading.markdown.inline import Overfull
from nutgraf.reading.markdown.tree import Walk

DEEPEST = 60
"""Elements within elements; a list within a list is two of them."""

_TOO_DEEP = "put blank lines between list items or glossary entries, and nest less deeply"
_POSITION = re.compile(r"<h3\b|<li>\s*(?:<p>)?<strong>")


def read_body(text: str, manner: Manner) -> Checked[Prose]:
    """The body as Prose, with every problem that can be seen without looking at another file."""
    lines = Lines(text, manner.path, manner.first_line)
    parsed = _parsed(text, manner, lines)
    if isinstance(parsed, Problem):
        return Checked(Prose(), (parsed,))
    walk = Walk(parsed, lines, manner)
    made = _assembled(walk.fragments(), walk)
    problems = (
        *walk.problems,
        *parsed.footnotes.problems(lines),
        *_unfit_headings(made),
        *_dangling_fragments(made, walk),
        *_one_sided(made),
    )
    return Checked(made, problems)


def _parsed(text: str, manner: Manner, lines: Lines) -> Parsed | Problem:
    try:
        parsed = parse(text, manner.prefix, manner.back_to_text)
        too_deep = is_deeper(parsed.root, DEEPEST)
    except Overfull as overfull:
        at = lines.place(max(text.find(str(overfull)), 0) + len(str(overfull)))
        message = "hundreds of brackets are opened before this one and not closed"
        hint = "close each [ by ] and the ( of each link by ), or put a backslash before those that belong to the text"
        return Problem(code="markdown", at=at, message=message, hint=hint)
    except RecursionError:
        too_deep = True
    if too_deep:
        return Problem(code="markdown", at=lines.place(0), message="this is nested too deeply", hint=_TOO_DEEP)
    return parsed


def _assembled(fragments: list[Fragment], walk: Walk) -> Prose:
    lead, *flows, footnotes = fragments
    taken = dict.fromkeys(walk.elements.ids, 1)
    sections = tuple(
        Section(
            id=found.id or _free_id(slug(plain_text(heading)) or "section", taken),
            heading=heading,
            kind=found.kind,
            body=body,
            at=found.at,
        )
        for found, heading, body in zip(walk.headings.made, flows[0::2], flows[1::2], strict=True)
    )
    return Prose(
        lead=lead,
        sections=sections,
        footnotes=footnotes,
        passages=walk.passages,
        ids=frozenset(walk.elements.ids | {section.id for section in sections}),
    )


def _free_id(wanted: str, taken: dict[str, int]) -> str:
    """The id, with a number behind it if it is taken; `taken` keeps the last number that each was given."""
    free = wanted
    while free in taken:
        taken[wanted] += 1
        free = f"{wanted}-{taken[wanted]}"
    taken[free] = 1
    return free


def _unfit_headings(prose: Prose) -> Iterator[Problem]:
    """A problem for each heading without words, or with a link or note in it: it becomes a link itself."""
    for section in prose.sections:
        heading, at = section.heading, section.at
        if is_blank(plain_text(heading, str)):
            yield Problem(code="heading", at=at, message="this heading has no words", hint="write some behind the ##")
            continue
        marks = [slot.at for slot in heading.slots() if not isinstance(slot, FileLink)]
        links = [at] if any("<a " in part for part in heading.parts if isinstance(part, str)) else []
        message, hint = "a heading holds no links and no citations", "put them into the text below it"
        yield from (Problem(code="heading", at=place, message=message, hint=hint) for place in marks + links)


def _dangling_fragments(prose: Prose, walk: Walk) -> Iterator[Problem]:
    for fragment, at in walk.elements.fragments:
        if fragment not in prose.ids:
            hint = did_you_mean(fragment, prose.ids, "give a heading that id: ## Heading {#id}")
            yield Problem(code="link", at=at, message=f'nothing in this text has the id "{fragment}"', hint=hint)


def _one_sided(prose: Prose) -> Iterator[Problem]:
    """A problem for each disputed section with fewer than two sourced positions.

    A position is named by a ### heading, or in bold at the head of a list item.
    """
    for section in prose.sections:
        if section.kind == "disputed" and _sourced_positions(section.body) < 2:
            yield Problem(
                code="disputed",
                at=section.at,
                message="a disputed section sets out at least two positions, each named and sourced",
                hint="name each by a ### heading or a list item that begins in **bold**, and cite a source in it",
            )


def _sourced_positions(body: Fragment) -> int:
    positions, cited = 0, True
    for part in body.parts:
        if isinstance(part, str) and _POSITION.search(part):
            cited = False
        elif isinstance(part, Cite) and not cited:
            positions, cited = positions + 1, True
    return positions
