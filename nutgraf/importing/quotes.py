"""Quotations among what stands between marks: leaves out names, titles and terms, and asks for each one's speaker."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nutgraf.importing.quotation_marks import Quoted, quoted_in
from nutgraf.importing.sentences import sentence_at, sentence_spans
from nutgraf.importing.speakers import Around, speaker_of
from nutgraf.importing.speech import SPEECH
from nutgraf.importing.speech_patterns import says
from nutgraf.model.records import FoundQuote, Text

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")
_ENDED = re.compile(r"[.!?…。！？][\"'”’]*$")
_HAN = re.compile("[\u3400-\u9fff]")


def find_quotes(paragraphs: Sequence[str], lang: str) -> tuple[FoundQuote, ...]:
    """The quotations of an article, in order."""
    marks = quoted_in(paragraphs)
    found: list[FoundQuote] = []
    last_speaker: str | None = None
    previous: tuple[Quoted, str | None] | None = None
    for quoted in marks:
        earlier = previous[0] if previous else None
        (start, before), after = _before(paragraphs, quoted, marks, earlier), _after(paragraphs, quoted, marks)
        if not is_quotation(quoted, before, after, lang):
            continue
        here = earlier is not None and earlier.last == quoted.paragraph
        ended = bool(_ENDED.search(quoted.text))
        around = Around(
            before, after, quoted.text, last_speaker, _sentence_before(paragraphs[quoted.paragraph], start), here
        )
        speaker = speaker_of(around, lang, ended=ended)
        if speaker is None:
            speaker = _carried(previous, quoted, paragraphs, before) or _neighbour(paragraphs, quoted, before, lang)
        previous = (quoted, speaker)
        last_speaker = speaker or last_speaker
        found.append(FoundQuote(text=Text(quoted.text), speaker=Text(speaker) if speaker else None))
    return tuple(found)


def is_quotation(quoted: Quoted, before: str, after: str, lang: str) -> bool:
    """Whether these words are somebody's, not a name, a title or a term."""
    words = _WORD.findall(quoted.text)
    if not words:
        return False
    if _HAN.search(quoted.text):
        return len(words) >= 8 and bool(re.search(r"[，。！？；]", quoted.text))
    speech = says(f"{before} \x00 {_clause(after)}", lang)
    sentence = bool(re.search(r"[.!?,…]$", quoted.text)) or not quoted.closed
    if _is_titled(words) or _is_named(before, quoted, lang):
        return sentence and speech and (len(words) >= 5 or says(" ".join(after.split()[:3]), lang))
    if len(words) < 3:
        return speech
    return speech or len(words) > 3 or sentence


def _is_titled(words: list[str]) -> bool:
    """Whether it is written like a title: its longer words in capitals."""
    longer = [word for word in words if len(word) > 3] or words
    capitals = sum(word[0].isupper() for word in longer)
    return capitals >= 0.6 * len(longer) and (len(words) > 1 or capitals == 1) and len(words) < 12


def _is_named(before: str, quoted: Quoted, lang: str) -> bool:
    """Whether the words before it announce a name or the title of a work."""
    speech = SPEECH.get(lang)
    if speech is None:
        return False
    named = re.search(rf"(?:\b|['’])(?:{speech.titles_of_works})[,:]?\s*$", before, re.IGNORECASE)
    return bool(named) and not re.search(r"[.!?,]$", quoted.text) and len(quoted.text.split()) < 8


def _clause(after: str) -> str:
    return re.split(r"(?<=[a-z])[.;](?:\s|$)", after[:90])[0]


def _before(
    paragraphs: Sequence[str], quoted: Quoted, marks: Sequence[Quoted], earlier: Quoted | None
) -> tuple[int, str]:
    """Where its sentence begins, and the sentence up to the quotation, from the end of the quotation before it on."""
    text = paragraphs[quoted.paragraph]
    floor = earlier.end if earlier and earlier.last == quoted.paragraph and earlier.end <= quoted.start else 0
    blanked = _blanked(text[: quoted.start], [it for it in marks if it.paragraph == it.last == quoted.paragraph])
    start = sentence_at(sentence_spans(blanked + "X"), quoted.start)[0]
    return start, text[max(start, floor) : quoted.start]


def _blanked(text: str, marks: Sequence[Quoted]) -> str:
    """The text with what is quoted in it made one word, so that no sentence ends in it."""
    for it in marks:
        if it.end <= len(text):
            inside = it.end - it.start - 2
            text = f"{text[: it.start + 1]}{'x' * inside}{text[it.end - 1 :]}" if inside > 0 else text
    return text


def _sentence_before(text: str, start: int) -> str:
    spans = sentence_spans(text[:start])
    return text[spans[-1][0] : spans[-1][1]] if spans else ""


def _after(paragraphs: Sequence[str], quoted: Quoted, marks: Sequence[Quoted]) -> str:
    """The text after the quotation, up to the next one or the paragraph's end."""
    text = paragraphs[quoted.last]
    ceiling = min(
        (it.start for it in marks if it.paragraph == quoted.last and it.start >= quoted.end), default=len(text)
    )
    return text[quoted.end : min(ceiling, quoted.end + 240)]


def _carried(
    previous: tuple[Quoted, str | None] | None, quoted: Quoted, paragraphs: Sequence[str], before: str
) -> str | None:
    """The speaker of the quotation before, where this one only carries it on."""
    if previous is None or previous[1] is None:
        return None
    earlier, speaker = previous
    if earlier.last == quoted.paragraph:
        between = paragraphs[quoted.paragraph][earlier.end : quoted.start]
        return (
            speaker if len(sentence_spans(between)) <= 1 or (not before.strip() and len(between.split()) < 40) else None
        )
    if earlier.last == quoted.paragraph - 1 and not before.strip():
        rest = paragraphs[earlier.last][earlier.end :]
        return speaker if len(rest.split()) < 25 else None
    return None


def _neighbour(paragraphs: Sequence[str], quoted: Quoted, before: str, lang: str) -> str | None:
    """The speaker named by the sentence before, where the quotation is a sentence of its own."""
    if before.strip():
        return None
    text = paragraphs[quoted.paragraph][: quoted.start].rstrip()
    if not text and quoted.paragraph:
        text = paragraphs[quoted.paragraph - 1].rstrip()
    if not text:
        return None
    start, end = sentence_spans(text)[-1]
    return speaker_of(Around(text[start:end] + " ", "", "", None), lang, ended=True)
