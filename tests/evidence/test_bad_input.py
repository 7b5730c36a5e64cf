"""Texts that nobody should write, and some that are only large: each ends in a right answer or in a clear problem."""

import itertools
import time
from collections.abc import Callable, Iterator, Mapping

import pytest

from nutgraf.checks.copying import count_words
from nutgraf.evidence.figures import find_figures
from nutgraf.evidence.folding import fold
from nutgraf.evidence.likeness import nearest_passage, word_index
from nutgraf.evidence.lookup import holds_quotation, occurrences, whole_of
from nutgraf.evidence.quotations import outside_quotations, quotations
from nutgraf.model.problems import Problem
from nutgraf.reading.markdown.body import read_body
from nutgraf.reading.markdown.manner import Manner
from nutgraf.reading.markdown.source import read_source
from nutgraf.stages.check import check
from nutgraf.stages.validate import validate
from tests.evidence.kit import OPTIONS, Answer, answer, event, explainer, inputs_of, source

LONG_WORDS = [f"word{number}x" for number in range(6000)]


def timed(work: Callable[[str], object], text: str) -> float:
    """The seconds of this processor's time that a piece of work takes."""
    start = time.process_time()
    work(text)
    return time.process_time() - start


def pinned(pin: str, text: str, **more: str) -> Answer:
    return answer(
        {"sources/a.md": source(text, **more), "timeline/e.md": event(sources=[{"source": "a", "quote": pin}])}
    )


def cited(text: str, source_text: str = "It was so.", **fields: object) -> Answer:
    body = f"\n## What?\n\n{text}\n"
    text = source(source_text, rights="reuse")
    return answer({"sources/a.md": text, "explainers/e.md": explainer(body, **fields)})


@pytest.mark.parametrize("pin", ['""', '" "'])
def test_an_empty_pin_in_front_matter_is_an_empty_value(pin: str) -> None:
    text = f"---\ntitle: E\ndate: 2026\nsources:\n  - source: a\n    quote: {pin}\n---\n"
    documents = {"index.md": "---\ntitle: T\n---\n", "sources/a.md": source("So."), "timeline/e.md": text}
    found = validate(inputs_of(documents), OPTIONS).problems
    assert [(it.code, it.at.line) for it in found] == [("empty-value", 6)]


@pytest.mark.parametrize("pin", ['""', '" "'])
def test_an_empty_pin_in_a_body_is_a_bad_citation(pin: str) -> None:
    documents = {"index.md": f"---\ntitle: T\n---\nSo. [@a {pin}]\n", "sources/a.md": source("So.")}
    found = validate(inputs_of(documents), OPTIONS).problems
    assert [(it.code, it.at.line, it.message) for it in found] == [("citation", 4, "the pin is empty")]


@pytest.mark.parametrize("pin", ["…", "[…]", ". . .", "—", "“”"])
def test_a_pin_of_signs_only_stands_nowhere(pin: str) -> None:
    found = pinned(pin, "It was so … and — “so” — . . . on.")
    assert found.codes() in ({"error[quote]"}, {"warning[quote]"})


def test_a_pin_of_5000_words_is_found_and_is_too_long() -> None:
    text = " ".join(LONG_WORDS)
    found = pinned(" ".join(LONG_WORDS[500:5500]), text)
    assert found.codes() == {"error[copying]"}
    assert "this pin has 5000 words" in found.lines()[0]


def test_a_pin_of_5000_words_with_one_changed_is_not_found_and_its_hint_stays_short() -> None:
    text = " ".join(LONG_WORDS)
    wrong = [*LONG_WORDS[500:5500]]
    wrong[30] = "lie"
    found = pinned(" ".join(wrong), text)
    assert found.codes() == {"error[copying]", "error[quote]"}
    assert all(len(it.hint) < 400 for it in found.problems)
    assert any('there "word530x", here "lie"' in it.hint for it in found.problems)


def test_a_pin_that_stands_twice_is_warned_of_with_its_count() -> None:
    found = pinned("the river rose at night", "Then the river rose at night, and the river rose at night again.")
    assert found.lines() == ["content/timeline/e.md:5:36 warning[quote]: these words stand 2 times in a"]


