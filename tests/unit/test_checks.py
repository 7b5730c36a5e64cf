"""The checks across files, each through a whole site without its pages."""

import pytest

from tests.sitekit import MakeSite, lines, make

FLOOD = "---\ntitle: Flood\n---\n\nWater.\n"
MAYOR = "---\ntitle: The mayor\nrole: Runs the town\n---\n"
RAIN = "---\ntitle: Rain\ndate: 2024\ndate_note: Known.\nsources: [gauge]\n---\n"


def problems(make_site: MakeSite, code: str, files: dict[str, str]) -> list[str]:
    """The problems of one code, without it."""
    return [it.replace(f" {code}:", "") for it in lines(make(make_site({**files})).problems) if f" {code}: " in it]


def links(make_site: MakeSite, text: str, **files: str) -> list[str]:
    """What is wrong with the links of a first page."""
    home = {"content/index.md": f"---\ntitle: Why?\n---\n{text}\n"}
    return problems(
        make_site, "link", home | {f"content/{name.replace('__', '/')}.md": it for name, it in files.items()}
    )


def hints(make_site: MakeSite, files: dict[str, str]) -> list[str]:
    return [it.hint for it in make(make_site({**files})).problems]


def event(date: str, answers: str = "") -> str:
    more = f"in_response_to: {answers}\n" if answers else ""
    return f"---\ntitle: E\ndate: {date}\ndate_note: Known.\nsources: [gauge]\n{more}---\n"


# links


@pytest.mark.parametrize(
    "text",
    ["[[flood]]", "[[flood|water]]", "[@gauge]", "[a](glossary/flood.md)", "[a](sources/gauge.md)", "![[rain]]",
     "[a](index.md)", "`[[nowhere]]`", "    [[nowhere]]"],
)  # fmt: skip
def test_a_link_that_leads_somewhere_is_fine(make_site: MakeSite, text: str) -> None:
    assert links(make_site, text, glossary__flood=FLOOD, timeline__rain=RAIN) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[flod]]", '4:1 no explainer, event, player, number or term has the id "flod"'),
        ("[@gauje]", '4:1 no source has the id "gauje"'),
        ("[[gauge]]", '4:1 "gauge" is a source, which is cited, not linked'),
        ("[a](glossary/flod.md)", "4:5 content/ holds no glossary/flod.md"),
        ("[a](flood.md)", "4:5 content/ holds no flood.md"),
        ("[a](glossary/flood.md#deep)", '4:5 glossary/flood.md has no section "deep"'),
        ("![a](media/flood.png)", "4:6 content/ holds no media/flood.png"),
        ("\n\n![[flod]]", '6:1 no explainer, event, player, number or term has the id "flod"'),
    ],
)
def test_a_link_that_leads_nowhere_is_told_with_its_place(make_site: MakeSite, text: str, said: str) -> None:
    assert links(make_site, text, glossary__flood=FLOOD) == [f"content/index.md:{said}"]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("[[flod]]", "did you mean flood?"),
        ("[@gauje]", "did you mean gauge?"),
        ("[a](glosary/flood.md)", "did you mean glossary/flood.md?"),
        ("[[gauge]]", "cite it: [@gauge]"),
        ("[[Flood]]", "write [[flood]]"),
        ("[[term:flood]]", "write [[flood]]"),
        ("[[glossary/flood.md]]", "write [[flood]]"),
        (
            "[[place:Quay]]",
            "an id is the name of a file in content/ without its folder and its .md, such as [[first-flood]]",
        ),
        ("[@office]", "name a file in content/sources/, without its .md"),
        ("[a](Flood.md)", "did you mean glossary/flood.md?"),
        ("[a](glossary/)", "did you mean glossary/flood.md?"),
        ("[a](.)", "link to a file, by its path seen from this one; a folder has no page of its own"),
    ],
)
def test_the_nearest_name_is_offered(make_site: MakeSite, text: str, hint: str) -> None:
    home = f"---\ntitle: Why?\n---\n{text}\n"
    assert hints(make_site, {"content/index.md": home, "content/glossary/flood.md": FLOOD}) == [hint]


