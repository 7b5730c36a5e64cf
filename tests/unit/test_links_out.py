"""Links that lead out of a site, wherever they stand: refused by name, with nothing written on either side."""

import os
from pathlib import Path

import pytest

from nutgraf import cli
from nutgraf.disk.paths import Bounds
from nutgraf.importing.command import Asked, ImportReport, Misused, import_seeds
from nutgraf.importing.given import Given
from nutgraf.model.problems import Problem
from nutgraf.stages.load import load_pictures
from nutgraf.stages.publish import record_permalinks
from tests.sitekit import PLAIN, ROOT, MakeSite, build, lines, make, snapshot, write_site

PIER = "Council closes the old pier\nMay 5, 2015\n\nThe council of Velden closed the pier on Monday.\n"
EVENTS = "date,title\n2019-05-04,Pier closed\n"
RECORD = "---\ntitle: Pier\npublisher: Courier\ndate: 2015\nkind: news\n---\n\nThe pier is closed.\n"


@pytest.fixture
def site(make_site: MakeSite) -> Path:
    return make_site({"seeds/pier.txt": PIER, "seeds/pier.csv": EVENTS})


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder of somebody else's, beside the site."""
    return write_site(tmp_path / "elsewhere", {"notes.txt": "mine", "index.md": "---\ntitle: Mine\n---\n"})


def told(problem: Problem) -> str:
    (line,) = lines([problem])
    return f"{line}\n  hint: {problem.hint}"


def bring(site: Path, *seeds: str, into: Path | None = None, drafts: bool = False) -> ImportReport:
    named = tuple(site / "seeds" / it for it in seeds or ("pier.txt",))
    return import_seeds(Asked(seeds=named, site=site, into=into, given=Given(), drafts=drafts))


# public/


def test_a_public_that_links_out_of_the_site_is_refused(site: Path, elsewhere: Path, tmp_path: Path) -> None:
    (site / "public").symlink_to("../elsewhere")
    number = elsewhere.stat().st_ino
    before = snapshot(tmp_path)
    outcome = build(site)
    assert outcome.report is None
    assert [told(it) for it in outcome.problems] == [
        "public public: this link leads out of the site\n  hint: delete it, or name the folder that is meant with --out"
    ]
    assert snapshot(tmp_path) == before
    assert elsewhere.stat().st_ino == number


def test_a_public_that_links_out_by_way_of_a_link_within_is_refused(
    site: Path, elsewhere: Path, tmp_path: Path
) -> None:
    (site / "public").symlink_to("parts/out")
    (site / "parts").symlink_to("../elsewhere")
    before = snapshot(tmp_path)
    assert lines(build(site).problems) == ["public public: this link leads out of the site"]
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("target", ["nowhere", "public"])
def test_a_public_that_links_to_nowhere_is_refused(site: Path, target: str, tmp_path: Path) -> None:
    (site / "public").symlink_to(target)
    before = snapshot(tmp_path)
    assert lines(build(site).problems) == ["public public: this link leads nowhere"]
    assert snapshot(tmp_path) == before
    assert (site / "public").is_symlink()


def test_a_public_that_links_to_a_folder_of_the_site_is_built_there(site: Path) -> None:
    (site / "made/today").mkdir(parents=True)
    (site / "public").symlink_to("made/today")
    assert lines(build(site).problems) == []
    assert (site / "public").is_symlink()
    assert (site / "made/today/index.html").is_file()


def test_a_problem_in_a_linked_public_is_placed_where_its_author_sees_it(site: Path) -> None:
    write_site(site / "made", {"index.html": "mine"})
    (site / "public").symlink_to("made")
    assert [it.at.path for it in build(site).problems] == ["public/index.html"]


def test_pictures_are_not_looked_for_behind_a_link_out_of_the_site(site: Path, elsewhere: Path) -> None:
    write_site(elsewhere, {"cards/a.png": b"\x89"})
    (site / "public").symlink_to(elsewhere)
    assert load_pictures(site / "public", Bounds(site)) == {}


def test_a_picture_replaced_by_a_link_out_of_the_site_is_drawn_anew(make_site: MakeSite, elsewhere: Path) -> None:
    site = make_site({"site.yaml": "title: Velden\nurl: https://velden.example/\n"})
    assert cli.main(["build", "--site", str(site)], ROOT) == 0
    card = min((site / "public/cards").iterdir())
    drawn = card.read_bytes()
    card.unlink()
    card.symlink_to(elsewhere / "notes.txt")
    assert cli.main(["build", "--site", str(site)], ROOT) == 0
    assert not card.is_symlink()
    assert card.read_bytes() == drawn


def test_an_output_that_the_author_names_may_be_a_link_to_anywhere(
    site: Path, elsewhere: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "public").symlink_to(elsewhere)
    assert cli.main(["build", "--site", str(site), "--out", str(site / "public")], PLAIN) == 0, capsys.readouterr()
    assert (elsewhere / "index.html").is_file()
    assert (elsewhere / "notes.txt").read_bytes() == b"mine"
    assert (site / "public").is_symlink()


