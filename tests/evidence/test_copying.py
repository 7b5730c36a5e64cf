"""copying: fifteen words in a row of a source that may only be quoted are one too many, wherever they would stand."""

import pytest

from tests.evidence.kit import answer, event, explainer, front, source

TEXT = (
    "The old ferry left the northern harbour every morning at dawn, and nobody on board ever asked the quiet captain "
    "where it went, because the fog would have swallowed any answer that he might have given to them."
)
WORDS = TEXT.replace(",", "").rstrip(".").split()


def run(length: int, start: int = 0) -> str:
    return " ".join(WORDS[start : start + length])


def copied(files: dict[str, str], text: str = TEXT, **more: str) -> list[str]:
    """The problems of copying, without their code."""
    found = answer(
        {"sources/a.md": source(text, **more), **files}, "title: A site\nchecks: {quote: off, figure: off}\n"
    )
    return [line.replace(" error[copying]:", "") for line in found.lines() if "[copying]" in line]


def in_body(text: str) -> dict[str, str]:
    return {"glossary/t.md": front(f"\n{text}\n", title="T")}


SAID = "15 words or more in a row are those of content/sources/a.md:10"


@pytest.mark.parametrize("start", [0, 5, len(WORDS) - 15])
def test_fifteen_words_are_a_copy_and_fourteen_are_none(start: int) -> None:
    assert copied(in_body(f"Yes: {run(15, start)} – so.")) == [f"content/glossary/t.md:5:6 {SAID}"]
    assert copied(in_body(f"Yes: {run(14, start)} – so.")) == []


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        run(16).upper(),
        run(20).replace(" ", ",\n"),
        run(20).replace("northern", "*northern*").replace("harbour", "[harbour](https://example.org/1)"),
        run(20).replace("morning", "morning [@a] "),
        run(20).replace(" every", " – every"),
        run(20).replace("ferry", "ｆｅｒｒｙ"),
        run(20).replace("ferry", "fer\u00adry").replace("harbour", "har\u200bbour"),
        f"> {run(20)}",
        f"- {run(20)}",
        f"A note.[^1]\n\n[^1]: {run(20)}",
        f"| {run(20)} | x |\n| --- | --- |\n| y | z |",
        f"```\n{run(20)}\n```",
        f"T\n: {run(20)}",
    ],
)
def test_marks_markup_case_and_line_ends_hide_no_copy(text: str) -> None:
    assert len(copied(in_body(text))) == 1


def test_a_copy_over_the_border_of_two_paragraphs_of_the_source_is_one() -> None:
    text = TEXT.replace(", and", ".\n\nAnd")
    assert copied(in_body(run(15, 3)), text) == [f"content/glossary/t.md:5:1 {SAID}"]


@pytest.mark.parametrize("between", ["\n\n", "\n\nOh.\n\n", " [@a]\n\n- ", "\n\n> ", "\n\n“So,” they say.\n\n"])
def test_a_copy_that_goes_on_in_the_next_paragraph_is_one_unless_something_stands_between(between: str) -> None:
    found = copied(in_body(f"{run(9)}{between}{run(9, 9)}"))
    assert found == ([] if "So" in between or "Oh" in between else [f"content/glossary/t.md:5:1 {SAID}"])


def test_the_line_named_is_that_on_which_the_copied_words_begin_in_the_source() -> None:
    text = f"First.\n\nSecond\nline.\n\n{TEXT}"
    assert copied(in_body(run(15)), text) == [f"content/glossary/t.md:5:1 {SAID[:-2]}15"]


def test_a_word_changed_in_the_middle_ends_the_run() -> None:
    words = WORDS[:27]
    words[13] = "other"
    assert copied(in_body(" ".join(words))) == []


def test_a_word_with_an_apostrophe_or_a_hyphen_counts_as_one() -> None:
    text = "Anna's well-kept boat wasn't the captain's, so the harbour-master let it lie in the mud for years."
    words = text.split()
    assert copied(in_body(" ".join(words[:14])), text) == []
    assert len(copied(in_body(" ".join(words[:15])), text)) == 1


