"""What an author is told to type when words don't stand in their source."""

import pytest

from tests.evidence.kit import Answer, answer, event, explainer, source

CUT = "cut no word short, and no number off its sign or scale"
SAID = "“We will never close this plant,” said the director in March."


def pinned(words: str) -> Answer:
    files = {"sources/a.md": source("The plant is old."), "sources/b.md": source(SAID)}
    return answer({**files, "timeline/e.md": event(sources=[{"source": "b", "quote": words}])})


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("«will never close this»", "leave the quotation marks off: they are not in the source"),
        ("We will Never close", 'the source has "We will never close": there "never", here "Never"'),
        ("We will never, close", 'the source has "We will never close": there "never", here "never,"'),
        ("never close this plan", f'the source has "never close this plant": {CUT}'),
        ("The plant is old", "a has these words: cite that"),
        ("a sentence that nobody ever wrote", "nothing in the source is like them"),
    ],
)  # fmt: skip
def test_the_hint_says_what_differs(words: str, hint: str) -> None:
    assert [it.hint for it in pinned(words).problems] == [hint]


def test_a_quotation_of_another_source_is_found_there() -> None:
    files = {"sources/a.md": source("The plant is old."), "sources/b.md": source(SAID)}
    found = answer({**files, "explainers/e.md": explainer("\nHe said “we will never close this plant.” [@a]\n")})
    assert [it.hint for it in found.problems] == ["b has these words: cite that"]


def test_a_block_quotation_of_a_source_without_text_is_unchecked() -> None:
    found = answer({"sources/a.md": source(""), "explainers/e.md": explainer("\n> The plant is old. [@a]\n")})
    assert (
        "content/explainers/e.md:8:3 warning[quote]: this block quotation can't be checked: a has no text"
        in found.lines()
    )
