"""Each check as severe as site.yaml says, and three results of it, never two."""

import pytest

from nutgraf.evidence.verdicts import tally
from nutgraf.model.problems import has_errors
from nutgraf.report import claims_table
from tests.evidence.kit import SITE, Answer, answer, event, explainer, front, source
from tests.sitekit import MakeSite, call

LONG = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
WRONG = {
    "coverage": {"timeline/e.md": event(sources=[])},
    "quote": {"timeline/e.md": event(sources=[{"source": "a", "quote": "It was not so for years"}])},
    "figure": {"numbers/n.md": front(title="N", value="7", unit="%", as_of="2026", sources=["a"])},
    "copying": {"glossary/t.md": front(LONG, title="T")},
    "date": {"timeline/e.md": event(date="1999", date_note=None)},
}
"""For each check, a file that it finds something wrong with."""


def judged(check: str, level: str) -> Answer:
    settings = f"{SITE}checks: {{{check}: {level}}}\n" if level else SITE
    return answer({"sources/a.md": source(f"It was so for years. {LONG}"), **WRONG[check]}, settings)


@pytest.mark.parametrize("check", WRONG)
@pytest.mark.parametrize("level", ["error", "warning"])
def test_a_check_is_as_severe_as_site_yaml_says(check: str, level: str) -> None:
    assert judged(check, level).codes() == {f"{level}[{check}]"}


@pytest.mark.parametrize("check", WRONG)
def test_a_check_that_is_off_says_nothing(check: str) -> None:
    assert judged(check, "off").lines() == []


@pytest.mark.parametrize("check", WRONG)
def test_a_check_is_an_error_unless_site_yaml_says_otherwise_and_only_dates_are_a_warning(check: str) -> None:
    assert judged(check, "").codes() == {"warning[date]" if check == "date" else f"error[{check}]"}


@pytest.mark.parametrize("check", ["quote", "figure", "date"])
def test_what_is_not_found_is_counted_as_such_even_where_its_check_is_off(check: str) -> None:
    assert [it.result for it in judged(check, "off").evidence.judged] == ["not found"]


def unread() -> Answer:
    pin = [{"source": "a", "quote": "It was so for years"}]
    return answer({
        "sources/a.md": source(""),
        "timeline/e.md": event("It was so for 7 years", sources=pin),
        "numbers/n.md": front(title="N", value="7", unit="%", as_of="2026", sources=["a"]),
    }, f"{SITE}checks: {{coverage: error, quote: error, figure: error}}\n")  # fmt: skip


def test_what_can_not_be_checked_is_a_warning_that_only_a_strict_build_stops_at() -> None:
    found = unread()
    assert {it.severity for it in found.problems if it.code in ("coverage", "quote")} == {"warning"}
    assert all("can't be checked" in it.message for it in found.problems if it.severity == "warning")
    unchecked = [it for it in found.problems if it.severity == "warning"]
    assert not has_errors(unchecked)
    assert has_errors(unchecked, strict=True)


def test_every_claim_is_found_or_not_found_or_unchecked() -> None:
    found = answer({
        "sources/a.md": source("It was so for 7 years."),
        "sources/b.md": source(""),
        "timeline/a.md": event("It was so for 7 years"),
        "timeline/b.md": event("It was so for 8 years"),
        "timeline/c.md": event("It was so for 9 years", sources=["b"]),
        "timeline/d.md": event("It was so for 9 years", sources=[]),
    })  # fmt: skip
    results = {it.claim.document.id: it.result for it in found.evidence.judged}
    assert results == {"a": "found", "b": "not found", "c": "unchecked", "d": "not found"}
    assert tally(found.evidence.judged) == (4, 3, 1, 1)


def test_the_table_counts_claims_sources_and_results_by_page() -> None:
    found = answer({
        "sources/a.md": source("It was so for 7 years."),
        "sources/b.md": source(""),
        "explainers/e.md": explainer("\n## What?\n\nIt was so for 7 years. [@a]\n\nIt was so for 9 years. [@b]\n"),
        "timeline/b.md": event("It was so for 8 years"),
    })  # fmt: skip
    assert claims_table(found.evidence).splitlines() == [
        "page               claims  sourced  found  unchecked",
        "explainers/e.html       2        2      1          1",
        "timeline.html           1        1      0          0",
        "all pages               3        3      1          1",
    ]


def test_pins_are_judged_once_each() -> None:
    pins = [{"source": "a", "quote": "It was so for years"}, {"source": "a", "quote": "It was not so for years"}]
    found = answer({"sources/a.md": source("It was so for years."), "timeline/e.md": event(sources=pins)})
    assert found.evidence.pins == {
        ("a", "It was so for years"): "found",
        ("a", "It was not so for years"): "not found",
    }


def test_checks_that_are_off_are_named_in_the_last_line(make_site: MakeSite) -> None:
    site = make_site({"site.yaml": "title: T\nchecks: {date: off, copying: off, quote: warning}\n"})
    finished = call("check", "--site", site)
    assert finished.returncode == 0
    assert finished.stdout.splitlines()[-1] == "no problems; switched off in site.yaml: copying, date"


def test_a_strict_check_fails_where_a_source_has_no_text(make_site: MakeSite) -> None:
    record = "---\ntitle: Gauge readings\npublisher: River Office\ndate: 2026-01-02\nkind: data\n---\n"
    site = make_site({"content/sources/gauge.md": record})
    assert call("check", "--site", site).returncode == 0
    assert call("check", "--site", site, "--strict").returncode == 1
