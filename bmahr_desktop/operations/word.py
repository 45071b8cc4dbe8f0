"""Papers as Word files, for directors who edit in Word."""

from pathlib import Path

from bmahr_desktop.documents.word.minutes import write_minutes
from bmahr_desktop.domain.minutes import MinutesPaper
from bmahr_desktop.operations.upkeep import write_whole

ENDING = ".docx"
"""How the names of Word files end."""


def write_minutes_docx(minutes: MinutesPaper, out: Path) -> None:
    """Write the minutes as a Word file; safe outside the main thread.

    Args:
        minutes: The paper.
        out: The file; what stood there before is replaced whole.

    Raises:
        Refused: If it cannot be written.
        BadPictureError: If a picture cannot be read.
    """
    write_whole(out, write_minutes(minutes))
