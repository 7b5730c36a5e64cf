import pytest

from nutgraf.importing.furniture import date_of_line, furniture_of, is_byline, split_site, trail_heading
from nutgraf.importing.lines import read_lines
from nutgraf.importing.peel import Peeled, peel

PROSE = (
    "The council of Velden met for the third time this week and decided, after a long debate, to close the old pier."
)


def peeled(*lines: str, publisher: str | None = None, lang: str = "en") -> Peeled:
    return peel(read_lines("\n".join(lines)), lang, publisher)


def body(found: Peeled) -> list[str]:
    return [block.text for block in found.body]


@pytest.mark.parametrize("title", ["Council closes the old pier", "WHO CLOSED THE PIER? NOBODY.", "Why was it closed?"])
def test_a_headline_stands_above_the_article(title: str) -> None:
    found = peeled(title, "", PROSE)
    assert (found.title, body(found)) == (title, [PROSE])


@pytest.mark.parametrize("first", [PROSE, "It rained.", "The council said:", "“We are late,”"])
def test_a_sentence_is_no_headline(first: str) -> None:
    assert peeled(first, PROSE).title is None


def test_a_headline_loses_the_name_of_its_site() -> None:
    assert peeled("Council closes pier | Velden Courier", "", PROSE).title == "Council closes pier"
    found = peeled("Council closes the pier - Wikinews, the free news source", "", PROSE)
    assert (found.title, found.publisher, found.dropped) == (
        "Council closes the pier",
        "Wikinews",
        ("Wikinews, the free news source",),
    )
    assert split_site("Budget 2024 - what we know", None) == ("Budget 2024 - what we know", "")
    assert split_site("The old pier closes - Bluewater", "Bluewater") == ("The old pier closes", "Bluewater")


@pytest.mark.parametrize(
    ("line", "lang", "date"),
    [
        ("Tuesday, March 8, 2011", "en", "2011-03-08"),
        ("Published: 8 March 2011 at 10:30 UTC", "en", "2011-03-08"),
        ("March 2011", "en", "2011-03"),
        ("8 février 2017 . –", "fr", "2017-02-08"),
        ("5 de mayo de 2010", "es", "2010-05-05"),
        ("【2020年8月31日讯】", "zh", "2020-08-31"),
        ("الثلاثاء 8 مارس 2011", "ar", "2011-03-08"),
        ("March 8", "en", None),
        ("The council met on March 8, 2011 and closed the pier", "en", None),
        ("2011", "en", None),
    ],
)
def test_a_line_of_a_date_and_little_else_dates_the_article(line: str, lang: str, date: str | None) -> None:
    assert date_of_line(line, lang) == date


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Share this: E-mail | Facebook | Reddit", "share"),
        ("Facebook Twitter WhatsApp", "share"),
        ("分享：微信 微博", "share"),
        ("Advertisement", "notice"),
        ("© 2021 Valley Herald. All rights reserved.", "notice"),
        ("3 comments • Print this page", "notice"),
        ("Subscribe to our newsletter", "notice"),
        ("(Reporting by Ann Reed; editing by Tom Reik)", "notice"),
        ("###", "end"),
        ("-30-", "end"),
        ("* * *", "end"),
        ("(END)", "end"),
        ("FOR IMMEDIATE RELEASE", "release"),
        ("Contact: Joan Pelletier, (202) 555-0143", "contact"),
        ("Joan Pelletier, press@senate.example", "contact"),
        ("Share prices fell in London.", None),
        ("Read by all, the letter was filed.", None),
        ("The end of the pier was closed.", None),
        (PROSE, None),
    ],
)
def test_furniture_is_known_by_its_words(line: str, kind: str | None) -> None:
    assert furniture_of(line) == kind


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Related Items", ("related", "")),
        ("Read more:", ("related", "")),
        ("== Related news ==", ("related", "")),
        ("Read more: How the islands voted", ("related", "How the islands voted")),
        ("À lire aussi :", ("related", "")),
        ("Noticias relacionadas", ("related", "")),
        ("Leia também", ("related", "")),
        ("Lesen Sie auch", ("related", "")),
        ("Leggi anche", ("related", "")),
        ("Читайте также", ("related", "")),
        ("相关新闻", ("related", "")),
        ("関連記事", ("related", "")),
        ("اقرأ أيضا", ("related", "")),
        ("Sources", ("sources", "")),
        ("Quellen", ("sources", "")),
        ("المصادر", ("sources", "")),
        ("Related to the mayor by marriage, he left.", None),
    ],
)
def test_trails_are_known_by_their_headings(line: str, heading: tuple[str, str] | None) -> None:
    assert trail_heading(line) == heading


