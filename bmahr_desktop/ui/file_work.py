"""What is done with the file of records as a whole: taking all out, looking it over."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations.health import Finding, Level, look_over
from bmahr_desktop.operations.issuing import export_everything
from bmahr_desktop.ui.background import Errands, Progress
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.file_dialogs import ask_where
from bmahr_desktop.ui.foot import Foot
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import icon
from bmahr_desktop.ui.look.marks import State, icon_of, text_role
from bmahr_desktop.ui.look.measures import GRID

_LOOKS = {Level.DAMAGE: State.DANGER, Level.FAULT: State.DANGER, Level.NOTICE: State.WAITING}


class FileWork(QObject):
    """Works on the whole file in the background; the foot shows how far it has come."""

    def __init__(
        self,
        desk: Desk,
        store: Any,
        errands: Errands,
        foot: Foot,
        window: QWidget,
        parent: QObject,
    ) -> None:
        """Make ready to work.

        Args:
            desk: The door to the records.
            store: The file itself, to look it over.
            errands: Where the work is done.
            foot: Where it is told.
            window: Dialogs stand over it.
            parent: What it lives with.
        """
        super().__init__(parent)
        self._desk, self._store, self._errands = desk, store, errands
        self._foot, self._window = foot, window

    def export_everything(self) -> None:
        """Write all records as one exchange file."""
        everything = worded(msg("All records"))
        name = f"{everything}.zip"
        title = msg("Export all records")
        out = ask_where(self._window, title, name, msg("Exchange files"), "*.zip *.json")
        if out is None:
            return
        errand = self._errands.run(
            lambda _: self._desk.read(export_everything, out),
            lambda _: self._foot.tell(msg("Written: {file}", file=out.name)),
            self._on_failed,
            context=self,
        )
        self._foot.begin_work(msg("Writing all records…"), errand.stop)

    def check_file(self) -> None:
        """Look the file over, and say what was found."""

        def work(progress: Progress) -> list[Finding]:
            def went_on(done: int, total: int) -> None:
                progress.check()
                progress.tell(done, total)

            return look_over(self._store, went_on=went_on)

        errand = self._errands.run(work, self._show, self._on_failed, context=self)
        self._foot.begin_work(msg("Looking the file over…"), errand.stop)
        errand.went_on.connect(self._foot.go_on)

    def _show(self, findings: Sequence[Finding]) -> None:
        if not findings:
            self._foot.tell(msg("The file is in order."))
            return
        self._foot.end_work()
        dialog = FindingsDialog(findings, self._window)
        dialog.exec()
        dialog.deleteLater()

    def _on_failed(self, error: Exception) -> None:
        self._foot.end_work()
        if not isinstance(error, Refused):
            raise error
        self._foot.tell(error.messages[0])


class FindingsDialog(QDialog):
    """What was found in the file."""

    def __init__(self, findings: Sequence[Finding], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findings")
        self.setWindowTitle(worded(msg("Check of the file")))
        bad = sum(one.level is not Level.NOTICE for one in findings)
        words: Message = (
            msg("{count} faults. Keep a copy of the file, and tell whoever cares for the PC.",
                count=bad)
            if bad
            else msg("The file is in order; some things are unusual, perhaps meant.")
        )  # fmt: skip
        told = QLabel(said(words), self)
        told.setWordWrap(True)
        listed = QListWidget(self)
        listed.setObjectName("findings_list")
        listed.setAccessibleName(worded(msg("What was found")))
        listed.setWordWrap(True)
        for one in findings:
            state = _LOOKS[one.level]
            listed.addItem(
                QListWidgetItem(icon(icon_of(state), text_role(state)), said(one.message))
            )
        close = QPushButton(worded(msg("Back to work")), self)
        close.setObjectName("findings_close")
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(told)
        column.addWidget(listed, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(90 * GRID, 55 * GRID)
