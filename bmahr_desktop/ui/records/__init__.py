"""Fields and forms bound to records: what is typed in them is kept, and never overwritten."""
