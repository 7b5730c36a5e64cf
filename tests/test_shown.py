"""What the default templates show: of the golden sites every text, link and label, page by page; and what they draw.

tests/shown.py says how to read the lines. `make golden` writes them anew, for a person to review.
"""

import difflib
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from nutgraf.model.records import Event, Number
from nutgraf.views.chart import ChartView, chart_of
from nutgraf.views.strip import strip_of
from tests.shown import shown
from tests.sitekit import DEFAULTS, ROOT, MakeSite, lines, make, page

FOLDER = Path(__file__).parent / "sites"
NAMES = sorted(it.name for it in FOLDER.iterdir())


def pages_of(name: str, tmp_path: Path) -> Iterator[str]:
    """The lines of each page of a site; the frame of a page in the top folder is that of the first page."""
    outcome = make(shutil.copytree(FOLDER / name / "input", tmp_path / "site"), home=ROOT)
    assert lines(outcome.problems) == []
    assert outcome.outputs is not None
    for file in outcome.outputs.files:
        if file.address.endswith(".html"):
            frame, main = shown(file.data.decode("utf-8"))
            has_own = "/" in file.address or file.address in ("index.html", "404.html")
            yield "\n".join([f"== {file.address}", *(frame if has_own else frame[1:2]), "--", *main, ""])


@pytest.mark.parametrize("name", NAMES)
def test_the_pages_of_a_site_show_what_is_expected(name: str, tmp_path: Path, rewrite_golden: bool) -> None:
    made = "\n".join(pages_of(name, tmp_path))
    file = FOLDER / name / "shown.txt"
    if rewrite_golden:
        file.write_text(made, encoding="utf-8", newline="\n")
    expected = file.read_text(encoding="utf-8")
    differing = "\n".join(difflib.unified_diff(expected.split("\n"), made.split("\n"), "expected", "made", lineterm=""))
    assert not differing, f"{name} differs; if it should, run `make golden` and review\n{differing}"


def test_a_page_is_read_as_its_readers_read_it() -> None:
    page = """<!doctype html><html lang="en" dir="ltr"><meta charset="utf-8"><title>Rain | The river</title>
<meta name="description" content="Why it rose."><link rel="icon" href="a.svg"><style>p { color: red }</style>
<script type="application/ld+json">{}</script>
<header><nav aria-label="Pages"><a href="index.html" aria-current="page">Home</a></nav></header>
<main><h1>Rain</h1><p lang="fr">Il a <em>plu</em>,
<time datetime="2026-01-02">2 janvier</time>.<sup><button aria-label="Note 1">1</button></sup></p>
<table><tr><th>Year<td>2024</table><pre>a
b</pre><img src="a.png" alt="A gauge"></main>"""
    assert shown(page) == (
        ["{lang en}{ltr}", "Rain | The river", "description: Why it rose.", "icon: a.svg",
         "{Pages}{aria-current}[Home](index.html)"],
        ["Rain", "{lang fr}Il a plu, {2026-01-02}2 janvier.{Note 1}1", "Year | 2024", "a", "b", "{alt A gauge}{a.png}"],
    )  # fmt: skip


def drawn(text: str, name: str) -> list[tuple[str, ...]]:
    """The attributes of each element of that name, in the order in which the template has them."""
    return [tuple(re.findall(r' [\w-]+="([^"]*)"', it)) for it in re.findall(rf"<{name}( [^>]*)>", text)]


def drawings(text: str, kind: str) -> list[str]:
    return re.findall(rf'<svg class="{kind}".*?</svg>', text, re.DOTALL)


