"""Forms as values: their definitions, and forms that were filled."""