def test_a_link_to_a_draft_is_told_as_such(make_site: MakeSite) -> None:
    draft = FLOOD.replace("---\n\n", "draft: true\n---\n\n")
    assert links(make_site, "[[flood]]", glossary__flood=draft) == ['content/index.md:4:1 "flood" is a draft']


def test_links_in_drafts_are_not_checked(make_site: MakeSite) -> None:
    draft = "---\ntitle: Flood\ndraft: true\n---\n[[nowhere]]\n"
    assert links(make_site, "", glossary__flood=draft) == []


def test_ids_in_front_matter_are_checked_where_they_stand(make_site: MakeSite) -> None:
    rain = (
        "---\ntitle: R\ndate: 2024\ndate_note: K.\nplayers: [mayor, rain]\nin_response_to: snow\n"
        "sources: [gauje]\n---\n"
    )
    assert problems(make_site, "link", {"content/timeline/rain.md": rain, "content/players/major.md": MAYOR}) == [
        'content/timeline/rain.md:5:11 no player has the id "mayor"',
        'content/timeline/rain.md:5:18 "rain" is an event, not a player',
        'content/timeline/rain.md:6:17 no event has the id "snow"',
        'content/timeline/rain.md:7:11 no source has the id "gauje"',
    ]


def test_sources_of_key_points_are_checked(make_site: MakeSite) -> None:
    home = "---\ntitle: Why?\nkey_points:\n  - text: It rained.\n    sources: [gauje]\n---\n"
    assert problems(make_site, "link", {"content/index.md": home}) == [
        'content/index.md:5:15 no source has the id "gauje"'
    ]


def test_the_picture_of_an_event_is_missed(make_site: MakeSite) -> None:
    rain = RAIN.replace("sources", "media: {src: gauge.png, alt: The gauge}\nsources")
    said = ["content/timeline/rain.md:5:14 content/media/ holds no gauge.png"]
    assert problems(make_site, "link", {"content/timeline/rain.md": rain}) == said


def test_what_a_change_is_about_is_checked(make_site: MakeSite) -> None:
    change = "---\ntitle: C\ndate: 2026-01-01\ntype: added\npages: [flood, index, gauge, flod]\n---\n"
    files = {"content/changes/c.md": change, "content/glossary/flood.md": FLOOD}
    assert problems(make_site, "link", files) == ['content/changes/c.md:5:30 nothing has the id "flod"']


def test_an_earlier_id_is_as_good_as_the_present_one(make_site: MakeSite) -> None:
    flood = FLOOD.replace("---\n\n", "aliases: [deluge]\n---\n\n")
    assert links(make_site, "[[deluge]]", glossary__flood=flood) == []


@pytest.mark.parametrize(("folder", "text"), [("players", MAYOR), ("glossary", FLOOD)])
def test_only_numbers_and_events_are_set_into_a_page(make_site: MakeSite, folder: str, text: str) -> None:
    files = {"content/index.md": "---\ntitle: Why?\n---\n![[it]]\n", f"content/{folder}/it.md": text}
    assert len(problems(make_site, "embed", files)) == 1


# citations


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It rained. (@gauge)", "4:12 (@gauge) is not a citation"),
        ("It rained @gauge.", "4:11 @gauge is not a citation"),
        ("It rained [gauge].", "4:11 [gauge] is not a citation"),
        ("It rained [level].", "4:11 [level] is not a citation"),
    ],
)
def test_a_citation_typed_wrongly_is_told(make_site: MakeSite, text: str, said: str) -> None:
    gauge = "---\ntitle: G\npublisher: P\ndate: 2024\nkind: data\naliases: [level]\n---\n\nRain.\n"
    files = {"content/index.md": f"---\ntitle: Why?\n---\n{text}\n", "content/sources/gauge.md": gauge}
    assert problems(make_site, "citation", files) == [f"content/index.md:{said}"]


