"""Papers as Word files, for directors who edit in Word.

The same plain values that the PDF is set from, in the same order: real styles, real numbering, the
font by name. Word makes its own pages, so that catch-words and "(ต่อ)" above the rest of a table,
which depend on where a page ends, are left to the PDF.
"""
