import errno
import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from nutgraf.disk.paths import Bounds
from nutgraf.disk.standing import MANIFEST
from nutgraf.model.pages import Output, Outputs
from nutgraf.stages.publish import PublishReport, publish, record_permalinks
from tests.sitekit import lines, snapshot, write_site

ONE = {"index.html": b"one", "explainers/why.html": b"why", "media/a.png": b"\x00"}


def put(files: Mapping[str, bytes], out: Path) -> PublishReport:
    """Publish and expect no problem."""
    done = publish(outputs(files), out)
    assert lines(done.problems) == []
    assert done.value is not None
    return done.value


def outputs(files: Mapping[str, bytes]) -> Outputs:
    return Outputs(files=tuple(Output(name, data) for name, data in files.items()), permalinks=())


def made(out: Path) -> dict[str, bytes]:
    """What a folder holds, the manifest apart."""
    return {name: data for name, data in snapshot(out).items() if name != MANIFEST}


@pytest.fixture(params=["alone", "beside foreign files", "where folders can't be swapped"])
def out(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder to publish into: swapped as a whole, where the system can."""
    folder = tmp_path / "public"
    if request.param == "where folders can't be swapped":
        monkeypatch.setattr("nutgraf.disk.swap.exchange", lambda one, other: False)
    if request.param != "alone":
        write_site(folder, {"CNAME": "example.org\n", ".well-known/security.txt": "mine\n"})
    return folder


@pytest.fixture
def foreign(out: Path) -> dict[str, bytes]:
    return snapshot(out) if out.exists() else {}


def test_the_first_build_writes_every_file(out: Path, foreign: dict[str, bytes]) -> None:
    assert put(ONE, out) == PublishReport(written=3, unchanged=0, removed=0)
    assert made(out) == ONE | foreign


def test_a_file_that_is_no_longer_made_is_removed(out: Path, foreign: dict[str, bytes]) -> None:
    put(ONE, out)
    assert put({"index.html": b"one"}, out) == PublishReport(written=0, unchanged=1, removed=2)
    assert made(out) == {"index.html": b"one"} | foreign


def test_a_folder_that_is_left_empty_goes_too(out: Path, foreign: dict[str, bytes]) -> None:
    put(ONE, out)
    put({"index.html": b"one"}, out)
    assert not (out / "explainers").exists()


def test_a_changed_file_is_replaced_and_the_others_are_left_as_they_are(out: Path, foreign: dict[str, bytes]) -> None:
    put(ONE, out)
    before = (out / "explainers/why.html").stat()
    assert put(ONE | {"index.html": b"two"}, out) == PublishReport(written=1, unchanged=2, removed=0)
    after = (out / "explainers/why.html").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert made(out) == ONE | {"index.html": b"two"} | foreign


def test_a_build_that_changes_nothing_writes_nothing(out: Path, foreign: dict[str, bytes]) -> None:
    put(ONE, out)
    before = out.stat()
    assert put(ONE, out) == PublishReport(written=0, unchanged=3, removed=0)
    assert (before.st_ino, before.st_mtime_ns) == (out.stat().st_ino, out.stat().st_mtime_ns)


def test_no_file_is_a_second_name_of_another(out: Path, foreign: dict[str, bytes]) -> None:
    put(ONE, out)
    put(ONE | {"index.html": b"two"}, out)
    assert {path.stat().st_nlink for path in out.rglob("*") if path.is_file()} == {1}


def test_a_page_may_become_a_folder_and_a_folder_a_page(out: Path, foreign: dict[str, bytes]) -> None:
    put({"a": b"page", "b/c": b"below"}, out)
    put({"a/d": b"below", "b": b"page"}, out)
    assert made(out) == {"a/d": b"below", "b": b"page"} | foreign


def test_nothing_is_left_beside_the_site(out: Path, tmp_path: Path) -> None:
    put(ONE, out)
    put({"index.html": b"two"}, out)
    assert [it.name for it in tmp_path.iterdir()] == ["public"]
    assert not [it.name for it in out.rglob("*") if "new" in it.name or "staging" in it.name]


def test_a_write_that_fails_changes_nothing(out: Path, tmp_path: Path) -> None:
    put(ONE, out)
    before = snapshot(tmp_path)
    failed = publish(outputs({"index.html": b"two", f"{'x' * 300}.html": b"no file system takes this name"}), out)
    assert [it.code for it in failed.problems] == ["public"]
    assert failed.value is None
    assert snapshot(tmp_path) == before


def test_a_foreign_file_where_a_page_should_go_stops_the_build(tmp_path: Path) -> None:
    out = write_site(tmp_path / "public", {"index.html": "mine"})
    stopped = publish(outputs(ONE), out)
    assert lines(stopped.problems) == [
        "public/index.html public: this file was not made by nutgraf and stands where a page should go"
    ]
    assert snapshot(out) == {"index.html": b"mine"}


def test_a_foreign_file_where_a_folder_should_go_stops_the_build(tmp_path: Path) -> None:
    out = write_site(tmp_path / "public", {"explainers": "mine"})
    stopped = publish(outputs(ONE), out)
    assert [it.at.path for it in stopped.problems] == ["public/explainers"]
    assert snapshot(out) == {"explainers": b"mine"}


def test_a_foreign_folder_where_a_page_should_go_stops_the_build(tmp_path: Path) -> None:
    out = write_site(tmp_path / "public", {"index.html/mine.txt": "mine"})
    stopped = publish(outputs(ONE), out)
    assert [it.at.path for it in stopped.problems] == ["public/index.html"]
    assert snapshot(out) == {"index.html/mine.txt": b"mine"}


def test_a_foreign_file_of_the_same_bytes_is_taken_over(tmp_path: Path) -> None:
    out = write_site(tmp_path / "public", {"index.html": "one"})
    assert put(ONE, out) == PublishReport(written=2, unchanged=1, removed=0)


def test_a_foreign_file_that_comes_later_stays(tmp_path: Path) -> None:
    out = tmp_path / "public"
    put(ONE, out)
    (out / "google123.html").write_bytes(b"mine")
    put({"index.html": b"two"}, out)
    assert made(out) == {"index.html": b"two", "google123.html": b"mine"}


def test_a_foreign_file_in_a_folder_of_ours_keeps_the_folder(tmp_path: Path) -> None:
    out = tmp_path / "public"
    put(ONE, out)
    (out / "explainers/mine.html").write_bytes(b"mine")
    put({"index.html": b"one"}, out)
    assert made(out) == {"index.html": b"one", "explainers/mine.html": b"mine"}


def test_an_empty_foreign_folder_stays(tmp_path: Path) -> None:
    out = tmp_path / "public"
    (out / ".git").mkdir(parents=True)
    put(ONE, out)
    put({"index.html": b"one"}, out)
    assert (out / ".git").is_dir()


def test_a_file_of_ours_that_somebody_deleted_is_made_again(tmp_path: Path) -> None:
    out = tmp_path / "public"
    put(ONE, out)
    (out / "index.html").unlink()
    put(ONE, out)
    assert made(out) == ONE


def test_public_may_be_a_link_to_a_folder(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "public").symlink_to(tmp_path / "elsewhere")
    put(ONE, tmp_path / "public")
    put({"index.html": b"two"}, tmp_path / "public")
    assert (tmp_path / "public").is_symlink()
    assert made(tmp_path / "elsewhere") == {"index.html": b"two"}


@pytest.mark.parametrize("line", ["../precious.txt", "a/../../precious.txt", "{}/precious.txt"])
def test_a_tampered_manifest_removes_nothing_outside_of_public(tmp_path: Path, line: str) -> None:
    files = {"precious.txt": "mine", "public/CNAME": "mine", f"public/{MANIFEST}": f"{line.format(tmp_path)}\n"}
    put(ONE, write_site(tmp_path, files) / "public")
    assert (tmp_path / "precious.txt").read_bytes() == b"mine"


@pytest.mark.parametrize("line", ["explainers", "explainers/", ".", "media/../CNAME", "a\0b", "CNAME\r", "x" * 999])
def test_a_tampered_manifest_is_no_crash_and_costs_no_foreign_file(out: Path, line: str) -> None:
    write_site(out, {"CNAME": "mine"})
    put(ONE, out)
    write_site(out, {MANIFEST: f"{line}\n" + "".join(f"{name}\n" for name in ONE)})
    put({"index.html": b"two"}, out)
    assert made(out).items() >= {"index.html": b"two", "CNAME": b"mine"}.items()


def test_a_pipe_for_a_manifest_is_in_the_way_and_not_waited_for(out: Path) -> None:
    out.mkdir(exist_ok=True)
    os.mkfifo(out / MANIFEST)
    assert [it.at.path for it in publish(outputs(ONE), out).problems] == [f"public/{MANIFEST}"]


@pytest.mark.parametrize("name", [MANIFEST, ".nutgraf-staging", "index.html", "explainers"])
def test_nothing_is_written_through_a_link(out: Path, tmp_path: Path, name: str) -> None:
    write_site(tmp_path, {"elsewhere/why.html": "mine", "page.html": "mine"})
    out.mkdir(exist_ok=True)
    (out / name).symlink_to(tmp_path / ("page.html" if name == "index.html" else "elsewhere"))
    before = snapshot(tmp_path)
    stopped = publish(outputs(ONE), out)
    assert [it.at.path for it in stopped.problems] == [f"public/{name}"]
    assert snapshot(tmp_path) == before


def test_a_page_that_somebody_made_a_link_is_a_page_again(out: Path, tmp_path: Path) -> None:
    put(ONE, out)
    write_site(tmp_path, {"page.html": "one"})
    (out / "index.html").unlink()
    (out / "index.html").symlink_to(tmp_path / "page.html")
    put(ONE, out)
    assert not (out / "index.html").is_symlink()
    assert (tmp_path / "page.html").read_bytes() == b"one"


def test_a_folder_that_somebody_made_a_link_is_left_alone(out: Path, tmp_path: Path) -> None:
    put(ONE, out)
    (out / "explainers").rename(tmp_path / "elsewhere")
    (out / "explainers").symlink_to(tmp_path / "elsewhere")
    assert publish(outputs({"explainers/why.html": b"two"}), out).value is None
    put({"index.html": b"one"}, out)
    assert snapshot(tmp_path / "elsewhere") == {"why.html": b"why"}


def test_foreign_files_stay_the_same_files_with_their_rights(out: Path) -> None:
    write_site(out, {"CNAME": "mine", ".git/objects/1f": "mine"})
    (out / "CNAME").chmod(0o640)
    (out / ".git").chmod(0o700)
    (out / "latest").symlink_to("CNAME")
    out.chmod(0o2775)
    before = (out / "CNAME").stat()
    put(ONE, out)
    put({"index.html": b"two"}, out)
    after = (out / "CNAME").stat()
    assert (after.st_ino, after.st_mode, after.st_nlink) == (before.st_ino, before.st_mode, 1)
    assert [oct(it.stat().st_mode & 0o7777) for it in (out, out / ".git")] == ["0o2775", "0o700"]
    assert (out / "latest").readlink() == Path("CNAME")


def test_what_is_still_open_while_it_is_carried_over_can_be_written_on(out: Path) -> None:
    write_site(out, {"visits.log": "1\n"})
    with (out / "visits.log").open("a", encoding="utf-8") as log:
        put(ONE, out)
        log.write("2\n")
    assert (out / "visits.log").read_text(encoding="utf-8") == "1\n2\n"


def test_a_foreign_file_that_was_caught_in_a_killed_build_comes_home(tmp_path: Path) -> None:
    beside = {"CNAME": "late", "index.html": "old", MANIFEST: "index.html\n"}
    write_site(tmp_path, {f".public.nutgraf-staging/{name}": text for name, text in beside.items()})
    put(ONE, tmp_path / "public")
    assert made(tmp_path / "public") == ONE | {"CNAME": b"late"}


def test_a_failure_half_way_through_is_told_as_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "public"
    put(ONE, out)
    monkeypatch.setattr("nutgraf.disk.swap.exchange", lambda one, other: False)

    def refused(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(out / "media"))

    monkeypatch.setattr("nutgraf.disk.piecemeal._move_in", refused)
    done = publish(outputs({"index.html": b"two"}), out)
    assert done.value is not None
    assert not done.value.is_whole
    assert lines(done.problems) == [
        f"public public: {out}/media can't be replaced: Permission denied; some files are new now, and some still old"
    ]


@pytest.mark.parametrize("manifest", [b"\xff\xfe\n", b"", b"\n\n"])
def test_a_manifest_that_is_no_list_of_files_is_no_crash(tmp_path: Path, manifest: bytes) -> None:
    write_site(tmp_path / "public", {MANIFEST: manifest})
    put(ONE, tmp_path / "public")
    assert made(tmp_path / "public") == ONE


def test_a_name_that_holds_an_unusual_line_end_is_known_again(tmp_path: Path) -> None:
    out = tmp_path / "public"
    put({"media/a\u2028b.png": b"1"}, out)
    put({"media/a\u2028b.png": b"2"}, out)
    assert made(out) == {"media/a\u2028b.png": b"2"}


def test_what_a_killed_build_left_beside_public_is_cleared(tmp_path: Path) -> None:
    write_site(
        tmp_path, {".public.nutgraf-staging/index.html": "half", f".public.nutgraf-staging/{MANIFEST}": "index.html\n"}
    )
    put(ONE, tmp_path / "public")
    assert not (tmp_path / ".public.nutgraf-staging").exists()


def test_what_a_killed_build_left_within_public_is_cleared(tmp_path: Path) -> None:
    write_site(tmp_path / "public", {"CNAME": "mine", ".nutgraf-staging/index.html": "half"})
    put(ONE, tmp_path / "public")
    assert made(tmp_path / "public") == ONE | {"CNAME": b"mine"}


def test_the_folder_above_public_is_made(tmp_path: Path) -> None:
    put(ONE, tmp_path / "deep/down/public")
    assert made(tmp_path / "deep/down/public") == ONE


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_can_not_be_written_is_a_problem(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    assert [it.code for it in publish(outputs(ONE), tmp_path / "public").problems] == ["public"]
    tmp_path.chmod(0o755)


def test_the_ledger_begins_with_what_it_is_for(tmp_path: Path) -> None:
    ledger = tmp_path / "permalinks.txt"
    record_permalinks(("timeline.html#b", "timeline.html#a"), ledger, None, Bounds(tmp_path))
    text = ledger.read_text(encoding="utf-8")
    assert text.startswith("# Every address this site has published.")
    assert text.endswith("\ntimeline.html#a\ntimeline.html#b\n")


def test_the_ledger_keeps_its_addresses_and_comments(tmp_path: Path) -> None:
    ledger = tmp_path / "permalinks.txt"
    record_permalinks(("a.html",), ledger, "# mine\n\nb.html\n", Bounds(tmp_path))
    assert ledger.read_text(encoding="utf-8") == "# mine\na.html\nb.html\n"


def test_a_ledger_that_is_up_to_date_is_not_written(tmp_path: Path) -> None:
    ledger = tmp_path / "permalinks.txt"
    record_permalinks(("a.html",), ledger, None, Bounds(tmp_path))
    before = ledger.stat()
    assert record_permalinks(("a.html",), ledger, ledger.read_text(encoding="utf-8"), Bounds(tmp_path)) == ()
    assert (before.st_ino, before.st_mtime_ns) == (ledger.stat().st_ino, ledger.stat().st_mtime_ns)


def test_a_ledger_that_can_not_be_written_is_a_warning(tmp_path: Path) -> None:
    (tmp_path / "permalinks.txt").mkdir()
    (problem,) = record_permalinks(("a.html",), tmp_path / "permalinks.txt", None, Bounds(tmp_path))
    assert (problem.code, problem.severity) == ("public", "warning")
