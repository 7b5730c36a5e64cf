"""What the pages are given, seen through templates that show it plainly (tests/plain)."""

import re

import pytest

from nutgraf.views.tags import tag_classes
from tests.sitekit import ROOT, MakeSite, make, page

SOURCE = "---\ntitle: Gauge readings\npublisher: Office\ndate: 2026-01-02\nkind: data\n{}---\nIt rained a lot.\n"


def event(title: str, date: str, **fields: str) -> str:
    more = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return f"---\ntitle: {title}\ndate: {date}\ndate_note: Known.\nsources: [gauge]\n{more}---\n"


def shown(make_site: MakeSite, address: str, files: dict[str, str]) -> str:
    return page(make(make_site({**files})), address)


def lines(text: str, start: str) -> list[str]:
    """The lines of a page that begin with a word, without it."""
    return [line.removeprefix(start) for line in text.splitlines() if line.startswith(start)]


# citations and their notes


def home(make_site: MakeSite, body: str, **source_fields: str) -> str:
    more = "".join(f"{name}: {value}\n" for name, value in source_fields.items())
    files = {"content/index.md": f"---\ntitle: Why?\n---\n\n{body}\n", "content/sources/gauge.md": SOURCE.format(more)}
    return shown(make_site, "index.html", files)


def test_a_citation_is_numbered_and_noted(make_site: MakeSite) -> None:
    text = home(make_site, "It rained. [@gauge]")
    assert "<p>It rained.<sup>1</sup></p>" in text
    note = '<a href="sources.html#gauge">Gauge readings</a>, Office, 2 January 2026 <2026-01-02>'
    assert lines(text, "note 1: ") == [note]


def test_one_source_cited_twice_has_one_number(make_site: MakeSite) -> None:
    text = home(make_site, "It rained. [@gauge] A lot. [@gauge]")
    assert (text.count("<sup>1</sup>"), text.count("note ")) == (2, 1)


def test_other_words_of_one_source_have_a_number_of_their_own(make_site: MakeSite) -> None:
    text = home(make_site, 'It rained. [@gauge "It rained a lot"] A lot. [@gauge]')
    assert [it[:18] for it in lines(text, "note ")] == ['1: "It rained a lo', '2: <a href="source']


def test_words_cited_under_an_earlier_id_of_their_source_are_looked_up_all_the_same(make_site: MakeSite) -> None:
    files = {
        "content/index.md": '---\ntitle: Why?\n---\n\nIt rained. [@meter "It rained a lot"]\n',
        "content/sources/gauge.md": SOURCE.format("aliases: [meter]\n"),
    }
    assert "These words stand in the source." in page(make(make_site({**files}), home=ROOT), "index.html")


def test_a_pin_over_two_lines_is_quoted_in_one(make_site: MakeSite) -> None:
    assert '"It rained a lot" ' in lines(home(make_site, 'So. [@gauge "It rained\na lot"]'), "note 1: ")[0]


@pytest.mark.parametrize(
    ("url", "words", "address"),
    [
        ("https://example.org/a", "It rained", "https://example.org/a#:~:text=It%20rained"),
        ("https://example.org/a#top", "It rained", "https://example.org/a#top:~:text=It%20rained"),
        ("https://example.org/a", "well-known, so & so", "https://example.org/a#:~:text=well%2Dknown%2C%20so%20%26%20so"),
        ("https://example.org/a", "one two three four five six seven eight nine ten eleven twelve",
         "https://example.org/a#:~:text=one%20two%20three%20four%20five%20six%20seven%20eight%20nine%20ten%20eleven"
         "%20twelve"),
        ("https://example.org/a", "one two three four five six seven eight nine ten eleven twelve thirteen",
         "https://example.org/a#:~:text=one%20two%20three%20four,ten%20eleven%20twelve%20thirteen"),
    ],
)  # fmt: skip
def test_a_note_leads_to_the_pinned_words_at_the_source(
    make_site: MakeSite, url: str, words: str, address: str
) -> None:
    source = SOURCE.format(f"url: {url}\n") + words
    files = {
        "content/index.md": f'---\ntitle: Why?\n---\n\nSo. [@gauge "{words}"]\n',
        "content/sources/gauge.md": source,
    }
    text = shown(make_site, "index.html", files)
    assert lines(text, "note 1: ")[0].endswith(f" {address.replace('&', '&amp;')}")


