"""What feed readers and search engines fetch: feed.xml, sitemap.xml and robots.txt."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from html import escape

from nutgraf.model.addresses import FEED, absolute, address_of
from nutgraf.model.kinds import kind_of
from nutgraf.model.records import Change, Home
from nutgraf.model.site import Site

_XML = '<?xml version="1.0" encoding="utf-8"?>\n'


def feed(site: Site, url: str, changes: tuple[Change, ...], words_of: Callable[[Change], str]) -> bytes:
    """The log of changes as an Atom feed (RFC 4287). A change is dated by its day, at midnight UTC."""
    entries = "".join(_entry(url, change, words_of(change)) for change in changes)
    return (
        f'{_XML}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{escape(site.lang)}">\n'
        f"<title>{escape(site.title)}</title>\n"
        f"<id>{escape(absolute(url, kind_of(Home).page))}</id>\n"
        f"<updated>{_moment(changes[0].date)}</updated>\n"
        f"<author><name>{escape(site.publisher or site.title)}</name></author>\n"
        f'<link href="{escape(absolute(url, kind_of(Change).page))}"/>\n'
        f'<link rel="self" href="{escape(absolute(url, FEED))}"/>\n'
        f"{entries}</feed>\n"
    ).encode()


def _entry(url: str, change: Change, words: str) -> str:
    address = absolute(url, address_of(change))
    return (
        f"<entry>\n<title>{escape(change.title)}</title>\n"
        f"<id>{escape(address)}</id>\n"
        f'<link href="{escape(address)}"/>\n'
        f"<updated>{_moment(change.date)}</updated>\n"
        f'<category term="{escape(change.type)}"/>\n'
        f"<summary>{escape(words or change.title)}</summary>\n</entry>\n"
    )


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def sitemap(url: str, pages: Iterable[tuple[str, date | None]]) -> bytes:
    """The pages for search engines (sitemaps.org 0.9), each with the day it last changed where that is known."""
    rows = "".join(_row(absolute(url, address), changed) for address, changed in pages)
    return f'{_XML}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'.encode()


def _row(whole: str, changed: date | None) -> str:
    lastmod = f"<lastmod>{changed.isoformat()}</lastmod>" if changed else ""
    return f"<url><loc>{escape(whole)}</loc>{lastmod}</url>\n"


def robots(url: str) -> bytes:
    """robots.txt: everything may be read, and the sitemap is there."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {absolute(url, 'sitemap.xml')}\n".encode()
