"""All that touches the file system: reads, watches, writes, swaps. Refuses links that lead out; understands no content."""
