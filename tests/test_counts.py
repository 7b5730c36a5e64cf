"""What a new kind and a new field cost, counted in modules and tried in a copy of the package."""

import ast
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from nutgraf.model.kinds import KINDS
from nutgraf.views.table import PAGES
from tests.sitekit import DEFAULTS, PLAIN, ROOT, write_site

FEW = 3
"""So many kinds may be meant in one place; whatever names more of them at once is a list of the kinds."""

TABLES = {
    "nutgraf.model.kinds": "KINDS, the table itself",
    "nutgraf.views.table": "PAGES, the line that each kind has there",
    "nutgraf.views.home": "the first page shows something of several kinds",
    "nutgraf.views.linked_data": "an article names those it is about, what it cites and who stands for it",
}
"""Where more are named, and why."""

NAMES = {kind.record.__name__: kind.name for kind in KINDS}
FIELDS = {f"{kind.name}s": kind.name for kind in KINDS}
"""What a field of the content would be called that holds one kind."""
WORDS = {word: kind.name for kind in KINDS for word in (kind.name, kind.folder, kind.page) if word}


def kinds_named(node: ast.AST) -> set[str]:
    """The kinds that a node itself names: by record, by a field of the content, by a text."""
    found: list[str | None] = []
    if isinstance(node, ast.Name):
        found.append(NAMES.get(node.id))
    elif isinstance(node, ast.Attribute):
        found.append(NAMES.get(node.attr))
        if ast.unparse(node.value).rpartition(".")[2] == "content":
            found.append(FIELDS.get(node.attr))
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        found.append(WORDS.get(node.value))
    return {it for it in found if it}


def pieces(tree: ast.Module) -> Iterator[tuple[str, set[str]]]:
    """The functions of a module, what is left of its classes, its other statements: each with the kinds it names."""

    def named(node: ast.AST) -> set[str]:
        own = (it for it in ast.iter_child_nodes(node) if not isinstance(it, ast.FunctionDef | ast.ClassDef))
        return kinds_named(node).union(*map(named, own))

    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name, named(node)
    for statement in tree.body:
        if not isinstance(statement, ast.FunctionDef | ast.ClassDef):
            yield f"line {statement.lineno}", named(statement)


def lists_of_kinds(package: Path) -> dict[str, dict[str, set[str]]]:
    """By module: what in it names more than a few kinds."""
    found: dict[str, dict[str, set[str]]] = {}
    for path in sorted(package.rglob("*.py")):
        many = {name: kinds for name, kinds in pieces(ast.parse(path.read_text("utf-8"))) if len(kinds) > FEW}
        if many:
            found[".".join(path.relative_to(package.parent).with_suffix("").parts)] = many
    return found


def test_the_kinds_are_listed_in_one_table() -> None:
    found = lists_of_kinds(ROOT / "nutgraf")
    assert {name: many for name, many in found.items() if name not in TABLES} == {}
    assert set(found) == set(TABLES)


def test_every_kind_has_a_line_in_the_table_of_pages() -> None:
    assert {record for record, _ in PAGES} == {kind.record for kind in KINDS}


SCRIPT = """
import datetime, json, sys
from pathlib import Path
from nutgraf.importing.sheets import read_sheet
from nutgraf.model.options import Options
from nutgraf.model.walk import documents_of, live_addresses
from nutgraf.pipeline import Folders, make_site

site, home = map(Path, sys.argv[1:])
made = make_site(Folders(site=site, out=site / "public", home=home),
                 Options(today=datetime.date(2026, 1, 20), pictures=False))
files = {it.address: it.data.decode() for it in made.outputs.files} if made.outputs else {}
sheet = read_sheet(files["events.csv"].encode(), "events.csv", None) if "events.csv" in files else None
print(json.dumps({
    "problems": [f"{it.at.path}:{it.at.line}:{it.at.column} {it.message}" for it in made.problems],
    "files": files,
    "imported": {it.path: it.text for it in sheet.files} if sheet else {},
    "documents": [it.origin.path for it in documents_of(made.content)],
    "addresses": sorted(live_addresses(made.content)),
    "targets": sorted(made.content.targets),
}))
"""


Changes = Mapping[str, Mapping[str, str]]
"""By module: what is put before which line of it."""


def with_changed(tree: Path, changes: Changes, files: Mapping[str, str]) -> dict[str, Any]:
    """What a changed copy of nutgraf makes of a site."""
    shutil.copytree(ROOT / "nutgraf", tree / "nutgraf", ignore=shutil.ignore_patterns("__pycache__"))
    for name, added in changes.items():
        path = tree / "nutgraf" / name
        text = path.read_text("utf-8")
        for before, lines in added.items():
            assert text.count(before) == 1, f"{name} has no one place for {lines}"
            text = text.replace(before, lines + before)
        path.write_text(text, "utf-8")
    site = write_site(tree / "site", {**DEFAULTS, **files})
    words = [sys.executable, "-c", SCRIPT, str(site), str(PLAIN)]
    told = subprocess.run(words, cwd=tree, capture_output=True, text=True, check=False, timeout=60)
    assert told.returncode == 0, told.stderr
    found: dict[str, Any] = json.loads(told.stdout)
    return found


