"""One table a language, and the ways to one; knows no page and no file."""
