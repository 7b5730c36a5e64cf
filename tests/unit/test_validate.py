import pytest

from nutgraf.model.options import Options
from nutgraf.model.records import Change, Event, Explainer, Source, Term
from nutgraf.model.site import Content
from nutgraf.stages.load import load
from nutgraf.stages.validate import validate
from tests.sitekit import PLAIN, TODAY, MakeSite, lines, make


def content(make_site: MakeSite, files: dict[str, str | bytes | None], *, drafts: bool = False) -> Content:
    """The validated content of a site that has no problems."""
    validated = validate(load(make_site(files), PLAIN).value, Options(today=TODAY, drafts=drafts))
    assert lines(validated.problems) == []
    return validated.value


def event(date: str, **fields: str) -> str:
    more = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return f"---\ntitle: Rain\ndate: {date}\nsources: [gauge]\n{more}---\n"


def explainer(title: str, **fields: str) -> str:
    more = "".join(f"{name}: {value}\n" for name, value in fields.items())
    words = "Rain, snow and a dam are the three things that make the river rise."
    return f"---\ntitle: {title}\ndescription: {words}\npublished: 2026-01-01\nupdated: 2026-01-02\n{more}---\n"


def test_events_are_sorted_by_earliest_day_then_coarser_first_then_seq_then_id(make_site: MakeSite) -> None:
    dates = {"f": "2024-05-02", "e": "2024-05-01", "d": "2024-05", "c": "2024", "b": "2023-24", "a": "../2023"}
    files = {f"content/timeline/{name}.md": event(date) for name, date in dates.items()}
    files |= {"content/timeline/y.md": event("2025", seq="2"), "content/timeline/z.md": event("2025", seq="1")}
    files |= {"content/timeline/q.md": event("2026"), "content/timeline/p.md": event("2026")}
    found = content(make_site, {**files})
    assert [it.id for it in found.of(Event)] == ["a", "b", "c", "d", "e", "f", "z", "y", "p", "q"]


def test_explainers_with_an_order_come_first_and_the_others_follow_by_title(make_site: MakeSite) -> None:
    files = {
        "a": explainer("Zebra"),
        "b": explainer("apple"),
        "c": explainer("Last", order="2"),
        "d": explainer("First", order="1"),
    }
    found = content(make_site, {f"content/explainers/{name}.md": text for name, text in files.items()})
    assert [it.id for it in found.of(Explainer)] == ["d", "c", "b", "a"]


def test_players_numbers_and_terms_stand_by_title_whatever_its_capitals(make_site: MakeSite) -> None:
    titles = {"a": "dam", "b": "Canal", "c": "Éclair", "d": "basin"}
    found = content(make_site, {f"content/glossary/{it}.md": f"---\ntitle: {t}\n---\n" for it, t in titles.items()})
    assert [it.title for it in found.of(Term)] == ["basin", "Canal", "dam", "Éclair"]


def test_changes_are_newest_first(make_site: MakeSite) -> None:
    days = ("2026-01-03", "2026-01-01", "2026-01-02")
    files = {f"content/changes/{it}-a.md": f"---\ntitle: C\ndate: {it}\ntype: added\n---\n" for it in days}
    assert [it.date.day for it in content(make_site, {**files}).of(Change)] == [3, 2, 1]


def test_drafts_are_left_out_and_remembered(make_site: MakeSite) -> None:
    found = content(make_site, {"content/glossary/flood.md": "---\ntitle: Flood\ndraft: true\n---\n"})
    assert found.of(Term) == ()
    assert found.held.why("flood", ("target",)) == "draft"
    assert found.held.draft_files == 1


def test_drafts_are_in_on_demand(make_site: MakeSite) -> None:
    files: dict[str, str | bytes | None] = {"content/glossary/flood.md": "---\ntitle: Flood\ndraft: true\n---\n"}
    assert [it.id for it in content(make_site, files, drafts=True).of(Term)] == ["flood"]


def test_a_draft_may_be_full_of_mistakes(make_site: MakeSite) -> None:
    text = "---\ntittle: Flood\ndraft: true\n---\n\n<b> [[nowhere]]\n"
    assert lines(make(make_site({"content/glossary/flood.md": text})).problems) == []


def test_an_earlier_id_leads_to_the_same_thing(make_site: MakeSite) -> None:
    found = content(make_site, {"content/glossary/flood.md": "---\ntitle: Flood\naliases: [deluge]\n---\n"})
    assert found.targets["deluge"] is found.targets["flood"]


