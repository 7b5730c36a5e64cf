"""What to tell an author whose date is not in the profile; never decides what is valid."""

import re
import unicodedata
from datetime import date
from typing import NamedTuple

from nutgraf.model.edtf import LONGEST, EdtfError, parse_edtf
from nutgraf.model.edtf_points import days_in_month
from nutgraf.reading.frontmatter.date_guess import ENGLISH_MONTHS, guess_edtf

_EXAMPLES = "a day, month or year such as 2026-01-14, 2026-01 or 2026"
_SEASONS = range(21, 25)
_LATER_GROUPS = range(25, 42)
"""The codes of level 2: hemispheres, quarters, thirds and halves of a year."""


class DateAdvice(NamedTuple):
    """What to tell an author, and the date proposed, if any, for the caller to try."""

    message: str
    """Empty where the error's own is as good."""
    hint: str
    proposal: str | None = None


def advice_on(text: str, error: EdtfError) -> tuple[str, str]:
    """What is wrong with a date that was refused, and what to write instead."""
    written = text.strip()
    if error.flaw != "form":
        return error.message, _hint_on(error)
    advice = _advise(written)
    if advice.proposal is not None:
        # "30 February 2026" is better answered by what is wrong with 2026-02-30.
        try:
            parse_edtf(advice.proposal)
        except EdtfError as proposed:
            if proposed.flaw != "form":
                return proposed.message, _hint_on(proposed)
            advice = _UNGUESSED
    return advice.message or error.message, advice.hint


def _hint_on(error: EdtfError) -> str:
    if error.flaw == "order":
        first, last = error.parts
        return f"write {last}/{first}"
    year, month, day = error.parts
    if error.flaw == "month":
        return _hint_on_month(year, month, day)
    days = days_in_month(int(year), int(month))
    return f"{ENGLISH_MONTHS[int(month) - 1]} {year} has {days} days; write {year}-{month} if the day is unknown"


_UNGUESSED = DateAdvice(
    "", f"write {_EXAMPLES}; 2026~ is about 2026, 2026? uncertain, 2019/2025 from 2019 to 2025, 2025/.. since 2025"
)
"""The advice for text that nobody can guess at."""


def _advise(text: str) -> DateAdvice:
    """The best advice for text that is not in the profile."""
    if len(text) > LONGEST:  # it would only take time to guess at
        return _UNGUESSED
    plain = " ".join(unicodedata.normalize("NFKC", text).split())
    for pattern, message, hint, proposal in _REFUSED:
        if match := pattern.fullmatch(plain):
            advised = match.expand(proposal) if proposal else None
            return DateAdvice(match.expand(message), match.expand(hint), advised)
    if advice := _advise_on_order(plain):
        return advice
    guess = guess_edtf(plain)
    return _UNGUESSED if guess is None else DateAdvice("", f"write {guess}", guess)


def _hint_on_month(year: str, month: str, day: str) -> str:
    """What to write for a month that is none; `day` is what follows it, if anything does."""
    number = int(month)
    if number in _SEASONS:
        return f"write {year}-{month}"
    following = f"{int(year) + 1:04}"
    bounds, remedy = "months run from 01 to 12", f"write {year} if the month is unknown"
    if not day and following.endswith(month):
        remedy = f"write {year}/{following} for two years"
    elif day.isdecimal() and _is_day(year, day, month):
        remedy = f"write {year}-{day}-{month} if the day is {month}"
    elif number in _LATER_GROUPS:
        bounds += " and seasons from 21 to 24"
    return f"{bounds}; {remedy}"


def _is_day(year: str, month: str, day: str) -> bool:
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def _advise_on_order(text: str) -> DateAdvice | None:
    match = re.fullmatch(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})", text)
    if match is None:
        return None
    first, second, year = match.groups()
    readings = [
        (f"{year}-{month:0>2}-{day:0>2}", f"{int(day)} {ENGLISH_MONTHS[int(month) - 1]}")
        for month, day in dict.fromkeys(((second, first), (first, second)))
        if _is_day(year, month, day)
    ]
    if not readings:
        return _UNGUESSED._replace(proposal=f"{year}-{second:0>2}-{first:0>2}")
    hints = [iso if len(readings) == 1 else f"{iso} for {words}" for iso, words in readings]
    message = f"{text} is an ambiguous form: countries differ on whether day or month comes first"
    return DateAdvice(message, f"write {' or '.join(hints)}")


