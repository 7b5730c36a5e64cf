"""Whatever an author types, and whatever is asked to be published: no crash, no script, no lost or foreign file."""

import posixpath
import shutil
import tempfile
from pathlib import Path
from urllib.parse import unquote

import html5lib
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.disk.standing import MANIFEST
from nutgraf.model.addresses import relative
from nutgraf.model.pages import Output, Outputs
from nutgraf.model.prose import Fragment
from nutgraf.model.slugs import slug, why_not_an_id
from nutgraf.reading.frontmatter.split import split
from nutgraf.reading.frontmatter.yamltree import DEEPEST, Mapping, Node, Sequence, read_yaml
from nutgraf.reading.markdown.body import read_body
from nutgraf.reading.markdown.manner import Manner
from nutgraf.reading.typography import typeset
from nutgraf.stages.publish import publish
from tests.sitekit import snapshot

MANNER = Manner(
    path="content/explainers/why.md", folder="explainers", first_line=5, lang="en", prefix="why", back_to_text="{}",
    headings=True,
)  # fmt: skip

# What the loader lets through: no controls but tab and newline, no private placeholders.
characters = st.characters(
    exclude_categories=("Cs", "Cc", "Cn"), include_characters="\t\n", exclude_characters="\ue000\ue001"
)
texts = st.text(characters)

yaml_pieces = st.sampled_from([
    "a", "b: ", ": ", "- ", "\n", "\n  ", "[", "]", "{", "}", ", ", "#", " #", '"', "'", "&x ", "*x", "<<: ", "!t ",
    "|\n", ">", "? ", "---\n", "...", "%", "@", "`", "\t", "\u2028", "\u0085", "\ufeff", "é", "😀", "\\", "~",
])  # fmt: skip
yaml_texts = st.lists(yaml_pieces | texts, max_size=25).map("".join)

markup_pieces = st.sampled_from([
    "[[", "]]", "[@", "]", "![[", '"', "`", "```\n", "~~~\n", "    ", "\n\n", "\n", "## ", "# ", "- ", "1. ", "> ",
    "| a | b |\n", "|---|---|\n", ": ", "[^1]", "[^1]: ", "{", "}", "{: ", "onclick=x", "style=x", "{#id}", "(", ")",
    "{kind=disputed}", "javascript:", "jAvAscript:", "&#106;", "data:text/html,", "<script>", "</script>", "<", ">",
    "<img src=x onerror=x>", "<!--", "-->", "&lt;", "&", "*", "**", "_", "\\", "[a](", "![a](", "../", "id", "|words",
    "https://x.y/", "\t", "  \n", "é", "x", "&#xE000;", "&#xE001;", "&#0;", "{: #x }", "{id}", "[^2]: ", "[[p|x]]",
    "[a](b.md)", "![a](b.png)", "[a]: ", "`<b>`",
])  # fmt: skip
markup_texts = st.lists(markup_pieces | texts, max_size=30).map("".join)


def depth(node: Node | None) -> int:
    if isinstance(node, Sequence):
        return 1 + max((depth(it) for it in node.items), default=0)
    if isinstance(node, Mapping):
        return 1 + max((depth(it) for _, it in node.entries), default=0)
    return 0


def html(fragment: Fragment) -> str:
    """The fragment's HTML; a slot stands as a word."""
    return "".join(part if isinstance(part, str) else "slot" for part in fragment.parts)


@given(st.text() | yaml_texts)
def test_no_text_breaks_the_reader_of_front_matter(text: str) -> None:
    read = split(text, "a.md")
    assert (read.value is None) == bool(read.problems)


@given(st.text() | yaml_texts)
def test_no_text_breaks_the_reader_of_yaml(text: str) -> None:
    read = read_yaml(text, "a.md", 2)
    last = 2 + text.count("\n")
    assert all(2 <= it.at.line <= last and it.at.column >= 1 and it.at.width >= 1 for it in read.problems)
    assert depth(read.value) <= DEEPEST + 1


@settings(deadline=None)
@given(markup_texts)
def test_a_body_without_problems_keeps_its_links_and_loads_nothing_foreign(text: str) -> None:
    read = read_body(text, MANNER)
    if read.problems:
        return
    page = html5lib.parse("".join(html(it) for it in read.value.fragments()), namespaceHTMLElements=False)
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert all(link.get("href") for link in page.iter("a"))
    assert all(picture.get("src") == "slot" for picture in page.iter("img"))
    assert not {"\ue000", "\ue001", "\x00"} & set("".join(page.itertext()))


