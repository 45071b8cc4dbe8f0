"""The corrections made in minutes, one below the other: picked, typed, checked, moved, removed."""

from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from bmahr_desktop.domain.adoption import Correction
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import Refused, StaleText
from bmahr_desktop.domain.old_words import Stretch
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations import corrections
from bmahr_desktop.operations.corrections import Owner
from bmahr_desktop.operations.records import Read
from bmahr_desktop.thai.numbering import Label, format_label
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.look.digits import digits_in_use, said
from bmahr_desktop.ui.look.flow import FlowLayout
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.meetings.adoption.checking import Checking
from bmahr_desktop.ui.meetings.adoption.frozen import FrozenMinutes
from bmahr_desktop.ui.meetings.adoption.row import CorrectionForm
from bmahr_desktop.ui.notices import ErrorNote


class CorrectionsList(QWidget):
    """The corrections of a matter, or of minutes that went round by letter.

    Attributes:
        frozen: The minutes that they are made in.
        forms: A form for each.
    """

    changed = Signal()
    """Emitted when a correction was added, changed, moved or removed."""
    removed = Signal(object, int)
    """Emitted with the correction that was removed, and its place before."""
    moved = Signal(str, int)
    """Emitted with the uid of what was moved, and its place before."""
    pick_wanted = Signal(object)
    """Emitted with this list when the minutes are to be opened beside it."""

    def __init__(self, desk: Desk, writer: QObject, parent: QWidget | None = None) -> None:
        """Make an empty list.

        Args:
            desk: The door to the records.
            writer: Who is told to the desk as the one that changes what is in it.
            parent: The widget that it stands in.
        """
        super().__init__(parent)
        self.setObjectName("corrections_list")
        self._desk, self._writer = desk, writer
        self._owner: Owner | None = None
        self._read_only = self._held = self._pickable = False
        self.frozen = FrozenMinutes(desk, self)
        self.checking = Checking(self.frozen, self.form_of, self.amend, self)
        self.frozen.forgotten.connect(self._show_places)
        self.forms: list[CorrectionForm] = []
        words = msg("Pick words to be corrected in the minutes")
        self.pick = _button(IconName.FILE_CHECK, words, "correction_pick", self)
        self.pick.clicked.connect(lambda: self.pick_wanted.emit(self))
        self.typed = _button(IconName.PLUS, msg("Add a correction"), "correction_add", self)
        self.typed.clicked.connect(self.add)
        self.note = ErrorNote(self)
        buttons = QWidget(self)
        flow = FlowLayout(buttons)
        flow.addWidget(self.pick)
        flow.addWidget(self.typed)
        self._column = QVBoxLayout()
        self._column.setSpacing(GRID)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._column)
        column.addWidget(self.note)
        column.addWidget(buttons)

    # ------------------------------------------------------------ what it shows

    def show_corrections(self, owner: Owner, read: list[Read]) -> None:
        """Show corrections; where the minutes are, `frozen` was told before."""
        if owner != self._owner:
            self.checking.forget()
            self.note.show_text("")
        self._owner = owner
        while len(self.forms) > len(read):
            form = self.forms.pop()
            form.show_record(None)
            form.hide()
            form.deleteLater()
        while len(self.forms) < len(read):
            self.forms.append(self._made())
            self._column.addWidget(self.forms[-1])
            self.forms[-1].show()  # at once, so that its keys work when it has the keyboard
        for number, (form, one) in enumerate(zip(self.forms, read, strict=True), 1):
            form.hold(self._held)
            form.show_correction(one, format_label(number, Label.NUMBER_DOT, digits_in_use()))
        self._show_places()
        self._enable()

    def _made(self) -> CorrectionForm:
        form = CorrectionForm(self._desk, self)
        form.remove_wanted.connect(self.remove)
        form.move_wanted.connect(self.move_correction)
        form.old_left.connect(self.checking.check)
        form.amended.connect(lambda _: self.changed.emit())
        return form

    def read_again(self) -> None:
        """Read the corrections again."""
        if self._owner is not None:
            self.show_corrections(
                self._owner, self._desk.read(corrections.read_corrections, self._owner)
            )
            self.changed.emit()

    def set_read_only(self, read_only: bool) -> None:
        """Let none be added or picked, or some again; the forms know by themselves."""
        self._read_only = read_only
        self._enable()

    def hold(self, held: bool) -> None:
        """Let all be only read, whatever the record allows: the minutes are adopted."""
        self._held = held
        for form in self.forms:
            form.hold(held)
        self._enable()

    def can_pick(self, there: bool) -> None:
        """Say whether there are minutes on file to pick words in."""
        self._pickable = there
        self._enable()

    def _enable(self) -> None:
        open_ = not (self._read_only or self._held)
        self.typed.setEnabled(open_)
        self.pick.setEnabled(open_ and self._pickable)

    def _show_places(self) -> None:
        for form in self.forms:
            form.tell_place(form.record is not None and form.record.place is not None)

    def flush(self) -> bool:
        """Keep everything that is typed; return whether all could be kept."""
        kept = [form.flush() for form in self.forms]
        return all(kept)

    def drop_unkept(self) -> None:
        """Throw away what could not be kept."""
        for form in self.forms:
            form.drop_unkept()

    def focus_on(self, uid: str) -> bool:
        """Go to the old words of a correction; return whether it is listed."""
        form = self.form_of(uid)
        if form is not None:
            form.old.field.setFocus()
        return form is not None

    def form_of(self, uid: str) -> CorrectionForm | None:
        """Return the form of a correction; None if it is not listed."""
        return next((one for one in self.forms if one.record and one.record.uid == uid), None)

    # ------------------------------------------------------------ changes

    def add(self) -> None:
        """Add a correction to be typed, and go to it."""
        if self.put(Correction(uid=new_uid(), old="", new="")):
            self.forms[-1].old.field.setFocus()

    def take(self, stretch: Stretch, new: str) -> None:
        """Add a correction of words that were picked in the minutes."""
        fields = self.frozen.fields_of(stretch)
        made = Correction(uid=new_uid(), new=new, **fields)
        if self.put(made):
            self.checking.note_place(made.uid, stretch)

    def put(self, made: Correction) -> bool:
        """Add a correction at the end; return whether it could be kept."""
        self.flush()
        return self._do(corrections.add, self._owner, made)

    def remove(self, uid: str) -> None:
        """Take a correction away; whoever hears of it offers to put it back."""
        self.flush()
        form = self.form_of(uid)
        if form is None:
            return
        gone, at = form.record, self.forms.index(form)
        if self._do(corrections.remove, self._owner, uid):
            self.removed.emit(gone, at)
            nearest = self.forms[min(at, len(self.forms) - 1)].old.field if self.forms else None
            (nearest or self.typed).setFocus()

    def move_correction(self, uid: str, by: int) -> None:
        """Move a correction up or down in the list."""
        self.flush()
        form = self.form_of(uid)
        if form is None:
            return
        at = self.forms.index(form)
        if not 0 <= at + by < len(self.forms):
            return
        if self._do(corrections.move, self._owner, uid, at + by):
            self.focus_on(uid)
            self.moved.emit(uid, at)

    def amend(self, uid: str, **fields: Any) -> bool:
        """Change a correction; return whether it could be kept."""
        return self._do(corrections.amend, Kind.CORRECTION, uid, None, **fields)

    def _do(self, operation: Any, *what: Any, **fields: Any) -> bool:
        self.note.show_text("")
        try:
            self._desk.write(self._writer, operation, *what, **fields)
        except StaleText:
            self.note.show_text(worded(msg("This was removed. Put it back first.")))
            return False
        except Refused as refused:
            self.note.show_text(said(refused.messages[0]))
            return False
        self.read_again()
        return True


def _button(name: IconName, words: Message, object_name: str, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setObjectName(object_name)
    button.setText(worded(words))
    button.setIcon(icon(name))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button
