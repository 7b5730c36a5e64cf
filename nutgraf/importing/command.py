"""The import command: reads seeds, writes content. The only module of this room that touches the disk.

Every file is written beside its place and moved there whole. Each seed stands alone: one that can't be imported stops
none of the others.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from nutgraf.disk.reader import Unreadable
from nutgraf.importing.article import Article, read_article
from nutgraf.importing.decode import LARGEST_SEED
from nutgraf.importing.drafts import DraftFile, drafts_of
from nutgraf.importing.given import Given
from nutgraf.importing.merge import Untouchable, differences, filled, made_anew, read_existing
from nutgraf.importing.record import facts_of, record_text
from nutgraf.importing.summary import account
from nutgraf.model.slugs import slug, why_not_an_id

ARTICLES = (".txt", ".md", ".markdown", ".html", ".htm")
SPREADSHEETS = (".csv", ".json")


class Misused(Exception):
    """Seeds that can't be imported as they were named: nothing is read or written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the command line asks for."""

    seeds: tuple[Path, ...]
    site: Path
    into: Path | None
    """The folder to write to; None for content/sources, and content/timeline for events."""
    given: Given
    force: bool = False
    drafts: bool = False


@dataclass(slots=True)
class ImportReport:
    """What to tell: lines for standard output, lines for standard error."""

    done: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    outside: list[Path] = field(default_factory=list)
    """Seeds that don't stand in the site's seeds/."""


def import_seeds(asked: Asked) -> ImportReport:
    """Import every seed; raises Misused, before anything is written, when they can't be what was meant."""
    _check_seeds(asked)
    told = ImportReport()
    for seed in asked.seeds:
        try:
            _import(seed, asked, told)
        except Unreadable as error:
            told.failed.append(f"{seed}: {error.message}" + (f"\n  hint: {error.hint}" if error.hint else ""))
        except OSError as error:
            told.failed.append(f"{error.filename or seed}: {_in_words(error)}")
    if told.outside:
        which = f"{len(told.outside)} seeds are" if len(told.outside) > 1 else f"{shown(told.outside[0])} is"
        told.done.append(f"{which} outside seeds/; put there, each build checks that it is unchanged")
    return told


def _in_words(error: OSError) -> str:
    if isinstance(error, FileExistsError | NotADirectoryError):
        return "a file is in the way of a folder"
    return f"can't be read or written: {error.strerror or error}"


def _check_seeds(asked: Asked) -> None:
    wrong = [reason for seed in asked.seeds if (reason := _why_not(seed))]
    wrong += _same_stems([seed for seed in asked.seeds if seed.suffix.lower() in ARTICLES])
    if len(asked.seeds) > 1 and (asked.given.title or asked.given.url):
        wrong.append("--title and --url belong to one article: import it alone")
    if asked.into is not None and asked.into.exists() and not asked.into.is_dir():
        wrong.append(f"--into: {asked.into} is a file, not a folder")
    if wrong:
        raise Misused("\n".join(wrong))


def _why_not(seed: Path) -> str | None:
    """Why a path is no seed, or None."""
    if not seed.exists():
        return f"{seed}: this link leads nowhere" if seed.is_symlink() else f"{seed}: there is no such file"
    if not stat.S_ISREG(seed.stat().st_mode):
        listed = f"\n  hint: name the files in it: {seed}/*.txt"
        return f"{seed}: this is a folder{listed}" if seed.is_dir() else f"{seed}: this is not a regular file"
    if seed.suffix.lower() not in (*ARTICLES, *SPREADSHEETS):
        endings = " ".join((*ARTICLES, *SPREADSHEETS))
        return f"{seed}: its ending is not one of {endings}\n  hint: rename it, to .txt if it is plain text"
    return _why_no_id(seed) if seed.suffix.lower() in ARTICLES else None


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
    for seed in seeds:
        before = first.setdefault(seed.stem, seed)
        if before is not seed:
            wrong.append(f"{before} and {seed} would both become {seed.stem}.md\n  hint: rename one of them")
    return wrong


def _import(seed: Path, asked: Asked, told: ImportReport) -> None:
    if seed.stat().st_size > LARGEST_SEED:
        raise Unreadable(f"it is larger than {LARGEST_SEED // 1_000_000} MB", "split it, or cut out what isn't text")
    data = seed.read_bytes()
    if seed.suffix.lower() in SPREADSHEETS:
        _import_sheet(data, seed, asked, told)
        return
    article = read_article(data, seed.name, asked.given)
    if article.lost:
        words = ", ".join(list(article.lost)[:10])
        raise Unreadable(
            f"{article.lost.total()} of its words would be lost: {words}", "this is a bug in nutgraf; please report it"
        )
    _write_record(article, seed, hashlib.sha256(data).hexdigest(), asked, told)


def _write_record(article: Article, seed: Path, sha256: str, asked: Asked, told: ImportReport) -> None:
    target = (asked.into or asked.site / "content" / "sources") / f"{seed.stem}.md"
    facts = facts_of(article, _seed_in_site(seed, asked.site), sha256)
    verb = "written"
    if target.exists():
        found = _beside_existing(target, article, seed, asked, sha256)
        if isinstance(found, _Kept):
            told.done.append(f"{shown(target)}: {found.why}")
            _write_drafts(article, seed.stem, asked, told)
            return
        text, verb = found
    else:
        text = record_text(article, facts)
    _write(target, text)
    told.done += [f"{shown(seed)} → {shown(target)} ({verb})", *account(article)]
    if facts.get("seed") is None:
        told.outside.append(seed)
    _write_drafts(article, seed.stem, asked, told)


