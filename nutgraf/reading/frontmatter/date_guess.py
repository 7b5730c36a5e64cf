"""Guesses the EDTF of a date in English, French or figures; never decides what is valid."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import product

ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_FRENCH_MONTHS = (
    "janvier", "fevrier", "mars", "avril", "mai", "juin",
    "juillet", "aout", "septembre", "octobre", "novembre", "decembre",
)  # fmt: skip
_SEASONS = {
    "spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24",
    "printemps": "21", "ete": "22", "automne": "23", "hiver": "24",
}  # fmt: skip
_THIRDS = {"early": ("01", "04"), "mid": ("05", "08"), "late": ("09", "12")}
_WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche"
_EN_DASH, _EM_DASH = "\N{EN DASH}", "\N{EM DASH}"

_Guess = Callable[[re.Match[str]], str | None]


def guess_edtf(text: str) -> str | None:
    """Return what `text` most likely means as EDTF, which may still be no date, or None."""
    plain = _fold(text)
    return _guess_point(plain) or _guess_open(plain) or _guess_interval(plain)


def _fold(text: str) -> str:
    """Return `text` in lower case without accents, commas, articles and days of the week."""
    decomposed = unicodedata.normalize("NFKD", text).casefold().replace(",", " ")
    plain = " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())
    return re.sub(rf"^(?:(?:on|in|the|en|le|la|les|l'|{_WEEKDAY}) ?\b)*", "", plain).strip()


def _guess_point(text: str) -> str | None:
    undashed = re.sub(f"[\N{HYPHEN}\N{NON-BREAKING HYPHEN}{_EN_DASH}\N{MINUS SIGN}]", "-", text)
    for pattern, guess in _POINTS:
        if (match := pattern.fullmatch(undashed)) and (guessed := guess(match)):
            return guessed
    return None


def _guess_open(text: str) -> str | None:
    if match := _AFTER.fullmatch(text):
        return _append(_guess_point(match["date"] or match["left"]), "/..")
    if match := _BEFORE.fullmatch(text):
        end = _guess_point(match["date"])
        return None if end is None else f"../{end}"
    return None


def _guess_interval(text: str) -> str | None:
    ends = re.sub("^(?:from|between|du|de|d'|entre) ?", "", text)
    for separator in _SEPARATORS:
        left, _, right = ends.partition(separator)
        for start, end in _borrow(left.strip(), right.strip()):
            if (first := _guess_point(start)) and (last := _guess_point(end)):
                return f"{first}/{last}"
    return None


def _borrow(left: str, right: str) -> Iterator[tuple[str, str]]:
    """Yield the ends with what they may share: "12", "14 May 2026" and "May 12", "14 2026"."""
    words = right.split()
    lefts = [left, *(" ".join([left, *words[count:]]) for count in range(1, len(words)))]
    rights = [right, *(f"{word} {right}" for word in left.split()[:1])]
    return product(lefts, rights)


def _append(guessed: str | None, ending: str) -> str | None:
    return None if guessed is None else guessed + ending


def _calendar(match: re.Match[str]) -> str | None:
    """Return the date of a match with the groups y, m and perhaps d."""
    parts = match.groupdict()
    month, day = _month(parts["m"]), parts.get("d")
    if month is None or (day and month in _SEASONS.values() and not parts["m"].isdecimal()):
        return None
    return f"{parts['y']}-{month:0>2}" + (f"-{day:0>2}" if day else "")


def _month(word: str) -> str | None:
    if word.isdecimal() or word in _SEASONS:
        return _SEASONS.get(word, word)
    found = {
        f"{number:02}"
        for names in (ENGLISH_MONTHS, _FRENCH_MONTHS)
        for number, name in enumerate(names, 1)
        if name.casefold().startswith(word)
    }
    return found.pop() if len(found) == 1 else None


def _template(text: str) -> _Guess:
    return lambda match: match.expand(text)


def _qualified(mark: str) -> _Guess:
    """Return a guess that reads the group `date` again and puts `mark` behind it."""

    def guess(match: re.Match[str]) -> str | None:
        point = _guess_point(match["date"])
        if point is None or point[-1] not in "?~%":
            return _append(point, mark)
        return point[:-1] + (mark if point[-1] == mark else "%")

    return guess


def _several_marks(match: re.Match[str]) -> str | None:
    """Return the date with one mark at its end, from one with marks elsewhere or with two."""
    marks = set(re.findall("[?~%]", match[0]))
    unmarked = _guess_point(re.sub("[?~%]", "", match[0]))
    return _append(unmarked, marks.pop() if len(marks) == 1 else "%")


def _century(match: re.Match[str]) -> str | None:
    number = int(match[1])
    return f"{number - 1:02}XX" if number else None


def _before_christ(match: re.Match[str]) -> str | None:
    year = int(match[1])
    return ("-" if year > 1 else "") + f"{year - 1:04}" if year else None


def _year_of_christ(match: re.Match[str]) -> str | None:
    return f"{int(match[1] or match[2]):04}"


def _quarter(match: re.Match[str]) -> str | None:
    last = 3 * int(match["q"])
    return f"{match['y']}-{last - 2:02}/{match['y']}-{last:02}"


def _third(match: re.Match[str]) -> str | None:
    first, last = _THIRDS[match[1]]
    return f"{match[2]}-{first}/{match[2]}-{last}"


_Y, _M, _N = "(?P<y>[0-9]{4})", r"(?P<m>[a-z]{3,9})\.?", "(?P<m>[0-9]{1,2})"
_D = "(?P<d>[0-9]{1,2})"
_NTH = f"{_D}(?:st|nd|rd|th|er)?"
_ABOUT = r"c\.|ca\.|ca?(?=[ 0-9])|circa |about |around |approx(?:\.|imately)? |roughly |vers |environ |~"
_AD = r"([0-9]{1,4}) ?(?:ad|ce|a\.d\.|apr?\.? ?j\.?-?c\.?)"
_OF = "(?: of| de| d'|-)? ?"

_POINTS: tuple[tuple[re.Pattern[str], _Guess], ...] = tuple(
    (re.compile(pattern), guess)
    for pattern, guess in (
        (r"[0-9]{4}", _template(r"\g<0>")),
        (rf"{_Y}[-/. ]{_N}[-/. ]{_D}", _calendar),
        (rf"{_Y}[-/. ]{_N}", _calendar),
        (rf"{_Y}(?P<m>0[1-9]|1[0-2])(?P<d>[0-9]{{2}})?", _calendar),
        (rf"{_NTH}{_OF}{_M}{_OF}{_Y}", _calendar),
        (rf"{_M} ?{_NTH} {_Y}", _calendar),
        (rf"{_Y}[- ]{_M}[- ]{_D}", _calendar),
        (rf"{_M}{_OF}{_Y}", _calendar),
        (rf"{_Y}[- ]{_M}", _calendar),
        (r"(?:winter|hiver) ([0-9]{4})[-/](?:[0-9]{2})?[0-9]{2}", _template(r"\1-24")),
        (r"([0-9]{3})0'?s", _template(r"\1X")),
        (r"annees ([0-9]{3})0", _template(r"\1X")),
        (r"([0-9]{1,2})(?:st|nd|rd|th|e|eme)[- ](?:century|c\.?|siecle)", _century),
        (r"([0-9]{3})[xu?*_]", _template(r"\1X")),
        (r"([0-9]{2})[xu?*_]{2}", _template(r"\1XX")),
        (r"([0-9]{4}(?:-[0-9]{2})?)-[xu?*_]{2}", _template(r"\1-XX")),
        (r"([0-9]{4})-[xu?*_]{2}-[xu?*_]{2}", _template(r"\1-XX")),
        (rf"{_Y}[- ]?[qt](?P<q>[1-4])", _quarter),
        (rf"[qt](?P<q>[1-4])[- ]?{_Y}", _quarter),
        (r"(early|mid|late)[- ](?:in )?([0-9]{4})", _third),
        (r"([0-9]{1,4}) ?(?:bce?|b\.c\.(?:e\.)?|av\.? ?j\.?-?c\.?)", _before_christ),
        (rf"(?:ad|a\.d\.) ?([0-9]{{1,4}})|{_AD}", _year_of_christ),
        (r"[-0-9xX?~%]*[?~%][-0-9xX?~%]*", _several_marks),
        (r"(?P<date>.+?) ?\(?~\)?", _qualified("~")),
        (r"(?P<date>.+?) ?\(?(?:\?|uncertain|incertain)\)?", _qualified("?")),
        (rf"(?:{_ABOUT}) ?(?P<date>.+)", _qualified("~")),
        (r"(?:maybe|perhaps|possibly|probably|likely|peut-etre) (?P<date>.+)", _qualified("?")),
    )
)

_SINCE = "since|after|from|as of|starting(?: in)?|depuis|apres|des"
_NOW = "present|now|today|ongoing|open|unknown|aujourd'hui"
_AFTER = re.compile(
    rf"(?:{_SINCE}) (?P<date>.+)"
    rf"|(?:from |since )?(?P<left>.+?) ?(?:-|{_EN_DASH}|{_EM_DASH}|/|to|until) ?(?:{_NOW})?"
)
_BEFORE = re.compile(r"(?:before|until|till|up to|by|avant|jusqu'(?:en|au?)|(?:open|unknown)/) ?(?P<date>.+)")
_SEPARATORS = (
    *(" to ", " until ", " through ", " and ", " au ", " a ", " et "),
    *(_EN_DASH, _EM_DASH, "/", " - ", "-"),
)
