"""Search: rows and passages found by their words, typed with accents or without. The index is derived from them."""
