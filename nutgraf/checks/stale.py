"""An explainer whose `review_by` day has passed is called stale."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from nutgraf.model.problems import Problem
from nutgraf.model.records import Explainer
from nutgraf.model.site import Content


def check_stale(content: Content, today: datetime.date) -> Iterator[Problem]:
    """A problem for each explainer that was to be reviewed before today."""
    level = content.site.checks.stale
    if level == "off":
        return
    for explainer in content.of(Explainer):
        if explainer.review_by is not None and explainer.review_by < today:
            yield Problem(
                code="stale",
                at=explainer.origin.at("review_by"),
                message=f"this was to be reviewed by {explainer.review_by}",
                hint="read it against the sources again, then set a later day",
                severity=level,
            )
