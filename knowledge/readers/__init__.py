"""Readers: bytes of a file → `Document`. The only place that knows file formats."""
