"""Bytes to text: byte order mark, strict UTF-8, then windows-1252, or the encoding asked for. Refuses binary."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from nutgraf.disk.paths import Refused

_MARKS = (  # UTF-32's mark begins like UTF-16's
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF", "a PDF", "save its text as a .txt file"),
    (b"PK\x03\x04", "a zip file, as .docx and .odt are", "save its text as a .txt file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file", "save its text as a .txt file"),
    (b"{\\rtf", "an RTF file", "save its text as a .txt file"),
    (b"\x1f\x8b", "a gzip file", "unpack it"),
)
_MOST_CONTROLS = 0.01
"""The share of control characters above which bytes are no text."""

# The five bytes that windows-1252 leaves undefined become the C1 controls that browsers make of them.
_UNDEFINED = {byte: chr(byte) for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}

_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")

_SEPARATOR = re.compile("[\x1c-\x1f]")  # space to Python, and nothing to a reader


class Unreadable(Refused):
    """Why what a seed holds can't be imported."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text with line feeds for line ends and without its mark, and the encoding it was in."""

    text: str
    encoding: str


def decode(data: bytes, asked: str | None = None) -> Decoded:
    """The text of a seed's bytes. Raises Unreadable."""
    if not data.strip(b"\x00\t\n\r "):
        raise Unreadable("it is empty" if not data else "it holds nothing but white space")
    for signature, what, hint in _SIGNATURES:
        if data.startswith(signature):
            raise Unreadable(f"it is {what}, not text", hint)
    found = _asked(data, asked) if asked else _found_out(data)
    if _is_binary(found.text):
        raise Unreadable("it is not text: it holds bytes that no text does", _binary_hint(asked))
    return Decoded(_SEPARATOR.sub(" ", _LINE_END.sub("\n", found.text)), found.encoding)


def _asked(data: bytes, name: str) -> Decoded:
    try:
        codec = codecs.lookup(name)
        text = data.decode(codec.name)
    except LookupError:
        raise Unreadable(f'there is no encoding "{name}"', "try utf-8, windows-1252, iso-8859-2, gb18030 …") from None
    except UnicodeError as error:
        raise Unreadable(f"it is not {name}: {_where(error)}", "leave --encoding out, or name another") from None
    return Decoded(text.removeprefix("\ufeff"), codec.name)


def _where(error: UnicodeError) -> str:
    return f"byte {error.start + 1} doesn't fit" if isinstance(error, UnicodeDecodeError) else "it can't be decoded"


def _found_out(data: bytes) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data[len(mark) :].decode(encoding), f"{encoding} with a byte order mark")
            except UnicodeDecodeError as error:
                if encoding == "utf-8":
                    return Decoded(_windows_1252(data[len(mark) :]), "windows-1252")
                message = f"it begins as {encoding} does, but {_where(error)}"
                raise Unreadable(message, "name its encoding: --encoding") from None
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return Decoded(_windows_1252(data), "windows-1252")


def _windows_1252(data: bytes) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(_UNDEFINED.get(byte) or bytes([byte]).decode("cp1252") for byte in data)


def _is_binary(text: str) -> bool:
    if "\x00" in text:
        return True
    controls = sum(character < " " and character not in "\t\n\r\x0b\x0c\x1a" for character in text)
    return controls > max(2, len(text) * _MOST_CONTROLS)


def _binary_hint(asked: str | None) -> str:
    return "leave --encoding out" if asked else "if it is text in an unusual encoding, name it: --encoding utf-16"