def test_a_note_without_a_pin_leads_to_the_source_as_a_whole(make_site: MakeSite) -> None:
    assert lines(home(make_site, "So. [@gauge]", url="https://example.org/a"), "note 1: ")[0].endswith(
        " https://example.org/a"
    )


def test_a_source_in_another_language_is_marked_in_its_note(make_site: MakeSite) -> None:
    assert '"It rained" [fr] ' in home(make_site, 'So. [@gauge "It rained"]', lang="fr")
    assert '"It rained" <a' in home(make_site, 'So. [@gauge "It rained"]', lang="en")


# links


def test_a_link_is_relative_to_its_page(make_site: MakeSite) -> None:
    words = "Rain, snow and a dam are the three things that make the river rise."
    files = {
        "content/explainers/why.md": f"---\ntitle: Why?\ndescription: {words}\npublished: 2026-01-01\n"
        "updated: 2026-01-01\n---\n\n[[flood]] [up](../index.md) [in](#more) [pic](../media/a.png)\n\n## More\n",
        "content/glossary/flood.md": "---\ntitle: Flood\n---\n\nSee [[why|this]].\n",
        "content/media/a.png": "x",
    }
    outcome = make(make_site({**files}))
    assert (
        '<p><a href="../glossary.html#flood">Flood</a> <a href="../index.html">up</a> <a href="#more">in</a> '
        '<a href="../media/a.png">pic</a></p>'
    ) in page(outcome, "explainers/why.html")
    assert '<p>See <a href="explainers/why.html">this</a>.</p>' in page(outcome, "glossary.html")


def test_a_title_is_typeset_in_its_own_language(make_site: MakeSite) -> None:
    files = {"content/glossary/crue.md": "---\ntitle: '\"Crue\"'\nlang: fr\n---\n\nEau.\n"}
    assert "lang fr: «\u00a0Crue\u00a0»" in shown(make_site, "glossary.html", files)


def test_an_entry_lists_where_it_is_mentioned_each_place_once(make_site: MakeSite) -> None:
    files = {
        "content/index.md": "---\ntitle: Why?\n---\n\n[[flood]]\n\n## When?\n\n[[flood]] [[flood]]\n",
        "content/glossary/flood.md": "---\ntitle: Flood\n---\n\nA [[flood]] is water.\n",
        "content/glossary/dam.md": "---\ntitle: Dam\n---\n\nKeeps a [[flood]] off.\n",
    }
    mentions = lines(shown(make_site, "glossary.html", files), "mention: ")
    assert mentions == ['<a href="index.html#when">Why? › When?</a>', '<a href="#dam">Dam</a>']


# home


def test_the_latest_of_the_most_important_events_are_shown_first(make_site: MakeSite) -> None:
    importance = {2016: 3, 2017: 2, 2018: 1, 2019: 2, 2020: 3, 2021: 1, 2022: 2, 2023: 1}
    files = {
        f"content/timeline/e{year}.md": event(f"E{year}", str(year), importance=str(rank))
        for year, rank in importance.items()
    }
    found = lines(shown(make_site, "index.html", files), "event: ")
    assert [it[:4] for it in found] == ["2022", "2020", "2019", "2017", "2016"]


def test_of_equally_important_events_the_latest_are_shown(make_site: MakeSite) -> None:
    files = {f"content/timeline/e{year}.md": event("E", str(year)) for year in range(2015, 2024)}
    found = lines(shown(make_site, "index.html", files), "event: ")
    assert [it[:4] for it in found] == ["2023", "2022", "2021", "2020", "2019"]


