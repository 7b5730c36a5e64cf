import pytest

from nutgraf.importing.block import as_markdown
from nutgraf.importing.lines import read_lines


def body(text: str, *, markdown: bool = False) -> str:
    return "\n\n".join(as_markdown(read_lines(text, markdown=markdown).blocks))


WRAPPED = """\
The road tunnel under the Merrow will not open before the spring of
next year, a year later than was planned, according to a report
that the auditors published.

A second paragraph is here, and it is about as long as the first one
was, with a well-
known word that was broken at its hyphen.
"""


def test_wrapped_lines_are_joined_within_their_paragraph() -> None:
    assert body(WRAPPED) == (
        "The road tunnel under the Merrow will not open before the spring of next year, a year later than was planned, "
        "according to a report that the auditors published.\n\nA second paragraph is here, and it is about as long as "
        "the first one was, with a well-known word that was broken at its hyphen."
    )


def test_joined_lines_are_counted() -> None:
    assert dict(read_lines(WRAPPED).repairs) == {"wrapped lines": 4}


def test_a_line_is_a_paragraph_where_nothing_is_wrapped() -> None:
    assert body("One sentence.\nAnother one, which is longer.\nA third.") == (
        "One sentence.\n\nAnother one, which is longer.\n\nA third."
    )


def test_a_headline_above_wrapped_lines_stands_alone() -> None:
    text = "Tunnel is a year late, the auditors find\nFriday, November 8, 2019\n\n" + WRAPPED
    assert body(text).startswith("Tunnel is a year late, the auditors find\n\nFriday, November 8, 2019\n\nThe road")


def test_a_quoted_mail_loses_its_marks() -> None:
    assert body("> One.\n> Two.\n>\n> Three.") == "One.\n\nTwo.\n\nThree."


@pytest.mark.parametrize("mark", ["*", "-", "•", "–", "  *"])
def test_list_marks_become_hyphens(mark: str) -> None:
    assert body(f"{mark} one\n{mark} two") == "- one\n- two"


def test_rows_parted_by_tabs_become_a_table() -> None:
    assert body("Place\tRain\nLinden\t94\nMill Bay\t12") == (
        "| Place | Rain |\n| --- | --- |\n| Linden | 94 |\n| Mill Bay | 12 |"
    )


def test_headings_of_markdown_and_of_wikis_are_read() -> None:
    assert body("# Rain\nIt rained.\n### Wind", markdown=True) == "## Rain\n\nIt rained.\n\n## Wind"
    assert body("== Rain ==\nIt rained.") == "## Rain\n\nIt rained."
    assert body("# 3 is the best number.\nIt is.") == "# 3 is the best number.\n\nIt is."


def test_chinese_lines_are_joined_without_a_space() -> None:
    line = "南岭水库六月十日正式蓄水比计划提前三个月完成水库可储水四千五百万立方米将为周边村庄供水"
    assert body("\n".join([line, line, line, line])) == line * 4
