"""Who says a quotation, where its sentence or a neighbour of it tells. Refuses to name anybody the text doesn't."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, replace

from nutgraf.importing.languages import FUNCTION_WORDS
from nutgraf.importing.sentences import sentence_spans
from nutgraf.importing.speech import SPEECH, Speech

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĶĹĻĽĿŁŃŅŇŊŌŎŐŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽ"
_TITLED = (
    r"Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Prof|St|Sgt|Capt|Cmdr|Adm|Rev|Hon|Pres|Sra?|MM|Mme|Mlle|U\.[SK]"
)
_WORD = rf"(?:(?:{_TITLED})\.|[{_UPPER}]\.(?:[{_UPPER}]\.)*|[{_UPPER}][\w’'\-]*(?:\.com|\.org)?)"
_PARTICLE = r"(?:of(?: the)?|de|da|di|du|del|della|la|le|des|dos|das|van|von|der|den|bin|ibn|al|el|and|for|y|e|et|&)"
NAME = re.compile(rf"(?:{_WORD})(?:(?:\s+{_PARTICLE}){{0,2}}\s+(?:{_WORD}))*")
_POSSESSIVE = re.compile(r"['’]s?$")
_STARTS = re.compile(
    r"^(?:But|And|In|On|At|As|For|While|When|After|Before|Although|However|Meanwhile|Today|Yesterday|Then|Later|If|Since|Earlier"
    r"|Mais|Et|En|Dans|Pour|Quand|Lors|Après|Avant|Selon|Pero|En|Mas|Em|Aber|Am|Im|Also|Still|Yet|So|Now|Here|There|What|This|That"
    r"|Speaking|During|With|Asked|According|Last|Hier|Ce|Cette)\s+"
)
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


@dataclass(frozen=True, slots=True)
class _Patterns:
    inverted: re.Pattern[str]
    plain: re.Pattern[str]
    incise: re.Pattern[str]
    verb: re.Pattern[str]
    participle: re.Pattern[str]
    according_after: re.Pattern[str]
    according_before: re.Pattern[str]
    heard: re.Pattern[str]
    pronoun: re.Pattern[str]
    preposition: re.Pattern[str]
    speech: Speech


@functools.cache
def _patterns(lang: str) -> _Patterns | None:
    speech = SPEECH.get(lang)
    if speech is None:
        return None
    lead = r"^[\s,;.–—-]*"
    hyphened = r"-(?:t-)?(?P<pronoun>il|elle|on|ils|elles)\b" if lang == "fr" else r"(?!)"
    helped = r"(?:a|ont|avait|avaient|aurait)-(?:t-)?(?P<helped>il|elle|on|ils|elles)\b|" if lang == "fr" else ""
    return _Patterns(
        inverted=re.compile(
            rf"{lead}(?:as |so |wie |como )?(?:{helped}(?:{speech.verbs})(?:{hyphened}"
            rf"|\s+(?P<np>[^.;:“”\"«»]{{2,120}})))"
        ),
        plain=re.compile(rf"{lead}(?:as )?(?P<np>[^;:“”\"«»]{{1,160}}?)\s+(?:{speech.verbs})\b"),
        incise=re.compile(
            rf",\s+(?:{helped}(?:{speech.verbs})(?:{hyphened}|\s+(?P<np>[^,;:“”\"«»]{{2,80}}(?:,\s+{NAME.pattern}(?=,))?))),"
        ),
        verb=re.compile(rf"(?<![\w-])(?:{speech.verbs})(?!\w)"),
        participle=re.compile(rf"(?<!\w)(?:{speech.participles})(?!\w)"),
        according_after=re.compile(rf"{lead}{speech.according}\s+(?P<np>[^.;:“”\"«»]{{2,100}})"),
        according_before=re.compile(rf"{speech.according}\s+(?P<np>[^;:“”\"«»]{{2,100}}?)\s*,[^,]{{0,40}}$"),
        heard=re.compile(rf"(?:ce qu(?:e |['’])|what )(?P<np>.{{3,80}}?)\s+(?:{speech.verbs})\b"),
        pronoun=re.compile(rf"^(?:{speech.pronouns})$"),
        preposition=re.compile(
            rf"(?:^|\s|['’])(?:{speech.prepositions})['’]?\s*(?:{speech.articles})?['’]?\s*$", re.IGNORECASE
        ),
        speech=speech,
    )


def says(text: str, lang: str) -> bool:
    """Whether these words hold one that tells of speaking."""
    patterns = _patterns(lang)
    if patterns is None:
        return False
    speech = patterns.speech
    told = re.search(rf"(?<!\w)(?:{speech.passives})(?!\w)|{speech.according}", text)
    return bool(told or patterns.verb.search(text) or patterns.participle.search(text))


def speaker_of(around: Around, lang: str, *, ended: bool) -> str | None:
    """The speaker that the words round a quotation name; `ended`: it closes with the end of a sentence."""
    if lang in ("zh", "ja"):
        return _han_speaker(around.before)
    patterns = _patterns(lang)
    if patterns is None:
        return None
    lead_in = re.search(r"[:,]\s*$|\b(?:that|que|qu['’]|dass)\s*$", around.before)
    if lead_in and (who := _before(around, patterns)):
        return who
    return _after(around, patterns, ended=ended) or _incise(around, patterns) or _before(around, patterns)


def _after(around: Around, patterns: _Patterns, *, ended: bool) -> str | None:
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


def _meant(around: Around, patterns: _Patterns) -> str | None:
    """Whom a pronoun means: the subject of the sentence before, if that names one in full, or who spoke last."""
    before = re.split('[“”"«»]', around.sentence_before)[0].strip()
    if before:
        names = [name for name in _names(before, patterns) if len(name.split()) > 1]
        if names and before.find(names[0]) < 60:
            return names[0]
        opening = _opening(before, patterns).strip()
        if not around.last_here and opening != before.strip() and 1 < len(opening.split()) < 6:
            return _phrase(opening, replace(around, sentence_before="", last_here=True), patterns)
    return around.last_speaker


def _incise(around: Around, patterns: _Patterns) -> str | None:
    match = patterns.incise.search(around.inside)
    if match is None:
        return None
    return _phrase(match["np"], around, patterns) if match["np"] else _meant(around, patterns)


def _before(around: Around, patterns: _Patterns) -> str | None:
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


def _subject(text: str, around: Around, patterns: _Patterns) -> str | None:
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


def _opening(text: str, patterns: _Patterns) -> str:
    """The noun phrase that a sentence begins with, up to its first verb."""
    match = re.match(
        rf"\s*(?:[^,;:]{{2,40}},\s+)?(?P<np>[^,;:]{{2,80}}?),?\s+(?:has|have|had|is|was|are|were|will|would|a|ont|est|sont|avait|sera|va|(?:{patterns.speech.verbs}))\b",
        text,
    )
    return match["np"] if match else text


def _phrase(phrase: str, around: Around, patterns: _Patterns) -> str | None:
    """The person or body that a noun phrase names: its name, or else the phrase itself."""
    phrase = phrase.strip(" ,–—-(")
    while (
        (shorter := _STARTS.sub("", phrase, count=1)) != phrase and len(shorter.split()) > 1 and "," not in shorter[:40]
    ):
        phrase = shorter
    first = phrase.split(",")[0].strip()
    head = first.split()[0] if first else ""
    if patterns.pronoun.match(head):
        opening = _opening(around.before, patterns) if head in ("it", "they") else ""
        named = _names(opening, patterns)
        return _with_noun(named[0], opening.split(",")[-1].strip(), patterns) if named else _meant(around, patterns)
    names = _names(phrase, patterns)
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


def _with_noun(name: str, phrase: str, patterns: _Patterns) -> str:
    """The name, or the whole phrase where the name only belongs to its noun: China's state media."""
    at = phrase.find(name)
    if at < 0:
        return name
    last = _names(phrase, patterns)[-1:]
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


