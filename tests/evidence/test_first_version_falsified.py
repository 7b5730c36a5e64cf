"""The first version as it stood, and with one fact at a time made false: each is caught where it stands."""

import functools
from dataclasses import dataclass, replace

import pytest

from nutgraf.evidence.claims import cites_of
from nutgraf.evidence.folding import fold
from nutgraf.evidence.library import Library
from nutgraf.evidence.lookup import occurrences
from nutgraf.model.inputs import InputFile, Inputs
from nutgraf.model.problems import Problem, in_order
from nutgraf.model.records import Source
from nutgraf.model.walk import documents_of
from nutgraf.reading.markdown.source import read_source
from nutgraf.stages.check import check
from nutgraf.stages.load import load
from nutgraf.stages.validate import validate
from tests.evidence.kit import OPTIONS, source
from tests.sitekit import FIRST_VERSION, ROOT

CHECKS = ("coverage", "quote", "figure", "copying", "date")
SEVERE = f"checks: {{{', '.join(f'{name}: error' for name in CHECKS)}}}\n"
SECOND_SOURCE = source("A second article, made up for this test, on the price of tea in 1999.")


@dataclass(frozen=True, slots=True)
class Lie:
    """A change of one detail in a file of content/, and the code that it must earn on its line."""

    file: str
    true: str
    false: str
    code: str
    at: str = ""
    """Words of the line where the problem stands, when it isn't the line that was changed."""


def pin(file: str, true: str, false: str) -> Lie:
    return Lie(file, f'"{true}"', f'"{false}"', "quote")


SOURCES = """sources:
  - source: newsinc24-carney-beijing
    quote: "in late 2018 at America's request"
"""
LIES = (
    # a digit, a unit, a word of a key figure
    Lie("numbers/ev-tariff-rate.md", "value: 100", "value: 10", "figure"),
    Lie("numbers/ev-tariff-rate.md", 'unit: "%"', "unit: euros", "figure", "value: 100"),
    Lie("numbers/metals-tariff-rate.md", "value: 25", "value: 52", "figure"),
    Lie("numbers/metals-tariff-rate.md", 'unit: "%"', "unit: percentage points", "figure", "value: 25"),
    Lie("numbers/downturn-year.md", "value: 2018", "value: 2019", "figure"),
    Lie("numbers/fifty-first-state.md", "value: 51st", "value: 52nd", "figure"),
    Lie("numbers/years-of-acrimony.md", "more than six", "more than seven", "figure"),
    Lie("numbers/years-of-acrimony.md", "unit: years", "unit: months", "figure", "value: more than six"),
    # figures in titles, key points, paragraphs and tables
    Lie("timeline/ev-tariff.md", "a 100% tariff on Chinese-made", "a 10% tariff on Chinese-made", "figure"),
    Lie("timeline/ev-tariff.md", "a 100% tariff on Chinese-made", "a $100 tariff on Chinese-made", "figure"),
    Lie("timeline/metals-tariff.md", "A 25% tariff falls", "A 26% tariff falls", "figure"),
    Lie("timeline/trump-51st-state.md", "America's 51st state", "America's 50th state", "figure"),
    Lie("index.md", "began in late 2018", "began in late 2017", "figure"),
    Lie("index.md", "Canada's 100% tariff", "Canada's 200% tariff", "figure"),
    Lie("explainers/the-tariffs.md", "Canada decided in 2024", "Canada decided in 2023", "figure"),
    Lie("explainers/the-tariffs.md", "| 100% |", "| 110% |", "figure"),
    Lie("explainers/the-tariffs.md", "aluminum | 25% |", "aluminum | 2.5% |", "figure"),
    Lie("explainers/the-tariffs.md", "dates from 2024", "dates from 2014", "figure"),
    Lie("explainers/the-tariffs.md", "a rate of 25%", "a rate of 35%", "figure"),
    Lie("explainers/what-went-wrong.md", "With an arrest in late 2018", "With an arrest in late 2016", "figure"),
    Lie("explainers/washingtons-shadow.md", "as the 51st state", "as the 53rd state", "figure"),
    # a day, a name, a year, a negation, a word too few or too many in pinned words
    pin("index.md", "arrived in China on Wednesday", "arrived in China on Thursday"),
    pin("index.md", "away from US influence", "towards US influence"),
    pin("index.md", "China has retaliated", "China has not retaliated"),
    pin("explainers/why-now.md", "reset ties with Beijing", "cut ties with Beijing"),
    pin(
        "timeline/acrimony-under-trudeau.md",
        "under his predecessor, Justin Trudeau",
        "under his predecessor, Joe Biden",
    ),
    pin(
        "timeline/biden-courts-allies.md",
        "Europe, Australia, India, Canada and others",
        "Europe, Australia, Canada and others",
    ),
    pin("timeline/carney-takes-office.md", "took office last year", "took office this year"),
    pin("timeline/ev-tariff.md", "decision in 2024 to follow Biden's lead", "decision in 2014 to follow Biden's lead"),
    pin("timeline/metals-tariff.md", "a 25% tariff on steel and aluminum", "a 25% tariff on steel and on aluminum"),
    pin(
        "timeline/officials-temper-hopes.md",
        "a definitive elimination of any tariffs",
        "a definitive elimination of all tariffs",
    ),
    pin("timeline/trump-51st-state.md", "vast, resource-rich country", "vast, resource-poor country"),
    pin("glossary/state-media.md", "China's state media", "Canada's state media"),
    # words between quotation marks
    Lie("explainers/what-went-wrong.md", 'wrote of "setbacks', 'wrote of "triumphs', "quote"),
    Lie(
        "explainers/what-beijing-wants.md", 'that "the heavy price paid" for', 'that "the low price paid" for', "quote"
    ),
    # another source, or none
    Lie(
        "timeline/carney-arrives.md",
        "newsinc24-carney-beijing",
        "second",
        "quote",
        'quote: "Prime Minister Mark Carney"',
    ),
    Lie("numbers/downturn-year.md", SOURCES, "", "coverage", "value: 2018"),
    Lie(
        "explainers/the-tariffs.md",
        ' | [@newsinc24-carney-beijing "a 25% tariff on steel and aluminum"] |',
        " | |",
        "coverage",
    ),
)


