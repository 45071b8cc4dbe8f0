"""Text modules: the wordings that are put in by a short code, the office's own and the shipped."""

from collections.abc import Callable
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QWidget

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.modules import TextModule
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.domain.registers import CommitteeLine
from bmahr_desktop.i18n import Message, msg, verbatim, worded
from bmahr_desktop.operations import modules, registers
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.word_field import ChoiceField
from bmahr_desktop.ui.look.icons import IconName
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.notices import EmptyState
from bmahr_desktop.ui.office.draft_form import DraftForm
from bmahr_desktop.ui.office.lists import Line, Register
from bmahr_desktop.ui.office.places_help import PlacesHelp
from bmahr_desktop.ui.office.register_pane import RegisterPane
from bmahr_desktop.ui.office.shipped_module import ShippedModule
from bmahr_desktop.ui.records.list_tools import moving, removing
from bmahr_desktop.ui.records.text_field import TextField

_EVERYBODY = msg("All committees")
_SHIPPED = msg("Comes with the program")


class ModuleForm(DraftForm):
    """Code, title, owner and wording of a text module."""

    needed: ClassVar[tuple[str, ...]] = ("code", "text")
    operation: Callable[..., Changes] = staticmethod(modules.amend_module)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, Kind.MODULE, parent)
        self.setObjectName("module_form")
        self._owners: list[str | None] = [None]
        self.committee = _choice()
        self.resolution = _choice()
        none = (None, msg("– none –"))
        self.resolution.set_choices([none, *wording.choices(wording.RESOLUTION_KINDS)])
        self.text = TextField(lines=3, most=9)
        self.text.setObjectName("module_text")
        self.places = PlacesHelp(self.text)
        self._lay_out()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID)
        top = Qt.AlignmentFlag.AlignTop
        code = self.word("code", msg("&Code"), msg("Typed behind “;”, as ;ชอบ"))
        title = self.word("title", msg("Ca&lled"), msg("What lists call it"))
        owner = self.choice("committee", msg("Used b&y"), self.committee)
        usual = self.choice("resolution", msg("&Usual wording of"), self.resolution)
        rows: tuple[tuple[Labelled[Any], int], ...] = (
            (code, 2), (title, 3), (owner, 3), (usual, 3),
        )  # fmt: skip
        for column, (row, wide) in enumerate(rows):
            grid.addWidget(row, 0, column, top)
            grid.setColumnStretch(column, wide)
        words: Labelled[Any] = Labelled(msg("&Wording of the module"), self.text, parent=self)
        self._rows["text"] = words
        self.bind_text("text", words, self.text)
        grid.addWidget(words, 1, 0, 1, 4)
        grid.addWidget(self.places, 2, 0, 1, 4)

    def show_committees(self, lines: list[CommitteeLine]) -> None:
        """Offer the committees, and all of them."""
        self._owners = [None, *(one.uid for one in lines)]
        named = [(one.uid, verbatim(one.name)) for one in lines]
        self.committee.set_choices([(None, _EVERYBODY), *named])
        if self.record is not None:
            self.show_field("committee")

    def show_field(self, name: str) -> None:
        """Show a field, unless it names a committee that is gone."""
        gone = self.record is not None and self.record.committee not in self._owners
        if name != "committee" or not gone:
            super().show_field(name)

    def check(self, field: str, value: Any) -> None:
        """Check a value of a module that is not on file yet, its code too."""
        if field in ("code", "committee"):
            code, committee = self.record.code, self.record.committee
            code = value if field == "code" else code
            committee = value if field == "committee" else committee
            if code:
                self._desk.read(modules.check_code, self.record.uid, committee, code)
        super().check(field, value)

    def put_on_file(self, record: Any) -> None:
        """Put a new module behind the others of its owner."""
        self._desk.write(self, modules.add_module, record)


def _choice() -> ChoiceField:
    field = ChoiceField()
    field.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    field.setMinimumContentsLength(12)
    return field