def test_what_is_quoted_is_no_copy_and_a_run_does_not_go_across_it() -> None:
    assert copied(in_body(f"They say: “{run(20)}”.")) == []
    assert copied(in_body(f'They say: "{run(20)}".')) == []
    assert copied(in_body(f"They say: « {run(20)} ».")) == []
    assert copied(in_body(f"{run(8)} “{run(4, 8)}” {run(8, 12)}")) == []
    assert len(copied(in_body(f"“{run(4)}” {run(16, 4)}"))) == 1


def test_a_quotation_mark_that_never_closes_excuses_nothing() -> None:
    assert len(copied(in_body(f"They say: “{run(20)}."))) == 1


def test_a_quotation_has_fewer_than_fifty_words() -> None:
    text = " ".join(f"word{chr(97 + number // 26)}{chr(97 + number % 26)}" for number in range(60))
    words = text.split()
    assert copied(in_body(f"“{' '.join(words[:49])}”"), text) == []
    assert copied(in_body(f"So “{' '.join(words[:50])}”"), text) == [
        "content/glossary/t.md:5:5 this quotation has 50 words"
    ]
    pin = event(sources=[{"source": "a", "quote": " ".join(words[:50])}])
    assert copied({"timeline/e.md": pin}, text) == ["content/timeline/e.md:5:36 this pin has 50 words"]


@pytest.mark.parametrize(
    ("files", "place"),
    [
        ({"glossary/t.md": front(title=run(15))}, "glossary/t.md:2:9"),
        ({"timeline/e.md": event(date_note=run(15))}, "timeline/e.md:4:13"),
        ({"explainers/e.md": explainer("", description=f"{run(15)}.")}, "explainers/e.md:3:15"),
        ({"explainers/e.md": explainer("", key_points=[{"text": run(15), "sources": ["a"]}])}, "explainers/e.md:6:24"),
        ({"players/p.md": front(title="P", role=run(15))}, "players/p.md:3:8"),
        ({"timeline/e.md": event(media={"src": "a.png", "alt": run(15)})}, "timeline/e.md:6:33"),
        ({"explainers/e.md": explainer(f"\n## {run(15)}\n")}, "explainers/e.md:8:4"),
        ({"changes/c.md": front(run(15), title="C", date="2026-01-14", type="added")}, "changes/c.md:6:1"),
        ({"numbers/n.md": front(title="N", value="6", unit=run(15), as_of="2026", sources=["a"])}, "numbers/n.md:4:8"),
    ],
)
def test_whatever_is_published_is_looked_at(files: dict[str, str], place: str) -> None:
    assert copied(files) == [f"content/{place} {SAID}"]


def test_the_description_of_the_site_is_looked_at_too() -> None:
    settings = f"title: A site\ndescription: {run(16)}\n"
    found = answer({"sources/a.md": source(TEXT)}, settings)
    assert found.lines() == [f"site.yaml:2:14 error[copying]: {SAID}"]


def test_a_source_that_may_be_used_again_may_be_copied() -> None:
    assert copied(in_body(TEXT), rights="reuse") == []


def test_two_copies_in_one_paragraph_are_two_problems_and_one_long_copy_is_one() -> None:
    assert len(copied(in_body(f"{run(15)} but then again {run(15, 17)}"))) == 2
    assert len(copied(in_body(TEXT))) == 1


def test_thirty_characters_are_a_copy_where_no_spaces_part_the_words() -> None:
    text = "那条老渡船每天清晨从北边的港口出发船上没有人问过沉默的船长要去哪里因为雾会吞没他的回答"
    assert len(copied(in_body(f"据说{text[:30]}。"), text, lang="zh")) == 1
    assert copied(in_body(f"据说{text[:29]}。"), text, lang="zh") == []
    assert copied(in_body(f"据说“{text[:40]}”。"), text, lang="zh") == []


def test_a_site_without_sources_copies_nothing() -> None:
    assert answer({"glossary/t.md": front(TEXT, title="T")}).lines() == []


def test_copies_of_two_sources_side_by_side_are_two() -> None:
    other = "When the frost broke the ice went down the valley and took the lower bridge with it in an hour"
    files = {"sources/b.md": source(other), **in_body(f"{run(20)}\n\n{other}")}
    assert [line.partition(" ")[0] for line in copied(files)] == [
        "content/glossary/t.md:5:1",
        "content/glossary/t.md:7:1",
    ]
