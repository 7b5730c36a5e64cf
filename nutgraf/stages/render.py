"""A plan to files in memory, through Jinja. The only importer of jinja2; it reads nothing and writes nothing.

Templates are given `site`, `page`, `style` and `picture`. A name they misspell is a problem with its line.
"""

from __future__ import annotations

import base64
import hashlib
import re
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from types import CodeType

import jinja2
import jinja2.runtime
import jinja2.sandbox
from markupsafe import Markup

from nutgraf.model.addresses import absolute
from nutgraf.model.inputs import InputFile, Inputs
from nutgraf.model.nearest import did_you_mean
from nutgraf.model.pages import PICTURES_FOLDER, Output, Outputs, Page, Plan, SiteView
from nutgraf.model.problems import Checked, Place, Problem
from nutgraf.stages.rasterise import picture_name, rasterise

STYLESHEET = "assets/style.css"
CARD = "card.svg"

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")
_HALF = re.compile("[\ud800-\udfff]")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def render(plan: Plan, inputs: Inputs, pictures: Mapping[str, bytes] | None) -> Checked[Outputs]:
    """Every file of public/, or the problems of the templates.

    `pictures` are those drawn before, by address; None, or a site without the template of a card, goes without any.
    """
    if CARD not in inputs.templates:
        pictures = None
    environment = _environment(inputs.templates)
    style = _style(inputs.templates)
    files: dict[str, bytes] = {copy.address: copy.data for copy in plan.copies}
    problems: list[Problem] = []
    for page in plan.pages:
        try:
            picture = _picture(environment, plan.site, page, pictures)
            html = environment.get_template(page.template).render(
                site=plan.site, page=page.view, style=style, picture=picture.url if picture else None
            )
        except Exception as error:  # whatever a template's own line raises is its author's mistake
            problem = _problem(error, page, inputs.templates)
            if problem is None:
                raise
            problems.append(problem)
        else:
            files[page.address] = html.encode("utf-8")
            if picture is not None:
                files[picture.address] = picture.data
    outputs = tuple(Output(address, files[address]) for address in sorted(files))
    return Checked(Outputs(files=outputs, permalinks=plan.permalinks), tuple(problems))


@dataclass(frozen=True, slots=True)
class _Picture:
    address: str
    url: str
    data: bytes


def _picture(
    environment: jinja2.Environment, site: SiteView, page: Page, drawn: Mapping[str, bytes] | None
) -> _Picture | None:
    """The page's picture, drawn unless it was before; None without a headline to draw or a url to be found at."""
    if drawn is None or site.url is None or not page.is_listed or not page.view.frame.card_lines:
        return None
    svg = _NOT_XML.sub("\ufffd", environment.get_template(CARD).render(site=site, page=page.view))
    stem = page.address.removesuffix(".html").replace("/", "-")
    address = f"{PICTURES_FOLDER}/{stem}-{picture_name(svg)}.png"
    return _Picture(address, absolute(site.url, address), drawn.get(address) or _drawn(svg))


class _Undrawable(Exception):
    """The template of a card made something that isn't a drawing."""


def _drawn(svg: str) -> bytes:
    try:
        return rasterise(svg)
    except ValueError as error:
        raise _Undrawable(str(error)) from None


class _Environment(jinja2.sandbox.SandboxedEnvironment):
    """Where every failure to read a template is a mistake in it, also one that Jinja doesn't foresee."""

    def compile(self, source: str, name: str, filename: str) -> CodeType:  # type: ignore[override]  # as it is called
        try:
            return super().compile(source, name, filename)
        except jinja2.TemplateSyntaxError:
            raise
        except (RecursionError, SyntaxError, MemoryError):
            raise jinja2.TemplateSyntaxError("this is nested too deeply to be read", 1, name, filename) from None
        except (ValueError, OverflowError) as error:  # constants are reckoned here
            raise jinja2.TemplateSyntaxError(str(error), 1, name, filename) from None


@jinja2.pass_context  # else what is constant would be looked at before its line is known
def _encodable(_: jinja2.runtime.Context, value: object) -> object:
    """Refuse what a template prints and no file can hold, where its line is known: halves of surrogate pairs."""
    if isinstance(value, str) and not value.isascii():
        half = _HALF.search(value)
        if half:
            raise ValueError(f"half of a surrogate pair is no character: U+{ord(half[0]):04X}")
    return value


def _environment(templates: Mapping[str, InputFile]) -> jinja2.Environment:
    def source(name: str) -> tuple[str, str, None] | None:
        file = templates.get(name)
        return None if file is None else (file.text, file.path, None)

    environment = _Environment(
        loader=jinja2.FunctionLoader(source),
        autoescape=True,
        finalize=_encodable,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["csp_hash"] = _csp_hash
    # Both would make two builds differ.
    del environment.globals["lipsum"], environment.filters["random"]
    return environment


def _style(templates: Mapping[str, InputFile]) -> Markup:
    """The stylesheet, which every page carries in its head so that one round trip brings it whole."""
    file = templates.get(STYLESHEET)
    css = _SPACE.sub(" ", _COMMENT.sub("", file.text if file else "")).strip()
    # The end tag is the one thing that could close the element early.
    return Markup(css.replace("</", "<\\/"))


def _csp_hash(text: str) -> str:
    """What a content security policy names an inline style by, as in CSP level 3: `sha256-…`."""
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


def _problem(error: Exception, page: Page, templates: Mapping[str, InputFile]) -> Problem | None:
    """What is wrong with a template; None when the error is a bug of ours."""
    making = f" (while making {page.address})"
    if isinstance(error, jinja2.TemplateSyntaxError):
        at = Place(error.filename or f"templates/{error.name or page.template}", error.lineno, 1)
        return Problem(code="template", at=at, message=f"{error.message}{making}")
    if isinstance(error, _Undrawable):
        message = f"the picture can't be drawn: {error}{making}"
        return Problem(code="template", at=Place(templates[CARD].path), message=message)
    line = _last_template_line(error, templates)
    if line is None and not isinstance(error, jinja2.TemplateError):
        return None
    at = line or Place(f"templates/{page.template}")
    if isinstance(error, jinja2.TemplateNotFound):
        hint = did_you_mean(str(error.name), templates, "the names are those of the files in templates/")
        return Problem(
            code="template", at=at, message=f"there is no template {str(error.name)[:80]}{making}", hint=hint
        )
    if isinstance(error, RecursionError):
        return Problem(code="template", at=at, message=f"templates or macros call each other in a circle{making}")
    return Problem(code="template", at=at, message=f"{error}{making}", hint="docs/templates.md lists what is given")


def _last_template_line(error: Exception, templates: Mapping[str, InputFile]) -> Place | None:
    paths = {file.path for file in templates.values()}
    # Not extract_tb, which would look for the files of these names in the folder that we are in.
    walked = [(frame.f_code.co_filename, line) for frame, line in traceback.walk_tb(error.__traceback__)]
    found = [Place(path, line or 1, 1) for path, line in walked if path in paths]
    return found[-1] if found else None