@pytest.mark.parametrize("text", ["[gauje] @gauje", "`[gauge]`", "me@gauge.org", "[gauge](https://example.org/)"])
def test_what_is_no_citation_is_not_told(make_site: MakeSite, text: str) -> None:
    assert problems(make_site, "citation", {"content/index.md": f"---\ntitle: Why?\n---\n{text}\n"}) == []


FIELDS = "would be shown as it stands: this field is plain text"


@pytest.mark.parametrize(
    ("name", "text", "said", "hint"),
    [
        (
            "index",
            "title: W\nkey_points:\n  - text: It rained. [@gauge]\n    sources: [gauge]",
            f"4:22 [@gauge] {FIELDS}",
            "move it to the sources of the key point: sources: [gauge]",
        ),
        (
            "index",
            "title: W\nkey_points:\n  - text: 'It rained. [@gauge \"stood\"]'\n    sources: [gauge]",
            f'4:23 [@gauge "stood"] {FIELDS}',
            "move it to the sources of the key point: sources: [gauge], with its words as quote",
        ),
        (
            "timeline/rain",
            "title: Rain [@gauge]\ndate: 2026\ndate_note: K.\nsources: [gauge]",
            f"2:13 [@gauge] {FIELDS}",
            "move it to the front matter's sources: [gauge]",
        ),
        (
            "players/mayor",
            "title: Mayor\nrole: Runs the [[town]]",
            f"3:16 [[town]] {FIELDS}",
            "write it without the brackets; links stand in the body",
        ),
        (
            "players/mayor",
            "title: Mayor\nrole: Runs the [[town|old town]]",
            f"3:16 [[town|old town]] {FIELDS}",
            "write old town without the brackets; links stand in the body",
        ),
        (
            "players/mayor",
            "title: Mayor [@gauge]\nrole: Runs the town",
            f"2:14 [@gauge] {FIELDS}",
            "take it out; citations stand in the body",
        ),
        (
            "glossary/flood",
            "title: Flood [@gauge p. 2]",
            f"2:14 [@gauge p. 2] {FIELDS}",
            "take it out; citations stand in the body",
        ),
    ],
)
def test_a_mark_in_plain_text_is_told(make_site: MakeSite, name: str, text: str, said: str, hint: str) -> None:
    (found,) = make(make_site({f"content/{name}.md": f"---\n{text}\n---\n"})).problems
    assert (lines([found]), found.hint) == ([f"content/{name}.md:{said.replace(' ', ' citation: ', 1)}"], hint)


# chains


def chain(make_site: MakeSite, **events: str) -> list[str]:
    return problems(make_site, "chain", {f"content/timeline/{name}.md": text for name, text in events.items()})


def test_an_event_answers_an_earlier_one(make_site: MakeSite) -> None:
    assert chain(make_site, a=event("2024"), b=event("2025", "a"), c=event("2026", "a")) == []


def test_an_event_can_not_answer_itself(make_site: MakeSite) -> None:
    assert chain(make_site, a=event("2024", "a")) == ['content/timeline/a.md:6:17 "a" ends up answering itself']


def test_a_circle_of_answers_is_told_at_each_of_its_events(make_site: MakeSite) -> None:
    said = chain(make_site, a=event("2024", "c"), b=event("2024", "a"), c=event("2024", "b"))
    assert said == [f'content/timeline/{it}.md:6:17 "{it}" ends up answering itself' for it in "abc"]


def test_an_event_that_leads_into_a_circle_is_not_part_of_it(make_site: MakeSite) -> None:
    said = chain(make_site, a=event("2024", "b"), b=event("2024", "a"), c=event("2024", "a"))
    assert [it[:21] for it in said] == ["content/timeline/a.md", "content/timeline/b.md"]


