"""How rows, dates, units, states and counts are said, once for everybody."""
