"""Hundreds of small claims, half of them true and half falsified in one detail, each through the whole check."""

import pytest

from tests.evidence.kit import CASES, Row, rows

ROWS = [row for path in sorted(CASES.glob("*.txt")) for row in rows(path.name)]


@pytest.mark.parametrize("row", [pytest.param(row, id=row.name) for row in ROWS])
def test_a_claim_is_judged_as_the_case_says(row: Row) -> None:
    found = row.answer()
    if row.truth == "+":
        assert found.lines() == []
    else:
        severity = "error" if row.truth == "-" else "warning"
        assert f"{severity}[{row.expected}]" in found.codes()
        assert row.truth == "-" or not any(it.startswith("error") for it in found.codes())


def test_half_of_the_cases_are_true_and_half_are_falsified() -> None:
    false = sum(row.truth == "-" for row in ROWS)
    assert len(ROWS) >= 160
    assert 0.4 < false / len(ROWS) < 0.6
