"""Projects as lines of an overview."""

import datetime

from bmahr_desktop.domain.projects.accounts import Balance
from bmahr_desktop.domain.projects.project import Footing, ProjectKind, ProjectState
from bmahr_desktop.domain.records import Record


class ProjectLine(Record, frozen=True):
    """A project in the overview of a year.

    Attributes:
        unit: The uid of its unit, where it has one on file.
        unit_name: The unit on file, else the innermost office as printed.
        person: Who is in charge.
        percent: What the last standing report tells; None where nothing is known.
        planned: What is planned to be done today; None where no step is planned.
        reports: How many standing reports there are.
        next_due: The day that the next one is due; None when none is.
    """

    uid: str
    code: str
    name: str
    year: int
    kind: ProjectKind
    footing: Footing
    state: ProjectState
    unit: str | None
    unit_name: str
    person: str
    percent: int | None = None
    planned: int | None = None
    money: Balance = Balance()
    reports: int = 0
    next_due: datetime.date | None = None

    def is_overdue(self, today: datetime.date) -> bool:
        """Tell whether a report should have come."""
        return self.next_due is not None and self.next_due < today
