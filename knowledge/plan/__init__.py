"""Document → Plan: what the headings, paragraphs and tables of a plan mean. Pure."""
