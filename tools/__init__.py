"""What writes the generated parts of docs/. Run by `make docs`; nothing in nutgraf/ imports it."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""The folder of this repository."""
