import itertools
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from nutgraf.disk.reader import LARGEST_BLOB, LARGEST_TEXT
from nutgraf.model.inputs import Inputs
from nutgraf.stages.load import load, load_pictures
from tests.sitekit import PLAIN, MakeSite, lines, write_site

PAGE = "---\ntitle: Flood\n---\n"


def read(site: Path, home: Path = PLAIN) -> Inputs:
    loaded = load(site, home)
    assert lines(loaded.problems) == []
    return loaded.value


def problems(site: Path, home: Path = PLAIN) -> list[str]:
    return lines(load(site, home).problems)


def test_documents_are_read_in_the_order_of_their_paths(make_site: MakeSite) -> None:
    site = make_site({"content/players/b.md": PAGE, "content/players/a.md": PAGE, "content/about.md": PAGE})
    assert [it.path for it in read(site).documents] == [
        "content/about.md",
        "content/index.md",
        "content/players/a.md",
        "content/players/b.md",
        "content/sources/gauge.md",
    ]


def test_a_byte_order_mark_is_taken_off(make_site: MakeSite) -> None:
    site = make_site({"content/index.md": "\ufeff---\ntitle: Why?\n---\n"})
    assert read(site).documents[0].text.startswith("---\n")


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_every_system_become_line_feeds(make_site: MakeSite, end: str) -> None:
    site = make_site({"content/index.md": f"---{end}title: Why?{end}---{end}"})
    assert read(site).documents[0].text == "---\ntitle: Why?\n---\n"


def test_media_are_carried_over_byte_for_byte(make_site: MakeSite) -> None:
    site = make_site({"content/media/spring/gauge.png": b"\x89PNG\r\n\x00\xff"})
    assert [(it.path, it.data) for it in read(site).media] == [("spring/gauge.png", b"\x89PNG\r\n\x00\xff")]


@pytest.mark.parametrize(
    "name", [".#a.md", "._a.md", ".DS_Store", "_a.md", "#a.md#", "a.md~", "a.md.swp", "a.tmp", "a.md.bak", "Thumbs.db"]
)
def test_what_editors_and_desktops_leave_behind_is_no_content(make_site: MakeSite, name: str) -> None:
    assert len(read(make_site({f"content/players/{name}": b"\xff"})).documents) == 2


def test_a_folder_that_begins_with_a_dot_is_not_read(make_site: MakeSite) -> None:
    assert len(read(make_site({"content/.obsidian/a.md": b"\xff"})).documents) == 2


@pytest.mark.parametrize(
    ("data", "place"),
    [(b"---\ntitle: \xe9t\xe9\n", "2:8"), (b"\xff\xfe-\x00", "1:1"), ("--- été\n".encode() + b"\n\x80", "3:1")],
)
def test_another_encoding_is_refused_at_its_first_byte(make_site: MakeSite, data: bytes, place: str) -> None:
    site = make_site({"content/players/a.md": data})
    assert problems(site) == [f"content/players/a.md:{place} encoding: not UTF-8"]


@pytest.mark.parametrize(
    "character",
    [
        "\x00",
        "\x07",
        "\x0b",
        "\x0c",
        "\x1b",
        "\x7f",
        "\x85",
        "\x9b",
        "\u2028",
        "\ue000",
        "\ufdd0",
        "\uffff",
        "\U0001ffff",
    ],
)
def test_a_control_character_is_refused_with_its_place(make_site: MakeSite, character: str) -> None:
    site = make_site({"content/players/a.md": f"---\nté{character}\n---\n"})
    said = f"content/players/a.md:2:3 control-character: the character U+{ord(character):04X} is refused"
    assert problems(site) == [said]


@pytest.mark.parametrize("character", ["\t", "\u00a0", "\u200f", "\u200d", "\ufe0f", "é", "😀", "水"])
def test_a_character_that_writers_use_is_read(make_site: MakeSite, character: str) -> None:
    assert problems(make_site({"content/players/a.md": f"---\n{character}\n---\n"})) == []


def test_a_text_too_large_to_have_been_typed_is_refused(make_site: MakeSite) -> None:
    site = make_site({"content/players/a.md": b"a" * (LARGEST_TEXT + 1)})
    assert problems(site) == ["content/players/a.md unreadable: this file is larger than 5 MB"]


