"""Everything that touches the file system: reads, watches, swaps and replaces. Understands nothing of what it holds."""
