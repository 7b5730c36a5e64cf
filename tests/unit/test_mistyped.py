import pytest

from nutgraf.model.problems import Place
from nutgraf.reading.markdown.mistyped import Slip, slips

KNOWN = frozenset({"gauge", "river-office", "été-2024", "बाढ़"})


def written(text: str) -> list[str]:
    return [it.written for it in slips(text, KNOWN, "a.md", 1)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It rained. (@gauge)", ["(@gauge)"]),
        ("It rained. ( @gauge )", ["( @gauge )"]),
        ("It rained @gauge.", ["@gauge"]),
        ("@gauge: it rained.", ["@gauge"]),
        ("It rained [gauge].", ["[gauge]"]),
        ('It rained ["rose"] [gauge "rose in 2024"].', ['[gauge "rose in 2024"]']),
        ("It rained (see @gauge, p. 2).", ["@gauge"]),
        ("As in [gauge]: it rained.", ["[gauge]"]),
        ("So [a] [gauge] (2024).", ["[gauge]"]),
        ("*@gauge* and @river-office’s", ["@gauge", "@river-office"]),
        ("[@gauge] @gauge", ["@gauge"]),
        ("a @été-2024— b [बाढ़]", ["@été-2024", "[बाढ़]"]),
        ("[words](a.md) [gauge]", ["[gauge]"]),
        ("[words] [gauge] (a.md)", ["[gauge]"]),
        ("[a [b](c.md) [gauge]", ["[gauge]"]),
        ("It rained.[gauge] It snowed.(@gauge) 雪（@gauge）。", ["[gauge]", "(@gauge)", "@gauge"]),
        ("    a\n\nb\n    [gauge]", ["[gauge]"]),
    ],
)
def test_a_citation_without_its_brackets_or_its_sign_is_found(text: str, found: list[str]) -> None:
    assert written(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "[@gauge]", '[@gauge "(@gauge) [gauge]"]', "[[gauge]]", "[[flood|@gauge]]", "[gauge", "(gauge)", "gauge",
        "`@gauge` `[gauge]` ``(@gauge)``", "    [gauge]\n", "```\n@gauge\n```", "joe@gauge", "joe@gauge.org",
        "@gauge.org", "@gauge@example.org", "<joe@gauge>", "https://example.org/@gauge", "<https://example.org/@gauge>",
        "[gauge](a.md)", "![gauge](../media/a.png)", "[gauge][1]\n\n[1]: a.md", "[words][gauge]", "[gauge][]",
        "[see @gauge](a.md)", "[see [gauge] or (@gauge) there](a.md)", "[see @gauge][1]", '[a](b.md "of @gauge")',
        "[gauge]\n\n[gauge]: https://example.org/", "[Gauge]\n\n[gauge]: https://example.org/", "  [gauge]: a.md",
        "\\[gauge]", "\\@gauge", "[^gauge]", "@gauges", "@gauge-2", "@river", "[river]", "[gauges]",
        "[a](@gauge)", "![gauge]",
        "https://example.org/?of=@gauge",
    ],
)  # fmt: skip
def test_links_code_and_addresses_are_no_citations(text: str) -> None:
    assert written(text) == []


def test_a_slip_knows_its_source_and_its_place() -> None:
    (one, other) = slips('a\n\nb (@gauge) [gauge "c"]', KNOWN, "a.md", 5)
    assert one == Slip("(@gauge)", "[@gauge]", Place("a.md", 7, 3, 8))
    assert other == Slip('[gauge "c"]', '[@gauge "c"]', Place("a.md", 7, 12, 11))


@pytest.mark.parametrize(
    "text",
    ["(@gauge) " * 20_000, "[gauge](" * 20_000, "[" * 100_000 + "@gauge", "[gauge" * 20_000, '[gauge "' * 20_000,
     "[gauge][" * 20_000, "@" * 100_000, "[a](b" * 20_000 + "@gauge", "( " * 50_000 + "@gauge"],
)  # fmt: skip
def test_many_slips_are_read_in_linear_time(text: str) -> None:
    assert list(slips(f"@gauge {text}\n\n@gauge", KNOWN, "a.md", 1)) is not None
