"""The command as an author runs it: what it writes, what it says, what it leaves alone."""

import hashlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from nutgraf.importing import command
from nutgraf.importing.given import Given
from nutgraf.model.records import Event, Explainer
from tests.sitekit import ROOT, Finished, MakeSite, call, lines, make, run, snapshot

PIER = """Council closes the old pier
May 5, 2015

The council of Velden closed the pier on Monday.It had cost $4 million in 2009. “We had no choice,” said Ann Reed.

Related Items
Ferries are late
"""
RECORD = "content/sources/pier.md"
OPTIONS = ("--publisher", "Courier")


@pytest.fixture
def site(make_site: MakeSite) -> Path:
    return make_site({"seeds/pier.txt": PIER})


def bring(site: Path, *words: str, seed: str = "seeds/pier.txt") -> Finished:
    """What the command says and does, with the paths as someone in the site's folder is shown them."""
    told = call("import", site / seed, "--site", site, *words)
    return Finished(told.returncode, told.stdout.replace(f"{site}/", ""), told.stderr.replace(f"{site}/", ""))


def record(site: Path) -> str:
    return (site / RECORD).read_text(encoding="utf-8")


def test_a_seed_becomes_a_record(site: Path) -> None:
    assert bring(site, *OPTIONS).returncode == 0
    sha = hashlib.sha256(PIER.encode()).hexdigest()
    assert (
        record(site)
        == f"""---
title: Council closes the old pier
publisher: Courier
date: 2015-05-05
kind: news
lang: en
seed: seeds/pier.txt
sha256: {sha}
related:
  - Ferries are late
dropped:
  - May 5, 2015
  - Related Items
quotes:
  - text: We had no choice,
    speaker: Ann Reed
events:
  - date: 2015-05-04
    excerpt: The council of Velden closed the pier on Monday.
  - date: 2009
    excerpt: It had cost $4 million in 2009.
figures:
  - value: 4 million
    unit: "$"
    excerpt: It had cost $4 million in 2009.
people:
  - Ann Reed
---

The council of Velden closed the pier on Monday. It had cost $4 million in 2009. “We had no choice,” said Ann Reed.
"""
    )
    assert lines(make(site, strict=True).problems) == []


def test_it_says_in_a_few_lines_what_it_did(site: Path) -> None:
    told = run("import", "seeds/pier.txt", "--site", ".", *OPTIONS, cwd=site)
    assert (told.returncode, told.stderr) == (0, "")
    assert (
        told.stdout
        == """seeds/pier.txt → content/sources/pier.md (written)
  read as   utf-8, English (guessed)
  repaired  1 glued sentence
  peeled    title (Council closes the old pier), date (2015-05-05), 1 related item, 2 other lines
  found     1 quotation, 2 events, 1 figure, 1 name
"""
    )


def test_the_same_bytes_make_the_same_bytes(site: Path) -> None:
    bring(site)
    first = record(site)
    (site / RECORD).unlink()
    bring(site)
    assert record(site) == first


def test_what_the_text_does_not_say_is_left_empty_and_the_record_a_draft(site: Path) -> None:
    (site / "seeds/rain.txt").write_text("It rained in Velden.\n", encoding="utf-8")
    told = bring(site, seed="seeds/rain.txt").stdout
    text = (site / "content/sources/rain.md").read_text(encoding="utf-8")
    assert text.startswith("---\ntitle:\npublisher:\ndate:\nkind: news\ndraft: true\n")
    assert (
        "  missing   title, publisher, date: fill in, then delete draft: true, or give --title --publisher --date\n"
        in told
    )
    assert lines(make(site, strict=True).problems) == []


def test_what_is_given_goes_before_what_the_text_says(site: Path) -> None:
    bring(
        site, "--title", "Pier closed", "--date", "2015-05-06", "--url", "https://courier.example/1", "--lang", "en-GB"
    )
    text = record(site)
    assert "title: Pier closed\n" in text
    assert "date: 2015-05-06\n" in text
    assert "url: https://courier.example/1\nlang: en-GB\n" in text
    assert "  - Council closes the old pier\n" in text


def test_importing_again_changes_nothing_that_an_author_edited(site: Path) -> None:
    bring(site, *OPTIONS)
    edited = record(site).replace("title: Council closes", "title: The council closes").replace("  - date: 2009\n", "")
    edited = edited.replace("    excerpt: It had cost $4 million in 2009.\nfigures", "figures").replace(
        "kind: news", "kind: primary"
    )
    (site / RECORD).write_text(edited, encoding="utf-8")
    again = bring(site, *OPTIONS)
    assert (again.returncode, record(site)) == (0, edited)
    assert again.stdout == (
        "content/sources/pier.md: kept as it is: its seed has not changed (--force to import it anew)\n"
    )


def test_an_option_fills_a_gap_and_touches_nothing_else(site: Path) -> None:
    bring(site)
    before = record(site)
    assert bring(site, *OPTIONS).stdout.startswith(
        "seeds/pier.txt → content/sources/pier.md (publisher filled in, nothing else changed)\n"
    )
    assert record(site) == before.replace("publisher:\n", "publisher: Courier\n").replace("draft: true\n", "")


