"""What an address that an author writes may be, and what to write instead. Knows no document and no tree."""

from __future__ import annotations

import posixpath
from urllib.parse import urlsplit

from nutgraf.model.kinds import FOLDERS, MEDIA_FOLDER
from nutgraf.reading.markdown.sanitise import SCHEMES


def complaint_about(href: str, *, is_picture: bool) -> str | None:
    """None for a good address on the web, a complaint for a bad one, "" for a path."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return "is not an address"
    if is_picture and (parts.scheme or parts.netloc):
        return "is a picture on another site, which readers' browsers would have to ask"
    if parts.scheme in SCHEMES:
        return None
    if parts.scheme:
        return f"begins with {parts.scheme}:, which a page may not hold"
    return "has no scheme" if parts.netloc else ""


def hint_inside(path: str, folder: str) -> str:
    """What to write in a file of that folder of content/ instead of a path that leads out of it."""
    if path.startswith("/") and path.split("/")[1] in (*FOLDERS, MEDIA_FOLDER):
        return f"write {posixpath.relpath(path[1:], folder or '.')}"
    return "link to a file in content/ by its relative path"


def hint_for_picture(path: str, folder: str) -> str:
    """What to write in a file of that folder of content/ instead of a picture that stands elsewhere."""
    name = posixpath.basename(path)
    if name.endswith(".md"):
        return f"leave out the ! to link to it; to set in an event or a number, write ![[{name.removesuffix('.md')}]]"
    address = posixpath.relpath(f"{MEDIA_FOLDER}/{name}", folder or ".")
    return f"put the picture into content/{MEDIA_FOLDER}/ and write {address}"
