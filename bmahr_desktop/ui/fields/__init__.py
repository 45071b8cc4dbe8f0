"""Small fields that every screen is made of: a date, a time, words, a choice."""