def test_a_changed_seed_is_told_and_nothing_written(site: Path) -> None:
    bring(site, *OPTIONS)
    before = snapshot(site)
    (site / "seeds/pier.txt").write_text(PIER.replace("$4 million", "$5 million and 20 boats"), encoding="utf-8")
    told = bring(site)
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr == (
        "build.py: seeds/pier.txt: it has changed since content/sources/pier.md was made from it; nothing"
        " was written\n"
        "    body: 1 of 1 paragraphs differ; the first difference:\n"
        "      in the record: …Monday. It had cost $4 million in 2009. “We had no choice,” said Ann…\n"
        "      from the seed: …Monday. It had cost $5 million and 20 boats in 2009. “We had no choic…\n"
        "    figures: 1 in the record, 2 from the seed\n"
        "  hint: --force makes the record anew and keeps its author's fields\n"
    )
    after = snapshot(site)
    assert {name: after[name] for name in before if name != "seeds/pier.txt"} == {
        name: before[name] for name in before if name != "seeds/pier.txt"
    }


def test_force_makes_the_record_anew_around_the_fields_of_its_author(site: Path) -> None:
    bring(site, *OPTIONS)
    note = "date_note: The day stands above the story.\nkind: primary\nauthor: Ann Reed\naliases:\n  - old-pier\n"
    (site / RECORD).write_text(record(site).replace("kind: news\n", note), encoding="utf-8")
    (site / "seeds/pier.txt").write_text(PIER.replace("$4 million", "$5 million"), encoding="utf-8")
    assert bring(site, "--force").returncode == 0
    text = record(site)
    assert all(line in text for line in note.splitlines())
    assert "excerpt: It had cost $5 million in 2009.\n" in text
    assert lines(make(site, strict=True).problems) == []
    assert "unchanged" in bring(site, "--force").stdout


@pytest.mark.parametrize("text", ["no front matter", "---\ntitle: [\n---\n", "---\ntitel: x\n---\n", "---\n- a\n---\n"])
def test_a_record_that_cannot_be_read_is_left_alone(site: Path, text: str) -> None:
    (site / RECORD).write_text(text, encoding="utf-8")
    told = bring(site, "--force")
    assert (told.returncode, record(site)) == (1, text)
    assert "is there already and can't be read" in told.stderr


def test_a_record_made_by_hand_is_not_overwritten(site: Path) -> None:
    text = "---\ntitle: T\npublisher: P\ndate: 2015\nkind: news\n---\n\nThe council closed the pier.\n"
    (site / RECORD).write_text(text, encoding="utf-8")
    told = bring(site)
    assert (told.returncode, record(site)) == (1, text)
    assert "content/sources/pier.md is there already; nothing was written" in told.stderr


def test_a_seed_outside_the_site_is_recorded_by_its_hash_alone(site: Path, tmp_path: Path) -> None:
    (tmp_path / "pier.txt").write_text(PIER, encoding="utf-8")
    told = call("import", tmp_path / "pier.txt", "--site", site)
    assert "is outside seeds/; put there, each build checks that it is unchanged\n" in told.stdout
    assert "\nseed:" not in record(site)
    assert "\nsha256: " in record(site)


def test_records_can_go_elsewhere(site: Path) -> None:
    bring(site, "--into", str(site / "elsewhere/records"))
    assert (site / "elsewhere/records/pier.md").exists()
    assert not (site / RECORD).exists()


def test_drafts_give_an_author_something_to_start_from(site: Path) -> None:
    told = bring(site, *OPTIONS, "--drafts")
    assert "  drafts    3 written to content/timeline/ and content/explainers/\n" in told.stdout
    assert (site / "content/timeline/it-had-cost-4-million-in.md").read_text(encoding="utf-8") == (
        "---\ntitle: It had cost $4 million in 2009\nlang: en\ndraft: true\ndate: 2009\nsources:\n  - source: pier\n"
        "    quote: It had cost $4 million in 2009.\n---\n"
    )
    assert [it.code for it in make(site).problems] == []
    drafted = make(site, drafts=True)
    assert [it for it in drafted.problems if it.severity == "error"] == []
    assert len(drafted.content.of(Event)) == 2
    assert len(drafted.content.of(Explainer)) == 1


def test_drafts_that_are_there_are_not_written_over(site: Path) -> None:
    bring(site, *OPTIONS, "--drafts")
    draft = site / "content/timeline/it-had-cost-4-million-in.md"
    draft.write_text("mine", encoding="utf-8")
    assert "0 written to content/timeline/ and content/explainers/, 3 already there" in bring(site, "--drafts").stdout
    assert draft.read_text(encoding="utf-8") == "mine"


def pipe(seed: Path) -> None:
    os.mkfifo(seed)


