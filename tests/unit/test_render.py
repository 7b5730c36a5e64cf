import sys

import pytest

from nutgraf.model.options import Options
from nutgraf.model.problems import Problem
from nutgraf.pipeline import Outcome
from nutgraf.pipeline import make_site as make_site_of
from nutgraf.stages.rasterise import rasterise
from tests.sitekit import ROOT, TODAY, MakeSite, folders, lines, make, page


def home(make_site: MakeSite, template: str, **files: str) -> str:
    """The first page made by this template."""
    return page(make(make_site({"templates/home.html": template} | files)), "index.html")


def failure(make_site: MakeSite, template: str) -> Problem:
    """The one problem of this template."""
    outcome = make(make_site({"templates/home.html": template}))
    assert outcome.outputs is None
    (problem,) = outcome.problems
    return problem


def told(make_site: MakeSite, template: str) -> str:
    (line,) = lines([failure(make_site, template)])
    return line.removesuffix(" (while making index.html)")


def test_a_misspelt_field_is_a_problem_with_its_line(make_site: MakeSite) -> None:
    said = told(make_site, "<h1>\n{{ page.titel }}\n</h1>")
    assert said.startswith("templates/home.html:2:1 template: ")
    assert "'titel'" in said


def test_a_name_that_is_not_given_is_a_problem(make_site: MakeSite) -> None:
    assert told(make_site, "\n\n{{ post }}") == "templates/home.html:3:1 template: 'post' is undefined"


def test_a_misspelt_field_is_a_problem_in_a_condition_too(make_site: MakeSite) -> None:
    assert told(make_site, "{% if page.anser %}a{% endif %}").startswith("templates/home.html:1:1 template: ")


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{% if %}", "templates/home.html:1:1 template: Expected an expression, got 'end of statement block'"),
        ("a\n{{ page.frame | titel }}", "templates/home.html:2:1 template: No filter named 'titel'."),
        ("\n{% for it in page %}", "templates/home.html:2:1 template: Unexpected end of template. Jinja was looking "
         "for the following tags: 'endfor' or 'else'. The innermost block that needs to be closed is 'for'."),
        ("{% blok main %}", "templates/home.html:1:1 template: Encountered unknown tag 'blok'."),
    ],
)  # fmt: skip
def test_a_mistake_in_the_language_of_templates_is_a_problem_with_its_line(
    make_site: MakeSite, template: str, said: str
) -> None:
    assert told(make_site, template) == said


@pytest.mark.parametrize(
    "template",
    ["{{ 1 / 0 }}", "{{ site.title + 1 }}", "{% for it in none %}{% endfor %}",
     "{{ range(10 ** 9) }}", "{{ site.title() }}", "{{ ().__class__.__bases__ }}"],
)  # fmt: skip
def test_whatever_a_template_s_own_line_raises_is_a_problem_with_its_line(make_site: MakeSite, template: str) -> None:
    assert told(make_site, f"\n{template}").startswith("templates/home.html:2:1 template: ")


def test_a_template_that_is_not_there_is_met_with_the_nearest(make_site: MakeSite) -> None:
    problem = failure(make_site, '{% include "part.html" %}')
    assert (problem.message, problem.hint) == (
        "there is no template part.html (while making index.html)",
        "did you mean parts.html?",
    )


@pytest.mark.parametrize("name", ["../site.yaml", "/etc/passwd", "../../etc/passwd"])
def test_a_template_outside_of_the_folder_is_not_there(make_site: MakeSite, name: str) -> None:
    assert f"there is no template {name}" in told(make_site, f'{{% include "{name}" %}}')


@pytest.mark.parametrize("word", ["include", "extends"])
def test_templates_in_a_circle_are_a_problem(make_site: MakeSite, word: str) -> None:
    said = told(make_site, f'{{% {word} "home.html" %}}')
    assert said == "templates/home.html:1:1 template: templates or macros call each other in a circle"


