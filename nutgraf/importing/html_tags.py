"""What the tags, classes and ids of HTML say of what stands in them. Tables, and nothing but tables."""

from __future__ import annotations

import re

from nutgraf.importing.block import Role

BLOCK_TAGS = re.compile(
    r"</?(?:p|div|br|h[1-6]|li|ul|ol|td|tr|table|article|section|body|html|blockquote)\b[^<>]*>", re.IGNORECASE
)
INLINE_TAGS = re.compile(
    r"</?(?:a|b|i|u|em|strong|span|font|sup|sub|small|big|cite|abbr|mark|q|code|tt|s|del|ins|img|input)\b[^<>]*>|<!--.*?-->",
    re.IGNORECASE | re.DOTALL,
)
BREAK_TAG = re.compile(r"<br\s*/?>\n?", re.IGNORECASE)

CODE = re.compile(
    r"<(script|style|noscript|template|svg|math|iframe|object|canvas|audio|video|select)\b[^>]*>.*?</\1\s*>",
    re.IGNORECASE | re.DOTALL,
)
ASIDE = frozenset(["nav", "aside", "footer", "form", "menu", "dialog"])
VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "param"]
)
BREAKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "nav",
        "aside",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "caption",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "pre",
        "figure",
        "figcaption",
        "address",
        "hr",
        "form",
        "fieldset",
        "details",
        "summary",
        "body",
        "html",
        "title",
        "center",
        "menu",
        "dialog",
    ]
)
CLOSED_BY: dict[str, frozenset[str]] = {
    "p": BREAKS,
    "li": frozenset(["li"]),
    "td": frozenset(["td", "th", "tr"]),
    "th": frozenset(["td", "th", "tr"]),
    "tr": frozenset(["tr"]),
    "dt": frozenset(["dt", "dd"]),
    "dd": frozenset(["dt", "dd"]),
}
TOPS = frozenset(["header", "site-header", "page-header", "global-header", "topbar", "top-bar", "logo", "branding"])
OWN_LINE: tuple[Role, ...] = ("byline", "date")
"""What is a line of its own even in an inline element."""
NAMES: tuple[tuple[re.Pattern[str], Role], ...] = tuple(
    (re.compile(rf"(?:^|[\s_-])(?:{words})(?:$|[\s_-])", re.IGNORECASE), role)  # type: ignore[misc]  # the roles are literals
    for words, role in (
        ("related|read-?more|recommended|recirc|more-?stories|see-?also|also-?read|trending|most-?read", "related"),
        ("byline|author|authors|credit-?line", "byline"),
        ("dateline|date|published|pub-?date|timestamp|post-?date|entry-?date|article-?date", "date"),
        ("caption|wp-caption-text|figcaption", "caption"),
        ("share|sharing|social|sharebar|share-?tools|ad|ads|advert|advertisement|promo|newsletter|subscribe|cookie|cookies"
         "|breadcrumb|breadcrumbs|comments|comment-?list|sidebar|menu|navbar|navigation|footer|masthead|skip-?link|banner|sponsor"
         "|sponsored|tags|print-?link|noprint|mw-editsection|popup|modal|pagination", "aside"),
    )
)  # fmt: skip
INLINE = frozenset(
    [
        "a",
        "b",
        "i",
        "u",
        "em",
        "strong",
        "span",
        "font",
        "sup",
        "sub",
        "small",
        "big",
        "cite",
        "abbr",
        "mark",
        "q",
        "code",
        "tt",
        "s",
        "del",
        "ins",
        "wbr",
    ]
)
"""Tags within words: they part nothing."""
