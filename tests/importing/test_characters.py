import pytest

from nutgraf.importing.repair import clean, mend


def repaired(text: str) -> tuple[str, dict[str, int]]:
    """A text through both passes, and what each counted."""
    mended, first = mend(text)
    cleaned, second = clean(mended)
    return cleaned, first + second


@pytest.mark.parametrize(
    ("before", "after", "repairs"),
    [
        ("Tom &amp; Ann&#8217;s &ldquo;boat&rdquo;", "Tom & Ann’s “boat”", {"entities": 4}),
        ("it&amp;#8217;s", "it’s", {"entities": 2}),
        ("1984&#150;1990", "1984–1990", {"entities": 1}),
        ("AT&T, R&D; salt & pepper", "AT&T, R&D; salt & pepper", {}),
        ("CafÃ© MusÃ©e", "Café Musée", {"mojibake": 2}),
        ("â€œYesâ€\x9d, itâ€™s", "“Yes”, it’s", {"mojibake": 3}),
        ("â€œYesâ€\ufffd and â€œNoâ€.", "“Yes” and “No”.", {"mojibake": 4}),
        ("one\u00a0two\u202fthree", "one two three", {"no-break spaces": 2}),
        ("45\u00a0000 euros", "45\u00a0000 euros", {}),
        ("co\u00adoperate\u200b\ufeff", "cooperate", {"invisible characters": 3}),
        ("a\x07b\ue000c\ufffe", "abc", {"invisible characters": 3}),
        ("“curly” and 'straight' stay as they are, as do ﬁ and Ａ", None, {}),
        ("The ch?teau is closed", None, {}),
    ],
)
def test_characters_are_repaired_and_counted(before: str, after: str | None, repairs: dict[str, int]) -> None:
    assert repaired(before) == (before if after is None else after, repairs)


def test_entities_of_html_are_left_to_its_parser() -> None:
    assert clean("&lt;p&gt;", entities=False) == ("&lt;p&gt;", {})
