import pytest
import yaml as pyyaml

from nutgraf.reading.frontmatter import yamltext as yaml
from nutgraf.reading.frontmatter.yamltree import Mapping, Scalar, read_yaml

TEXTS = [
    "plain words",
    "a: colon",
    "ends with:",
    "a #hash",
    "#hash",
    "- dash",
    "'single'",
    '"double"',
    "back\\slash",
    "null",
    "~",
    "true",
    "No",
    "off",
    "2024",
    "2024-01-14",
    "12:30",
    "1.10",
    "0755",
    "0x1F",
    "1e5",
    ".inf",
    "*star",
    "&and",
    "!bang",
    "%percent",
    "@at",
    "`tick`",
    "[list]",
    "{map}",
    "? key",
    "| bar",
    "> fold",
    " leading",
    "trailing ",
    "“curly”, and a: b",
    "tab\there",
    "line\nbreak",
    "a\u00a0b",
    "العربية: نص",
    "中文：文字",
    "🙂",
    "=",
    "<<",
    "---",
    "a,b",
    "y",
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_reads_back_as_itself_here_and_elsewhere(text: str) -> None:
    written = yaml.line("key", text)
    node = read_yaml(written, "", 1).value
    assert isinstance(node, Mapping)
    assert isinstance(node.entries[0][1], Scalar)
    assert node.entries[0][1].text == text
    assert pyyaml.safe_load(written) == {"key": text}


@pytest.mark.parametrize("text", ["plain words", "It’s 5% of $4 billion, isn't it?", 'Ann\'s "boat"', "a:b"])
def test_quotes_are_left_out_where_nothing_asks_for_them(text: str) -> None:
    assert yaml.scalar(text) == text


def test_lists_and_records_keep_their_order() -> None:
    assert yaml.texts("related", ["b", "a"]) == "related:\n  - b\n  - a\n"
    assert yaml.texts("related", []) == ""
    assert yaml.records(
        "events", [{"date": "2024", "excerpt": "x"}, {"date": None, "excerpt": "y"}], frozenset({"date"})
    ) == ('events:\n  - date: 2024\n    excerpt: x\n  - date: null\n    excerpt: "y"\n')
    assert yaml.mapping("imported", {"Media: url": "1"}) == 'imported:\n  "Media: url": "1"\n'