def test_the_text_of_a_source_is_kept_and_never_converted(make_site: MakeSite) -> None:
    text = "---\ntitle: S\npublisher: P\ndate: 2024\nkind: news\n---\n<b>[[x]] # Title\n"
    (source,) = content(make_site, {"content/sources/gauge.md": text}).of(Source)
    assert source.markdown.text == "<b>[[x]] # Title\n"
    assert not any(source.body.fragments())


def test_a_body_knows_the_line_it_begins_on(make_site: MakeSite) -> None:
    found = content(make_site, {"content/glossary/flood.md": "---\ntitle: Flood\n---\n\nWater.\n"})
    assert found.of(Term)[0].markdown.first_line == 4


@pytest.mark.parametrize(
    ("one", "other"),
    [("players", "glossary"), ("timeline", "numbers"), ("explainers", "glossary"), ("timeline", "explainers")],
)
def test_what_can_be_linked_to_shares_one_set_of_ids(make_site: MakeSite, one: str, other: str) -> None:
    texts = {
        "players": "---\ntitle: F\nrole: r\n---\n",
        "glossary": "---\ntitle: F\n---\n",
        "numbers": "---\ntitle: F\nvalue: 4\nunit: m\nas_of: 2024\nsources: [gauge]\n---\n",
        "timeline": event("2024", date_note="Known."),
        "explainers": explainer("F"),
    }
    site = make_site({f"content/{it}/flood.md": texts[it] for it in (one, other)})
    (said,) = lines(it for it in make(site).problems if it.code == "address")
    first, second = sorted((one, other))
    assert said == f'content/{second}/flood.md address: the id "flood" is already taken by content/{first}/flood.md'


def test_a_source_may_have_the_id_of_an_event(make_site: MakeSite) -> None:
    site = make_site({"content/timeline/gauge.md": event("2024", date_note="Known.")})
    assert [it for it in make(site).problems if it.code == "address"] == []


def test_an_earlier_id_can_not_be_another_s_id(make_site: MakeSite) -> None:
    site = make_site(
        {
            "content/glossary/deluge.md": "---\ntitle: Deluge\n---\n",
            "content/glossary/flood.md": "---\ntitle: Flood\naliases:\n  - deluge\n---\n",
        }
    )
    assert lines(make(site).problems) == [
        'content/glossary/flood.md:4:5 address: the id "deluge" is already taken by content/glossary/deluge.md'
    ]


@pytest.mark.parametrize(
    ("deluge", "flood", "said"),
    [
        ("", "[deluge]", 'flood.md:3:11 address: the id "deluge" is already taken by content/glossary/deluge.md'),
        ("[flood]", "", 'deluge.md:3:11 address: the id "flood" is already taken by content/glossary/flood.md'),
        (
            "[spate]",
            "[rise, spate]",
            'flood.md:3:17 address: the id "spate" is already taken by content/glossary/deluge.md, line 3',
        ),
        (
            "[spate, spate]",
            "",
            'deluge.md:3:18 address: the id "spate" is already taken by content/glossary/deluge.md, line 3',
        ),
        ("", "[flood]", 'flood.md:3:11 address: the id "flood" is already taken by content/glossary/flood.md'),
    ],
)
def test_no_id_is_taken_twice_as_id_or_as_alias(make_site: MakeSite, deluge: str, flood: str, said: str) -> None:
    def term(aliases: str) -> str:
        return f"---\ntitle: T\n{f'aliases: {aliases}' if aliases else 'draft: false'}\n---\n"

    site = make_site({"content/glossary/deluge.md": term(deluge), "content/glossary/flood.md": term(flood)})
    (line,) = lines(make(site).problems)
    assert line == f"content/glossary/{said}"


def test_a_source_needs_a_date_or_a_word_on_it(make_site: MakeSite) -> None:
    text = "---\ntitle: S\npublisher: P\nkind: news\n---\n\nThe gauge stood at 4.2 metres on 2 January.\n"
    site = make_site({"content/sources/gauge.md": text})
    assert lines(make(site).problems) == ['content/sources/gauge.md:1:1 missing-key: "date" is missing']
    site = make_site({"content/sources/gauge.md": text.replace("kind", "date_note: The page has none.\nkind")})
    assert lines(make(site).problems) == []


