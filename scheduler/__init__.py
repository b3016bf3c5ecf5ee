"""When something is said: the working calendar, the rules, the ledger, and the pass that sends what is due."""
