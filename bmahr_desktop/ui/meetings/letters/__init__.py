"""The letters of a meeting."""
