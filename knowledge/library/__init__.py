"""Documents and their versions, their difference, and the snapshot that is asked."""