def test_a_source_that_cites_itself_is_a_text_like_any_other() -> None:
    found = answer({
        "sources/a.md": source('The toll was 25%. [@a "The toll was 25%"] [[a]] ![[a]] [@nobody]'),
        "timeline/e.md": event("The toll is 25%", sources=[{"source": "a", "quote": "The toll was 25%"}]),
    })  # fmt: skip
    assert found.lines() == ["content/timeline/e.md:5:36 warning[quote]: these words stand 2 times in a"]


def test_a_source_whose_body_is_only_a_heading_has_that_heading_for_a_text() -> None:
    assert pinned("The long road to the sea", "# The long road to the sea").lines() == []
    assert pinned("The long road to the hill", "# The long road to the sea").codes() == {"error[quote]"}


@pytest.mark.parametrize("text", ["", "\n\n", "#", "---", "* * *", "\u200b", "&nbsp;", "![](a.png)"])
def test_a_source_without_a_word_leaves_its_claims_unchecked(text: str) -> None:
    found = pinned("The long road to the sea", text)
    assert found.codes() == {"warning[quote]"}
    assert found.evidence.judged[0].result == "unchecked"


@pytest.mark.parametrize("mark", ["“", "«", '"', "‘", "'", "„", "「"])
def test_a_quotation_mark_that_never_closes_breaks_nothing(mark: str) -> None:
    found = cited(f"It was so, {mark}and so it was. [@a]", "It was so, and so it was.")
    assert found.lines() == []
    assert cited(f"It was so, {mark}{'and so on ' * 5000} [@a]").codes() <= {"error[quote]", "error[copying]"}


@pytest.mark.parametrize(
    ("lang", "text", "pin"),
    [
        ("ar", "قال الوزير إن \u200fالرسوم\u200f لن تُلغى في عام ٢٠٢٤.", "الرسوم لن تُلغى في عام ٢٠٢٤"),
        ("he", "השר אמר שהמכס על \u202bפלדה\u202c לא יבוטל.", "שהמכס על פלדה לא יבוטל"),
        ("zh", "部长说，对钢铁征收的关税不会取消。", "对钢铁征收的关税不会取消"),
        ("ja", "大臣は、鉄鋼への関税は撤廃しないと述べた。", "鉄鋼への関税は撤廃しない"),
        ("ko", "장관은 철강 관세를 없애지 않겠다고 말했다.", "철강 관세를 없애지 않겠다고"),
        ("th", "รัฐมนตรีกล่าวว่าจะไม่ยกเลิกภาษีเหล็ก", "จะไม่ยกเลิกภาษีเหล็ก"),
        ("hi", "मंत्री ने कहा कि इस्पात पर शुल्क नहीं हटेगा।", "इस्पात पर शुल्क नहीं हटेगा"),
    ],
)  # fmt: skip
def test_texts_of_other_scripts_are_looked_up_like_any_other(lang: str, text: str, pin: str) -> None:
    shorter = {"zh": pin.replace("不", ""), "ja": pin.replace("しない", "する")}.get(lang, f"{pin[:3]}{pin[4:]}")
    assert not any(it.startswith("error") for it in pinned(pin, text, lang=lang).codes())
    assert "error[quote]" in pinned(shorter, text, lang=lang).codes()


@pytest.mark.parametrize(
    "number",
    ["9" * 10_000, "1" + ",000" * 3_000, "0." + "3" * 10_000, "1e999999", "1e999999%", "9" * 1_000_000 + " million",
     "-" * 1000 + "5", "1." * 5000, "٣" * 5000, "5" + "\u200b" * 5000 + "%", "½" * 5000, "$" * 5000 + "5",
     "1:30" * 2000],
)  # fmt: skip
def test_figures_without_measure_end_in_an_answer(number: str) -> None:
    assert cited(f"It was {number} then. [@a]", f"It was {number} then.").lines() == []
    assert find_figures(number, "en") == find_figures(number, "en")


def test_two_long_numbers_that_differ_in_their_last_digit_are_two_numbers() -> None:
    digits = "7" * 9_999
    assert cited(f"It was {digits}8 million. [@a]", f"It was {digits}8 million.").lines() == []
    assert cited(f"It was {digits}9 million. [@a]", f"It was {digits}8 million.").codes() == {"error[figure]"}


