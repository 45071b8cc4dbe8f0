"""Offers back what could not be written to the file the last time."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.domain.errors import Refused, StaleText
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations import rescue
from bmahr_desktop.operations.rescue import Offer, find_offers, in_words
from bmahr_desktop.places import DataPlace
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import Emphasis, IconLabel, emphasise
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.notices import ErrorNote
from bmahr_desktop.ui.records.comparison import Comparison
from bmahr_desktop.ui.rescue_keeper import passing_files

_WIDTH, _HEIGHT = 120 * GRID, 75 * GRID
_ROOM = 6 * GRID
"""What the frame of the window needs of the screen."""


def offer_rescued(desk: Desk, place: DataPlace, parent: QWidget) -> "RescueDialog | None":
    """Offer what could not be written, if there is anything; nothing is held up by it."""
    try:
        offers = desk.read(find_offers, place, passing_files())
    except Refused:  # the file is out of reach again; what was kept aside stays
        return None
    if not offers:
        return None
    dialog = RescueDialog(desk, place, offers, parent)
    dialog.open()
    return dialog


class RescueDialog(QDialog):
    """Shows what was rescued beside what stands on file; each is put in, or left as it is.

    Closing it loses nothing: what is not decided is offered again at the next start.
    """

    def __init__(
        self, desk: Desk, place: DataPlace, offers: list[Offer], parent: QWidget | None = None
    ) -> None:
        """Offer texts.

        Args:
            desk: The door to the records.
            place: Of their file.
            offers: What was rescued.
            parent: The window that is held meanwhile.
        """
        super().__init__(parent)
        self.setObjectName("rescue")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(worded(msg("Texts that were kept aside")))
        self.setAccessibleName(self.windowTitle())
        self._desk, self._place = desk, place
        self._offers = list(offers)
        self.list = QListWidget(self)
        self.list.setObjectName("rescue_list")
        self.list.setAccessibleName(self.windowTitle())
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.comparison = Comparison(msg("On file now"), msg("Typed, and kept aside"), self)
        self.note = ErrorNote(self)
        self.copy = _button(IconName.COPY, msg("Copy the text"), "rescue_copy", self)
        self.later = _button(None, msg("Decide later"), "rescue_later", self)
        self.keep = _button(None, msg("Leave it as it is on file"), "rescue_keep", self)
        self.put = _button(None, msg("Put in what was typed"), "rescue_put_in", self)
        emphasise(self.put, Emphasis.MAIN)
        self._lay_out()
        self.copy.clicked.connect(self._copy)
        self.later.clicked.connect(self.reject)
        self.keep.clicked.connect(lambda: self._decided())
        self.put.clicked.connect(self._put_in)
        self.list.currentRowChanged.connect(self._on_chosen)
        self._fill(0)
        self.list.setFocus()

    def _lay_out(self) -> None:
        words = QLabel(worded(_WHAT), self)
        words.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(2 * GRID)
        mark = IconLabel(IconName.INFO, Role.ACCENT, 4 * GRID, self)
        head.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        for button in (self.later, self.keep, self.put):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addLayout(head)
        column.addWidget(self.list)
        column.addWidget(self.comparison, 1)
        column.addWidget(self.note)
        column.addLayout(buttons)
        room = self.screen().availableSize()
        self.resize(min(_WIDTH, room.width() - _ROOM), min(_HEIGHT, room.height() - _ROOM))

    # ------------------------------------------------------------ what it shows

    def _fill(self, row: int) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for offer in self._offers:
            item = QListWidgetItem(_place_of(offer))
            item.setToolTip(item.text())
            self.list.addItem(item)
        self.list.blockSignals(False)
        height = self.list.sizeHintForRow(0) * min(4, len(self._offers)) + 2 * GRID
        self.list.setFixedHeight(height)
        self.list.setCurrentRow(min(row, len(self._offers) - 1))

    def _offer(self) -> Offer | None:
        row = self.list.currentRow()
        return self._offers[row] if 0 <= row < len(self._offers) else None

    def _on_chosen(self, _row: int | QModelIndex = 0) -> None:
        offer = self._offer()
        if offer is None:
            return
        self.note.show_text(said(_GONE) if offer.gone else "")
        self.comparison.show_texts(in_words(offer.now), in_words(offer.value))
        self.put.setEnabled(not offer.gone)

    def _copy(self) -> None:
        if offer := self._offer():
            QGuiApplication.clipboard().setText(in_words(offer.value))

    # ------------------------------------------------------------ deciding

    def _put_in(self) -> None:
        offer = self._offer()
        if offer is None:
            return
        try:
            self._desk.write(self, rescue.put_in, offer)
        except StaleText:
            self._read_again()
            self.note.show_text(worded(_OTHER))
            return
        except Refused as refused:
            self.note.show_text(said(refused.messages[0]))
            return
        self._decided()

    def _decided(self) -> None:
        """Offer no more what is chosen; close after the last."""
        offer = self._offer()
        if offer is None:
            return
        try:
            rescue.settle(self._place, [offer])
        except Refused as refused:
            self.note.show_text(said(refused.messages[0]))
            return
        row = self.list.currentRow()
        del self._offers[row]
        if self._offers:
            self._fill(row)
        else:
            self.accept()

    def _read_again(self) -> None:
        row = self.list.currentRow()
        self._offers = self._desk.read(find_offers, self._place, passing_files())
        if self._offers:
            self._fill(row)


_WHAT = msg(
    "These texts could not be written to the file when they were typed. Nothing is lost: compare"
    " each with what stands on file, and say which is to stand there. The other one is kept."
)
_GONE = msg("What this belongs to is not on file any longer. The text can be copied.")
_OTHER = msg("It was changed meanwhile. Look at both again.")
_FIELDS = {
    "body": msg("Body"),
    "text": msg("Wording"),
    "title": msg("Title"),
}


def _place_of(offer: Offer) -> str:
    address = " › ".join(said(step) for step in offer.address) or offer.text.place
    field = _FIELDS.get(offer.text.field)
    parts = [address, worded(field) if field else ""]
    words = ": ".join(part for part in parts if part)
    return words or worded(msg("A text without a place"))


def _button(
    name: IconName | None, words: Message, object_name: str, parent: QWidget
) -> QPushButton:
    button = QPushButton(worded(words), parent)
    if name is not None:
        button.setIcon(icon(name))
    button.setObjectName(object_name)
    button.setAccessibleName(button.text())
    button.setAutoDefault(False)
    return button
