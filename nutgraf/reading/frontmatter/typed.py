"""A YAML tree to a typed record: the fields that its annotations declare, and no others.

Reports every problem of a record at once: unknown and missing keys, wrong shapes, values that don't fit.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import TypeVar

from nutgraf.model.characters import is_blank
from nutgraf.model.fields import FieldSpec, choices_of, fields_of, holds, is_mapping, is_record, named_by
from nutgraf.model.nearest import did_you_mean, listed
from nutgraf.model.problems import Code, Place, Problem
from nutgraf.model.records import Citation, IdOf, Trail
from nutgraf.reading.frontmatter.values import CONVERTERS, Unfit
from nutgraf.reading.frontmatter.yamltree import Mapping, Node, Scalar, Sequence

Record = TypeVar("Record")

SHORTHANDS: dict[object, str] = {Citation: "source"}
"""Records that may be written as a bare scalar, and the field that it then fills."""


@dataclasses.dataclass(frozen=True, slots=True)
class FieldValues:
    """What front matter said: values by field, where each stands, and what is wrong with it."""

    values: dict[str, object]
    places: dict[Trail, Place]
    problems: tuple[Problem, ...]
    is_whole: bool
    """Whether a record can be made of the values and checked on: nothing required is missing, and no claim has lost
    the sources it names."""

    def make(self, record: Callable[..., Record], **given: object) -> Record:
        """The record with these values; call it only when they are whole."""
        return record(**self.values, **given)


def read_fields(record: type, node: Node | None, start: Place) -> FieldValues:
    """The values of a record's fields in a mapping node; `start` is where to point at what is missing."""
    reader = _Reader()
    if node is None:
        node = Mapping((), start)
    if not isinstance(node, Mapping):
        hint = "begin each line with the field's name, without a hyphen before it"
        if not isinstance(node, Sequence):
            hint = (
                "put a colon and a space behind each field's name; a space from a word processor is another character"
            )
        reader.report("front-matter", node.at, "fields are expected here, each as name: value", hint)
        return FieldValues({}, {}, tuple(reader.problems), is_whole=False)
    values = reader.fields(record, node, (), start)
    lost = {spec.name for spec in fields_of(record)} - values.keys() if reader.problems else set()
    # Without its sources a document would be blamed for what only a slip has taken from it.
    kept = not any(spec.required or holds(spec, Citation) for spec in fields_of(record) if spec.name in lost)
    return FieldValues(values, reader.places, tuple(reader.problems), is_whole=kept)


_IN_QUOTES = "put quotes round a value that holds a colon or begins with [ or {"


class _Mistaken(Exception):
    """The problem is already noted; there is no value."""


