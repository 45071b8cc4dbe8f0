"""What a Word file was recognised as: its parts in a list, the chosen one below, put right."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.domain.meeting import Meeting
from bmahr_desktop.domain.old_minutes import Part, PartKind
from bmahr_desktop.domain.registers import PersonLine
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations.old_minutes_edits import (
    PartEdit,
    PartKey,
    RecordPlace,
    places_of,
    with_edits,
)
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName
from bmahr_desktop.ui.look.marks import State, StateChip
from bmahr_desktop.ui.look.measures import GRID, row_height
from bmahr_desktop.ui.old_minutes.part_form import PartForm
from bmahr_desktop.ui.old_minutes.parts_model import PLACE, TEXT, WHAT, PartLine, PartsModel
from bmahr_desktop.ui.old_minutes.taken_file import TakenFile
from bmahr_desktop.ui.records.list_keys import ListKeys
from bmahr_desktop.ui.records.list_tools import tool

_GOES_ON: Mapping[PartKind, PartKind] = {
    PartKind.PERSON: PartKind.PERSON_MORE,
    PartKind.PERSON_MORE: PartKind.PERSON_MORE,
    PartKind.ITEM: PartKind.ITEM_TITLE,
    PartKind.ITEM_TITLE: PartKind.ITEM_TITLE,
    PartKind.MATTER: PartKind.MATTER_MORE,
    PartKind.MATTER_MORE: PartKind.MATTER_MORE,
    PartKind.RESOLUTION_LABEL: PartKind.RESOLUTION,
    PartKind.RESOLUTION: PartKind.RESOLUTION_MORE,
    PartKind.RESOLUTION_MORE: PartKind.RESOLUTION_MORE,
    PartKind.SIGNATURE: PartKind.SIGNATURE_MORE,
    PartKind.SIGNATURE_MORE: PartKind.SIGNATURE_MORE,
    PartKind.APPENDIX: PartKind.APPENDIX_TEXT,
    PartKind.APPENDIX_TEXT: PartKind.APPENDIX_TEXT,
}
"""What a part is when it goes on from the one above; a paragraph behind all others."""


class PartsTable(QTableView):
    """The list of parts.

    Keys: Enter goes to the chosen one, Backspace joins it to the one above, Delete takes back what
    was said of it.
    """

    join_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Join by Backspace."""
        if event.key() == Qt.Key.Key_Backspace:
            self.join_wanted.emit()
        else:
            super().keyPressEvent(event)


