"""PDF objects, as ReportLab writes them."""

from functools import cache
from typing import Any

from reportlab.pdfbase import pdfdoc


class Stream(pdfdoc.PDFStream):
    """A stream whose keyword ``endstream`` stands on a line of its own, as PDF/A asks for.

    ISO 19005-2, 6.1.7.1; ReportLab's own writes the keyword right behind the data.
    """

    def format(self, document: Any) -> bytes:
        """Return the object as written."""
        written: bytes = super().format(document)
        return written.removesuffix(b"endstream\n") + b"\nendstream\n"


def stream(document: Any, content: bytes, *, packed: bool = True, **entries: Any) -> Any:
    """Add a stream to a document and return a reference to it."""
    made = Stream(dictionary(**entries), content, [pdfdoc.PDFZCompress] if packed else [])
    return document.Reference(made)


class Dictionary(pdfdoc.PDFDictionary):
    """A dictionary on one line, its keys as they were given; a paper has thousands of them."""

    def format(self, document: Any, IND: bytes = b" ") -> bytes:  # noqa: N803 -- ReportLab's
        """Return the object as written."""
        written = [
            b"/%b %b" % (key.encode("ascii"), pdfdoc.format(value, document))
            for key, value in self.dict.items()
        ]
        return b"<< " + IND.join(written) + b" >>"


def dictionary(**entries: Any) -> Any:
    """Return a dictionary; entries that are None are left out."""
    return Dictionary({key: value for key, value in entries.items() if value is not None})


@cache
def name(text: str) -> Any:
    """Return a name object."""
    return pdfdoc.PDFName(text)


def string(text: str) -> Any:
    """Return a text string; what is not in PDFDocEncoding is written as UTF-16."""
    return pdfdoc.PDFString(text)


def array(items: list[Any]) -> Any:
    """Return an array on one line."""
    return pdfdoc.PDFArrayCompact(items)


def number(value: float) -> int | float:
    """Return a number as briefly as it can be written."""
    return int(value) if value == int(value) else round(value, 3)
