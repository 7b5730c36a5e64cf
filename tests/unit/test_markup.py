import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from nutgraf.model.problems import Place, Problem, in_order
from nutgraf.model.prose import Cite, Embed, FileLink, Fragment, Prose, Reference, Slot
from nutgraf.reading.markdown.body import read_body
from nutgraf.reading.markdown.manner import Manner
from tests.casefile import Case, read_cases

CASES = Path(__file__).parents[1] / "cases"
MANNER = Manner(
    path="content/explainers/why.md",
    folder="explainers",
    first_line=10,
    lang="en",
    prefix="why",
    back_to_text="Back to note {}",
    headings=True,
)


def cases(name: str) -> list[object]:
    return [pytest.param(case, id=case.title) for case in read_cases(CASES / name)]


def slot_words(slot: Slot) -> str:
    match slot:
        case Cite():
            return f"cite {slot.source}" + (f" {slot.quote!r}" if slot.quote else "")
        case Reference():
            return f"link {slot.target}" + (f" {slot.words!r}" if slot.words else "")
        case Embed():
            return f"set in {slot.target}"
        case FileLink():
            return f"file {slot.path}" + (f" at {slot.fragment}" if slot.fragment else "")


def html(fragment: Fragment) -> str:
    """The fragment's HTML with each slot in double braces."""
    return "".join(part if isinstance(part, str) else f"{{{{{slot_words(part)}}}}}" for part in fragment.parts)


def shown(prose: Prose) -> Iterator[str]:
    if prose.lead:
        yield html(prose.lead)
    for section in prose.sections:
        yield f"== {section.kind} #{section.id}: {html(section.heading)}"
        yield html(section.body)
    if prose.footnotes:
        yield f"-- {html(prose.footnotes)}"


def told(problem: Problem) -> str:
    at, hint = problem.at, f" | {problem.hint}" if problem.hint else ""
    return f"{at.line}:{at.column}+{at.width} {problem.code}: {problem.message}{hint}"


@pytest.mark.parametrize("case", cases("markup.txt"))
def test_a_body_becomes_html_with_slots(case: Case) -> None:
    read = read_body(case.input, MANNER)
    assert read.problems == ()
    assert "\n".join(filter(None, shown(read.value))) == case.expected


@pytest.mark.parametrize("case", cases("markup_problems.txt"))
def test_what_is_wrong_with_a_body_is_told_with_its_place(case: Case) -> None:
    read = read_body(case.input, MANNER)
    assert "\n".join(map(told, in_order(read.problems))) == case.expected


@pytest.mark.parametrize("case", cases("markup_problems.txt"))
def test_what_is_wrong_never_reaches_the_page(case: Case) -> None:
    page = "".join(html(it) for it in read_body(case.input, MANNER).value.fragments()).lower()
    assert not [it for it in ("<script", "javascript:", "onclick=", "style=", "<iframe", "\ue000") if it in page]


def test_headings_stand_only_where_the_kind_of_file_allows_them() -> None:
    manner = Manner(
        path="content/players/office.md", folder="players", first_line=5, lang="en", prefix="office",
        back_to_text="{}", headings=False,
    )  # fmt: skip
    (problem,) = read_body("Text.\n\n## Why?\n", manner).problems
    assert told(problem) == (
        "7:1+7 heading: headings stand only in explainers, index.md and about.md | use **bold** words"
    )


def test_a_french_body_is_set_in_french() -> None:
    manner = Manner(
        path="content/index.md", folder="", first_line=5, lang="fr-CA", prefix="index", back_to_text="{}", headings=True
    )
    assert html(read_body('"Pourquoi ?"', manner).value.lead) == "<p>«\u00a0Pourquoi\u202f?\u00a0»</p>"


def test_the_link_back_from_a_footnote_is_named_in_the_site_s_language() -> None:
    note = html(read_body("Rain.[^1]\n\n[^1]: Much of it.\n", MANNER).value.footnotes)
    assert 'title="Back to note 1"' in note


@pytest.mark.parametrize("text", ["- " * 600 + "a", "".join(f"term {it}\n: words\n" for it in range(600))])
def test_a_body_nested_too_deeply_is_a_problem_and_not_a_crash(text: str) -> None:
    (problem,) = read_body(text, MANNER).problems
    assert (problem.code, problem.at) == ("markdown", Place("content/explainers/why.md", 10, 1))


def test_footnotes_of_two_bodies_on_one_page_have_different_ids() -> None:
    other = Manner(
        path="content/explainers/how.md", folder="explainers", first_line=5, lang="en", prefix="how",
        back_to_text="{}", headings=True,
    )  # fmt: skip
    pages = [html(read_body("Rain.[^1]\n\n[^1]: Much.\n", manner).value.lead) for manner in (MANNER, other)]
    assert ['id="fnref-why_1"' in pages[0], 'id="fnref-how_1"' in pages[1]] == [True, True]


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "![" * 8000,
        "[x](" * 8000,
        "[^a]" * 4000 + "\n\n[^a]: x",
        "~~~" + " " * 16_000,
        "_" * 10_000,
        "*" * 10_000,
        "`" * 10_000,
        "\\" * 10_000,
        "> " * 5000 + "x",
        "- " * 2000 + "x",
        "## h\n\n" * 3000,
        "\\[^" * 8000,
        "- item\n\n    " + "[a](" * 8000,
        "[^1]: note\nlazy\n\n    " + "[a](" * 8000,
        "- item\n\n" + " " * 100_000 + "x",
        "-" * 100_000 + "x",
    ],
    ids=lambda text: text[:8],
)
def test_no_run_of_signs_takes_long(text: str) -> None:
    start = time.perf_counter()
    read_body(text, MANNER)
    assert time.perf_counter() - start < 2
