"""What the text of an export may hold: no carriage return, and no character that XML and iCalendar forbid."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")


def allowed(text: str) -> str:
    """The text with line feeds for line ends, and without control characters."""
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
