import re

import pytest

from nutgraf.importing.article import read_article
from nutgraf.importing.drafts import drafts_of
from nutgraf.importing.given import Given


def words(name: str, count: int) -> str:
    return " ".join(f"{name}{number}" for number in range(1, count + 1))


@pytest.mark.parametrize(
    ("sentence", "pin"),
    [
        (f"On 5 May 2015 {words('a', 35)}.", f"On 5 May 2015 {words('a', 35)}."),
        (f"On 5 May 2015 {words('a', 36)}.", f"On 5 May 2015 {words('a', 36)}."),
        (f"On 5 May 2015 {words('a', 37)}.", f"On 5 May 2015 {words('a', 36)}"),
        (f"{words('a', 60)} on 5 May 2015.", f"{words('a', 60).partition('a24 ')[2]} on 5 May 2015."),
        (f"{words('a', 60)} on 5 May 2015 {words('b', 60)}.",
         f"{words('a', 60).partition('a41 ')[2]} on 5 May 2015 {words('b', 17)}"),
    ],
)  # fmt: skip
def test_a_pin_of_a_draft_is_cut_round_its_date_to_40_words(sentence: str, pin: str) -> None:
    article = read_article(f"T\n\n{sentence}\n".encode(), "a.txt", Given(title="T", publisher="P", date="2026-01-14"))
    (draft,) = (it.text for it in drafts_of(article, "a").files if it.path.startswith("timeline/"))
    assert re.findall("quote: (.*)", draft) == [pin]
