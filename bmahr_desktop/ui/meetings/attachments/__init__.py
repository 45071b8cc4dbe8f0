"""Files that belong to a meeting or to its matters."""
