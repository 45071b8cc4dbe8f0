"""How the dialog that merges two records is laid out."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.look.icons import IconName
from bmahr_desktop.ui.look.marks import Emphasis, emphasise, set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.notices import EmptyState, ErrorNote, UndoBar
from bmahr_desktop.ui.office.merge_choice import LABELS, MergeChoice
from bmahr_desktop.ui.office.tools import scrolled
from bmahr_desktop.ui.office.twins_list import TwinsList
from bmahr_desktop.ui.records.person_field import PersonField
from bmahr_desktop.ui.records.pick_field import PickField

_WIDTH, _HEIGHT = 148 * GRID, 80 * GRID
_ROOM = 6 * GRID

_TITLES = {
    Kind.PERSON: msg("Merge people who are on file twice"),
    Kind.UNIT: msg("Merge units that are on file twice"),
}


class MergeLayout(QDialog):
    """What may be the same at left; two records beside each other at right."""

    def __init__(self, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("merge")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(worded(_TITLES[kind]))
        self.setAccessibleName(self.windowTitle())
        self._kind = kind
        self._build()

    def _build(self) -> None:
        self.lists = TwinsList(self)
        field = PersonField if self._kind is Kind.PERSON else PickField
        self.one, self.other = field(self), field(self)
        self.one.setObjectName("merge_one")
        self.other.setObjectName("merge_other")
        self.choice = MergeChoice(self._kind, self)
        self._against = QLabel(self)
        self._against.setObjectName("merge_against")
        self._against.setWordWrap(True)
        self._against.setTextFormat(Qt.TextFormat.PlainText)
        set_tone(self._against, Role.WAITING)
        self.note = ErrorNote(self)
        self.undo = UndoBar(self)
        self.go = self._button("merge_go", msg("Merge the two"))
        emphasise(self.go, Emphasis.MAIN)
        self.part = self._button("merge_take_apart", msg("Take it apart again"))
        self._empty = EmptyState(
            IconName.USERS if self._kind is Kind.PERSON else IconName.BUILDING,
            msg("Choose two names above or in the list. What names either will name the one"
                " that stays; what was printed stays as printed."),
        )  # fmt: skip
        self._about = QLabel(self)
        self._about.setObjectName("merge_about")
        self._about.setWordWrap(True)
        self._about.setTextFormat(Qt.TextFormat.PlainText)
        self._pages = QStackedWidget(self)
        for page in (self._empty, self._compared(), self._before()):
            self._pages.addWidget(page)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setObjectName(f"merge_{self._kind.value}_splitter")
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.lists)
        splitter.addWidget(self._right())
        splitter.setSizes([440, 720])
        splitter.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        whole.setSpacing(GRID)
        whole.addWidget(splitter, 1)
        whole.addWidget(self.undo)
        whole.addLayout(self._foot())
        room = self.screen().availableSize()
        self.resize(min(_WIDTH, room.width() - _ROOM), min(_HEIGHT, room.height() - _ROOM))

    def _right(self) -> QWidget:
        inner = QWidget(self)
        self._both = QWidget(inner)
        row = QHBoxLayout(self._both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GRID)
        row.addSpacing(LABELS)  # each field stands over its column
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(Labelled(msg("&One"), self.one, parent=inner), 1, top)
        row.addWidget(Labelled(msg("The o&ther"), self.other, parent=inner), 1, top)
        column = QVBoxLayout(inner)
        column.setContentsMargins(2 * GRID, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(self._both)
        column.addWidget(self._pages, 1)
        column.addWidget(self.note)
        return inner

    def _compared(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(self.choice)
        column.addWidget(self._against)
        column.addStretch(1)
        return scrolled(inner, "merge_scroll")

    def _before(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(self._about)
        column.addWidget(self.part, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return inner

    def _foot(self) -> QHBoxLayout:
        close = self._button("merge_close", msg("Close"))
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(self.go)
        return row

    def _button(self, name: str, words: Message) -> QPushButton:
        button = QPushButton(worded(words), self)
        button.setObjectName(name)
        button.setAccessibleName(button.text())
        button.setAutoDefault(False)
        return button
