"""No address once published disappears: content/permalinks.txt remembers them all, and aliases keep old ones alive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from nutgraf.model.addresses import kind_with
from nutgraf.model.inputs import InputFile
from nutgraf.model.nearest import nearest
from nutgraf.model.problems import Place, Problem
from nutgraf.model.site import Content
from nutgraf.model.walk import live_addresses

MOST_HEIRS = 50
"""For how many lost addresses a file is suggested; looking for one takes a while, and where so many are lost no file
can be what became of them."""
_LET_DIE = "or delete this line to let the address die"
_PUBLISH = f"it is a draft now: publish it again by deleting its line draft: true, {_LET_DIE}"


def check_permalinks(content: Content) -> Iterator[Problem]:
    """A problem for each line of the ledger that no longer leads anywhere."""
    level = content.site.checks.permalink
    if content.ledger is None or level == "off":
        return
    for problem in _lost(content.ledger, content):
        yield replace(problem, severity=level)


def _lost(ledger: InputFile, content: Content) -> Iterator[Problem]:
    live, gone = live_addresses(content), 0
    for number, line in enumerate(ledger.text.split("\n"), 1):
        address = line.strip()
        if not address or address.startswith("#") or address in live:
            continue
        held = _why_held(address, content)
        if held == "draft":
            yield _gone(ledger, number, address, _PUBLISH)
        elif held is None:
            gone += 1
            heir = nearest(address, live) if gone <= MOST_HEIRS else None
            yield _gone(ledger, number, address, _inherit(address, heir))


def _why_held(address: str, content: Content) -> Literal["broken", "draft"] | None:
    kind = kind_with(address)
    return content.held.why(_name(address), (kind.namespace,)) if kind else None


def _name(address: str) -> str:
    """The id that an address was made from."""
    return address.rpartition("#")[2] if "#" in address else address.rpartition("/")[2].removesuffix(".html")


def _inherit(address: str, heir: str | None) -> str:
    successor = f"the file that took its place ({heir}?)" if heir else "the file that took its place"
    return f"add aliases: [{_name(address)}] to {successor}, {_LET_DIE}"


def _gone(ledger: InputFile, line: int, address: str, hint: str) -> Problem:
    at = Place(ledger.path, line, 1, len(address))
    return Problem(code="permalink", at=at, message=f"{address} was published and is gone", hint=hint)