def test_a_page_for_a_kind_without_files_is_neither_made_nor_in_the_navigation(make_site: MakeSite) -> None:
    outcome = make(make_site())
    assert outcome.outputs is not None
    pages = {it.address for it in outcome.outputs.files if it.address.endswith(".html")}
    assert pages == {"index.html", "sources.html", "404.html"}
    assert re.findall(r'<a href="([^"]+)"', page(outcome, "index.html").partition("</nav>")[0]) == [
        "index.html",
        "sources.html",
    ]


# timeline


def years(make_site: MakeSite, *dates: str, order: str = "oldest") -> list[str]:
    files = {f"content/timeline/e{n}.md": event(f"E{n}", date) for n, date in enumerate(dates)}
    text = shown(make_site, "timeline.html", files | {"site.yaml": f"title: River\norder: {order}\n"})
    return re.findall(r'<h2 id="(.*)</h2>|<article id="(?:.*)">', text) and [
        it.replace('">', " ") for it in re.findall(r'<h2 id="(.*)</h2>', text)
    ]


def test_events_stand_under_the_year_they_begin_in(make_site: MakeSite) -> None:
    found = years(make_site, "2024-05-01", "2023/2025", "2024-21", "2023-12~")
    assert found == ["_year-2023 2023", "_year-2024 2024"]


def test_years_before_christ_have_their_heading(make_site: MakeSite) -> None:
    assert years(make_site, "-0043-03-15", "0000", "0012") == ["_year--43 44 BC", "_year-0 1 BC", "_year-12 AD 12"]


def test_events_without_a_beginning_stand_first(make_site: MakeSite) -> None:
    assert years(make_site, "../2018", "1999") == ["_year-start Beginning not known", "_year-1999 1999"]


def test_the_newest_year_may_stand_first(make_site: MakeSite) -> None:
    assert years(make_site, "2023", "2024", order="newest") == ["_year-2024 2024", "_year-2023 2023"]


def test_a_chain_of_answers_is_linked_both_ways(make_site: MakeSite) -> None:
    files = {
        "content/timeline/a.md": event("Rain", "2024"),
        "content/timeline/b.md": event("Flood", "2025", in_response_to="a"),
    }
    text = shown(make_site, "timeline.html", files)
    assert lines(text, "led to: ") == ['<a href="#b">Flood</a>']
    assert lines(text, "in response to: ") == ['<a href="#a">Rain</a>']


def test_an_answer_to_an_earlier_id_is_linked_both_ways_too(make_site: MakeSite) -> None:
    files = {
        "content/timeline/a.md": event("Rain", "2024", aliases="[old]"),
        "content/timeline/b.md": event("Flood", "2025", in_response_to="old"),
    }
    assert lines(shown(make_site, "timeline.html", files), "led to: ") == ['<a href="#b">Flood</a>']


# frame


def test_a_site_with_a_url_names_the_address_of_each_page(make_site: MakeSite) -> None:
    outcome = make(make_site({"site.yaml": "title: River\nurl: https://example.org/river/\n"}))
    assert '<link rel="canonical" href="https://example.org/river/">' in page(outcome, "index.html")
    assert '<link rel="canonical" href="https://example.org/river/sources.html">' in page(outcome, "sources.html")


def test_the_page_for_unknown_addresses_links_from_the_root_of_the_host(make_site: MakeSite) -> None:
    outcome = make(make_site({"site.yaml": "title: River\nurl: https://example.org/river\n"}))
    assert 'href="/river/sources.html"' in page(outcome, "404.html")
    assert "canonical" not in page(outcome, "404.html")


@pytest.mark.parametrize(("lang", "direction"), [("ar", "rtl"), ("he-IL", "rtl"), ("FA", "rtl"), ("en", "ltr")])
def test_a_language_written_from_the_right_turns_the_page(make_site: MakeSite, lang: str, direction: str) -> None:
    text = shown(make_site, "index.html", {"site.yaml": f"title: River\nlang: {lang}\n"})
    assert f'<html lang="{lang}" dir="{direction}">' in text


