"""`python -m bot`: the command line."""

from bot.config import load_config

if __name__ == "__main__":
    load_config(None)
