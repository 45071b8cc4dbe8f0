"""Agenda templates: what the agendas of a committee's meetings begin with."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bmahr_desktop.domain.agenda import AgendaTemplate
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.domain.registers import CommitteeLine
from bmahr_desktop.i18n import msg, verbatim, worded
from bmahr_desktop.operations import committees, registers
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.word_field import ChoiceField
from bmahr_desktop.ui.look.icons import IconName
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.notices import EmptyState
from bmahr_desktop.ui.office.draft_form import DraftForm
from bmahr_desktop.ui.office.items_field import ItemsField
from bmahr_desktop.ui.office.lists import Line, Register
from bmahr_desktop.ui.office.register_pane import RegisterPane
from bmahr_desktop.ui.records.bound import Entry
from bmahr_desktop.ui.records.list_tools import moving, removing


class TemplateForm(DraftForm):
    """Name, committee and items of a template."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, Kind.TEMPLATE, parent)
        self.setObjectName("template_form")
        self.committee = ChoiceField()
        self.committee.setSizeAdjustPolicy(
            ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.committee.setMinimumContentsLength(20)
        self.items = ItemsField()
        self.items.edited.connect(lambda items: self.keep("items", items))
        entry = Entry("items", self.items.set_items, self.items.commit, None, self.items.forget)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(self.word("name", msg("&Name of the template")), 1)
        row.addWidget(self.choice("committee", msg("&Committee"), self.committee), 1)
        self.bind(entry)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 0, GRID, 0)
        column.setSpacing(2 * GRID)
        column.addLayout(row)
        column.addWidget(self.items, 1)

    def show_committees(self, lines: list[CommitteeLine]) -> None:
        """Offer the committees."""
        self.committee.set_choices([(one.uid, verbatim(one.name)) for one in lines])
        # Of a committee that was removed the template is gone too; another will be shown.
        if self.record is not None and self.record.committee in {one.uid for one in lines}:
            self.show_field("committee")

    def put_on_file(self, record: Any) -> None:
        """Put a new template behind the others of its committee."""
        self._desk.write(self, committees.add_template, record)


class TemplatesPane(RegisterPane[Register, TemplateForm]):
    """The templates of all committees."""

    kind = Kind.TEMPLATE
    removed_words = msg("The template was removed")
    watched = frozenset({Kind.COMMITTEE})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        register = Register((msg("Name"), msg("Committee")))
        super().__init__(desk, register, TemplateForm(desk), parent)
        self.setObjectName("templates_pane")
        self._committees: list[CommitteeLine] = []
        self._templates: dict[str, AgendaTemplate] = {}
        self.list.setObjectName("templates_list")
        self.list.setAccessibleName(worded(msg("Agenda templates")))
        self.form.items.removed.connect(self._offer_item)
        empty = EmptyState(
            IconName.LIST_ORDERED,
            msg("No template yet. A new meeting takes its agenda from one."),
            msg("Add a template"),
        )
        tools = [
            (IconName.PLUS, msg("Add a template (Insert)"), "template_add", self.add),
            *moving("template", self.move_chosen),
            removing("template", self.remove),
        ]
        self.lay_out(tools, empty, self.form)
        self.splitter.setSizes([340, 740])
        self.list.setColumnWidth(1, 110)

    def refill(self) -> None:
        """Read templates and committees again."""
        self._committees = self._desk.read(registers.list_committees)
        order = [one.uid for one in self._committees]
        names = {one.uid: one for one in self._committees}
        self.form.show_committees(self._committees)
        found = [
            one for one in self._desk.read(committees.list_templates) if one.committee in names
        ]
        found.sort(key=lambda one: order.index(one.committee))
        self._templates = {one.uid: one for one in found}
        self.list.fill(
            [
                Line(
                    one.uid,
                    (one.name, names[one.committee].code),
                    f"{one.name} · {names[one.committee].name}",
                )
                for one in found
            ]
        )

    def add(self) -> None:
        """Begin a template of the committee whose template is chosen, else of the first."""
        if not self.leave_draft():
            return
        if not self._committees:
            self.note.show_text(
                worded(msg("A template belongs to a committee. Add the committee first."))
            )
            return
        chosen = self._templates.get(self.list.current())
        committee = chosen.committee if chosen else self._committees[0].uid
        self.begin(AgendaTemplate(uid=new_uid(), committee=committee, name=""))

    def put_elsewhere(self, uid: str, by: int) -> None:
        """Move a record up or down among its neighbours."""
        self._desk.write(self, committees.move_template, uid, by)

    def _offer_item(self, before: object) -> None:
        uid = self.form.record.uid

        def take_back() -> None:
            if self.form.record is not None and self.form.record.uid == uid:
                self.form.keep("items", before)
                self.form.show_field("items")

        self.undo.offer(msg("The agenda item was removed"), take_back)
