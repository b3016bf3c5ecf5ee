"""Data of the domain that an office can read and amend: abbreviations, unit aliases, question cues, holidays."""
