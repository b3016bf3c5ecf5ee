"""Plans of an invented office, for the demo and the tests."""
