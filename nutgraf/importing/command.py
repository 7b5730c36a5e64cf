"""The import command: which seeds are read, and what is written where. Refuses to write over what an author edited.

Each seed stands alone: one that can't be imported stops none of the others.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from nutgraf.disk.paths import Bounds, Refused, found_at, is_taken, is_within, shown, way_from
from nutgraf.disk.reader import LARGEST_TEXT, bytes_of, text_of
from nutgraf.disk.writing import write
from nutgraf.importing.article import Article, read_article
from nutgraf.importing.drafts import EXPLAINERS, TIMELINE, drafts_of
from nutgraf.importing.given import Given
from nutgraf.importing.merge import Untouchable, differences, filled, made_anew, read_existing
from nutgraf.importing.record import Facts, facts_of, record_text
from nutgraf.importing.seedfiles import is_spreadsheet, why_no_seeds
from nutgraf.importing.summary import account
from nutgraf.model.inputs import CONTENT, SEEDS
from nutgraf.model.kinds import kind_of
from nutgraf.model.records import Source

SOURCES = kind_of(Source).folder


class Misused(Exception):
    """Seeds that can't be imported as they were named: nothing is read or written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the command line asks for."""

    seeds: tuple[Path, ...]
    site: Path
    into: Path | None
    """The folder to write to, which may be anywhere, also behind a link. None for content/sources, and
    content/timeline for events: those no link may lead out of the site."""
    given: Given
    force: bool = False
    drafts: bool = False

    def folder(self, name: str) -> Path:
        """Where records or events go; `name` is that of the site's own folder for them."""
        return self.into or self.site / CONTENT / name

    def bounds(self) -> Bounds:
        """What is written to `folder` stays in here."""
        return Bounds(self.into, "the folder that --into names") if self.into else Bounds(self.site)


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
    try:
        _check_folders(asked)
    except Refused as error:
        told.failed.append(_refusal(error, asked.site))
        return told
    for seed in asked.seeds:
        try:
            _import(seed, asked, told)
        except Refused as error:
            told.failed.append(_refusal(error, seed))
        except OSError as error:
            told.failed.append(f"{error.filename or seed}: {_in_words(error)}")
    if told.outside:
        which = f"{len(told.outside)} seeds are" if len(told.outside) > 1 else f"{shown(told.outside[0])} is"
        told.done.append(f"{which} outside seeds/; put there, each build checks that it is unchanged")
    return told


def _refusal(error: Refused, place: Path) -> str:
    where = shown(error.link) if error.link else place
    return f"{where}: {error.message}" + (f"\n  hint: {error.hint}" if error.hint else "")


def _in_words(error: OSError) -> str:
    if isinstance(error, FileExistsError | NotADirectoryError):
        return "a file is in the way of a folder"
    return f"can't be read or written: {error.strerror or error}"


def _check_seeds(asked: Asked) -> None:
    wrong = why_no_seeds(asked.seeds)
    if len(asked.seeds) > 1 and (asked.given.title or asked.given.url):
        wrong.append("--title and --url belong to one article: import it alone")
    wrong += [f"--into: {asked.into} {why}"] if asked.into is not None and (why := _why_no_folder(asked.into)) else []
    if wrong:
        raise Misused("\n".join(wrong))


def _why_no_folder(path: Path) -> str | None:
    """Why files can't be put there, or None; a folder that isn't there can be made."""
    try:
        found = found_at(path)
    except OSError as error:
        return f"can't be written: {error.strerror}"
    if found == "link to nowhere":
        return "is a link that leads nowhere"
    return None if found in ("folder", "nothing") else "is a file, not a folder"


def _check_folders(asked: Asked) -> None:
    """Raise Refused when a link leads what would be written astray, before anything is."""
    for name in sorted({TIMELINE if is_spreadsheet(it) else SOURCES for it in asked.seeds}):
        asked.bounds().real(asked.folder(name))
    for name in (TIMELINE, EXPLAINERS) if asked.drafts else ():
        Bounds(asked.site).real(asked.site / CONTENT / name)


def _import(seed: Path, asked: Asked, told: ImportReport) -> None:
    data = bytes_of(seed, LARGEST_TEXT)
    if is_spreadsheet(seed):
        _import_sheet(data, seed, asked, told)
        return
    article = read_article(data, seed.name, asked.given)
    if article.lost:
        words = ", ".join(list(article.lost)[:10])
        raise Refused(
            f"{article.lost.total()} of its words would be lost: {words}", "this is a bug in nutgraf; please report it"
        )
    _write_record(article, seed, hashlib.sha256(data).hexdigest(), asked, told)


