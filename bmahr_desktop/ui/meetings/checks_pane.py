"""What the checks find in a meeting, as a list that leads to each place."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
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

from bmahr_desktop.domain.findings import Finding, Weight
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations.chain import check
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID, ICON
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.notices import announce
from bmahr_desktop.ui.records.list_tools import tool

_LOOKS = {
    Weight.WRONG: (IconName.ALERT_TRIANGLE, Role.DANGER, msg("To be put right: {what}")),
    Weight.LOOK: (IconName.EYE, Role.WAITING, msg("To be looked at: {what}")),
}


class ChecksPane(QWidget):
    """Lists findings, the grave ones marked; F8 goes to the next one, Shift+F8 to the one before.

    The keys work in the whole window while the pane is to be seen.
    """

    go_wanted = Signal(object, str, str)
    """Emitted with kind, uid and field of the place to go to; `chosen` has the letter too."""
    mend_wanted = Signal()
    """Emitted when what is proposed for the chosen finding is to be put in its place."""
    leave_wanted = Signal()
    """Emitted when the pane is to be closed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("checks_pane")
        self._desk = desk
        self._meeting = ""
        self.findings: tuple[Finding, ...] = ()
        self._summary = QLabel(self)
        self._summary.setObjectName("checks_summary")
        self._summary.setWordWrap(True)
        self.list = _Findings(self)
        self.list.setObjectName("checks_list")
        self.list.setAccessibleName(worded(msg("What the checks found")))
        self.list.setWordWrap(True)
        self.list.setIconSize(QSize(ICON, ICON))
        self.list.setSpacing(2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.entered_.connect(self._go)
        self.list.itemClicked.connect(lambda _: self._go())
        self.mend = QPushButton(icon(IconName.PENCIL), "", self)
        self.mend.setObjectName("checks_mend")
        self.mend.setAutoDefault(False)
        self.mend.setShortcut(QKeySequence("Ctrl+F8"))
        self.mend.setToolTip(worded(msg("Put it right as proposed (Ctrl+F8)")))
        self.mend.clicked.connect(self.mend_wanted)
        self.mend.hide()
        self.list.currentRowChanged.connect(self._propose)
        self._lay_out()
        for keys, by in (("F8", 1), ("Shift+F8", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(lambda by=by: self.step(by))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GRID // 2)
        row.addWidget(self._summary, 1)
        self._stepping: list[QToolButton] = []
        for name, words, object_name, act in (
            (IconName.ARROW_UP, msg("The one before (Shift+F8)"), "checks_before",
             lambda: self.step(-1)),
            (IconName.ARROW_DOWN, msg("The next one (F8)"), "checks_next", lambda: self.step(1)),
            (IconName.REFRESH, msg("Check again"), "checks_again", self.check_again),
            (IconName.X, msg("Close the checks"), "checks_close", self.leave_wanted.emit),
        ):  # fmt: skip
            button = tool(name, worded(words), object_name, self)
            button.clicked.connect(lambda _=False, do=act: do())
            row.addWidget(button)
            if name in (IconName.ARROW_UP, IconName.ARROW_DOWN):
                self._stepping.append(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addLayout(row)
        column.addWidget(self.list, 1)
        column.addWidget(self.mend, 0, Qt.AlignmentFlag.AlignLeft)

    # ------------------------------------------------------------ what it shows

    def show_meeting(self, meeting: str) -> None:
        """Check a meeting and list what is found; an empty uid for none."""
        self._meeting = meeting
        self.check_again()

    def check_again(self) -> None:
        """Check the meeting once more; what was chosen stays so if it is found again."""
        before = self.chosen()
        found = self._desk.read(check, self._meeting) if self._meeting else ()
        self._fill(found)
        places = [(one.uid, one.field, one.message) for one in self.findings]
        key = before and (before.uid, before.field, before.message)
        self.list.setCurrentRow(places.index(key) if key in places else 0)

    def chosen(self) -> Finding | None:
        """Return the finding that is chosen; None without one."""
        row = self.list.currentRow()
        return self.findings[row] if 0 <= row < len(self.findings) else None

    def count(self, weight: Weight | None = None) -> int:
        """Return how many findings there are, of one weight or of both."""
        return sum(weight in (None, one.weight) for one in self.findings)

    def step(self, by: int) -> None:
        """Go to the next finding, or with -1 to the one before; the last leads to the first."""
        if self.findings:
            now = self.list.currentRow()
            self.list.setCurrentRow((now + by) % len(self.findings))
            self._go()

    def _go(self) -> None:
        one = self.chosen()
        if one is not None:
            self.go_wanted.emit(one.kind, one.uid, one.field)

    def _propose(self) -> None:
        """Offer what would be right, where a check knows it."""
        one = self.chosen()
        new = one.new if one is not None else ""
        text = said(msg("Write “{right}”", right=new)) if new else ""
        if text:
            self.mend.setText(text)
            self.mend.setShortcut(QKeySequence("Ctrl+F8"))  # a new text takes it away
            self.mend.setAccessibleName(text)
        self.mend.setVisible(bool(text))

    def _fill(self, found: Sequence[Finding]) -> None:
        self.findings = tuple(found)
        self.list.clear()
        for one in found:
            image, role, spoken = _LOOKS[one.weight]
            words = said(one.message)
            row = QListWidgetItem(icon(image, role), words)
            row.setToolTip(f"{said(wording.KINDS[one.kind])}\n{words}")
            row.setData(
                Qt.ItemDataRole.AccessibleTextRole, said(Message(spoken.text, {"what": words}))
            )
            self.list.addItem(row)
        wrong, look = self.count(Weight.WRONG), self.count(Weight.LOOK)
        summary = msg("{wrong} to be put right, {look} to be looked at", wrong=wrong, look=look)
        text = said(summary if found else msg("The checks found nothing."))
        set_tone(self._summary, Role.TEXT if found else Role.DONE)
        if text != self._summary.text():
            self._summary.setText(text)
            announce(self, text)
        for button in self._stepping:
            button.setEnabled(bool(found))


class _Findings(QListWidget):
    """The list; Enter goes to the place."""

    entered_ = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the place on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_.emit()
        else:
            super().keyPressEvent(event)
