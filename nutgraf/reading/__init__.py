"""From the text of one file to values: YAML, front matter, fields and Markdown, each with its place in the file."""
