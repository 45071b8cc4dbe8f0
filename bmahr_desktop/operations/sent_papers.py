"""Setting in type what goes out after a meeting: letters, slips, extracts, lists."""

from collections.abc import Callable
from pathlib import Path

from bmahr_desktop.documents.typesetting.document import SetPaper
from bmahr_desktop.domain.extract import ExtractPaper
from bmahr_desktop.domain.letter_paper import LetterPaper, ReplySlip
from bmahr_desktop.domain.listing_paper import ListingPaper

SentPaper = LetterPaper | ReplySlip | ExtractPaper | ListingPaper


def set_sent_paper(
    paper: SentPaper, went_on: Callable[[int], None] | None = None, crest: bytes | None = None
) -> SetPaper:
    """Set a paper in type; safe outside the main thread.

    Args:
        paper: The paper.
        went_on: Called with the number of each finished page; it may raise to stop.
        crest: The file of the office's picture of the Garuda, for letters.

    Raises:
        Refused: If the PC lacks the font of the committee's form.
        BadPictureError: If a picture cannot be read.
    """
    raise NotImplementedError


def write_sent_docx(paper: SentPaper, out: Path) -> None:
    """Write a paper as a Word file; safe outside the main thread.

    Args:
        paper: The paper.
        out: The file; what stood there before is replaced whole.

    Raises:
        Refused: If it cannot be written.
        BadPictureError: If a picture cannot be read.
    """
    raise NotImplementedError
