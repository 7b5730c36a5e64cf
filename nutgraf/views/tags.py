"""A class for each tag of the timeline, by which its filter knows the tag's events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import count

from nutgraf.model.slugs import slug


def tag_classes(tags: Iterable[str]) -> Mapping[str, str]:
    """A class by tag; two tags share one only if nothing but capitals tells them apart, so C, C++ and C# don't."""
    by_tag: dict[str, str] = {}
    by_folded: dict[str, str] = {}
    for tag in sorted(set(tags)):
        folded = tag.casefold()
        if folded not in by_folded:
            by_folded[folded] = _free(f"tag-{slug(tag) or 'other'}", set(by_folded.values()))
        by_tag[tag] = by_folded[folded]
    return by_tag


def _free(name: str, taken: set[str]) -> str:
    return next(it for number in count(1) if (it := name if number == 1 else f"{name}-{number}") not in taken)
