import json

import pytest

from nutgraf.model.problems import Code, Place, Problem, Severity
from nutgraf.report import as_github, as_json, as_text, counted, summary

TEXTS = {
    "a.md": "title: Flood\n\n\tdate: 2024-13\n水位: 2024-13 é\ne\u0301te\u0301: x\n" + "a" * 200 + "WORD" + "b" * 200
}


def problem(line: int = 1, column: int = 8, width: int = 5, **words: str) -> Problem:
    at = Place(words.get("path", "a.md"), line, column, width)
    return Problem(code="value", at=at, message=words.get("message", "so"), hint=words.get("hint", ""))


def shown(found: Problem) -> str:
    return as_text([found], TEXTS)


def test_a_problem_has_its_place_its_line_a_caret_and_a_hint() -> None:
    assert shown(problem(hint="do this")) == (
        "a.md:1:8: error[value]: so\n"
        "    1 | title: Flood\n"
        "      |        ^^^^^\n"
        "  hint: do this\n"
    )  # fmt: skip


def test_two_problems_stand_apart() -> None:
    assert "\n\na.md:3:1: error" in as_text([problem(), problem(3, 1)], TEXTS)


def test_no_problems_are_no_text() -> None:
    assert as_text([], TEXTS) == ""


def test_a_problem_with_a_whole_file_has_no_line() -> None:
    found = Problem(code="missing-file", at=Place("b.md"), message="it is missing", severity="warning")
    assert shown(found) == "b.md: warning[missing-file]: it is missing\n"


@pytest.mark.parametrize(("line", "column"), [(2, 1), (99, 1), (1, 0)])
def test_a_place_without_text_has_no_excerpt(line: int, column: int) -> None:
    assert shown(problem(line, column)).count("\n") == 1


def test_a_tab_counts_as_one_column() -> None:
    assert shown(problem(3, 2, 4)).splitlines()[1:] == ["    3 |  date: 2024-13", "      |  ^^^^"]


def test_the_caret_stands_under_words_behind_wide_characters() -> None:
    assert shown(problem(4, 5, 7)).splitlines()[1:] == ["    4 | 水位: 2024-13 é", "      |       ^^^^^^^"]


def test_the_caret_is_as_wide_as_wide_characters() -> None:
    assert shown(problem(4, 1, 2)).splitlines()[2] == "      | ^^^^"


def test_accents_set_apart_from_their_letters_take_no_column() -> None:
    assert shown(problem(5, 8, 1)).splitlines()[2] == "      |      ^"


def test_a_place_behind_the_end_of_its_line_still_has_a_caret() -> None:
    assert shown(problem(1, 40, 1)).splitlines()[2].endswith("^")


def test_a_long_line_is_shown_around_the_place() -> None:
    excerpt, caret = shown(problem(6, 201, 4)).splitlines()[1:]
    assert len(excerpt) <= 170
    assert excerpt[caret.index("^") : caret.rindex("^") + 1] == "WORD"


def test_nothing_in_a_problem_can_steer_a_terminal() -> None:
    steering = "\x1b[2J\x9b2J\r\x07\u202e"
    found = problem(message=steering, hint=steering, path=f"{steering}.md")
    text = as_text([found], {f"{steering}.md": f"title: {steering}"})
    assert [it for it in text if it != "\n" and not it.isprintable()] == []


def test_spaces_that_do_not_break_are_shown_as_spaces() -> None:
    assert "a\u00a0b\u202fc" in shown(problem(message="a\u00a0b\u202fc"))


def test_colour_is_added_only_on_demand() -> None:
    assert "\x1b" not in as_text([problem()], TEXTS)
    assert "\x1b[31merror[value]:\x1b[0m" in as_text([problem()], TEXTS, colour=True)


@pytest.mark.parametrize(
    ("severities", "said"),
    [((), "no problems"), (("error",), "1 error"), (("error", "warning", "error"), "2 errors, 1 warning"),
     (("warning", "warning"), "2 warnings")],
)  # fmt: skip
def test_problems_are_summed_up(severities: tuple[Severity, ...], said: str) -> None:
    code: Code = "value"
    assert summary(Problem(code=code, at=Place("a.md"), message="so", severity=it) for it in severities) == said


def test_one_is_said_without_a_plural() -> None:
    assert (counted(1, "file"), counted(0, "file"), counted(2, "file")) == ("1 file", "0 files", "2 files")


def test_json_holds_every_part_of_a_problem() -> None:
    assert json.loads(as_json([problem(message="é", hint="do this")])) == [
        {
            "code": "value", "severity": "error", "path": "a.md", "line": 1, "column": 8, "width": 5,
            "message": "é", "hint": "do this",
        }
    ]  # fmt: skip


def test_json_of_no_problems_is_an_empty_list() -> None:
    assert as_json([]) == "[]\n"


def test_github_is_given_the_file_as_the_repository_knows_it() -> None:
    assert as_github([problem()], "sites/river") == "::error file=sites/river/a.md,line=1,col=8,title=value::so\n"
    assert as_github([problem()], ".") == "::error file=a.md,line=1,col=8,title=value::so\n"


def test_github_is_told_the_hint_too() -> None:
    assert as_github([problem(hint="do this")], ".").endswith("::so (hint: do this)\n")


def test_github_commands_can_not_be_broken_out_of() -> None:
    found = problem(message="100%\n::set-output name=a::b", path="a,b:c\r\n%.md")
    assert as_github([found], ".") == (
        "::error file=a%2Cb%3Ac%0D%0A%25.md,line=1,col=8,title=value::100%25%0A::set-output name=a::b\n"
    )


def test_github_is_given_no_line_for_a_whole_file() -> None:
    found = Problem(code="missing-file", at=Place("b.md"), message="it is missing")
    assert as_github([found], ".") == "::error file=b.md,title=missing-file::it is missing\n"
