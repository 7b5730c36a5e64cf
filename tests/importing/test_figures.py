import pytest

from nutgraf.importing.amounts import find_amounts


def figures(text: str, lang: str = "en") -> list[tuple[str, str | None]]:
    return [(it.value, it.unit) for it in find_amounts([text], [()], lang)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost $4 billion and £7.3 million, or 75.8%.", [("4 billion", "$"), ("7.3 million", "£"), ("75.8", "%")]),
        ("Some 2,300 people left; 61,305 votes were cast.", [("2,300", "people"), ("61,305", "votes")]),
        ("About 2 million voters, 318 faults.", [("2 million", "voters"), ("318", "faults")]),
        ("There are 36 Nordic firms.", [("36", "Nordic firms")]),
        ("Less than one percent, five thousand votes.", [("one", "%"), ("five thousand", "votes")]),
        ("It is 40 km away.", [("40", "km")]),
        ("Twice 5%, and 5% again.", [("5", "%")]),
    ],
)
def test_amounts_shares_and_counts_are_figures(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "At 22:30 and at 10 a.m. on the 51st day.",
        "Executive Order 12001, S. 1811, No. 5010, Section 232, Windows 95, #23, Room 101.",
        "He was 3rd of 5 and won 21-7.",
        "COVID-19, G20 and IE9 are names.",
        "Three oligarchs and 4 others.",
    ],
)
def test_references_names_times_ordinals_and_small_counts_are_none(text: str) -> None:
    assert figures(text) == []


def test_dates_are_no_figures() -> None:
    text = "On March 14, 2019 the 2014 members met."
    assert find_amounts([text], [((3, 17), (22, 26))], "en") == ()


def test_commas_and_spaces_are_read_by_the_customs_of_the_language() -> None:
    assert figures("7 754,02 euros et 1,2 million d’euros", "fr") == [("7 754,02", "€"), ("1,2 million", "€")]
    assert figures("45 000 euros, 35 %", "fr") == [("45 000", "€"), ("35", "%")]


def test_the_excerpt_is_the_sentence() -> None:
    (found,) = find_amounts(["It rained. It cost $5 million. It stopped."], [()], "en")
    assert found.excerpt == "It cost $5 million."
