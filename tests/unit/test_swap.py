from pathlib import Path

import pytest

from nutgraf.disk.swap import exchange
from tests.sitekit import snapshot, write_site


def test_two_folders_swap_their_names(tmp_path: Path) -> None:
    write_site(tmp_path, {"one/a": "1", "two/b": "2"})
    if not exchange(tmp_path / "one", tmp_path / "two"):
        pytest.skip("this file system can't exchange two names")
    assert snapshot(tmp_path) == {"one/b": b"2", "two/a": b"1"}


@pytest.mark.parametrize("names", [("one", "missing"), ("missing", "one"), ("one", "one/within")])
def test_what_can_not_be_swapped_is_left_as_it_was(tmp_path: Path, names: tuple[str, str]) -> None:
    write_site(tmp_path, {"one/a": "1"})
    assert not exchange(tmp_path / names[0], tmp_path / names[1])
    assert snapshot(tmp_path) == {"one/a": b"1"}
