"""nutgraf: a static site generator for explainer microsites that checks the explainer against its sources."""

__version__ = "0.1.0"
