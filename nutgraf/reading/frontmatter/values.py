"""The text of one scalar to one typed value: dates, days, addresses, languages, numbers. Refuses to guess."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from nutgraf.model.edtf import Edtf, EdtfError, parse_edtf
from nutgraf.model.problems import Code
from nutgraf.model.records import (
    ClockTime,
    Decimal,
    Description,
    EventDate,
    Id,
    IdOf,
    LanguageTag,
    MediaPath,
    Quote,
    Sha256,
    SiteUrl,
    Text,
    Url,
)
from nutgraf.model.slugs import slug, why_not_an_id
from nutgraf.reading.frontmatter.date_advice import advice_on

DESCRIPTION_LENGTH = range(50, 161)

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_CLOCK = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")
_DECIMAL = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_SHA256 = re.compile(r"[0-9a-f]{64}")


class Unfit(ValueError):
    """A scalar that isn't what its field asks for, with words and a hint for the author."""

    def __init__(self, message: str, hint: str = "", code: Code = "value") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.code: Code = code


def as_id(text: str) -> Id:
    """An id: the name of a content file without `.md`. Raises Unfit."""
    reason = why_not_an_id(text)
    if reason is None:
        return Id(text)
    without_ending = text.removesuffix(".md").rpartition("/")[2]
    suggestion = slug(without_ending)
    raise Unfit(f'"{text}" is not an id: {reason}', f"write {suggestion}" if why_not_an_id(suggestion) is None else "")


def as_description(text: str) -> Description:
    """A description of 50 to 160 characters, what search engines show. Raises Unfit."""
    if len(text) in DESCRIPTION_LENGTH:
        return Description(text)
    shortest, longest = DESCRIPTION_LENGTH[0], DESCRIPTION_LENGTH[-1]
    hint = f"{shortest} to {longest} characters are shown whole by search engines and social networks"
    raise Unfit(f"the description has {len(text)} characters", hint)


def as_url(text: str) -> Url:
    """An absolute http or https address. Raises Unfit."""
    try:
        parts = urlsplit(text)
        fits = parts.scheme in ("http", "https") and parts.hostname and not re.search(r"[\s<>\"\\]", text)
        fits = fits and parts.port != 0  # reading the port is what finds out that it is none
    except ValueError:
        fits = False
    if fits:
        return Url(text)
    raise Unfit(f'"{text}" is not a web address', "write it whole, beginning with https://")


def as_site_url(text: str) -> SiteUrl:
    """The address of a folder on the web, to which the addresses of pages can be added. Raises Unfit."""
    parts = urlsplit(as_url(text))
    bare = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"
    if text != bare:
        raise Unfit(f"{text} holds more than the site's place on the web", f"write {bare}")
    if ".." in parts.path.split("/") or parts.path.endswith(".html"):
        raise Unfit(
            f"{text} is not the address of a folder", "write the address at which the first page's folder stands"
        )
    return SiteUrl(text)


def as_language(text: str) -> LanguageTag:
    """A BCP 47 language tag such as `en` or `fr-CA`. Raises Unfit."""
    if _LANGUAGE.fullmatch(text):
        return LanguageTag(text)
    raise Unfit(f'"{text}" is not a language tag', "write en, fr, fr-CA, zh-Hant and the like (BCP 47)")


def as_clock_time(text: str) -> ClockTime:
    """A time of day, `HH:MM` on a 24-hour clock. Raises Unfit."""
    if _CLOCK.fullmatch(text):
        return ClockTime(text)
    raise Unfit(f'"{text}" is not a time of day', "write it as 09:30 or 14:00")


def as_decimal(text: str) -> Decimal:
    """A plain decimal number, kept as written. Raises Unfit."""
    if _DECIMAL.fullmatch(text):
        return Decimal(text)
    raise Unfit(f'"{text}" is not a plain number', "write digits with a point, such as 1250 or 25.04")


def as_sha256(text: str) -> Sha256:
    """A SHA-256 in 64 lower-case hexadecimal digits. Raises Unfit."""
    if _SHA256.fullmatch(text):
        return Sha256(text)
    raise Unfit("this is not a SHA-256", "it has 64 digits from 0 to f; `sha256sum FILE` prints it")


def as_day(text: str) -> datetime.date:
    """One calendar day, `YYYY-MM-DD`. Raises Unfit."""
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        try:
            return datetime.date.fromisoformat(text)
        except ValueError:
            raise Unfit(f"{text} is not a calendar date", "look it up in a calendar", "date-value") from None
    raise Unfit(f'"{text}" is not a calendar date', "write it as 2026-01-14", "date-value")


def as_edtf(text: str) -> Edtf:
    """A date in nutgraf's profile of EDTF. Raises Unfit."""
    try:
        return parse_edtf(text)
    except EdtfError as error:
        raise Unfit(*advice_on(text, error), "date-value") from None


def as_event_date(text: str) -> EventDate:
    """The date of an event, in nutgraf's profile of EDTF. Raises Unfit."""
    try:
        return EventDate(as_edtf(text))
    except Unfit as unfit:
        raise Unfit(unfit.message, unfit.hint, "event-date") from None


def as_bool(text: str) -> bool:
    """`true` or `false`, as in YAML 1.2. Raises Unfit."""
    if text in ("true", "false"):
        return text == "true"
    raise Unfit(f'"{text}" is neither true nor false', "write true or false")


def as_int(text: str) -> int:
    """A whole number in plain digits. Raises Unfit."""
    if re.fullmatch(r"-?[0-9]{1,9}", text):
        return int(text)
    raise Unfit(f'"{text}" is not a whole number', "write plain digits, such as 3")


def as_text(text: str) -> Text:
    """The text itself."""
    return Text(text)


CONVERTERS: Mapping[object, Callable[[str], object]] = {
    Text: as_text,
    Quote: as_text,
    MediaPath: as_text,
    Id: as_id,
    IdOf: lambda text: IdOf(as_id(text)),
    Description: as_description,
    Url: as_url,
    SiteUrl: as_site_url,
    LanguageTag: as_language,
    ClockTime: as_clock_time,
    Decimal: as_decimal,
    Sha256: as_sha256,
    datetime.date: as_day,
    Edtf: as_edtf,
    EventDate: as_event_date,
    bool: as_bool,
    int: as_int,
}
"""How the text of a scalar becomes a value of each type that a field may have."""
