"""Which packages nutgraf runs on, and what to do without one; imports the standard library only."""

import os
from importlib.util import find_spec

_PACKAGES = {
    "font_source_serif_pro": "font-source-serif-pro",
    "ftfy": "ftfy",
    "jinja2": "jinja2",
    "livereload": "livereload",
    "markdown": "markdown",
    "markupsafe": "markupsafe",
    "nh3": "nh3",
    "resvg_py": "resvg-py",
    "tornado": "tornado",
    "wcwidth": "wcwidth",
    "yaml": "pyyaml",
}
"""The package that holds each module we import, directly or through another."""


def advice(module: str | None) -> str | None:
    """Return what to tell a person for whom `module` is missing; None if that is a bug of ours."""
    if module not in _PACKAGES:
        return None
    missing = [_PACKAGES[name] for name in _PACKAGES if find_spec(name) is None]
    python = r".venv\Scripts\python" if os.name == "nt" else ".venv/bin/python"
    return f"""\
nutgraf: not installed for this Python: {", ".join(missing)}
Any one of these installs what is missing beside the site, and builds:
    make build
    uv run --no-project --with-requirements requirements.txt build.py
    python3 -m venv .venv && {python} -m pip install -r requirements.txt && {python} build.py
"""
