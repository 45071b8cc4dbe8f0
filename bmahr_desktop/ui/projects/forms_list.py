"""The filled forms, the one changed last first."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations.filled_forms import FormLine
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.ui.look.digits import digits_in_use, said, shown
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import ICON
from bmahr_desktop.ui.look.palette import Role


class FilledList(QListWidget):
    """Filled forms by their names; Enter goes into one, Delete removes it."""

    chosen = Signal(str)
    """Emitted with the uid of the form that is chosen now; "" for none."""
    entered_ = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filled_forms")
        self.setAccessibleName(worded(msg("Filled forms")))
        self.setWordWrap(True)
        self.setIconSize(QSize(ICON, ICON))
        self.setSpacing(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines: tuple[FormLine, ...] = ()
        self.currentRowChanged.connect(lambda _: self.chosen.emit(self.current()))
        self.itemDoubleClicked.connect(lambda _: self.entered_.emit(self.current()))

    def show_lines(self, lines: Sequence[FormLine], *, with_projects: bool = False) -> None:
        """Show forms; the one that was chosen stays so if it is still there.

        Args:
            lines: The forms.
            with_projects: Whether to say which project each shows.
        """
        if tuple(lines) == self.lines:
            return
        before = self.current()
        self.blockSignals(True)
        self.clear()
        self.lines = tuple(lines)
        for line in lines:
            item = QListWidgetItem(_icon_of(line), _words_of(line, with_projects=with_projects))
            told = "" if line.known else worded(msg("Its definition is no longer in the folder."))
            item.setToolTip("\n".join(filter(None, (line.title, line.project_name, told))))
            self.addItem(item)
        self.blockSignals(False)
        if not self.choose(before):
            self.chosen.emit("")

    def current(self) -> str:
        """Return the uid of the form that is chosen; "" for none."""
        row = self.currentRow()
        return self.lines[row].uid if 0 <= row < min(len(self.lines), self.count()) else ""

    def choose(self, uid: str) -> bool:
        """Choose a form; return whether it is listed."""
        for row, line in enumerate(self.lines):
            if line.uid == uid:
                self.setCurrentRow(row)
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go into a form on Enter, remove it on Delete."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current():
            self.entered_.emit(self.current())
        elif event.key() == Qt.Key.Key_Delete and self.current():
            self.remove_wanted.emit(self.current())
        else:
            super().keyPressEvent(event)


def _icon_of(line: FormLine) -> QIcon:
    if line.known:
        return icon(IconName.FILE_TEXT)
    return icon(IconName.ALERT_TRIANGLE, Role.WAITING)


def _words_of(line: FormLine, *, with_projects: bool) -> str:
    day = line.date or line.changed.astimezone().date()
    date = format_date(day, DateStyle.SHORT, digits_in_use())
    about = said(msg("edition {edition} · {date}", edition=shown(line.edition), date=date))
    names = (line.project_name,) if with_projects and line.project_name else ()
    return "\n".join((line.title, about, *names))
