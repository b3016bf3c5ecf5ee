"""How units are called: heads, cells taken apart, other names, mentions in a text."""
