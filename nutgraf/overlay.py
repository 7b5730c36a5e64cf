"""Problems and bugs as HTML for the preview: a panel above the last good page, or a page of its own."""

from __future__ import annotations

import html
from collections.abc import Mapping

from nutgraf.model.problems import Problem, has_errors
from nutgraf.report import as_text, summary

_PANEL_STYLE = (
    "all:initial;display:block;position:sticky;top:0;z-index:9;max-height:70vh;overflow:auto;padding:12px 16px;"
    "font:14px/1.5 ui-monospace,monospace;white-space:pre-wrap;background:#2b0b0d;color:#ffe9e6;color-scheme:dark"
)
_PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>No page yet</title></head><body></body></html>'
)


def with_panel(page: str, panel: str) -> str:
    """The page with a panel at the top of its body; the same page when the panel is empty."""
    if not panel:
        return page
    head, body_tag, rest = page.partition("<body")
    attributes, end, rest = rest.partition(">")
    return f"{head}{body_tag}{attributes}{end}{panel}{rest}"


def page_of(panel: str) -> str:
    """A page that holds nothing but the panel, for when there is no good page yet."""
    return with_panel(_PAGE, panel)


def panel_of_problems(problems: tuple[Problem, ...], texts: Mapping[str, str], *, strict: bool) -> str:
    """The problems of a build, in full view when they stopped it; empty when there are none."""
    if not problems:
        return ""
    return _panel(summary(problems), as_text(problems, texts), is_old=has_errors(problems, strict=strict))


def panel_of_bug(trace: str) -> str:
    """The traceback of a build that failed by a bug."""
    return _panel(
        "the build failed: this is a bug in nutgraf; please report it with the lines here", trace, is_old=True
    )


def _panel(summed_up: str, whole: str, *, is_old: bool) -> str:
    state, older = (" open", "; below is the last page without errors") if is_old else ("", "")
    words = f"<summary>{html.escape(summed_up)}{older}</summary>\n{html.escape(whole)}"
    return f'<details{state} role="alert" style="{_PANEL_STYLE}">{words}</details>'
