"""The migrations of the file, from the first release on."""
