"""The preview as a process of its own: it answers, builds at each save, and outlives whatever a build meets."""

import http.client
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import livereload
import pytest

from nutgraf.disk.signature import signature
from nutgraf.model.problems import Place, Problem
from nutgraf.overlay import panel_of_bug, panel_of_problems, with_panel
from tests.sitekit import ROOT, MakeSite, run, write_site

WAIT = 20.0


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: str


@dataclass(frozen=True, slots=True)
class Served:
    site: Path
    port: int

    def get(self, path: str = "/", method: str = "GET", **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=WAIT)
        connection.request(method, path, headers=headers)
        response = connection.getresponse()
        answer = Answer(response.status, dict(response.getheaders()), response.read().decode("latin-1"))
        connection.close()
        return answer

    def write(self, name: str, text: str) -> None:
        write_site(self.site, {name: text})

    def comes_to_show(self, words: str, path: str = "/") -> bool:
        """Whether a page holds these words before long."""
        until = time.monotonic() + WAIT
        while time.monotonic() < until:
            if words in self.get(path).body:
                return True
            time.sleep(0.1)
        return False


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
        return port


Serve = Callable[..., Served]


@pytest.fixture
def serve(make_site: MakeSite) -> Iterator[Serve]:
    running: list[subprocess.Popen[str]] = []

    def start(files: dict[str, str | bytes | None], *words: str, program: Path = ROOT / "build.py") -> Served:
        site, port = make_site(files), free_port()
        command = [sys.executable, str(program), "serve", "--site", str(site), "--port", str(port), *words]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        running.append(process)
        assert process.stdout is not None
        for line in process.stdout:
            if "shows the site" in line:
                break
        return Served(site, port)

    yield start
    try:
        for process in running:
            assert process.poll() is None, "the preview has ended"
            process.send_signal(signal.SIGINT)
            assert process.wait(WAIT) == 0
    finally:
        for process in running:
            process.kill()
            process.communicate()


def test_a_save_is_shown_wherever_a_build_reads(serve: Serve) -> None:
    served = serve({"seeds/gauge.txt": "4.2 metres"})
    assert served.get().status == 200
    served.write("content/index.md", "---\ntitle: It fell\n---\n\nIt rained. [@gauge]\n")
    assert served.comes_to_show("It fell")
    served.write("templates/home.html", "own template</head><body>")
    assert served.comes_to_show("own template")


def test_requests_from_elsewhere_and_nonsense_are_refused(serve: Serve) -> None:
    served = serve({})
    hosts = [served.get(Host=host).status for host in ("evil.example", "[", "localhost:x")]
    assert hosts == [403, 403, 200]
    upgrade = {
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "YQ==",
    }
    origins = ("http://evil.example", "http://[", "null", "http://[::1%0]")
    assert [served.get("/livereload", Origin=it, **upgrade).status for it in origins] == [403] * 4
    assert [served.get(path).status for path in ("/%00", "/%ff", "/../../etc/passwd", "/a//b/")] == [404, 400, 404, 404]
    assert served.get(method="HEAD").status == 200


def test_a_page_among_the_assets_is_shown_as_it_is(serve: Serve) -> None:
    page = b"<html><head></head><body>caf\xe9"
    answer = serve({"templates/assets/a.html": page}).get("/assets/a.html")
    assert (answer.status, answer.headers["Content-Type"]) == (200, "text/html")
    assert answer.body.encode("latin-1") == page


