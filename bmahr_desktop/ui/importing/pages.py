"""What the import shows, one after the other: work under way, faults, questions, the preview."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListView,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QTableView,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations.exchange_choice import Left
from bmahr_desktop.ui.importing.lines_model import BEFORE, WHAT, LinesModel
from bmahr_desktop.ui.importing.questions_model import KIND, OTHER, SAME, QuestionsModel
from bmahr_desktop.ui.importing.work import Look
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import Emphasis, emphasise
from bmahr_desktop.ui.look.measures import GRID, row_height
from bmahr_desktop.ui.notices import ErrorNote, announce

MOST_FAULTS = 100
"""So many faults are listed."""
_WHAT_SHARE = 0.4
"""Of the width of the tree, for what each row is about; the rest for before and after."""
_FITTED_UP_TO = 100
"""So many rows of questions are made as high as their words need."""
_OPEN_UP_TO = 40
"""So many records are shown with their fields opened."""


class Page(QWidget):
    """A heading, what belongs under it, and a row of buttons at the foot.

    Signals:
        refused: Nothing is to be taken in.
    """

    refused = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.heading = QLabel(self)
        self.heading.setWordWrap(True)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        font = self.heading.font()
        font.setBold(True)
        self.heading.setFont(font)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GRID)
        self.column.addWidget(self.heading)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(GRID)

    def button(self, name: str, words: Message) -> QPushButton:
        """Return a new button for the foot."""
        button = QPushButton(said(words), self)
        button.setObjectName(name)
        button.setAccessibleName(button.text())
        button.setAutoDefault(False)
        return button

    def stand(self, *buttons: QPushButton | None) -> None:
        """Put buttons at the foot, those behind None at the right."""
        for button in buttons:
            if button is None:
                self._foot.addStretch(1)
            else:
                self._foot.addWidget(button)
        self.column.addLayout(self._foot)

    def arrive(self) -> None:
        """Be shown: say what is seen, and take the keyboard."""
        announce(self, self.heading.text())


class BusyPage(Page):
    """Work under way, and a button that stops it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("import_busy", parent)
        self._bar = QProgressBar(self)
        self._bar.setObjectName("import_progress")
        self._bar.setTextVisible(False)
        self._stop = self.button("import_stop", msg("Stop"))
        self._stop.clicked.connect(self.refused)
        self.column.addWidget(self._bar)
        self.column.addStretch(1)
        self.stand(None, self._stop)

    def begin(self, what: Message) -> None:
        """Say what is under way."""
        self.heading.setText(said(what))
        self._bar.setAccessibleName(self.heading.text())
        self._stop.setEnabled(True)
        self._bar.setRange(0, 0)

    def go_on(self, done: int, total: int) -> None:
        """Show how far it has come."""
        # A bar that stands at nought looks as if nothing went on.
        self._bar.setRange(0, total if done else 0)
        self._bar.setValue(done)

    def stopping(self) -> None:
        """Say that it will stop as soon as it can."""
        self.heading.setText(worded(msg("Stopping…")))
        self._stop.setEnabled(False)

    def arrive(self) -> None:
        """Give the keyboard to the button."""
        super().arrive()
        self._stop.setFocus()


