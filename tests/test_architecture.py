"""The shape of nutgraf/, read off its syntax trees: who may import whom, who touches the disk, how long is too long.

docs/architecture.md draws the same picture.
"""

import ast
import functools
import re
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

import pytest

from tests.sitekit import ROOT

LAYERS = (
    ("model",),
    ("disk",),
    ("locales",),
    ("reading",),
    ("evidence",),
    ("importing",),
    ("checks",),
    ("views",),
    ("exports",),
    ("stages",),
    ("pipeline",),
    ("requirements", "report", "terminal", "arguments"),
    ("overlay",),
    ("serve",),
    ("cli",),
    ("build",),
)
"""From the ground up; a module imports from its own layer and from those before it."""

ALONE = ("stages", "checks")
"""Layers whose modules know nothing of each other."""

HELPERS = {("nutgraf.stages.render", "nutgraf.stages.rasterise")}
"""The exceptions to that, by name."""

HOMES: Mapping[str, str] = {
    "markdown": "nutgraf.reading.markdown",
    "yaml": "nutgraf.reading.frontmatter.yamltree",
    "nh3": "nutgraf.reading.markdown.sanitise",
    "jinja2": "nutgraf.stages.render",
    "livereload": "nutgraf.serve",
    "tornado": "nutgraf.serve",
}
"""The one module that imports each of these packages or, of Python-Markdown, the room that extends it."""

MARKUP = ("stages", "views", "exports")
"""The layers that may make Markup."""

IMPORT = "nutgraf.importing.command"
"""The command that turns seeds into content; no build imports it."""

DISK = "disk"
"""The layer that touches the file system."""
AROUND_THE_DISK = {
    "build": ["Path(__file__).resolve"],  # it finds its own folder before there is anything of ours to ask
    "nutgraf.terminal": ["Path(os.devnull).open"],  # what stands in for a stream that the caller has closed
}
"""All that other modules take of the file system."""

FILE_MODULES = {
    "os", "os.path", "io", "codecs", "shutil", "glob", "stat", "tempfile", "fileinput", "linecache", "mmap",
    "fcntl", "ctypes",
}  # fmt: skip
HARMLESS = {
    "os.environ", "os.name", "os.sep", "os.devnull", "os.dup2", "io.StringIO", "codecs.lookup", "codecs.BOM_UTF8",
    "codecs.BOM_UTF16_LE", "codecs.BOM_UTF16_BE", "codecs.BOM_UTF32_LE", "codecs.BOM_UTF32_BE",
}  # fmt: skip
"""What touches no file system, though it stands in such a module."""

FILE_METHODS = {it for it in dir(Path) if not it.startswith("_") and not hasattr(PurePath, it)} - {"home"} | {
    "walk", "copy", "copy_into", "move", "move_into", "is_junction", "scandir", "extract_tb", "extract_stack",
}  # fmt: skip
"""What a Path can do and a PurePath can't, in this Python and in later ones, and what reads the lines of a traceback.

`home` is a field of ours; `Path.home` is found by its Path.
"""

TALKERS = {"nutgraf.terminal"}
CLOCKS = {"nutgraf.cli", "nutgraf.serve"}


@dataclass(frozen=True, slots=True)
class Module:
    name: str
    path: Path
    text: str
    tree: ast.Module

    @property
    def layer(self) -> str:
        return self.name.split(".")[1] if "." in self.name else self.name

    def imports(self) -> Iterator[str]:
        """The modules that this one imports, wherever in it; of `from a import b`, a.b where that is a module."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                assert not node.level, f"{self.name} imports by dots"
                source = node.module or ""
                for alias in node.names:
                    yield f"{source}.{alias.name}" if f"{source}.{alias.name}" in NAMES else source

    def calls(self) -> Iterator[tuple[str, int]]:
        """The names of what is called, alone and on what they are called on, and their lines."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                yield ast.unparse(node.func).rpartition(".")[2], node.lineno
                yield ast.unparse(node.func), node.lineno

    def top_level(self) -> Iterator[tuple[str, ast.expr]]:
        """The names that the module itself assigns, with what it assigns to them."""
        for node in self.tree.body:
            if isinstance(node, ast.Assign):
                yield from ((ast.unparse(target), node.value) for target in node.targets)
            elif isinstance(node, ast.AnnAssign) and node.value is not None:
                yield ast.unparse(node.target), node.value

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        return (it for it in ast.walk(self.tree) if isinstance(it, ast.FunctionDef | ast.AsyncFunctionDef))