def test_an_output_that_is_a_link_to_nowhere_is_wrong_use(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "out").symlink_to("nowhere")
    assert cli.main(["build", "--site", str(site), "--out", str(tmp_path / "out")], PLAIN) == 2
    assert capsys.readouterr().err == (f"build.py: --out: {tmp_path}/out is a link that leads nowhere; name a folder\n")
    assert not (tmp_path / "nowhere").exists()


def test_a_link_within_public_is_left_alone(site: Path, elsewhere: Path) -> None:
    (site / "public").mkdir()
    (site / "public/archive").symlink_to(elsewhere)
    before = snapshot(elsewhere)
    assert lines(build(site).problems) == []
    assert (site / "public/archive").readlink() == elsewhere
    assert snapshot(elsewhere) == before


# content/, seeds/, templates/


@pytest.mark.parametrize(
    "link", ["content", "content/players", "content/media/old/pictures", "seeds", "templates", "templates/assets"]
)
def test_a_folder_that_links_out_of_the_site_is_told_once_and_nothing_is_read_in_it(
    make_site: MakeSite, elsewhere: Path, link: str
) -> None:
    write_site(elsewhere, {"permalinks.txt": "\x00", "site.yaml": "\x00"})
    site = make_site({"content/index.md": None, "content/sources/gauge.md": None} if link == "content" else {})
    (site / link).parent.mkdir(parents=True, exist_ok=True)
    (site / link).symlink_to(elsewhere)
    before = snapshot(elsewhere)
    assert [told(it) for it in build(site).problems] == [
        f"{link} unreadable: this link leads out of the site\n  hint: copy the folder here instead"
    ]
    assert snapshot(elsewhere) == before
    assert not (site / "public").exists()


def test_a_link_out_in_a_folder_behind_a_link_within_is_refused_where_it_is_met(site: Path, elsewhere: Path) -> None:
    (site / "content/media").symlink_to("../parts")
    (site / "parts").mkdir()
    (site / "parts/far").symlink_to(elsewhere)
    assert [it for it in lines(make(site).problems) if "unreadable" in it] == [
        "content/media/far unreadable: this link leads out of the site"
    ]


def test_a_folder_that_links_to_nowhere_is_told(site: Path) -> None:
    (site / "templates").symlink_to("nowhere")
    assert lines(build(site).problems) == ["templates unreadable: this link leads nowhere"]


def test_a_ledger_that_links_out_of_the_site_stops_the_build(site: Path, elsewhere: Path, tmp_path: Path) -> None:
    (site / "content/permalinks.txt").symlink_to(elsewhere / "notes.txt")
    before = snapshot(tmp_path)
    assert [told(it) for it in build(site).problems] == [
        "content/permalinks.txt unreadable: this link leads out of the site\n  hint: copy the file here instead"
    ]
    assert snapshot(tmp_path) == before


def test_a_ledger_that_becomes_a_link_out_while_the_site_is_built_is_not_written(site: Path, elsewhere: Path) -> None:
    (site / "content/permalinks.txt").symlink_to(elsewhere / "notes.txt")
    (problem,) = record_permalinks(("a.html",), site / "content/permalinks.txt", None, Bounds(site))
    assert (problem.message, problem.severity) == (
        "the ledger of permalinks can't be written: this link leads out of the site",
        "warning",
    )
    assert (elsewhere / "notes.txt").read_bytes() == b"mine"


def test_a_ledger_that_links_to_a_file_of_the_site_is_written_there(site: Path) -> None:
    write_site(site, {"kept/addresses.txt": "# ours\n"})
    (site / "content/permalinks.txt").symlink_to("../kept/addresses.txt")
    assert lines(build(site).problems) == []
    assert (site / "content/permalinks.txt").is_symlink()
    assert (site / "kept/addresses.txt").read_text(encoding="utf-8").startswith("# ours\n")


# import


@pytest.mark.parametrize("link", ["content", "content/sources"])
def test_records_are_not_written_through_a_link_out_of_the_site(
    make_site: MakeSite, elsewhere: Path, link: str
) -> None:
    site = make_site({"content/index.md": None, "content/sources/gauge.md": None, "seeds/pier.txt": PIER})
    (site / link).parent.mkdir(exist_ok=True)
    (site / link).symlink_to(elsewhere)
    before = snapshot(elsewhere)
    report = bring(site)
    assert (report.done, report.failed) == (
        [],
        [f"{site}/{link}: this link leads out of the site\n  hint: copy the folder here instead"],
    )
    assert snapshot(elsewhere) == before


def test_events_are_not_written_through_a_link_out_of_the_site(site: Path, elsewhere: Path) -> None:
    (site / "content/timeline").symlink_to(elsewhere)
    before = snapshot(elsewhere)
    report = bring(site, "pier.csv")
    assert report.failed == [
        f"{site}/content/timeline: this link leads out of the site\n  hint: copy the folder here instead"
    ]
    assert snapshot(elsewhere) == before


