"""Candidates for names of people and bodies: runs of capitalised words, told apart by the words in them.

Refuses to look anything up, and to guess in scripts without capitals.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from nutgraf.importing.speech_patterns import NAME

_ORGANISATION = re.compile(
    r"\b(?:Ministry|Department|Departments|University|College|Institute|School|Party|Council|Committee|Commission|Agency|Authority"
    r"|Times|Daily|Post|News|Herald|Tribune|Journal|Bank|Corp|Corporation|Inc|Company|Co|Ltd|LLC|Group|Organi[sz]ation|Union|Court"
    r"|Senate|Congress|Parliament|House|Police|Army|Navy|Force|Forces|Association|Federation|Foundation|Society|Office|Bureau"
    r"|Service|Services|Administration|Center|Centre|Board|Club|League|Alliance|Fund|Trust|Church|Assembly|Government|Treasury"
    r"|Network|Coalition|Movement|Front|Airlines|Airways|Hospital|Museum|Laboratory|Labs|World|Reuters|Academy|Ministère|Assemblée"
    r"|Parti|Université|Société|Conseil|Comité|Commission|Agence|Banque|Groupe|Fédération|Syndicat|Tribunal|Cour|Sénat|Gouvernement"
    r"|Institut|École|Monde|Figaro|Libération|Partido|Universidad|Ministerio|Gobierno|Banco|Empresa|Tribunal|Ejército|Bundestag)\b"
)
_TITLE = re.compile(
    r"^(?:(?:US|U\.S\.|UK|British|French|Canadian|American|Prime|Vice|Deputy|Former|Acting|Chief|Foreign|Interior|Finance|Defen[cs]e"
    r"|Commerce|State|Attorney|Senior)\s+)*(?:President|Minister|Secretary|Senators?|Sen\.|Sens\.|Rep\.|Reps\.|Representative|Governor|Gov\."
    r"|Mayor|Judge|Justice|General|Gen\.|Colonel|Col\.|Captain|Capt\.|Sergeant|Professor|Prof\.|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Miss|Sir|Lord"
    r"|Lady|King|Queen|Prince|Princess|Pope|Chancellor|Premier|Ambassador|Director|Chairman|Chairwoman|Spokesman|Spokeswoman|CEO|Rev\."
    r"|M\.|Mme|Mlle|MM\.|Président|Ministre|Señor|Presidente)\s+"
)
_PLACES = frozenset(
    [
        "United States",
        "United Kingdom",
        "New Zealand",
        "New York",
        "Hong Kong",
        "South Africa",
        "South Korea",
        "North Korea",
        "Saudi Arabia",
        "Los Angeles",
        "San Francisco",
        "Middle East",
        "Great Britain",
        "Northern Ireland",
        "White House",
        "Puerto Rico",
        "Sri Lanka",
        "Costa Rica",
        "New Delhi",
        "North America",
        "South America",
        "Latin America",
        "European Union",
        "New Territories",
        "West Bank",
        "Gaza Strip",
        "Prime Minister",
        "Vice President",
        "Supreme Court",
        "Election Day",
        "Super Bowl",
        "World War",
        "Cold War",
        "Executive Order",
        "États-Unis",
        "Royaume-Uni",
    ]
)
_SUFFIX = re.compile(r"['’]s$|['’]$")
_ACRONYM = re.compile(r"\b[A-Z]{3,6}\b")
_NOT_ACRONYMS = frozenset(
    [
        "THE",
        "AND",
        "FOR",
        "USA",
        "SEN",
        "REP",
        "CEO",
        "USD",
        "EUR",
        "GBP",
        "GDP",
        "HTML",
        "FAQ",
        "PDF",
        "UTC",
        "GMT",
        "EST",
    ]
)


_THINGS = re.compile(
    r"\b(?:Act|Bill|Law|Treaty|Agreement|Order|Directive|Award|Prize|Cup|Championship|Festival|Street|Avenue|Road|River|Lake|Mount|Island|Islands|Bay|Airport|Explorer|Windows|Euro|Prozent)\b"
)


def find_names(paragraphs: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """People and organisations, each once, in the order in which they first stand."""
    people: Counter[str] = Counter()
    bodies: Counter[str] = Counter()
    for paragraph in paragraphs:
        for match in NAME.finditer(paragraph):
            _sort(match[0], people, bodies, begins=_begins(paragraph, match.start()))
        bodies.update(it for it in _ACRONYM.findall(paragraph) if it not in _NOT_ACRONYMS and not paragraph.isupper())
    known = {person.split()[-1] for person in people if len(person.split()) > 1}
    return tuple(it for it in people if len(it.split()) > 1 or it not in known), tuple(bodies)


def _begins(text: str, start: int) -> bool:
    return re.search(r"(?:^|[.!?:]\s+[\"“«]?|^[\"“«-]\s?)$", text[:start][-6:]) is not None


def _sort(run: str, people: Counter[str], bodies: Counter[str], *, begins: bool) -> None:
    name = _SUFFIX.sub("", " ".join(run.split()))
    if _ORGANISATION.search(name):
        if len(name.split()) > 1:
            bodies[_without_article(name)] += 1
        return
    title = _TITLE.match(name + " ")
    bare = name[title.end() :].strip() if title else name
    parts = re.split(r"\s+(?:and|et|y|e|of|for|the|&)\s+", bare)
    for part in parts:
        words = part.split()
        if not words or not words[0][0].isupper():
            continue
        if title and part == parts[0] and len(words) < 5:
            people[part] += len(words) > 1
        elif (
            2 <= len(words) <= 4
            and part not in _PLACES
            and not _THINGS.search(part)
            and not (begins and words[0] in _OPENERS)
            and not part.isupper()
        ):
            people[part] += 1


_OPENERS = frozenset(
    [
        "The",
        "A",
        "An",
        "In",
        "On",
        "At",
        "As",
        "But",
        "And",
        "If",
        "For",
        "When",
        "While",
        "After",
        "Before",
        "Since",
        "Although",
        "However",
        "Our",
        "We",
        "It",
        "This",
        "That",
        "These",
        "Those",
        "Its",
        "His",
        "Her",
        "Their",
        "Today",
        "Le",
        "La",
        "Les",
        "Un",
        "Une",
        "Des",
        "Dans",
        "En",
        "Pour",
        "Selon",
        "Ce",
        "Cette",
        "Il",
        "Elle",
        "El",
        "Los",
        "Las",
        "Der",
        "Die",
        "Das",
    ]
)


def _without_article(name: str) -> str:
    return re.sub(r"^(?:The|A|An)\s+", "", name)
