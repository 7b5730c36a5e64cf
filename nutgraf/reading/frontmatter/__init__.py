"""From front matter to typed fields, and back to YAML."""
