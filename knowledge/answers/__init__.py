"""Answering: what was asked, what the plans hold of it, and the words of the answer. Pure."""
