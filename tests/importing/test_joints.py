from pathlib import Path

import pytest

from nutgraf.importing.joints import part_sentences
from tests.casefile import Case, read_cases

CASES = read_cases(Path(__file__).parents[1] / "cases" / "joints.txt")


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_a_space_is_put_back_between_sentences_and_nowhere_else(case: Case) -> None:
    parted, count = part_sentences(case.input)
    assert parted == case.expected
    assert count == len(parted) - len(case.input)


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_what_is_parted_stays_as_it_is(case: Case) -> None:
    assert part_sentences(case.expected) == (case.expected, 0)
