"""Reads a site's files into memory. The only reader of disk; it understands nothing of what it reads.

Refuses what can't be read safely as text: other encodings, control characters, links out of the site, pipes and
devices, and files too large to have been typed.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from nutgraf.model.inputs import Blob, InputFile, Inputs
from nutgraf.model.kinds import FOLDERS, LEDGER, MEDIA_FOLDER, SINGLE
from nutgraf.model.pages import PICTURES_FOLDER
from nutgraf.model.problems import Checked, Code, Place, Problem
from nutgraf.reading.characters import forbidden_in, name_of
from nutgraf.reading.nearest import did_you_mean

LARGEST_TEXT = 5_000_000
LARGEST_BLOB = 50_000_000

_SETTINGS = re.compile(r"site\.(?:yaml|yml)(?:\.txt)?", re.IGNORECASE)
_RUNS = (".css", ".htm", ".html", ".js", ".mjs", ".shtml", ".xhtml", ".xml", ".xsl")
_TEXT_ENDINGS = ("", ".markdown", ".md", ".mdown", ".mkd", ".txt")
_LITTER = re.compile(r"[._#~].*|.*(?:~|\.swp|\.tmp|\.bak|\.orig)|Thumbs\.db|Icon\r", re.DOTALL)


def load(site_root: Path, home: Path) -> Checked[Inputs]:
    """Everything that a build of the site in `site_root` reads; default templates come from `home`."""
    reader = _Reader(site_root)
    settings = reader.text(site_root / "site.yaml") if (site_root / "site.yaml").exists() else None
    if settings is None and not reader.problems:
        other = next((path.name for path in sorted(site_root.glob("*")) if _SETTINGS.fullmatch(path.name)), None)
        hint = "make one; the only line it needs is title: The name of the site"
        hint = f"rename {other} to site.yaml" if other else hint
        reader.report("missing-file", "site.yaml", "there is no site.yaml here", hint)
    content = site_root / "content"
    ledger = content / LEDGER
    documents, media = reader.content(content)
    templates, assets = _templates(reader, site_root, home)
    inputs = Inputs(
        settings=settings,
        documents=documents,
        unread=frozenset(reader.unread),
        ledger=reader.text(ledger) if ledger.exists() else None,
        seeds=_hashes(site_root),
        media=media,
        templates=templates,
        assets=assets,
    )
    return Checked(inputs, tuple(reader.problems))


def _hashes(site_root: Path) -> dict[str, str]:
    """SHA-256 of each file in seeds/. What can't be read there is left out: a record that names it will be told so."""
    hashes = {}
    for path in sorted((site_root / "seeds").rglob("*")):
        with suppress(OSError):
            if stat.S_ISREG(path.stat().st_mode) and path.stat().st_size <= LARGEST_BLOB:
                name = path.relative_to(site_root).as_posix().encode("utf-8", "backslashreplace").decode()
                hashes[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return hashes


def load_pictures(out: Path) -> Mapping[str, bytes]:
    """The pictures that an earlier build drew, by address; their names tell what they show, so they can serve again."""
    found = sorted((out / PICTURES_FOLDER).glob("*.png")) if (out / PICTURES_FOLDER).is_dir() else []
    return {f"{PICTURES_FOLDER}/{path.name}": path.read_bytes() for path in found if path.is_file()}


def _templates(reader: _Reader, site_root: Path, home: Path) -> tuple[dict[str, InputFile], tuple[Blob, ...]]:
    """Templates by name and assets by path: those of `home`, and over them the site's own."""
    templates: dict[str, InputFile] = {}
    assets: dict[str, Blob] = {}
    roots = [home] if home == site_root else [home, site_root]
    for root in roots:
        own = reader if root == site_root else _Reader(root)
        for path in own.walk(root / "templates"):
            name = path.relative_to(root / "templates").as_posix()
            if name.startswith("assets/") and path.suffix != ".css":
                blob = own.blob(path, root / "templates")
                if blob is not None:
                    assets[name] = blob
            else:
                text = own.text(path)
                if text is not None:
                    templates[name] = text
        if own is not reader:
            reader.problems += own.problems
    return templates, tuple(assets[name] for name in sorted(assets))


class _Reader:
    def __init__(self, root: Path) -> None:
        self._root = root
        self._real_root = Path(os.path.realpath(root))
        self.problems: list[Problem] = []
        self.unread: list[str] = []

    def report(self, code: Code, path: str, message: str, hint: str = "") -> None:
        self.problems.append(Problem(code=code, at=Place(path), message=message, hint=hint))

    def content(self, content: Path) -> tuple[tuple[InputFile, ...], tuple[Blob, ...]]:
        """The Markdown documents and the media of a content folder."""
        documents: list[InputFile] = []
        media: list[Blob] = []
        for path in self.walk(content):
            parts = path.relative_to(content).parts
            if parts[0] == MEDIA_FOLDER and len(parts) > 1:
                blob = self._medium(path, content / MEDIA_FOLDER)
                media += [blob] if blob else []
            elif parts != (LEDGER,) and self._is_in_place(parts, path):
                text = self.text(path)
                documents += [text] if text else []
                self.unread += [] if text else [self._name(path)]
        return tuple(documents), tuple(media)

    def _is_in_place(self, parts: tuple[str, ...], path: Path) -> bool:
        named = self._name(path)
        if len(parts) == 1 and parts[0] in SINGLE:
            return True
        if path.suffix.lower() not in _TEXT_ENDINGS and (len(parts) == 1 or parts[0] not in FOLDERS):
            hint = f"move it to content/{MEDIA_FOLDER}/, where pictures and other files that readers get stand"
            self.report("misplaced", named, "this file has no place here", hint)
        elif len(parts) == 1:
            known = [name.removesuffix(".md") for name in SINGLE]
            hint = did_you_mean(path.stem, known, "content/ itself holds index.md and about.md; the rest is in folders")
            self.report("misplaced", named, "this file has no place here", hint)
        elif parts[0] not in FOLDERS:
            meant = next((folder for folder, kind in FOLDERS.items() if parts[0] in (kind.name, f"{kind.name}s")), None)
            listed = f"the folders are {', '.join(sorted(FOLDERS))}"
            hint = f"did you mean {meant}?" if meant else did_you_mean(parts[0], FOLDERS, listed)
            self.report("misplaced", named, f"content/{parts[0]}/ is not a folder that is read", hint)
        elif len(parts) > 2:
            self.report("misplaced", named, "folders here hold files, not folders", f"move it up to {parts[0]}/")
        elif path.suffix != ".md":
            is_text = path.suffix.lower() in _TEXT_ENDINGS
            hint = f"rename it to {path.stem}.md" if is_text else f"pictures go to content/{MEDIA_FOLDER}/"
            self.report("misplaced", named, "only .md files are read here", hint)
        else:
            return True
        return False

    def walk(self, folder: Path) -> Iterator[Path]:
        """Every file below a folder, sorted, without editors' litter."""
        if not folder.is_dir():
            return
        for path in sorted(folder.iterdir()):
            if _LITTER.fullmatch(path.name):
                continue
            if path.is_dir() and self._stays_inside(path) and not self._leads_back(path):
                yield from self.walk(path)
            elif not path.is_dir():
                yield path

    def _leads_back(self, path: Path) -> bool:
        if not path.is_symlink() or not Path(os.path.realpath(path.parent)).is_relative_to(os.path.realpath(path)):
            return False
        self.report("unreadable", self._name(path), "this link leads back to a folder that it stands in", "delete it")
        return True

    def _stays_inside(self, path: Path) -> bool:
        if not path.is_symlink():
            return True
        if Path(os.path.realpath(path)).is_relative_to(self._real_root):
            return True
        self.report("unreadable", self._name(path), "this link leads out of the site", "copy the file here instead")
        return False

    def text(self, path: Path) -> InputFile | None:
        """A UTF-8 text file, or None with the problem noted."""
        data = self._bytes(path, LARGEST_TEXT)
        name = self._name(path)
        if data is None:
            return None
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            looks = "UTF-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "Windows-1252 or Latin-1"
            hint = f"save it as UTF-8; it looks like {looks}"
            self.problems.append(
                Problem(
                    code="encoding",
                    at=_place_of_byte(name, data, error.start),
                    message="not UTF-8",
                    hint=hint,
                )
            )
            return None
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        return InputFile(name, text) if self._is_clean(name, text) else None

    def _is_clean(self, name: str, text: str) -> bool:
        forbidden = forbidden_in(text)
        if forbidden is None:
            return True
        start = forbidden.start()
        at = Place(name, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
        message = f"the character {name_of(forbidden[0])} is refused"
        self.problems.append(Problem(code="control-character", at=at, message=message, hint="delete it"))
        return False

    def _medium(self, path: Path, folder: Path) -> Blob | None:
        if path.suffix.lower() in _RUNS:
            hint = "link to it where it stands on the web, or make a page of it in content/"
            self.report("misplaced", self._name(path), "what a browser runs has no place among pictures", hint)
            return None
        return self.blob(path, folder)

    def blob(self, path: Path, folder: Path) -> Blob | None:
        """A file's bytes, or None with the problem noted."""
        if not path.name.isprintable():  # nor is a name that isn't UTF-8, which Python reads as lone surrogates
            hint = "rename it; its name becomes a part of its address"
            self.report("file-name", self._name(path), "the name holds characters that can't be shown", hint)
            return None
        data = self._bytes(path, LARGEST_BLOB)
        return None if data is None else Blob(path.relative_to(folder).as_posix(), data)

    def _bytes(self, path: Path, largest: int) -> bytes | None:
        name = self._name(path)
        if not self._stays_inside(path):
            return None
        try:
            status = path.stat()
            # A pipe or device would be waited on for ever.
            if not stat.S_ISREG(status.st_mode):
                self.report("unreadable", name, "this is not a regular file")
                return None
            if status.st_size > largest:
                self.report("unreadable", name, f"this file is larger than {largest // 1_000_000} MB", "split it")
                return None
            return path.read_bytes()
        except OSError as error:
            self.report("unreadable", name, f"this file can't be read: {error.strerror}")
            return None

    def _name(self, path: Path) -> str:
        name = path.relative_to(self._root).as_posix()
        # Names that aren't UTF-8 come from the disk as lone surrogates, which no terminal can print.
        return name.encode("utf-8", "backslashreplace").decode()


def _place_of_byte(name: str, data: bytes, start: int) -> Place:
    before = data[:start].decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return Place(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
