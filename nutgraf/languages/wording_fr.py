"""Dates in French words; knows no other language, and no symbol of EDTF."""

from nutgraf.languages.wording import DateWords, Leads, Said, say
from nutgraf.model.edtf import Edtf

MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip

# Each is named after the article that its dates take: "14 janvier", "printemps"; "été"; "années".
_LE = Leads(alone="", about="vers le ", start="du ", end="au ", since="depuis le ", until="jusqu’au ")
_L = Leads(alone="", about="vers l’", start="de l’", end="à l’", since="depuis l’", until="jusqu’à l’")
_LES = Leads(
    alone="les ",
    about="vers les ",
    start="des ",
    end="aux ",
    since="depuis les ",
    until="jusqu’aux ",
)
# No article: "2019" and "mars 2019"; "avril 2019" elides; "une année entre 2000 et 2099".
_NONE = Leads(alone="", about="vers ", start="de ", end="à ", since="depuis ", until="jusqu’en ")
_NONE_ELIDED = Leads(alone="", about="vers ", start="d’", end="à ", since="depuis ", until="jusqu’en ")
_UNE = Leads(alone="", about="vers ", start="d’", end="à ", since="depuis ", until="jusqu’à ")


def _leads(kind: Said, word: str) -> Leads:
    match kind:
        case "day":
            return _LE
        case "season":
            return _L if word[0] in "éah" else _LE
        case "decade":
            return _LES
        case "years":
            return _UNE
        case "month" | "year":
            return _NONE_ELIDED if word[0] in "ao" else _NONE


_WORDS = DateWords(
    months=MONTHS,
    seasons=("printemps", "été", "automne", "hiver"),
    first_day="1er",
    before_christ="{} av. J.-C.",
    after_christ="{} apr. J.-C.",
    decade="années {}",
    years="une année entre {} et {}",
    unspecified={"month": "mois inconnu", "day": "jour inconnu"},
    uncertain="incertain",
    possibly="peut-être {}",
    roughly="{} environ",
    leads=_leads,
)


def in_words(date: Edtf) -> str:
    """Return the date in French, as in "vers décembre 2018", without a capital of its own."""
    return say(date, _WORDS)
