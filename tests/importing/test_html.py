import pytest

from nutgraf.importing.block import Block, as_markdown
from nutgraf.importing.html import has_tags, read_html, strip_inline_tags
from nutgraf.importing.ledger import lost, visible


def texts(html: str) -> list[str]:
    return [block.text for block in read_html(html).blocks]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One.</p><p>Two.</p>", ["One.", "Two."]),
        ("<p>One.<p>Two.", ["One.", "Two."]),
        ("<p>One<br>line.</p>", ["One line."]),
        ("<p>One.<br><br>Two.</p>", ["One.", "Two."]),
        ("<p>W<b>or</b>d &amp; <i>word</i>&nbsp;.</p>", ["Word & word ."]),
        ("<p>A <q>short</q> one.</p>", ["A “short” one."]),
        ("<div>Loose <p>in</p> words</div>", ["Loose", "in", "words"]),
        ("<p>Not <!-- this --> here<script>nor this</script>.</p>", ["Not here ."]),
        ("<style>p { color: red }</style><p>One.</p>", ["One."]),
        ('<p>An <input value="hidden"> <img alt="nothing"> end.</p>', ["An end."]),
        ("<svg><text>drawn</text></svg><p>One.</p>", ["One."]),
        ("<p>never closed <b>bold", ["never closed bold"]),
        ("</div></p>strays<p>", ["strays"]),
    ],
)
def test_tags_make_paragraphs_and_code_is_no_text(html: str, expected: list[str]) -> None:
    assert texts(html) == expected


def test_headings_items_and_rows_keep_their_form() -> None:
    html = "<h2>Rain</h2><ul><li>one</li><li>two</li></ul><table><tr><th>a</th><td>b</td></tr><tr><td>c<td>d</table>"
    assert as_markdown(read_html(html).blocks) == ("## Rain", "- one\n- two", "| a | b |\n| --- | --- |\n| c | d |")


@pytest.mark.parametrize(
    ("html", "role"),
    [
        ("<h1>x</h1>", "title"),
        ("<nav>x</nav>", "aside"),
        ("<aside><p>x</p></aside>", "aside"),
        ("<footer>x</footer>", "aside"),
        ("<figure><figcaption>x</figcaption></figure>", "caption"),
        ('<div class="share-tools">x</div>', "aside"),
        ('<div id="related-stories">x</div>', "related"),
        ('<div class="related">x</div>', "related"),
        ('<p class="byline">x</p>', "byline"),
        ('<span class="published">x</span>', "date"),
        ('<p style="display: none">x</p>', "aside"),
        ('<p class="lead">x</p>', None),
    ],
)
def test_what_the_markup_calls_a_part_is_known(html: str, role: str | None) -> None:
    assert [block.role for block in read_html(html).blocks] == [role]


def test_what_stands_outside_the_article_is_beside_it() -> None:
    html = "<p>Menu</p><article><p>The article, which is longer.</p></article><p>More</p>"
    assert [(block.text, block.role) for block in read_html(html).blocks] == [
        ("Menu", "aside"),
        ("The article, which is longer.", None),
        ("More", "aside"),
    ]


def test_the_head_tells_title_date_address_publisher_and_language() -> None:
    page = read_html(
        '<html lang="fr"><head><title> Un  titre </title><meta property="og:site_name" content="Le Phare">'
        '<meta property="article:published_time" content="2016-05-03T10:00:00Z">'
        '<link rel="canonical" href="https://phare.example/un"></head><body>x</body></html>'
    )
    assert (page.title, page.date, page.url, page.publisher, page.lang) == (
        "Un titre",
        "2016-05-03",
        "https://phare.example/un",
        "Le Phare",
        "fr",
    )
    assert page.blocks == (Block("x"),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>One.</p>", True),
        ("<div><br></div>", True),
        ("5 < 6 and 7 > 6", False),
        ("a <b>bold</b> word", False),
        ("Ruth <ruth@gazette.example>", False),
    ],
)
def test_html_is_known_by_its_blocks(text: str, expected: bool) -> None:
    assert has_tags(text) is expected


def test_stray_tags_in_a_plain_text_go() -> None:
    assert strip_inline_tags("a <b>bold</b> word<br>and <i class='x'>more</i>") == ("a bold word\nand more", 5)
    assert strip_inline_tags("5 < 6, <ruth@gazette.example>") == ("5 < 6, <ruth@gazette.example>", 0)


def test_every_tag_that_is_taken_out_is_counted() -> None:
    assert read_html("<p>One <b>bold</b> word.</p><br><p>Two.</p>").repairs == (("tags", 7),)


def test_the_ledger_sees_what_a_reader_sees() -> None:
    html = "<title>A b</title><p>c<b>d</b> e</p><td>f</td><td>g</td><script>h</script>"
    assert visible(html).split() == ["A", "b", "cd", "e", "f", "g"]
    assert dict(lost("one two two", ["Two", "ONE"])) == {"two": 1}