def test_an_earlier_address_of_an_explainer_leads_to_the_present_one(make_site: MakeSite) -> None:
    words = "Rain, snow and a dam are the three things that make the river rise."
    text = f"---\ntitle: Why?\ndescription: {words}\npublished: 2026-01-01\nupdated: 2026-01-01\naliases: [wy]\n---\n"
    assert 'moved to <a href="why.html">Why?</a>' in shown(
        make_site, "explainers/wy.html", {"content/explainers/why.md": text}
    )


# collisions of addresses


@pytest.mark.parametrize(("one", "other"), [("Port.png", "port.png"), ("caf\u00e9.png", "cafe\u0301.png")])
def test_two_files_that_some_systems_take_for_one_are_refused(make_site: MakeSite, one: str, other: str) -> None:
    outcome = make(make_site({f"content/media/{one}": "1", f"content/media/{other}": "2"}))
    assert [it.code for it in outcome.problems] == ["address"]
    assert outcome.outputs is None


# the timeline's far ends


def test_tags_have_filters_of_their_own_unless_only_capitals_tell_them_apart() -> None:
    assert tag_classes(["C++", "C", "Go", "C#", "go", "+"]) == {
        "+": "tag-other",
        "C": "tag-c",
        "C#": "tag-c-2",
        "C++": "tag-c-3",
        "Go": "tag-go",
        "go": "tag-go",
    }


def test_the_periods_of_a_long_timeline_before_our_era_are_named_in_words(make_site: MakeSite) -> None:
    files = {f"content/timeline/e{n}.md": event("E", f"-{n % 50 + 1:04}") for n in range(300)}
    outcome = make(make_site(files))
    assert outcome.outputs is not None
    found = sorted(it.address for it in outcome.outputs.files if it.address.startswith("timeline/"))
    assert found == ["timeline/-0009--0001.html", "timeline/-0050--0010.html"]
    assert "Timeline 51 BC\u201311 BC" in page(outcome, "timeline/-0050--0010.html")


@pytest.mark.parametrize("date", ["9999-12-31", "2026-01-01/9999-12-31", "0000", "-9999", "9999-24", "-0043-03-15"])
def test_the_first_and_last_dates_that_can_be_written_make_a_site(make_site: MakeSite, date: str) -> None:
    files = {"site.yaml": "title: T\nurl: https://example.org\n", "content/timeline/now.md": event("E", "2026")}
    assert make(make_site({**files, "content/timeline/then.md": event("E", f"'{date}'")})).outputs is not None


def test_an_event_on_the_last_day_of_all_has_a_length_instead_of_an_end(make_site: MakeSite) -> None:
    files = {"content/timeline/last.md": event("E", "9999-12-30/9999-12-31")}
    text = shown(make_site, "events.ics", files)
    assert "DTSTART;VALUE=DATE:99991230\r\nDURATION:P2D\r\n" in text


def test_a_change_and_an_explainer_of_one_name_keep_their_footnotes_apart(make_site: MakeSite) -> None:
    words = "Rain, snow and a dam are the three things that make the river rise."
    days = "published: 2026-01-01\nupdated: 2026-01-02\n"
    files = {
        "content/explainers/rise.md": f"---\ntitle: R\ndescription: {words}\n{days}---\n\n## A\n\nB[^a]\n\n[^a]: C\n",
        "content/changes/rise.md": "---\ntitle: R\ndate: 2026-01-02\ntype: added\npages: [rise]\n---\n"
        "\nD[^a]\n\n[^a]: E\n",
    }
    ids = re.findall(r'\bid="(fn[^"]*)"', shown(make_site, "explainers/rise.html", files))
    assert sorted(ids) == ["fn-change_rise_1", "fn-explainer_rise_1", "fnref-change_rise_1", "fnref-explainer_rise_1"]
