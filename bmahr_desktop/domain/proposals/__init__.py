"""Makes records of what was recognised in minutes of old, for a person to look at and keep."""
