"""Setting in type what goes out after a meeting: letters, slips, extracts, lists."""

from collections.abc import Callable
from pathlib import Path

from bmahr_desktop.documents.extract import set_extract
from bmahr_desktop.documents.letters import set_letter
from bmahr_desktop.documents.listing import set_listing
from bmahr_desktop.documents.reply_slip import set_reply_slip
from bmahr_desktop.documents.typesetting.document import SetPaper
from bmahr_desktop.documents.word.extract import write_extract
from bmahr_desktop.documents.word.letters import write_letter
from bmahr_desktop.documents.word.listing import write_listing
from bmahr_desktop.documents.word.reply_slip import write_reply_slip
from bmahr_desktop.domain.extract import ExtractPaper
from bmahr_desktop.domain.letter_paper import LetterPaper, ReplySlip
from bmahr_desktop.domain.listing_paper import ListingPaper
from bmahr_desktop.operations.upkeep import write_whole

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
    match paper:
        case LetterPaper():
            return set_letter(paper, crest, went_on)
        case ReplySlip():
            return set_reply_slip(paper, went_on)
        case ExtractPaper():
            return set_extract(paper, went_on)
        case ListingPaper():
            return set_listing(paper, went_on)


def write_sent_docx(paper: SentPaper, out: Path, crest: bytes | None = None) -> None:
    """Write a paper as a Word file; safe outside the main thread.

    Args:
        paper: The paper.
        out: The file; what stood there before is replaced whole.
        crest: The file of the office's picture of the Garuda, for letters.

    Raises:
        Refused: If it cannot be written.
        BadPictureError: If a picture cannot be read.
    """
    match paper:
        case LetterPaper():
            data = write_letter(paper, crest)
        case ReplySlip():
            data = write_reply_slip(paper)
        case ExtractPaper():
            data = write_extract(paper)
        case ListingPaper():
            data = write_listing(paper)
    write_whole(out, data)
