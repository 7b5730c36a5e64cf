"""README and docs/ say what is so: links, commands, examples, tables and lists."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from nutgraf.model.fields import choices_of, fields_of
from nutgraf.model.kinds import KINDS
from nutgraf.model.problems import CODES
from nutgraf.model.records import Document
from nutgraf.model.site import Site
from nutgraf.report import as_text
from tools import ROOT, content_tables, docs, module_lists, view_tables
from tools.examples import blocks_in, build, files_in, lay_out
from tools.problem_outputs import sections_of

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
EXAMPLE_SITES = ("README.md", "docs/content.md")


def text_of(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def without_blocks(text: str) -> str:
    return re.sub(r"(?ms)^(`{3,}).*?^\1$", "", text)


def without_code(text: str) -> str:
    return re.sub(r"(`+).+?\1", "", without_blocks(text))


def slugs_of(text: str) -> set[str]:
    """The anchors that forges make of a page's headings: lower case, spaces to hyphens, punctuation gone."""
    headings = re.findall(r"(?m)^#+ (.+)$", without_blocks(text))
    return {re.sub(r"[^\w\- ]", "", it.lower()).replace(" ", "-") for it in headings}


def modules() -> Iterator[Path]:
    yield from (ROOT / "nutgraf").rglob("*.py")


