"""The editor of a matter's body: paragraphs with numbers, tables, pictures, composed statements."""