class _Reader:
    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.places: dict[Trail, Place] = {}

    def report(self, code: Code, at: Place, message: str, hint: str = "") -> None:
        self.problems.append(Problem(code=code, at=at, message=message, hint=hint))

    def fields(self, record: type, node: Mapping, trail: Trail, start: Place) -> dict[str, object]:
        specs = {spec.name: spec for spec in fields_of(record)}
        values: dict[str, object] = {}
        for key, value in node.entries:
            spec = specs.get(key.text)
            if spec is None:
                self._unknown_key(key, specs)
                continue
            try:
                values[key.text] = self._field(spec, value, (*trail, key.text), key)
            except _Mistaken:
                continue
        given = {key.text for key, _ in node.entries}
        for spec in specs.values():
            if spec.required and spec.name not in given:
                self.report("missing-key", start, f'"{spec.name}" is missing', f"add {spec.name}: {spec.meaning}")
        return values

    def _unknown_key(self, key: Scalar, specs: dict[str, FieldSpec]) -> None:
        hint = did_you_mean(key.text, specs, f"known here: {', '.join(sorted(specs))}")
        self.report("unknown-key", key.at, f'"{key.text}" is not a field here', hint)

    def _field(self, spec: FieldSpec, node: Node, trail: Trail, key: Scalar) -> object:
        if (
            spec.nullable
            and len(trail) > 1
            and isinstance(node, Scalar)
            and node.plain
            and node.text in ("null", "~", "")
        ):
            return None
        if isinstance(node, Scalar) and is_blank(node.text):
            hint = "give it a value, or delete the line; a value that begins with # needs quotes"
            self.report("empty-value", key.at, f"{key.text} is empty", hint)
            raise _Mistaken
        if not spec.required and isinstance(node, Sequence) and not node.items:
            return spec.default
        if spec.item is None:
            return self._value(spec.wanted, node, trail, spec.meaning)
        self.places[trail] = node.at
        return self._items(spec.item, node, trail)

    def _value(self, wanted: object, node: Node, trail: Trail, meaning: str = "") -> object:
        self.places[trail] = node.at
        if is_mapping(wanted):
            return self._mapping(node, trail)
        if is_record(wanted):
            return self._nested(wanted, node, trail)
        return self._scalar(wanted, node, trail, meaning)

    def _items(self, item: object, node: Node, trail: Trail) -> tuple[object, ...]:
        if not isinstance(node, Sequence):
            hint = f"write [{node.text}]" if isinstance(node, Scalar) else "begin each item with a hyphen"
            self.report("value", node.at, f"{_name(trail)} is a list", hint)
            raise _Mistaken
        if not node.items:
            self.report("empty-value", node.at, f"{_name(trail)} is an empty list", "name at least one")
            raise _Mistaken
        values, mistakes = [], 0
        for number, entry in enumerate(node.items):
            try:
                if isinstance(entry, Scalar) and is_blank(entry.text):
                    self.report("empty-value", entry.at, f"an item of {_name(trail)} is empty", "delete it")
                    raise _Mistaken
                values.append(self._value(item, entry, (*trail, number)))
            except _Mistaken:
                mistakes += 1
        if mistakes:
            raise _Mistaken
        return tuple(values)

    def _mapping(self, node: Node, trail: Trail) -> dict[str, str]:
        if not isinstance(node, Mapping):
            self.report("value", node.at, f"{_name(trail)} is a set of names with texts", "write each as name: text")
            raise _Mistaken
        texts = {key.text: value.text for key, value in node.entries if isinstance(value, Scalar)}
        if len(texts) < len(node.entries):
            self.report("value", node.at, f"{_name(trail)} holds more than texts", "write each as name: text")
            raise _Mistaken
        return texts

    def _nested(self, record: type, node: Node, trail: Trail) -> object:
        short = SHORTHANDS.get(record)
        if isinstance(node, Scalar) and short is not None:
            node = Mapping(((Scalar(short, node.at, plain=True), node),), node.at)
        if not isinstance(node, Mapping):
            names = ", ".join(spec.name for spec in fields_of(record))
            self.report("value", node.at, f"{_name(trail)} has fields of its own: {names}", "give each as name: value")
            raise _Mistaken
        before = len(self.problems)
        values = self.fields(record, node, trail, node.at)
        if len(self.problems) > before:
            raise _Mistaken
        return record(**values)

    def _scalar(self, wanted: object, node: Node, trail: Trail, meaning: str) -> object:
        if not isinstance(node, Scalar):
            shape = "a list" if isinstance(node, Sequence) else "a set of fields"
            self.report("value", node.at, f"{_name(trail)} is a single value, not {shape}", _IN_QUOTES)
            raise _Mistaken
        choices, bare = choices_of(wanted), IdOf if named_by(wanted) else wanted
        try:
            return _chosen(node.text, choices, meaning) if choices else CONVERTERS[bare](node.text)
        except Unfit as unfit:
            self.report(unfit.code, node.at, unfit.message, unfit.hint)
            raise _Mistaken from None


def _chosen(text: str, choices: tuple[str | int, ...], meaning: str) -> str | int:
    by_text = {str(choice): choice for choice in choices}
    if text in by_text:
        return by_text[text]
    hint = f"write {listed(by_text, 'or')}" + (f": {meaning}" if meaning else "")
    raise Unfit(f'"{text}" is not one of {", ".join(by_text)}', did_you_mean(text, by_text, hint))


def _name(trail: Trail) -> str:
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in trail)
