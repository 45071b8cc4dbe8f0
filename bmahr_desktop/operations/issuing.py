"""Papers and records that leave the office: as PDF, and as exchange files."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from bmahr_desktop.operations.exchange_out import gather, write_exchange
from bmahr_desktop.operations.papers import read_meeting

if TYPE_CHECKING:
    from bmahr_desktop.storage.files import KeptFiles


def export_meeting(session: Session, meeting: str, out: Path) -> None:
    """Write a meeting, with all that it refers to, as an exchange file.

    Raises:
        Refused: If it cannot be written.
    """
    committee = read_meeting(session, meeting).committee
    files: KeptFiles = session.info["files"]
    write_exchange(gather(session, committee, [meeting]), out, files.read)


def export_everything(session: Session, out: Path) -> None:
    """Write all records as an exchange file.

    Raises:
        Refused: If it cannot be written.
    """
    files: KeptFiles = session.info["files"]
    write_exchange(gather(session), out, files.read)
