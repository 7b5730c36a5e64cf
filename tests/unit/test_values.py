import datetime
import pickle

import pytest

from nutgraf.reading.frontmatter.values import (
    Unfit,
    as_bool,
    as_clock_time,
    as_day,
    as_decimal,
    as_description,
    as_edtf,
    as_event_date,
    as_id,
    as_int,
    as_language,
    as_sha256,
    as_site_url,
    as_text,
    as_url,
)


def refusal(convert: object, text: str) -> str:
    assert callable(convert)
    with pytest.raises(Unfit) as caught:
        convert(text)
    return f"{caught.value.message} | {caught.value.hint}"


@pytest.mark.parametrize("text", ["flood", "2026-01-15-first-version", "crue-éclair", "洪水", "बाढ़", "51st-state"])
def test_an_id_is_lower_case_words_of_any_script_joined_by_hyphens(text: str) -> None:
    assert as_id(text) == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Flash Flood", '"Flash Flood" is not an id: it has capital letters | write flash-flood'),
        ("glossary/flood.md", '"glossary/flood.md" is not an id: only letters and digits joined by single hyphens may '
         "stand in it | write flood"),
        ("con", '"con" is not an id: Windows reserves that name | '),
        ("?", '"?" is not an id: only letters and digits joined by single hyphens may stand in it | '),
    ],
)  # fmt: skip
def test_what_is_no_id_is_shown_the_id_it_could_be(text: str, said: str) -> None:
    assert refusal(as_id, text) == said


@pytest.mark.parametrize("length", [50, 160])
def test_a_description_has_50_to_160_characters(length: int) -> None:
    assert as_description("é" * length) == "é" * length


@pytest.mark.parametrize("length", [0, 49, 161])
def test_a_description_of_another_length_is_refused_with_its_length(length: int) -> None:
    assert refusal(as_description, "é" * length).startswith(f"the description has {length} characters | 50 to 160")


@pytest.mark.parametrize(
    "text", ["https://example.org", "http://example.org/a?b=c#d", "https://münchen.example/ü", "https://[::1]:8000/"]
)
def test_a_web_address_is_absolute_and_http(text: str) -> None:
    assert as_url(text) == text


@pytest.mark.parametrize(
    "text",
    ["example.org", "//example.org/a", "/a", "ftp://example.org", "javascript:alert(1)", "https://", "https:///a",
     "https://example.org:port/", "https://example.org:99999/",
     "https://exa mple.org", "https://example.org/<b>", 'https://example.org/"', "https://[", "https://a\\b"],
)  # fmt: skip
def test_anything_else_is_no_web_address(text: str) -> None:
    assert refusal(as_url, text) == f'"{text}" is not a web address | write it whole, beginning with https://'


@pytest.mark.parametrize("text", ["https://example.org", "https://example.org:8080/", "http://example.org/river/"])
def test_a_site_stands_in_a_folder_on_the_web(text: str) -> None:
    assert as_site_url(text) == text


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("https://example.org/?a=1", "https://example.org/"),
        ("https://example.org/river#top", "https://example.org/river"),
        ("https://example.org/?", "https://example.org/"),
        ("https://me:secret@example.org/", "https://example.org/"),
    ],
)
def test_a_site_s_address_holds_no_query_fragment_or_password(text: str, bare: str) -> None:
    assert refusal(as_site_url, text) == f"{text} holds more than the site's place on the web | write {bare}"


@pytest.mark.parametrize("text", ["https://example.org/a/../b", "https://example.org/index.html"])
def test_a_site_s_address_is_that_of_a_folder(text: str) -> None:
    assert refusal(as_site_url, text).startswith(f"{text} is not the address of a folder")


@pytest.mark.parametrize("text", ["en", "fr-CA", "zh-Hant", "yue", "ar-EG", "de-1901"])
def test_a_language_tag_names_a_language_and_its_variants(text: str) -> None:
    assert as_language(text) == text


@pytest.mark.parametrize("text", ["English", "e", "fr_CA", "en-", "-fr", "fr ca", "été"])
def test_anything_else_is_no_language_tag(text: str) -> None:
    assert refusal(as_language, text).startswith(f'"{text}" is not a language tag')


