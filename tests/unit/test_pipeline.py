from tests.sitekit import MakeSite, build, lines, make, snapshot

BROKEN = "---\ntittle: Flood\n---\n"
STALE = (
    "---\ntitle: Why?\ndescription: Rain, snow and a dam are the three things that make the river rise.\n"
    "published: 2025-01-01\nupdated: 2025-01-01\nreview_by: 2025-06-01\n---\n"
)


def test_a_good_site_is_published_and_its_addresses_remembered(make_site: MakeSite) -> None:
    site = make_site()
    outcome = build(site)
    assert outcome.report is not None
    assert (site / "public/index.html").is_file()
    ledger = (site / "content/permalinks.txt").read_text(encoding="utf-8")
    assert ledger.endswith("\nsources.html#gauge\n")


def test_a_second_build_finds_its_own_addresses(make_site: MakeSite) -> None:
    site = make_site()
    build(site)
    assert lines(build(site).problems) == []


def test_a_page_that_goes_away_is_missed(make_site: MakeSite) -> None:
    site = make_site({"content/glossary/flood.md": "---\ntitle: Flood\n---\n"})
    build(site)
    (site / "content/glossary/flood.md").unlink()
    assert [it.code for it in build(site).problems] == ["permalink"]


def test_a_site_with_mistakes_changes_nothing_on_disk(make_site: MakeSite) -> None:
    site = make_site()
    build(site)
    (site / "content/glossary").mkdir()
    (site / "content/glossary/flood.md").write_text(BROKEN, encoding="utf-8")
    before = snapshot(site)
    assert build(site).report is None
    assert snapshot(site) == before


def test_a_broken_template_changes_nothing_on_disk(make_site: MakeSite) -> None:
    site = make_site()
    build(site)
    (site / "templates").mkdir()
    (site / "templates/404.html").write_text("{{ nowhere }}", encoding="utf-8")
    before = snapshot(site)
    assert build(site).outputs is None
    assert snapshot(site) == before


def test_warnings_stop_a_build_only_when_strict(make_site: MakeSite) -> None:
    site = make_site({"content/explainers/why.md": STALE})
    assert make(site).outputs is not None
    assert make(site, strict=True).outputs is None


def test_making_a_site_writes_nothing(make_site: MakeSite) -> None:
    site = make_site()
    before = snapshot(site)
    assert make(site).outputs is not None
    assert snapshot(site) == before


def test_a_build_with_drafts_does_not_promise_their_addresses(make_site: MakeSite) -> None:
    site = make_site({"content/glossary/flood.md": "---\ntitle: Flood\ndraft: true\n---\n"})
    build(site, drafts=True)
    assert (site / "public/glossary.html").is_file()
    assert not (site / "content/permalinks.txt").exists()


def test_problems_are_told_once_and_in_the_order_of_their_places(make_site: MakeSite) -> None:
    site = make_site(
        {
            "site.yaml": "title: River\ncolour: blue\n",
            "content/players/b.md": "---\ntitle: B\n---\n",
            "content/glossary/a.md": "---\ntitle: A\nb: c\nd: e\n---\n[[x]]\n[[x]]\n",
        }
    )
    places = [(it.at.path, it.at.line) for it in make(site).problems]
    assert places == [
        ("content/glossary/a.md", 3),
        ("content/glossary/a.md", 4),
        ("content/glossary/a.md", 6),
        ("content/glossary/a.md", 7),
        ("content/players/b.md", 1),
        ("site.yaml", 2),
    ]


def test_a_file_of_the_site_in_public_stops_the_build_without_touching_it(make_site: MakeSite) -> None:
    site = make_site({"public/index.html": "mine"})
    outcome = build(site)
    assert [it.code for it in outcome.problems] == ["public"]
    assert snapshot(site / "public") == {"index.html": b"mine"}
    assert not (site / "content/permalinks.txt").exists()


def test_a_file_where_another_needs_a_folder_is_a_problem(make_site: MakeSite) -> None:
    outcome = make(make_site({"templates/assets/icon.svg/a.png": b""}))
    assert lines(outcome.problems) == ["assets/icon.svg address: public/assets/icon.svg would be a folder and a file"]
    assert outcome.outputs is None