class FaultsPage(Page):
    """What is wrong with a file, in words that can be copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("import_faults", parent)
        self.heading.setText(worded(msg("This file cannot be taken in. Nothing was changed.")))
        self._texts = QStringListModel(self)
        self._list = QListView(self)
        self._list.setObjectName("import_fault_list")
        self._list.setAccessibleName(worded(msg("What is wrong with the file")))
        self._list.setModel(self._texts)
        self._list.setWordWrap(True)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self.column.addWidget(self._list, 1)
        self._copy = self.button("import_copy_faults", msg("Copy the list"))
        self._copy.setIcon(icon(IconName.COPY))
        self._copy.clicked.connect(self._copy_all)
        close = self.button("import_close_faults", msg("Close"))
        close.clicked.connect(self.refused)
        self.stand(self._copy, None, close)

    def show_faults(self, faults: Sequence[Message]) -> None:
        """Show them, the first hundred at most."""
        texts = [said(fault) for fault in faults[:MOST_FAULTS]]
        if len(faults) > MOST_FAULTS:
            texts.append(said(msg("… and {count} more faults.", count=len(faults) - MOST_FAULTS)))
        self._texts.setStringList(texts)
        self._list.setCurrentIndex(self._texts.index(0))

    def _copy_all(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._texts.stringList()))
        self._copy.setText(worded(msg("Copied")))

    def arrive(self) -> None:
        """Give the keyboard to the list."""
        super().arrive()
        self._list.setFocus()


class QuestionsPage(Page):
    """Who of the same name is the same; the preview follows when all is answered.

    Signals:
        answered: All questions have their answer.
    """

    answered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("import_questions", parent)
        self.heading.setText(worded(msg("Some names are on record already. Are they the same?")))
        self._model = QuestionsModel((), self)
        self._table = self._made_table()
        self._left = QLabel(self)
        same = self.button("import_all_same", msg("All the same"))
        same.clicked.connect(lambda: self._model.answer_all(SAME))
        other = self.button("import_all_other", msg("All others"))
        other.clicked.connect(lambda: self._model.answer_all(OTHER))
        self._next = self.button("import_go_on", msg("See what would change"))
        self._next.clicked.connect(self.answered)
        emphasise(self._next, Emphasis.MAIN)
        leave = self.button("import_leave_questions", msg("Do not take in"))
        leave.clicked.connect(self.refused)
        self.column.addWidget(self._table, 1)
        self.column.addWidget(self._left)
        self.stand(same, other, None, leave, self._next)

    def _made_table(self) -> QTableView:
        table = QTableView(self)
        table.setObjectName("import_question_table")
        table.setAccessibleName(self.heading.text())
        table.setTabKeyNavigation(False)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(row_height())
        return table

    def show_questions(self, look: Look) -> None:
        """Ask the questions of a preview."""
        self._model = QuestionsModel(look.questions, self)
        self._model.answered.connect(self._tell)
        self._table.setModel(self._model)
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column in (KIND, SAME, OTHER):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        few = len(look.questions) <= _FITTED_UP_TO
        mode = QHeaderView.ResizeMode.ResizeToContents if few else QHeaderView.ResizeMode.Fixed
        self._table.verticalHeader().setSectionResizeMode(mode)
        self._table.setCurrentIndex(self._model.index(0, SAME))
        self._tell()

    def same(self) -> dict[str, str]:
        """Return those in the file that are the same as others on file."""
        return dict(self._model.same())

    def _tell(self) -> None:
        left = self._model.open_questions()
        self._next.setEnabled(left == 0)
        self._left.setText(
            said(msg("{count} are not answered yet.", count=left))
            if left
            else worded(msg("All are answered."))
        )

    def arrive(self) -> None:
        """Give the keyboard to the first answer."""
        super().arrive()
        self._table.setFocus()


class PreviewPage(Page):
    """What would happen, and the button that has it happen.

    Signals:
        wanted: It is to be taken in.
        back: The questions are to be asked again.
    """

    wanted = Signal()
    back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("import_preview", parent)
        self._note = ErrorNote(self)
        self._tree = self._made_tree()
        self._whole = self._made_field()
        self._back = self.button("import_back", msg("Back to the questions"))
        self._back.clicked.connect(self.back)
        self._leave = self.button("import_leave", msg("Do not take in"))
        self._leave.clicked.connect(self.refused)
        self._take = self.button("import_take", msg("Take in"))
        self._take.clicked.connect(self.wanted)
        emphasise(self._take, Emphasis.MAIN)
        self.column.addWidget(self._note)
        self.column.addWidget(self._tree, 1)
        self.column.addWidget(self._whole)
        self.stand(self._back, None, self._leave, self._take)

    def _made_tree(self) -> QTreeView:
        tree = QTreeView(self)
        tree.setObjectName("import_tree")
        tree.setAccessibleName(worded(msg("What would happen")))
        tree.setUniformRowHeights(True)
        tree.setAlternatingRowColors(True)
        return tree

    def _made_field(self) -> QPlainTextEdit:
        field = QPlainTextEdit(self)
        field.setObjectName("import_whole_text")
        field.setAccessibleName(worded(msg("The chosen field at full length")))
        field.setReadOnly(True)
        field.setTabChangesFocus(True)
        field.setVisible(False)
        return field

    def show_look(self, look: Look, *, asked: bool) -> None:
        """Show what a file would do.

        Args:
            look: The comparison.
            asked: Whether there were questions, which can be gone back to.
        """
        count = len(look.lines)
        self._model = LinesModel(look, self)
        self._tree.setModel(self._model)
        self._tree.selectionModel().currentChanged.connect(self._show_whole)
        if count <= _OPEN_UP_TO:
            self._tree.expandAll()
        else:
            self._tree.expandToDepth(0)
        self._model.choice_changed.connect(self._count)
        self._show_counts(look)
        self._back.setVisible(asked)
        self._take.setVisible(count > 0)
        self._count()
        self._leave.setText(worded(msg("Do not take in") if count else msg("Close")))
        self._leave.setAccessibleName(self._leave.text())
        self.show_note(None)

    def left(self) -> Left:
        """Return what is not to be taken in."""
        return self._model.choice.left

    def _count(self) -> None:
        count = self._model.taken()
        self._take.setText(said(msg("Take in {count} records", count=count)))
        self._take.setAccessibleName(self._take.text())
        self._take.setEnabled(count > 0)

    def _show_counts(self, look: Look) -> None:
        if not look.lines:
            words = msg("All of the file is on record already. There is nothing to take in.")
            self.heading.setText(worded(words))
            return
        new, changed, gone, same = look.preview.counts()
        self.heading.setText(
            said(
                msg(
                    "With all their parts: {new} added, {changed} changed, {gone} removed,"
                    " {same} left alone.",
                    new=new,
                    changed=changed,
                    gone=gone,
                    same=same,
                )
            )
        )

    def show_note(self, message: Message | None) -> None:
        """Say why nothing was taken in, or no longer."""
        self._note.show_text(said(message) if message else "")

    def _show_whole(self, current: QModelIndex, _before: QModelIndex) -> None:
        texts = self._model.whole(current)
        line = self._whole.fontMetrics().lineSpacing()
        # On a low screen the tree needs the room.
        self._whole.setFixedHeight(max(2 * line + GRID, min(5 * line, self.height() // 4)))
        self._whole.setVisible(texts is not None)
        if texts is not None:
            self._whole.setPlainText(
                said(msg("As it is: {before}\nAs it would be: {after}", before=texts[0],
                         after=texts[1]))
            )  # fmt: skip

    def arrive(self) -> None:
        """Give the keyboard to the tree."""
        super().arrive()
        self._tree.setFocus()
        self._tree.setColumnWidth(WHAT, int(self._tree.width() * _WHAT_SHARE))
        self._tree.setColumnWidth(BEFORE, int(self._tree.width() * (1 - _WHAT_SHARE) / 2))
        first = self._model.index(0, WHAT)
        self._tree.selectionModel().setCurrentIndex(
            first, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