PATHS = [*sorted((ROOT / "nutgraf").rglob("*.py")), ROOT / "build.py"]
NAMES = {".".join(it.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): it for it in PATHS}


ORDER = {name: number for number, names in enumerate(LAYERS) for name in names}


@functools.cache
def modules() -> tuple[Module, ...]:
    """Every module, nutgraf/__init__.py with its version left out."""
    texts = {name: path.read_text(encoding="utf-8") for name, path in NAMES.items() if name != "nutgraf"}
    return tuple(Module(name, NAMES[name], text, ast.parse(text, NAMES[name])) for name, text in texts.items())


def offenders(rule: Callable[[Module], Collection[object]]) -> dict[str, Collection[object]]:
    """What a rule finds in each module; nothing, if all keep to it."""
    return {module.name: found for module in modules() if (found := rule(module))}


def calls_in(module: Module, names: Collection[str]) -> list[str]:
    """Where a module calls something of these names."""
    return [f"{name} in line {line}" for name, line in module.calls() if name in names]


def touches(module: Module) -> list[str]:
    """What a module names of the file system, whether it calls it or hands it on."""
    strings = {id(it.func) for it in ast.walk(module.tree) if isinstance(it, ast.Call) and len(it.args) > 1}
    return [
        ast.unparse(node)
        for node in ast.walk(module.tree)
        if is_import_of_files(node) or is_of_the_file_system(node, is_called_with_two=id(node) in strings)
    ]


def is_import_of_files(node: ast.AST) -> bool:
    """Whether a name of the file system is taken out of its module, or the module gets another name."""
    if isinstance(node, ast.ImportFrom):
        return node.module in FILE_MODULES
    return isinstance(node, ast.Import) and any(it.asname and it.name in FILE_MODULES for it in node.names)


def is_of_the_file_system(node: ast.AST, *, is_called_with_two: bool) -> bool:
    if isinstance(node, ast.Name):
        return node.id == "open"
    if not isinstance(node, ast.Attribute):
        return False
    owner = ast.unparse(node.value)
    if owner in FILE_MODULES:
        return f"{owner}.{node.attr}" not in HARMLESS
    if node.attr == "replace":  # a Path's takes one argument, a text's two
        return not is_called_with_two
    return node.attr in FILE_METHODS or owner == "Path"


def may_import(importer: Module, imported: str) -> bool:
    if imported == "nutgraf":  # its version
        return True
    layer = imported.split(".")[1]
    if layer == importer.layer and layer in ALONE:
        return (importer.name, imported) in HELPERS
    return ORDER[layer] <= ORDER[importer.layer]


def upward(module: Module) -> list[str]:
    """What a module of ours imports of ours and may not."""
    ours = [it for it in module.imports() if it == "nutgraf" or it.startswith("nutgraf.")]
    return [it for it in ours if not may_import(module, it)]


def importers() -> dict[str, set[str]]:
    """The modules that import each package of others."""
    found: dict[str, set[str]] = {}
    for module in modules():
        for package in {it.partition(".")[0] for it in module.imports()} - set(sys.stdlib_module_names) - {"nutgraf"}:
            found.setdefault(package, set()).add(module.name)
    return found


def depth(node: ast.AST) -> int:
    """How many blocks stand within each other; an elif is beside its if."""
    own = isinstance(node, ast.For | ast.While | ast.If | ast.With | ast.Try | ast.Match)
    is_elif = isinstance(node, ast.If) and len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If)
    beside = node.orelse if isinstance(node, ast.If) and is_elif else []
    below = [it for it in ast.iter_child_nodes(node) if it not in beside]
    return max([int(own) + depth(it) for it in below] + [depth(it) for it in beside] + [int(own)])


def test_every_module_stands_in_a_layer() -> None:
    assert {it.layer for it in modules()} <= set(ORDER)


def test_modules_import_only_from_the_layers_below() -> None:
    assert offenders(upward) == {}


