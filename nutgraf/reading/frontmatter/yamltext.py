"""Values to YAML text that reads back as the same text, here and in any YAML tool. Quotes where needed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_PLAIN = re.compile(r"[^\W_](?:[^\n\r\t#:\\\"]|:(?=\S)|(?<=\S)#|[\\\"])*", re.DOTALL)
# What a YAML tool would take for a number, a truth value, a date or nothing at all.
_TYPED = re.compile(
    r"(?:null|true|false|yes|no|on|off|y|n|~|[-+.]?(?:inf|nan)|[-+]?[\d_,.:]+(?:e[-+]?\d+)?|0x[\da-f_]+|0o?[0-7_]+"
    r"|\d{4}-\d{1,2}-\d{1,2}(?:[T ].*)?)",
    re.IGNORECASE,
)
_UNSAFE = re.compile("[\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


def scalar(text: str, *, plain: bool = False) -> str:
    """A value on one line. `plain` says that the text is a date or a word of our own that may stand without quotes."""
    if plain and _UNSAFE.search(text) is None:
        return text
    safe = _PLAIN.fullmatch(text) and not _TYPED.fullmatch(text) and not _UNSAFE.search(text)
    if safe and not text.endswith((":", " ")):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{_UNSAFE.sub(_escape, escaped)}"'


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def line(key: str, text: str, *, plain: bool = False) -> str:
    """A field of one value."""
    return f"{key}: {scalar(text, plain=plain)}\n"


def texts(key: str, values: Iterable[str]) -> str:
    """A list of texts; nothing where it is empty."""
    items = "".join(f"  - {scalar(value)}\n" for value in values)
    return f"{key}:\n{items}" if items else ""


def records(key: str, values: Iterable[Mapping[str, str | None]], dates: frozenset[str] = frozenset()) -> str:
    """A list of mappings; None is written null, and fields named in `dates` without quotes."""
    return "".join((f"{key}:\n" if not number else "") + _record(value, dates) for number, value in enumerate(values))


def _record(value: Mapping[str, str | None], dates: frozenset[str]) -> str:
    rows = [
        f"{name}: {'null' if text is None else scalar(text, plain=name in dates)}\n" for name, text in value.items()
    ]
    return "  - " + "    ".join(rows)


def mapping(key: str, values: Mapping[str, str]) -> str:
    """A mapping of texts; nothing where it is empty."""
    rows = "".join(f"  {scalar(name)}: {scalar(text)}\n" for name, text in values.items())
    return f"{key}:\n{rows}" if rows else ""
