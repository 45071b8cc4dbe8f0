"""Which forms can be begun: those brought along, and those in the office's folder."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from bmahr_desktop.domain.forms.definition import Definition
from bmahr_desktop.forms.shelf import Shelf, list_forms
from bmahr_desktop.i18n import Message
from bmahr_desktop.operations.crest import FORMS
from bmahr_desktop.places import shipped_forms

if TYPE_CHECKING:
    from bmahr_desktop.storage.files import KeptFiles


@dataclass(frozen=True)
class Edition:
    """An edition of a form that can be begun.

    Attributes:
        own: Whether the office made it, or changed it.
    """

    definition: Definition
    own: bool


@dataclass(frozen=True)
class FormsAtHand:
    """The forms that can be begun, and what is wrong with others.

    Attributes:
        editions: By the titles' names, the newest edition of each first.
        faults: Each with file, line and reason.
        folder: Where an office puts its own.
    """

    editions: tuple[Edition, ...]
    faults: tuple[Message, ...]
    folder: str

    def kinds(self) -> tuple[Edition, ...]:
        """Return the newest edition of every form."""
        seen: dict[str, Edition] = {}
        for one in self.editions:
            seen.setdefault(one.definition.form, one)
        return tuple(seen.values())

    def of(self, form: str) -> tuple[Edition, ...]:
        """Return the editions of a form, the newest first."""
        return tuple(one for one in self.editions if one.definition.form == form)


def shelf_of(session: Session) -> Shelf:
    """Return the forms brought along and the office's own, as their files are now."""
    files: KeptFiles = session.info["files"]
    return list_forms(shipped_forms(), files.beside(FORMS).folder)


def forms_to_begin(session: Session) -> FormsAtHand:
    """Return what can be begun now; a file dropped into the office's folder is there at once."""
    files: KeptFiles = session.info["files"]
    shelf = shelf_of(session)
    return FormsAtHand(
        tuple(Edition(one.definition, one.own) for one in shelf.forms),
        tuple(one.told() for one in shelf.faults),
        str(files.beside(FORMS).folder),
    )


def edition_of_year(shelf: Shelf, form: str, year: int, edition: str = "") -> Definition:
    """Return the newest edition of a form that is not newer than a year; else the oldest.

    Raises:
        Refused: If there is no such form, or not the edition that is named.
    """
    if edition:
        return shelf.find(form, edition)
    editions = [one.definition for one in shelf.editions(form)]
    fitting = [one for one in editions if one.edition.isdigit() and int(one.edition) <= year]
    return (fitting or editions[-1:] or [shelf.find(form)])[0]
