import io
import json

import pytest

from tools import body


def test_bodies_are_written_as_a_page_shows_them(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given = {
        "a": ["", 'It *rose*. [@gauge "rose"]\n\n## "Why?"\n\nSee [[flood|the water]] or [this](../about.md#us).[^1]\n'
              "\n[^1]: So."],
        "b": ["fr", '"Oui"'],
    }  # fmt: skip
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(given)))
    assert body.main() == 0
    assert json.loads(capsys.readouterr().out) == {
        "a": '<p>It <em>rose</em>.<a href="#gauge"></a></p>\n<h2 id="why">“Why?”</h2>\n'
        '<p>See <a href="#flood">the water</a> or <a href="../about.md#us">this</a>.'
        '<sup id="fnref-body_1"><a class="footnote-ref" href="#fn-body_1">1</a></sup></p>\n'
        '<ol>\n<li id="fn-body_1">\n<p>So.\xa0<a class="footnote-backref" href="#fnref-body_1" title="1">↩</a></p>\n'
        "</li>\n</ol>",
        "b": "<p>«\xa0Oui\xa0»</p>",
    }
