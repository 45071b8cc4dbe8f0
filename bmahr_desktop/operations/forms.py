"""Forms: which are at hand, and from a definition to paper, PDF and Word. No records are read."""

from collections.abc import Callable
from pathlib import Path

from bmahr_desktop.documents.form_sheets.setting import set_form
from bmahr_desktop.documents.typesetting.document import SetPaper
from bmahr_desktop.domain.forms.composing import example_form
from bmahr_desktop.domain.forms.definition import Definition
from bmahr_desktop.domain.forms.paper import FilledPaper
from bmahr_desktop.forms.reading import read_form_file
from bmahr_desktop.forms.shelf import Shelf, list_forms
from bmahr_desktop.operations.upkeep import write_whole
from bmahr_desktop.places import DataPlace, shipped_forms


def forms_at_hand(place: DataPlace) -> Shelf:
    """Return all forms: those brought along, and the office's own, as their files are now."""
    return list_forms(shipped_forms(), place.forms)


def read_form(path: Path) -> Definition:
    """Return a definition from a file anywhere.

    Raises:
        Refused: If something is wrong in it; each message names file, line and reason.
    """
    return read_form_file(path)


def preview_form(definition: Definition) -> FilledPaper:
    """Return a form with the invented values of its definition, or blank."""
    return example_form(definition)


def set_form_paper(
    paper: FilledPaper, went_on: Callable[[int], None] | None = None, crest: bytes | None = None
) -> SetPaper:
    """Set a form in type; safe outside the main thread.

    Args:
        paper: The form, filled or blank.
        went_on: Called with the number of each finished page; it may raise to stop.
        crest: The file of the office's picture of the Garuda, for letters.

    Raises:
        Refused: If something in it cannot stand on a page.
        BadPictureError: If a picture cannot be read.
    """
    return set_form(paper, crest, went_on)


def write_form_paper(paper: FilledPaper, out: Path, crest: bytes | None = None) -> int:
    """Write a form to a file: Word or PDF, by the ending of its name; return how many pages.

    Args:
        paper: The form, filled or blank.
        out: The file; what stood there before is replaced whole.
        crest: The file of the office's picture of the Garuda, for letters.

    Returns:
        The number of pages; 0 for Word, which makes its own.

    Raises:
        Refused: If it cannot be set, or not be written.
        BadPictureError: If a picture cannot be read.
    """
    if out.suffix.lower() == ".docx":
        # What writes Word files takes a tenth of a second to load.
        from bmahr_desktop.documents.word.forms import write_form  # noqa: PLC0415

        write_whole(out, write_form(paper, crest))
        return 0
    made = set_form(paper, crest)
    write_whole(out, made.pdf)
    return made.pages
