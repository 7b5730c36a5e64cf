"""The preview: serves the site from memory on this machine, builds it again on each burst of saves, reloads browsers.

Writes nothing to disk. livereload gives the socket and the script in the browser; its watcher is not used, since it
builds once a file, drops reloads within three seconds of the last, and builds on the thread that answers requests.
"""

from __future__ import annotations

import asyncio
import errno
import mimetypes
import re
import time
import traceback
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from livereload.watcher import Watcher
from tornado.web import Application, HTTPError, RequestHandler

from nutgraf.disk.signature import Signature, signature
from nutgraf.model.kinds import MEDIA_FOLDER
from nutgraf.model.options import Options
from nutgraf.overlay import page_of, panel_of_bug, panel_of_problems, with_panel
from nutgraf.pipeline import Folders, Outcome, make_site
from nutgraf.report import as_text, summary
from nutgraf.requirements import advice
from nutgraf.terminal import complain, say

POLL_SECONDS = 0.2
SETTLE_SECONDS = 0.15
"""How long nothing must change before a burst of saves counts as over."""
LONGEST_BURST_SECONDS = 2.0
"""After which the site is built all the same: something writes without a pause."""
IDLE = 20
"""How many times as long to wait as it takes to look for changes, so that a large site costs little."""

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
# The page's own policy would block the script that reloads it, and the style of the panel of problems.
_PREVIEW_POLICY = (
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
    "img-src 'self' data:; script-src 'self'; connect-src 'self' ws:\">"
)
_SCRIPT = '<script src="/livereload.js"></script></head>'


@dataclass(frozen=True, slots=True)
class Showing:
    """What browsers are shown: the files of the last good build, and a panel with the problems of the last one."""

    files: Mapping[str, bytes]
    panel: str

    def after(self, outcome: Outcome, *, strict: bool) -> Showing:
        """What to show once a build has ended: its own files if it made any, else still these."""
        made = outcome.outputs
        files = {it.address: it.data for it in made.files} if made is not None else self.files
        return Showing(files, panel_of_problems(outcome.problems, outcome.texts, strict=strict))


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
        self.showing = Showing({}, "")
        self._looking = 0.0

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
        seen = await self._signature()
        await self._build()
        say(f"http://localhost:{port}/ shows the site; Ctrl-C ends it\n")
        while True:
            await asyncio.sleep(max(POLL_SECONDS, self._looking * IDLE))
            started = time.monotonic()
            now = await self._signature()
            self._looking = time.monotonic() - started
            if now != seen:
                # Taken before the build, so that what is saved during it is seen on the next round.
                seen = await self._settled()
                await self._build()
                LiveReloadHandler.reload_waiters("*")

    async def _settled(self) -> Signature:
        now = await self._signature()
        began = time.monotonic()
        while time.monotonic() - began < LONGEST_BURST_SECONDS:
            await asyncio.sleep(SETTLE_SECONDS)
            later = await self._signature()
            if later == now:
                break
            now = later
        return now

    async def _build(self) -> None:
        started = time.monotonic()
        try:
            outcome = await asyncio.to_thread(make_site, self._folders, self._options)
        except Exception as error:  # an author's next save may be what gets past a bug of ours
            if isinstance(error, ModuleNotFoundError) and advice(error.name):
                raise  # build.py says what to install
            trace = traceback.format_exc()
            self.showing = replace(self.showing, panel=panel_of_bug(trace))
            complain(f"{trace}build.py: this is a bug in nutgraf; please report it with the lines above\n")
            return
        self.showing = self.showing.after(outcome, strict=self._options.strict)
        if outcome.problems:
            complain(f"{as_text(outcome.problems, outcome.texts)}\n")
        say(f"built in {time.monotonic() - started:.2f} s, {summary(outcome.problems)}\n")

    async def _signature(self) -> Signature:
        return await asyncio.to_thread(signature, self._folders.site, self._folders.home)


class _LoopbackOnly(RequestHandler):
    """Refuses requests that name another host: a foreign page could otherwise read drafts by rebinding its name."""

    def prepare(self) -> None:
        origin = self.request.headers.get("Origin")
        if not _is_loopback(f"//{self.request.host}") or (origin is not None and not _is_loopback(origin)):
            raise HTTPError(403)

    def set_default_headers(self) -> None:
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Cache-Control", "no-store")


class _ReloadSocket(_LoopbackOnly, LiveReloadHandler):  # type: ignore[misc]  # livereload has no types
    def check_origin(self, origin: str) -> bool:
        return _is_loopback(origin)

    def on_message(self, message: str | bytes) -> None:
        with suppress(ValueError, AttributeError, TypeError):  # it reads no other language than its script's
            super().on_message(message)


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
        # Only what nutgraf made is known to be UTF-8.
        is_ours = not address.startswith(("assets/", f"{MEDIA_FOLDER}/"))
        self.set_header("Content-Type", f"{kind}; charset=utf-8" if is_text and is_ours else kind)
        is_page = kind == "text/html" and is_ours
        self.write(_previewed(data, showing.panel) if is_page or data is None else data)

    head = get


def _previewed(data: bytes | None, panel: str) -> str:
    page = page_of(panel) if data is None else with_panel(data.decode("utf-8"), panel)
    return _POLICY.sub(_PREVIEW_POLICY, page).replace("</head>", _SCRIPT, 1)


def _is_loopback(address: str) -> bool:
    try:
        return urlsplit(address).hostname in LOOPBACK
    except ValueError:
        return False
