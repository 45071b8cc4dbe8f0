"""Reading papers back, as three readers of PDF do."""

import re
import subprocess

import pypdfium2
from pypdf import PdfReader


def squeezed(text: str) -> str:
    """Text without anything that readers may add or drop: spaces, breaks."""
    return re.sub(r"\s", "", text)


class Readers:
    """The three ways in which readers get text out of a PDF."""

    def __init__(self, folder):
        self._path = folder / "read.pdf"

    def pypdf(self, pdf: bytes) -> str:
        self._path.write_bytes(pdf)
        return "\n".join(page.extract_text() for page in PdfReader(self._path).pages)

    def pdfium(self, pdf: bytes) -> str:
        return "\n".join(self.pages(pdf))

    def pages(self, pdf: bytes) -> list[str]:
        """The text of each page, as pdfium reads it."""
        document = pypdfium2.PdfDocument(pdf)
        texts = []
        for page in document:
            textpage = page.get_textpage()
            texts.append(textpage.get_text_range())
            textpage.close()
            page.close()
        document.close()
        return texts

    def poppler(self, pdf: bytes) -> str:
        done = subprocess.run(
            ["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True
        )
        return done.stdout.decode("utf-8").replace("\f", "\n")

    def all(self, pdf: bytes) -> dict[str, str]:
        return {name: getattr(self, name)(pdf) for name in ("pypdf", "pdfium", "poppler")}