@pytest.mark.parametrize(
    ("updated", "said"),
    [
        ("2026-01-01", []),
        ("2025-12-31", ["7:10 date-value: it can't be updated on 2025-12-31, before it was published on 2026-01-01"]),
    ],
)
def test_nothing_is_updated_before_it_is_published(make_site: MakeSite, updated: str, said: list[str]) -> None:
    text = explainer("Why?").replace("updated: 2026-01-02", f"lang: en\norder: 1\nupdated: {updated}")
    found = lines(make(make_site({"content/explainers/why.md": text})).problems)
    assert found == [f"content/explainers/why.md:{it}" for it in said]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("timeline/rain", "---\ntitle: Rain\ndate: 2026-01-02\nsources:\n  - {source: gauge, translation: T}\n---\n"),
        ("index", "---\ntitle: W\nkey_points:\n- text: T\n  sources: [{source: gauge, translation: T}]\n---\n"),
    ],
)
def test_a_translation_needs_the_words_that_it_translates(make_site: MakeSite, name: str, text: str) -> None:
    (found,) = make(make_site({f"content/{name}.md": text})).problems
    assert (found.code, found.at.line, found.message) == (
        "missing-key",
        5,
        '"quote" is missing, of which this is the translation',
    )
    assert text.split("\n")[4][found.at.column - 1 :].startswith("T}")


def test_the_first_page_is_missed(make_site: MakeSite) -> None:
    site = make_site({"content/index.md": None})
    assert lines(make(site).problems) == ["content/index.md missing-file: it is missing"]


def test_a_first_page_that_can_not_be_read_is_not_called_missing(make_site: MakeSite) -> None:
    site = make_site({"content/index.md": b"\xff"})
    assert lines(make(site).problems) == ["content/index.md:1:1 encoding: not UTF-8"]


@pytest.mark.parametrize("broken", [b"\xff", b"no front matter", b"---\ntittle: Flood\n---\n", b"---\na: b: c\n---\n"])
def test_a_file_with_mistakes_is_not_reported_again_where_it_is_mentioned(make_site: MakeSite, broken: bytes) -> None:
    home = "---\ntitle: Why?\n---\n\nThe [[flood]] came.\n"
    outcome = make(make_site({"content/index.md": home, "content/glossary/flood.md": broken}))
    assert {it.at.path for it in outcome.problems} == {"content/glossary/flood.md"}


def test_settings_with_mistakes_do_not_hide_those_of_the_content(make_site: MakeSite) -> None:
    site = make_site({"site.yaml": "titel: River\n", "content/glossary/flood.md": "---\ntittle: Flood\n---\n"})
    assert {it.at.path for it in make(site).problems} == {"site.yaml", "content/glossary/flood.md"}


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("", 'site.yaml:1:1 missing-key: "title" is missing'),
        ("title: River\ncolour: blue\n", 'site.yaml:2:1 unknown-key: "colour" is not a field here'),
        ("title: River\nurl: example.org\n", 'site.yaml:2:6 value: "example.org" is not a web address'),
        ("title: River\nlang: English\n", 'site.yaml:2:7 value: "English" is not a language tag'),
        ("title: River\nchecks: {stale: maybe}\n", 'site.yaml:2:17 value: "maybe" is not one of error, warning, off'),
        ("title: River\nchecks: off\n", "site.yaml:2:9 value: checks has fields of its own"),
        ("- title\n", "site.yaml:1:1 front-matter: fields are expected here, each as name: value"),
    ],
)
def test_settings_are_checked_like_any_fields(make_site: MakeSite, settings: str, said: str) -> None:
    (found,) = lines(make(make_site({"site.yaml": settings})).problems)
    assert found.startswith(said)


@pytest.mark.parametrize("name", ["Flood", "high water", "a_b", "con", "e\u0301te\u0301"])
def test_a_file_name_that_can_be_no_address_is_refused(make_site: MakeSite, name: str) -> None:
    site = make_site({f"content/glossary/{name}.md": "---\ntitle: Flood\n---\n"})
    assert [it.code for it in make(site).problems] == ["file-name"]


def test_a_draft_among_the_settings_and_the_home_page_is_no_crash(make_site: MakeSite) -> None:
    site = make_site({"content/index.md": "---\ntitle: Why?\ndraft: true\n---\n"})
    assert make(site).outputs is not None or make(site).problems
