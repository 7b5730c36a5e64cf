"""`python -m tools.lighthouse LIGHTHOUSE CHROMIUM`: Lighthouse's four mobile scores of three pages of public/.

The pages are served compressed from this machine, as any host would. It fails when a score is below 100.
"""

from __future__ import annotations

import gzip
import http.server
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from tools import ROOT

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
COMPRESSED = (".html", ".json", ".svg", ".xml", ".txt")
CHROMIUM_FLAGS = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"


class _Host(http.server.SimpleHTTPRequestHandler):
    """A host that compresses text."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:  # the name that http.server calls
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        is_text = path.suffix in COMPRESSED
        data = gzip.compress(path.read_bytes()) if is_text else path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Cache-Control", "max-age=31536000")
        if is_text:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *words: object) -> None:
        """Say nothing."""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, directory=str(folder))) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{serving.server_port}/"
        serving.shutdown()


def _audited(program: str, chromium: str, url: str) -> Mapping[str, object]:
    """Lighthouse's report on a page."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        options = ["--quiet", "--output=json", f"--output-path={report}", f"--chrome-flags={CHROMIUM_FLAGS}"]
        subprocess.run(
            [program, url, *options, f"--only-categories={','.join(CATEGORIES)}"],
            env=os.environ | {"CHROME_PATH": chromium},
            check=True,
        )
        found: Mapping[str, object] = json.loads(report.read_bytes())
    return found


def _scores(report: Mapping[str, object]) -> dict[str, int]:
    categories = report["categories"]
    assert isinstance(categories, dict)
    return {name: round(100 * categories[name]["score"]) for name in CATEGORIES}


def _shortcomings(report: Mapping[str, object]) -> Iterator[str]:
    """What keeps a score below 100, by the name of the audit."""
    audits = report["audits"]
    assert isinstance(audits, dict)
    for name, audit in audits.items():
        if audit["score"] is not None and audit["score"] < 0.9:  # where Lighthouse's green begins
            yield f"{name}: {audit['title']}"


def main(program: str, chromium: str) -> int:
    """Print the scores of home, timeline and one explainer."""
    public = ROOT / "public"
    explainers = sorted(it.relative_to(public).as_posix() for it in public.glob("explainers/*.html"))
    addresses = [it for it in ("index.html", "timeline.html", *explainers[:1]) if (public / it).is_file()]
    failed = False
    with _served(public) as root:
        for address in addresses:
            report = _audited(program, chromium, root + address)
            scores = _scores(report)
            print(address, *(f"{name} {score}" for name, score in scores.items()), sep="  ")
            if min(scores.values()) < 100:
                failed = True
                print(*(f"  {it}" for it in _shortcomings(report)), sep="\n")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
