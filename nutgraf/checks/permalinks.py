"""No address once published disappears: content/permalinks.txt remembers them all, and aliases keep old ones alive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nutgraf.model.inputs import InputFile
from nutgraf.model.problems import Place, Problem
from nutgraf.model.site import Content
from nutgraf.model.walk import live_addresses
from nutgraf.reading.nearest import nearest

MOST_HEIRS = 50
"""For how many lost addresses a file is suggested; looking for one takes a while, and where so many are lost no file
can be what became of them."""


def check_permalinks(content: Content) -> Iterator[Problem]:
    """A problem for each line of the ledger that no longer leads anywhere."""
    level = content.site.checks.permalink
    if content.ledger is None or level == "off":
        return
    live, gone = live_addresses(content), 0
    for number, line in enumerate(content.ledger.text.split("\n"), 1):
        address = line.strip()
        if address and not address.startswith("#") and address not in live and not _is_held(address, content):
            gone += 1
            heir = nearest(address, live) if gone <= MOST_HEIRS else None
            yield replace(_gone(content.ledger, number, address, heir), severity=level)


def _is_held(address: str, content: Content) -> bool:
    return _name(address) in content.held.broken


def _name(address: str) -> str:
    """The id that an address was made from."""
    return address.rpartition("#")[2] if "#" in address else address.rpartition("/")[2].removesuffix(".html")


def _gone(ledger: InputFile, line: int, address: str, heir: str | None) -> Problem:
    successor = f"the file that took its place ({heir}?)" if heir else "the file that took its place"
    return Problem(
        code="permalink",
        at=Place(ledger.path, line, 1, len(address)),
        message=f"{address} was published and is gone",
        hint=f"add aliases: [{_name(address)}] to {successor}, or delete this line to let the address die",
    )