def test_a_pipe_is_refused_without_waiting_for_it(make_site: MakeSite) -> None:
    site = make_site({"content/players/b.md": PAGE})
    os.mkfifo(site / "content/players/a.md")
    assert problems(site) == ["content/players/a.md unreadable: this is not a regular file"]


def test_a_link_to_a_device_is_refused(make_site: MakeSite) -> None:
    site = make_site({"content/players/b.md": PAGE})
    (site / "content/players/a.md").symlink_to("/dev/zero")
    assert problems(site) == ["content/players/a.md unreadable: this link leads out of the site"]


def test_a_link_to_a_file_outside_of_the_site_is_refused(make_site: MakeSite, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text(PAGE, encoding="utf-8")
    site = make_site({"content/players/b.md": PAGE})
    (site / "content/players/a.md").symlink_to(tmp_path / "secret.md")
    assert problems(site) == ["content/players/a.md unreadable: this link leads out of the site"]


def test_a_template_that_links_out_of_the_site_is_refused(make_site: MakeSite, tmp_path: Path) -> None:
    (tmp_path / "secret.html").write_text("secret", encoding="utf-8")
    site = make_site({"templates/about.html": "about"})
    (site / "templates/home.html").symlink_to(tmp_path / "secret.html")
    assert problems(site) == ["templates/home.html unreadable: this link leads out of the site"]


def test_a_link_to_a_folder_outside_of_the_site_is_refused(make_site: MakeSite, tmp_path: Path) -> None:
    write_site(tmp_path / "elsewhere", {"a.md": PAGE})
    site = make_site()
    (site / "content/players").symlink_to(tmp_path / "elsewhere")
    assert problems(site) == ["content/players unreadable: this link leads out of the site"]


def test_a_link_within_the_site_is_followed(make_site: MakeSite) -> None:
    site = make_site({"drafts/a.md": PAGE})
    (site / "content/players").symlink_to(site / "drafts")
    assert "content/players/a.md" in [it.path for it in read(site).documents]


def test_links_in_a_circle_are_told_and_not_followed(make_site: MakeSite) -> None:
    site = make_site({"content/players/b.md": PAGE})
    for name in ("one", "two", "three"):
        (site / "content/players" / name).symlink_to(site / "content")
    said = "unreadable: this link leads back to a folder that it stands in"
    assert problems(site) == [f"content/players/{name} {said}" for name in ("one", "three", "two")]


def test_a_link_that_leads_nowhere_is_told(make_site: MakeSite) -> None:
    site = make_site({"content/players/b.md": PAGE})
    (site / "content/players/a.md").symlink_to(site / "gone.md")
    assert problems(site) == ["content/players/a.md unreadable: this link leads nowhere"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("content/notes.md", "content/notes.md misplaced: this file has no place here"),
        ("content/events/a.md", "content/events/a.md misplaced: content/events/ is not a folder that is read"),
        ("content/players/deep/a.md", "content/players/deep/a.md misplaced: folders here hold files, not folders"),
        ("content/players/a.txt", "content/players/a.txt misplaced: only .md files are read here"),
        ("content/players/a", "content/players/a misplaced: only .md files are read here"),
    ],
)
def test_a_file_where_none_is_looked_for_is_told(make_site: MakeSite, name: str, said: str) -> None:
    assert problems(make_site({name: PAGE})) == [said]


@pytest.mark.parametrize(("name", "hint"), [("content/abuot.md", "about"), ("content/player/a.md", "players")])
def test_a_misspelt_place_is_met_with_the_right_one(make_site: MakeSite, name: str, hint: str) -> None:
    (problem,) = load(make_site({name: PAGE}), PLAIN).problems
    assert problem.hint == f"did you mean {hint}?"


@pytest.mark.parametrize("name", [b"caf\xe9.png", b"a\nb.png", b"a\x1b[31mb.png"])
def test_a_picture_whose_name_can_not_be_an_address_is_refused(make_site: MakeSite, name: bytes) -> None:
    site = make_site({"content/media/ok.png": b""})
    (site / "content/media" / os.fsdecode(name)).write_bytes(b"")
    (problem,) = load(site, PLAIN).problems
    assert problem.code == "file-name"


def test_a_document_whose_name_is_not_utf_8_is_named_in_a_way_that_can_be_printed(make_site: MakeSite) -> None:
    site = make_site()
    (site / "content" / os.fsdecode(b"caf\xe9.md")).write_bytes(b"")
    assert problems(site) == ["content/caf\\udce9.md misplaced: this file has no place here"]