def test_an_event_can_not_be_over_before_what_it_answers(make_site: MakeSite) -> None:
    said = chain(make_site, a=event("2025"), b=event("2024-05", "a"))
    assert said == ['content/timeline/b.md:6:17 "b" is over before "a", which it answers']


@pytest.mark.parametrize("date", ["2024", "2024-06", "2024/2025", "../2025", "2024-05"])
def test_dates_that_may_be_in_order_are(make_site: MakeSite, date: str) -> None:
    assert chain(make_site, a=event("2024-05"), b=event(date, "a")) == []


# coverage


def test_an_event_a_number_and_a_key_point_name_a_source(make_site: MakeSite) -> None:
    files = {
        "content/index.md": "---\ntitle: Why?\nkey_points:\n  - text: It rained.\n---\n",
        "content/timeline/rain.md": RAIN.replace("sources: [gauge]\n", ""),
        "content/numbers/height.md": "---\ntitle: Height\nvalue: 4.2\nunit: metres\nas_of: 2024\n---\n",
    }
    assert [it.partition(":")[0] for it in problems(make_site, "coverage", files)] == [
        "content/index.md",
        "content/numbers/height.md",
        "content/timeline/rain.md",
    ]


@pytest.mark.parametrize(("level", "severities"), [("error", ["error"]), ("warning", ["warning"]), ("off", [])])
def test_a_check_is_as_severe_as_the_settings_say(make_site: MakeSite, level: str, severities: list[str]) -> None:
    files = {
        "site.yaml": f"title: River\nchecks: {{coverage: {level}}}\n",
        "content/timeline/rain.md": RAIN.replace("sources: [gauge]\n", ""),
    }
    assert [it.severity for it in make(make_site({**files})).problems if it.code == "coverage"] == severities


# permalinks


def test_an_address_that_still_leads_somewhere_is_fine(make_site: MakeSite) -> None:
    ledger = "# mine\n\nglossary.html#flood\nsources.html#gauge\n"
    files = {"content/permalinks.txt": ledger, "content/glossary/flood.md": FLOOD}
    assert problems(make_site, "permalink", files) == []


def test_an_address_that_is_gone_is_told_by_its_line(make_site: MakeSite) -> None:
    ledger = "# mine\nglossary.html#deluge\nexplainers/why.html\n"
    assert problems(make_site, "permalink", {"content/permalinks.txt": ledger}) == [
        "content/permalinks.txt:2:1 glossary.html#deluge was published and is gone",
        "content/permalinks.txt:3:1 explainers/why.html was published and is gone",
    ]


def test_an_earlier_id_keeps_an_address_alive(make_site: MakeSite) -> None:
    flood = FLOOD.replace("---\n\n", "aliases: [deluge]\n---\n\n")
    files = {"content/permalinks.txt": "glossary.html#deluge\n", "content/glossary/flood.md": flood}
    assert problems(make_site, "permalink", files) == []


def test_the_address_of_a_file_with_mistakes_is_not_called_gone(make_site: MakeSite) -> None:
    files = {"content/permalinks.txt": "glossary.html#flood\n", "content/glossary/flood.md": "no front matter"}
    assert problems(make_site, "permalink", files) == []


def test_the_address_of_a_draft_is_gone(make_site: MakeSite) -> None:
    draft = "---\ntitle: Flood\ndraft: true\n---\n"
    files = {"content/permalinks.txt": "glossary.html#flood\n", "content/glossary/flood.md": draft}
    assert len(problems(make_site, "permalink", files)) == 1


DRAFT = "---\ntitle: Flood\ndraft: true\naliases: [deluge]\n---\n"


@pytest.mark.parametrize("address", ["glossary.html#flood", "glossary.html#deluge"])
def test_the_address_of_a_draft_comes_back_with_it(make_site: MakeSite, address: str) -> None:
    files = {"content/permalinks.txt": f"{address}\n", "content/glossary/flood.md": DRAFT}
    assert hints(make_site, files) == [
        "it is a draft now: publish it again by deleting its line draft: true, or delete this line to let the address "
        "die"
    ]


