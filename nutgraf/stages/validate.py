"""Inputs to Content: every file read by itself into its record, then sorted and indexed.

Collects every problem and stops at none, so that one build lists them all. Refuses to look at links between files;
that is for checks/.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nutgraf.locales.pick import interface_for
from nutgraf.model.inputs import SETTINGS, InputFile, Inputs, below_content
from nutgraf.model.kinds import ANYTHING, FIRST_PAGE, KINDS, NAMESPACES, Kind, kind_at, name_at, namespace_of
from nutgraf.model.options import Options
from nutgraf.model.problems import Checked, Place, Problem, has_errors
from nutgraf.model.prose import Prose
from nutgraf.model.records import Document, Home, Markdown, Origin, Text
from nutgraf.model.site import Content, Held, Name, Site
from nutgraf.model.slugs import slug, why_not_an_id
from nutgraf.reading.documents import Draft, Read, Unread, read_document
from nutgraf.reading.frontmatter.typed import read_fields
from nutgraf.reading.frontmatter.yamltree import read_yaml


def validate(inputs: Inputs, options: Options) -> Checked[Content]:
    """The site's content, and every problem that a file shows by itself.

    With errors among the problems the content is partial: what couldn't be read is named in its `held`.
    """
    site, problems = _site(inputs.settings)
    strings = interface_for(site.lang).strings
    read: list[Read] = []
    for file in inputs.documents:
        checked = read_document(file, _kind_of(file), site.lang, strings.back_to_text, drafts=options.drafts)
        read.append(checked.value)
        problems += checked.problems
    documents = [it for it in read if isinstance(it, Document)]
    problems = (*problems, *_no_first_page(inputs, read), *_collisions(documents))
    return Checked(_content(site, documents, read, inputs), problems)


def _no_first_page(inputs: Inputs, read: list[Read]) -> Iterator[Problem]:
    """A problem when index.md isn't there or is a draft; one that couldn't be read has problems of its own."""
    if FIRST_PAGE not in {*(file.path for file in inputs.documents), *inputs.unread}:
        hint = "make one: a title in the front matter, and under it the answer in 60 words"
        yield Problem(code="missing-file", at=Place(FIRST_PAGE), message="it is missing", hint=hint)
    elif any(isinstance(it, Draft) and it.id == "index" for it in read):
        hint = "delete its line draft: true, or build with --drafts"
        yield Problem(code="missing-file", at=Place(FIRST_PAGE), message="the first page is a draft", hint=hint)


def _site(settings: InputFile | None) -> tuple[Site, tuple[Problem, ...]]:
    path = settings.path if settings else SETTINGS
    fallback = Site(origin=Origin(path=path, places={}), title=Text(""))
    if settings is None:
        return fallback, ()
    tree = read_yaml(settings.text, path, 1)
    if has_errors(tree.problems):
        return fallback, tree.problems
    reading = read_fields(Site, tree.value, Place(path, 1, 1))
    problems = (*tree.problems, *reading.problems)
    if has_errors(problems):
        return fallback, problems
    return reading.make(Site, origin=Origin(path=path, places=reading.places)), problems


def _kind_of(file: InputFile) -> Kind:
    kind = kind_at(below_content(file.path))
    assert kind is not None, f"{file.path} is read, and belongs to no kind"
    return kind


def _content(site: Site, documents: list[Document], read: list[Read], inputs: Inputs) -> Content:
    whole = documents if any(isinstance(it, Home) for it in documents) else [_no_home(), *documents]
    by_record = {kind.record: kind.sort(whole) for kind in KINDS}
    return Content(
        site=site,
        documents=by_record,
        index=_index(by_record),
        seeds=inputs.seeds,
        media=frozenset(blob.path for blob in inputs.media),
        held=_held(read, inputs),
        ledger=inputs.ledger,
    )


def _index(by_record: Mapping[type[Document], tuple[Document, ...]]) -> Mapping[str, Mapping[str, Document]]:
    """Documents of each namespace by id and by earlier id; an id wins over an alias, an earlier kind over both."""
    index: dict[str, dict[str, Document]] = {}
    for namespace in NAMESPACES:
        own = [it for kind in KINDS if kind.namespace == namespace for it in by_record[kind.record]]
        aliases = {alias: it for it in own for alias in it.aliases}
        index[namespace] = aliases | {it.id: it for it in own}
    anything = {name: it for namespace in reversed(NAMESPACES) for name, it in index[namespace].items()}
    return {**index, ANYTHING: anything}


def _held(read: list[Read], inputs: Inputs) -> Held:
    found = [(file.path, it) for file, it in zip(inputs.documents, read, strict=True)]
    drafts = [(path, it.aliases) for path, it in found if isinstance(it, Draft)]
    unread = [(path, it.aliases) for path, it in found if isinstance(it, Unread)]
    misnamed = [(path, ()) for path, it in found if isinstance(it, Document) and why_not_an_id(it.id)]
    broken = (*unread, *misnamed, *((path, ()) for path in inputs.unread))
    return Held(
        drafts=frozenset(name for path, aliases in drafts for name in _names(path, aliases)),
        draft_files=len(drafts),
        broken=frozenset(name for path, aliases in broken for name in _names(path, aliases)),
        broken_bodies=tuple(it.body for it in read if isinstance(it, Unread)),
    )


def _names(path: str, aliases: tuple[str, ...]) -> Iterator[Name]:
    """What the file at a path may be called elsewhere: a name that can't be an id was made from one, or becomes one."""
    name, kind = name_at(path), kind_at(below_content(path))
    for it in (name, slug(name), *aliases):
        yield from ((one, it) for one in ([kind.namespace] if kind else NAMESPACES))


def _no_home() -> Home:
    """Stands in for an index.md that couldn't be read, so that the rest can still be checked."""
    origin = Origin(path=FIRST_PAGE, places={})
    return Home(id="index", origin=origin, markdown=Markdown("", 1), body=Prose(), title=Text(""))


def _collisions(documents: list[Document]) -> list[Problem]:
    """Names taken twice: `[[id]]` must lead to one thing only, and so must `[@id]` and every address."""
    problems: list[Problem] = []
    taken: dict[tuple[str, str], Place] = {}
    in_order = sorted(documents, key=lambda it: it.origin.path)
    ids = [(it, it.id, Place(it.origin.path)) for it in in_order]
    aliases = [(it, alias, it.origin.at("aliases", at)) for it in in_order for at, alias in enumerate(it.aliases)]
    for document, name, at in (*ids, *aliases):
        first = taken.setdefault((namespace_of(type(document)), name), at)
        if first is not at:
            problems.append(_collision(name, at, first))
    return problems


def _collision(name: str, at: Place, first: Place) -> Problem:
    by = f"{first.path}, line {first.line}" if first.line else first.path
    if not at.line:
        hint = f"rename one of the files: {name}-2.md, or better a word that tells them apart"
    elif first.path == at.path:
        hint = "delete it from aliases"
    else:
        hint = "delete one of the two" if first.line else f"delete it from aliases, or rename {first.path}"
    return Problem(code="address", at=at, message=f'the id "{name}" is already taken by {by}', hint=hint)
