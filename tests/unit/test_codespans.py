import pytest

from nutgraf.reading.markdown.codespans import code_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a `b` c", ["`b`"]),
        ("a ``b ` c`` d", ["``b ` c``"]),
        ("a `b c", []),
        ("a `b\n\nc` d", []),
        ("a `b\nc` d", ["`b\nc`"]),
        ("a \\`b` c", []),
        ("a \\\\`b` c", ["`b`"]),
        ("```\na `b\n```\nc` d", ["```\na `b\n```"]),
        ("~~~ python\na\n~~~", ["~~~ python\na\n~~~"]),
        ("```\na\n````\nb\n```", ["```\na\n````\nb\n```"]),
        ("```a b c```", ["```a b c```"]),
        ("    a\n    b\n\nc", ["    a\n    b\n"]),
        ("a\n    b `c`", ["`c`"]),
        ("  \n    a", []),
        ("- a\n\n    b", []),
        ("- a\nlazy\n\n    b", []),
        ("1. a\n\n    b\n\n    c", []),
        ("- \n\n    b", []),
        ("a\n:   b\n\n    c", []),
        ("[^1]: a\n\n\tb", []),
        ("- a\n\n[b\nc]: d\n\n    e", []),
        ("- a\n    - b\n\n        c", []),
        ("[^1]: - a\n- b\n\n        c", []),
        ("- a\n\n        b\n", ["        b\n"]),
        ("- - a\n\n        b\n\n            c", ["            c"]),
        ("- a\n\n        b\nlazy\n\n    c", ["        b\n"]),
        ("- a\n\nb\n\n    c", ["    c"]),
        ("* * *\n\n    a", ["    a"]),
        ("- a\n\n```\nb\n```\n\n    c", ["```\nb\n```", "    c"]),
        ("```\na\n\n    b", ["    b"]),
    ],
)
def test_code_is_found_where_markdown_finds_it(text: str, code: list[str]) -> None:
    assert [text[it.start : it.end] for it in code_of(text).stretches] == code


@pytest.mark.parametrize(
    ("text", "opened"),
    [("```\na", ["```"]), ("a\n\n~~~ python\n```", ["~~~ python"]), ("```\na\n```", []), ("```a``` b", [])],
)
def test_a_block_of_code_that_never_ends_is_told_apart(text: str, opened: list[str]) -> None:
    assert [text[start:end] for start, end in code_of(text).unclosed] == opened
