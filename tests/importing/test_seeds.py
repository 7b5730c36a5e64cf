"""Whole articles of every kind, written for these tests, and what a careful reader finds in each (NAME.yaml)."""

from pathlib import Path

import pytest
import yaml

from nutgraf.importing.article import Article, read_article
from nutgraf.importing.given import Given

SEEDS = Path(__file__).parent / "seeds"
NAMES = sorted(it.name for it in SEEDS.iterdir() if it.suffix != ".yaml")


@pytest.fixture(scope="module", params=NAMES)
def both(request: pytest.FixtureRequest) -> tuple[Article, dict[str, object]]:
    seed = SEEDS / request.param
    expected = yaml.safe_load(seed.with_suffix(".yaml").read_text(encoding="utf-8"))
    return read_article(seed.read_bytes(), seed.name, Given(date=expected.get("given"))), expected


def test_no_word_is_lost_and_none_is_added(both: tuple[Article, dict[str, object]]) -> None:
    assert (both[0].lost, both[0].added) == ({}, {})


@pytest.mark.parametrize("key", ["title", "date", "publisher", "byline", "lang"])
def test_a_value_is_found_or_left_empty(both: tuple[Article, dict[str, object]], key: str) -> None:
    assert getattr(both[0], key) == both[1].get(key)


@pytest.mark.parametrize("key", ["related", "dropped"])
def test_what_is_no_part_of_the_article_is_peeled(both: tuple[Article, dict[str, object]], key: str) -> None:
    assert list(getattr(both[0], key)) == both[1].get(key, [])


def test_the_body_has_these_paragraphs(both: tuple[Article, dict[str, object]]) -> None:
    starts = [paragraph.split("\n")[0][:60] for paragraph in both[0].body.split("\n\n")]
    assert starts == both[1]["paragraphs"]


def test_quotations_are_found_with_their_speakers(both: tuple[Article, dict[str, object]]) -> None:
    assert [{"speaker": it.speaker, "text": it.text} for it in both[0].quotes] == both[1].get("quotes", [])


def test_dates_are_found_and_resolved(both: tuple[Article, dict[str, object]]) -> None:
    found = zip(both[0].events, both[0].phrases, strict=True)
    assert [{"date": it.date, "words": words} for it, words in found] == both[1].get("events", [])


def test_figures_are_found_as_they_stand(both: tuple[Article, dict[str, object]]) -> None:
    assert [f"{it.value} | {it.unit}" for it in both[0].figures] == both[1].get("figures", [])


def test_every_excerpt_stands_in_the_body(both: tuple[Article, dict[str, object]]) -> None:
    article, _ = both
    excerpts = [*(it.excerpt for it in article.events), *(it.excerpt for it in article.figures)]
    assert [it for it in excerpts if it not in article.body] == []
