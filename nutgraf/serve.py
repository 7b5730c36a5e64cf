"""The preview: serves the site from memory on this machine, builds it again on each burst of saves, reloads browsers.

Writes nothing to disk. livereload gives the socket and the script in the browser; its watcher is not used, since it
builds once a file, drops reloads within three seconds of the last, and builds on the thread that answers requests.
"""

from __future__ import annotations

import asyncio
import errno
import mimetypes
import os
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from livereload.watcher import Watcher
from tornado.web import Application, HTTPError, RequestHandler

from nutgraf.model.options import Options
from nutgraf.model.problems import Problem
from nutgraf.overlay import page_of_problems, with_problems
from nutgraf.pipeline import Folders, Outcome, make_site
from nutgraf.report import as_text, summary
from nutgraf.terminal import complain, say

POLL_SECONDS = 0.2
SETTLE_SECONDS = 0.15
"""How long nothing must change before a burst of saves counts as over."""

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
# The page's own policy would block the script that reloads it, and the style of the panel of problems.
_PREVIEW_POLICY = (
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
    "img-src 'self' data:; script-src 'self'; connect-src 'self' ws:\">"
)
_SCRIPT = '<script src="/livereload.js"></script></head>'

Signature = Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Showing:
    """What browsers are shown: the files of the last good build, and the problems of the last one."""

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]
    texts: Mapping[str, str]

    def after(self, outcome: Outcome) -> Showing:
        """What to show once a build has ended: its own files if it made any, else still these."""
        made = outcome.outputs
        files = {it.address: it.data for it in made.files} if made is not None else self.files
        return Showing(files, outcome.problems, outcome.texts)


def serve(folders: Folders, options: Options, port: int) -> int:
    """Show the site until interrupted. Returns the exit status: 0 after Ctrl-C, 2 when the port can't be had."""
    preview = _Preview(folders, options)
    try:
        asyncio.run(preview.run(port))
    except KeyboardInterrupt:
        return 0
    except OSError as error:
        if error.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
        complain(f"build.py: port {port} can't be had: {error.strerror}; name another with --port\n")
        return 2
    return 0


class _Preview:
    def __init__(self, folders: Folders, options: Options) -> None:
        self._folders = folders
        self._options = options
        self.showing = Showing({}, (), {})

    async def run(self, port: int) -> None:
        LiveReloadHandler.watcher = Watcher()  # asked for its last path whenever a reload is logged
        application = Application(
            [
                (r"/livereload", _ReloadSocket),
                (r"/livereload\.js", _ReloadScript),
                (r"/(.*)", _PageHandler, {"preview": self}),
            ]
        )
        application.listen(port, address="127.0.0.1")
        seen = await asyncio.to_thread(self._signature)
        await self._build()
        say(f"http://localhost:{port}/ shows the site; Ctrl-C ends it\n")
        while True:
            await asyncio.sleep(POLL_SECONDS)
            if await asyncio.to_thread(self._signature) != seen:
                # Taken before the build, so that what is saved during it is seen on the next round.
                seen = await self._settled()
                await self._build()
                LiveReloadHandler.reload_waiters("*")

    async def _settled(self) -> Signature:
        now = await asyncio.to_thread(self._signature)
        while True:
            await asyncio.sleep(SETTLE_SECONDS)
            later = await asyncio.to_thread(self._signature)
            if later == now:
                return now
            now = later

    async def _build(self) -> None:
        started = time.monotonic()
        outcome = await asyncio.to_thread(make_site, self._folders, self._options)
        self.showing = self.showing.after(outcome)
        if outcome.problems:
            complain(f"{as_text(outcome.problems, outcome.texts)}\n")
        say(f"built in {time.monotonic() - started:.2f} s, {summary(outcome.problems)}\n")

    def _signature(self) -> Signature:
        """The time and size of every file that a build reads."""
        roots = (self._folders.site / "content", self._folders.site / "templates", self._folders.home / "templates")
        found: dict[str, tuple[int, int]] = {}
        for root in dict.fromkeys(roots):
            _scan(root, found)
        _note(self._folders.site / "site.yaml", found)
        return found


def _scan(folder: Path, found: dict[str, tuple[int, int]]) -> None:
    for root, _, names in os.walk(folder):
        for name in names:
            _note(Path(root, name), found)


def _note(path: Path, found: dict[str, tuple[int, int]]) -> None:
    try:
        status = path.lstat()
    except OSError:  # gone again since it was listed
        return
    found[str(path)] = (status.st_mtime_ns, status.st_size)


class _LoopbackOnly(RequestHandler):
    """Refuses requests that name another host: a foreign page could otherwise read drafts by rebinding its name."""

    def prepare(self) -> None:
        if not _is_loopback(f"//{self.request.host}"):
            raise HTTPError(403)

    def set_default_headers(self) -> None:
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Cache-Control", "no-store")


class _ReloadSocket(LiveReloadHandler):  # type: ignore[misc]  # livereload has no types
    def check_origin(self, origin: str) -> bool:
        return _is_loopback(origin) and _is_loopback(f"//{self.request.host}")


class _ReloadScript(_LoopbackOnly, LiveReloadJSHandler):  # type: ignore[misc]  # livereload has no types
    """livereload's script, for pages on this machine."""


class _PageHandler(_LoopbackOnly):
    def initialize(self, preview: _Preview) -> None:
        self._preview = preview

    def get(self, path: str) -> None:
        showing = self._preview.showing
        address = path if path and not path.endswith("/") else f"{path}index.html"
        data = showing.files.get(address)
        if data is None:
            self.set_status(404)
            address, data = "404.html", showing.files.get("404.html")
        if not showing.files:
            self.set_status(500)
        kind = mimetypes.guess_type(address)[0] or "application/octet-stream"
        is_text = kind.startswith("text/") or kind.endswith(("json", "xml"))
        self.set_header("Content-Type", f"{kind}; charset=utf-8" if is_text else kind)
        self.write(_previewed(data, showing) if kind == "text/html" or data is None else data)


def _previewed(data: bytes | None, showing: Showing) -> str:
    if data is None:
        page = page_of_problems(showing.problems, showing.texts)
    else:
        page = with_problems(data.decode("utf-8"), showing.problems, showing.texts)
    return _POLICY.sub(_PREVIEW_POLICY, page).replace("</head>", _SCRIPT, 1)


def _is_loopback(address: str) -> bool:
    try:
        return urlsplit(address).hostname in LOOPBACK
    except ValueError:
        return False
