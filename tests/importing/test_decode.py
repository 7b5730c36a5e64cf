import pytest

from nutgraf.importing.decode import Unreadable, decode


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        ("Müller".encode(), "Müller", "utf-8"),
        (b"\xef\xbb\xbfM\xc3\xbcller", "Müller", "utf-8 with a byte order mark"),
        ("Müller".encode("utf-16"), "Müller", "utf-16-le with a byte order mark"),
        (b"\xfe\xff" + "Müller".encode("utf-16-be"), "Müller", "utf-16-be with a byte order mark"),
        ("Müller".encode("utf-32"), "Müller", "utf-32-le with a byte order mark"),
        (b"M\xfcller \x93here\x94", "Müller “here”", "windows-1252"),
        (b"\x81 M\xfcller", "\x81 Müller", "windows-1252"),
        (b"\xef\xbb\xbfM\xfcller", "Müller", "windows-1252"),
    ],
)
def test_the_encoding_is_found_out(data: bytes, text: str, encoding: str) -> None:
    found = decode(data)
    assert (found.text, found.encoding) == (text, encoding)


def test_an_encoding_that_is_named_is_used() -> None:
    assert decode("Łódź".encode("iso-8859-2"), "iso-8859-2").text == "Łódź"


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028"])
def test_every_line_end_becomes_a_line_feed(ends: str) -> None:
    assert decode(f"one{ends}two".encode()).text == "one\ntwo"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "it is empty"),
        (b" \r\n\t", "it holds nothing but white space"),
        (b"%PDF-1.7 text", "it is a PDF, not text"),
        (b"PK\x03\x04 text", "it is a zip file, as .docx and .odt are, not text"),
        (b"text\x00text", "it is not text: it holds bytes that no text does"),
        (bytes(range(1, 32)) * 9, "it is not text: it holds bytes that no text does"),
        (b"\xff\xfe\x00\xd8", "it begins as utf-16-le does, but byte 1 doesn't fit"),
    ],
)
def test_what_is_no_text_is_refused_and_named(data: bytes, message: str) -> None:
    with pytest.raises(Unreadable) as caught:
        decode(data)
    assert caught.value.message == message


def test_a_named_encoding_that_does_not_fit_is_refused() -> None:
    with pytest.raises(Unreadable, match="it is not utf-8: byte 2 doesn't fit"):
        decode(b"M\xfcller", "utf-8")
    with pytest.raises(Unreadable, match='there is no encoding "nope"'):
        decode(b"text", "nope")