def _names(text: str, patterns: _Patterns) -> list[str]:
    """Names that can be subjects: no preposition stands before them."""
    found = []
    for match in NAME.finditer(text):
        name, start = match[0], match.start()
        cut = _STARTS.match(name + " ")
        if start == 0 and cut:
            name, start = name[cut.end() :].strip(), start + cut.end()
        if (
            not name
            or name.lower() in FUNCTION_WORDS
            or re.fullmatch(r"\w+-[a-zà-ÿ]+", name)
            or re.fullmatch(rf"(?:{patterns.speech.articles})", name)
        ):
            continue
        if patterns.preposition.search(text[:start]):
            continue
        found.append(_POSSESSIVE.sub("", name.strip()))
    return found


_HAN_SAYS = re.compile(
    r"(?:^|[，。；！？、,])\s*(?P<who>[^，。；！？,:：]{2,16}?)(?:在[^，。；]{2,8}[上中时時])?(?:[对對向](?:[记記]者|[^，。；]{2,8}))?(?:则|也|还|還|曾|同时|同時|再次|随后|隨後|对此|對此)*"
    r"(?:说|說|表示|称|稱|指出|认为|認為|强调|強調|透露|回应|回應|写道|寫道|宣布|批评|批評|解释|解釋|呼吁|呼籲|述べ|語っ|話し)"
    r"[^，。；]{0,8}[：:，,]?\s*$"
)


def _han_speaker(before: str) -> str | None:
    match = _HAN_SAYS.search(before)
    return match["who"].strip() if match else None
