"""What a project aims at: a text, and the groups of people that it gathers."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGroupBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.projects.costs import gathered
from bmahr_desktop.domain.projects.project import Project, ProjectText, TargetGroup, TextKind
from bmahr_desktop.domain.records import Record, new_uid
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.number_field import NumberField
from bmahr_desktop.ui.fields.word_field import ChoiceField
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.marks import State
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.projects.project_form import ProjectForm
from bmahr_desktop.ui.projects.row_form import RowForm
from bmahr_desktop.ui.projects.rows import RecordRows, RowsWords
from bmahr_desktop.ui.projects.sections import Around, Section
from bmahr_desktop.ui.projects.standing_label import StandingLabel
from bmahr_desktop.ui.projects.text_section import ProjectTextField, is_written
from bmahr_desktop.ui.projects.wording import GROUP_KINDS, TEXTS
from bmahr_desktop.ui.wording import choices

_MOST = 999_999_999
_TOP = Qt.AlignmentFlag.AlignTop


class GroupRow(RowForm):
    """A group: who they are, and how many come how often; the product stands beside."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, Kind.TARGET_GROUP, parent)
        first = QHBoxLayout()
        first.setSpacing(GRID)
        text = self.put_text("text", msg("Who they are"), lines=1)
        kind = self.put_choice("kind", msg("As what"), ChoiceField(choices(GROUP_KINDS)))
        first.addWidget(text, 1, _TOP)
        first.addWidget(kind, 0, _TOP)
        second = QHBoxLayout()
        second.setSpacing(GRID)
        for name, label in (
            ("meetings", msg("Times")),
            ("per_meeting", msg("People each time")),
            ("people", msg("People in all")),
        ):
            field = self.put_typed(name, label, NumberField(0, _MOST))
            field.setFixedWidth(18 * GRID)
            second.addWidget(field, 0, _TOP)
        self.sum = StandingLabel(self)
        self.sum.setObjectName("group_sum")
        self.take = QPushButton(worded(msg("Take the product")), self)
        self.take.setObjectName("group_take")
        self.take.setAutoDefault(False)
        self.take.clicked.connect(self._take)
        self.bind_act(self.take)
        second.addWidget(self.sum, 1)
        second.addWidget(self.take)
        self.column.addLayout(first)
        self.column.addLayout(second)

    def compute(self) -> None:
        """Show times × people each time, and whether it is the number that is stated."""
        group: TargetGroup = self.record
        found = gathered(group)
        self.take.setVisible(found is not None and found != group.people)
        if found is None:
            self.sum.clear_words()
            return
        words = msg(
            "{meetings:,} × {each:,} = {found:,} people",
            meetings=group.meetings, each=group.per_meeting, found=found,
        )  # fmt: skip
        state = State.DONE if found == group.people else State.WAITING
        if group.people is None:
            state = State.NEUTRAL
        elif found != group.people:
            words = msg(
                "{meetings:,} × {each:,} = {found:,} people, not {people:,}",
                meetings=group.meetings, each=group.per_meeting, found=found,
                people=group.people,
            )  # fmt: skip
        self.sum.show_standing(state, said(words))

    def _take(self) -> None:
        self.flush()
        self.keep("people", gathered(self.record))
        self.show_field("people")


class TotalsForm(ProjectForm):
    """People and meetings in all, as the targets state them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for name, label in (
            ("people", msg("People in all, all groups")),
            ("meetings", msg("Times in all")),
        ):
            field = self.typed(name, label, NumberField(0, _MOST))
            field.setFixedWidth(26 * GRID)
            row.addWidget(field, 0, _TOP)
        self.sum = StandingLabel(self)
        self.sum.setObjectName("groups_sum")
        row.addWidget(self.sum, 1)

    def show_sum(self, groups: list[TargetGroup]) -> None:
        """Show what the groups make together, and whether that is what is stated."""
        known = [one.people for one in groups if one.people is not None]
        if not groups or self.record is None:
            self.sum.clear_words()
            return
        found, stated = sum(known), self.record.people
        words: Message = msg("The groups make {found:,} people", found=found)
        state = State.NEUTRAL
        if len(known) < len(groups):
            words = msg("The groups that are known make {found:,} people", found=found)
        elif stated is not None:
            state = State.DONE if found == stated else State.WAITING
            if found != stated:
                words = msg(
                    "The groups make {found:,} people, not {stated:,}", found=found, stated=stated
                )
        self.sum.show_standing(state, said(words))


class TargetsSection(Section):
    """เป้าหมาย: the text, the groups, the totals."""

    title = TEXTS[TextKind.TARGETS]
    kinds = frozenset({Kind.TARGET_GROUP, Kind.PROJECT_TEXT})
    fields = frozenset({"people", "meetings"})

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.text = ProjectTextField(self.desk, TextKind.TARGETS, self)
        self.text.setMinimumHeight(28 * GRID)
        self.groups = RecordRows(
            around,
            Kind.TARGET_GROUP,
            lambda parent: GroupRow(self.desk, parent),
            lambda: TargetGroup(new_uid()),
            RowsWords(
                msg("Add a group (Insert)"),
                msg("No group of people yet: whom does the project gather?"),
                msg("The group was removed"),
            ),
            self,
        )
        self.totals = TotalsForm(self.desk, self)
        box = QGroupBox(worded(msg("Target groups and people concerned")), self)
        inner = QVBoxLayout(box)
        inner.setSpacing(GRID)
        inner.addWidget(self.groups)
        inner.addWidget(self.totals)
        self.column.addWidget(self.text, 1)
        self.column.addWidget(box)
        self.groups.changed.connect(self._add_up)
        self.totals.amended.connect(lambda _: self._add_up())

    @classmethod
    def is_complete(cls, project: Project) -> bool:
        """Tell whether something is aimed at, and all groups are counted."""
        counted = all(one.people is not None for one in project.groups)
        written = is_written(project, TextKind.TARGETS)
        return counted and (written or bool(project.groups))

    @classmethod
    def holds(cls, kind: Kind, part: Record | None, field: str) -> bool:
        """Tell whether it is the text of the targets, a group, or a total."""
        if kind is Kind.PROJECT_TEXT:
            return isinstance(part, ProjectText) and part.kind is TextKind.TARGETS
        return super().holds(kind, part, field)

    def show_project(self, uid: str | None) -> None:
        """Show the targets of a project."""
        self.text.show_owner(uid)
        self.totals.show_uid(uid)
        self.groups.show_owner(uid)
        self._add_up()

    def flush(self) -> bool:
        """Keep what is typed."""
        kept = (self.text.body.flush(), self.groups.flush(), self.totals.flush())
        return all(kept)

    def drop_unkept(self) -> None:
        """Throw away what could not be kept."""
        for one in (self.text.body, self.groups, self.totals):
            one.drop_unkept()

    def go_to(self, kind: Kind, uid: str, field: str) -> bool:
        """Put the keyboard into the text, a group, or a total."""
        if kind is Kind.TARGET_GROUP:
            return self.groups.go_to(uid, field)
        if kind is Kind.PROJECT and self.totals.focus_field(field):
            return True
        self.text.begin()
        return True

    def _add_up(self) -> None:
        self.totals.show_sum([row.record for row in self.groups.rows])
