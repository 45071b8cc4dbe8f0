"""The agenda of a meeting: its outline, its matters with their parts, what was resolved."""