def test_a_chart_is_drawn_as_high_as_its_view_says(make_site: MakeSite) -> None:
    number = DEFAULTS["content/sources/gauge.md"].replace("4.2 metres on", "4.2, 3 and -1 metres on")
    front = "title: N\nvalue: 4.2\nunit: metres\nas_of: 2026-01-02\nsources: [gauge]\n"
    bars = f"---\n{front}series: [{{label: a, value: 3}}, {{label: b, value: -1}}, {{label: c, value: 4.2}}]\n---\n"
    line = f"---\n{front}series: [{{label: 2001, value: 3}}, {{label: 2002, value: 4.2}}]\n---\n"
    files = {"content/sources/gauge.md": number, "content/numbers/a.md": bars, "content/numbers/b.md": line}
    outcome = make(make_site(files), home=ROOT)
    first, second = drawings(page(outcome, "numbers.html"), "chart")
    charts = [chart_of(it.series) for it in outcome.content.of(Number)]
    for text, chart in zip((first, second), charts, strict=True):
        assert isinstance(chart, ChartView)
        assert re.findall(r'"M56 ([\d.]+)h532".*?>([^<]+)</text>', text) == [
            (f"{it.y}", it.label) for it in chart.rules
        ]
        labels = re.findall(r'<text x="([\d.]+)" y="230">(\w+)<', text)
        assert labels == [(f"{it.middle}", it.label) for it in chart.marks]
    one, other = (it for it in charts if it is not None)
    assert drawn(first, "rect") == [(f"{it.x}", f"{it.y}", f"{it.width}", f"{it.height}") for it in one.marks]
    assert (drawn(first, "circle"), drawn(first, "polyline")) == ([], [])
    assert drawn(second, "circle") == [(f"{it.middle}", f"{it.y}", "4") for it in other.marks]
    assert (drawn(second, "rect"), drawn(second, "polyline")) == ([], [(other.path,)])


EVENT = "---\ntitle: {}\ndate: {}\ndate_note: Known.\nimportance: {}\nsources: [gauge]\n---\n"


def test_the_strip_is_drawn_from_where_to_where_its_view_says(make_site: MakeSite) -> None:
    events = (("A", "../1910", 3), ("B", "1950~", 2), ("C", "1950-01-02/..", 1), ("D", "1951", 2))
    files = {f"content/timeline/{name.lower()}.md": EVENT.format(name, *rest) for name, *rest in events}
    outcome = make(make_site(files), home=ROOT)
    (text,) = drawings(page(outcome, "timeline.html"), "strip")
    strip = strip_of(outcome.content.of(Event), str)
    assert strip is not None
    half = {1: 4, 2: 6, 3: 8}
    assert drawn(text, "rect") == [
        (it.certainty + " open-start" * it.open_start + " open-end" * it.open_end, f"{it.x}",
         f"{it.y + 6 - half[it.importance] / 2}", f"{it.width}", f"{half[it.importance]}")
        for it in strip.marks
    ]  # fmt: skip
    assert re.findall(r'<a href="#(\w)" tabindex="-1"><title>(\w)</title>', text) == [
        (it.id, it.title) for it in strip.marks
    ]
    assert re.findall(r'<path d="M([\d.]+) 0v(\d+)"/><text x="([\d.]+)" y="(\d+)">(\d+)<', text) == [
        (f"{it.x}", f"{strip.height + 4}", f"{it.x}", f"{strip.height + 18}", it.label) for it in strip.ticks
    ]
    assert re.findall(r'viewBox="([^"]*)"', text) == [f"0 0 1000 {strip.height + 22}"]


def test_the_index_of_a_long_timeline_leads_to_its_periods_and_to_each_event(make_site: MakeSite) -> None:
    event = {n: EVENT.format("It rained", f"{1900 + n // 3}-05-01", 1) for n in range(252)}
    event[150] = event[150].replace("---\n", "---\naliases: [first]\n", 1)
    files = {f"content/timeline/e{n}.md": text for n, text in event.items()}
    outcome = make(make_site(files), home=ROOT)
    _, found = shown(page(outcome, "timeline.html"))
    start = found.index("By period")
    assert found[start + 1 : start + 3] == ["[1900–1982](timeline/1900-1982.html)", "[1983](timeline/1983.html)"]
    start = found.index("1951")
    assert found[start : start + 4] == [
        "1951",
        "1 May 1951 [It rained](timeline/1900-1982.html#e153)",
        "1 May 1951 [It rained](timeline/1900-1982.html#e154)",
        "1 May 1951 [It rained](timeline/1900-1982.html#e155)",
    ]
    assert len([it for it in found if it.startswith("1 May ")]) == 252
    assert {' id="first"', *(f' id="e{n}"' for n in event)} <= set(
        re.findall(' id="[^_"][^"]*"', page(outcome, "timeline.html"))
    )
