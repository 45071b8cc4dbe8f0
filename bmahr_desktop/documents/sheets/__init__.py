"""Workbooks (.xlsx), written and read."""
