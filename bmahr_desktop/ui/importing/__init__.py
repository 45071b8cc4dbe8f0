"""Bringing records in: what a file would do is shown first, then all of it is done or nothing."""
