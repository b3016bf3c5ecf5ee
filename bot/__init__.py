"""What runs: the command line, the configuration, and the one place where the parts are put together."""
