"""The patterns that a language's words of speech make, and the names that stand in a text. Decides on no speaker."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from nutgraf.importing.languages import FUNCTION_WORDS
from nutgraf.importing.speech import SPEECH, Speech

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĶĹĻĽĿŁŃŅŇŊŌŎŐŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽ"
_TITLED = (
    r"Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Prof|St|Sgt|Capt|Cmdr|Adm|Rev|Hon|Pres|Sra?|MM|Mme|Mlle|U\.[SK]"
)
_WORD = rf"(?:(?:{_TITLED})\.|[{_UPPER}]\.(?:[{_UPPER}]\.)*|[{_UPPER}][\w’'\-]*(?:\.com|\.org)?)"
_PARTICLE = r"(?:of(?: the)?|de|da|di|du|del|della|la|le|des|dos|das|van|von|der|den|bin|ibn|al|el|and|for|y|e|et|&)"
NAME = re.compile(rf"(?:{_WORD})(?:(?:\s+{_PARTICLE}){{0,2}}\s+(?:{_WORD}))*")
_POSSESSIVE = re.compile(r"['’]s?$")
STARTS = re.compile(
    r"^(?:But|And|In|On|At|As|For|While|When|After|Before|Although|However|Meanwhile|Today|Yesterday|Then|Later|If|Since|Earlier"
    r"|Mais|Et|En|Dans|Pour|Quand|Lors|Après|Avant|Selon|Pero|En|Mas|Em|Aber|Am|Im|Also|Still|Yet|So|Now|Here|There|What|This|That"
    r"|Speaking|During|With|Asked|According|Last|Hier|Ce|Cette)\s+"
)
_HAN_SAYS = re.compile(
    r"(?:^|[，。；！？、,])\s*(?P<who>[^，。；！？,:：]{2,16}?)(?:在[^，。；]{2,8}[上中时時])?(?:[对對向](?:[记記]者|[^，。；]{2,8}))?(?:则|也|还|還|曾|同时|同時|再次|随后|隨後|对此|對此)*"
    r"(?:说|說|表示|称|稱|指出|认为|認為|强调|強調|透露|回应|回應|写道|寫道|宣布|批评|批評|解释|解釋|呼吁|呼籲|述べ|語っ|話し)"
    r"[^，。；]{0,8}[：:，,]?\s*$"
)


@dataclass(frozen=True, slots=True)
class Patterns:
    """One language's patterns round a quotation."""

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
def patterns_of(lang: str) -> Patterns | None:
    """The patterns of a language; None where there are no words of speech for it."""
    speech = SPEECH.get(lang)
    if speech is None:
        return None
    lead = r"^[\s,;.–—-]*"
    hyphened = r"-(?:t-)?(?P<pronoun>il|elle|on|ils|elles)\b" if lang == "fr" else r"(?!)"
    helped = r"(?:a|ont|avait|avaient|aurait)-(?:t-)?(?P<helped>il|elle|on|ils|elles)\b|" if lang == "fr" else ""
    return Patterns(
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
    patterns = patterns_of(lang)
    if patterns is None:
        return False
    speech = patterns.speech
    told = re.search(rf"(?<!\w)(?:{speech.passives})(?!\w)|{speech.according}", text)
    return bool(told or patterns.verb.search(text) or patterns.participle.search(text))


def subject_names(text: str, patterns: Patterns) -> list[str]:
    """Names that can be subjects: no preposition stands before them."""
    found = []
    for match in NAME.finditer(text):
        name, start = match[0], match.start()
        cut = STARTS.match(name + " ")
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


def han_speaker(before: str) -> str | None:
    """Who says what follows, in Chinese: what stands between the last comma and the verb."""
    match = _HAN_SAYS.search(before)
    return match["who"].strip() if match else None
