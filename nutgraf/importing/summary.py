"""What an import did, in a few lines for a person. Refuses to hide what it couldn't find."""

from __future__ import annotations

from nutgraf.importing.article import Article
from nutgraf.importing.record import WANTED
from nutgraf.locales.pick import primary

_NAMES = {
    "en": "English", "fr": "French", "es": "Spanish", "pt": "Portuguese", "de": "German", "it": "Italian",
    "nl": "Dutch", "pl": "Polish", "ru": "Russian", "uk": "Ukrainian", "zh": "Chinese", "ja": "Japanese",
    "ko": "Korean", "ar": "Arabic", "fa": "Persian", "he": "Hebrew", "el": "Greek", "hi": "Hindi", "th": "Thai",
}  # fmt: skip
_SINGULAR = {
    "entities": "entity",
    "glued sentences": "glued sentence",
    "wrapped lines": "wrapped line",
    "tags": "tag",
    "no-break spaces": "no-break space",
    "invisible characters": "invisible character",
}
FULLY_SERVED = ("en", "fr")


def account(article: Article) -> list[str]:
    """How the seed was read, repaired and peeled, what was found, and what is missing."""
    rows = [
        ("read as", _read_as(article)),
        ("repaired", ", ".join(_counted(count, kind) for kind, count in article.repairs) or "nothing"),
        ("peeled", ", ".join(_peeled(article)) or "nothing"),
        ("found", ", ".join(_found(article)) or "nothing"),
    ]
    missing = [key for key in WANTED if getattr(article, key) is None]
    if missing:
        rows.append(
            ("missing", f"{', '.join(missing)}: fill in, then delete draft: true, or give --{' --'.join(missing)}")
        )
    return [f"  {label:<9} {text}" for label, text in rows]


def _counted(count: int, plural: str) -> str:
    return f"{count} {_SINGULAR.get(plural, plural) if count == 1 else plural}"


def _read_as(article: Article) -> str:
    if article.lang is None:
        return f"{article.encoding}, language unknown (give --lang), searched as English"
    spoken = primary(article.lang)
    words = f"{article.encoding}, {_NAMES.get(spoken, article.lang)}{' (guessed)' if article.guessed_lang else ''}"
    return (
        words
        if spoken in FULLY_SERVED
        else f"{words}; speakers and figures are searched well in English and French only"
    )


def _peeled(article: Article) -> list[str]:
    parts = [f"title ({_short(article.title)})"] if article.title and article.found_title else []
    if article.stated:
        other = "" if article.stated == article.date else f", where {article.date} was given"
        parts.append(f"date ({article.stated}{other})")
    parts += [f"byline ({_short(article.byline)})"] if article.byline else []
    parts += [_plural(len(article.related), "related item")] if article.related else []
    parts += [_plural(len(article.dropped), "other line")] if article.dropped else []
    return parts


def _short(text: str) -> str:
    return text if len(text) <= 50 else f"{text[:49].rstrip()}…"


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _found(article: Article) -> list[str]:
    open_dates = sum(it.date is None or it.date.startswith("XXXX") for it in article.events)
    unnamed = sum(it.speaker is None for it in article.quotes)
    parts = [
        (len(article.quotes), "quotation", f" ({unnamed} without a speaker)" if unnamed else ""),
        (len(article.events), "event", f" ({open_dates} without a year)" if open_dates else ""),
        (len(article.figures), "figure", ""),
        (len(article.people) + len(article.organisations), "name", ""),
    ]
    return [_plural(count, noun) + aside for count, noun, aside in parts if count]