def test_a_link_out_is_told_once_for_many_seeds(site: Path, elsewhere: Path) -> None:
    write_site(site, {"seeds/quay.txt": PIER})
    (site / "content/timeline").symlink_to(elsewhere)
    assert len(bring(site, "pier.txt", "quay.txt", "pier.csv").failed) == 1


@pytest.mark.parametrize("folder", ["timeline", "explainers"])
def test_where_drafts_would_go_out_of_the_site_no_record_is_written_either(
    site: Path, elsewhere: Path, folder: str, tmp_path: Path
) -> None:
    (site / "content" / folder).symlink_to(elsewhere)
    before = snapshot(tmp_path)
    assert bring(site, drafts=True).failed == [
        f"{site}/content/{folder}: this link leads out of the site\n  hint: copy the folder here instead"
    ]
    assert snapshot(tmp_path) == before


def test_a_record_that_links_out_of_the_site_is_neither_read_nor_replaced(site: Path, elsewhere: Path) -> None:
    write_site(elsewhere, {"pier.md": RECORD})
    (site / "content/sources/pier.md").symlink_to(elsewhere / "pier.md")
    report = bring(site)
    assert report.failed == [
        f"{site}/content/sources/pier.md: this link leads out of the site\n  hint: copy the file here instead"
    ]
    assert (site / "content/sources/pier.md").is_symlink()
    assert (elsewhere / "pier.md").read_text(encoding="utf-8") == RECORD


@pytest.mark.parametrize("link", ["content/sources", "content/sources/pier.md"])
def test_a_link_to_nowhere_is_no_place_for_a_record(make_site: MakeSite, link: str) -> None:
    site = make_site({"content/sources/gauge.md": None, "seeds/pier.txt": PIER})
    (site / link).parent.mkdir(exist_ok=True)
    (site / link).symlink_to(site / "nowhere")
    assert bring(site).failed == [f"{site}/{link}: this link leads nowhere\n  hint: mend it, or delete it"]
    assert not (site / "nowhere").exists()


def test_a_record_that_links_to_a_file_of_the_site_stays_a_link(site: Path) -> None:
    write_site(site, {"kept/pier.md": RECORD})
    (site / "content/sources/pier.md").symlink_to("../../kept/pier.md")
    import_seeds(Asked(seeds=(site / "seeds/pier.txt",), site=site, into=None, given=Given(), force=True))
    assert (site / "content/sources/pier.md").is_symlink()
    assert "sha256: " in (site / "kept/pier.md").read_text(encoding="utf-8")


def test_a_pipe_where_a_record_should_go_is_refused_and_not_waited_for(site: Path) -> None:
    os.mkfifo(site / "content/sources/pier.md")
    assert bring(site).failed == [f"{site}/seeds/pier.txt: this is not a regular file"]


def test_a_draft_whose_name_is_a_link_is_left_alone(site: Path, elsewhere: Path) -> None:
    bring(site, drafts=True)
    (draft,) = (site / "content/timeline").iterdir()
    draft.unlink()
    draft.symlink_to(elsewhere / "new.md")
    bring(site, drafts=True)
    assert draft.is_symlink()
    assert not (elsewhere / "new.md").exists()


def test_a_folder_that_the_author_names_may_be_a_link_to_anywhere(site: Path, elsewhere: Path) -> None:
    (site / "out").symlink_to(elsewhere)
    report = bring(site, into=site / "out")
    assert report.failed == []
    assert (elsewhere / "pier.md").is_file()


def test_a_record_in_a_folder_that_the_author_names_is_not_written_through_a_link_out_of_that(
    site: Path, elsewhere: Path
) -> None:
    (site / "out").mkdir()
    (site / "out/pier.md").symlink_to(elsewhere / "notes.txt")
    assert bring(site, into=site / "out").failed == [
        f"{site}/out/pier.md: this link leads out of the folder that --into names\n  hint: copy the file here instead"
    ]
    assert (elsewhere / "notes.txt").read_bytes() == b"mine"


def test_a_folder_that_the_author_names_and_is_a_link_to_nowhere_is_wrong_use(site: Path) -> None:
    (site / "out").symlink_to("nowhere")
    with pytest.raises(Misused, match=f"--into: {site}/out is a link that leads nowhere"):
        bring(site, into=site / "out")
    assert not (site / "nowhere").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may look everywhere")
def test_a_seed_in_a_folder_that_may_not_be_read_is_wrong_use_and_no_bug(site: Path) -> None:
    (site / "seeds").chmod(0o000)
    with pytest.raises(Misused, match="this file can't be read: Permission denied"):
        bring(site)
    (site / "seeds").chmod(0o755)


def test_a_seed_whose_name_is_too_long_is_wrong_use_and_no_bug(site: Path) -> None:
    with pytest.raises(Misused, match="this file can't be read: File name too long"):
        bring(site, f"{'x' * 300}.txt")
