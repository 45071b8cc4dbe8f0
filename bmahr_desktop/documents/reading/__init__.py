"""Reads minutes of old out of Word files: every paragraph, table and picture, nothing dropped."""
