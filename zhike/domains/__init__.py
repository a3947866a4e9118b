"""One folder per question that a client manager asks."""
