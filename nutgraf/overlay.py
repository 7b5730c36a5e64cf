"""Problems as HTML for the preview: a panel above the last good page, or a page of its own. For `serve` only."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping

from nutgraf.model.problems import Problem, has_errors
from nutgraf.report import as_text, summary

_PANEL_STYLE = (
    "all:initial;display:block;position:sticky;top:0;z-index:9;max-height:70vh;overflow:auto;padding:12px 16px;"
    "font:14px/1.5 ui-monospace,monospace;white-space:pre-wrap;background:#2b0b0d;color:#ffe9e6;color-scheme:dark"
)
_PAGE = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head><body></body></html>'


def with_problems(page: str, problems: tuple[Problem, ...], texts: Mapping[str, str]) -> str:
    """The page with a panel of its problems at the top of its body; the same page when there are none."""
    if not problems:
        return page
    head, body_tag, rest = page.partition("<body")
    attributes, end, rest = rest.partition(">")
    return f"{head}{body_tag}{attributes}{end}{_panel(problems, texts)}{rest}"


def page_of_problems(problems: tuple[Problem, ...], texts: Mapping[str, str]) -> str:
    """A page that holds nothing but the problems, for when there is no good page yet."""
    return with_problems(_PAGE.format(title=html.escape(summary(problems))), problems, texts)


def _panel(problems: Iterable[Problem], texts: Mapping[str, str]) -> str:
    listed = tuple(problems)
    state = " open" if has_errors(listed) else ""
    older = "; below is the last page without errors" if has_errors(listed) else ""
    words = f"<summary>{html.escape(summary(listed))}{older}</summary>\n{html.escape(as_text(listed, texts))}"
    return f'<details{state} role="alert" style="{_PANEL_STYLE}">{words}</details>'
