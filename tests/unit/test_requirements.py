import sys

import pytest

from nutgraf.requirements import advice


def test_only_the_packages_that_are_missing_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "markdown", None)  # how Python is told that there is none
    told = advice("markdown")
    assert told is not None
    assert told.splitlines()[0] == "nutgraf: not installed for this Python: markdown"


def test_a_module_that_is_ours_to_bring_is_no_package_to_install() -> None:
    assert (advice("nutgraf.nowhere"), advice(None)) == (None, None)
