"""The site's content in the formats of other tools: one format a file, each from content to bytes."""