def test_no_build_imports_the_import() -> None:
    others = [it for it in modules() if it.layer != "importing"]
    assert {it.name for it in others if IMPORT in it.imports()} == {"nutgraf.cli"}
    bringing = {it.name for it in others if any(name.startswith("nutgraf.importing.") for name in it.imports())}
    assert bringing == {"nutgraf.arguments", "nutgraf.cli"}


def test_no_modules_import_each_other_in_a_circle() -> None:
    below = {it.name: {name for name in it.imports() if name in NAMES and name != "nutgraf"} for it in modules()}
    while free := [name for name, needs in below.items() if not needs & below.keys()]:
        for name in free:
            del below[name]
    assert below == {}


def test_each_package_of_others_is_imported_in_one_place() -> None:
    assert {
        package: names
        for package, names in importers().items()
        if package not in ("markupsafe", "markdown") and len(names) > 1
    } == {}


@pytest.mark.parametrize(("package", "home"), HOMES.items())
def test_the_packages_that_nutgraf_was_built_on_have_their_known_place(package: str, home: str) -> None:
    assert {it for it in importers()[package] if it != home and not it.startswith(f"{home}.")} == set()


def test_only_what_makes_pages_makes_markup() -> None:
    assert {name.split(".")[1] for name in importers()["markupsafe"]} <= set(MARKUP)


def test_only_the_rim_prints() -> None:
    assert set(offenders(lambda it: calls_in(it, {"print"}))) <= TALKERS


def test_only_the_disk_s_own_room_touches_the_file_system() -> None:
    outside = {it.name: touches(it) for it in modules() if it.layer != DISK}
    assert {name: found for name, found in outside.items() if found} == AROUND_THE_DISK


@pytest.mark.parametrize(
    "line",
    [
        "open(path)",
        "path.exists()",
        "path.read_text(encoding='utf-8')",
        "Path(name).resolve()",
        "path.replace(target)",
        "(path / name).stat().st_size",
        "os.path.realpath(path)",
        "shutil.move(path, target)",
        "io.open(path)",
        "traceback.extract_tb(error.__traceback__)",
        "list(map(Path.unlink, paths))",
        "Path.home()",
        "os.open(path, flags)",
        "from os import listdir",
        "from os.path import exists",
        "import shutil as files",
    ],
)
def test_whatever_touches_the_file_system_is_seen(line: str) -> None:
    assert touches(Module("nutgraf.checks.x", Path("x.py"), line, ast.parse(line)))


@pytest.mark.parametrize(
    "line",
    [
        "text.replace(old, new)",
        "replace(record, title=title)",
        "absolute(url, address)",
        "PurePosixPath(name).with_suffix('.html')",
        "content.home",
        "walked(tree)",
        "io.StringIO(text)",
        "os.environ.get(name)",
    ],
)
def test_what_only_looks_like_the_file_system_is_no_false_alarm(line: str) -> None:
    assert touches(Module("nutgraf.checks.x", Path("x.py"), line, ast.parse(line))) == []


def test_only_the_rim_asks_the_clock() -> None:
    assert set(offenders(lambda it: calls_in(it, {"now", "today", "utcnow", "monotonic", "time.time"}))) <= CLOCKS


def test_only_the_command_line_reads_the_environment() -> None:
    def asked(module: Module) -> list[int]:
        return [it.lineno for it in ast.walk(module.tree) if isinstance(it, ast.Attribute) and it.attr == "environ"]

    assert set(offenders(asked)) <= {"nutgraf.cli"}


def test_nothing_is_random() -> None:
    random = {"random", "secrets", "uuid", "tempfile"}
    assert offenders(lambda module: {it.partition(".")[0] for it in module.imports()} & random) == {}


def test_no_function_changes_what_is_not_its_own() -> None:
    def changed(module: Module) -> list[int]:
        return [it.lineno for it in ast.walk(module.tree) if isinstance(it, ast.Global | ast.Nonlocal)]

    assert offenders(changed) == {}


def test_what_could_change_at_the_top_of_a_module_is_named_as_a_constant() -> None:
    kinds = (ast.List, ast.Set, ast.Dict, ast.ListComp, ast.SetComp, ast.DictComp)

    def misnamed(module: Module) -> set[str]:
        mutable = {name for name, value in module.top_level() if isinstance(value, kinds)}
        return {it for it in mutable if it != it.upper() and not it.startswith("__")}

    assert offenders(misnamed) == {}


