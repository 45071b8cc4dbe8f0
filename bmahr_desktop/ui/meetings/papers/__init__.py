"""The paper beside the text, and what leaves the program."""
