import os
from pathlib import Path

import pytest

from nutgraf.disk.paths import found_at, is_within, shown, way_from
from tests.sitekit import write_site


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("file", "file"),
        ("folder", "folder"),
        ("pipe", "something else"),
        ("missing", "nothing"),
        ("file/below", "nothing"),
        ("to-file", "file"),
        ("to-folder", "folder"),
        ("to-missing", "link to nowhere"),
        ("to-itself", "link to nowhere"),
    ],
)
def test_what_stands_at_a_path_is_told_with_links_followed(tmp_path: Path, name: str, found: str) -> None:
    write_site(tmp_path, {"file": "", "folder/file": ""})
    os.mkfifo(tmp_path / "pipe")
    for target in ("file", "folder", "missing"):
        (tmp_path / f"to-{target}").symlink_to(target)
    (tmp_path / "to-itself").symlink_to("to-itself")
    assert found_at(tmp_path / name) == found


def test_a_name_that_no_system_takes_is_an_error_and_not_nothing(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="File name too long"):
        found_at(tmp_path / ("x" * 300))


def test_a_path_is_within_a_folder_by_where_it_really_is(tmp_path: Path) -> None:
    write_site(tmp_path, {"seeds/a.txt": "", "seeds-too/b.txt": ""})
    (tmp_path / "link").symlink_to("seeds")
    (tmp_path / "seeds/out").symlink_to("../seeds-too")
    names = ("seeds", "seeds/a.txt", "link/a.txt", "seeds-too/b.txt", "seeds/out/b.txt")
    assert [is_within(tmp_path / it, tmp_path / "seeds") for it in names] == [True, True, True, False, False]
    assert way_from(tmp_path / "seeds", tmp_path / "link/a.txt") == "a.txt"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("public", "public"),
        ("./public/", "public"),
        ("deep/../public", "public"),
        ("/no/such/folder", "/no/such/folder"),
    ],
)
def test_a_path_is_shown_as_a_person_here_would_write_it(path: str, said: str) -> None:
    assert shown(Path(path)) == said
    assert shown(Path.cwd() / path) == said