NEW_FIELDS = """\
    weather: Annotated[Text | None, "what the sky was like"] = None
    witnesses: Annotated[tuple[IdOf[Player], ...], "ids of the players who saw it"] = ()
    told_by: Annotated[Citation | None, "the source that told it first"] = None
"""
FIELD: Changes = {
    "model/records.py": {'    date_note: Annotated[Text | None, "how the date is known, or what': NEW_FIELDS}
}
EVENT = (
    "---\ntitle: Flood\ndate: 2026-01-02\nsources: [gauge]\nweather: 'rain: heavy'\nwitnesses: [{witness}]\n"
    "told_by: {source}\n---\n"
)
PLAYER = "---\ntitle: Ann Reed\nrole: Mayor\n---\n"


def with_new_fields(tmp_path: Path, *, witness: str = "reed", source: str = "gauge") -> dict[str, Any]:
    files = {
        "content/timeline/flood.md": EVENT.format(witness=witness, source=source),
        "content/players/reed.md": PLAYER,
    }
    return with_changed(tmp_path, FIELD, files)


def test_a_field_of_events_is_exported_and_imported_by_its_declaration_alone(tmp_path: Path) -> None:
    found = with_new_fields(tmp_path)
    assert found["problems"] == []
    files, imported = found["files"], found["imported"]
    head, row = files["events.csv"].split("\r\n")[:2]
    assert ",in_response_to,weather,witnesses,date_note," in head
    assert ",told_by,told_by_quote,told_by_translation,media," in head
    assert ",rain: heavy,reed," in row
    (event,) = json.loads(files["events.json"])["events"]
    assert (event["weather"], event["witnesses"], event["told_by"]) == ("rain: heavy", ["reed"], {"source": "gauge"})
    assert '\nweather: "rain: heavy"\n' in imported["flood.md"]
    assert "\nwitnesses:\n  - reed\n" in imported["flood.md"]
    assert "told_by:\n  source: gauge\n" in imported["flood.md"]


def test_a_field_that_names_files_is_checked_by_its_declaration_alone(tmp_path: Path) -> None:
    found = with_new_fields(tmp_path, witness="rede", source="gauje")
    assert found["problems"] == [
        'content/timeline/flood.md:6:13 no player has the id "rede"',
        'content/timeline/flood.md:7:10 no source has the id "gauje"',
    ]


def test_who_is_named_in_a_new_field_is_mentioned_there(tmp_path: Path) -> None:
    files = with_new_fields(tmp_path)["files"]
    assert "timeline.html#flood" in files["players.html"]
    assert "timeline.html#flood" in files["sources.html"]


KIND: Changes = {
    "model/records.py": {
        "@dataclass(frozen=True, slots=True, kw_only=True)\nclass Term(Document):": (
            "@dataclass(frozen=True, slots=True, kw_only=True)\nclass Venue(Document):\n"
            '    keeper: Annotated[IdOf[Player] | None, "the id of who keeps it"] = None\n\n\n'
        )
    },
    "model/kinds.py": {
        "from nutgraf.model.strings import": "from nutgraf.model.records import Venue\n",
        '    Kind("term", Term': (
            '    Kind("venue", Venue, folder="venues", label=lambda it: it.place, order=_by_title, is_linkable=True),\n'
        ),
    },
}
HOME = "---\ntitle: Why does the river rise?\n---\n\n"


def test_a_kind_is_read_and_given_ids_and_addresses_by_its_entry_alone(tmp_path: Path) -> None:
    venue = "---\ntitle: The pier\nkeeper: reed\naliases: [jetty]\n---\n\nIt [[reed|stands]].\n"
    files = {
        "content/venues/pier.md": venue,
        "content/players/reed.md": PLAYER,
        "content/index.md": f"{HOME}By the [[jetty]], as [it](venues/pier.md) stands.\n",
        "content/permalinks.txt": "venues.html#jetty\n",
    }
    found = with_changed(tmp_path, KIND, files)
    assert found["problems"] == []
    assert found["documents"] == ["content/index.md", "content/players/reed.md", "content/venues/pier.md"]
    assert found["addresses"] == ["players.html#reed", "sources.html#gauge", "venues.html#jetty", "venues.html#pier"]
    assert found["targets"] == ["jetty", "pier", "reed"]


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        (
            {"content/venues/pier.md": "---\ntitle: The pier\nkeeper: rede\n---\n"},
            'content/venues/pier.md:3:9 no player has the id "rede"',
        ),
        (
            {"content/venues/pier.md": "---\ntitle: The pier\n---\n\nIt [[stands]].\n"},
            'content/venues/pier.md:5:4 no explainer, event, player, number, venue or term has the id "stands"',
        ),
        (
            {"content/venues/pier.md": "---\ntitle: The pier\nkeeper: pier\n---\n"},
            'content/venues/pier.md:3:9 "pier" is a venue, not a player',
        ),
        (
            {"content/venues/pier.md": "---\ntitle: A\n---\n", "content/glossary/pier.md": "---\ntitle: B\n---\n"},
            'content/venues/pier.md:0:0 the id "pier" is already taken by content/glossary/pier.md',
        ),
    ],
)
def test_a_kind_is_checked_by_its_entry_alone(tmp_path: Path, files: Mapping[str, str], problem: str) -> None:
    assert with_changed(tmp_path, KIND, files)["problems"] == [problem]
