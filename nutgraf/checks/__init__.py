"""What is checked across files before anything is published: one check a file, each from content to problems."""