@pytest.mark.parametrize("text", ["00:00", "09:30", "23:59"])
def test_a_time_of_day_has_24_hours(text: str) -> None:
    assert as_clock_time(text) == text


@pytest.mark.parametrize("text", ["9:30", "24:00", "12:60", "12:30:00", "9.30", "noon", "750"])
def test_anything_else_is_no_time_of_day(text: str) -> None:
    assert refusal(as_clock_time, text) == f'"{text}" is not a time of day | write it as 09:30 or 14:00'


@pytest.mark.parametrize("text", ["0", "-3", "25.04", "1250", "1.10", "007"])
def test_a_plain_number_is_kept_as_written(text: str) -> None:
    assert as_decimal(text) == text


@pytest.mark.parametrize("text", ["1,250", "1 250", "+3", ".5", "5.", "1e3", "50%", "six", "1_000", "٣"])
def test_anything_else_is_no_plain_number(text: str) -> None:
    assert refusal(as_decimal, text).startswith(f'"{text}" is not a plain number')


def test_a_sha_256_is_64_lower_case_hexadecimal_digits() -> None:
    assert as_sha256("0a" * 32) == "0a" * 32


@pytest.mark.parametrize("text", ["0a" * 31, "0A" * 32, "0g" * 32, "0a" * 33])
def test_anything_else_is_no_sha_256(text: str) -> None:
    assert refusal(as_sha256, text).startswith("this is not a SHA-256")


def test_a_day_is_a_calendar_day() -> None:
    assert as_day("2024-02-29") == datetime.date(2024, 2, 29)


@pytest.mark.parametrize("text", ["2026-02-30", "2023-02-29", "2026-13-01", "0000-01-01"])
def test_a_day_that_no_calendar_has_is_refused(text: str) -> None:
    assert refusal(as_day, text) == f"{text} is not a calendar date | look it up in a calendar"


@pytest.mark.parametrize(
    "text", ["2026-1-2", "20260102", "2026-01", "2026-01-02 10:00", "2026-W01-1", "2 January 2026"]
)
def test_a_day_in_another_form_is_refused_with_the_form_to_use(text: str) -> None:
    assert refusal(as_day, text) == f'"{text}" is not a calendar date | write it as 2026-01-14'


def test_a_date_that_edtf_does_not_know_keeps_its_hint() -> None:
    assert refusal(as_edtf, "2024-13").startswith("2024-13 is not a month | months run from 01 to 12")


def test_a_bad_event_date_has_a_code_of_its_own() -> None:
    with pytest.raises(Unfit) as caught:
        as_event_date("2024-13")
    assert caught.value.code == "event-date"


def test_only_true_and_false_are_truth_values() -> None:
    assert (as_bool("true"), as_bool("false")) == (True, False)


@pytest.mark.parametrize("text", ["yes", "no", "on", "True", "1", ""])
def test_other_words_for_them_are_refused(text: str) -> None:
    assert refusal(as_bool, text) == f'"{text}" is neither true nor false | write true or false'


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("-3", -3), ("007", 7), ("123456789", 123456789)])
def test_a_whole_number_is_written_in_plain_digits(text: str, number: int) -> None:
    assert as_int(text) == number


@pytest.mark.parametrize("text", ["1.0", "1_000", "+1", "one", "1" * 10_000, "0x1F", "٣"])
def test_anything_else_is_no_whole_number(text: str) -> None:
    assert refusal(as_int, text).endswith("is not a whole number | write plain digits, such as 3")


def test_text_is_kept_as_it_is() -> None:
    assert as_text(" NO ") == " NO "


def test_a_refusal_keeps_its_message_as_its_text() -> None:
    assert str(Unfit("this is wrong", "write that")) == "this is wrong"


def test_a_refusal_survives_the_way_between_processes() -> None:
    error = pickle.loads(pickle.dumps(Unfit("this is wrong", "write that")))
    assert (error.message, error.hint) == ("this is wrong", "write that")
