"""What a pack is made of, and why something may not be in it."""

import datetime
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from bmahr_desktop.thai.digits import DigitStyle


class Why(Enum):
    """Why the pages of a file are not in a pack."""

    OTHER_KIND = "other_kind"
    MISSING = "missing"
    EMPTY = "empty"
    BROKEN = "broken"
    LOCKED = "locked"
    LIVE_FORM = "live_form"
    TOO_MANY_PAGES = "too_many_pages"
    TOO_LARGE = "too_large"
    PAGE_TOO_LARGE = "page_too_large"
    PICTURE_TOO_LARGE = "picture_too_large"
    TOO_INTRICATE = "too_intricate"


class UnfitError(Exception):
    """A file cannot be put into a pack as pages.

    Attributes:
        why: The reason.
    """

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why


@dataclass(frozen=True)
class Limits:
    """How much is put into one pack.

    Attributes:
        pages: So many pages it may have.
        size: So many bytes it may have.
        objects: So many objects one file may bring.
        seconds: So long one file may be worked on.
    """

    pages: int = 5_000
    size: int = 300_000_000
    objects: int = 500_000
    seconds: float = 90.0


@dataclass(frozen=True)
class Enclosure:
    """A file to be put in.

    Attributes:
        title: What it is called in the papers.
        file_name: What the file is called.
        size: In bytes.
        content: Its bytes, or where they lie; None for a file that is missing or was altered.
        media_type: As far as it is known, "application/pdf".
        label: Its number in the agenda, "๓.๑"; empty for the meeting's own.
        under: The entries of the outline that it stands below, the outermost first.
    """

    title: str
    file_name: str
    size: int
    content: bytes | Path | None
    media_type: str = ""
    label: str = ""
    under: tuple[str, ...] = ()

    @property
    def suffix(self) -> str:
        """The end of the file's name, ".pdf", in small letters."""
        return Path(self.file_name).suffix.lower()


@dataclass(frozen=True)
class PackPaper:
    """A pack to be made.

    Attributes:
        title: Shown by readers in the title bar.
        agenda: The agenda paper, a PDF.
        agenda_title: Its entry in the outline.
        enclosures: What follows it, in this order.
        changed: When the record was last changed; the only date in the file, so that the same
            record gives the same bytes.
        author: The body that issues the pack.
        digits: How the stamp and the sheets write numbers.
    """

    title: str
    agenda: bytes
    agenda_title: str
    enclosures: tuple[Enclosure, ...]
    changed: datetime.datetime
    author: str = ""
    digits: DigitStyle = DigitStyle.THAI


@dataclass(frozen=True)
class LeftOut:
    """A file of which only a sheet is in the pack."""

    title: str
    why: Why


@dataclass(frozen=True)
class SetPack:
    """A finished pack.

    Attributes:
        pdf: The file.
        pages: How many pages it has.
        left_out: What is to be supplied separately.
        signed: The titles of what went in unstamped, its original embedded.
    """

    pdf: bytes
    pages: int
    left_out: tuple[LeftOut, ...]
    signed: tuple[str, ...]
