"""Looks claims up in their sources: folded words, figures with units, quotations, and the passages nearest to them."""
