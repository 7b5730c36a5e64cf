"""The words of each language a site can be in; knows no page and no file."""
