"""What to do with a record that is there already: keep it, fill its gaps, or make it anew around its author's fields.

Refuses to undo an author's edits: what an author may have written is replaced only by force, and never lost from view.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, replace

from nutgraf.importing.article import Article
from nutgraf.importing.given import GIVEN, Given
from nutgraf.importing.record import FOUND, WANTED, Facts, record_text
from nutgraf.model.fields import fields_of
from nutgraf.model.problems import has_errors
from nutgraf.model.records import Source
from nutgraf.reading.frontmatter import yamltext as yaml
from nutgraf.reading.frontmatter.split import FENCE, split
from nutgraf.reading.frontmatter.yamltree import Mapping, Node, Scalar, Sequence, read_yaml

_TIES = frozenset({"seed", "sha256"})
"""The keys that tie a record to its seed; a new import sets them."""

_FIRST = (
    "title", "publisher", "date", "date_note", "kind", "author", "url", "archive_url", "accessed", "lang", "draft",
    "seed", "sha256", "rights",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Existing:
    """A record as it stands: its text, its body, its values, and its lists of texts."""

    text: str
    body: str
    values: dict[str, str]
    lists: dict[str, tuple[str, ...]]
    counts: dict[str, int]
    """How many entries each found key holds."""


class Untouchable(Exception):
    """A record that can't be read, and so can't be carried over."""


def read_existing(text: str, path: str) -> Existing:
    """The record in a file's text. Raises Untouchable."""
    parts = split(text, path)
    if parts.value is None:
        raise Untouchable(parts.problems[0].message)
    tree = read_yaml(parts.value.yaml, path, parts.value.yaml_line)
    if has_errors(tree.problems) or not isinstance(tree.value, Mapping):
        raise Untouchable(tree.problems[0].message if tree.problems else "its front matter holds no fields")
    entries = {key.text: node for key, node in tree.value.entries}
    known = {spec.name for spec in fields_of(Source)}
    unknown = sorted(set(entries) - known)
    if unknown:
        raise Untouchable(f'"{unknown[0]}" is not a field of a source')
    return Existing(
        text=text,
        body=parts.value.body.strip("\n"),
        values={key: node.text for key, node in entries.items() if isinstance(node, Scalar) and node.text.strip()},
        lists={key: _texts(node) for key, node in entries.items() if isinstance(node, Sequence) and key not in FOUND},
        counts={key: len(node.items) for key, node in entries.items() if isinstance(node, Sequence) and key in FOUND},
    )


def _texts(node: Sequence) -> tuple[str, ...]:
    return tuple(_text(item) for item in node.items)


def _text(node: Node) -> str:
    return node.text if isinstance(node, Scalar) else ""


def made_anew(existing: Existing, article: Article, facts: Facts, given: Given) -> str:
    """The record with the author's fields kept and all that an import finds found again."""
    ours = dict(facts.values)
    kept = {key: value for key, value in existing.values.items() if key not in _TIES and key not in FOUND}
    ties = {key: value for key in _TIES if (value := ours.get(key)) is not None}
    values: dict[str, str | None] = {**ours, **kept, **_told(given), **ties}
    if not any(values.get(key) is None for key in WANTED) and "draft" not in kept:
        values["draft"] = None
    if all(values.get(key) for key in WANTED) and kept.get("draft") == "true" and _was_unfinished(existing):
        values["draft"] = None
    ordered = tuple((key, values.get(key)) for key in _order())
    return record_text(article, replace(facts, values=ordered, lists=tuple(existing.lists.items())))


def _was_unfinished(existing: Existing) -> bool:
    return any(key not in existing.values for key in WANTED) and "date_note" not in existing.values


def _order() -> list[str]:
    """The order of the fields in a record: as its first lines read best, then as declared."""
    others = (spec.name for spec in fields_of(Source) if spec.name not in (*_FIRST, *FOUND, "aliases"))
    return [*_FIRST, *others]


def _told(given: Given) -> dict[str, str]:
    """What the author says of the record's fields, by field."""
    told = ((key, getattr(given, key)) for key in GIVEN if key != "encoding")
    return {key: value for key, value in told if value is not None}


def filled(existing: Existing, given: Given) -> tuple[str, tuple[str, ...]]:
    """The text with what was given put where nothing stood, and the names of what was filled. Changes nothing else."""
    text, names = existing.text, []
    for key, value in _told(given).items():
        if key not in existing.values:
            text = _with_line(text, key, yaml.line(key, value, plain=key in ("date", "lang")))
            names.append(key)
    complete = all(key in existing.values or key in names for key in WANTED)
    if names and complete and _was_unfinished(existing):
        text = re.sub(r"\Adraft: true\n|(?<=\n)draft: true\n", "", text, count=1)
    return text, tuple(names)


def _with_line(text: str, key: str, line: str) -> str:
    head, fence, rest = text.partition(f"\n{FENCE}\n")
    changed, count = re.subn(rf"(?m)^{key}:[ \t]*$\n?", lambda _: line, head + "\n", count=1)
    if not count:
        changed = f"{head}\n{line}"
    return f"{changed.removesuffix(chr(10))}{fence}{rest}"


def differences(existing: Existing, article: Article) -> tuple[str, ...]:
    """What a new import would change in a record, in a few lines."""
    return (*_body_difference(existing.body, article.body), *_count_differences(existing, article))


def _body_difference(old: str, new: str) -> tuple[str, ...]:
    before, after = old.split("\n\n"), new.split("\n\n")
    steps = [
        step
        for step in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
        if step[0] != "equal"
    ]
    if not steps:
        return ()
    changed = sum(max(it[2] - it[1], it[4] - it[3]) for it in steps)
    _, first, last, start, end = steps[0]
    there, here = " ".join(before[first:last]), " ".join(after[start:end])
    return (
        f"body: {changed} of {max(len(before), len(after))} paragraphs differ; the first difference:",
        f"  in the record: {_around(there, here)}",
        f"  from the seed: {_around(here, there)}",
    )


def _around(text: str, other: str) -> str:
    """The words about the first place where a text differs from another."""
    if not text:
        return "(nothing)"
    same = next(
        (at for at, pair in enumerate(zip(text, other, strict=False)) if pair[0] != pair[1]), min(len(text), len(other))
    )
    start = max(0, text.rfind(" ", 0, max(same - 20, 0)))
    return f"{'…' if start else ''}{text[start : start + 70].strip()}{'…' if start + 70 < len(text) else ''}"


def _count_differences(existing: Existing, article: Article) -> tuple[str, ...]:
    lines = []
    for key in FOUND[1:]:
        there, here = existing.counts.get(key, 0), len(getattr(article, key))
        if there != here:
            lines.append(f"{key}: {there} in the record, {here} from the seed")
    return tuple(lines)
