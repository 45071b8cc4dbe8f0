"""What a file of exchange holds."""

from typing import Annotated, Final, Literal

from msgspec import Meta

from bmahr_desktop.domain.agenda import AgendaTemplate
from bmahr_desktop.domain.committee import Committee, Membership
from bmahr_desktop.domain.forms.filled import FilledForm
from bmahr_desktop.domain.meeting import Meeting
from bmahr_desktop.domain.modules import TextModule
from bmahr_desktop.domain.people import Person, Unit
from bmahr_desktop.domain.projects.project import Project
from bmahr_desktop.domain.records import Name, Record, Sha256, ShortText
from bmahr_desktop.domain.register_query import SavedSearch

FORMAT: Final = "bmahr-desktop/exchange"
VERSION: Final = 2


class FileEntry(Record, frozen=True):
    """A file that travels beside the records, named by its content.

    Attributes:
        name: What it was called at home; never used as a place.
    """

    sha256: Sha256
    name: Name
    size: Annotated[int, Meta(ge=0, description="In bytes.")]
    media_type: ShortText = ""


class Exchange(Record, frozen=True):
    """Committees, people, meetings, projects and forms, whole."""

    format: Literal["bmahr-desktop/exchange"]
    version: Literal[1, 2]
    units: tuple[Unit, ...] = ()
    people: tuple[Person, ...] = ()
    committees: tuple[Committee, ...] = ()
    memberships: tuple[Membership, ...] = ()
    templates: tuple[AgendaTemplate, ...] = ()
    modules: tuple[TextModule, ...] = ()
    searches: tuple[SavedSearch, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    projects: tuple[Project, ...] = ()
    forms: tuple[FilledForm, ...] = ()
    files: tuple[FileEntry, ...] = ()
