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


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSpec:
    """One field of front matter, as declared in model/records.py or model/site.py."""

    name: str
    wanted: object
    """Its type, without `| None`."""
    item: object | None
    """`X` for `tuple[X, ...]`, None for anything else."""
    nullable: bool
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
    declared_type, meaning = typing.get_args(hint)
    wanted = _without_none(declared_type)
    required = declared.default is dataclasses.MISSING
    return FieldSpec(
        name=declared.name,
        wanted=wanted,
        item=typing.get_args(wanted)[0] if typing.get_origin(wanted) is tuple else None,
        nullable=wanted is not declared_type,
        required=required,
        meaning=meaning,
        default=None if required else declared.default,
    )


def values_of(record: object) -> Mapping[str, object]:
    """The value of each front-matter field of a record."""
    return {spec.name: getattr(record, spec.name) for spec in fields_of(type(record))}


def _without_none(wanted: object) -> object:
    if typing.get_origin(wanted) not in (types.UnionType, typing.Union):
        return wanted
    return next(arm for arm in typing.get_args(wanted) if arm is not types.NoneType)


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


def holds(spec: FieldSpec, record: type) -> bool:
    """Whether a field holds such records, itself or in the records that it holds."""
    inner = spec.item or spec.wanted
    return inner is record or (is_record(inner) and any(holds(it, record) for it in fields_of(inner)))


def is_mapping(wanted: object) -> bool:
    """Whether it is a mapping of texts to texts, whose names nobody declares."""
    return typing.get_origin(wanted) is Mapping


def choices_of(wanted: object) -> tuple[str | int, ...]:
    """The values of a Literal, or nothing."""
    return typing.get_args(wanted) if typing.get_origin(wanted) is typing.Literal else ()