_YEAR = "-?[0-9]{4}"
_POINT = "[-0-9X?~%]{4,}"
_CLOCK = "[0-9]{1,2}[:h][0-9]{2}.*"

_REFUSED: tuple[tuple[re.Pattern[str], str, str, str], ...] = tuple(
    # The form, the message, the hint, and the date that the hint proposes.
    (re.compile(pattern), message, hint, proposal)
    for pattern, message, hint, proposal in (
        ("", "the date is empty", f"write {_EXAMPLES}", ""),
        (
            "(?i:(?:the )?(?:today|now|present|yesterday|tomorrow|aujourd.hui|hier|demain))",
            r'"\g<0>" is another date every day',
            "write the day itself, such as 2026-01-14",
            "",
        ),
        (
            r"(?i:unknown|undated|n\.? ?d\.?|tb[ac]|none|null|inconnue?|s\.? ?d\.?|\?+|~)",
            r'"\g<0>" gives no date',
            "write the narrowest bounds that are sure, such as 2019/2025 or ../2025",
            "",
        ),
        (
            r"(?:\.\.)?/(?:\.\.)?|\.\.",
            r"\g<0> has a date at neither end",
            "write at least one, such as 2019/.. or ../2025",
            "",
        ),
        (
            f"({_POINT})/{_POINT}/({_POINT})",
            r"\g<0> has more than two ends",
            r"write \1/\2",
            r"\1/\2",
        ),
        (f"({_POINT})/", r"\g<0> has an empty end", r"write \1/.. if the end is open", r"\1/.."),
        (
            f"/({_POINT})",
            r"\g<0> has an empty start",
            r"write ../\1 if the start is open",
            r"../\1",
        ),
        (
            f"({_YEAR}-[0-9]{{2}}-[0-9]{{2}})[Tt ]{_CLOCK}",
            r"\g<0> holds a time of day",
            r"write \1 here, and the time in `time`",
            r"\1",
        ),
        (_CLOCK, r"\g<0> is a time of day", "write the date here, and the time in `time`", ""),
        (
            r"[\[{].*",
            r"\g<0> is a set of dates",
            "write one date, or an interval such as 2019/2025",
            "",
        ),
        (
            f"({_YEAR})S[0-9]+",
            r"\g<0> counts significant digits",
            r"write \1~ for about \1",
            r"\1~",
        ),
        ("(-?)([0-9]{3})", r"\g<0> is not a year of four digits", r"write \g<1>0\2", r"\g<1>0\2"),
        (
            "Y.*|-?[0-9]{5}|-?[0-9]{7}|[0-9]{9,}|-?[0-9]{1,2}",
            r"\g<0> is not a year of four digits",
            "years run from -9999 to 9999; write 0987 for 987",
            "",
        ),
        ("-0000(.*)", r"\g<0> has a negative zero", r"write 0000\1; 0000 is 1 BC", r"0000\1"),
        (
            f"({_YEAR})-XX-XX[?~%]?",
            r"\g<0> has neither month nor day",
            r"write \1, or \1-XX to say that the month is unknown",
            r"\1",
        ),
        (f"({_YEAR})-XX-.*", r"\g<0> has a day without a month", r"write \1-XX", r"\1-XX"),
        (
            f"({_YEAR}(?:-[0-9]{{2}})?)-(?:[0-9]X|X[0-9])(?:-.*)?",
            r"\g<0> has half a month or half a day",
            r"write \1-XX",
            r"\1-XX",
        ),
        ("([0-9]{3}X|[0-9]{2}XX)-.*", r"\g<0> has a month without a year", r"write \1", r"\1"),
        (
            "-[0-9]{2}(?:[0-9]X|XX).*",
            r"\g<0> has an X before the year 0000",
            "write an interval, such as -0049/-0040",
            "",
        ),
        (
            "(?=.*X)[-0-9X]{4,}",
            r"\g<0> has an X in the wrong place",
            "only the last one or two digits of a year can be X, as in 201X and 20XX",
            "",
        ),
        (
            "(?i:(?:the |les )?([0-9]{2})00'?s|(?:les )?années ([0-9]{2})00)",
            r"\g<0> can mean ten years or a hundred",
            r"write \g<1>\g<2>0X for ten years, or \g<1>\g<2>XX for a hundred",
            "",
        ),
    )
)
