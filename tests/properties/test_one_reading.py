"""Whatever a reader sees of a body, the checks see as well, and nothing of what stands in code.

What a reader sees is asked of Python-Markdown alone, set up without any mark of ours, and of html5lib.
"""

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator

import html5lib
import markdown
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nutgraf.model.prose import Cite, Passage, Prose
from nutgraf.reading.markdown.body import read_body
from nutgraf.reading.markdown.manner import Manner

MANNER = Manner(
    path="content/explainers/why.md", folder="explainers", first_line=1, lang="en", prefix="why",
    back_to_text="{}", headings=True,
)  # fmt: skip
EXTENSIONS = ["footnotes", "tables", "def_list", "attr_list", "fenced_code", "sane_lists"]
FIGURE = re.compile(r"\d{4}")

LEADS = (
    "", "", "", "- ", "* ", "1. ", "2) ", "    - ",
    "  ", "   ", "    ", "\t", "      ", "        ", "> ", "> > ", ">     ",
    "> - ", "- > ", "- - ", "# ", "## ", "### ", ": ", ":   ", "[^n]: ", "| ", "    > ", "-   ", "+ ", "#", "10. ",
)  # fmt: skip
LINES = (
    "```", "~~~", "````", "``` python", "```{.python #x}", "```{.python", "~~~ {.a}", "``` some words", "~~~~", "```  ",
    "---", "===", "|---|---|", "| - |", "", "", "",
)  # fmt: skip
WORDS = (
    "{0} ", "{0} ", "{0} ", "*{0}* ", "**{0} ", "** ", "`{0}` ", "``{0}`` ", "` ", "`` ", "``` ", "`{0} ", "{0}` ",
    "“{0} so” ", "“", "” ", '"{0} it" ', '[@s] ', '[@s "pin {0}"] ', "[[a]] ", "[[a|{0} b]] ",
    "[{0}](b.md) ", "[{0}](b.md '{0}') ", "[{0}][r] ", "![{0}](../media/a.png) ", "[^n] ", "\\* ", "\\` ", "\\[{0}] ",
    "&amp; ", "&#8209; ", "| ", "|", "  ", "<https://example.org/> ", "{{.x}} ", "_{0}_ ", "***", "\\\\", "word ",
)  # fmt: skip
pieces = st.sampled_from(WORDS)
lines = st.builds(lambda lead, words: lead + "".join(words), st.sampled_from(LEADS), st.lists(pieces, max_size=5))
shapes = st.lists(lines | st.sampled_from(LINES), min_size=1, max_size=14).map("\n".join)


def numbered(shape: str) -> str:
    """The shape with another figure at each of its places, and with what its links and footnotes need."""
    number = iter(range(7001, 9999))
    body = re.sub(r"\{0\}", lambda _: str(next(number)), shape).replace("{{", "{").replace("}}", "}")
    return f"{body}\n\n[r]: https://example.org/\n"


bodies = shapes.map(numbered)


def seen(text: str) -> tuple[set[str], set[str]]:
    """The figures that stand on the page outside of code, and those in code, as Python-Markdown shows them."""
    md = markdown.Markdown(extensions=EXTENSIONS)
    md.preprocessors.deregister("html_block")
    md.inlinePatterns.deregister("html")
    page = html5lib.parse(md.convert(text), namespaceHTMLElements=False)
    outside, inside = "".join(_texts(page, in_code=False)), "".join(_texts(page, in_code=True))
    return set(FIGURE.findall(outside)), set(FIGURE.findall(inside))


def _texts(element: etree.Element, *, in_code: bool, is_code: bool = False) -> Iterator[str]:
    here = is_code or element.tag in ("code", "pre")
    if here == in_code:
        yield element.text or ""
    for child in element:
        yield from _texts(child, in_code=in_code, is_code=here)
        if here == in_code:
            yield child.tail or ""


def claimed(prose: Prose) -> list[Passage]:
    return [it for it in prose.passages if it.kind not in ("code", "picture", "title")]


def figures_in(passages: list[Passage]) -> set[str]:
    return {it for passage in passages for it in FIGURE.findall(passage.text)}


