"""How the work stands: states of tasks and the store of what was reported."""
