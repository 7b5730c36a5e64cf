import pytest

from nutgraf.model.problems import Place
from nutgraf.model.prose import Cite, Embed, Reference
from nutgraf.reading.markdown.tokens import CLOSE, OPEN, EmptyPin, Malformed, RawHtml, find_marks, mark


def meaning(text: str) -> object:
    """What the only mark of a text means."""
    (token,) = mark(text, "a.md", 5).tokens
    return token.meaning


AT = Place("a.md", 5, 1)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("[@gauge]", Cite("gauge", None, AT.shifted(0, 8))),
        ('[@gauge "rose in 2024"]', Cite("gauge", "rose in 2024", AT.shifted(0, 23))),
        ("[@gauge “rose in 2024”]", Cite("gauge", "rose in 2024", AT.shifted(0, 23))),
        ('[@gauge "rose\nin 2024"]', Cite("gauge", "rose\nin 2024", AT.shifted(0, 13))),
        ("[[flood]]", Reference("flood", None, AT.shifted(0, 9))),
        ("[[ flood | the water ]]", Reference("flood", "the water", AT.shifted(0, 23))),
        ("![[flood]]", Embed("flood", AT.shifted(0, 10))),
        ("<b>", RawHtml(AT.shifted(0, 3))),
        ("</div>", RawHtml(AT.shifted(0, 6))),
        ("<!-- note -->", RawHtml(AT.shifted(0, 13))),
        ("<!-- never closed", RawHtml(AT.shifted(0, 17))),
        ("\\<b>", RawHtml(AT.shifted(1, 3))),
        ("[@gauge", Malformed(AT.shifted(0, 7))),
        ('[@gauge "rose]', Malformed(AT.shifted(0, 14))),
        ("[[flood]", Malformed(AT.shifted(0, 8))),
        ("[[]]", Malformed(AT.shifted(0, 4))),
        ("![[a|b]]", Malformed(AT.shifted(0, 8))),
    ],
)
def test_a_mark_is_found_with_its_place(text: str, meant: object) -> None:
    assert meaning(text) == meant


@pytest.mark.parametrize(
    "text",
    ["[words](a.md)", "[ ] task", "a < b > c", "2 < 3", "\\[[flood]]", "\\[@gauge]", "<https://example.org/>",
     "<a@example.org>", "[flood]", "@gauge"],
)  # fmt: skip
def test_what_only_looks_like_a_mark_is_left_alone(text: str) -> None:
    assert mark(text, "a.md", 5).text == text


def test_marks_are_replaced_by_numbers_in_order() -> None:
    assert mark("a [[b]] c [@d].", "a.md", 1).text == f"a {OPEN}0{CLOSE} c {OPEN}1{CLOSE}."


def test_a_mark_further_down_has_its_line_and_column() -> None:
    (token,) = mark("one\n\ntwo [[flood]]", "a.md", 5).tokens
    assert token.meaning == Reference("flood", None, Place("a.md", 7, 5, 9))


@pytest.mark.parametrize(
    ("text", "pins"),
    [
        ('[@a "“We heard a crack,” said Lena"]', ["“We heard a crack,” said Lena"]),
        ('[@a "\\"We heard a crack,\\" said Lena"]', ['"We heard a crack," said Lena']),
        ('[@a ""We heard," she said"]', ['"We heard," she said']),
        ('[@a "She said: "We heard.""]', ['She said: "We heard."']),
        ("[@a “She said: “We heard.””]", ["She said: “We heard.”"]),
        ('[@a "„Ja“, sagte sie"]', ["„Ja“, sagte sie"]),
        ('[@a "it "rose"\nby 4"]', ['it "rose"\nby 4']),
        ('[@a "she "heard it" [the dam] go"]', ['she "heard it" [the dam] go']),
        ('[@a "she heard [a "crack"] in it"]', ['she heard [a "crack"] in it']),
        ('[@a "it [sic] rose"]', ["it [sic] rose"]),
        ('[@a "x] and "y" rose"]', []),
        ('[@a "x"] and [@b "y"]', ["x", "y"]),
        ('[@a "a "x" b"] and [@b "a "y" b"]', ['a "x" b', 'a "y" b']),
        ('[@a "x] and [@b "y"]', ["y"]),
        ('[@a "x [@b "y"]', ["y"]),
        ('[@a "x "y"\n\nz"]', []),
        ('[@a "x \\"y\\"]', []),
        ('[@a "the "x`] and "y"]`', []),
        ('[@a "its "`x`" key"]', ['its "`x`" key']),
    ],
)
def test_a_pin_holds_quotation_marks_of_its_own(text: str, pins: list[str]) -> None:
    found = [meaning for *_, meaning in find_marks(text, "a.md", 1) if isinstance(meaning, Cite)]
    assert [it.quote for it in found if it.source in "ab"] == pins


@pytest.mark.parametrize("text", ['[@a ""]', '[@a " "]', "[@a “”]", '[@a """"]'])
def test_a_citation_with_an_empty_pin_has_none(text: str) -> None:
    assert meaning(text) == EmptyPin("a", None, AT.shifted(0, len(text)))


@pytest.mark.parametrize(
    "text",
    ["[[a" * 20_000, "<a " * 20_000, '[@a "' * 20_000, "<!" * 20_000, "[@a\n" * 20_000, '[@a "' + '"x" ' * 50_000,
     '[@a "x" [b' * 20_000, '[@a "' + "[" * 100_000, '[@a "' + '\\"' * 50_000, '[@a "b" `' * 20_000,
     '[@a "' + "\n " * 50_000, '[@a "' + '" ' * 50_000, '[@a "`x` "b"' * 10_000],
)  # fmt: skip
def test_many_half_marks_are_read_in_linear_time(text: str) -> None:
    assert mark(text, "a.md", 1)
