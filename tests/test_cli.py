"""The command line: what each command does, says and answers with. Processes stand where only they can tell."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sitekit import ROOT, MakeSite, build, call, run, snapshot, stop_at

WARNED = {"content/glossary/flood.md": "---\ntitle: Flood #1\n---\n"}
BROKEN = {"content/glossary/flood.md": "---\ntittle: Flood\n---\n"}
DRAFT = {"content/glossary/flood.md": "---\ntitle: Flood\ndraft: true\n---\n"}
STALE = {
    "content/explainers/why.md": "---\ntitle: Why?\ndescription: Rain, snow and a dam are the three things that make "
    "the river rise.\npublished: 2025-01-01\nupdated: 2025-01-01\nreview_by: 2025-06-01\n---\n"
}


# build


@pytest.mark.parametrize("words", [[], ["build"]])
def test_a_site_is_built_by_name_or_by_default(make_site: MakeSite, words: list[str]) -> None:
    site = make_site()
    finished = call(*words, "--site", site)
    assert (finished.returncode, finished.stderr) == (0, "")
    assert (site / "public/index.html").is_file()


def test_a_build_says_what_it_wrote_and_where(make_site: MakeSite) -> None:
    site = make_site()
    said = run("--site", site, cwd=site).stdout
    assert re.fullmatch(r"public: \d+ files, \d+ written, 0 removed; no problems\n", said)
    again = run("--site", site, cwd=site).stdout
    assert re.fullmatch(r"public: \d+ files, 0 written, 0 removed; no problems\n", again)


def test_the_site_beside_build_py_is_the_default_and_has_no_problem() -> None:
    checked = call("check", "--strict", "--date", "2026-01-20")
    assert (checked.returncode, checked.stderr) == (0, "")
    assert checked == call("check", "--site", ROOT, "--strict", "--date", "2026-01-20")


def test_the_output_may_stand_anywhere(make_site: MakeSite, tmp_path: Path) -> None:
    site = make_site()
    assert run("--site", site, "--out", "elsewhere/here", cwd=tmp_path).returncode == 0
    assert (tmp_path / "elsewhere/here/index.html").is_file()
    assert not (site / "public").exists()


def test_a_site_with_mistakes_is_not_built(make_site: MakeSite) -> None:
    site = make_site(BROKEN)
    finished = call("--site", site)
    assert (finished.returncode, finished.stdout) == (1, "")
    assert finished.stderr.startswith("content/glossary/flood.md:")
    assert finished.stderr.endswith("\n2 errors: nothing was written\n")
    assert not (site / "public").exists()


def test_warnings_are_shown_and_the_site_is_built(make_site: MakeSite) -> None:
    finished = call("--site", make_site(WARNED))
    assert finished.returncode == 0
    assert "warning[yaml-comment]" in finished.stderr
    assert finished.stdout.endswith("; 1 warning\n")


def test_warnings_stop_a_strict_build(make_site: MakeSite) -> None:
    site = make_site(WARNED)
    finished = call("--site", site, "--strict")
    assert (finished.returncode, finished.stdout) == (1, "")
    assert finished.stderr.endswith("\n1 warning: nothing was written\n")
    assert not (site / "public").exists()


def test_drafts_are_held_back_and_counted(make_site: MakeSite) -> None:
    site = make_site(DRAFT)
    assert call("--site", site).stdout.endswith("; no problems, 1 draft held back\n")
    assert not (site / "public/glossary.html").exists()


def test_drafts_are_built_on_demand(make_site: MakeSite) -> None:
    site = make_site(DRAFT)
    assert call("--site", site, "--drafts").stdout.endswith("; no problems\n")
    assert (site / "public/glossary.html").is_file()


def test_the_day_can_be_set(make_site: MakeSite) -> None:
    site = make_site(STALE)
    assert "stale" not in call("--site", site, "--date", "2025-06-01").stderr
    assert "stale" in call("--site", site, "--date", "2025-06-02").stderr


def test_the_day_may_come_from_source_date_epoch(make_site: MakeSite) -> None:
    site = make_site(STALE)
    assert "stale" not in call("--site", site, SOURCE_DATE_EPOCH="1748735999").stderr  # 2025-05-31T23:59:59Z
    assert "stale" in call("--site", site, SOURCE_DATE_EPOCH="1748822400").stderr  # 2025-06-02T00:00:00Z


def test_the_day_does_not_depend_on_the_time_zone(make_site: MakeSite) -> None:
    site = make_site(STALE)
    zones = ("Pacific/Kiritimati", "Pacific/Niue")
    said = [call("--site", site, SOURCE_DATE_EPOCH="1748822399", TZ=zone).stderr for zone in zones]
    assert ["stale" in it for it in said] == [False, False]


@pytest.mark.parametrize("epoch", ["yesterday", "1e9", "9" * 20, "²", "-", "1.5"])
def test_a_source_date_epoch_that_is_none_is_wrong_use(make_site: MakeSite, epoch: str) -> None:
    finished = call("--site", make_site(), SOURCE_DATE_EPOCH=epoch)
    assert finished.returncode == 2
    assert finished.stderr == f"build.py: SOURCE_DATE_EPOCH is {epoch}, which is not a number of seconds since 1970\n"


def test_an_empty_source_date_epoch_is_none(make_site: MakeSite) -> None:
    assert call("--site", make_site(), SOURCE_DATE_EPOCH="").returncode == 0


# check


def test_a_check_writes_nothing(make_site: MakeSite) -> None:
    site = make_site()
    before = snapshot(site)
    finished = call("check", "--site", site)
    assert (finished.returncode, finished.stderr) == (0, "")
    assert finished.stdout.endswith("no problems\n")
    assert snapshot(site) == before


def test_a_check_finds_what_a_build_finds(make_site: MakeSite) -> None:
    site = make_site(BROKEN)
    checked, built = call("check", "--site", site), call("--site", site)
    assert checked.returncode == 1
    assert built.stderr == f"{checked.stderr}2 errors: nothing was written\n"


def test_a_check_finds_mistakes_in_templates(make_site: MakeSite) -> None:
    finished = call("check", "--site", make_site({"templates/home.html": "{{ nowhere }}"}))
    assert finished.returncode == 1
    assert "error[template]" in finished.stderr


def test_warnings_fail_a_strict_check(make_site: MakeSite) -> None:
    site = make_site(WARNED)
    assert (call("check", "--site", site).returncode, call("check", "--site", site, "--strict").returncode) == (0, 1)


def test_problems_can_be_had_as_json(make_site: MakeSite) -> None:
    finished = call("check", "--site", make_site(BROKEN), "--format", "json")
    assert (finished.returncode, finished.stderr) == (1, "")
    assert {it["code"] for it in json.loads(finished.stdout)} == {"unknown-key", "missing-key"}


def test_no_problems_as_json_are_an_empty_list(make_site: MakeSite) -> None:
    assert json.loads(call("check", "--site", make_site(), "--format", "json").stdout) == []


def test_problems_can_be_had_as_annotations_of_github(make_site: MakeSite, tmp_path: Path) -> None:
    make_site(BROKEN)
    finished = run("check", "--site", "site", "--format", "github", cwd=tmp_path)
    assert finished.returncode == 1
    assert "::error file=site/content/glossary/flood.md,line=2,col=1,title=unknown-key::" in finished.stdout


# serve


def test_serve_explains_itself() -> None:
    finished = call("serve", "--help")
    assert finished.returncode == 0
    assert "--port" in finished.stdout


@pytest.mark.parametrize(
    ("port", "said"),
    [
        ("0", "0 is not a port; ports run from 1 to 65535"),
        ("65536", "65536 is not a port; ports run from 1 to 65535"),
        ("http", "http is not a port; ports run from 1 to 65535"),
        ("²", "² is not a port; ports run from 1 to 65535"),
        ("", "nothing is not a port; ports run from 1 to 65535"),
        ("-1", "-1 is not a port; ports run from 1 to 65535"),
    ],
)
def test_a_port_that_is_none_is_wrong_use(port: str, said: str) -> None:
    finished = call("serve", "--port", port)
    assert (finished.returncode, finished.stderr) == (2, f"build.py: serve: argument --port: {said}\n")


# wrong use


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["--colour"],
            "build.py: build has no option --colour; it has --date, --drafts, --help, --out, --site, --strict\n",
        ),
        (["--strct"], "build.py: build has no option --strct; did you mean --strict?\n"),
        (["--sit", "x"], "build.py: build has no option --sit; did you mean --site?\n"),
        (["--port=1"], "build.py: build has no option --port; that is an option of serve\n"),
        (["bild"], "build.py: there is no command bild; did you mean build?\n"),
        (["imprt", "x"], "build.py: there is no command imprt; did you mean import?\n"),
        (["help"], "there is no command help; the commands are build, serve, check, import; --help explains them\n"),
        (["build", "extra"], "build.py: build takes no extra; options begin with --\n"),
        (["import"], "build.py: import: the following arguments are required: SEED\n"),
        (["--site", "", "x"], "build.py: build: argument --site: it is empty; name a folder\n"),
        (["--out="], "build.py: build: argument --out: it is empty; name a folder\n"),
        (["--out", "x" * 300], "can't be written: File name too long\n"),
        (["--site", "x" * 300], "can't be read: File name too long\n"),
        (["--site", ROOT / "build.py"], "build.py is a file; name the folder that it stands in\n"),
        (["--date", ""], "nothing is not a day; write it as 2026-01-14\n"),
        (["--date", "2026-13-01"], "2026-13-01 is not a day; write it as 2026-01-14"),
        (["--date", "tomorrow"], "tomorrow is not a day; write it as 2026-01-14"),
        (["--site"], "expected one argument"),
        (["--site", "/no/such/folder"], "build.py: --site: there is no folder /no/such/folder\n"),
        (["check", "--format", "xml"], "invalid choice: 'xml'"),
        (["check", "--out", "x"], "build.py: check has no option --out; that is an option of build\n"),
        (["check", "--format", "jsn"], "invalid choice: 'jsn' (choose from"),
    ],
)
def test_wrong_use_is_explained_without_a_traceback(words: list[str | Path], said: str) -> None:
    finished = call(*words)
    assert (finished.returncode, finished.stdout) == (2, "")
    assert said in finished.stderr
    assert "Traceback" not in finished.stderr


@pytest.mark.parametrize("out", ["content", "content/public", "templates/x", "seeds", "", "public/..", "../site"])
def test_pages_are_never_mixed_with_what_people_write(make_site: MakeSite, out: str) -> None:
    site = make_site({"seeds/a.txt": "a", "templates/about.html": "b"})
    before = snapshot(site)
    finished = call("--site", site, "--out", site / out)
    assert finished.returncode == 2
    assert "would mix the pages with" in finished.stderr
    assert snapshot(site) == before


def test_a_link_into_content_is_no_way_around(make_site: MakeSite, tmp_path: Path) -> None:
    site = make_site()
    (tmp_path / "out").symlink_to(site / "content")
    assert call("--site", site, "--out", tmp_path / "out").returncode == 2


def test_an_output_that_is_a_file_is_wrong_use(make_site: MakeSite, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    finished = call("--site", make_site(), "--out", tmp_path / "out")
    assert finished.returncode == 2
    assert (tmp_path / "out").read_text(encoding="utf-8") == "mine"


def test_a_folder_without_a_site_is_told_what_it_lacks(tmp_path: Path) -> None:
    finished = call("--site", tmp_path)
    assert finished.returncode == 1
    assert "site.yaml: error[missing-file]: there is no site.yaml here" in finished.stderr
    assert list(tmp_path.iterdir()) == []


# help, version, bugs, start-up


def test_help_names_every_command() -> None:
    finished = call("--help")
    assert finished.returncode == 0
    assert [
        it for it in ("build", "serve", "check", "import") if not re.search(rf"^ +{it} ", finished.stdout, re.MULTILINE)
    ] == []


def test_the_version_is_told() -> None:
    finished = call("--version")
    assert (finished.returncode, re.fullmatch(r"nutgraf \d+\.\d+\.\d+\n", finished.stdout) is not None) == (0, True)


@pytest.fixture
def broken_program(tmp_path: Path) -> Path:
    """A copy of the program with a bug in its first stage."""
    shutil.copytree(ROOT / "nutgraf", tmp_path / "nutgraf", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "build.py", tmp_path / "build.py")
    with (tmp_path / "nutgraf/stages/load.py").open("a", encoding="utf-8") as file:
        file.write("\n\ndef load(site_root, home):\n    return 1 / 0\n")
    return tmp_path / "build.py"


def test_a_bug_shows_its_traceback_and_asks_to_be_reported(make_site: MakeSite, broken_program: Path) -> None:
    finished = run("--site", make_site(), program=broken_program)
    assert (finished.returncode, finished.stdout) == (3, "")
    assert "ZeroDivisionError: division by zero" in finished.stderr
    assert finished.stderr.endswith("build.py: this is a bug in nutgraf; please report it with the lines above\n")


def test_problems_are_not_coloured_when_nobody_looks(make_site: MakeSite) -> None:
    finished = run("--site", make_site(BROKEN))
    assert (finished.returncode, finished.stderr.count("error[")) == (1, 2)
    assert "\x1b" not in finished.stderr


def test_a_terminal_that_can_not_show_a_character_is_no_crash(make_site: MakeSite) -> None:
    site = make_site({"content/glossary/flood.md": "---\ntitle: Flood\n水位: 4\n---\n"})
    finished = run("--site", site, PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert finished.returncode == 1
    assert "\\u6c34\\u4f4d" in finished.stderr


def test_a_build_without_mistakes_imports_only_what_it_needs(make_site: MakeSite) -> None:
    command = [sys.executable, "-X", "importtime", str(ROOT / "build.py"), "--site", str(make_site())]
    finished = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=60, check=True)
    imported = set(re.findall(r"\| +([\w.]+)$", finished.stderr, re.MULTILINE))
    assert "jinja2" in imported
    assert imported & {"livereload", "tornado", "asyncio", "difflib", "urllib.request", "ssl", "nutgraf.serve"} == set()


# whoever listens, or doesn't


def shell(command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A line of bash in which `$BUILD` runs the program."""
    kept = {"PATH": os.environ["PATH"], "BUILD": f"{sys.executable} {ROOT / 'build.py'}"}
    words = ["bash", "-c", f"set -o pipefail; {command}"]
    return subprocess.run(words, env=kept | environment, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize("command", ["$BUILD --site $SITE", "$BUILD --help", "$BUILD check --site $SITE 2>&1"])
def test_a_reader_that_has_had_enough_is_no_failure(make_site: MakeSite, command: str) -> None:
    finished = shell(f"{command} | true", SITE=str(make_site(WARNED)))
    assert (finished.returncode, finished.stderr.count("Traceback")) == (0, 0)


@pytest.mark.parametrize(
    ("command", "status"),
    [
        ("check --site $SITE >&-", 0),
        ("check --site $SITE --strict 2>&-", 1),
        ("build --site $SITE <&- >&- 2>&-", 0),
        ("check --site $SITE --format json >&- 2>&-", 0),
        ("build --site $SITE/content >&- 2>&-", 1),
    ],
)
def test_a_closed_stream_swallows_what_is_written_to_it(make_site: MakeSite, command: str, status: int) -> None:
    finished = shell(f"$BUILD {command}", SITE=str(make_site(WARNED)))
    assert finished.returncode == status
    assert "Traceback" not in finished.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full disk to write to")
def test_a_report_that_can_not_be_written_is_a_failure_and_no_bug(make_site: MakeSite) -> None:
    finished = shell("$BUILD check --format json --site $SITE >/dev/full", SITE=str(make_site()))
    assert finished.returncode == 1
    assert finished.stderr == "build.py: the output can't be written: No space left on device\n"


def test_a_terminal_of_another_alphabet_is_no_crash(make_site: MakeSite) -> None:
    site = make_site().rename(make_site().with_name("é水"))
    finished = shell("$BUILD --site $SITE", SITE=str(site), LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (finished.returncode, finished.stderr) == (0, "")


def test_ctrl_c_ends_the_program_at_any_moment_without_a_traceback(make_site: MakeSite) -> None:
    site = make_site()
    build(site, home=ROOT)
    steps = int(stop_at("never", "SIGINT", "--site", site).stdout.split()[-1])
    ends = []
    for step in range(steps // 8, steps, steps // 8):
        stopped = stop_at(step, "SIGINT", "--site", site)
        ends.append((stopped.returncode, stopped.stderr))
    # While the program starts the signal itself ends it; a command says that it was stopped.
    assert set(ends) == {(-signal.SIGINT, ""), (130, "stopped\n")}


def test_a_folder_that_is_gone_is_no_crash(make_site: MakeSite, tmp_path: Path) -> None:
    (tmp_path / "gone").mkdir()
    finished = shell("cd $GONE; rmdir $GONE; $BUILD --site $SITE", SITE=str(make_site()), GONE=str(tmp_path / "gone"))
    assert (finished.returncode, finished.stderr) == (
        2,
        "build.py: the folder that you are in is gone; change to another\n",
    )


def test_whoever_stands_in_public_sees_the_new_pages(make_site: MakeSite) -> None:
    site = make_site({"public/mine.txt": "mine"})
    finished = shell("cd $SITE/public; $BUILD --site ..; ls", SITE=str(site))
    assert finished.stdout.startswith(".: ")
    assert {"index.html", "mine.txt"} <= set(finished.stdout.split())
