"""Who says a quotation, where its sentence or a neighbour of it tells. Refuses to name anybody the text doesn't."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from nutgraf.importing.sentences import sentence_spans
from nutgraf.importing.speech_patterns import NAME, STARTS, Patterns, han_speaker, patterns_of, subject_names

_PASSIVE = re.compile(r"\b(?:is|was|were|are|been|being|be|est|sont|été|fut)\s+$")
_DOCUMENT = re.compile(
    r"['’]s?\s+(?:\w+\s+){0,2}(?:analysis|report|statement|website|site|study|survey|blog|release|letter|editorial|article|review"
    r"|memo|account|post)\b"
)
_CLAUSE = re.compile(r"[;:]\s|,\s+(?:but|and|while|mais|et|tandis que|pero|y|mas|e)\s")


@dataclass(frozen=True, slots=True)
class Around:
    """What stands round a quotation: its sentence up to it, the text after it, and what is known by then."""

    before: str
    after: str
    inside: str
    last_speaker: str | None
    """Whom a pronoun may mean: who spoke last."""
    sentence_before: str = ""
    """The sentence before its own, whose subject a pronoun means rather."""
    last_here: bool = True
    """Whether who spoke last did so in this paragraph."""


def speaker_of(around: Around, lang: str, *, ended: bool) -> str | None:
    """The speaker that the words round a quotation name; `ended`: it closes with the end of a sentence."""
    if lang in ("zh", "ja"):
        return han_speaker(around.before)
    patterns = patterns_of(lang)
    if patterns is None:
        return None
    lead_in = re.search(r"[:,]\s*$|\b(?:that|que|qu['’]|dass)\s*$", around.before)
    if lead_in and (who := _before(around, patterns)):
        return who
    return _after(around, patterns, ended=ended) or _incise(around, patterns) or _before(around, patterns)


def _after(around: Around, patterns: Patterns, *, ended: bool) -> str | None:
    after = around.after
    if after.lstrip()[:1] in (".", "!", "?") and not ended:
        return None
    according = patterns.according_after.match(after)
    if according and not ended:
        return _phrase(according["np"], around, patterns)
    inverted = patterns.inverted.match(after)
    if inverted and not (ended and after.lstrip()[:1].isupper()):
        if inverted["np"] is None:
            return _meant(around, patterns)
        return _phrase(inverted["np"], around, patterns)
    spans = sentence_spans(after)
    clause = after[: spans[0][1]].rstrip(" .!?") if spans else ""
    plain = patterns.plain.match(clause)
    if plain is None or (ended and not _is_tag(after, clause, plain)):
        return None
    return _phrase(plain["np"], around, patterns)


def _is_tag(after: str, clause: str, plain: re.Match[str]) -> bool:
    """Whether a sentence behind a finished quotation only names its speaker, as in `Brandt said.`, and no more."""
    rest = clause[plain.end() :].split()
    closed = (len(after) > len(clause) and after[len(clause)] in ".!?") or after.strip() == clause.strip()
    return closed and len(rest) < 4 and rest[:1] not in (["that"], ["que"]) and len(plain["np"].split()) < 6


def _meant(around: Around, patterns: Patterns) -> str | None:
    """Whom a pronoun means: the subject of the sentence before, if that names one in full, or who spoke last."""
    before = re.split('[“”"«»]', around.sentence_before)[0].strip()
    if before:
        names = [name for name in subject_names(before, patterns) if len(name.split()) > 1]
        if names and before.find(names[0]) < 60:
            return names[0]
        opening = _opening(before, patterns).strip()
        if not around.last_here and opening != before.strip() and 1 < len(opening.split()) < 6:
            return _phrase(opening, replace(around, sentence_before="", last_here=True), patterns)
    return around.last_speaker


def _incise(around: Around, patterns: Patterns) -> str | None:
    match = patterns.incise.search(around.inside)
    if match is None:
        return None
    return _phrase(match["np"], around, patterns) if match["np"] else _meant(around, patterns)


def _before(around: Around, patterns: Patterns) -> str | None:
    before = around.before
    according = patterns.according_before.search(before)
    if according:
        heard = patterns.heard.match(according["np"])
        if heard:
            return heard["np"].strip() if len(heard["np"].split()) < 9 else None
        return _phrase(according["np"], around, patterns)
    label = re.search(rf"(?:^|\s)({NAME.pattern})\s*:\s*$", before)
    if label and label.start() == 0:
        return label[1]
    verbs = [it for it in patterns.verb.finditer(before) if not _PASSIVE.search(before[: it.start()])]
    if not verbs:
        return _subject(before, around, patterns) if patterns.participle.search(before) else None
    verb = verbs[-1]
    return _subject(before[: verb.start()], around, patterns) or (
        _subject(before[: verbs[0].start()], around, patterns) if len(verbs) > 1 else None
    )


def _subject(text: str, around: Around, patterns: Patterns) -> str | None:
    """The subject of the clause that ends with this text."""
    clause = _CLAUSE.split(text)[-1].strip(" ,–—-")
    if not clause:
        return _meant(around, patterns) if text.strip() else None
    last = clause.split()[-1]
    if not patterns.pronoun.match(last):
        return _phrase(clause, around, patterns)
    opening = _opening(text, patterns)
    named = _phrase(opening, around, patterns) if opening and opening.split()[-1] != last else None
    return (
        named if named and last.lower() in ("it", "who", "which", "qui", "they") else _meant(around, patterns) or named
    )


def _opening(text: str, patterns: Patterns) -> str:
    """The noun phrase that a sentence begins with, up to its first verb."""
    match = re.match(
        rf"\s*(?:[^,;:]{{2,40}},\s+)?(?P<np>[^,;:]{{2,80}}?),?\s+(?:has|have|had|is|was|are|were|will|would|a|ont|est|sont|avait|sera|va|(?:{patterns.speech.verbs}))\b",
        text,
    )
    return match["np"] if match else text


def _phrase(phrase: str, around: Around, patterns: Patterns) -> str | None:
    """The person or body that a noun phrase names: its name, or else the phrase itself."""
    phrase = phrase.strip(" ,–—-(")
    while (
        (shorter := STARTS.sub("", phrase, count=1)) != phrase and len(shorter.split()) > 1 and "," not in shorter[:40]
    ):
        phrase = shorter
    first = phrase.split(",")[0].strip()
    head = first.split()[0] if first else ""
    if patterns.pronoun.match(head):
        opening = _opening(around.before, patterns) if head in ("it", "they") else ""
        named = subject_names(opening, patterns)
        return _with_noun(named[0], opening.split(",")[-1].strip(), patterns) if named else _meant(around, patterns)
    names = subject_names(phrase, patterns)
    if names:
        parts = [part.strip() for part in phrase.split(",")]
        at = next((number for number, part in enumerate(parts) if names[0] in part), 0)
        whole = _with_noun(names[0], parts[at], patterns)
        behind = parts[at + 1] if at + 1 < len(parts) else ""
        # Lord Ansley's agent, Piers Holt: who is meant stands behind what he is
        return behind if whole != names[0] and " " in behind and NAME.fullmatch(behind) else whole
    articles = patterns.speech.articles
    nouns = re.search(rf"\b(?:{articles})\s+[\w-]+(?:\s+(?!(?:{articles})\b)[\w-]+){{0,4}}$", first)
    return nouns[0] if nouns else None


def _with_noun(name: str, phrase: str, patterns: Patterns) -> str:
    """The name, or the whole phrase where the name only belongs to its noun: the river's upper basin."""
    at = phrase.find(name)
    if at < 0:
        return name
    last = subject_names(phrase, patterns)[-1:]
    if last and last[0] != name and re.search(rf"\s[a-zà-ÿ][\w-]*\s+{re.escape(last[0])}$", phrase):
        return last[0]  # the French newspaper Le Monde
    rest, head = phrase[at + len(name) :], phrase[:at]
    if _DOCUMENT.match(rest):
        return name
    belongs = re.match(r"['’]s?\s+[a-z]", rest) or (
        re.fullmatch(r"\s+[a-zà-ÿ][\w-]*(?:\s+[a-zà-ÿ][\w-]*)?", rest) and len(phrase.split()) <= 5
    )
    of = (
        re.match(rf"(?:{patterns.speech.articles})\s+[a-zà-ÿ].*\s(?:of|for|de|du|des|di|von)\s", head)
        and len(phrase.split()) <= 8
    )
    return phrase if (belongs and len(phrase.split()) <= 6) or of else name
