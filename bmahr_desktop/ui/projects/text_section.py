"""The parts of a proposal that are written freely."""

from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from bmahr_desktop.domain.body import words_of
from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import OutOfReach, Refused
from bmahr_desktop.domain.projects.project import Project, ProjectText, TextKind
from bmahr_desktop.domain.records import Record, new_uid
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations import records
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName
from bmahr_desktop.ui.notices import EmptyState, ErrorNote
from bmahr_desktop.ui.projects.sections import Around, Section
from bmahr_desktop.ui.projects.wording import TEXTS
from bmahr_desktop.ui.records.body_field import BodyField


class ProjectTextField(QWidget):
    """The body of one text of a project; where the project has no such text, the way to begin."""

    def __init__(self, desk: Desk, kind: TextKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"project_{kind.value}")
        self._desk, self._text_kind = desk, kind
        self._owner = ""
        self.body = BodyField(desk, self)
        self.body.bar.leave_statements_out()
        self.body.editor.setAccessibleName(said(TEXTS[kind]))
        self.none = EmptyState(
            IconName.PEN, msg("Nothing is written here yet."), msg("Begin to write"), self
        )
        self.none.next_step.connect(self.begin)
        self.note = ErrorNote(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.none)
        self._stack.addWidget(self.body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.note)
        desk.changed.connect(self._on_changed)

    def show_owner(self, uid: str | None) -> None:
        """Show the text of a project; None for none."""
        if (uid or "") != self._owner:
            self.body.forget_documents()
        self._owner = uid or ""
        self._read_again()

    def begin(self) -> None:
        """Put the keyboard into the text, and make a place for it where there is none."""
        if self._stack.currentWidget() is self.none:
            made = ProjectText(new_uid(), self._text_kind)
            try:
                self._desk.write(self, records.add, Kind.PROJECT_TEXT, made, self._owner)
            except Refused as refused:
                self.note.show_text(said(refused.messages[0]))
                return
            self._read_again()
        self.body.editor.setFocus()

    def _read_again(self) -> None:
        found = None
        if self._owner:
            try:
                texts = self._desk.read(records.read_parts_of, Kind.PROJECT_TEXT, self._owner)
            except OutOfReach:
                return
            found = next((one for one in texts if one.record.kind is self._text_kind), None)
        if found is not None:
            self.body.show_body(Kind.PROJECT_TEXT, found, "")
        self.note.show_text("")
        self._stack.setCurrentWidget(self.body if found else self.none)

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        added = Kind.PROJECT_TEXT in changes.kinds and self._stack.currentWidget() is self.none
        if added and initiator is not self:
            self._read_again()


class TextSection(Section):
    """A section that is one text; derived classes say which one."""

    text_kind: ClassVar[TextKind]
    kinds = frozenset({Kind.PROJECT_TEXT})
    roomy = True

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.text = ProjectTextField(self.desk, self.text_kind, self)
        self.column.addWidget(self.text, 1)

    @classmethod
    def is_complete(cls, project: Project) -> bool:
        """Tell whether something is written."""
        return is_written(project, cls.text_kind)

    @classmethod
    def holds(cls, kind: Kind, part: Record | None, field: str) -> bool:
        """Tell whether it is this text."""
        if kind is Kind.PROJECT_TEXT and isinstance(part, ProjectText):
            return part.kind is cls.text_kind
        return super().holds(kind, part, field) and kind is Kind.PROJECT

    def show_project(self, uid: str | None) -> None:
        """Show the text of a project."""
        self.text.show_owner(uid)

    def flush(self) -> bool:
        """Keep what is typed."""
        return self.text.body.flush()

    def drop_unkept(self) -> None:
        """Throw away what could not be kept."""
        self.text.body.drop_unkept()

    def begin(self) -> None:
        """Put the keyboard into the text, or on the way to begin it."""
        if self.text.none.isVisible():
            self.text.none.button.setFocus()
        else:
            self.text.body.editor.setFocus()


def is_written(project: Project, kind: TextKind) -> bool:
    """Tell whether a text of a project holds any words."""
    return any(words_of(one.body).strip() for one in project.texts if one.kind is kind)


class RationaleSection(TextSection):
    """หลักการและเหตุผล."""

    title = TEXTS[TextKind.RATIONALE]
    text_kind = TextKind.RATIONALE


class ObjectivesSection(TextSection):
    """วัตถุประสงค์."""

    title = TEXTS[TextKind.OBJECTIVES]
    text_kind = TextKind.OBJECTIVES


class CharacteristicsSection(TextSection):
    """ลักษณะของโครงการ."""

    title = TEXTS[TextKind.CHARACTERISTICS]
    text_kind = TextKind.CHARACTERISTICS


class BenefitsSection(TextSection):
    """ประโยชน์ที่จะได้รับ."""

    title = TEXTS[TextKind.BENEFITS]
    text_kind = TextKind.BENEFITS


class MonitoringSection(TextSection):
    """การติดตามความก้าวหน้า."""

    title = TEXTS[TextKind.MONITORING]
    text_kind = TextKind.MONITORING


class EvaluationSection(TextSection):
    """การประเมินผลโครงการ."""

    title = TEXTS[TextKind.EVALUATION]
    text_kind = TextKind.EVALUATION
