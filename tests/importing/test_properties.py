"""What holds for any bytes: no crash, no word lost, no word added, the same again, and a record that reads back."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from nutgraf.importing.article import Article, read_article
from nutgraf.importing.decode import Unreadable
from nutgraf.importing.given import Given
from nutgraf.importing.joints import part_sentences
from nutgraf.importing.merge import filled, made_anew, read_existing
from nutgraf.importing.record import facts_of, record_text
from nutgraf.importing.repair import clean, mend
from nutgraf.model.problems import Place
from nutgraf.model.records import Source
from nutgraf.reading.frontmatter import yamltext as yaml
from nutgraf.reading.frontmatter.split import split
from nutgraf.reading.frontmatter.typed import FieldValues, read_fields
from nutgraf.reading.frontmatter.yamltree import Mapping, Scalar, read_yaml

SEEDS = Path(__file__).parent / "seeds"
PIECES = [
    "The pier was closed.",
    "It had cost $4 million",
    "in 2009",
    "on Monday",
    " ",
    "\n",
    "\n\n",
    "“",
    "”",
    '"',
    "«",
    "»",
    "'",
    "said Ann Reed",
    ". ",
    ".",
    ",",
    "<p>",
    "</p>",
    "<br>",
    "<h1>",
    "<script>",
    "</script>",
    "<td>",
    "<li>",
    "&amp;",
    "&#8217;",
    "&nbsp;",
    "Related Items\n",
    "Sources\n",
    "By Ann Reed\n",
    "###\n",
    "May 5, 2015\n",
    "WASHINGTON, D.C. – ",
    "â€œ",
    "Ã©",
    "\u00a0",
    "\u00ad",
    "\u2028",
    "\ue000",
    "\t",
    "* ",
    "- ",
    "# ",
    "== x ==",
    "---\n",
    "南岭水库。",
    "去年",
    "العربية",
    "é",
    "\ufffe",
    "> ",
    "Share this: Facebook | Twitter\n",
    "Subject: x\n",
    "-- \n",
    "1.",
    "10%",
    "https://a.example/x.Html",
    "[x](y)",
    "|",
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=40).map("".join)
NAMES = st.sampled_from(["x.txt", "x.md", "x.html"])
GIVEN = st.builds(
    Given, date=st.sampled_from([None, "2026-01-14", "2026-01", "2019/2025"]), title=st.sampled_from([None, "T"])
)
LANGS = st.sampled_from([None, "en", "fr", "es", "de", "zh", "ar", "xx"])

slow = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=150)


def article(data: bytes, name: str, given_: Given) -> Article | None:
    try:
        return read_article(data, name, given_)
    except Unreadable:
        return None


def read_back(text: str) -> FieldValues:
    parts = split(text, "x.md").value
    assert parts is not None
    tree = read_yaml(parts.yaml, "x.md", 2)
    assert tree.problems == ()
    return read_fields(Source, tree.value, Place("x.md", 1, 1))


@slow
@given(st.binary(max_size=400), NAMES)
@example(b"\xff\xfe\x00\xd8", "x.txt")
@example(b"<![if", "x.html")
@example(b"<!DOCTYPE", "x.html")
@example(b"<p>&#xD800;</p><p>", "x.html")
def test_no_bytes_crash_it(data: bytes, name: str) -> None:
    found = article(data, name, Given())
    assert found is None or (found.lost, found.added) == ({}, {})


@slow
@given(TEXTS, NAMES, GIVEN, LANGS)
def test_no_word_is_lost_and_none_is_added(text: str, name: str, given_: Given, lang: str | None) -> None:
    found = article(text.encode(), name, Given(date=given_.date, title=given_.title, lang=lang))
    assert found is None or (found.lost, found.added) == ({}, {})


@slow
@given(TEXTS, NAMES, GIVEN)
def test_the_same_bytes_give_the_same_record(text: str, name: str, given_: Given) -> None:
    assert article(text.encode(), name, given_) == article(text.encode(), name, given_)


@slow
@given(TEXTS, NAMES, GIVEN)
def test_a_record_reads_back_as_what_was_found(text: str, name: str, given_: Given) -> None:
    found = article(text.encode(), name, given_)
    if found is None:
        return
    sha = hashlib.sha256(text.encode()).hexdigest()
    values = read_back(record_text(found, facts_of(found, "seeds/x.txt", sha))).values
    for key in ("quotes", "events", "figures", "people", "organisations", "related", "dropped"):
        assert values.get(key, ()) == getattr(found, key)
    assert (values.get("byline"), values.get("sha256")) == (found.byline, sha)
    assert values.get("title") == found.title


@slow
@given(TEXTS, NAMES)
def test_making_a_record_anew_from_the_same_seed_changes_nothing(text: str, name: str) -> None:
    found = article(text.encode(), name, Given(publisher="P"))
    if found is None:
        return
    facts = facts_of(found, "seeds/x.txt", "0" * 64)
    written = record_text(found, facts)
    existing = read_existing(written, "x.md")
    assert made_anew(existing, found, facts, Given()) == written
    assert filled(existing, Given())[0] == written


@given(st.text())
def test_any_text_reads_back_from_yaml(text: str) -> None:
    node = read_yaml(yaml.line("key", text), "", 1).value
    assert isinstance(node, Mapping)
    assert isinstance(node.entries[0][1], Scalar)
    assert node.entries[0][1].text == text.encode("utf-8", "replace").decode() or any(
        "\ud800" <= it <= "\udfff" for it in text
    )


# What is taken out or made a plain space can bring two halves of a garbled letter together.
@given(st.text(st.characters(categories=("L", "N", "P"), include_characters=" ")))
def test_repairing_twice_repairs_nothing_more(text: str) -> None:
    once, _ = clean(mend(text)[0], entities=False)
    assert clean(mend(once)[0], entities=False)[0] == once


@given(TEXTS)
def test_parting_sentences_only_adds_spaces(text: str) -> None:
    parted, count = part_sentences(text)
    assert parted.replace(" ", "") == text.replace(" ", "")
    assert len(parted) == len(text) + count


@pytest.mark.parametrize("name", sorted(it.name for it in SEEDS.iterdir() if it.suffix != ".yaml"))
@pytest.mark.parametrize("cut", [0.13, 0.31, 0.5, 0.77, 0.95])
def test_an_article_cut_anywhere_loses_no_word(name: str, cut: float) -> None:
    data = (SEEDS / name).read_bytes()
    found = article(data[: int(len(data) * cut)], name, Given())
    assert found is not None
    assert (found.lost, found.added) == ({}, {})
