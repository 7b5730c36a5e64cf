"""A Markdown body to Prose: the only way to one. Checks and views read what it returns, and nothing else of a body."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterator

from nutgraf.model.characters import is_blank
from nutgraf.model.nearest import did_you_mean
from nutgraf.model.offsets import Lines
from nutgraf.model.problems import Checked, Problem
from nutgraf.model.prose import FileLink, Prose, Section
from nutgraf.model.slugs import slug
from nutgraf.reading.markdown.converter import Parsed, parse
from nutgraf.reading.markdown.headings import NO_LINKS
from nutgraf.reading.markdown.inline import Overfull
from nutgraf.reading.markdown.manner import Manner
from nutgraf.reading.markdown.tree import Walked, walked

DEEPEST = 60
"""Elements within elements; a list within a list is two of them."""

_TOO_DEEP = "put blank lines between list items or glossary entries, and nest less deeply"


def read_body(text: str, manner: Manner) -> Checked[Prose]:
    """The body as Prose, with every problem that can be seen without looking at another file."""
    if not text.strip():
        return Checked(Prose())
    lines = Lines(text, manner.path, manner.first_line)
    parsed = _parsed(text, manner, lines)
    if isinstance(parsed, Problem):
        return Checked(Prose(), (parsed,))
    found = walked(parsed, lines, manner)
    made = _assembled(found)
    problems = (
        *found.problems,
        *parsed.footnotes.problems(lines),
        *_lost_words(parsed, lines),
        *_unfit_headings(made),
        *_dangling_fragments(made, found),
        *_one_sided(made, found),
    )
    return Checked(made, problems)


def _parsed(text: str, manner: Manner, lines: Lines) -> Parsed | Problem:
    try:
        parsed = parse(text, manner.prefix, manner.back_to_text)
        too_deep = _is_deeper(parsed.root, DEEPEST)
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


def _assembled(found: Walked) -> Prose:
    lead, *flows, footnotes = found.page
    taken = dict.fromkeys(found.ids, 1)
    sections = tuple(
        Section(
            id=said.id or _free_id(slug(heading.plain()) or "section", taken),
            heading=heading,
            kind=said.kind,
            body=body,
            at=said.at,
        )
        for said, heading, body in zip(found.headings, flows[0::2], flows[1::2], strict=True)
    )
    return Prose(
        lead=lead,
        sections=sections,
        footnotes=footnotes,
        passages=found.passages,
        ids=found.ids | {section.id for section in sections},
    )


def _free_id(wanted: str, taken: dict[str, int]) -> str:
    """The id, with a number behind it if it is taken; `taken` keeps the last number that each was given."""
    free = wanted
    while free in taken:
        taken[wanted] += 1
        free = f"{wanted}-{taken[wanted]}"
    taken[free] = 1
    return free


def _lost_words(parsed: Parsed, lines: Lines) -> Iterator[Problem]:
    """A warning for each line that says where a label leads, though nothing asks for it and it names no address."""
    for label, word in parsed.lost.items():
        start = max(lines.text.casefold().find(f"[{label}]:"), 0)
        message = f"this line says that [{label}] leads to {word}, and is not shown"
        hint = "to show it, put a backslash before the [; to have a link, write its address here, and [words][label]"
        at = lines.span(start, start + len(label) + 3)
        yield Problem(code="markdown", at=at, message=message, hint=hint, severity="warning")


def _unfit_headings(prose: Prose) -> Iterator[Problem]:
    """A problem for each heading without words, and for each mark in one."""
    for section in prose.sections:
        if is_blank(section.heading.plain()):
            hint = "write some behind the ##"
            yield Problem(code="heading", at=section.at, message="this heading has no words", hint=hint)
        for slot in section.heading.slots():
            if not isinstance(slot, FileLink):
                message, hint = NO_LINKS
                yield Problem(code="heading", at=slot.at, message=message, hint=hint)


def _dangling_fragments(prose: Prose, found: Walked) -> Iterator[Problem]:
    for fragment, at in found.fragments:
        if fragment not in prose.ids:
            hint = did_you_mean(fragment, prose.ids, "give a heading that id: ## Heading {#id}")
            yield Problem(code="link", at=at, message=f'nothing in this text has the id "{fragment}"', hint=hint)


def _one_sided(prose: Prose, found: Walked) -> Iterator[Problem]:
    """A problem for each disputed section with fewer than two positions, each named and sourced.

    A position is named by a ### heading, or in bold at the head of a list item.
    """
    for section, positions in zip(prose.sections, found.positions, strict=True):
        if section.kind == "disputed" and positions < 2:
            message = "a disputed section sets out at least two positions, each named and sourced"
            hint = "name each by a ### heading or a list item that begins in **bold**, and cite a source in it"
            yield Problem(code="disputed", at=section.at, message=message, hint=hint)


def _is_deeper(root: etree.Element, deepest: int) -> bool:
    """Whether elements stand within elements more than so many deep."""
    level = [root]
    for _ in range(deepest + 1):
        level = [child for element in level for child in element]
    return bool(level)
