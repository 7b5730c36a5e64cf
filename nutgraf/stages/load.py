"""Decides which files of a site are read, and as what: texts, media, templates. Understands none of what they hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from nutgraf.disk.paths import Bounds
from nutgraf.disk.reader import Reader, names_in
from nutgraf.model.inputs import CONTENT, SEEDS, SETTINGS, TEMPLATES, Blob, InputFile, Inputs
from nutgraf.model.kinds import FIRST_PAGE, FOLDERS, LEDGER, MEDIA_FOLDER, SINGLE, TEXT_ENDINGS, name_at
from nutgraf.model.nearest import did_you_mean, listed
from nutgraf.model.pages import PICTURES_FOLDER
from nutgraf.model.problems import Checked

_SETTINGS = re.compile(r"site\.(?:yaml|yml)(?:\.txt)?", re.IGNORECASE)
_RUNS = (".css", ".htm", ".html", ".js", ".mjs", ".shtml", ".xhtml", ".xml", ".xsl")


def load(site_root: Path, home: Path) -> Checked[Inputs]:
    """Everything that a build of the site in `site_root` reads; default templates come from `home`."""
    reader = Reader(site_root)
    settings = reader.text_if_there(site_root / SETTINGS)
    if settings is None and not reader.problems:
        other = next(filter(_SETTINGS.fullmatch, names_in(site_root)), None)
        hint = "make one; the only line it needs is title: The name of the site"
        hint = f"rename {other} to site.yaml" if other else hint
        reader.report("missing-file", site_root / SETTINGS, "there is no site.yaml here", hint)
    content = site_root / CONTENT
    documents, media, unread = _content(reader, content)
    templates, assets = _templates(reader, site_root, home)
    inputs = Inputs(
        settings=settings,
        documents=documents,
        unread=unread,
        ledger=reader.text_if_there(content / LEDGER),
        seeds=_hashes(reader, site_root),
        media=media,
        templates=templates,
        assets=assets,
    )
    # Each once, though a folder's link may stand in the way of several.
    return Checked(inputs, tuple(dict.fromkeys(reader.problems)))


def load_pictures(out: Path, bounds: Bounds | None = None) -> Mapping[str, bytes]:
    """The pictures that an earlier build drew, by address; their names tell what they show, so they can serve again.

    One that can't be read is drawn anew. `bounds` are those of `publish`.
    """
    reader = Reader(out, bounds)
    blobs = (reader.blob(path, out) for path in reader.files(out / PICTURES_FOLDER))
    return {blob.path: blob.data for blob in blobs if blob is not None}


def _hashes(reader: Reader, site_root: Path) -> dict[str, str]:
    """SHA-256 of each file in seeds/."""
    found = ((reader.name(path), reader.sha256(path)) for path in reader.files(site_root / SEEDS, litter=True))
    return {name: digest for name, digest in found if digest is not None}


def _templates(reader: Reader, site_root: Path, home: Path) -> tuple[dict[str, InputFile], tuple[Blob, ...]]:
    """Templates by name and assets by path: those of `home`, and over them the site's own."""
    templates: dict[str, InputFile | None] = {}
    assets: dict[str, Blob | None] = {}
    for root in dict.fromkeys((home, site_root)):
        own = reader if root == site_root else Reader(root)
        folder = root / TEMPLATES
        for path in own.files(folder):
            name = path.relative_to(folder).as_posix()
            # One that can't be read hides the default all the same: its problems don't point into another text.
            if name.startswith("assets/") and path.suffix != ".css":
                assets[name] = own.blob(path, folder)
            else:
                templates[name] = own.text(path)
        if own is not reader:
            reader.problems += own.problems
    read = {name: text for name, text in templates.items() if text is not None}
    return read, tuple(blob for _, blob in sorted(assets.items()) if blob is not None)


def _content(reader: Reader, content: Path) -> tuple[tuple[InputFile, ...], tuple[Blob, ...], frozenset[str]]:
    """The documents and the media of a content folder, and the paths of what couldn't be read as either."""
    documents: list[InputFile] = []
    media: list[Blob] = []
    unread: list[str] = []
    for path in reader.files(content):
        parts = path.relative_to(content).parts
        if parts[0] == MEDIA_FOLDER and len(parts) > 1:
            blob = _medium(reader, path, content / MEDIA_FOLDER)
            media += [blob] if blob else []
        elif parts != (LEDGER,):
            text = reader.text(path) if _is_in_place(reader, parts, path) else None
            documents += [text] if text else []
            unread += [] if text else [reader.name(path)]
    if any(it.at.path == CONTENT for it in reader.problems):
        unread.append(FIRST_PAGE)  # not to be called missing from a folder that can't be read
    return tuple(documents), tuple(media), frozenset(unread)


def _medium(reader: Reader, path: Path, folder: Path) -> Blob | None:
    if path.suffix.lower() in _RUNS:
        hint = "link to it where it stands on the web, or make a page of it in content/"
        reader.report("misplaced", path, "what a browser runs has no place among pictures", hint)
        return None
    return reader.blob(path, folder)


def _is_in_place(reader: Reader, parts: tuple[str, ...], path: Path) -> bool:
    if len(parts) == 1 and parts[0] in SINGLE:
        return True
    if path.suffix.lower() not in TEXT_ENDINGS and (len(parts) == 1 or parts[0] not in FOLDERS):
        hint = f"move it to content/{MEDIA_FOLDER}/, where pictures and other files that readers get stand"
        reader.report("misplaced", path, "this file has no place here", hint)
    elif len(parts) == 1:
        known = [name.removesuffix(".md") for name in SINGLE]
        hint = did_you_mean(path.stem, known, f"content/ itself holds {listed(SINGLE)}; the rest is in folders")
        reader.report("misplaced", path, "this file has no place here", hint)
    elif parts[0] not in FOLDERS:
        meant = next((folder for folder, kind in FOLDERS.items() if parts[0] in (kind.name, f"{kind.name}s")), None)
        hint = did_you_mean(parts[0], FOLDERS, f"the folders are {', '.join(sorted(FOLDERS))}")
        hint = f"did you mean {meant}?" if meant else hint
        reader.report("misplaced", path, f"content/{parts[0]}/ is not a folder that is read", hint)
    elif len(parts) > 2:
        reader.report("misplaced", path, "folders here hold files, not folders", f"move it up to {parts[0]}/")
    elif path.suffix != ".md":
        is_text = path.suffix.lower() in TEXT_ENDINGS
        hint = f"rename it to {name_at(path.name)}.md" if is_text else f"pictures go to content/{MEDIA_FOLDER}/"
        reader.report("misplaced", path, "only .md files are read here", hint)
    else:
        return True
    return False
