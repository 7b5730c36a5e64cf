"""A drawn picture to PNG bytes, with a font of its own, so that every machine draws the same. render's helper.

The only importer of resvg_py, whose 20 ms a picture only a page whose words have changed should cost.
"""

from __future__ import annotations

import hashlib
import re

LONGEST_SIDE = 4096
"""In pixels; for want of memory resvg would end the whole process."""
WANTED = (
    f"its root must be an <svg> whose width and height are plain numbers up to {LONGEST_SIDE}, as 1200 and 630, "
    "and whose viewBox, if it has one, is four numbers"
)

_ROOTS = ("svg", "{http://www.w3.org/2000/svg}svg")
_SIDE = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,6})?")
_NUMBER = r"-?[0-9]{1,6}(?:\.[0-9]{1,6})?"
_VIEW = re.compile(rf"\s*{_NUMBER}(?:(?:\s+|\s*,\s*){_NUMBER}){{3}}\s*")

FONT_FAMILY = "Source Serif Pro"
VERSION = "1"
"""Part of every picture's name; a change of rasteriser or font that changes pictures changes it too."""


def picture_name(svg: str) -> str:
    """A name for the picture that changes with its every detail."""
    return hashlib.sha256(f"{VERSION}\n{svg}".encode()).hexdigest()[:12]


def rasterise(svg: str) -> bytes:
    """The PNG of an SVG, in its own size. Raises ValueError."""
    _require_size(svg)
    import font_source_serif_pro as font
    import resvg_py

    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            skip_system_fonts=True,
            font_files=[font.SourceSerifPro, font.SourceSerifProBold],
            serif_family=FONT_FAMILY,
            font_family=FONT_FAMILY,
        )
    )


def _require_size(svg: str) -> None:
    """Refuse, on what an XML parser reads, any size that resvg would have to reckon out."""
    from xml.etree import ElementTree

    if "<!DOCTYPE" in svg:  # whose entities could hold the size
        raise ValueError("it has a DOCTYPE; delete it")
    try:
        root = ElementTree.fromstring(svg)
    except ElementTree.ParseError as error:
        raise ValueError(f"it is no XML: {error}") from None
    sides = root.get("width", ""), root.get("height", "")
    if root.tag not in _ROOTS or not all(map(_is_side, sides)) or not _VIEW.fullmatch(root.get("viewBox", "0 0 1 1")):
        raise ValueError(WANTED)


def _is_side(text: str) -> bool:
    return bool(_SIDE.fullmatch(text)) and 0 < float(text) <= LONGEST_SIDE