@settings(deadline=None)
@given(texts | markup_texts)
def test_no_body_breaks_its_reader_or_lets_anything_run(text: str) -> None:
    prose = read_body(text, MANNER).value
    page = html5lib.parse("".join(html(it) for it in prose.fragments()), namespaceHTMLElements=False)
    for element in page.iter():
        assert element.tag not in ("script", "style", "iframe", "object", "embed", "form", "base", "meta", "svg")
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert name not in ("style", "srcset", "formaction")
            if name in ("href", "src"):
                assert not value.strip().lower().startswith(("javascript:", "data:", "vbscript:"))


@settings(deadline=None)
@given(texts | markup_texts)
def test_every_problem_of_a_body_points_into_it(text: str) -> None:
    last = 5 + text.count("\n")
    for problem in read_body(text, MANNER).problems:
        assert 5 <= problem.at.line <= last
        assert problem.at.column >= 1
        assert "\ue000" not in problem.message + problem.hint


@given(st.text())
def test_a_slug_of_a_slug_is_the_slug(text: str) -> None:
    assert slug(slug(text)) == slug(text)


@given(st.text(max_size=40))
def test_a_slug_is_an_id_unless_it_is_too_long_or_reserved(text: str) -> None:
    reason = why_not_an_id(slug(text)) if slug(text) else None
    assert reason is None or "longer" in reason or "reserves" in reason or "capital" in reason


segments = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=8).filter(
    lambda it: not set(it) & set("/#") and it not in (".", "..")
)
addresses = st.lists(segments, min_size=1, max_size=4).map("/".join)


@given(addresses, addresses, st.none() | segments)
def test_a_relative_link_leads_where_it_should(address: str, from_page: str, fragment: str | None) -> None:
    whole = f"{address}#{fragment}" if fragment else address
    link = relative(whole, from_page)
    path, mark, found = link.partition("#")
    reached = posixpath.normpath(posixpath.join(posixpath.dirname(from_page), unquote(path))) if path else from_page
    assert f"{reached}{mark}{unquote(found)}" == whole


@given(addresses, addresses)
def test_a_relative_link_has_no_scheme_and_no_host(address: str, from_page: str) -> None:
    assert not relative(address, from_page).startswith("/")
    assert ":" not in relative(address, from_page)


@given(st.text(characters), st.sampled_from(["en", "fr", "de"]), st.sampled_from(["", " ", "x", "("]))
def test_typesetting_keeps_every_letter(text: str, lang: str, before: str) -> None:
    made = typeset(text, lang, before)
    assert [it for it in made if it.isalnum()] == [it for it in text if it.isalnum()]


@given(st.text(characters), st.sampled_from(["en", "fr"]))
def test_typesetting_twice_changes_nothing_more(text: str, lang: str) -> None:
    made = typeset(text, lang)
    assert typeset(made, lang) == made


names = st.sampled_from(["index.html", "a.html", "b/c.html", "b/d.html", "e/f/g.png", "é.html"])
file_sets = st.dictionaries(names, st.binary(max_size=3), max_size=6)


@settings(deadline=None, max_examples=50)
@given(st.lists(file_sets, min_size=1, max_size=4), st.booleans())
def test_after_any_builds_public_holds_what_the_last_one_made_and_what_was_never_ours(
    builds: list[dict[str, bytes]], with_foreign: bool
) -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        out = folder / "public"
        foreign = {"CNAME": b"example.org"} if with_foreign else {}
        if with_foreign:
            out.mkdir()
            (out / "CNAME").write_bytes(b"example.org")
        for files in builds:
            done = publish(Outputs(files=tuple(Output(*it) for it in files.items()), permalinks=()), out)
            assert done.problems == ()
            assert done.value is not None
            assert done.value.written + done.value.unchanged == len(files)
            held = snapshot(out) if out.exists() else {}
            assert {name: data for name, data in held.items() if name != MANIFEST} == files | foreign
        assert [it.name for it in folder.iterdir()] in ([], ["public"])
    finally:
        shutil.rmtree(folder)
