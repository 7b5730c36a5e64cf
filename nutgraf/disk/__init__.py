"""Alone touches the file system: reads, watches, writes, swaps. Refuses links that lead out. Understands no content."""