@dataclass(frozen=True, slots=True)
class _Kept:
    why: str


def _beside_existing(target: Path, article: Article, seed: Path, asked: Asked, sha256: str) -> tuple[str, str] | _Kept:
    """The new text of a record that is there already, and what was done to it. Raises Unreadable if it may not be."""
    try:
        existing = read_existing(target.read_text(encoding="utf-8"), str(target))
    except (Untouchable, UnicodeDecodeError) as error:
        reason = error.args[0] if isinstance(error, Untouchable) else "it is not UTF-8"
        raise Unreadable(
            f"{shown(target)} is there already and can't be read: {reason}", "mend it, or delete it"
        ) from None
    if asked.force:
        facts = facts_of(article, _seed_in_site(seed, asked.site), sha256)
        text = made_anew(existing, article, facts, asked.given)
        return (text, "made anew; its author's fields kept") if text != existing.text else _Kept("unchanged")
    if existing.values.get("sha256") == sha256:
        text, names = filled(existing, asked.given)
        if not names:
            return _Kept("kept as it is: its seed has not changed (--force to import it anew)")
        later = "; --force to date its events anew" if "date" in names else ""
        return text, f"{', '.join(names)} filled in, nothing else changed{later}"
    tied = "sha256" in existing.values
    message = f"it has changed since {shown(target)} was made from it" if tied else f"{shown(target)} is there already"
    listed = "".join(f"\n    {line}" for line in differences(existing, article))
    raise Unreadable(
        f"{message}; nothing was written{listed}", "--force makes the record anew and keeps its author's fields"
    )


def _write_drafts(article: Article, source_id: str, asked: Asked, told: ImportReport) -> None:
    if not asked.drafts:
        return
    drafts = drafts_of(article, source_id)
    written = _write_new(drafts.files, asked.site / "content")
    kept = len(drafts.files) - written
    told.done.append(
        f"  drafts    {written} written to content/timeline/ and content/explainers/"
        + (f", {kept} already there" if kept else "")
    )
    if drafts.undated:
        told.done.append(f"            {drafts.undated} candidates without a year were left out")
    if not any(it.path.startswith("explainers/") for it in drafts.files):
        told.done.append("            no explainer, since the day of publication isn't known; give --date")


def _write_new(files: Sequence[DraftFile], content: Path) -> int:
    """Write the files that aren't there yet; returns how many."""
    new = [it for it in files if not (content / it.path).exists()]
    for it in new:
        _write(content / it.path, it.text)
    return len(new)


def _import_sheet(data: bytes, seed: Path, asked: Asked, told: ImportReport) -> None:
    """Write the events of a spreadsheet: all of them, or none where one that is there already differs."""
    from nutgraf.importing.sheets import read_sheet

    sheet = read_sheet(data, seed.name, asked.given.encoding)
    folder = asked.into or asked.site / "content" / "timeline"
    there = {it.path: (folder / it.path).read_bytes() for it in sheet.files if (folder / it.path).exists()}
    changed = [it for it in sheet.files if there.get(it.path) != it.text.encode("utf-8")]
    edited = [it for it in changed if it.path in there]
    if edited and not asked.force:
        listed = "".join(
            f"\n    {shown(folder / it.path)}: {_first_difference(there[it.path], it.text)}" for it in edited[:10]
        )
        more = f"\n    and {len(edited) - 10} more" if len(edited) > 10 else ""
        message = f"{len(edited)} of its events differ from the files that are there; nothing was written{listed}{more}"
        raise Unreadable(message, "--force writes the spreadsheet's events over them")
    for it in changed:
        _write(folder / it.path, it.text)
    same = len(sheet.files) - len(changed)
    told.done.append(
        f"{shown(seed)} → {shown(folder)}/ ({len(changed)} events written{f', {same} unchanged' if same else ''})"
    )
    told.done += sheet.notes


def _first_difference(there: bytes, here: str) -> str:
    for before, after in zip(there.decode("utf-8", "replace").splitlines(), here.splitlines(), strict=False):
        if before != after:
            return f"{before[:60]} | {after[:60]}"
    return "its length"


def _seed_in_site(seed: Path, site: Path) -> str | None:
    """The seed's path as a record names it, where it stands in the site's seeds/."""
    real, folder = Path(os.path.realpath(seed)), Path(os.path.realpath(site / "seeds"))
    return f"seeds/{real.relative_to(folder).as_posix()}" if real.is_relative_to(folder) else None


def shown(path: Path) -> str:
    """A path as a person at this folder would write it."""
    relative = os.path.relpath(path)
    return str(path) if relative.startswith("..") else relative


def _write(target: Path, text: str) -> None:
    """Write a file beside its place and move it there, so that it is never half there."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        part.write_bytes(text.encode("utf-8"))
        part.replace(target)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
