"""Finding anything, by one key."""
