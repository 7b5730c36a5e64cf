"""Every mention of another file leads to one: `[[id]]`, `![[id]]`, `[@source]`, links, and ids in front matter."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Iterator

from nutgraf.model.kinds import KINDS, MEDIA_FOLDER, NAMESPACES, TARGETS, kind_at, kind_of, name_at, namespace_of
from nutgraf.model.nearest import did_you_mean, listed, nearest
from nutgraf.model.problems import Place, Problem
from nutgraf.model.prose import Cite, Embed, FileLink, Slot
from nutgraf.model.records import Document, Source
from nutgraf.model.site import Content
from nutgraf.model.slugs import slug
from nutgraf.model.walk import documents_of, file_index, ids_in, pictures_of

_AN_ID = "an id is the name of a file in content/ without its folder and its .md, such as [[first-flood]]"


def check_links(content: Content) -> Iterator[Problem]:
    """A problem for each mention that leads nowhere, with the nearest id that exists."""
    files = file_index(content)
    for document in documents_of(content):
        yield from _front_matter(document, content)
    for body in (*(document.body for document in documents_of(content)), *content.held.broken_bodies):
        for slot in body.slots():
            yield from _slot(slot, content, files)


def _slot(slot: Slot, content: Content, files: dict[str, Document]) -> Iterator[Problem]:
    if isinstance(slot, Cite):
        yield from _named(Source, slot.source, slot.at, content)
    elif isinstance(slot, FileLink):
        yield from _file(slot, content, files)
    else:
        yield from _target(slot.target, slot.at, content)
        if isinstance(slot, Embed):
            yield from _embeddable(slot, content)


def _front_matter(document: Document, content: Content) -> Iterator[Problem]:
    for record, name, trail in ids_in(document):
        yield from _named(record, name, document.origin.at(*trail), content)
    for path, trail in pictures_of(document):
        if path not in content.media:
            yield _missing(f"content/{MEDIA_FOLDER}/ holds no {path}", document.origin.at(*trail), path, content.media)


def _named(record: type[Document], name: str, at: Place, content: Content) -> Iterator[Problem]:
    """A problem unless that id is one of that record's; any will do for Document."""
    index = content.index[namespace_of(record)]
    target = index.get(name)
    if isinstance(target, record):
        return
    if record is Document:
        yield from _unless_held(name, content, _missing(f'nothing has the id "{name}"', at, name, index))
        return
    kind = kind_of(record)
    if target is not None:
        message = f'"{name}" is {_a(kind_of(type(target)).name)}, not {_a(kind.name)}'
        yield Problem(code="link", at=at, message=message, hint=f"name {_a(kind.name)}")
        return
    known = [known for known, it in index.items() if isinstance(it, record)]
    hint = f"name a file in content/{kind.folder}/, without its .md"
    missing = _missing(f'no {kind.name} has the id "{name}"', at, name, known, hint)
    yield from _unless_held(name, content, missing, (kind.namespace,))


def _a(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def _target(name: str, at: Place, content: Content) -> Iterator[Problem]:
    if name in content.targets:
        return
    if name in content.source_index:
        hint = f"cite it: [@{name}]"
        yield Problem(code="link", at=at, message=f'"{name}" is a source, which is cited, not linked', hint=hint)
        return
    message = f'no {listed((it.name for it in KINDS if it.is_linkable), "or")} has the id "{name}"'
    # Authors who come from wikis write a title, a folder or a kind before the id.
    bare = slug(name.rpartition(":")[2].rpartition("/")[2].removesuffix(".md"))
    hint = f"write [[{bare}]]" if bare in content.targets else did_you_mean(name, content.targets, _AN_ID)
    missing = Problem(code="link", at=at, message=message, hint=hint)
    yield from _unless_held(name, content, missing, (TARGETS,))


def _embeddable(slot: Embed, content: Content) -> Iterator[Problem]:
    target = content.targets.get(slot.target)
    kind = kind_of(type(target)) if target is not None else None
    if kind and not kind.is_embeddable:
        known = listed(f"{it.name}s" for it in KINDS if it.is_embeddable)
        message = f'"{slot.target}" is {_a(kind.name)}; only {known} can be set in'
        yield Problem(code="embed", at=slot.at, message=message, hint=f"link to it instead: [[{slot.target}]]")


def _file(slot: FileLink, content: Content, files: dict[str, Document]) -> Iterator[Problem]:
    folder, _, name = slot.path.partition("/")
    if folder == MEDIA_FOLDER and name in content.media:
        return
    document = files.get(slot.path)
    if document is None:
        kind = kind_at(slot.path)
        message = f"content/ holds no {slot.path}"
        missing = Problem(code="link", at=slot.at, message=message, hint=_file_hint(slot, content, files))
        yield from _unless_held(name_at(slot.path), content, missing, (kind.namespace,) if kind else NAMESPACES)
    elif slot.fragment and slot.fragment not in (known := document.body.ids):
        yield _missing(f'{slot.path} has no section "{slot.fragment}"', slot.at, slot.fragment, known)


def _file_hint(slot: FileLink, content: Content, files: dict[str, Document]) -> str:
    """The address to write, seen from the file that the link stands in."""
    known = (*files, *(f"{MEDIA_FOLDER}/{it}" for it in content.media))
    same = [it for it in known if _stem(it) == _stem(slot.path)]
    found = same[0] if len(same) == 1 else nearest(slot.path, known)
    if found is None:
        return "link to a file, by its path seen from this one; a folder has no page of its own"
    return f"did you mean {posixpath.relpath(f'content/{found}', posixpath.dirname(slot.at.path))}?"


def _stem(path: str) -> str:
    return posixpath.splitext(posixpath.basename(path))[0].casefold()


def _unless_held(
    name: str, content: Content, missing: Problem, namespaces: Collection[str] = NAMESPACES
) -> Iterator[Problem]:
    held = content.held.why(name, namespaces)
    if held == "broken":
        return
    if held == "draft":
        hint = "publish it by deleting its line draft: true, or leave this mention out until then"
        yield Problem(code="link", at=missing.at, message=f'"{name}" is a draft', hint=hint)
        return
    yield missing


def _missing(message: str, at: Place, name: str, known: Iterable[str], otherwise: str = "") -> Problem:
    return Problem(code="link", at=at, message=message, hint=did_you_mean(name, known, otherwise))
