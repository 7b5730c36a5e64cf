import errno
import os
from pathlib import Path

import pytest

from nutgraf.disk.paths import Bounds, Refused
from nutgraf.disk.writing import replace_file, write
from tests.sitekit import snapshot, write_site


def test_a_file_is_written_with_the_folders_it_stands_in(tmp_path: Path) -> None:
    write(tmp_path / "content/timeline/pier.md", "é\n", Bounds(tmp_path))
    assert snapshot(tmp_path) == {"content/timeline/pier.md": b"\xc3\xa9\n"}


def test_a_link_within_bounds_is_kept_and_the_file_behind_it_written(tmp_path: Path) -> None:
    write_site(tmp_path, {"kept/pier.md": "old", "content/index.md": ""})
    (tmp_path / "content/pier.md").symlink_to("../kept/pier.md")
    write(tmp_path / "content/pier.md", "new", Bounds(tmp_path))
    assert (tmp_path / "content/pier.md").readlink() == Path("../kept/pier.md")
    assert (tmp_path / "kept/pier.md").read_bytes() == b"new"


@pytest.mark.parametrize("target", ["../other", "../other/new", "/", "../site/../other"])
def test_nothing_is_written_or_made_through_a_link_out_of_bounds(tmp_path: Path, target: str) -> None:
    write_site(tmp_path, {"other/a.md": "mine", "site/site.yaml": ""})
    (tmp_path / "site/content").symlink_to(target)
    before = snapshot(tmp_path)
    with pytest.raises(Refused, match="this link leads out of the site") as refused:
        write(tmp_path / "site/content/deep/a.md", "new", Bounds(tmp_path / "site"))
    assert refused.value.link == tmp_path / "site/content"
    assert snapshot(tmp_path) == before


def test_a_site_that_is_itself_behind_a_link_is_written_like_any_other(tmp_path: Path) -> None:
    write_site(tmp_path, {"real/site.yaml": ""})
    (tmp_path / "site").symlink_to("real")
    write(tmp_path / "site/content/a.md", "new", Bounds(tmp_path / "site"))
    assert (tmp_path / "real/content/a.md").read_bytes() == b"new"


def test_a_file_whose_replacement_fails_is_left_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_site(tmp_path, {"a.md": "old"})

    def full(self: Path, target: Path) -> Path:
        raise OSError(errno.ENOSPC, "No space left on device", str(target))

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space left on device"):
        replace_file(tmp_path / "a.md", b"new")
    assert snapshot(tmp_path) == {"a.md": b"old"}


def test_a_link_in_the_place_where_a_file_waits_is_not_written_through(tmp_path: Path) -> None:
    write_site(tmp_path, {"precious": "mine", "a.md": "old"})
    (tmp_path / f".a.md.{os.getpid()}.new").symlink_to("precious")
    replace_file(tmp_path / "a.md", b"new")
    assert snapshot(tmp_path) == {"a.md": b"new", "precious": b"mine"}


def test_a_link_that_comes_there_at_the_last_moment_is_not_written_through_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_site(tmp_path, {"precious": "mine", "a.md": "old", "part": ""})
    (tmp_path / "part").unlink()
    (tmp_path / "part").symlink_to("precious")
    monkeypatch.setattr(Path, "unlink", lambda self, missing_ok=False: None)
    with pytest.raises(FileExistsError):
        replace_file(tmp_path / "a.md", b"new", tmp_path / "part")
    assert snapshot(tmp_path) == {"a.md": b"old", "part": b"mine", "precious": b"mine"}
