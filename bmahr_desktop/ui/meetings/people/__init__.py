"""Who is listed at the head of the minutes, and who signs them."""
