"""What each template is given: one file a page, from content to a frozen view with its links already relative."""
