"""Whatever a reader sees as words is checked, however it is set; what stands in code is not."""

import pytest

from nutgraf.reading.markdown.body import read_body
from nutgraf.reading.markdown.manner import Manner
from tests.evidence.kit import answer, explainer, source

MANNER = Manner(path="a.md", folder="", first_line=1, lang="en", prefix="a", back_to_text="{}", headings=True)

SOURCE = source("The gauge at the mill rose by 31 centimetres within the night.")


def told(body: str) -> list[str]:
    """The code of each problem with the evidence of a body, and the words that it is about."""
    page = explainer(body)
    found = answer({"explainers/e.md": page, "sources/mill.md": SOURCE}).problems
    lines = page.split("\n")
    return [f"{it.code} {lines[it.at.line - 1][it.at.column - 1 :][: it.at.width]}" for it in found]


def test_code_in_three_backticks_at_the_head_of_a_line_hides_nothing_below_it() -> None:
    body = '```gauge``` is the word.\n\nIt rose by 77 centimetres "in a single hour" [@mill "rose by 77"].'
    assert sorted(told(body)) == ["figure 77 centimetres", 'quote [@mill "rose by 77"]', "quote in a single hour"]


@pytest.mark.parametrize(
    "body",
    [
        "- It rose.\n  It fell.\n\n    It rose by 77 centimetres. [@mill]",
        "1. It rose.\n  It fell.\n\n    It rose by 77 centimetres. [@mill]",
        "It rose.[^a]\n\n[^a]: It fell\n  then.\n\n    It rose by 77 centimetres. [@mill]",
        "Gauge\n:   It fell\n  then.\n\n    It rose by 77 centimetres. [@mill]",
        "> It rose by 77 centimetres. [@mill]",
        "> - It rose by 77 centimetres. [@mill]",
        "| Gauge | Rise |\n| --- | --- |\n| Mill | 77 cm [@mill] |",
        "| Gauge | 77 |\n| --- | --- |\n| Mill | x [@mill] |",
        "It rose by {x=77} centimetres. [@mill]",
        "It ` rose by 77 centimetres. [@mill]\n\nIt ` fell.",
        "It rose by **77** centimetres. [@mill]",
        "It rose by [77](https://example.org/) centimetres. [@mill]",
        "It rose by &#55;7 centimetres. [@mill]",
        "It rose by 7\u00ad7 centimetres. [@mill]",
        "\tIt rose by 77 centimetres.\n- x\n\n    It rose by 77 centimetres. [@mill]",
    ],
)
def test_a_figure_is_checked_wherever_it_is_shown(body: str) -> None:
    assert any(it.startswith("figure") for it in told(f"It fell. [@mill]\n\n{body}"))


@pytest.mark.parametrize(
    "body",
    [
        "It rose `by 77 centimetres`. [@mill]",
        "It rose. [@mill]\n\n```\nby 77 centimetres\n```",
        "It rose. [@mill]\n\n~~~ text\nby 77 centimetres\n~~~",
        "It rose. [@mill]\n\n    by 77 centimetres",
        "- It rose. [@mill]\n\n        by 77 centimetres",
        "> The gauge at the mill rose. [@mill]\n>\n>     by 77 centimetres",
        "It rose. [@mill]\n\n## Since when?\n    by 77 centimetres\n",
        'It rose [so](https://example.org/77 "by 77"). [@mill]',
        "It rose *so*{.rise-77}. [@mill]",
    ],
)
def test_what_stands_in_code_or_in_an_address_is_not_checked(body: str) -> None:
    assert told(body) == []


def test_a_note_is_of_the_kind_of_the_section_that_refers_to_it() -> None:
    facts = (
        "## What?\n\nIt rose. [@mill] So.[^a]\n\n## Why? {kind=analysis}\n\nIt may.\n\n[^a]: It rose by 77 centimetres."
    )
    analysis = facts.replace(" {kind=analysis}", "").replace("## What?", "## What? {kind=analysis}")
    assert told(facts) == ["coverage It rose by 77 centimetres."]
    assert told(analysis) == []


def test_a_note_of_two_sections_is_held_to_the_stricter() -> None:
    body = "## Why? {kind=analysis}\n\nIt may.[^a]\n\n## What?\n\nIt rose.[^a]\n\n[^a]: It rose by 77 centimetres."
    assert told(body) == ["coverage It rose by 77 centimetres."]


@pytest.mark.parametrize("between", ["`–`", "`x`", "[@mill]", "[^n]", "![p](../media/p.svg)", "[[mill]]"])
def test_figures_on_both_sides_of_something_else_are_two(between: str) -> None:
    text = read_body(f"It is 3{between}1 [@mill].\n\n[^n]: A note.", MANNER).value.passages[0].text
    assert text == "It is 3 1 ."
