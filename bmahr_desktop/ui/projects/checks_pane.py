"""What does not add up in a project or a form, beside it: a list that leads to each place."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.projects.discrepancies import Discrepancy
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations import projects
from bmahr_desktop.operations.project_checks import (
    Findings,
    fields_before,
    findings_of_form,
    findings_of_project,
    take_back,
)
from bmahr_desktop.ui.background import Errands
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.days import Today, today_here
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID, ICON
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.notices import ErrorNote, announce
from bmahr_desktop.ui.projects.checks_meant import MeantList, ReasonLine
from bmahr_desktop.ui.projects.checks_words import LOOKS, proposal, told
from bmahr_desktop.ui.projects.sections import PROJECT_KINDS
from bmahr_desktop.ui.records.list_tools import tool

_SOON_MS = 200
_LOOKED_AT = PROJECT_KINDS | {Kind.FORM, Kind.UNIT, Kind.PERSON}


class ChecksPane(QWidget):
    """Lists what does not add up; nothing is ever blocked by it.

    Keys: F8 and Shift+F8 go to the next one and to the one before, Ctrl+F8 takes what is proposed.
    """

    go_wanted = Signal(object, str, str)
    """Emitted with kind, uid and field of the place to go to."""
    told = Signal()
    """Emitted when the checks were done: see `findings`."""
    corrected = Signal(object, object)
    """Emitted with a `Message` and what takes it back when a correction was taken."""

    def __init__(
        self,
        desk: Desk,
        errands: Errands,
        parent: QWidget | None = None,
        today: Today = today_here,
    ) -> None:
        """Make a pane.

        Args:
            desk: The door to the records.
            errands: The thread that checks are done in.
            parent: The widget that it stands in.
            today: Tells which day it is.
        """
        super().__init__(parent)
        self.setObjectName("project_checks")
        self._desk, self._errands, self._today = desk, errands, today
        self._uid = ""
        self._look: Callable[..., Findings] = findings_of_project
        self.findings = Findings()
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.check_again)
        self._summary = QLabel(self)
        self._summary.setObjectName("project_checks_summary")
        self._summary.setWordWrap(True)
        self.list = _Findings(self)
        self.note = ErrorNote(self)
        self.mend, self.accept = self._button("mend"), self._button("accept")
        self.reason, self.meant = ReasonLine(self), MeantList(self)
        self.reason.hide()
        self._lay_out()
        self._connect()
        self._fill()

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(f"project_checks_{name}")
        button.setAutoDefault(False)
        button.hide()
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GRID // 2)
        head.addWidget(self._summary, 1)
        self._stepping: list[QToolButton] = []
        for name, words, step in (
            (IconName.ARROW_UP, msg("The one before (Shift+F8)"), -1),
            (IconName.ARROW_DOWN, msg("The next one (F8)"), 1),
        ):
            button = tool(name, worded(words), f"project_checks_{name.value}", self)
            button.clicked.connect(lambda _=False, by=step: self.step(by))
            head.addWidget(button)
            self._stepping.append(button)
        self.mend.setIcon(icon(IconName.PENCIL))
        self.accept.setText(worded(msg("Meant to be so…")))
        self.accept.setIcon(icon(IconName.CHECK))
        self.accept.setToolTip(worded(msg("Note why, and hear no more of it until it changes")))
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self.mend)
        column.addWidget(self.accept)
        column.addWidget(self.reason)
        column.addWidget(self.note)
        column.addWidget(self.meant)

    def _connect(self) -> None:
        self.list.entered_.connect(self.go)
        self.list.itemClicked.connect(lambda _: self.go())
        self.list.currentRowChanged.connect(lambda _: self._propose())
        self.mend.clicked.connect(self.take)
        self.accept.clicked.connect(self.reason.open_fresh)
        self.accept.clicked.connect(lambda: self._propose())
        self.reason.noted.connect(self._accept)
        self.reason.given_up.connect(self._let_be)
        self.meant.again_wanted.connect(
            lambda mark: self._tried(projects.speak_again, self.findings.project, (mark,))
        )
        self._desk.changed.connect(self._on_changed)
        for keys, act in (
            ("F8", lambda: self.step(1)),
            ("Shift+F8", lambda: self.step(-1)),
            ("Ctrl+F8", self.take),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(act)

    # ------------------------------------------------------------ what it shows

    def show_project(self, uid: str) -> None:
        """Check a project; "" for none."""
        self._turn_to(findings_of_project, uid)

    def show_form(self, uid: str) -> None:
        """Check a filled form, and what it shows of its project; "" for none."""
        self._turn_to(findings_of_form, uid)

    def _turn_to(self, look: Callable[..., Findings], uid: str) -> None:
        if (look, uid) == (self._look, self._uid):
            return
        self._look, self._uid = look, uid
        self.findings = Findings()
        self.reason.hide()
        self.note.show_text("")
        self._fill()
        self.check_again()

    def check_again(self) -> None:
        """Check once more, in the background."""
        self._soon.stop()
        if not self._uid:
            return
        look, uid, today = self._look, self._uid, self._today()
        self._errands.run(
            lambda _: self._desk.read(look, uid, today),
            self._show,
            self._on_failed,
            "checks",
            context=self,
        )

    def _show(self, found: Findings) -> None:
        if found != self.findings:
            self.findings = found
            self._fill()
        self.told.emit()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Refused):
            raise error
        self.findings = Findings()
        self._fill()

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if self._uid and changes.kinds & _LOOKED_AT:
            self._soon.start()

    def chosen(self) -> Discrepancy | None:
        """Return the finding that is chosen; None without one."""
        row = self.list.currentRow()
        return self.findings.told[row] if 0 <= row < len(self.findings.told) else None

    def _fill(self) -> None:
        before = self.list.chosen_mark
        self.list.show_findings(self.findings.told, before)
        self.meant.show_meant(self.findings.meant)
        count = len(self.findings.told)
        words = msg("{count} to be looked at", count=count)
        text = said(words if count else msg("Everything adds up.")) if self._uid else ""
        set_tone(self._summary, Role.TEXT if count else Role.DONE)
        if text != self._summary.text():
            self._summary.setText(text)
            announce(self, text)
        for button in self._stepping:
            button.setEnabled(bool(count))
        self._propose()

    def _propose(self) -> None:
        """Offer what would be right, where a check knows it."""
        one = self.chosen()
        text = proposal(one) if one is not None else ""
        self.mend.setText(text)
        self.mend.setAccessibleName(text)
        self.mend.setToolTip(worded(msg("Put it right as proposed (Ctrl+F8)")))
        self.mend.setVisible(bool(text))
        acceptable = one is not None and one.kind is not Kind.FORM and bool(self.findings.project)
        self.accept.setVisible(acceptable and self.reason.isHidden())
        if one is None:
            self.reason.hide()

    # ------------------------------------------------------------ what it does

    def step(self, by: int) -> None:
        """Go to the next finding, or with -1 to the one before; the last leads to the first."""
        if count := len(self.findings.told):
            self.list.setCurrentRow((self.list.currentRow() + by) % count)
            self.go()

    def go(self) -> None:
        """Go to the place of the chosen finding."""
        one = self.chosen()
        if one is not None:
            self.go_wanted.emit(one.kind, one.uid, one.field)

    def take(self) -> None:
        """Take what is proposed for the chosen finding."""
        one = self.chosen()
        if one is None or not one.correction:
            return
        before = self._desk.read(fields_before, one)
        if not self._tried(projects.take_correction, one):
            return

        def undo() -> None:
            self._tried(take_back, one, before)

        self.corrected.emit(msg("It was put right as proposed"), undo)

    def _accept(self, reason: str) -> None:
        one = self.chosen()
        if one is not None and self._tried(projects.accept, self.findings.project, one, reason):
            self._let_be()

    def _let_be(self) -> None:
        self.reason.hide()
        self._propose()
        self.list.setFocus()

    def _tried(self, operation: Callable[..., Changes], *args: object) -> bool:
        try:
            self._desk.write(self, operation, *args)
        except Refused as refused:
            self.note.show_text(said(refused.messages[0]))
            return False
        self.note.show_text("")
        self.check_again()
        return True


class _Findings(QListWidget):
    """The list; Enter goes to the place."""

    entered_ = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("project_checks_list")
        self.setAccessibleName(worded(msg("What does not add up")))
        self.setWordWrap(True)
        self.setIconSize(QSize(ICON, ICON))
        self.setSpacing(2)
        self.setMinimumHeight(10 * GRID)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._marks: list[str] = []

    @property
    def chosen_mark(self) -> str:
        """The mark of the finding that is chosen."""
        row = self.currentRow()
        return self._marks[row] if 0 <= row < len(self._marks) else ""

    def show_findings(self, findings: Sequence[Discrepancy], chosen: str) -> None:
        """Show findings; what was chosen stays so if it is found again."""
        row = max(self.currentRow(), 0)
        self._marks = [one.mark for one in findings]
        self.blockSignals(True)
        self.clear()
        for one in findings:
            image, role, spoken = LOOKS[one.weight]
            words = told(one)
            item = QListWidgetItem(icon(image, role), words)
            item.setToolTip(words)
            aloud = said(Message(spoken.text, {"what": words}))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, aloud)
            self.addItem(item)
        self.blockSignals(False)
        at = self._marks.index(chosen) if chosen in self._marks else min(row, len(findings) - 1)
        self.setCurrentRow(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the place on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_.emit()
        else:
            super().keyPressEvent(event)