class PartsPane(QWidget):
    """Shows the parts of a file; what is put right is said, and shown when it was recognised again.

    Signals:
        said: The number of a piece, and what it is to be; None for what it was recognised as.
        edited: The key of a part, and what is said of its record.
    """

    said = Signal(int, object)
    edited = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("old_parts")
        self._file: TakenFile | None = None
        self._places: Mapping[PartKey, RecordPlace] = {}
        self.model = PartsModel(self)
        self.table = self._made_table()
        self.form = PartForm(self)
        self.accounted = StateChip(State.DONE, "", parent=self)
        self.accounted.setObjectName("old_accounted")
        self.only_unsure = QCheckBox(worded(msg("Only what is to be looked at")), self)
        self.only_unsure.setObjectName("old_only_unsure")
        self.only_unsure.setAccessibleName(self.only_unsure.text())
        self._count = QLabel(self)
        self._tools: list[QWidget] = []
        self._lay_out()
        self.only_unsure.toggled.connect(lambda _: self._show_parts())
        self.form.kind_chosen.connect(self.said)
        self.form.edited.connect(self._on_edited)

    def _made_table(self) -> PartsTable:
        table = PartsTable(self)
        table.setObjectName("parts_table")
        table.setAccessibleName(worded(msg("Parts of the file")))
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(row_height())
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(TEXT, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.setColumnWidth(WHAT, 22 * GRID)
        table.setColumnWidth(PLACE, 13 * GRID)
        table.selectionModel().currentRowChanged.connect(self._on_row)
        table.join_wanted.connect(self.join)
        keys = ListKeys(table)
        keys.edit_wanted.connect(self._go_to_kind)
        keys.remove_wanted.connect(self.take_back)
        keys.watch(table)
        return table

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.accounted)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self.only_unsure)
        for image, words, name, act in (
            (IconName.ARROW_DOWN, msg("The next to be looked at (F8)"), "part_next", self.go_on),
            (IconName.LINK, msg("Joins the part above (Backspace)"), "part_join", self.join),
            (IconName.UNDO, msg("As it was recognised (Delete)"), "part_back", self.take_back),
        ):
            button = tool(image, worded(words), name, self)
            button.clicked.connect(act)
            row.addWidget(button)
            self._tools.append(button)
        following = QShortcut(QKeySequence(Qt.Key.Key_F8), self)
        following.setContext(Qt.ShortcutContext.WindowShortcut)
        following.activated.connect(self.go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        column.addWidget(self.form)

    def set_people(self, people: Iterable[PersonLine]) -> None:
        """Offer people for those who are listed."""
        self.form.set_people(people)

    # ------------------------------------------------------------ what it shows

    def show_file(self, file: TakenFile | None) -> None:
        """Show a file that was read, where one was in it if it is the same."""
        same = file is self._file
        piece = self._piece() if same else -1
        if not same:
            self.form.commit()
            self.form.show_part(None, None, PartEdit())
        self._file = file
        self._show_parts(piece)
        self._show_account()

    def _show_parts(self, piece: int | None = None) -> None:
        wanted = self._piece() if piece is None else piece
        file = self._file
        minutes = file.look.minutes if file and file.look else None
        reading = minutes.reading if minutes else None
        self._places = places_of(reading.parts) if reading else {}
        only = self.only_unsure.isChecked()
        self.model.show_reading(
            reading, file.said if file else {}, file.edits if file else {}, only_unsure=only
        )
        row = self.model.row_of(wanted)
        if self.model.line(row) is not None:
            self.table.setCurrentIndex(self.model.index(row, WHAT))
            middle = QAbstractItemView.ScrollHint.EnsureVisible
            self.table.scrollTo(self.model.index(row, WHAT), middle)
        self._show_part()

    def _show_account(self) -> None:
        look = self._file.look if self._file else None
        missing = look.missing if look else ()
        if missing:
            words = said(msg("{count} texts are not taken in", count=len(missing)))
            self.accounted.show_state(State.DANGER, words)
        else:
            self.accounted.show_state(State.DONE, worded(msg("Every text is taken in")))
        self.accounted.setToolTip("\n".join(missing))
        paragraphs = len(look.minutes.reading.parts) if look and look.minutes else 0
        unsure = self.model.count_unsure()
        words = said(
            msg("{count} parts, {unsure} to be looked at", count=paragraphs, unsure=unsure)
        )
        self._count.setText(words)
        self.only_unsure.setEnabled(unsure > 0 or self.only_unsure.isChecked())

    def _line(self) -> PartLine | None:
        return self.model.line(self.table.currentIndex().row())

    def _piece(self) -> int:
        line = self._line()
        return line.part.piece if line and line.part else -1

    def _on_row(self, _current: QModelIndex, _before: QModelIndex) -> None:
        self._show_part()

    def _show_part(self) -> None:
        line = self._line()
        key = line.key if line else None
        edit = self._file.edits.get(key, PartEdit()) if self._file and key else PartEdit()
        self.form.show_part(line, self._record(key), edit)

    def _record(self, key: PartKey | None) -> object:
        place = self._places.get(key) if key else None
        meeting, parts = self._proposed()
        if place is None or meeting is None or self._file is None:
            return None
        return place.find(with_edits(meeting, parts, self._file.edits))

    def _proposed(self) -> tuple[Meeting | None, tuple[Part, ...]]:
        minutes = self._file.look.minutes if self._file and self._file.look else None
        return (minutes.proposal.meeting, minutes.reading.parts) if minutes else (None, ())

    # ------------------------------------------------------------ putting right

    def commit(self) -> bool:
        """Say what is typed; return whether it is understood."""
        return self.form.commit()

    def go_on(self) -> None:
        """Go to the next part that is to be looked at."""
        row = self.model.next_unsure(self.table.currentIndex().row())
        if row >= 0:
            self.table.setCurrentIndex(self.model.index(row, WHAT))
            self.table.setFocus()

    def join(self) -> None:
        """Let the chosen part go on from the one above."""
        row = self.table.currentIndex().row()
        line, above = self.model.line(row), self.model.above(row)
        if line is None or line.part is None or line.fixed or above is None or above.part is None:
            return
        self.said.emit(line.part.piece, _GOES_ON.get(above.part.kind, PartKind.PARAGRAPH))

    def take_back(self) -> None:
        """Let the chosen part be what it was recognised as, its record as proposed."""
        line = self._line()
        if self._file is None or line is None or line.part is None or line.key is None:
            return
        if line.key in self._file.edits:
            self.edited.emit(line.key, PartEdit())
            self._show_part()
            self.model.refresh()
        if line.part.piece in self._file.said:
            self.said.emit(line.part.piece, None)

    def _go_to_kind(self) -> None:
        if self._line() is not None:
            self.form.kind.setFocus()

    def _on_edited(self, key: PartKey, edit: PartEdit) -> None:
        self.edited.emit(key, edit)
        self.model.refresh()
