"""The window: what a secretary sees and touches."""
