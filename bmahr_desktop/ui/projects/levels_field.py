"""The levels of a plan that lead to the place which a project serves."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QGridLayout, QPushButton, QVBoxLayout, QWidget

from bmahr_desktop.domain.projects.project import StrategyLevel
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.ui.fields.word_field import WordField
from bmahr_desktop.ui.look.digits import shown
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.records.list_tools import tool

Levels = tuple[StrategyLevel, ...]


class LevelsField(QWidget):
    """Levels from the uppermost down, each with its label, code and text.

    Attributes:
        labels: The usual labels of levels, offered while one types.
    """

    edited = Signal(object)
    """Emitted with all levels when the user changed them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("levels_field")
        self.labels = QStringListModel(self)
        self._lines: list[tuple[WordField, WordField, WordField, QWidget]] = []
        self._told: Levels = ()
        self._read_only = False
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GRID)
        self._grid.setVerticalSpacing(GRID // 2)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 6)
        self.add_button = QPushButton(icon(IconName.PLUS), worded(msg("Add a level")), self)
        self.add_button.setObjectName("level_add")
        self.add_button.setAutoDefault(False)
        self.add_button.clicked.connect(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(self._grid)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    # ------------------------------------------------------------ what it shows

    def levels(self) -> Levels:
        """Return the levels as they are typed."""
        return tuple(
            StrategyLevel(label.text().strip(), code.text().strip(), text.text().strip())
            for label, code, text, _ in self._lines
        )

    def set_levels(self, levels: Sequence[StrategyLevel] | None) -> bool:
        """Show levels without a signal; False, with nothing changed, while one is typing."""
        wanted = tuple(levels or ())
        if any(field.waiting() for line in self._lines for field in line[:3]):
            return False
        self._told = wanted
        while len(self._lines) > len(wanted):
            self._drop(len(self._lines) - 1)
        while len(self._lines) < len(wanted):
            self._append()
        for line, level in zip(self._lines, wanted, strict=True):
            values = (level.label, level.code, level.text)
            for field, value in zip(line[:3], values, strict=True):
                field.set_text_quietly(value)
                field.setToolTip(value)
        return True

    def set_read_only(self, read_only: bool) -> None:
        """Let the levels be read but not changed."""
        self._read_only = read_only
        self.add_button.setEnabled(not read_only)
        for *fields, away in self._lines:
            away.setEnabled(not read_only)
            for field in fields:
                field.setReadOnly(read_only)

    # ------------------------------------------------------------ what is done

    def add(self) -> None:
        """Add a level below the others and go to its label."""
        self.commit()
        self._append()
        self._tell()
        self._lines[-1][0].setFocus()

    def remove(self, at: int) -> None:
        """Remove a level."""
        self.commit()
        self._drop(at)
        self._tell()
        if self._lines:
            self._lines[min(at, len(self._lines) - 1)][0].setFocus()
        else:
            self.add_button.setFocus()

    def commit(self) -> None:
        """Take over what is typed."""
        for line in self._lines:
            for field in line[:3]:
                field.commit()

    def _append(self) -> None:
        number = len(self._lines) + 1
        fields = (WordField(self), WordField(self), WordField(self))
        heads = (msg("Label of the level"), msg("Number of the level"), msg("Text of the level"))
        names = ("level_label", "level_code", "level_text")
        for field, head, name in zip(fields, heads, names, strict=True):
            field.setObjectName(name)
            field.setAccessibleName(f"{worded(head)} {shown(str(number))}")
            field.setPlaceholderText(worded(head))
            field.committed.connect(lambda _: self._tell())
        completer = QCompleter(self.labels, fields[0])
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        fields[0].setCompleter(completer)
        away = tool(IconName.X, worded(msg("Remove the level")), "level_remove", self)
        away.clicked.connect(lambda: self.remove(self._row_of(away)))
        self._lines.append((*fields, away))
        for column, widget in enumerate((*fields, away)):
            self._grid.addWidget(widget, number, column)
            widget.show()
        self.setTabOrder(away, self.add_button)

    def _row_of(self, away: QWidget) -> int:
        return next(row for row, line in enumerate(self._lines) if line[3] is away)

    def _drop(self, at: int) -> None:
        for widget in self._lines.pop(at):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        for row, line in enumerate(self._lines, 1):
            for column, widget in enumerate(line):
                self._grid.addWidget(widget, row, column)

    def _tell(self) -> None:
        levels = self.levels()
        if levels != self._told:
            self._told = levels
            self.edited.emit(levels)