def test_a_site_without_settings_is_told_so(make_site: MakeSite) -> None:
    assert problems(make_site({"site.yaml": None})) == ["site.yaml missing-file: there is no site.yaml here"]


@pytest.mark.parametrize("name", ["site.yml", "Site.yaml.txt"])
def test_settings_under_another_name_are_pointed_out(make_site: MakeSite, name: str) -> None:
    (problem,) = load(make_site({"site.yaml": None, name: "title: T\n"}), PLAIN).problems
    assert problem.hint == f"rename {name} to site.yaml"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("port.png", "move it to content/media/, where pictures and other files that readers get stand"),
        ("images/port.png", "move it to content/media/, where pictures and other files that readers get stand"),
        ("players/port.png", "pictures go to content/media/"),
        ("players/mayor.txt", "rename it to mayor.md"),
        ("players/mayor.MD", "rename it to mayor.md"),
        ("player/mayor.md", "did you mean players?"),
        ("media/page.html", "link to it where it stands on the web, or make a page of it in content/"),
    ],
)
def test_a_file_out_of_place_is_told_where_to_go(make_site: MakeSite, name: str, hint: str) -> None:
    (problem,) = load(make_site({f"content/{name}": PAGE}), PLAIN).problems
    assert (problem.code, problem.hint) == ("misplaced", hint)


@pytest.mark.parametrize(
    ("text", "looks"), [(b"\xe9t\xe9", "Windows-1252 or Latin-1"), ("été".encode("utf-16"), "UTF-16")]
)
def test_another_encoding_is_guessed(make_site: MakeSite, text: bytes, looks: str) -> None:
    (problem,) = load(make_site({"content/players/a.md": text}), PLAIN).problems
    assert problem.hint == f"save it as UTF-8; it looks like {looks}"


def test_settings_that_can_not_be_read_are_not_called_missing(make_site: MakeSite) -> None:
    assert problems(make_site({"site.yaml": b"\xff"})) == ["site.yaml:1:1 encoding: not UTF-8"]


def test_a_site_s_own_template_stands_before_the_default_one(make_site: MakeSite) -> None:
    inputs = read(make_site({"templates/home.html": "mine"}))
    assert inputs.templates["home.html"].text == "mine"
    assert inputs.templates["about.html"].text == (PLAIN / "templates/about.html").read_text(encoding="utf-8")


def test_a_stylesheet_is_a_template_and_other_assets_are_carried_over(make_site: MakeSite) -> None:
    inputs = read(make_site({"templates/assets/style.css": "b{}", "templates/assets/fonts/a.woff2": b"\x00\xff"}))
    assert inputs.templates["assets/style.css"].text == "b{}"
    assert [it.path for it in inputs.assets] == ["assets/fonts/a.woff2", "assets/icon.svg"]


def test_the_seeds_are_no_input(make_site: MakeSite) -> None:
    assert read(make_site({"seeds/a.txt": b"\xff\x00"}))


def test_the_texts_of_all_files_can_be_shown_with_problems(make_site: MakeSite) -> None:
    texts: Mapping[str, str] = read(make_site({"content/permalinks.txt": "# none\n"})).texts()
    assert {"site.yaml", "content/index.md", "content/permalinks.txt", "templates/home.html"} <= set(texts)


@pytest.mark.parametrize("folder", ["content", "content/players", "content/media", "templates", "seeds"])
def test_a_folder_that_may_not_be_read_is_told(make_site: MakeSite, folder: str) -> None:
    site = make_site()
    (site / folder).mkdir(exist_ok=True)
    (site / folder).chmod(0o000)
    if os.access(site / folder, os.R_OK):
        pytest.skip("this account may read everything")
    said = problems(site)
    (site / folder).chmod(0o755)
    assert said == [f"{folder} unreadable: this folder can't be read: Permission denied"]


def test_a_file_where_content_should_be_is_told(make_site: MakeSite) -> None:
    site = make_site({"content/index.md": None, "content/sources/gauge.md": None, "content": "all in one file"})
    assert problems(site) == ["content unreadable: this folder can't be read: Not a directory"]


@pytest.mark.parametrize("folder", ["content", "templates", "seeds"])
def test_a_whole_folder_that_is_a_link_out_of_the_site_is_refused(
    make_site: MakeSite, tmp_path: Path, folder: str
) -> None:
    write_site(tmp_path / "elsewhere", {"sources/gauge.md": PAGE, "home.html": "secret"})
    site = make_site({"content/index.md": None, "content/sources/gauge.md": None})
    (site / folder).symlink_to(tmp_path / "elsewhere")
    assert problems(site) == [f"{folder} unreadable: this link leads out of the site"]


