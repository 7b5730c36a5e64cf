"""How a body is to be read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """Where a body stands, in what language, and whether it may hold headings."""

    path: str
    """Relative to the site."""
    folder: str
    """The file's folder relative to content/, against which its links are resolved."""
    first_line: int
    lang: str
    prefix: str
    """Keeps the footnotes of this body apart from those of another on the same page."""
    back_to_text: str
    """The title of the link from a footnote back to the text, with {} for its number."""
    headings: bool
    """Whether headings, and ids, may stand in it; a text that shares its page with others has neither."""