def test_a_trail_reaches_to_where_prose_begins_again() -> None:
    found = peeled(PROSE, "Read also", "A pier is closed", "Ferries are late", PROSE, "Related", "One more")
    assert body(found) == [PROSE, PROSE]
    assert found.related == ("A pier is closed", "Ferries are late", "One more")
    assert found.dropped == ("Read also", "Related")


def test_sources_are_dropped_and_not_related() -> None:
    found = peeled(PROSE, "Sources", "“A pier is closed” — Courier, May 5, 2011")
    assert (found.related, found.dropped) == ((), ("Sources", "“A pier is closed” — Courier, May 5, 2011"))


@pytest.mark.parametrize(
    ("line", "at_end", "expected"),
    [
        ("By Ann Reed", False, True),
        ("By Ann Reed, Staff Reporter", False, True),
        ("Newsinc24 Team", True, True),
        ("Ann Reed, Secretary of State", False, True),
        ("Von Katrin Voss", False, True),
        ("By the time the pier closed it was late.", False, False),
        ("Linden Lock was flooded.", True, False),
    ],
)
def test_a_byline_is_a_name_or_says_by(line: str, at_end: bool, expected: bool) -> None:
    assert is_byline(line, at_end=at_end) is expected


def test_a_byline_is_found_above_and_below() -> None:
    assert peeled("Council closes the old pier", "By Ann Reed", "", PROSE).byline == "By Ann Reed"
    assert peeled(PROSE, PROSE, "Trade Desk").byline == "Trade Desk"


@pytest.mark.parametrize(
    ("dateline", "date", "publisher"),
    [
        ("HONG KONG, Sept 9 (Wikinews) - ", None, "Wikinews"),
        ("WASHINGTON, D.C. – ", None, None),
        ("LEITHMOUTH, Scotland (AP) — ", None, "AP"),
        ("PARIS, March 3, 2011 -- ", "2011-03-03", None),
        ("Washington, D.C. - ", None, None),
        ("Elbingen (Deutschland), 8. März 2011 – ", "2011-03-08", None),
        ("London — ", None, None),
    ],
)
def test_a_dateline_is_cut_from_the_first_sentence(dateline: str, date: str | None, publisher: str | None) -> None:
    found = peeled(dateline + PROSE, lang="de" if "März" in dateline else "en")
    assert (body(found), found.dropped) == ([PROSE], (dateline.strip(),))
    assert (found.date, found.publisher) == (date, publisher)


@pytest.mark.parametrize("start", ["Some people – and there were many – stayed.", "He said: - no.", "The A-team left."])
def test_a_dash_in_a_sentence_makes_no_dateline(start: str) -> None:
    assert body(peeled(start + " " + PROSE)) == [start + " " + PROSE]


def test_a_press_release_loses_its_head_and_what_follows_its_end_mark() -> None:
    found = peeled(
        "FOR IMMEDIATE RELEASE", "Contact: Joan Pelletier, (202) 555-0143", "March 6, 2009", "",
        "SENATOR SECURES FUNDS", "", PROSE, PROSE, "###", "The senator sits on a committee.",
    )  # fmt: skip
    assert (found.title, found.date, found.is_release) == ("SENATOR SECURES FUNDS", "2009-03-06", True)
    assert body(found) == [PROSE, PROSE]
    assert found.dropped[-2:] == ("###", "The senator sits on a committee.")


def test_a_mail_tells_its_subject_and_day() -> None:
    found = peeled("From: Ann <ann@courier.example>", "Subject: Council closes pier", "Date: 8 Nov 2019", "", PROSE)
    assert (found.title, found.date, body(found)) == ("Council closes pier", "2019-11-08", [PROSE])


def test_an_advert_between_paragraphs_is_dropped() -> None:
    found = peeled(PROSE, "ADVERTISEMENT", PROSE)
    assert (body(found), found.dropped) == ([PROSE, PROSE], ("ADVERTISEMENT",))


def test_a_short_text_stays_whole() -> None:
    assert body(peeled("It rained.")) == ["It rained."]
    assert body(peeled("Related")) == ["Related"]
