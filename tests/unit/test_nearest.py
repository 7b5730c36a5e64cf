from nutgraf.model.nearest import did_you_mean, nearest


def test_a_mistyped_word_finds_the_one_meant() -> None:
    assert nearest("tittle", ["draft", "title", "lang"]) == "title"


def test_a_word_like_no_other_finds_none() -> None:
    assert nearest("weather", ["draft", "title", "lang"]) is None


def test_of_two_as_near_it_is_always_the_same_one() -> None:
    assert {nearest("flod", order) for order in (["flood", "floor"], ["floor", "flood"])} == {"flood"}


def test_a_hint_asks_for_the_nearest_word() -> None:
    assert did_you_mean("flod", ["flood"]) == "did you mean flood?"


def test_without_a_near_word_the_other_hint_stands() -> None:
    assert (did_you_mean("x", ["flood"], "name one"), did_you_mean("x", [])) == ("name one", "")


def test_a_near_word_is_found_among_thousands_and_without_regard_to_capitals() -> None:
    assert nearest("Drift-Allowd", [f"event-{number}" for number in range(5000)] + ["drift-allowed"]) == "drift-allowed"
