from nutgraf.model.problems import Place
from nutgraf.model.prose import Cite, Fragment, Reference
from nutgraf.reading.markdown.fragments import plain_text

AT = Place("a.md", 1, 1)


def test_plain_text_has_no_tags_and_no_entities() -> None:
    assert plain_text(Fragment(("A <em>b</em> &amp; &lt;c&gt;",))) == "A b & <c>"


def test_plain_text_has_the_words_of_links() -> None:
    assert plain_text(Fragment(("See ", Reference("flood", "the water", AT), " rise"))) == "See the water rise"


def test_a_link_without_words_stands_as_its_id() -> None:
    assert plain_text(Fragment((Reference("flood", None, AT),))) == "flood"


def test_plain_text_has_no_citations() -> None:
    assert plain_text(Fragment(("Rain", Cite("gauge", "it rained", AT)))) == "Rain"


def test_a_fragment_without_parts_is_empty() -> None:
    assert not Fragment()
