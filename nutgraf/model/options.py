"""What the command line decides about a build, the clock included: nothing below the rim asks the time."""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The choices of one build."""

    today: datetime.date
    drafts: bool = False
    strict: bool = False
    pictures: bool = True
    """Whether to draw the pictures for social networks; a preview goes without."""
