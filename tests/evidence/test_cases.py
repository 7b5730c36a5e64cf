"""Hundreds of small claims, half of them true and half falsified in one detail, each through the whole check."""

import functools

import pytest

from tests.evidence.kit import CASES, Answer, Row, rows

ROWS = [row for path in sorted(CASES.glob("*.txt")) for row in rows(path.name)]
MARGIN = 0.02


@functools.cache
def judged(row: Row) -> Answer:
    return row.answer()


def is_accepted(row: Row) -> bool:
    """Whether no error is raised."""
    return not any(it.severity == "error" for it in judged(row).problems)


@pytest.mark.parametrize("row", [pytest.param(row, id=row.name) for row in ROWS])
def test_a_claim_is_judged_as_the_case_says(row: Row) -> None:
    found = judged(row)
    if row.truth == "+":
        assert found.lines() == []
    else:
        severity = "error" if row.truth == "-" else "warning"
        assert f"{severity}[{row.expected}]" in found.codes()
        assert row.truth == "-" or not any(it.startswith("error") for it in found.codes())


def test_nothing_false_is_accepted_and_next_to_nothing_true_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    true = [row for row in ROWS if row.truth == "+"]
    false = [row for row in ROWS if row.truth == "-"]
    unchecked = [row for row in ROWS if row.truth == "?"]
    misses = [row.name for row in false if is_accepted(row)]
    alarms = [row.name for row in true if judged(row).problems]
    with capsys.disabled():
        print(
            f"\nevidence: {len(ROWS)} cases, {len(true)} true, {len(false)} falsified, {len(unchecked)} to warn of;"
            f" {len(misses)} misses, {len(alarms)} false alarms"
        )
    assert misses == []
    assert len(alarms) < MARGIN * len(true)


def test_half_of_the_cases_are_true_and_half_are_falsified() -> None:
    false = sum(row.truth == "-" for row in ROWS)
    assert len(ROWS) >= 160
    assert 0.4 < false / len(ROWS) < 0.6
