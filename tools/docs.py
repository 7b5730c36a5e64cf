"""`python -m tools.docs`: brings what is generated in docs/ up to date with the code."""

from __future__ import annotations

import sys

from tools import ROOT
from tools.content_tables import with_tables
from tools.module_lists import with_lists
from tools.problem_outputs import with_outputs
from tools.view_tables import with_views

GENERATORS = {
    "docs/architecture.md": with_lists,
    "docs/content.md": with_tables,
    "docs/problems.md": with_outputs,
    "docs/templates.md": with_views,
}
"""What writes the generated parts of each page."""


def main() -> int:
    """Rewrite the pages that are out of date, and name them."""
    for name, generated in GENERATORS.items():
        page = ROOT / name
        old = page.read_text(encoding="utf-8")
        new = generated(old)
        if new != old:
            page.write_text(new, encoding="utf-8")
            print(f"{name} is brought up to date")
    return 0


if __name__ == "__main__":
    sys.exit(main())