@pytest.mark.parametrize("page", docs.GENERATORS)
def test_what_is_generated_in_docs_is_up_to_date(page: str) -> None:
    written = text_of(page)
    assert docs.GENERATORS[page](written) == written, "run `make docs`"


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_relative_link_leads_to_a_file_and_its_section(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", without_code(page.read_text(encoding="utf-8"))):
        if target.startswith("https://"):
            continue
        name, _, section = target.partition("#")
        file = page.parent / name if name else page
        assert file.is_file(), f"{target} leads nowhere"
        if section:
            assert section in slugs_of(file.read_text(encoding="utf-8")), f"{target} has no such section"


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_make_command_in_the_docs_exists(page: Path) -> None:
    targets = set(re.findall(r"(?m)^([a-z]+):", text_of("Makefile")))
    text = page.read_text(encoding="utf-8")
    code = [block.text for block in blocks_in(text) if block.language == "sh"]
    code += re.findall(r"`([^`\n]+)`", without_blocks(text))
    assert set(re.findall(r"(?m)^make ([a-z]+)", "\n".join(code))) <= targets


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_path_of_the_repository_that_the_docs_name_exists(page: Path) -> None:
    for name in re.findall(r"`((?:nutgraf|templates|tests|tools|docs)/[^`\s<*]+)`", page.read_text(encoding="utf-8")):
        assert (ROOT / name).exists(), name


def test_readme_gives_a_reason_for_each_package_and_for_no_other() -> None:
    _, _, rest = text_of("README.md").partition("## What it is built on\n")
    listed = re.findall(r"(?m)^\| (\w[\w-]*) \| .+ \|$", rest)
    project = tomllib.loads(text_of("pyproject.toml"))["project"]
    assert sorted(listed[1:]) == sorted(re.split(r"[<>=]", it)[0] for it in project["dependencies"])


def test_readme_lists_every_folder_and_no_other() -> None:
    _, _, rest = text_of("README.md").partition("## What is where\n")
    listed = set(re.findall(r"(?m)^(\w+)/ ", next(blocks_in(rest)).text))
    ours = {it.name for it in ROOT.iterdir() if it.is_dir() and not it.name.startswith((".", "_"))}
    assert listed == ours | {"public", "seeds"}  # a site may have no seeds


@pytest.mark.parametrize("page", EXAMPLE_SITES)
def test_the_example_site_of_a_page_builds_without_a_problem(page: str, tmp_path: Path) -> None:
    lay_out(files_in(text_of(page)), tmp_path)
    outcome = build(tmp_path)
    assert as_text(outcome.problems, outcome.texts) == ""
    assert (tmp_path / "public/timeline.html").is_file()


def test_content_md_has_an_example_of_each_kind() -> None:
    folders = {Path(path).parent.name for path in files_in(text_of("docs/content.md"))}
    singles = {Path(path).name for path in files_in(text_of("docs/content.md"))}
    assert {kind.folder for kind in KINDS if kind.folder} <= folders
    assert {"site.yaml", "index.md", "about.md"} <= singles


def test_content_md_has_a_table_of_every_record() -> None:
    def nested(record: type) -> Iterator[type]:
        yield record
        for spec in fields_of(record):
            inner = spec.item or spec.wanted
            if isinstance(inner, type) and hasattr(inner, "__dataclass_fields__") and "records" in inner.__module__:
                yield from nested(inner)

    tables = {name for name, record in content_tables.RECORDS.items() if fields_of(record)}
    assert content_tables.marked(text_of("docs/content.md")) == tables
    wanted = {it for kind in (*KINDS,) for it in nested(kind.record)} | {Document, Site}
    assert wanted <= set(content_tables.RECORDS.values())


def test_problems_md_has_a_section_for_each_code_in_order() -> None:
    assert list(sections_of(text_of("docs/problems.md"))) == sorted(CODES)


@pytest.mark.parametrize("code", CODES)
def test_the_examples_of_a_problem_show_it(code: str) -> None:
    section = sections_of(text_of("docs/problems.md"))[code]
    outputs = [block.text for block in blocks_in(section) if block.language == "text"]
    assert outputs
    assert all(f"[{code}]" in output for output in outputs)


def test_a_level_that_site_yaml_can_set_is_named_in_the_section_of_its_problem() -> None:
    sections = sections_of(text_of("docs/problems.md"))
    for spec in fields_of(content_tables.RECORDS["checks"]):
        can_be_set = "off" in choices_of(spec.wanted)
        sentence = f"level is set by `{spec.name}` under `checks:`"
        assert (sentence in " ".join(sections[spec.name].split())) == can_be_set, spec.name


def test_architecture_md_lists_the_modules_of_every_folder() -> None:
    folders = {path.parent.relative_to(ROOT).as_posix() for path in modules()}
    assert sorted(module_lists.folders_in(text_of("docs/architecture.md"))) == sorted(folders)


def test_architecture_md_names_every_module_and_none_that_does_not_exist() -> None:
    mentioned = set(re.findall(r"`(?:nutgraf/)?((?:\w+/)?\w+\.py)`", text_of("docs/architecture.md")))
    known = {path.relative_to(ROOT / "nutgraf").as_posix() for path in modules()}
    names = {Path(it).name for it in known}
    assert {it for it in mentioned if it not in known | names} == {"build.py", "tools/content_tables.py"}
    assert names - {Path(it).name for it in mentioned} == {"__init__.py"}


def test_architecture_md_says_which_module_imports_which_library() -> None:
    _, _, rest = text_of("docs/architecture.md").partition("| library | imported by |\n")
    rows = re.findall(r"(?m)^\| ([\w, ]+) \| (.+) \|$", rest.partition("\n\n")[0])
    said = {(library, path) for libraries, paths in rows for library in libraries.split(", ")
            for path in re.findall(r"`([^`]+)`", paths)}  # fmt: skip
    assert said == {(library, path.relative_to(ROOT / "nutgraf").as_posix()) for path in modules()
                    for library in foreign(path)}  # fmt: skip


def foreign(path: Path) -> set[str]:
    """The libraries that a module imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return {name.partition(".")[0] for name in names} - set(sys.stdlib_module_names) - {"nutgraf"}


def test_templates_md_names_every_template() -> None:
    folder = ROOT / "templates"
    templates = {it.relative_to(folder).as_posix() for it in folder.rglob("*") if it.is_file()}
    named_in_table = set(
        re.findall(r"(?m)^\| `([^`]+)` \| .*\|$", text_of("docs/templates.md").partition("## Rules")[0])
    )
    assert named_in_table == templates


def test_templates_md_has_a_table_of_every_view_that_a_template_can_meet() -> None:
    classes = view_tables.read_classes()
    pages = {name for name, read in classes.items() if read.base in ("View", "PageView")}
    assert view_tables.shown_in(text_of("docs/templates.md")) == view_tables.reachable({*pages, "SiteView"})


def test_every_option_in_readme_exists_and_every_option_stands_there(capsys: pytest.CaptureFixture[str]) -> None:
    from nutgraf.arguments import COMMANDS
    from nutgraf.cli import main

    for command in COMMANDS:
        main([command, "--help"], ROOT)
    offered = set(re.findall(r"(--[a-z]+)", capsys.readouterr().out)) - {"--help"}
    listed = set(re.findall(r"(?m)^\| `(--[a-z]+)", text_of("README.md")))
    assert listed == offered


def test_changelog_has_unreleased_on_top_and_the_current_version_below() -> None:
    version = tomllib.loads(text_of("pyproject.toml"))["project"]["version"]
    assert re.findall(r"(?m)^## \[(.+?)\]", text_of("CHANGELOG.md"))[:2] == ["Unreleased", version]
