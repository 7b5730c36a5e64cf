"""What a page shows, as plain lines: texts, links, labels, languages and dates, and nothing of how it looks.

Lines break where blocks do. A link is `[words](href)`. What stands in braces is not written on the page, and is read
aloud, shown on hovering, or read by programs: `{lang fr}`, `{2026-01-02}`, `{Note 1}`.
"""

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator

import html5lib

_INLINE = {
    "a", "abbr", "b", "bdi", "bdo", "button", "cite", "code", "del", "em", "i", "img", "input", "ins", "kbd", "mark",
    "q", "s", "small", "span", "strong", "sub", "sup", "td", "th", "time", "title",
}  # fmt: skip
_SILENT = {"style", "script", "defs"}
_LABELS = {
    "lang": "lang ",
    "datetime": "",
    "aria-label": "",
    "title": "",
    "alt": "alt ",
    "src": "",
    "target": "target ",
}
_ALWAYS = {"viewport", "color-scheme", "referrer", "og:type"}


def shown(page: str) -> tuple[list[str], list[str]]:
    """The lines of a page: those of its frame, which it has in common with others, and those of its main part."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    main = tree.find("body/main")
    assert main is not None
    inner = _lines(main)
    for child in list(main):
        main.remove(child)
    return _lines(tree), inner


def _lines(element: etree.Element) -> list[str]:
    text = "".join(_texts(element))
    return [line for it in text.split("\n") if (line := re.sub(r"\s+", " ", it).strip(" |"))]


def _texts(element: etree.Element) -> Iterator[str]:
    tag = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
    if not tag or tag in _SILENT:
        return
    edge = "" if tag in _INLINE else "\n"
    link = element.get("href") if tag == "a" else None
    yield edge + _labels(tag, element)
    yield "[" if link is not None else ""
    yield _own(element.text, tag)
    for child in element:
        yield from _texts(child)
        yield _own(child.tail, tag)
    yield f"]({link})" if link is not None else ""
    yield " | " if tag in ("td", "th") else edge


def _own(text: str | None, tag: str) -> str:
    """An element's own text: where it breaks a line in the file says nothing, but in `pre`."""
    return (text or "") if tag == "pre" else (text or "").replace("\n", " ")


def _labels(tag: str, element: etree.Element) -> str:
    if tag == "meta":
        return _meta(element)
    if tag == "link":
        return " ".join(filter(None, (f"{element.get('rel')}:", element.get("title"), element.get("href"))))
    found = [f"{words}{element.get(name)}" for name, words in _LABELS.items() if element.get(name) is not None]
    found += [name for name in ("aria-current", "checked", "open") if name in element.attrib]
    found += [element.get("dir", "")] if tag == "html" else []
    return "".join(f"{{{it}}}" for it in found)


def _meta(element: etree.Element) -> str:
    name = element.get("name") or element.get("property") or element.get("http-equiv") or ""
    return f"{name}: {element.get('content')}" if name and name not in {*_ALWAYS, "Content-Security-Policy"} else ""