@pytest.mark.slow
def test_a_paragraph_of_a_megabyte_is_checked_in_seconds(capsys: pytest.CaptureFixture[str]) -> None:
    text = " ".join(f"In {1000 + number} there were {number}% of “them{number}”, they say." for number in range(20_000))
    assert len(text) > 1_000_000
    started = time.process_time()
    found = pinned("In 1005 there were 5% of", text)
    taken = time.process_time() - started
    with capsys.disabled():
        print(f"\nevidence: a source of 1 MB in one paragraph: {taken:.1f} s")
    assert found.lines() == []
    assert taken < 20


WORDS = ["".join(letters) for letters in itertools.product("bdgklmnprstvz", "aeiou", "bdgklmnprst", "aeiou")]


def site_of(sources: int, documents: int) -> dict[str, str]:
    """A site with many sources of 300 words, and many documents that cite them."""
    files = {}
    for number in range(sources):
        words = " ".join(WORDS[(number * 7919 + at * 104729) % len(WORDS)] for at in range(292))
        files[f"sources/s{number}.md"] = source(f"In 1987 the toll was {number}% there. {words}.")
    for number in range(documents):
        one, other = number % sources, (number * 31) % sources
        files[f"timeline/e{number}.md"] = event(
            f"The toll is {one}% in 1987",
            f"\nIt was {other}% there. [@s{other} \"the toll was {other}% there\"]\n",
            sources=[{"source": f"s{one}", "quote": f"In 1987 the toll was {one}% there"}],
        )  # fmt: skip
    return files


MISTAKES = 1000
SENTENCES = " ".join(f"In {number} it was {number * 3}% of “all of them {number}”." for number in range(1000, 4000))
LONG = " ".join(WORDS[(at * 104729) % len(WORDS)] for at in range(200_000))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "claims", "text"),
    [
        ("quotations", " ".join(f"“none of them {number}”," for number in range(MISTAKES)), SENTENCES),
        ("quotations of a long text", " ".join(f"“bada bade {number}”," for number in range(MISTAKES)), LONG),
        ("figures", " ".join(f"{number}% and" for number in range(20_000, 20_000 + MISTAKES)), SENTENCES),
        ("amounts", " ".join(f"${number} million and" for number in range(MISTAKES)), SENTENCES),
        ("names", " ".join(f"F-{number}," for number in range(MISTAKES)), SENTENCES.replace("In ", "F-")),
        ("pins", " ".join(f'So. [@a "all of it {number}"]' for number in range(MISTAKES)), SENTENCES),
    ],
)  # fmt: skip
def test_a_thousand_mistakes_in_one_paragraph_are_told_in_seconds(name: str, claims: str, text: str) -> None:
    files = {
        "sources/a.md": source(text, rights="reuse"),
        "explainers/e.md": explainer(f"\n## What?\n\n{claims} [@a]\n"),
    }
    started = time.process_time()
    found = answer(files)
    assert time.process_time() - started < 8, name
    assert len([it for it in found.problems if it.severity == "error"]) >= 400


@pytest.mark.slow
def test_twenty_wrong_pins_in_a_source_of_200_000_words_are_told_in_seconds() -> None:
    words = LONG.split()
    pins = [" ".join([*words[at : at + 5], "lie", *words[at + 6 : at + 12]]) for at in range(0, 200_000, 10_000)]
    files = {f"timeline/e{at}.md": event(sources=[{"source": "a", "quote": pin}]) for at, pin in enumerate(pins)}
    started = time.process_time()
    found = answer({"sources/a.md": source(LONG), **files})
    assert time.process_time() - started < 8
    assert len(found.problems) == len(pins)
    assert all(f'there "{words[at + 5]}", here "lie"' in it.hint for at, it in zip_pins(found))


def zip_pins(found: Answer) -> Iterator[tuple[int, Problem]]:
    """Each problem with where its pin was cut out."""
    for it in found.problems:
        yield int(it.at.path.removeprefix("content/timeline/e").removesuffix(".md")) * 10_000, it


