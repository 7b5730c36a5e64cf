import pytest

from nutgraf.model.prose import Passage
from nutgraf.reading.markdown.body import read_body
from nutgraf.reading.markdown.manner import Manner
from nutgraf.reading.markdown.slips import Slip, slips

KNOWN = frozenset({"gauge", "river-office", "été-2024", "बाढ़"})


def found(text: str) -> list[Slip]:
    """The slips in the prose of a body."""
    manner = Manner(path="a.md", folder="", first_line=1, lang="en", prefix="a", back_to_text="{}", headings=True)
    read = [it for it in read_body(text, manner).value.passages if it.kind not in ("code", "picture", "title")]
    return [slip for passage in read for slip in slips(passage, KNOWN)]


def written(text: str) -> list[str]:
    return [it.written for it in found(text)]


@pytest.mark.parametrize(
    ("text", "slip"),
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
def test_a_citation_without_its_brackets_or_its_sign_is_found(text: str, slip: list[str]) -> None:
    assert written(text) == slip


@pytest.mark.parametrize(
    "text",
    [
        "[@gauge]", '[@gauge "(@gauge) [gauge]"]', "[[gauge]]", "[[flood|@gauge]]", "[gauge", "(gauge)", "gauge",
        "`@gauge` `[gauge]` ``(@gauge)``", "    [gauge]\n", "```\n@gauge\n```", "joe@gauge", "joe@gauge.org",
        "@gauge.org", "@gauge@example.org", "<joe@gauge>", "https://example.org/@gauge", "<https://example.org/@gauge>",
        "[gauge](a.md)", "![gauge](../media/a.png)", "[gauge][1]\n\n[1]: a.md", "[words][gauge]", "[gauge][]",
        "[see @gauge](a.md)", "[see [gauge] or (@gauge) there](a.md)", "[see @gauge][1]\n\n[1]: a.md",
        '[a](b.md "of @gauge")',
        "[gauge]\n\n[gauge]: https://example.org/", "[Gauge]\n\n[gauge]: https://example.org/", "  [gauge]: a.md",
        "\\[gauge]", "\\@gauge", "[^gauge]", "@gauges", "@gauge-2", "@river", "[river]", "[gauges]",
        "[a](@gauge)", "![gauge]",
        "https://example.org/?of=@gauge",
    ],
)  # fmt: skip
def test_links_code_and_addresses_are_no_citations(text: str) -> None:
    assert written(text) == []


def test_a_slip_knows_the_citation_that_was_meant_and_where_it_stands() -> None:
    assert found('a\n\nb (@gauge) [gauge "c"]') == [
        Slip("(@gauge)", "[@gauge]", 2),
        Slip('[gauge "c"]', '[@gauge "c"]', 11),
    ]


@pytest.mark.parametrize(
    "text",
    ["(@gauge) " * 20_000, "[gauge](" * 20_000, "[" * 100_000 + "@gauge", "[gauge" * 20_000, '[gauge "' * 20_000,
     "[gauge][" * 20_000, "@" * 100_000, "[a](b" * 20_000 + "@gauge", "( " * 50_000 + "@gauge"],
)  # fmt: skip
def test_many_slips_are_read_in_linear_time(text: str) -> None:
    passage = Passage(f"@gauge {text}", "paragraph", 0, (), ((0, 0),))
    assert next(slips(passage, KNOWN)) == Slip("@gauge", "[@gauge]", 0)
    assert all(passage.text.startswith(it.written, it.start) for it in slips(passage, KNOWN))
