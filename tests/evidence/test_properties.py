"""What must hold for whatever text: folding, looking up and reading figures, on texts that nobody thought of."""

import re
import string

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from nutgraf.evidence.figures import claimed_figures, find_figures
from nutgraf.evidence.folding import fold
from nutgraf.evidence.likeness import nearest_passage, word_index
from nutgraf.evidence.lookup import holds_quotation, occurrences, whole_of
from nutgraf.evidence.quotations import outside_quotations, quotations
from nutgraf.evidence.readings import MONTH
from nutgraf.reading.markdown.source import read_source

ODD = "\u00a0\u202f\u00ad\u200b\u200f«»“”„‘’「」…–—−-½²ﬁœéе́中年万٪٥％５$€£.,;:!?%'\"()[]*_`|#>\n\t "
anything = st.text(max_size=200) | st.text(alphabet=ODD + string.ascii_letters + string.digits, max_size=200)
languages = st.sampled_from(["en", "fr", "de", "de-CH", "es-MX", "zh", "ar", "pt", "x-none"])
words = st.lists(st.text(alphabet=string.ascii_letters + "éü", min_size=1, max_size=9), min_size=4, max_size=60)
marks = st.sampled_from([" ", " ", " ", ", ", "; ", " — ", "\n", "\u00a0", " “", "” "])
units = st.sampled_from(["", "%", " per cent", " million", "bn", " km", " years", "th", "s", "\u202f%", " p.m."])


@given(anything)
@example("e\u200b\u0301")
@example("a - -5")
@example("« a »")
@example("a ﹘ ¨")
def test_folding_a_folded_text_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(words, st.data())
def test_whole_words_of_a_text_are_found_in_it(text: list[str], data: st.DataObject) -> None:
    glue = data.draw(st.lists(marks, min_size=len(text), max_size=len(text)))
    first = data.draw(st.integers(0, len(text) - 2))
    last = data.draw(st.integers(first + 1, len(text) - 1))
    whole = "".join(word + mark for word, mark in zip(text, glue, strict=True))
    slice_of = "".join(word + mark for word, mark in zip(text[first:last], glue[first:last], strict=True))
    plain = "\n\n".join(it.text for it in read_source(whole))
    assert occurrences(slice_of, fold(plain)) >= 1
    assert holds_quotation(slice_of, fold(plain))


@given(words, st.data())
def test_a_pin_with_one_letter_changed_is_found_only_if_the_change_stands_there(
    text: list[str], data: st.DataObject
) -> None:
    whole = " ".join(text)
    pin = " ".join(text[: len(text) // 2])
    at = data.draw(st.integers(0, len(pin) - 1))
    assume(pin[at] != " ")
    letter = data.draw(st.sampled_from(string.ascii_letters + string.digits))
    changed = pin[:at] + letter + pin[at + 1 :]
    found = occurrences(changed, fold(whole)) > 0
    assert found == (f" {changed} " in f" {whole} ")


@given(anything, languages)
@settings(max_examples=400)
def test_figures_are_read_off_any_text_and_stand_where_they_say(text: str, lang: str) -> None:
    found = claimed_figures(text, lang)
    assert [it.start for it in found] == sorted(it.start for it in found)
    for figure in found:
        assert 0 <= figure.start < figure.end <= len(text)
        assert figure.unit == MONTH or re.search(r"[\d½¼¾⅐-⅞]", text[figure.start : figure.end])


@given(anything, languages)
@settings(max_examples=400)
@example("1 and 2%", "en")
@example("in 2024 2,024", "en")
@example("2024's or 2,024", "en")
@example("14 January, or May 3–5 2024, in June", "en")
@example("14 tammikuuta", "fi")
def test_the_figures_of_a_text_bear_themselves_out(text: str, lang: str) -> None:
    found = find_figures(text, lang)
    for claim in claimed_figures(text, lang):
        assert any(held.bears_out(claim) for held in found), claim


@given(st.integers(0, 10**9), units)
def test_another_number_with_the_same_unit_bears_nothing_out(number: int, unit: str) -> None:
    held = find_figures(f"It was {number}{unit} then.", "en")
    claim = find_figures(f"It was {number + 1}{unit} then.", "en")
    assert not any(it.bears_out(that) for it in held for that in claim)


@given(anything)
def test_quotations_stand_where_they_say_and_nowhere_outside(text: str) -> None:
    for quotation in quotations(text):
        assert text[quotation.start : quotation.end] == quotation.text
    assert len(outside_quotations(text)) == len(text)


@given(anything)
@settings(max_examples=300)
@example("&amp;")
def test_the_passages_of_any_source_keep_their_places(text: str) -> None:
    for passage in read_source(text):
        for number, character in enumerate(passage.text):
            written = text[passage.offset(number)]
            assert written in (character, "&")


@given(anything, anything)
def test_what_is_found_whole_stands_in_the_text_and_what_is_cut_is_told(pin: str, text: str) -> None:
    folded = fold(text)
    times = occurrences(pin, folded)
    if times and "..." not in pin and "\u2026" not in pin:
        assert folded.count(fold(pin)) >= times
        assert holds_quotation(pin, folded)
    whole = whole_of(pin, folded)
    assert whole is None or (not times and whole in folded and len(whole) >= len(fold(pin)))
    near = nearest_passage(pin, word_index(text))
    assert near is None or near.passage.split()[0] in text
