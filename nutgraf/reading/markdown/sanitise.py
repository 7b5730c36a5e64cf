"""The allow-list of HTML that may stand on a page: what Python-Markdown makes, and nothing that runs or fetches."""

from __future__ import annotations

import functools

import nh3

TAGS = frozenset({
    "p", "br", "hr", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "dl", "dt", "dd", "table",
    "thead", "tbody", "tr", "th", "td", "caption", "a", "img", "h2", "h3", "h4", "h5", "h6", "sup", "sub",
    "abbr", "q", "cite", "del", "ins", "span", "div",
})  # fmt: skip

ATTRIBUTES: dict[str, set[str]] = {
    "*": {"id", "class", "title", "lang", "dir"},
    "a": {"href", "role"},
    "img": {"src", "alt", "width", "height"},
    "th": {"align", "scope", "colspan", "rowspan"},
    "td": {"align", "colspan", "rowspan"},
    "ol": {"start"},
    "li": {"role"},
    "div": {"role"},
}

SCHEMES = frozenset({"http", "https", "mailto", "tel"})


def sanitise(html: str) -> str:
    """The HTML with every tag, attribute and address scheme that isn't allowed taken out."""
    return _cleaner().clean(html).replace("&nbsp;", "\u00a0") if html else ""  # shorter, and as it was written


@functools.cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(TAGS), attributes=ATTRIBUTES, url_schemes=set(SCHEMES), link_rel=None, strip_comments=True
    )


def may_carry(attribute: str) -> bool:
    """Whether an attribute list (`{…}`) may set this attribute on some element."""
    return any(attribute in allowed for allowed in ATTRIBUTES.values())
