"""What Telegram sees: thin functions, access, words, and the one door out."""
