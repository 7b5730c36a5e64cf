"""What fields a record has, read off its annotations: name, type, whether required, and meaning."""

from __future__ import annotations

import dataclasses
import functools
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass

from nutgraf.model.records import Document, IdOf

NOT_FRONT_MATTER = frozenset({"id", "origin", "markdown", "body"})


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of front matter, as declared in model/records.py or model/site.py."""

    name: str
    type: object
    required: bool
    meaning: str
    default: object


def fields_of(record: type[object]) -> tuple[FieldSpec, ...]:
    """The front-matter fields of a record type, in the order that documentation lists them: required ones first."""
    return _fields_of(record)  # type: ignore[arg-type]  # mypy takes __hash__ of the instances for the class's


@functools.cache
def _fields_of(record: type) -> tuple[FieldSpec, ...]:
    hints = typing.get_type_hints(record, include_extras=True)
    own = [it for it in dataclasses.fields(record) if it.name not in NOT_FRONT_MATTER]
    specs = [_spec(it, hints[it.name]) for it in own]
    return tuple(sorted(specs, key=lambda spec: not spec.required))


def _spec(declared: dataclasses.Field[object], hint: object) -> FieldSpec:
    bare, meaning = typing.get_args(hint)
    required = declared.default is dataclasses.MISSING
    return FieldSpec(declared.name, bare, required, meaning, None if required else declared.default)


def values_of(record: object) -> Mapping[str, object]:
    """The value of each front-matter field of a record."""
    return {spec.name: getattr(record, spec.name) for spec in fields_of(type(record))}


def without_none(wanted: object) -> object:
    """`X` for `X | None`, anything else as it is."""
    if typing.get_origin(wanted) not in (types.UnionType, typing.Union):
        return wanted
    return next(arm for arm in typing.get_args(wanted) if arm is not types.NoneType)


def item_of(wanted: object) -> object | None:
    """`X` for `tuple[X, ...]`, None for anything else."""
    return typing.get_args(wanted)[0] if typing.get_origin(wanted) is tuple else None


def named_by(wanted: object) -> type[Document] | None:
    """`Player` for `IdOf[Player]`, None for what names no other file."""
    return typing.get_args(wanted)[0] if typing.get_origin(wanted) is IdOf else None


def is_record(wanted: object) -> typing.TypeGuard[type]:
    """Whether it is a record to be nested in others: all its fields are declared as those of front matter are."""
    return isinstance(wanted, type) and dataclasses.is_dataclass(wanted) and _is_declared(wanted)


@functools.cache
def _is_declared(record: type) -> bool:
    hints = typing.get_type_hints(record, include_extras=True)
    return all(typing.get_origin(it) is typing.Annotated for it in hints.values())


def holds(wanted: object, record: type) -> bool:
    """Whether a field of that type holds such records, itself or in the records that it holds."""
    bare = without_none(wanted)
    inner = item_of(bare) or bare
    return inner is record or (is_record(inner) and any(holds(it.type, record) for it in fields_of(inner)))


def is_mapping(wanted: object) -> bool:
    """Whether it is a mapping of texts to texts, whose names nobody declares."""
    return typing.get_origin(wanted) is Mapping


def choices_of(wanted: object) -> tuple[str | int, ...]:
    """The values of a Literal, or nothing."""
    return typing.get_args(wanted) if typing.get_origin(wanted) is typing.Literal else ()