def test_folders_that_link_to_each_other_are_told_and_not_followed_for_ever(make_site: MakeSite) -> None:
    site = make_site({f"content/media/{name}/x.png": b"" for name in "ab"})
    for number in range(8):
        (site / f"content/media/a/{number}").symlink_to("../b")
        (site / f"content/media/b/{number}").symlink_to("../a")
    said = problems(site)
    assert "content/media/a/0/7 unreadable: this link leads back to a folder that it stands in" in said
    assert len(said) == 128


def test_folders_that_links_multiply_are_not_read_for_ever(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nutgraf.disk.reader.MOST_FILES", 1000)
    site = make_site({f"content/media/{level}/x.png": b"" for level in range(9)})
    for level, number in itertools.product(range(8), range(8)):
        (site / f"content/media/{level}/{number}").symlink_to(f"../{level + 1}")
    assert problems(site) == ["content unreadable: more than 1,000 files stand here, links followed"]


@pytest.mark.parametrize("depth", [31, 300])
def test_folders_nested_too_deep_are_told(make_site: MakeSite, depth: int) -> None:
    site = make_site()
    (site / "content/media" / "/".join("d" * depth)).mkdir(parents=True)
    (problem,) = load(site, PLAIN).problems
    assert problem.message == "this folder stands more than 30 folders deep"


def test_a_path_that_is_too_long_to_be_read_is_told(make_site: MakeSite) -> None:
    site = make_site({"content/media/a.png": b""})
    folder = os.open(site / "content/media", os.O_RDONLY)
    for _ in range(20):
        os.mkdir("d" * 250, dir_fd=folder)
        below = os.open("d" * 250, os.O_RDONLY, dir_fd=folder)
        os.close(folder)
        folder = below
    os.close(folder)
    (problem,) = load(site, PLAIN).problems
    shutil.rmtree(site / "content/media" / ("d" * 250))
    assert problem.message == "this folder can't be read: File name too long"


def test_a_picture_in_a_folder_whose_name_can_not_be_an_address_is_refused(make_site: MakeSite) -> None:
    site = make_site()
    write_site(site / "content/media" / os.fsdecode(b"caf\xe9"), {"a.png": b""})
    assert [it.code for it in load(site, PLAIN).problems] == ["file-name"]


def test_settings_that_link_to_themselves_are_not_called_missing(make_site: MakeSite) -> None:
    site = make_site({"site.yaml": None})
    (site / "site.yaml").symlink_to("site.yaml")
    assert problems(site) == ["site.yaml unreadable: this link leads nowhere"]


def test_a_seed_is_known_by_its_hash(make_site: MakeSite) -> None:
    # printf abc | sha256sum
    seeds = read(make_site({"seeds/_notes/a.txt": "abc"})).seeds
    assert seeds == {"seeds/_notes/a.txt": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}


def test_a_seed_may_be_of_any_size(make_site: MakeSite) -> None:
    site = make_site({"seeds/film.mp4": ""})
    os.truncate(site / "seeds/film.mp4", LARGEST_BLOB + 1)
    assert list(read(site).seeds) == ["seeds/film.mp4"]


def test_a_seed_that_can_not_be_read_is_told_as_any_file_is(make_site: MakeSite) -> None:
    site = make_site()
    (site / "seeds").mkdir()
    os.mkfifo(site / "seeds/a.txt")
    assert problems(site) == ["seeds/a.txt unreadable: this is not a regular file"]


def test_a_template_that_can_not_be_read_hides_the_default_one_with_its_text(make_site: MakeSite) -> None:
    loaded = load(make_site({"templates/home.html": "\n\x00"}), PLAIN)
    assert lines(loaded.problems) == ["templates/home.html:2:1 control-character: the character U+0000 is refused"]
    assert "templates/home.html" not in loaded.value.texts()


def test_pictures_drawn_before_are_used_again_where_they_can_be_read(tmp_path: Path) -> None:
    out = write_site(tmp_path / "public", {"cards/a.png": b"\x89"})
    os.mkfifo(out / "cards/b.png")
    (out / "cards/c.png").symlink_to("nowhere")
    assert load_pictures(out) == {"cards/a.png": b"\x89"}
