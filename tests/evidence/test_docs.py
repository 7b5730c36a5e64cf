"""The examples of docs/checks.md come out as the page says."""

import re
from collections.abc import Iterator

import pytest

from tests.evidence.kit import Row, source
from tools import ROOT

PAGE = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
TABLE = re.compile(r"<!-- cases (?P<kind>\w+)(?: (?P<lang>\w\w))? -->\n\|.*\n\|.*\n(?P<rows>(?:\|.*\n)+)")
CELLS = re.compile(r"\| `(?P<claim>.+?)` \| (?P<result>[a-z ]+?) \|.*")


def rows() -> Iterator[Row]:
    text = re.search(r"<!-- source -->\n```text\n(.*?)```", PAGE, re.DOTALL)
    assert text is not None
    files = {"sources/a.md": source(text[1], date="2024-06-02")}
    for table in TABLE.finditer(PAGE):
        for line in table["rows"].splitlines():
            cells = CELLS.fullmatch(line)
            assert cells is not None, line
            claim = cells["claim"].replace(r"\|", "|")
            yield Row("docs", claim, table["kind"], table["lang"] or "en", cells["result"], "", files)


@pytest.mark.parametrize("row", [pytest.param(row, id=row.name) for row in rows()])
def test_an_example_comes_out_as_the_page_says(row: Row) -> None:
    found = row.answer()
    assert {it.result for it in found.evidence.judged} == {row.truth}
    assert bool(found.problems) == (row.truth != "found")


def test_every_example_is_in_a_table_that_is_read() -> None:
    listed = [line for line in PAGE.splitlines() if line.startswith("| `") and re.search(r"\| (not )?found \|", line)]
    assert len(listed) == len(list(rows()))
