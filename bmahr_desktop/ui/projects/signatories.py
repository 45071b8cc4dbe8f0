"""Who signs the proposal, and as what."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import OutOfReach
from bmahr_desktop.domain.projects.project import Project, Signatory
from bmahr_desktop.domain.records import Record, new_uid
from bmahr_desktop.domain.registers import PersonLine
from bmahr_desktop.i18n import msg, paper
from bmahr_desktop.operations.registers import list_people
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.word_field import WordField
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.projects.row_form import RowForm
from bmahr_desktop.ui.projects.rows import RowsWords
from bmahr_desktop.ui.projects.rows_section import RowsSection
from bmahr_desktop.ui.projects.sections import Around
from bmahr_desktop.ui.records.person_field import PersonField

_TOP = Qt.AlignmentFlag.AlignTop


class SignatoryRow(RowForm):
    """Who signs: picked from the register or typed, and what stands under the name."""

    def __init__(self, desk: Desk, people: list[PersonLine], parent: QWidget | None = None) -> None:
        super().__init__(desk, Kind.SIGNATORY, parent)
        self._people = {one.uid: one for one in people}
        role = WordField()
        usual = QCompleter([paper("proposer of the project"), paper("approver of the project")])
        usual.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        usual.setParent(role)
        role.setCompleter(usual)
        person = PersonField()
        person.set_people(people)
        first, second = QHBoxLayout(), QHBoxLayout()
        for line in (first, second):
            line.setSpacing(GRID)
            self.column.addLayout(line)
        first.addWidget(self.put_word("role", msg("Signs as"), role), 1, _TOP)
        first.addWidget(self.put_typed("person", msg("Signatory on file"), person), 1, _TOP)
        second.addWidget(self.put_word("name", msg("Name in the brackets")), 1, _TOP)
        second.addWidget(self.put_lines("lines", msg("Post and office, on lines")), 1, _TOP)
        self.amended.connect(self._follow)

    def _follow(self, field: str) -> None:
        """Print who was picked, where nothing that was typed stands there."""
        signer: Signatory = self.record
        person = self._people.get(signer.person or "")
        if field != "person" or person is None:
            return
        if signer.name in ("", *(one.printed for one in self._people.values())):
            self.keep("name", person.printed)
            self.show_field("name")
        if not signer.lines:
            self.keep("lines", tuple(filter(None, (person.job, person.unit))))
            self.show_field("lines")


class SignatoriesSection(RowsSection):
    """ผู้เสนอโครงการ and ผู้อนุมัติโครงการ."""

    title = msg("Signatures of the proposal")
    kind = Kind.SIGNATORY
    kinds = frozenset({Kind.SIGNATORY})
    words = RowsWords(
        msg("Add a signatory (Insert)"),
        msg("Nobody signs yet: who proposes the project, and who approves it?"),
        msg("The signatory was removed"),
    )

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        self._people: list[PersonLine] = []
        super().__init__(around, parent)

    @classmethod
    def is_complete(cls, project: Project) -> bool:
        """Tell whether one proposes and one approves."""
        signing = [one for one in project.signatories if one.role and one.name]
        return len(signing) >= 2 and len(signing) == len(project.signatories)

    def show_project(self, uid: str | None) -> None:
        """Show who signs for a project."""
        try:
            self._people = self.desk.read(list_people, self.around.today())
        except OutOfReach:
            self._people = []
        super().show_project(uid)

    def made_row(self, parent: QWidget) -> RowForm:
        """Return a new row."""
        return SignatoryRow(self.desk, self._people, parent)

    def made_record(self) -> Record:
        """Return a new signatory, the proposer first."""
        roles = (paper("proposer of the project"), paper("approver of the project"))
        taken = {row.record.role for row in self.rows.rows}
        role = next((one for one in roles if one not in taken), "")
        return Signatory(new_uid(), role)
