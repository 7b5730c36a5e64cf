"""Which files can be seeds, and what to tell whoever names others. Looks at what stands there, and reads none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from nutgraf.disk.paths import IRREGULAR, NOWHERE, Found, found_at
from nutgraf.model.slugs import slug, why_not_an_id

_ARTICLES = (".txt", ".md", ".markdown", ".html", ".htm")
_SPREADSHEETS = (".csv", ".json")

_NO_SEED: Mapping[Found, str] = {
    "nothing": "there is no such file",
    "folder": "this is a folder\n  hint: name the files in it: {seed}/*.txt",
    "link to nowhere": NOWHERE,
    "something else": IRREGULAR,
}


def is_spreadsheet(seed: Path) -> bool:
    """Whether a seed's ending says that it holds events, and no article."""
    return seed.suffix.lower() in _SPREADSHEETS


def why_no_seeds(seeds: Sequence[Path]) -> list[str]:
    """Why these can't be imported together: a reason for each one that stands in the way, with its path."""
    return [reason for seed in seeds if (reason := _why_not(seed))] + _same_stems(seeds)


def _why_not(seed: Path) -> str | None:
    """Why a path is no seed, or None."""
    try:
        found = found_at(seed)
    except OSError as error:
        return f"{seed}: this file can't be read: {error.strerror}"
    if found != "file":
        return f"{seed}: {_NO_SEED[found].format(seed=seed)}"
    if seed.suffix.lower() not in (*_ARTICLES, *_SPREADSHEETS):
        endings = " ".join((*_ARTICLES, *_SPREADSHEETS))
        return f"{seed}: its ending is not one of {endings}\n  hint: rename it, to .txt if it is plain text"
    return _why_no_id(seed) if seed.suffix.lower() in _ARTICLES else None


def _why_no_id(seed: Path) -> str | None:
    """Why the seed's name can't become the id of its source, or None."""
    reason = why_not_an_id(seed.stem)
    if reason is None:
        return None
    better = slug(seed.stem)[:80].strip("-")
    hint = f"\n  hint: rename it to {better}{seed.suffix.lower()}" if better and why_not_an_id(better) is None else ""
    return f'{seed}: its name becomes the id of its source, and "{seed.stem}" can\'t be one: {reason}{hint}'


def _same_stems(seeds: Sequence[Path]) -> list[str]:
    first: dict[str, Path] = {}
    wrong = []
    for seed in (it for it in seeds if it.suffix.lower() in _ARTICLES):
        before = first.setdefault(seed.stem, seed)
        if before is not seed:
            wrong.append(f"{before} and {seed} would both become {seed.stem}.md\n  hint: rename one of them")
    return wrong