@pytest.mark.parametrize("written", ["[[flood]]", "[[deluge]]", "[a](glossary/flood.md)"])
def test_a_draft_is_known_by_every_name(make_site: MakeSite, written: str) -> None:
    (said,) = links(make_site, written, glossary__flood=DRAFT)
    assert said.endswith(" is a draft")


LEDGER = "glossary.html#high-water\n"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("glossary/High water.md", "file-name"),
        ("glossary/High-Water.md", "file-name"),
        ("glossary/high_water.md", "file-name"),
        ("glossary/high-water.txt", "misplaced"),
        ("glossary/high-water.md.txt", "misplaced"),
        ("glossary/words/high-water.md", "misplaced"),
        ("terms/high-water.md", "misplaced"),
        ("high-water.md", "misplaced"),
    ],
)
def test_a_file_under_a_wrong_name_or_in_a_wrong_place_is_told_once(make_site: MakeSite, name: str, code: str) -> None:
    home = "---\ntitle: Why?\n---\n\n[[high-water]] [high water](glossary/high-water.md)\n"
    files = {"content/index.md": home, "content/permalinks.txt": LEDGER, f"content/{name}": FLOOD}
    assert [it.code for it in make(make_site({**files})).problems] == [code]


def test_a_file_with_mistakes_is_told_once_under_its_earlier_ids_too(make_site: MakeSite) -> None:
    rain = "---\ntitle: Rain\naliases: [snow]\n---\n"
    home = "---\ntitle: Why?\n---\n\n[[snow]]\n"
    files = {
        "content/index.md": home,
        "content/permalinks.txt": "timeline.html#snow\n",
        "content/timeline/rain.md": rain,
    }
    assert [it.code for it in make(make_site({**files})).problems] == ["missing-key"]


@pytest.mark.parametrize("source", ["no front matter", DRAFT])
def test_a_source_stands_for_nothing_but_a_source(make_site: MakeSite, source: str) -> None:
    files = {
        "content/index.md": "---\ntitle: Why?\n---\n\n[[dam]]\n",
        "content/permalinks.txt": "timeline.html#dam\n",
        "content/sources/dam.md": source,
    }
    said = [it for code in ("link", "permalink") for it in problems(make_site, code, files)]
    assert said == [
        'content/index.md:5:1 no explainer, event, player, number or term has the id "dam"',
        "content/permalinks.txt:1:1 timeline.html#dam was published and is gone",
    ]


# stale


def stale(make_site: MakeSite, day: str, level: str = "warning") -> list[str]:
    words = "Rain, snow and a dam are the three things that make the river rise."
    text = (
        f"---\ntitle: Why?\ndescription: {words}\npublished: 2025-01-01\nupdated: 2025-01-01\nreview_by: {day}\n---\n"
    )
    settings = f"title: River\nchecks: {{stale: {level}}}\n"
    return problems(make_site, "stale", {"site.yaml": settings, "content/explainers/why.md": text})


def test_an_explainer_is_stale_from_the_day_after_its_review(make_site: MakeSite) -> None:
    assert stale(make_site, "2026-01-20") == []
    assert stale(make_site, "2026-01-19") == ["content/explainers/why.md:6:12 this was to be reviewed by 2026-01-19"]


def test_stale_explainers_can_be_left_alone(make_site: MakeSite) -> None:
    assert stale(make_site, "2026-01-19", "off") == []


def test_a_link_may_lead_to_any_id_of_another_page(make_site: MakeSite) -> None:
    home = "---\ntitle: Why?\n---\n\n## A\n\n### B {#b}\n\nC.\n{: #c }\n"
    flood = FLOOD + "\n[b](../index.md#b) [c](../index.md#c) [d](../index.md#d)\n"
    said = problems(make_site, "link", {"content/index.md": home, "content/glossary/flood.md": flood})
    assert [it.partition(" ")[2] for it in said] == ['index.md has no section "d"']
