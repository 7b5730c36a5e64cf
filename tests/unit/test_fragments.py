from nutgraf.model.problems import Place
from nutgraf.model.prose import Cite, Fragment, Reference

AT = Place("a.md", 1, 1)


def test_plain_text_has_no_tags_and_no_entities() -> None:
    assert Fragment(("A <em>b</em> &amp; &lt;c&gt;",)).plain() == "A b & <c>"


def test_plain_text_has_the_words_of_links() -> None:
    assert Fragment(("See ", Reference("flood", "the water", AT), " rise")).plain() == "See the water rise"


def test_a_link_without_words_stands_as_its_id() -> None:
    assert Fragment((Reference("flood", None, AT),)).plain() == "flood"


def test_plain_text_has_no_citations() -> None:
    assert Fragment(("Rain", Cite("gauge", "it rained", AT))).plain() == "Rain"


def test_a_fragment_without_parts_is_empty() -> None:
    assert not Fragment()
