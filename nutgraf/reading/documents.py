"""One content file to one typed document: front matter into its record, body into Prose."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field

from nutgraf.model.inputs import InputFile
from nutgraf.model.kinds import Kind
from nutgraf.model.problems import Checked, Place, Problem, has_errors
from nutgraf.model.prose import Prose
from nutgraf.model.records import Document, Markdown, Origin
from nutgraf.model.slugs import slug, why_not_an_id
from nutgraf.reading.frontmatter.agreement import disagreements
from nutgraf.reading.frontmatter.split import Parts, split
from nutgraf.reading.frontmatter.typed import FieldValues, read_fields
from nutgraf.reading.frontmatter.yamltree import read_yaml
from nutgraf.reading.markdown.body import read_body
from nutgraf.reading.markdown.manner import Manner


@dataclass(frozen=True, slots=True)
class Draft:
    """A document held back: it exists, but this build neither shows nor checks it."""

    id: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """A document with errors of its own; what its body mentions can still be checked."""

    id: str
    aliases: tuple[str, ...] = ()
    body: Prose = field(default_factory=Prose)


Read = Document | Draft | Unread


def read_document(file: InputFile, kind: Kind, lang: str, back_to_text: str, *, drafts: bool) -> Checked[Read]:
    """The document in a file, or what stands for it when it is a draft or has errors."""
    name = posixpath.basename(file.path).removesuffix(".md")
    parts = split(file.text, file.path)
    if parts.value is None:
        return Checked(Unread(name), parts.problems)
    tree = read_yaml(parts.value.yaml, file.path, parts.value.yaml_line)
    if has_errors(tree.problems):
        return Checked(Unread(name), tree.problems)
    start = Place(file.path, 1, 1, 3)
    reading = read_fields(kind.record, tree.value, start)
    if reading.values.get("draft") is True and not drafts:
        return Checked(Draft(name, _aliases(reading)))
    prose = _prose(file, kind, parts.value, str(reading.values.get("lang", lang)), back_to_text)
    problems = (
        *_bad_name(file, name),
        *tree.problems,
        *reading.problems,
        *disagreements(kind.record, reading, start),
        *prose.problems,
    )
    if not reading.is_whole:
        return Checked(Unread(name, _aliases(reading), prose.value), problems)
    document = reading.make(
        kind.record,
        id=name,
        origin=Origin(path=file.path, places=reading.places),
        markdown=Markdown(parts.value.body, parts.value.body_line),
        body=prose.value,
    )
    return Checked(document, problems)


def _aliases(reading: FieldValues) -> tuple[str, ...]:
    aliases = reading.values.get("aliases", ())
    return tuple(map(str, aliases)) if isinstance(aliases, tuple) else ()


def _prose(file: InputFile, kind: Kind, parts: Parts, lang: str, back_to_text: str) -> Checked[Prose]:
    if kind.is_citable:
        # A source's text is looked things up in, never shown.
        return Checked(Prose())
    manner = Manner(
        path=file.path,
        folder=kind.folder,
        first_line=parts.body_line,
        lang=lang,
        prefix=f"{kind.name}_{slug(posixpath.basename(file.path).removesuffix('.md'))}",
        back_to_text=back_to_text,
        headings=kind.takes_headings,
    )
    return read_body(parts.body, manner)


def _bad_name(file: InputFile, name: str) -> list[Problem]:
    reason = why_not_an_id(name)
    if reason is None:
        return []
    better = slug(name)
    hint = (
        f"rename it to {better}.md" if why_not_an_id(better) is None else "name it otherwise, with letters and digits"
    )
    message = f'"{name}" can\'t be an id: {reason}'
    return [Problem(code="file-name", at=Place(file.path), message=message, hint=hint)]