@functools.cache
def whole() -> Inputs:
    """The site as it is on disk."""
    loaded = load(FIRST_VERSION, ROOT).value
    settings = loaded.settings
    assert settings is not None
    second = InputFile("content/sources/second.md", SECOND_SOURCE)
    documents = tuple(sorted((*loaded.documents, second), key=lambda it: it.path))
    return replace(loaded, settings=InputFile("site.yaml", settings.text + SEVERE), documents=documents)


def problems(inputs: Inputs) -> list[Problem]:
    validated = validate(inputs, OPTIONS)
    return list(in_order((*validated.problems, *check(validated.value, OPTIONS).problems)))


def changed(path: str, true: str, false: str) -> Inputs:
    """The site with one text in one file put in another's place, once."""
    file = next(it for it in whole().documents if it.path == path)
    assert true in file.text
    lie = InputFile(path, file.text.replace(true, false, 1))
    return replace(whole(), documents=tuple(lie if it is file else it for it in whole().documents))


def line_of(path: str, words: str) -> int:
    text = next(it.text for it in whole().documents if it.path == path)
    return text[: text.index(words) + words.startswith("\n")].count("\n") + 1


def test_the_site_passes_with_every_check_at_error() -> None:
    assert problems(whole()) == []


def test_forty_facts_are_made_false() -> None:
    assert len(LIES) + len(UNDATED) + len(COPIED) >= 40


@pytest.mark.parametrize("lie", [pytest.param(it, id=f"{it.file}: {it.false.strip()}") for it in LIES])
def test_a_fact_made_false_is_caught_on_its_line(lie: Lie) -> None:
    path = f"content/{lie.file}"
    found = problems(changed(path, lie.true, lie.false))
    line = line_of(path, lie.at or lie.true)
    assert (path, line, lie.code, "error") in {(it.at.path, it.at.line, it.code, it.severity) for it in found}
    assert {it.at.path for it in found} == {path}


UNDATED = {
    "carney-takes-office.md": "",
    "officials-temper-hopes.md": "",
    "carney-arrives.md": "",
    "ev-tariff.md": "2023",
    "executive-arrest.md": "2019-XX",
}
"""Events, with another date or their own."""


@pytest.mark.parametrize(("file", "date"), UNDATED.items())
def test_a_date_that_no_source_holds_is_caught_once_its_note_is_gone(file: str, date: str) -> None:
    path = f"content/timeline/{file}"
    lines = next(it.text for it in whole().documents if it.path == path).split("\n")
    note = next(it for it in lines if it.startswith("date_note: ")) + "\n"
    dated = next(it for it in lines if it.startswith("date: ")) + "\n"
    found = problems(changed(path, dated + note, f"date: {date}\n" if date else dated))
    assert [(it.at.path, it.at.line, it.code) for it in found] == [(path, line_of(path, dated), "date")]


COPIED = {
    "timeline/trump-tariffs.md": "The story names neither goods nor rates.",
    "explainers/why-now.md": "The other purpose is",
    "explainers/the-tariffs.md": "Those of Canada, China",
    "glossary/tariff.md": "A charge that",
    "index.md": "Beijing sees a chance",
    "players/joe-biden.md": "He drew allies",
}
"""Pages, and the words before which something is copied."""


def copied(number: int) -> str:
    """So many words in a row of the source, from where they hold no quotation, as nothing that is quoted is copied."""
    text = next(it.text for it in whole().documents if it.path.startswith("content/sources/newsinc24"))
    body = text.split("---\n", 2)[2]
    plain = next(it.text for it in read_source(body) if it.text.strip())
    return " ".join(plain.split()[:number])


@pytest.mark.parametrize(("file", "before"), COPIED.items())
def test_a_sentence_copied_from_the_source_is_caught_on_its_line(file: str, before: str) -> None:
    path = f"content/{file}"
    found = problems(changed(path, before, f"{copied(17)} {before}"))
    assert (path, line_of(path, before), "copying") in {(it.at.path, it.at.line, it.code) for it in found}
    assert not any(it.code == "copying" for it in problems(changed(path, before, f"{copied(14)}. {before}")))


def test_at_least_25_pinned_phrases_stand_in_the_seed_and_in_the_record() -> None:
    content = validate(whole(), OPTIONS).value
    record = next(it for it in content.of(Source) if it.seed is not None)
    assert record.seed is not None
    seed = fold((FIRST_VERSION / record.seed).read_bytes().decode("utf-8"))
    library = Library(content)
    cites = [cite for document in documents_of(content) for cite in cites_of(document)]
    pins = {cite.quote for cite in cites if cite.quote is not None and cite.source == record.id}
    text = library.text_of(record.id)
    assert text is not None
    in_both = {it for it in pins if occurrences(it, text.folded) and occurrences(it, seed)}
    assert in_both == pins
    assert len(pins) >= 25
