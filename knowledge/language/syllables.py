"""What a word without accents looks like that could be a syllable; any other is a code or a foreign word."""

import re

_SYLLABLE = re.compile(r"(?:[bcdghklmnpqrstvx]|[cgknpt]h|ngh?|gi|tr|qu)?[aeiouy]{1,3}(?:[cmnpt]|[cn]h|ng)?")


def is_syllable(bare: str) -> bool:
    """Whether a word without accents could be a syllable rather than a short form."""
    return bool(_SYLLABLE.fullmatch(bare))
