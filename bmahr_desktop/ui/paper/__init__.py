"""The paper beside the text: showing, searching and printing a PDF.

`pdf`, `page_text` and `finding` work in the paper thread; all else in the main thread.
"""
