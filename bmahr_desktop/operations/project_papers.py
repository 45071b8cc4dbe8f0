"""Papers about projects: the picture of the progress."""

import datetime
from collections.abc import Callable

from sqlalchemy.orm import Session

from bmahr_desktop.documents.project_picture import set_project_picture
from bmahr_desktop.documents.typesetting.document import SetPaper
from bmahr_desktop.domain.projects.picture import ProjectPicture, compose_picture
from bmahr_desktop.operations.projects import read_project
from bmahr_desktop.thai.digits import DigitStyle


def read_picture(
    session: Session,
    uid: str,
    today: datetime.date,
    digits: DigitStyle = DigitStyle.THAI,
) -> ProjectPicture:
    """Return the picture of a project as frozen values.

    Args:
        session: The records.
        uid: The project.
        today: Where the line of today stands.
        digits: Of the figures.

    Raises:
        Refused: If the project is not on file.
    """
    return compose_picture(read_project(session, uid), today, digits)


def set_picture(picture: ProjectPicture, went_on: Callable[[int], None] | None = None) -> SetPaper:
    """Set the picture of a project in type; safe outside the main thread.

    Args:
        picture: What it shows.
        went_on: Called with the number of each finished page; it may raise to stop.
    """
    return set_project_picture(picture, went_on)