def test_what_stands_at_the_top_of_a_module_is_never_changed() -> None:
    changers = {
        "append",
        "extend",
        "insert",
        "add",
        "update",
        "setdefault",
        "pop",
        "popitem",
        "remove",
        "discard",
        "clear",
    }

    def changed(module: Module) -> list[str]:
        names = {name for name, _ in module.top_level()}
        slots = [
            it for it in ast.walk(module.tree) if isinstance(it, ast.Subscript) and not isinstance(it.ctx, ast.Load)
        ]
        calls = calls_in(module, {f"{name}.{changer}" for name in names for changer in changers})
        return [f"line {it.lineno}" for it in slots if ast.unparse(it.value) in names] + calls

    assert offenders(changed) == {}


def test_no_default_can_be_changed() -> None:
    def mutable(module: Module) -> list[int]:
        defaults = [value for it in module.functions() for value in (*it.args.defaults, *it.args.kw_defaults)]
        return [it.lineno for it in defaults if isinstance(it, ast.List | ast.Dict | ast.Set)]

    assert offenders(mutable) == {}


def test_a_module_says_what_it_owns() -> None:
    assert [it.name for it in modules() if not ast.get_docstring(it.tree)] == []


SIGNS = ("`", r"\[\^", r"\[\[", r"\[@", "~{3", "~~~", "#{1,6}", r"\]\(", "[-*+]", "===")
"""What patterns on the signs of Markdown hold, and patterns on running text don't."""

READERS_OF_SIGNS = {
    "nutgraf.reading.markdown.marks",
    "nutgraf.reading.markdown.slips",
    "nutgraf.reading.markdown.source",
}


def test_patterns_on_the_signs_of_markdown_stand_in_few_places() -> None:
    """Those on a seed's lines apart, which are no Markdown yet."""

    def patterns(module: Module) -> list[str]:
        calls = [it for it in ast.walk(module.tree) if isinstance(it, ast.Call)]
        handed = [(it, call) for call in calls for it in ast.walk(call) if isinstance(it, ast.Constant)]
        # To other calls than those of re, what has a space is a sentence.
        return [
            it.value
            for it, call in handed
            if isinstance(it.value, str) and (ast.unparse(call.func).startswith("re.") or " " not in it.value)
            if any(sign in it.value for sign in SIGNS)
        ]

    assert set(offenders(lambda it: [] if it.layer == "importing" else patterns(it))) <= READERS_OF_SIGNS


def test_no_file_name_stands_in_two_rooms() -> None:
    names = Counter(it.name.rpartition(".")[2] for it in modules() if it.path.name != "__init__.py")
    assert {name for name, count in names.items() if count > 1} <= {"table"}


def test_no_public_type_stands_in_two_modules() -> None:
    names = Counter(it.name for module in modules() for it in module.tree.body if isinstance(it, ast.ClassDef))
    assert {name for name, count in names.items() if count > 1 and not name.startswith("_")} == set()


def test_a_module_is_no_longer_than_250_lines() -> None:
    assert {it.name: it.text.count("\n") for it in modules() if it.text.count("\n") > 250} == {}


def test_a_function_is_no_longer_than_50_lines() -> None:
    def long(module: Module) -> list[str]:
        return [it.name for it in module.functions() if (it.end_lineno or 0) - it.lineno >= 50]

    assert offenders(long) == {}


def test_a_function_takes_no_more_than_5_arguments_by_position() -> None:
    def greedy(module: Module) -> list[str]:
        counts = {it.name: it.args.posonlyargs + it.args.args for it in module.functions()}
        return [name for name, args in counts.items() if len([it for it in args if it.arg != "self"]) > 5]

    assert offenders(greedy) == {}


def test_nothing_is_nested_more_than_4_deep() -> None:
    assert offenders(lambda module: [it.name for it in module.functions() if depth(it) > 4]) == {}


def test_a_comment_that_silences_a_tool_names_its_code_and_its_reason() -> None:
    silencer = re.compile(r"# (?:type: ignore|noqa)(?!(?:\[|: )[\w, -]+\]?  # \S)")
    assert offenders(lambda module: [it for it in module.text.splitlines() if silencer.search(it)]) == {}
