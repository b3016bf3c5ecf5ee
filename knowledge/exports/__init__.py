"""What leaves planbot as a file: sheets, calendars, the progress report; all of it made from rows of the register."""
