"""What a project is: its code and names, whose it is, who is in charge."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import OutOfReach
from bmahr_desktop.domain.projects.project import Project
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations.people import list_units
from bmahr_desktop.operations.registers import list_people
from bmahr_desktop.ui.fields.number_field import NumberField
from bmahr_desktop.ui.fields.word_field import ChoiceField
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.projects.project_form import ProjectForm, grid_of
from bmahr_desktop.ui.projects.sections import Around, Section
from bmahr_desktop.ui.projects.unit_picks import path_of, unit_picks
from bmahr_desktop.ui.projects.wording import FOOTINGS, PROJECT_NAMES, PROJECT_STATES
from bmahr_desktop.ui.records.person_field import PersonField
from bmahr_desktop.ui.records.pick_field import PickField
from bmahr_desktop.ui.wording import choices

_TOP = Qt.AlignmentFlag.AlignTop
_FIELDS = (
    "code", "name", "aliases", "year", "kind", "footing", "state", "unit", "offices", "manager",
    "person", "coordinator", "model",
)  # fmt: skip


class IdentityForm(ProjectForm):
    """Code, name, year, kind and state; the unit with its path; who is to be called."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(around.desk, parent)
        self._today = around.today
        self._paths: dict[str, tuple[str, ...]] = {}
        self._names: dict[str, str] = {}
        self.unit, self.person = PickField(), PersonField()
        self.year = NumberField(2400, 2999)
        grid = grid_of(6)
        hint = msg("In full, as its papers print it")
        grid.addWidget(self.word("name", msg("Name of the project"), hint), 0, 0, 1, 6, _TOP)
        hint = msg("8 digits, a hyphen, 4 digits; empty while it has none")
        grid.addWidget(self.word("code", msg("Code of the project"), hint), 1, 0, 1, 3, _TOP)
        year = self.typed("year", msg("Fiscal year"), self.year)
        grid.addWidget(year, 1, 3, 1, 1, _TOP)
        state = self.choice("state", msg("State"), ChoiceField(choices(PROJECT_STATES)))
        grid.addWidget(state, 1, 4, 1, 2, _TOP)
        kind = self.choice("kind", msg("What it is called"), ChoiceField(choices(PROJECT_NAMES)))
        grid.addWidget(kind, 2, 0, 1, 2, _TOP)
        footing = self.choice("footing", msg("What it serves"), ChoiceField(choices(FOOTINGS)))
        grid.addWidget(footing, 2, 2, 1, 2, _TOP)
        hint = msg("As “study project”")
        grid.addWidget(self.word("model", msg("Form of the project"), hint), 2, 4, 1, 2, _TOP)
        self._put_offices(grid)
        hint = msg("Wordings of the name in older papers, each on its own line")
        grid.addWidget(self.lines("aliases", msg("Other names"), hint), 7, 0, 1, 6, _TOP)
        grid.setContentsMargins(0, 0, 0, GRID)
        self.setLayout(grid)
        self.amended.connect(self._follow)

    def _put_offices(self, grid: QGridLayout) -> None:
        unit = self.typed("unit", msg("Unit on file"), self.unit)
        grid.addWidget(unit, 3, 0, 1, 3, _TOP)
        hint = msg("Office, division, group: each on its own line")
        offices = self.lines("offices", msg("Unit as printed"), hint, lines=3)
        grid.addWidget(offices, 3, 3, 2, 3, _TOP)
        person = self.typed("person", msg("In charge, on file"), self.person)
        grid.addWidget(person, 4, 0, 1, 3, _TOP)
        grid.addWidget(self.word("manager.name", msg("In charge, as printed")), 5, 0, 1, 3, _TOP)
        grid.addWidget(self.word("manager.phone", msg("Telephone")), 5, 3, 1, 3, _TOP)
        name = self.word("coordinator.name", msg("Coordinator of the other office"))
        grid.addWidget(name, 6, 0, 1, 2, _TOP)
        grid.addWidget(self.word("coordinator.office", msg("Their office")), 6, 2, 1, 2, _TOP)
        grid.addWidget(self.word("coordinator.phone", msg("Their telephone")), 6, 4, 1, 2, _TOP)

    def offer(self) -> None:
        """Offer the units and people that are on file now."""
        try:
            units = self._desk.read(list_units)
            people = self._desk.read(list_people, self._today())
        except OutOfReach:
            return
        known = {one.uid: one for one in units}
        self._paths = {one.uid: path_of(one, known) for one in units}
        self._names = {one.uid: one.printed for one in people}
        self.unit.set_picks(unit_picks(units))
        self.person.set_people(people)

    def _follow(self, field: str) -> None:
        """Print what was picked on file, where nothing that was typed stands there."""
        if field == "unit" and self.record.offices in ((), *self._paths.values()):
            self._put("offices", self._paths.get(self.record.unit or "", ()))
        elif field == "person" and self.record.manager.name in ("", *self._names.values()):
            self._put("manager.name", self._names.get(self.record.person or "", ""))

    def _put(self, field: str, value: object) -> None:
        if value:
            self.keep(field, value)
            self.show_field(field)


class IdentitySection(Section):
    """The section that names the project."""

    title = msg("The project")
    kinds = frozenset({Kind.PROJECT})
    fields = frozenset(_FIELDS)

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.form = IdentityForm(around, self)
        self.column.addWidget(self.form)
        self.column.addStretch(1)

    @classmethod
    def is_complete(cls, project: Project) -> bool:
        """Tell whether it has a code, a unit, and somebody in charge."""
        return bool(project.code and project.offices and project.manager.name)

    def show_project(self, uid: str | None) -> None:
        """Show a project."""
        self.form.offer()
        self.form.show_uid(uid)

    def flush(self) -> bool:
        """Keep what is typed."""
        return self.form.flush()

    def drop_unkept(self) -> None:
        """Throw away what could not be kept."""
        self.form.drop_unkept()

    def go_to(self, kind: Kind, uid: str, field: str) -> bool:
        """Put the keyboard into a field."""
        if not self.form.focus_field(field):
            self.begin()
        return True
