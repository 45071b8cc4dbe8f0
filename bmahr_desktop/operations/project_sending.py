"""A project on its way to the secretary: its papers, and the data file that they came from."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.exchange import Exchange
from bmahr_desktop.domain.forms.paper import FilledPaper
from bmahr_desktop.i18n import Message
from bmahr_desktop.operations.crest import crest_of
from bmahr_desktop.operations.exchange_out import gather_projects, write_exchange
from bmahr_desktop.operations.filled_forms import list_filled
from bmahr_desktop.operations.form_papers import read_form_paper, read_project_paper
from bmahr_desktop.operations.form_shelf import shelf_of
from bmahr_desktop.operations.forms import set_form_paper
from bmahr_desktop.operations.projects import read_project
from bmahr_desktop.operations.upkeep import write_whole

if TYPE_CHECKING:
    from bmahr_desktop.storage.files import KeptFiles

_USUAL = "progress"
"""The form that goes along where none was filled in."""


@dataclass(frozen=True)
class Sending:
    """What goes out.

    Attributes:
        name: Of the project, by its code where it has one.
        exchange: The records.
        read: Gives the content of a file that travels with them.
        papers: What each paper is called, and the paper.
        missing: What is told of papers that could not be made.
        crest: The office's picture of the Garuda.
    """

    name: str
    exchange: Exchange
    read: Callable[[str], bytes | None]
    papers: tuple[tuple[str, FilledPaper], ...]
    missing: tuple[Message, ...]
    crest: bytes | None


def gather_sending(session: Session, uid: str) -> Sending:
    """Return a project with all forms that were filled for it, ready to be written.

    Raises:
        Refused: If the project is not on file.
    """
    project = read_project(session, uid)
    papers: list[tuple[str, FilledPaper]] = []
    missing: list[Message] = []
    forms = list_filled(session, uid)
    for line in reversed(forms):
        try:
            papers.append((line.title, read_form_paper(session, line.uid)))
        except Refused as refused:
            missing += refused.messages[:1]
    if not forms and shelf_of(session).editions(_USUAL):
        title = shelf_of(session).editions(_USUAL)[0].definition.title
        papers.append((title, read_project_paper(session, _USUAL, uid)))
    files: KeptFiles = session.info["files"]
    return Sending(
        f"{project.code} {project.name}".strip(),
        gather_projects(session, [uid]),
        files.read,
        tuple(papers),
        tuple(missing),
        crest_of(session),
    )


def write_sending(
    sending: Sending,
    folder: Path,
    name_of: Callable[[str], str],
    went_on: Callable[[int], None] | None = None,
) -> list[Path]:
    """Write the papers as PDF files and the data file, each over one of the same name.

    Args:
        sending: What goes out.
        folder: Where to.
        name_of: Returns words as a file's name takes them.
        went_on: Called after each page; it may raise to stop.

    Returns:
        The files, the data file last.

    Raises:
        Refused: If one cannot be set or written.
    """
    written: list[Path] = []
    names: set[str] = set()
    for title, paper in sending.papers:
        stem = name_of(f"{title} {sending.name}")
        number = 1
        while stem in names:
            number += 1
            stem = name_of(f"{title} ({number}) {sending.name}")
        names.add(stem)
        made = set_form_paper(paper, went_on, sending.crest)
        written.append(folder / f"{stem}.pdf")
        write_whole(written[-1], made.pdf)
    data = folder / f"{name_of(sending.name)}.zip"
    write_exchange(sending.exchange, data, sending.read)
    return [*written, data]
