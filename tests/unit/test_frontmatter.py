import pytest

from nutgraf.model.problems import Place
from nutgraf.reading.frontmatter.split import Parts, split


def test_fields_and_text_are_told_apart_and_numbered_by_line() -> None:
    assert split("---\ntitle: Flood\n---\n\nWater.\n", "a.md").value == Parts("title: Flood", 2, "\nWater.\n", 4)


def test_a_file_may_end_with_its_fields() -> None:
    assert split("---\ntitle: Flood\n---", "a.md").value == Parts("title: Flood", 2, "", 4)


def test_fields_may_be_left_out() -> None:
    assert split("---\n---\nWater.", "a.md").value == Parts("", 2, "Water.", 3)


def test_space_after_the_dashes_does_not_count() -> None:
    assert split("--- \na: b\n---\t\nText", "a.md").value == Parts("a: b", 2, "Text", 4)


def test_dashes_further_down_are_a_line_across_the_page() -> None:
    assert split("---\na: b\n---\none\n\n---\n\ntwo", "a.md").value == Parts("a: b", 2, "one\n\n---\n\ntwo", 4)


@pytest.mark.parametrize("text", ["", "Water.", " ---\na: b\n---\n", "\n---\na: b\n---\n", "----\na: b\n----\n"])
def test_a_file_that_does_not_begin_with_dashes_is_refused(text: str) -> None:
    read = split(text, "a.md")
    assert read.value is None
    (problem,) = read.problems
    assert (problem.code, problem.at) == ("front-matter", Place("a.md", 1, 1, 3))
    assert problem.message == "the file doesn't begin with front matter"


@pytest.mark.parametrize("text", ["---", "---\ntitle: Flood\n\nWater.\n", "---\na: b\n ---\n", "---\na: b\n----\n"])
def test_fields_that_never_end_are_refused(text: str) -> None:
    (problem,) = split(text, "a.md").problems
    assert problem.message == "front matter opened on line 1 is never closed"