class ModulesPane(RegisterPane[Register, ModuleForm]):
    """The text modules of the office, then those that come with the program.

    A shipped one cannot be changed; an own one of the same code takes its place.
    """

    kind = Kind.MODULE
    removed_words = msg("The text module was removed")
    watched = frozenset({Kind.COMMITTEE})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = (
            msg("Code"),
            msg("Called"),
            msg("Wording"),
            msg("Used by"),
            msg("Usual wording of"),
        )
        super().__init__(desk, Register(heads, wide=2), ModuleForm(desk), parent)
        self.setObjectName("modules_pane")
        self._modules: dict[str, TextModule] = {}
        self._shipped: dict[str, TextModule] = {}
        self.list.setObjectName("modules_register")
        self.list.setAccessibleName(worded(msg("Text modules")))
        self.shipped = ShippedModule()
        self.shipped.own_wanted.connect(self.write_own)
        self.side = QStackedWidget()
        self._form_page = self.padded(self.form)
        self.side.addWidget(self._form_page)
        self.side.addWidget(self.shipped)
        empty = EmptyState(
            IconName.FILE_TEXT, msg("No text module yet."), msg("Add a text module")
        )  # fmt: skip
        tools = [
            (IconName.PLUS, msg("Add a text module (Insert)"), "module_add", self.add),
            *moving("module", self.move_chosen),
            removing("module", self.remove),
        ]
        self.lay_out(tools, empty, self.side, beside=False)
        self.splitter.setSizes([320, 310])
        for column, width in ((0, 96), (1, 150), (3, 190), (4, 170)):
            self.list.setColumnWidth(column, width)

    # ------------------------------------------------------------ what it shows

    def refill(self) -> None:
        """Read modules and committees again."""
        committees = self._desk.read(registers.list_committees)
        found = self._desk.read(modules.list_modules)
        owners: dict[str | None, Message] = {None: _EVERYBODY}
        owners |= {one.uid: verbatim(one.short_name or one.name) for one in committees}
        order = list(owners)
        mine = [one for one in found if one.committee in owners]
        mine.sort(key=lambda one: order.index(one.committee))
        self._modules = {one.uid: one for one in mine}
        self._shipped = {one.uid: one for one in modules.unused_shipped(found)}
        self.form.show_committees(committees)
        lines = [_line(one, owners[one.committee]) for one in mine]
        lines += [_line(one, _SHIPPED, shipped=True) for one in self._shipped.values()]
        self.list.fill(lines)

    def show_chosen(self, uid: str) -> None:
        """Show a module below the list; of a shipped one, its wording."""
        if shipped := self._shipped.get(uid):
            self.form.show_record(None)
            self.shipped.show_module(shipped)
            self.side.setCurrentWidget(self.shipped)
            return
        super().show_chosen(uid)
        self.side.setCurrentWidget(self._form_page)

    # ------------------------------------------------------------ what the user does

    def add(self) -> None:
        """Begin a module for all committees."""
        if self.leave_draft():
            self.begin(TextModule(uid=new_uid(), code="", text=""))

    def begin(self, record: object, first: str = "") -> None:
        """Show a new module and go to its first field."""
        self.side.setCurrentWidget(self._form_page)
        super().begin(record, first)

    def edit(self) -> None:
        """Go to the wording, which is what changes; of a shipped one, to what can be done."""
        if self.list.current() in self._shipped:
            self.shipped.own.setFocus()
        elif self.form.record is not None:
            self.form.focus_on("text")

    def write_own(self) -> None:
        """Put an own module in the place of the chosen shipped one, and go to its wording."""
        shipped = self._shipped.get(self.list.current())
        if shipped is None:
            return
        uid = new_uid()
        if self.attempt(lambda: self._desk.write(self, modules.copy_shipped, shipped, uid)):
            self.read_again(uid)
            self.form.focus_on("text")
            self.undo.offer(
                msg("Your own wording stands in place of “{code}” now", code=shipped.code),
                lambda: self._give_back(uid, shipped.uid),
            )

    def _give_back(self, uid: str, shipped: str) -> None:
        self.form.flush()
        if self.attempt(lambda: self.take_away(uid)):
            self.read_again(shipped)

    def take_away(self, uid: str) -> Changes:
        """Remove a module of the office's.

        Raises:
            Refused: If it comes with the program.
        """
        self._refuse_shipped(uid)
        return super().take_away(uid)

    def put_back(self, uid: str) -> Changes:
        """Put a removed module back."""
        return self._desk.write(self, modules.restore_module, uid)

    def put_elsewhere(self, uid: str, by: int) -> None:
        """Move a module up or down among those of its owner."""
        self._refuse_shipped(uid)
        self._desk.write(self, modules.move_module, uid, by)

    def _refuse_shipped(self, uid: str) -> None:
        if uid in self._shipped:
            raise Refused(
                msg("This one comes with the program. Write your own in its place to change it.")
            )


def _line(one: TextModule, owner: Message, *, shipped: bool = False) -> Line:
    usual = worded(wording.RESOLUTION_KINDS[one.resolution]) if one.resolution else ""
    words = " ".join(one.text.split())
    cells = (one.code, one.title, words, worded(owner), usual)
    return Line(one.uid, cells, " · ".join(filter(None, (f";{one.code}", *cells[1:]))), shipped)
