"""What the chosen file is called, what it belongs to, and whether it is still kept whole."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations.attachments import (
    AttachmentLine,
    AttachmentPlace,
    KeptState,
    words_of,
)
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.word_field import ChoiceField, WordField
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.meetings.attachments.view import kind_of, name_of, size_of
from bmahr_desktop.ui.notices import ErrorNote
from bmahr_desktop.ui.records.form import RecordForm

_TITLE_PART, _PLACE_PART = 3, 2
_FEWEST_LETTERS = 12


class PlaceField(ChoiceField):
    """A choice of what a file belongs to: the meeting or one of its matters."""

    def __init__(self, object_name: str, parent: QWidget | None = None) -> None:
        super().__init__((), parent)
        self.setObjectName(object_name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_FEWEST_LETTERS)
        self._places: tuple[AttachmentPlace, ...] = ()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the field, its text shortened where it is too long."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        box = QStyle.ComplexControl.CC_ComboBox
        room = self.style().subControlRect(box, option, part, self).width() - GRID
        elide = Qt.TextElideMode.ElideRight
        option.currentText = self.fontMetrics().elidedText(option.currentText, elide, room)
        painter = QStylePainter(self)
        painter.drawComplexControl(box, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def show_places(self, places: Sequence[AttachmentPlace]) -> None:
        """Offer what there is; what was chosen stays so if it is still there."""
        if tuple(places) != self._places:
            self._places = tuple(places)
            self.set_choices([(place.matter, name_of(place)) for place in places])
            for at, place in enumerate(places):
                self.setItemData(at, said(name_of(place)), Qt.ItemDataRole.ToolTipRole)

    def choose_meeting(self) -> None:
        """Choose the meeting as a whole."""
        if self.count():
            self.set_value("")

    def matter(self) -> str:
        """Return the matter that is chosen; empty for the meeting."""
        return str(self.value() or "")


class AttachmentForm(RecordForm):
    """The title of a file in the papers of the meeting, and what it belongs to."""

    given = Signal(str)
    """Emitted with the matter that the file is to belong to; empty for the meeting."""
    put_again = Signal()
    """Emitted when the kept content is to be put back from a copy."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, Kind.ATTACHMENT, parent)
        self.setObjectName("attachment_form")
        self.title = WordField()
        self.title.setObjectName("attachment_title")
        row = Labelled(msg("Title of the document"), self.title, parent=self)
        self.bind_text("title", row, self.title)
        self.place = PlaceField("attachment_place")
        self.place.chosen.connect(lambda matter: self.given.emit(matter))
        self.bind_act(self.place)
        self._file = QLabel(self)
        self._file.setTextFormat(Qt.TextFormat.PlainText)
        self._file.setWordWrap(True)
        set_tone(self._file, Role.MUTED)
        self.note = ErrorNote(self)
        self._again = QPushButton(
            icon(IconName.UPLOAD), worded(msg("Put the file in again…")), self
        )
        self._again.setObjectName("attachment_put_again")
        self._again.setAutoDefault(False)
        self._again.clicked.connect(self.put_again)
        self._lay_out(row)

    def _lay_out(self, row: Labelled[WordField]) -> None:
        beside = QHBoxLayout()
        beside.setSpacing(2 * GRID)
        beside.addWidget(row, _TITLE_PART)
        beside.addWidget(Labelled(msg("Belongs to"), self.place, parent=self), _PLACE_PART)
        unsound = QHBoxLayout()
        unsound.setSpacing(GRID)
        unsound.addWidget(self.note, 1)
        unsound.addWidget(self._again, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(beside)
        column.addWidget(self._file)
        column.addLayout(unsound)

    def edit(self) -> None:
        """Go to the title."""
        self.title.setFocus()
        self.title.selectAll()

    def show_file(self, line: AttachmentLine, places: Sequence[AttachmentPlace]) -> None:
        """Tell about the file itself, what it belongs to, and whether it is kept whole."""
        kind, size = kind_of(line), size_of(line)
        words = msg("File “{file}”, {kind}, {size}", file=line.file_name, kind=kind, size=size)
        self._file.setText(said(words))
        self.place.show_places(places)
        self.place.set_value(line.matter)
        sound = line.state is KeptState.WHOLE
        self.note.show_text("" if sound else said(words_of(line.state, line)))
        self._again.setVisible(not sound)
