import pytest

from nutgraf.model.problems import Place
from nutgraf.model.prose import Cite, Embed, Reference, Slot
from nutgraf.reading.markdown.body import read_body
from nutgraf.reading.markdown.manner import Manner
from nutgraf.reading.markdown.marks import BodyMark, marks_in

MANNER = Manner(
    path="a.md", folder="", first_line=5, lang="en", prefix="a", back_to_text="{}", headings=True,
)  # fmt: skip
AT = Place("a.md", 5, 1)


def slots(text: str) -> list[Slot]:
    """What the marks of a text mean."""
    return list(read_body(text, MANNER).value.slots())


def told(text: str) -> list[tuple[str, Place]]:
    """The codes of the problems with a text, and where they stand."""
    return [(it.code, it.at) for it in read_body(text, MANNER).problems]


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
    ],
)
def test_a_mark_is_found_with_its_place(text: str, meant: Slot) -> None:
    assert slots(text) == [meant]


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        ("<b>", "raw-html", AT.shifted(0, 3)),
        ("</div>", "raw-html", AT.shifted(0, 6)),
        ("<!-- note -->", "raw-html", AT.shifted(0, 13)),
        ("<!-- never closed", "raw-html", AT.shifted(0, 17)),
        ("\\<b>", "raw-html", AT.shifted(1, 3)),
        ("[@gauge", "citation", AT.shifted(0, 7)),
        ('[@gauge "rose]', "citation", AT.shifted(0, 14)),
        ("[[flood]", "citation", AT.shifted(0, 8)),
        ("[[]]", "citation", AT.shifted(0, 4)),
        ("![[a|b]]", "citation", AT.shifted(0, 8)),
        ('[@a ""]', "citation", AT.shifted(0, 7)),
        ('[@a " "]', "citation", AT.shifted(0, 8)),
        ("[@a “”]", "citation", AT.shifted(0, 7)),
        ('[@a """"]', "citation", AT.shifted(0, 9)),
    ],
)
def test_what_is_no_whole_mark_is_told_with_its_place(text: str, code: str, at: Place) -> None:
    assert (slots(text), told(text)) == ([], [(code, at)])


@pytest.mark.parametrize(
    "text",
    ["[words](https://example.org)", "[ ] task", "a < b > c", "2 < 3", "\\[[flood]]", "\\[@gauge]",
     "<https://example.org/>", "<a@example.org>", "[flood]", "@gauge"],
)  # fmt: skip
def test_what_only_looks_like_a_mark_is_left_alone(text: str) -> None:
    assert (slots(text), told(text)) == ([], [])


def test_a_mark_further_down_has_its_line_and_column() -> None:
    assert slots("one\n\ntwo [[flood]]") == [Reference("flood", None, Place("a.md", 7, 5, 9))]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("> one\n> two [[flood]]", Place("a.md", 6, 7, 9)),
        ("- one\n\n    two [[flood]]", Place("a.md", 7, 9, 9)),
        ("[[flood]] in `[[flood]]`", Place("a.md", 5, 1, 9)),
        ("`[[flood]]` and [[flood]]", Place("a.md", 5, 17, 9)),
        ("| a |\n| - |\n| [[flood]] |", Place("a.md", 7, 3, 9)),
        ("a[^n]\n\n[^n]: [[flood]]\n\nb", Place("a.md", 7, 7, 9)),
    ],
)
def test_a_mark_has_its_place_wherever_it_stands(text: str, at: Place) -> None:
    assert [it.at for it in slots(text)] == [at]


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
    found = [it.quote for it in slots(text) if isinstance(it, Cite) and it.source in "ab"]
    assert found == pins


def test_a_pin_in_a_quotation_has_none_of_its_signs() -> None:
    (cite,) = slots('> He fell. [@a "It rose\n> and fell"]')
    assert isinstance(cite, Cite)
    assert cite.quote == "It rose\nand fell"


def test_a_text_that_is_no_markdown_has_marks_as_well() -> None:
    assert list(marks_in('So [@a "b"].')) == [(3, BodyMark("cite", '[@a "b"]', "a", "b"))]


@pytest.mark.parametrize(
    "text",
    ["[[a" * 20_000, "<a " * 20_000, '[@a "' * 20_000, "<!" * 20_000, "[@a\n" * 20_000, '[@a "' + '"x" ' * 50_000,
     '[@a "x" [b' * 20_000, '[@a "' + "[" * 100_000, '[@a "' + '\\"' * 50_000, '[@a "b" `' * 20_000,
     '[@a "' + "\n " * 50_000, '[@a "' + '" ' * 50_000, '[@a "`x` "b"' * 10_000],
)  # fmt: skip
def test_many_half_marks_are_read_in_linear_time(text: str) -> None:
    assert all(text.startswith(it.literal, start) for start, it in marks_in(text))
