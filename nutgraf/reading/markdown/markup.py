"""A Markdown body to Prose: marked, converted, cleaned, cut into sections, and checked by itself."""

from __future__ import annotations

import re

from nutgraf.model.characters import is_blank
from nutgraf.model.nearest import did_you_mean
from nutgraf.model.problems import Checked, Place, Problem
from nutgraf.model.prose import Cite, FileLink, Fragment, Prose, Section
from nutgraf.model.slugs import slug
from nutgraf.reading.markdown.brackets import overfull_at
from nutgraf.reading.markdown.codespans import Code, code_of
from nutgraf.reading.markdown.fragments import Cutter, ids_of, plain_text
from nutgraf.reading.markdown.inspection import NOTES_BEGIN, TOO_DEEP, Manner
from nutgraf.reading.markdown.mdtree import Converted, convert
from nutgraf.reading.markdown.sanitise import sanitise
from nutgraf.reading.markdown.tokens import CLOSE, OPEN, Lines, mark

_ATTRIBUTES = r'(?:\s+[a-z]+="[^"]*")*'
_SECTION = re.compile(f'<h2{_ATTRIBUTES}\\s+id="{OPEN}(\\d+){CLOSE}"{_ATTRIBUTES}>(.*?)</h2>\\s*', re.DOTALL)
_NOTES = re.compile(
    f'<div class="footnote" id="{NOTES_BEGIN}">\\s*<hr>|<div id="{NOTES_BEGIN}" class="footnote">\\s*<hr>'
)
_POSITION = re.compile(r"<h3\b|<li>\s*(?:<p>)?<strong>")


def read_prose(text: str, manner: Manner) -> Checked[Prose]:
    """The body as Prose, with every problem that can be seen without looking at another file."""
    lines, code = Lines(text, manner.path, manner.first_line), code_of(text)
    overfull = overfull_at(text, code)
    if overfull is not None:
        return Checked(Prose(), (_overfull(lines.place(overfull, 1)),))
    marked = mark(text, manner.path, manner.first_line)
    try:
        converted = convert(marked, text, manner)
    except RecursionError:
        at = lines.place(0, 1)
        return Checked(Prose(), (Problem(code="markdown", at=at, message="this is nested too deeply", hint=TOO_DEEP),))
    cutter = Cutter(marked.tokens, converted.file_links, manner.lang)
    prose = _assemble(sanitise(converted.html), converted, cutter)
    problems = (
        *converted.problems,
        *cutter.problems,
        *_dangling_fragments(prose, converted),
        *_loose_footnotes(cutter, lines, text),
        *_loose_references(cutter, lines, text),
        *_unclosed(code, lines),
        *_one_sided(prose),
    )
    return Checked(prose, problems)


def _overfull(at: Place) -> Problem:
    message = "hundreds of brackets are opened before this one and not closed"
    hint = "close each [ by ] and the ( of each link by ), or put a backslash before those that belong to the text"
    return Problem(code="markdown", at=at, message=message, hint=hint)


def _unclosed(code: Code, lines: Lines) -> list[Problem]:
    hint = "put a line of the same three or more characters below the code, at the very beginning of the line"
    return [
        Problem(code="markdown", at=lines.place_of_span(*span), message="this block of code is never closed", hint=hint)
        for span in code.unclosed
    ]


def _assemble(cleaned: str, converted: Converted, cutter: Cutter) -> Prose:
    flow, *notes = _NOTES.split(cleaned)
    lead, *rest = _SECTION.split(flow)
    sections: list[Section] = []
    taken = dict.fromkeys(converted.ids, 1)
    for number, heading_html, body_html in zip(rest[0::3], rest[1::3], rest[2::3], strict=True):
        found = converted.headings[int(number)]
        heading = cutter.cut(heading_html)
        section_id = found.id or _free_id(slug(plain_text(heading)) or "section", taken)
        cutter.problems += _unfit_heading(heading, found.at)
        body = cutter.cut(body_html.strip())
        sections.append(Section(id=section_id, heading=heading, kind=found.kind, body=body, at=found.at))
    footnotes = cutter.cut(notes[0].strip().removesuffix("</div>").strip()) if notes else Fragment()
    return Prose(lead=cutter.cut(lead.strip()), sections=tuple(sections), footnotes=footnotes)


def _unfit_heading(heading: Fragment, at: Place) -> list[Problem]:
    """A problem for a heading without words, or with a link or note in it: it becomes a link itself."""
    if is_blank(plain_text(heading, str)):
        return [Problem(code="heading", at=at, message="this heading has no words", hint="write some behind the ##")]
    marks = [slot.at for slot in heading.slots() if not isinstance(slot, FileLink)]
    links = [at] if any("<a " in part for part in heading.parts if isinstance(part, str)) else []
    message, hint = "a heading holds no links and no citations", "put them into the text below it"
    return [Problem(code="heading", at=place, message=message, hint=hint) for place in marks + links]


def _free_id(wanted: str, taken: dict[str, int]) -> str:
    """The id, with a number behind it if it is taken; `taken` keeps the last number that each was given."""
    free = wanted
    while free in taken:
        taken[wanted] += 1
        free = f"{wanted}-{taken[wanted]}"
    taken[free] = 1
    return free


def _dangling_fragments(prose: Prose, converted: Converted) -> list[Problem]:
    known = ids_of(prose)
    return [
        Problem(
            code="link",
            at=at,
            message=f'nothing in this text has the id "{fragment}"',
            hint=did_you_mean(fragment, known, "give a heading that id: ## Heading {#id}"),
        )
        for fragment, at in converted.fragments
        if fragment not in known
    ]


def _loose_footnotes(cutter: Cutter, lines: Lines, text: str) -> list[Problem]:
    return [
        Problem(
            code="footnote",
            at=lines.place(max(text.find(written), 0), len(written)),
            message=f"the footnote {written} is not defined",
            hint=f"add a line of its own: {written}: the note's text",
        )
        for written in cutter.loose_footnotes
    ]


def _loose_references(cutter: Cutter, lines: Lines, text: str) -> list[Problem]:
    problems = []
    for written in cutter.loose_references:
        name = written.rpartition("[")[2]
        at = lines.place(max(text.find(written), 0), len(written))
        hint = f"add a line of its own: [{name}: the address; to show brackets, put a backslash before each"
        problems.append(Problem(code="link", at=at, message=f"no line says where [{name} leads", hint=hint))
    return problems


def _one_sided(prose: Prose) -> list[Problem]:
    """A problem for each disputed section with fewer than two sourced positions.

    A position is named by a ### heading, or in bold at the head of a list item.
    """
    return [
        Problem(
            code="disputed",
            at=section.at,
            message="a disputed section sets out at least two positions, each named and sourced",
            hint="name each by a ### heading or a list item that begins in **bold**, and cite a source in it",
        )
        for section in prose.sections
        if section.kind == "disputed" and _sourced_positions(section.body) < 2
    ]


def _sourced_positions(body: Fragment) -> int:
    positions, cited = 0, True
    for part in body.parts:
        if isinstance(part, str) and _POSITION.search(part):
            cited = False
        elif isinstance(part, Cite) and not cited:
            positions, cited = positions + 1, True
    return positions
