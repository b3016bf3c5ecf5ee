"""The ground of language: folded texts, look-alike letters, abbreviations, slips and the keyboard."""
