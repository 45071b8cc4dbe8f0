"""Habits of typing minutes: how people write headings, lists, items and resolutions by hand."""