def test_a_mistake_in_an_included_template_is_pointed_at_there(make_site: MakeSite) -> None:
    site = make_site({"templates/home.html": '{% include "aside.html" %}', "templates/aside.html": "a\n{{ b }}"})
    assert lines(make(site).problems)[0].startswith("templates/aside.html:2:1 template: 'b' is undefined")


def test_the_pages_of_all_broken_templates_are_told_at_once(make_site: MakeSite) -> None:
    site = make_site({"templates/home.html": "{{ a }}", "templates/404.html": "{{ b }}"})
    assert [it.at.path for it in make(site).problems] == ["templates/404.html", "templates/home.html"]


def test_values_are_escaped(make_site: MakeSite) -> None:
    files = {"site.yaml": "title: '<b> & \"c\"'\nlang: de\n"}
    made = page(make(make_site({"templates/home.html": "{{ site.title }}"} | files)), "index.html")
    assert made == "&lt;b&gt; &amp; &#34;c&#34;"


def test_values_are_escaped_in_templates_of_every_ending(make_site: MakeSite) -> None:
    files = {"templates/home.html": '{% include "a.txt" %}', "templates/a.txt": "{{ '<b>' }}"}
    assert page(make(make_site(files)), "index.html") == "&lt;b&gt;"


def test_what_an_author_writes_is_never_run_as_a_template(make_site: MakeSite) -> None:
    files = {"content/index.md": "---\ntitle: '{{ a+b }}'\n---\n\n{{ a+b }}{% raw %}\n"}
    assert "<p>{{ a+b }}{% raw %}</p>" in page(make(make_site(files)), "index.html")


@pytest.mark.parametrize("template", ["{{ lipsum() }}", "{{ [1, 2] | random }}"])
def test_nothing_random_is_at_hand(make_site: MakeSite, template: str) -> None:
    assert told(make_site, template).startswith("templates/home.html:1:1 template: ")


def test_a_template_can_not_reach_the_machine(make_site: MakeSite) -> None:
    said = told(make_site, "{{ cycler.__init__.__globals__.os.popen('true') }}")
    assert "unsafe" in said


def test_the_stylesheet_loses_its_comments_and_spare_space(make_site: MakeSite) -> None:
    files = {"templates/assets/style.css": "/* a\nb */\nbody {\n  margin: 0;\n}\n"}
    made = page(make(make_site({"templates/home.html": "{{ style }}"} | files)), "index.html")
    assert made == "body { margin: 0; }"


def test_the_stylesheet_can_not_close_its_element(make_site: MakeSite) -> None:
    files = {"templates/assets/style.css": "a::after { content: '</style><script>' }"}
    made = page(make(make_site({"templates/home.html": "{{ style }}"} | files)), "index.html")
    assert "</style" not in made


def test_the_policy_names_a_style_by_its_hash(make_site: MakeSite) -> None:
    # printf 'b{}' | openssl dgst -sha256 -binary | base64
    assert home(make_site, "{{ 'b{}' | csp_hash }}") == "sha256-7yqHVAesot11p6HczDsgKRipvI5UPgs97z80zNXlans="


def test_the_end_of_a_template_is_kept_and_a_block_leaves_no_line(make_site: MakeSite) -> None:
    assert home(make_site, "a\n  {% if true %}\nb\n  {% endif %}\n") == "a\nb\n"


@pytest.mark.parametrize(
    "template",
    [r'{{ "\ud800" }}', "{{ '%c' % 55296 }}", "{% autoescape false %}{{ 'é\\ud800' }}{% endautoescape %}",
     r'{% set a = "\ud800" %}{{ a | safe }}'],
)  # fmt: skip
def test_half_a_surrogate_pair_is_a_problem_with_its_line(make_site: MakeSite, template: str) -> None:
    said = told(make_site, f"\n{template}")
    assert said == "templates/home.html:2:1 template: half of a surrogate pair is no character: U+D800"


@pytest.mark.parametrize(
    "template", ["{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}", "{% if 1 %}" * 200 + "{% endif %}" * 200]
)
def test_a_template_that_is_nested_too_deeply_is_a_problem(make_site: MakeSite, template: str) -> None:
    said = "templates/home.html:1:1 template: this is nested too deeply to be read"
    assert told(make_site, template) == said


