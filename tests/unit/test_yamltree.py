import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from nutgraf.model.problems import Place, Problem
from nutgraf.reading.frontmatter.yamltree import Mapping, Node, Scalar, Sequence, read_yaml
from tests.casefile import Case, read_cases

CASES = Path(__file__).parents[1] / "cases"


def leaves(node: Node | None, trail: str = "") -> Iterator[str]:
    if isinstance(node, Scalar):
        yield f"{trail} = {json.dumps(node.text, ensure_ascii=False)}"
    elif isinstance(node, Sequence):
        for number, item in enumerate(node.items, 1):
            yield from leaves(item, f"{trail}.{number}".lstrip("."))
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            yield from leaves(value, f"{trail}.{key.text}".lstrip("."))


def told(problem: Problem) -> str:
    at, hint = problem.at, f" | {problem.hint}" if problem.hint else ""
    return f"{problem.severity} {at.line}:{at.column}+{at.width} {problem.code}: {problem.message}{hint}"


@pytest.mark.parametrize("case", [pytest.param(it, id=it.title) for it in read_cases(CASES / "yaml.txt")])
def test_yaml_is_read_as_text_or_refused_with_a_place(case: Case) -> None:
    read = read_yaml(case.input, "a.md", 2)
    assert "\n".join([*leaves(read.value), *map(told, read.problems)]) == case.expected


def test_each_value_has_its_place_in_the_file() -> None:
    read = read_yaml("title: Flood\ntags: [water]", "content/glossary/flood.md", 2)
    assert isinstance(read.value, Mapping)
    (_, title), (tags_key, tags) = read.value.entries
    assert title.at == Place("content/glossary/flood.md", 2, 8, 5)
    assert tags_key.at == Place("content/glossary/flood.md", 3, 1, 4)
    assert isinstance(tags, Sequence)
    assert tags.items[0].at == Place("content/glossary/flood.md", 3, 8, 5)


def test_columns_are_counted_in_characters_and_not_in_bytes() -> None:
    read = read_yaml("{été: a, 水位: b, 😀: c}", "a.md", 1)
    assert isinstance(read.value, Mapping)
    assert [value.at.column for _, value in read.value.entries] == [7, 14, 20]


def test_a_value_knows_whether_it_stood_in_quotation_marks() -> None:
    read = read_yaml("a: ~\nb: '~'\nc: \"~\"", "a.md", 1)
    assert isinstance(read.value, Mapping)
    assert [value.plain for _, value in read.value.entries if isinstance(value, Scalar)] == [True, False, False]


def test_an_empty_text_has_no_tree_and_no_problem() -> None:
    assert (read_yaml("", "a.md", 1).value, read_yaml("# nothing", "a.md", 1).problems) == (None, ())


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 50_000, "- " * 50_000])
def test_a_text_nested_without_end_is_refused_at_once(text: str) -> None:
    (problem,) = read_yaml(text, "a.md", 1).problems
    assert problem.message == "lists or mappings nested more than 20 deep"


def test_a_merge_key_bomb_is_refused_before_it_grows() -> None:
    bomb = "a: &a {k: v}\n" + "".join(f"{name}: &{name} {{<<: [{', '.join(['*a'] * 9)}]}}\n" for name in "bcdefgh")
    assert [it.code for it in read_yaml(bomb, "a.md", 1).problems] == ["yaml-anchor"]


def test_line_ends_that_only_yaml_counts_do_not_lead_out_of_the_text() -> None:
    assert read_yaml("a: b\u2028\u2028\u2028c: 'd\n e'\nf: g: h", "a.md", 1).problems


@pytest.mark.parametrize(
    ("text", "name"),
    [(r'title: "\uE0000\uE001"', "U+E000"), (r'"a\0": b', "U+0000"), (r'title: "a\Lb"', "U+2028")],
)
def test_an_escape_makes_no_character_that_a_file_may_not_hold(text: str, name: str) -> None:
    (problem,) = read_yaml(text, "a.md", 2).problems
    assert (problem.code, problem.message) == (
        "control-character",
        f"an escape in these quotes makes the character {name}, which is refused",
    )
