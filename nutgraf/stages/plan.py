"""Content to a plan: every page with what its template is given, and every file that is carried over as it is.

Refuses two things on one address.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import PurePosixPath

from nutgraf.evidence.verdicts import Evidence
from nutgraf.exports.files import exports
from nutgraf.locales.pick import direction
from nutgraf.model.inputs import Inputs
from nutgraf.model.kinds import MEDIA_FOLDER
from nutgraf.model.pages import Output, Plan, SiteView
from nutgraf.model.problems import Checked, Place, Problem
from nutgraf.model.site import Content
from nutgraf.model.walk import live_addresses
from nutgraf.reading.typography import typeset
from nutgraf.views.edition import edition_of
from nutgraf.views.table import navigation, pages


def plan(content: Content, evidence: Evidence, inputs: Inputs) -> Checked[Plan]:
    """Everything that public/ will hold. Call it only with content that has no errors."""
    edition = edition_of(content, evidence, navigation(content))
    made = tuple(pages(edition))
    copies = (*_copies(inputs), *exports(edition, made))
    site = SiteView(
        title=typeset(content.site.title, content.site.lang),
        url=content.site.url,
        publisher=typeset(content.site.publisher, content.site.lang) if content.site.publisher else None,
        lang=content.site.lang,
        direction=direction(content.site.lang),
        strings=edition.language.strings,
    )
    whole = Plan(site=site, pages=made, copies=copies, permalinks=tuple(sorted(live_addresses(content))))
    return Checked(whole, tuple(_collisions(whole)))


def _copies(inputs: Inputs) -> Iterator[Output]:
    yield from (Output(blob.path, blob.data) for blob in inputs.assets)
    yield from (Output(f"{MEDIA_FOLDER}/{blob.path}", blob.data) for blob in inputs.media)


def _collisions(made: Plan) -> Iterator[Problem]:
    """Addresses that two files would share, also where a file system doesn't tell capitals or accents apart."""
    taken: dict[str, str] = {}
    for address in (*(page.address for page in made.pages), *(copy.address for copy in made.copies)):
        key = _key(address)
        if key in taken:
            message = f"public/{address} would be made twice"
            yield Problem(code="address", at=Place(taken[key]), message=message, hint="rename one of the files")
        taken[key] = address
    folders = {
        _key(str(folder)): str(folder) for address in taken.values() for folder in PurePosixPath(address).parents
    }
    for key in sorted(folders.keys() & taken.keys()):
        message = f"public/{folders[key]} would be a folder and a file"
        yield Problem(code="address", at=Place(taken[key]), message=message, hint="rename one of them")


def _key(address: str) -> str:
    return unicodedata.normalize("NFC", address).casefold()
