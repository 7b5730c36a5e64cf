"""What stands between a fresh clone and a built site: locks, build.py, Makefile, README."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.txt", "requirements-dev.txt")
# Put together here, because this file is searched too.
REGISTRY_HOSTS = tuple(
    "".join(halves)
    for halves in [
        ("py", "pi.org"),
        ("pythonho", "sted.org"),
        ("npm", "js.org"),
        ("npm", "js.com"),
        ("deb.deb", "ian.org"),
    ]
)


class Pin(NamedTuple):
    requirement: Requirement
    hashes: frozenset[str]

    @property
    def version(self) -> str:
        (specifier,) = self.requirement.specifier
        assert specifier.operator == "=="
        return specifier.version


def pins(lock: str) -> dict[str, Pin]:
    text = re.sub(r"\s*\\\n\s*", " ", (ROOT / lock).read_text(encoding="utf-8"))
    entries = [line for line in text.splitlines() if line.strip() and line.lstrip()[0] != "#"]
    found: dict[str, Pin] = {}
    for entry in entries:
        words, *hashes = entry.split(" --hash=")
        requirement = Requirement(words)
        found[canonicalize_name(requirement.name)] = Pin(requirement, frozenset(hashes))
    assert len(found) == len(entries), "a package is pinned twice"
    return found


def asked_for(*groups: str) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    named = list(project["project"]["dependencies"])
    for group in groups:
        named += project["dependency-groups"][group]
    return [Requirement(line) for line in named]


def targets() -> set[str]:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))


def run(*command: str | Path, home: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command],
        cwd=home,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.fixture
def home_with_cli(tmp_path: Path) -> Path:
    """A folder with the real build.py, and a nutgraf whose cli is still to be written."""
    (tmp_path / "nutgraf").mkdir()
    for name in ("build.py", "nutgraf/requirements.py"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.findall(r"//|\bfile:| @ |--(?:extra-)?index-url|--find-links", text)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_every_package_to_one_version_with_hashes(lock: str) -> None:
    for name, pin in pins(lock).items():
        assert pin.version, name
        assert pin.hashes, name
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", one) for one in pin.hashes), name


@pytest.mark.parametrize(
    ("lock", "groups"),
    [("requirements.txt", ()), ("requirements-dev.txt", ("test", "lint"))],
)
def test_a_lock_pins_what_pyproject_asks_for(lock: str, groups: tuple[str, ...]) -> None:
    pinned = pins(lock)
    for wanted in asked_for(*groups):
        assert wanted.specifier.contains(pinned[canonicalize_name(wanted.name)].version), wanted


def test_the_lock_for_developers_holds_the_lock_for_authors() -> None:
    ours, theirs = pins("requirements-dev.txt"), pins("requirements.txt")
    assert {name: ours.get(name) for name in theirs} == theirs


def test_a_missing_package_is_named_with_what_to_run(tmp_path: Path) -> None:
    bare = run("-E", "-s", "-S", "build.py", "build", "--out", tmp_path / "public")
    assert bare.returncode == 2, bare.stderr
    for word in ("jinja2", "markdown", "pyyaml", "nh3", "livereload", "make build", "uv run"):
        assert word in bare.stderr
    assert "Traceback" not in bare.stderr
    assert bare.stdout == ""
    assert list(tmp_path.iterdir()) == []


def test_a_module_of_ours_that_is_missing_is_a_bug_with_a_traceback(home_with_cli: Path) -> None:
    (home_with_cli / "nutgraf/cli.py").write_text("import nutgraf.nowhere\n", encoding="utf-8")
    broken = run("build.py", home=home_with_cli)
    assert broken.returncode not in (0, 2)
    assert "ModuleNotFoundError: No module named 'nutgraf.nowhere'" in broken.stderr


def test_build_py_hands_on_the_command_line_its_folder_and_the_exit_code(
    home_with_cli: Path,
) -> None:
    cli = "def main(argv, home):\n    print(argv, home.name)\n    return 1\n"
    (home_with_cli / "nutgraf/cli.py").write_text(cli, encoding="utf-8")
    finished = run("build.py", "check", "--strict", home=home_with_cli)
    assert finished.stdout == f"['check', '--strict'] {home_with_cli.name}\n"
    assert finished.returncode == 1


def test_an_older_python_is_told_which_one_is_needed() -> None:
    as_if = "import runpy, sys; sys.version_info = (3, 10, 0); runpy.run_path('build.py')"
    refused = run("-c", as_if)
    assert refused.returncode == 2
    assert refused.stderr.startswith("nutgraf needs Python 3.11 or later; this is ")
    assert refused.stderr.count("\n") == 1


def test_every_make_target_has_a_line_of_help() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (phony,) = re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    helped = re.findall(r"^([a-z]+):.* ## \S", makefile, re.MULTILINE)
    assert set(phony.split()) == targets() == set(helped)


def test_every_make_command_in_the_readme_exists() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    code = re.findall(r"(?ms)^```.*?^```", readme) + re.findall(r"`[^`\n]+`", readme)
    commands = re.findall(r"\bmake ([a-z]+)", "\n".join(code))
    assert commands
    assert set(commands) <= targets()


def test_no_file_names_the_host_of_a_package_registry() -> None:
    git = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(git, cwd=ROOT, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    files = [ROOT / name for name in listed.decode().split("\0") if name]
    hosts = re.compile("|".join(map(re.escape, REGISTRY_HOSTS)).encode(), re.IGNORECASE)
    naming = [file for file in files if file.is_file() and hosts.search(file.read_bytes())]
    assert naming == []