def _write_record(article: Article, seed: Path, sha256: str, asked: Asked, told: ImportReport) -> None:
    target = asked.folder(SOURCES) / f"{seed.stem}.md"
    facts = facts_of(article, _seed_in_site(seed, asked.site), sha256)
    verb = "written"
    if is_taken(target):
        found = _beside_existing(target, article, facts, asked)
        if isinstance(found, _Kept):
            told.done.append(f"{shown(target)}: {found.why}")
            _write_drafts(article, seed.stem, asked, told)
            return
        text, verb = found
    else:
        text = record_text(article, facts)
    write(target, text, asked.bounds())
    told.done += [f"{shown(seed)} → {shown(target)} ({verb})", *account(article)]
    if facts.get("seed") is None:
        told.outside.append(seed)
    _write_drafts(article, seed.stem, asked, told)


@dataclass(frozen=True, slots=True)
class _Kept:
    why: str


def _beside_existing(target: Path, article: Article, facts: Facts, asked: Asked) -> tuple[str, str] | _Kept:
    """The new text of a record that is there already, and what was done to it. Raises Refused if it may not be."""
    try:
        text = text_of(bytes_of(asked.bounds().real(target), LARGEST_TEXT))
        existing = read_existing(text, str(target))
    except (Untouchable, UnicodeDecodeError) as error:
        reason = error.args[0] if isinstance(error, Untouchable) else "it is not UTF-8"
        raise Refused(
            f"{shown(target)} is there already and can't be read: {reason}", "mend it, or delete it"
        ) from None
    if asked.force:
        text = made_anew(existing, article, facts, asked.given)
        return (text, "made anew; its author's fields kept") if text != existing.text else _Kept("unchanged")
    if existing.values.get("sha256") == facts.get("sha256"):
        text, names = filled(existing, asked.given)
        if not names:
            return _Kept("kept as it is: its seed has not changed (--force to import it anew)")
        later = "; --force to date its events anew" if "date" in names else ""
        return text, f"{', '.join(names)} filled in, nothing else changed{later}"
    tied = "sha256" in existing.values
    message = f"it has changed since {shown(target)} was made from it" if tied else f"{shown(target)} is there already"
    listed = "".join(f"\n    {line}" for line in differences(existing, article))
    raise Refused(
        f"{message}; nothing was written{listed}", "--force makes the record anew and keeps its author's fields"
    )


def _write_drafts(article: Article, source_id: str, asked: Asked, told: ImportReport) -> None:
    if not asked.drafts:
        return
    drafts = drafts_of(article, source_id)
    content, bounds = asked.site / CONTENT, Bounds(asked.site)
    new = [it for it in drafts.files if not is_taken(content / it.path)]
    for it in new:
        write(content / it.path, it.text, bounds)
    kept = len(drafts.files) - len(new)
    told.done.append(
        f"  drafts    {len(new)} written to content/{TIMELINE}/ and content/{EXPLAINERS}/"
        + (f", {kept} already there" if kept else "")
    )
    if drafts.undated:
        told.done.append(f"            {drafts.undated} candidates without a year were left out")
    if not any(it.path.startswith(f"{EXPLAINERS}/") for it in drafts.files):
        told.done.append("            no explainer, since the day of publication isn't known; give --date")


def _import_sheet(data: bytes, seed: Path, asked: Asked, told: ImportReport) -> None:
    """Write the events of a spreadsheet: all of them, or none where one that is there already differs."""
    from nutgraf.importing.sheets import read_sheet

    sheet = read_sheet(data, seed.name, asked.given.encoding)
    folder, bounds = asked.folder(TIMELINE), asked.bounds()
    taken = [it.path for it in sheet.files if is_taken(folder / it.path)]
    there = {path: bytes_of(bounds.real(folder / path), LARGEST_TEXT) for path in taken}
    changed = [it for it in sheet.files if there.get(it.path) != it.text.encode("utf-8")]
    edited = [it for it in changed if it.path in there]
    if edited and not asked.force:
        listed = "".join(
            f"\n    {shown(folder / it.path)}: {_first_difference(there[it.path], it.text)}" for it in edited[:10]
        )
        more = f"\n    and {len(edited) - 10} more" if len(edited) > 10 else ""
        message = f"{len(edited)} of its events differ from the files that are there; nothing was written{listed}{more}"
        raise Refused(message, "--force writes the spreadsheet's events over them")
    for it in changed:
        write(folder / it.path, it.text, bounds)
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
    seeds = site / SEEDS
    return f"{SEEDS}/{way_from(seeds, seed)}" if is_within(seed, seeds) else None