def test_a_bug_in_a_build_is_shown_and_the_next_save_is_built(serve: Serve, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "nutgraf", tmp_path / "nutgraf", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    shutil.copy(ROOT / "build.py", tmp_path / "build.py")
    with (tmp_path / "nutgraf/stages/plan.py").open("a", encoding="utf-8") as file:
        file.write("\n\n_plan = plan\n\n\ndef plan(content, evidence, inputs):\n")
        file.write('    if "bug" in content.home.title:\n        return 1 / 0\n')
        file.write("    return _plan(content, evidence, inputs)\n")
    served = serve({"content/index.md": "---\ntitle: A bug\n---\n"}, program=tmp_path / "build.py")
    assert "ZeroDivisionError" in served.get().body
    served.write("content/index.md", "---\ntitle: Mended\n---\n")
    assert served.comes_to_show("Mended")
    served.write("content/index.md", "---\ntitle: Another bug\n---\n")
    assert served.comes_to_show("ZeroDivisionError")
    assert "Mended" in served.get().body


def test_a_file_that_is_written_without_a_pause_does_not_hold_up_the_build(serve: Serve) -> None:
    served = serve({})
    stop = threading.Event()

    def scribble() -> None:
        while not stop.wait(0.02):
            for name in ("content/.notes.md.swp", "content/media/log.txt"):
                served.write(name, str(time.monotonic_ns()))

    writer = threading.Thread(target=scribble)
    writer.start()
    try:
        served.write("content/index.md", "---\ntitle: It fell\n---\n\nIt rained. [@gauge]\n")
        assert served.comes_to_show("It fell")
    finally:
        stop.set()
        writer.join()


def test_a_warning_stops_a_strict_preview(serve: Serve) -> None:
    warned = {"content/glossary/flood.md": "---\ntitle: Flood #1\n---\n"}
    assert "<details open" in serve(warned, "--strict").get().body


def test_a_port_that_is_taken_is_wrong_use(make_site: MakeSite) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        finished = run("serve", "--site", make_site(), "--port", str(port))
    assert (finished.returncode, finished.stdout) == (2, "")
    assert finished.stderr == f"build.py: port {port} can't be had: Address already in use; name another with --port\n"


def test_a_preview_without_its_package_says_what_to_install(make_site: MakeSite, tmp_path: Path) -> None:
    installed = Path(livereload.__file__).parent.parent
    packages, program = tmp_path / "packages", tmp_path / "build.py"
    packages.mkdir()
    for it in installed.iterdir():
        if it.name != "livereload":
            (packages / it.name).symlink_to(it)
    path = [str(ROOT), *(it for it in sys.path if it and Path(it) not in (installed, ROOT)), str(packages)]
    text = (ROOT / "build.py").read_text(encoding="utf-8")
    program.write_text(f"import sys\nsys.path = {path!r}\n{text}", encoding="utf-8")
    finished = run("serve", "--site", make_site(), program=program)
    assert finished.returncode == 2
    assert "make build" in finished.stderr
    assert "Traceback" not in finished.stderr


@pytest.mark.parametrize("strict", [False, True])
def test_a_panel_is_open_when_the_problems_stopped_the_build(strict: bool) -> None:
    warning = Problem(code="stale", at=Place("a.md"), message="m", severity="warning")
    assert ("<details open" in panel_of_problems((warning,), {}, strict=strict)) is strict
    assert ("last page without errors" in panel_of_problems((warning,), {}, strict=strict)) is strict
    assert panel_of_problems((), {}, strict=strict) == ""


def test_a_traceback_is_shown_as_text() -> None:
    assert "&lt;module&gt;" in with_panel("<body>", panel_of_bug("in <module>"))


@pytest.mark.parametrize(
    "name", ["content/index.md", "content/media/a.png", "templates/own.html", "seeds/_a.txt", "site.yaml"]
)
def test_whatever_a_build_reads_is_watched(make_site: MakeSite, name: str) -> None:
    site = make_site({"seeds/b.txt": "b"})
    before = signature(site, ROOT)
    write_site(site, {name: "other"})
    assert signature(site, ROOT) != before


def test_the_file_behind_a_link_is_watched(make_site: MakeSite) -> None:
    site = make_site({"drafts/a.md": "1", "notes/b.md": "1"})
    (site / "content/players").symlink_to("../drafts")
    (site / "content/about.md").symlink_to("../notes/b.md")
    before = signature(site, ROOT)
    write_site(site, {"notes/b.md": "22"})
    between = signature(site, ROOT)
    write_site(site, {"drafts/a.md": "22"})
    assert len({tuple(it.items()) for it in (before, between, signature(site, ROOT))}) == 3


@pytest.mark.parametrize("name", ["content/.a.md.swp", "content/a.md~", "public/index.html", "notes.txt"])
def test_what_a_build_does_not_read_is_not_watched(make_site: MakeSite, name: str) -> None:
    site = make_site()
    before = signature(site, ROOT)
    write_site(site, {name: "other"})
    assert signature(site, ROOT) == before
