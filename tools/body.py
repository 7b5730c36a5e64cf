"""Bodies as a page shows them, for whoever measures how Markdown is read. Checks nothing and knows no other file.

    python -m tools.body < bodies.json > pages.json

Read is `{name: [language, body]}`, and written `{name: HTML}`: sections under their headings, then footnotes; a slot
stands as a link to what it leads to.
"""

from __future__ import annotations

import html
import json
import sys

from nutgraf.model.prose import Cite, FileLink, Fragment, Prose, Reference, Slot
from nutgraf.reading.markdown.body import read_body
from nutgraf.reading.markdown.manner import Manner


def main() -> int:
    """Run the tool and return its exit status."""
    bodies: dict[str, tuple[str, str]] = json.load(sys.stdin)
    json.dump({name: shown(text, lang) for name, (lang, text) in bodies.items()}, sys.stdout, ensure_ascii=False)
    return 0


def shown(text: str, lang: str) -> str:
    """The HTML of a body in that language, English if none is named, as the body of an explainer."""
    manner = Manner(
        path="content/explainers/body.md",
        folder="explainers",
        first_line=1,
        lang=lang or "en",
        prefix="body",
        back_to_text="{}",
        headings=True,
    )
    return "\n".join(filter(None, _parts(read_body(text, manner).value)))


def _parts(prose: Prose) -> list[str]:
    parts = [_filled(prose.lead)]
    for section in prose.sections:
        parts += f'<h2 id="{section.id}">{_filled(section.heading)}</h2>', _filled(section.body)
    return [*parts, _filled(prose.footnotes)]


def _filled(fragment: Fragment) -> str:
    return "".join(part if isinstance(part, str) else _link(part) for part in fragment.parts)


def _link(slot: Slot) -> str:
    if isinstance(slot, Cite):
        return f'<a href="#{slot.source}"></a>'
    if isinstance(slot, Reference):
        return f'<a href="#{slot.target}">{html.escape(slot.words or slot.target)}</a>'
    if isinstance(slot, FileLink):
        return f"../{slot.path}" + (f"#{slot.fragment}" if slot.fragment else "")
    return f'<a href="#{slot.target}">{html.escape(slot.target)}</a>'


if __name__ == "__main__":
    sys.exit(main())