def test_a_thousand_sources_end_in_a_right_answer(capsys: pytest.CaptureFixture[str]) -> None:
    inputs = inputs_of({"index.md": "---\ntitle: T\n---\n", **site_of(1000, 200)})
    content = validate(inputs, OPTIONS).value
    started = time.process_time()
    found = check(content, OPTIONS)
    taken = time.process_time() - started
    with capsys.disabled():
        print(f"\nevidence: 1,000 sources of 300 words and 200 documents are checked in {taken:.1f} s")
    assert found.problems == ()
    assert len(found.value.judged) == 400


# Every pattern, by what its functions do with pieces of every kind in a row: twice the text may take about twice as
# long. A quadratic pattern takes seconds on what a linear one reads in milliseconds.

MANNER = Manner(path="a.md", folder="", first_line=1, lang="en", prefix="a", back_to_text="{}", headings=True)

PIECES = (
    " ", "\n", "-", " -", "- ", "a", "a ", "1", "1,", "1.", "1 ", "[", "]", "[a](", "![", "![a](", "](", "(", ")(", "`",
    "``a", "`a", "a`b``c", "*", "* ", "_", "**a", "{", "{a=", "{.a ", '{a="', "&", "&a", "&#1", "&amp;", "“", "”", '"',
    ' "', "«", "»", "„", "‘", " ‘a", "'", " 'a ", "'a", " 'a b'c", "…", "...", "[…", "[ ", "[a]", "a [b] ", ">", "> ",
    ">\n", "|", "|-", ":", ": ", "-|", "=", "_ ", "http://", "https://a", "www.", "<", "\\", "\\[", "1:30", "1 h ",
    "1.30 a", "$", "C$", "US $", "USD ", "%", " %", "1 per ", "1 percentage ", "1万", "中", "「", "年", "\u200b",
    "1\u200b", "\xa0", "½", "1'", "1'000", "1\xa0000", "a-", "A-1", "a_", "[^", "[^1", "\n[^1]: a", "~~~\n", "```\n",
    "\n- a", "\n1. ", "\n    a", "\n\n", "\n|a", "\n|-|", "\n: a", "\n# ", "\n===", "a\n===\n", "January 1 ", "1 to ",
    "1–", "1 and ", "non-", "a … ", "not … ", '[@a "b"]', "[[a|b]]", "<a", "<!--", "\n[a]: b", "[a][b]", "-5 ",
    "minus 5 ", "e\u0301", "1e9", "10^", "Rs.", "5m ", "2½ ", "’s ", "1990s ",
)  # fmt: skip
WORK: Mapping[str, Callable[[str], object]] = {
    "fold": fold,
    "figures in English": lambda it: find_figures(it, "en"),
    "figures in French": lambda it: find_figures(it, "fr"),
    "quotations": lambda it: (quotations(it), outside_quotations(it)),
    "a short pin": lambda it: (occurrences(it[:3], fold(it)), whole_of(it[:3], fold(it))),
    "a long pin": lambda it: (occurrences(it, "a b c"), occurrences(it, fold(it))),
    "a long quotation": lambda it: holds_quotation(it, fold(it)),
    "a near miss": lambda it: (
        nearest_passage(f"{it[:200]} no", word_index(it)),
        nearest_passage(it, word_index("a 1 b")),
    ),
    "a body": lambda it: read_body(it, MANNER),
    "a source": read_source,
    "a copy": count_words,
}
SIZE = 4_000


def shapes(size: int) -> Iterator[str]:
    for piece in PIECES:
        yield piece * (size // len(piece))
        yield piece * (size // len(piece)) + "x"


@pytest.mark.slow
@pytest.mark.parametrize("name", WORK)
def test_twice_the_text_takes_no_more_than_about_twice_as_long(name: str) -> None:
    slow = [once[:20] for once, twice in zip(shapes(SIZE), shapes(2 * SIZE), strict=True) if is_slow(name, once, twice)]
    assert slow == []


def is_slow(name: str, once: str, twice: str) -> bool:
    if timed(WORK[name], twice) < 0.2:
        return False
    return min(timed(WORK[name], twice) for _ in range(3)) > 3 * min(timed(WORK[name], once) for _ in range(3))