def test_a_constant_that_can_not_be_reckoned_is_a_problem(make_site: MakeSite) -> None:
    assert told(make_site, "{{ 10**5000 }}").startswith("templates/home.html:1:1 template: Exceeds the limit")


def test_a_macro_that_calls_itself_for_ever_is_a_problem(make_site: MakeSite) -> None:
    said = told(make_site, "\n{% macro a(x) %}{{ a(x) }}{% endmacro %}{{ a(1) }}")
    assert said == "templates/home.html:2:1 template: templates or macros call each other in a circle"


def test_what_is_named_in_place_of_a_template_is_not_told_at_length(make_site: MakeSite) -> None:
    assert len(told(make_site, "{% extends page %}")) < 200


def cards(make_site: MakeSite, **files: str) -> Outcome:
    """A site whose pages have pictures, drawn from this repository's templates."""
    site = make_site({"site.yaml": "title: River\nurl: https://a.example/\n"} | files)
    options = Options(today=TODAY, pictures=True)
    return make_site_of(folders(site, ROOT), options)


@pytest.mark.parametrize("title", ["😀👨‍👩‍👧‍👦🇫🇷", "word " * 2000 + "end", "x" * 10_000, '"\\u202e&<]]>"'])
def test_a_picture_is_drawn_whatever_the_title_holds(make_site: MakeSite, title: str) -> None:
    made = cards(make_site, **{"content/index.md": f"---\ntitle: {title}\n---\n\nIt rained. [@gauge]\n"})
    assert lines(made.problems) == []
    assert made.outputs is not None
    assert any(it.address.startswith("cards/index-") for it in made.outputs.files)


@pytest.mark.parametrize(
    ("svg", "said"),
    [
        ("nothing", "the picture can't be drawn: it is no XML: syntax error: line 1, column 0"),
        ('<!DOCTYPE svg><svg width="9" height="9"/>', "the picture can't be drawn: it has a DOCTYPE; delete it"),
        ('<svg><text>{{ "\\ud800" }}</text></svg>', "half of a surrogate pair is no character: U+D800"),
    ],
)  # fmt: skip
def test_a_card_that_can_not_be_drawn_is_a_problem_of_its_template(make_site: MakeSite, svg: str, said: str) -> None:
    problem = cards(make_site, **{"templates/card.svg": svg}).problems[0]
    assert (problem.at.path, problem.message) == ("templates/card.svg", f"{said} (while making index.html)")


@pytest.mark.parametrize(
    "svg",
    [
        '<svg width="99999" height="9"/>',
        '<svg width="1e6" height="1e6"/>',
        '<svg width=".9e6" height="9"/>',
        '<svg width="9999rem" height="9"/>',
        '<svg viewBox="0 0 1e6 1e6"/>',
        '<svg width="9" height="9" viewBox="0 0 1e999 9"/>',
        '<svg width="9" height="9" viewBox="0 0 1..2 9"/>',
        '<svg width="0" height="9"/>',
        '<!-- <svg> --><svg width="99999" height="9"/>',
        '<svg aria-label="a>b" width="99999" height="9"/>',
        '<s:svg xmlns:s="http://www.w3.org/2000/svg" width="99999" height="9"/>',
        '<g width="9" height="9"/>',
    ],
)
def test_a_drawing_whose_size_is_not_plain_is_never_given_to_resvg(monkeypatch: pytest.MonkeyPatch, svg: str) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)  # it would end the process of the tests
    with pytest.raises(ValueError, match="its root must be an <svg> whose width and height are plain numbers"):
        rasterise(svg)


@pytest.mark.parametrize(
    "attributes", ['id="card-20260101"', 'viewBox="0 0 12 6"', 'viewBox="-1.5,0 , 12 6"', 'xmlns:a="a" a:width="99999"']
)
def test_a_drawing_of_plain_size_is_drawn_whatever_else_its_root_holds(attributes: str) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {attributes} width="12" height="6"/>'
    assert rasterise(svg)[16:24] == bytes([0, 0, 0, 12, 0, 0, 0, 6])
