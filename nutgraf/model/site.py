"""site.yaml and the whole validated content of a site."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Annotated, Literal, cast

from nutgraf.model.fields import fields_of
from nutgraf.model.inputs import InputFile
from nutgraf.model.kinds import CITED, NAMESPACES, TARGETS
from nutgraf.model.prose import Prose
from nutgraf.model.records import Description, Doc, Document, Home, LanguageTag, Origin, SiteUrl, Source, Text

ENGLISH = LanguageTag("en")

CheckLevel = Literal["error", "warning", "off"]
Name = tuple[str, str]
"""The namespace that an id belongs to (kinds.py), and the id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLevels:
    """How severe each check of the content against its sources is."""

    coverage: Annotated[CheckLevel, "every claim that needs a source names one"] = "error"
    quote: Annotated[CheckLevel, "pinned and quoted words stand in their source"] = "error"
    figure: Annotated[CheckLevel, "figures stand in the words or the source they rest on"] = "error"
    copying: Annotated[CheckLevel, "no page repeats 15 words of a source with `rights: quote`"] = "error"
    date: Annotated[CheckLevel, "an event's date stands in a source, or `date_note` explains it"] = "warning"
    permalink: Annotated[CheckLevel, "no published address disappears"] = "error"
    seed: Annotated[CheckLevel, "a source's `seed` is there and has the bytes that `sha256` says"] = "warning"
    stale: Annotated[CheckLevel, "no `review_by` day has passed"] = "warning"
    link: Annotated[Literal["error"], "every mention leads somewhere; can't be lowered, or no page could be made"] = (
        "error"
    )
    address: Annotated[
        Literal["error"], "no two things on one address; can't be lowered, as only one can stand there"
    ] = "error"

    def switched_off(self) -> tuple[str, ...]:
        """The names of the checks that are off."""
        return tuple(spec.name for spec in fields_of(CheckLevels) if getattr(self, spec.name) == "off")


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The settings in site.yaml."""

    origin: Origin
    title: Annotated[Text, "the name of the site"]
    url: Annotated[SiteUrl | None, "where it will stand; needed for canonical links, feeds and the sitemap"] = None
    lang: Annotated[LanguageTag, "BCP 47 language of the site; picks the interface's words"] = ENGLISH
    description: Annotated[Description | None, "50 to 160 characters for search engines and social networks"] = None
    publisher: Annotated[Text | None, "who publishes the site"] = None
    order: Annotated[Literal["oldest", "newest"], "which event the timeline begins with"] = "oldest"
    checks: Annotated[CheckLevels, "how severe each check is: `error`, `warning` or `off`"] = CheckLevels()


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Ids that exist but can't be linked to in this build, so that nothing calls them unknown."""

    drafts: frozenset[Name] = frozenset()
    """Under their earlier ids as well."""
    draft_files: int = 0
    broken: frozenset[Name] = frozenset()
    """Files with errors of their own, of which a name or place that can't be is one: reported once and not again at
    every mention. A file of which nothing tells the kind stands here in every namespace."""
    broken_bodies: tuple[Prose, ...] = ()
    """What those files say, so that their mentions are checked in the same run."""

    def why(self, name: str, namespaces: Collection[str] = NAMESPACES) -> Literal["broken", "draft"] | None:
        """Why nothing of that name can be linked to in any of these namespaces, if it exists at all."""
        wanted = {(namespace, name) for namespace in namespaces}
        if not wanted.isdisjoint(self.broken):
            return "broken"
        return None if wanted.isdisjoint(self.drafts) else "draft"


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Everything an author wrote, typed and sorted; drafts already left out."""

    site: Site
    documents: Mapping[type[Document], tuple[Document, ...]]
    """By record, each kind in its order."""
    index: Mapping[str, Mapping[str, Document]]
    """By namespace (kinds.py): what an id or an earlier id leads to."""
    media: frozenset[str]
    """Paths of the files in content/media/, relative to it."""
    held: Held
    seeds: Mapping[str, str]
    """SHA-256 of each file in seeds/, by its path in the site."""
    ledger: InputFile | None
    """The addresses published before, one a line."""

    def of(self, record: type[Doc]) -> tuple[Doc, ...]:
        """The documents of that record, in the order of their kind."""
        return cast("tuple[Doc, ...]", self.documents[record])

    @property
    def home(self) -> Home:
        """The first page."""
        return self.of(Home)[0]

    @property
    def targets(self) -> Mapping[str, Document]:
        """What `[[id]]` leads to."""
        return self.index[TARGETS]

    @property
    def source_index(self) -> Mapping[str, Source]:
        """What `[@id]` cites."""
        return cast("Mapping[str, Source]", self.index[CITED])