BAD: Mapping[str, tuple[str, Callable[[Path], object]]] = {
    "empty": ("bad.txt", lambda seed: seed.write_bytes(b"")),
    "large": ("bad.txt", lambda seed: seed.write_bytes(b"a" * 5_000_001)),
    "binary": ("bad.txt", lambda seed: seed.write_bytes(bytes(range(256)) * 9)),
    "folder": ("bad.txt", lambda seed: seed.mkdir()),
    "dangling": ("bad.txt", lambda seed: seed.symlink_to("nowhere")),
    "pipe": ("bad.txt", pipe),
    "missing": ("bad.txt", lambda seed: None),
    "spaces": ("my article.txt", lambda seed: seed.write_text(PIER, encoding="utf-8")),
    "ending": ("bad.docx", lambda seed: seed.write_text(PIER, encoding="utf-8")),
}


@pytest.mark.parametrize(
    ("kind", "status", "message"),
    [
        ("empty", 1, "it is empty"),
        ("large", 1, "this file is larger than 5 MB"),
        ("binary", 1, "it is not text"),
        ("folder", 2, "this is a folder"),
        ("dangling", 2, "this link leads nowhere"),
        ("pipe", 2, "this is not a regular file"),
        ("missing", 2, "there is no such file"),
        ("spaces", 2, "hint: rename it to my-article.txt"),
        ("ending", 2, "its ending is not one of .txt .md"),
    ],
)
def test_a_bad_seed_is_named_and_nothing_written(
    site: Path, kind: str, status: int, message: str, tmp_path: Path
) -> None:
    name, put = BAD[kind]
    seed = tmp_path / name
    put(seed)
    before = snapshot(site)
    told = call("import", seed, "--site", site)
    assert (told.returncode, told.stdout) == (status, "")
    assert told.stderr.startswith("build.py: ")
    assert message in told.stderr
    assert snapshot(site) == before


def test_a_bad_seed_stops_none_of_the_others(site: Path) -> None:
    (site / "seeds/empty.txt").write_bytes(b"")
    told = call("import", site / "seeds/empty.txt", site / "seeds/pier.txt", "--site", site)
    assert told.returncode == 1
    assert (site / RECORD).exists()


def test_two_seeds_of_one_stem_are_refused(site: Path) -> None:
    (site / "seeds/pier.html").write_text(f"<p>{PIER}</p>", encoding="utf-8")
    told = call("import", site / "seeds/pier.html", site / "seeds/pier.txt", "--site", site)
    assert told.returncode == 2
    assert "would both become pier.md" in told.stderr
    assert not (site / RECORD).exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--date", "2024-13"), "2024-13 is not a month"),
        (("--url", "courier"), "is not a web address"),
        (("--lang", "en_GB!"), "is not a language tag"),
        (("--encoding", "nope"), "there is no encoding"),
        (("--publisher", " "), "it is empty"),
        (("--title", "a\x07b"), "it holds characters that can't be shown"),
        (("--site", "nowhere"), "there is no folder nowhere"),
    ],
)
def test_bad_options_are_wrong_use(site: Path, words: tuple[str, ...], message: str) -> None:
    told = bring(site, *words)
    assert told.returncode == 2
    assert message in told.stderr


def test_one_title_is_not_for_two_articles(site: Path) -> None:
    (site / "seeds/rain.txt").write_text("It rained.", encoding="utf-8")
    told = call("import", site / "seeds/rain.txt", site / "seeds/pier.txt", "--title", "T", "--site", site)
    assert (told.returncode, "--title and --url belong to one article" in told.stderr) == (2, True)


def test_a_folder_that_cannot_be_made_is_told(site: Path) -> None:
    told = bring(site, "--into", str(site / "site.yaml" / "deeper"))
    assert told.returncode == 1
    assert "a file is in the way of a folder" in told.stderr
    assert bring(site, "--into", str(site / "site.yaml")).returncode == 2


def test_nothing_is_half_written_when_the_disk_fails(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device", str(target))

    monkeypatch.setattr(Path, "replace", full)
    asked = command.Asked(seeds=(site / "seeds/pier.txt",), site=site, into=None, given=Given())
    told = command.import_seeds(asked)
    assert "No space left on device" in told.failed[0]
    assert [it.name for it in (site / "content/sources").iterdir()] == ["gauge.md"]


def test_ctrl_c_ends_with_130_and_leaves_nothing_half_written(site: Path) -> None:
    for number in range(400):
        (site / f"seeds/pier-{number}.txt").write_text(PIER * 10, encoding="utf-8")
    seeds = sorted(str(it) for it in (site / "seeds").glob("pier-*.txt"))
    process = subprocess.Popen(
        [sys.executable, ROOT / "build.py", "import", *seeds, "--site", site],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    while len(list((site / "content/sources").glob("*.md"))) < 3 and process.poll() is None:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, stderr = process.communicate(timeout=60)
    assert (process.returncode, stderr) == (130, "stopped\n")
    written = sorted((site / "content/sources").iterdir())
    assert 3 <= len(written) < 400
    assert all(it.suffix == ".md" and it.read_text(encoding="utf-8").startswith("---\n") for it in written)
