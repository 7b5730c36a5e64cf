"""A drawn picture to PNG bytes, with a font of its own, so that every machine draws the same. render's helper.

The only importer of resvg_py, whose 20 ms a picture only a page whose words have changed should cost.
"""

from __future__ import annotations

import hashlib
import re

LONGEST_SIDE = 4
"""In digits of a number of pixels; resvg would end the whole process for want of memory."""

_ROOT = re.compile(r"<svg\b[^>]*>")
_WHOLE = re.compile(r"(?<![.\w])\d+")

FONT_FAMILY = "Source Serif Pro"
VERSION = "1"
"""Part of every picture's name; a change of rasteriser or font that changes pictures changes it too."""


def picture_name(svg: str) -> str:
    """A name for the picture that changes with its every detail."""
    return hashlib.sha256(f"{VERSION}\n{svg}".encode()).hexdigest()[:12]


def rasterise(svg: str) -> bytes:
    """The PNG of an SVG, in its own size."""
    root = _ROOT.search(svg)
    if root and any(len(number) > LONGEST_SIDE for number in _WHOLE.findall(root[0])):
        raise ValueError("its sides are too long")
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
