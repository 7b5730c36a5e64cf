import pytest

from nutgraf.model.addresses import page_of, relative


@pytest.mark.parametrize(
    ("address", "from_page", "link"),
    [
        ("timeline.html", "index.html", "timeline.html"),
        ("index.html", "index.html", "index.html"),
        ("index.html", "explainers/why.html", "../index.html"),
        ("explainers/why.html", "index.html", "explainers/why.html"),
        ("explainers/why.html", "explainers/how.html", "why.html"),
        ("timeline.html#flood", "explainers/why.html", "../timeline.html#flood"),
        ("timeline.html#flood", "timeline.html", "#flood"),
        ("media/a b.jpg", "timeline.html", "media/a%20b.jpg"),
        ("explainers/été.html#où", "index.html", "explainers/%C3%A9t%C3%A9.html#o%C3%B9"),
        ("media/a?b#c", "index.html", "media/a%3Fb#c"),
    ],
)
def test_a_link_leads_from_one_page_to_another(address: str, from_page: str, link: str) -> None:
    assert relative(address, from_page) == link


@pytest.mark.parametrize("from_page", ["index.html", "explainers/why.html"])
def test_a_name_with_a_colon_is_never_taken_for_a_scheme(from_page: str) -> None:
    assert ":" not in relative("media/javascript:alert.svg", from_page)


def test_the_page_of_an_address_is_what_stands_before_its_id() -> None:
    assert (page_of("timeline.html#flood"), page_of("about.html")) == ("timeline.html", "about.html")
