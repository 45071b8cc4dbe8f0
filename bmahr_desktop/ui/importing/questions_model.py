"""The questions of a preview: who of the same name is the same."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.ui.importing.work import Question
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.records.headed import Headed, Index
from bmahr_desktop.ui.wording import KINDS

KIND, INCOMING, KNOWN, SAME, OTHER = range(5)

_HEADINGS = (
    msg("Kind"),
    msg("In the file"),
    msg("On record here"),
    msg("The same"),
    msg("Another"),
)


class QuestionsModel(Headed, QAbstractTableModel):
    """A row for each question, with a box for either answer; only one of the two can be ticked.

    Signals:
        answered: An answer was given or taken back.
    """

    answered = Signal()
    headings = _HEADINGS

    def __init__(self, questions: tuple[Question, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._questions = questions
        self._answers: list[int | None] = [None] * len(questions)

    def open_questions(self) -> int:
        """Return how many are not answered yet."""
        return self._answers.count(None)

    def same(self) -> Mapping[str, str]:
        """Return those in the file that are the same as others on file."""
        return {
            one.namesake.incoming: one.namesake.known
            for one, answer in zip(self._questions, self._answers, strict=True)
            if answer == SAME
        }

    def answer_all(self, answer: int) -> None:
        """Give one answer, `SAME` or `OTHER`, to every question that allows it."""
        self._answers = [
            answer if self._allows(row, answer) else before
            for row, before in enumerate(self._answers)
        ]
        if self._questions:
            self.dataChanged.emit(self.index(0, SAME), self.index(len(self._questions) - 1, OTHER))
        self.answered.emit()

    def _allows(self, row: int, answer: int) -> bool:
        """Tell whether an answer can be given: no two committees may have one code."""
        return answer == SAME or self._questions[row].namesake.kind is not Kind.COMMITTEE

    # ------------------------------------------------------------ for the table

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of questions."""
        return 0 if parent.isValid() else len(self._questions)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a cell."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() in (SAME, OTHER) and self._allows(index.row(), index.column()):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        if not index.isValid():
            return None
        column = index.column()
        if column in (SAME, OTHER):
            return self._answer(index.row(), column, role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            one = self._questions[index.row()]
            kind = worded(KINDS[one.namesake.kind])
            return {KIND: kind, INCOMING: one.incoming, KNOWN: one.known}[column]
        return None

    def _answer(self, row: int, column: int, role: int) -> Any:
        if not self._allows(row, column):
            return "–" if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.CheckStateRole:
            ticked = self._answers[row] == column
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            name = self._questions[row].namesake.name
            return said(msg("{answer}: {name}", answer=_HEADINGS[column], name=name))
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take an answer, or take it back."""
        row, column = index.row(), index.column()
        if role != Qt.ItemDataRole.CheckStateRole or not self._allows(row, column):
            return False
        ticked = Qt.CheckState(value) is Qt.CheckState.Checked
        self._answers[row] = column if ticked else None
        self.dataChanged.emit(self.index(row, SAME), self.index(row, OTHER))
        self.answered.emit()
        return True
