import hashlib

from nutgraf.model.records import Event
from tests.sitekit import MakeSite, lines, make

RECORD = "---\ntitle: T\npublisher: P\ndate: 2015\nkind: news\nseed: seeds/{}\nsha256: {}\n---\n\nIt rained.\n"
RIGHT = hashlib.sha256(b"It rained.\n").hexdigest()


def problems(make_site: MakeSite, seed: str, sha256: str, settings: str = "") -> list[str]:
    site = make_site(
        {
            "site.yaml": f"title: River\n{settings}",
            "content/sources/rain.md": RECORD.format(seed, sha256),
            "seeds/rain.txt": "It rained.\n",
        }
    )
    return lines(make(site).problems)


def test_a_record_and_its_seed_agree(make_site: MakeSite) -> None:
    assert problems(make_site, "rain.txt", RIGHT) == []


def test_a_seed_that_changed_is_told(make_site: MakeSite) -> None:
    assert problems(make_site, "rain.txt", "0" * 64) == [
        "content/sources/rain.md:7:9 seed: seeds/rain.txt has changed since this record was made from it"
    ]


def test_a_seed_that_is_gone_is_told(make_site: MakeSite) -> None:
    assert problems(make_site, "gone.txt", RIGHT) == [
        "content/sources/rain.md:6:7 seed: seeds/gone.txt is not a file in seeds/"
    ]


def test_the_check_can_be_turned_off(make_site: MakeSite) -> None:
    assert problems(make_site, "gone.txt", RIGHT, "checks: {seed: 'off'}\n") == []


def test_imported_columns_are_a_field_of_events(make_site: MakeSite) -> None:
    event = "---\ntitle: T\ndate: 2015\nsources: [gauge]\ndate_note: So.\nimported: {}\n---\n"
    good = make(make_site({"content/timeline/t.md": event.format('{"Media: url": x, n: "1"}')}))
    assert good.content.of(Event)[0].imported == {"Media: url": "x", "n": "1"}
    bad = make(make_site({"content/timeline/t.md": event.format("[a]")}))
    assert lines(bad.problems) == ["content/timeline/t.md:6:11 value: imported is a set of names with texts"]
    worse = make(make_site({"content/timeline/t.md": event.format("{a: [b]}")}))
    assert lines(worse.problems) == ["content/timeline/t.md:6:11 value: imported holds more than texts"]