def without_pins(text: str) -> str:
    """The text with its marks as Python-Markdown alone might see them: their words, if any, and letters."""
    return re.sub(r'\[@s(?: "pin \d{4}")?\]|\[\[a\]\]', "x", re.sub(r"\[\[a\|(\d{4} b)\]\]", r"\1", text))


EXAMPLES = 300
NO_PAGE = ("citation", "raw-html", "embed")
"""Errors with which Python-Markdown alone shows something else."""


@settings(max_examples=EXAMPLES, deadline=None)
@given(bodies)
@example("```gauge``` is\n\n7001\n")
@example("- a\n\n  ```\n  7001\n")
@example("a `7001\nb` 7002 `\n")
@example("[^n]: 7001\n\n    7002\n\nx[^n]\n")
@example("a\n: 7001\n\n    7002\n")
def test_every_figure_that_a_reader_sees_stands_in_a_passage_and_none_from_code(text: str) -> None:
    check_figures(text)


def check_figures(text: str) -> None:
    read = read_body(text, MANNER)
    if any(it.code in NO_PAGE or "defined" in it.message for it in read.problems if it.severity == "error"):
        return
    outside, inside = seen(without_pins(text))
    found = figures_in(claimed(read.value))
    assert outside <= found
    assert not (inside - outside) & found


@settings(max_examples=EXAMPLES, deadline=None)
@given(bodies)
def test_the_page_shows_what_the_passages_hold(text: str) -> None:
    check_page(text)


def check_page(text: str) -> None:
    """Words for words: the same letters and digits in the same order on the page and in the passages."""
    prose = read_body(text, MANNER).value
    shown: list[str] = []
    for fragment in (prose.lead, *(it for section in prose.sections for it in (section.heading, section.body))):
        parts = [part if isinstance(part, str) else getattr(part, "words", None) or "" for part in fragment.parts]
        page = html5lib.parseFragment(without_notes("".join(parts)), namespaceHTMLElements=False)
        shown.append("".join(_texts(page, in_code=False)))
    words = "".join(re.findall(r"\w", re.sub(r"https?://\S+", "", " ".join(shown))))
    held = "".join(it.text for it in claimed(prose) if it.runs or not it.cites)
    assert words in "".join(re.findall(r"\w", held))


def without_notes(markup: str) -> str:
    return re.sub(r'<sup id="fnref.*?</sup>', "", markup)


@settings(max_examples=EXAMPLES, deadline=None)
@given(bodies)
def test_every_citation_on_the_page_stands_in_a_passage_with_its_pin(text: str) -> None:
    check_citations(text)


def check_citations(text: str) -> None:
    prose = read_body(text, MANNER).value
    on_page = {(it.source, it.quote, it.at) for it in prose.slots() if isinstance(it, Cite)}
    in_passages = [it for passage in prose.passages for it in passage.cites]
    assert on_page <= {(it.source, it.quote, it.at) for it in in_passages}


def placed(text: str) -> list[bool]:
    """Whether each figure of a body is found at its own place."""
    passages = claimed(read_body(text, MANNER).value)
    figures = [(passage, match) for passage in passages for match in FIGURE.finditer(passage.text)]
    return [text[slice(*passage.span(*match.span()))] == match[0] for passage, match in figures]


def test_nearly_every_figure_has_its_own_place() -> None:
    right: list[bool] = []

    @settings(max_examples=EXAMPLES, deadline=None, database=None)
    @given(bodies)
    def on_all(text: str) -> None:
        right.extend(placed(text))

    on_all()
    assert len(right) > EXAMPLES
    assert right.count(False) * 100 <= len(right)


@pytest.mark.slow
def test_ten_thousand_bodies_are_read_as_they_are_shown() -> None:
    tried: list[str] = []
    right: list[bool] = []

    @settings(max_examples=10_000, deadline=None, database=None)
    @given(bodies)
    def on_all(text: str) -> None:
        tried.append(text)
        check_figures(text)
        check_page(text)
        check_citations(text)
        right.extend(placed(text))

    on_all()
    assert len(tried) >= 10_000
    assert right.count(False) * 100 <= len(right)
