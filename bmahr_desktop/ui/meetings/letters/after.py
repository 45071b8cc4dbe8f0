"""The letters that go out after a meeting: a list, and the chosen one as a form."""

import datetime
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.dispatches import Dispatch
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations import records
from bmahr_desktop.operations.sending import date_letters, remove_letters, restore_letters
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.days import today_here
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.shrinking import Shrinking, ShrinkingButton
from bmahr_desktop.ui.meetings.letters.dispatch_form import DispatchForm
from bmahr_desktop.ui.meetings.letters.dispatch_list import DispatchList
from bmahr_desktop.ui.meetings.letters.making import LetterMaking
from bmahr_desktop.ui.meetings.people.listed import ListedPane
from bmahr_desktop.ui.meetings.record_list import ListAndForm
from bmahr_desktop.ui.notices import EmptyState, ErrorNote, UndoBar
from bmahr_desktop.ui.records.leaving import leaves_unkept
from bmahr_desktop.ui.records.list_tools import tool

_LIST_AT_MOST = 0.5
_TODAY: dict[str, tuple[Message, Message, str]] = {
    "sent": (msg("Sent today"), msg("{count} letters were sent today"), "F5"),
    "received": (msg("Received today"), msg("{count} letters were received today"), "Shift+F5"),
    "answered": (msg("Answered today"), msg("{count} letters were answered today"), "Ctrl+F5"),
}
"""What says today: the words of its button and of what was done, and its key."""


class LettersSplit(ListAndForm):
    """Gives the list the room that its letters need, up to a part, and all the rest to the form."""

    def _share(self) -> None:
        if self._by_hand or self.orientation() is Qt.Orientation.Horizontal:
            super()._share()
            return
        view = self.findChild(DispatchList)
        whole = self.height() - self.handleWidth()
        above = min(view.wanted_height() if view else 0, int(whole * _LIST_AT_MOST))
        self.setSizes([above, whole - above])


class AfterPane(ListedPane[Dispatch]):
    """Lists the letters of one meeting, closed or not; makes, dates and removes them."""

    kind = Kind.DISPATCH
    view: DispatchList
    form: DispatchForm

    dispatch_chosen = Signal(str)
    """Emitted with the uid of the letter that is chosen; empty for none."""
    export_wanted = Signal(bool)
    """Emitted when all letters, or those that are chosen, are to be written to a folder; with
    whether as Word files."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        *,
        today: Callable[[], datetime.date] = today_here,
    ) -> None:
        super().__init__(desk, parent)
        self.setObjectName("after_pane")
        self._today = today
        self._bar = QWidget(self)
        self.undo = UndoBar(self)
        self.making = LetterMaking(desk, self.undo, self)
        self.view = DispatchList(self)
        self.form = DispatchForm(desk, self, today=today)
        self.note = ErrorNote(self)
        self._split = LettersSplit(self)
        self._split.setObjectName("letters_splitter")
        self._empty = EmptyState(
            IconName.SEND,
            msg("Nothing has gone out yet. Tell those who are to act what was resolved."),
            msg("Tell all that was resolved…"),
            self,
        )
        self._fill_bar()
        self._lay_out()
        self.show_parts()
        self._connect()

    def _fill_bar(self) -> None:
        add = self._button("letters_add", msg("New letter"), IconName.PLUS)
        add.setMenu(self.making.menu)
        add.tell(worded(msg("New letter (Insert)")))
        self.dating: dict[str, ShrinkingButton] = {}
        for field, (words, _, keys) in _TODAY.items():
            image = {"sent": IconName.SEND, "received": IconName.LOG_IN}.get(field, IconName.MAIL)
            button = self._button(f"letters_{field}", words, image)
            button.tell(f"{worded(words)} ({keys})")
            button.clicked.connect(lambda _=False, one=field: self.say_today(one))
            self.dating[field] = button
        self.out = self._button("letters_out", msg("Export all"), IconName.DOWNLOAD)
        menu = QMenu(self.out)
        for name, words, word in (
            ("letters_pdf", msg("As PDF files…"), False),
            ("letters_word", msg("As Word files…"), True),
        ):
            action = menu.addAction(worded(words))
            action.setObjectName(name)
            action.triggered.connect(lambda _=False, word=word: self.export_wanted.emit(word))
        self.out.setMenu(menu)
        self.out.tell(worded(msg("Export those that are chosen, or all")))
        remove = tool(IconName.TRASH, worded(msg("Remove (Delete)")), "letters_remove", self._bar)
        remove.clicked.connect(self.remove)
        self._needing: tuple[QWidget, ...] = (*self.dating.values(), self.out, remove)
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for widget in (add, *self.dating.values()):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.out)
        row.addWidget(remove)
        sent, received, answered = self.dating.values()
        self._shrinking = Shrinking(self._bar, (self.out, answered, received, sent, add))
        self.add = add

    def _button(self, name: str, words: Message, image: IconName) -> ShrinkingButton:
        button = ShrinkingButton(icon(image), worded(words), self._bar)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        self._split.put(self.view, self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._bar)
        column.addWidget(self._split, 1)
        column.addWidget(self._empty, 1)
        column.addWidget(self.note)
        column.addWidget(self.undo)

    def _connect(self) -> None:
        super()._connect()
        self.view.add_wanted.connect(self.open_menu)
        self.view.edit_wanted.connect(self.form.edit)
        self.view.today_wanted.connect(self.say_today)
        self.making.made.connect(self._on_made)
        self.making.refused.connect(self.show_error)
        self._split.turned.connect(lambda below: self.form.arrange(narrow=not below))
        self._empty.next_step.connect(self.making.tell_all)

    # ------------------------------------------------------------ what it shows

    def show_meeting(self, meeting: str) -> None:
        """Show the letters of a meeting, and tell which one is chosen now."""
        super().show_meeting(meeting)
        self.dispatch_chosen.emit(self.view.current_uid())

    def turn_to(self, meeting: str) -> None:
        """Make letters of another meeting from now on."""
        self.show_error(None)
        self.making.turn_to(meeting)

    def exported(self) -> list[str]:
        """Return the uids of the letters that are chosen, or of all where but one is."""
        chosen = self.view.selected()
        return chosen if len(chosen) > 1 else [one.uid for one in self.listed]

    def read_listed(self) -> Sequence[Dispatch]:
        """Return the letters."""
        found = self._desk.read(records.read_parts_of, Kind.DISPATCH, self._meeting)
        return [one.record for one in found]

    def show_parts(self) -> None:
        """Show the letters with what can be done with them, or how to begin."""
        there = bool(self.listed)
        self._split.setVisible(there)
        self._empty.setVisible(not there)
        for widget in self._needing:
            widget.setVisible(there)

    def show_listed(self) -> None:
        """Fill the list."""
        self.view.show_dispatches(self.listed, self._today())
        self._split.show_form(there=bool(self.listed))

    def show_error(self, message: Message | None) -> None:
        """Say why something could not be done; None, that all is well."""
        self.note.show_text(said(message) if message else "")

    def name_of(self, one: Dispatch) -> str:
        """Return what a letter is called."""
        kind = worded(wording.DISPATCH_KINDS[one.kind])
        return f"{kind} {one.to}".strip()

    def move_chosen(self, by: int) -> None:
        """Go up or down the list: letters stand in the order in which they were made."""

    def go_to(self, uid: str, field: str = "") -> bool:
        """Choose a letter, and go to a field of it; return whether it is listed."""
        if not self.view.choose(uid):
            return False
        if not (field and self.form.go_to(field)):
            self.form.edit()
        return True

    def _on_chosen(self, uid: str) -> None:
        shown = self.form.record
        if shown and not self.flush():
            if uid == shown.uid:
                return  # what could not be kept stays in its field
            if not leaves_unkept(self):
                QTimer.singleShot(0, self, lambda: self.view.choose(shown.uid))
                return
        self.show_error(None)
        read = self._desk.read(records.read, Kind.DISPATCH, uid) if uid else None
        self.form.show_record(read)
        self.dispatch_chosen.emit(uid)

    # ------------------------------------------------------------ changes

    def open_menu(self) -> None:
        """Offer the ways to make a letter."""
        self.making.menu.popup(self.add.mapToGlobal(QPoint(0, self.add.height())))

    def _on_made(self, uids: tuple[str, ...]) -> None:
        self.read_again()
        if uids:
            self.view.choose(uids[0])
            self.view.choose_all(set(uids))
            self.view.setFocus()

    def say_today(self, field: str) -> None:
        """Say of the chosen letters of which it is not said yet that it happened today."""
        chosen = set(self.view.selected())
        found = [one for one in self.listed if one.uid in chosen and not getattr(one, field)]
        uids = [one.uid for one in found]
        if not uids:
            self.show_error(msg("That is said already, or no letter is chosen."))
            return

        def take_back() -> None:
            self._write(date_letters, uids, field, None)

        self.show_error(None)
        if self._write(date_letters, uids, field, self._today()):
            done = _TODAY[field][1]
            self.undo.offer(Message(done.text, {"count": len(uids)}), take_back)

    def remove(self) -> None:
        """Remove the chosen letters; it can be taken back."""
        chosen = set(self.view.selected())
        gone = [one for one in self.listed if one.uid in chosen]
        uids = [one.uid for one in gone]
        if not uids:
            return

        def take_back() -> None:
            self._write(restore_letters, uids)
            self.view.choose_all(set(uids))

        if self._write(remove_letters, uids):
            one = msg("{name} was removed", name=self.name_of(gone[0]))
            many = msg("{count} letters were removed", count=len(uids))
            self.undo.offer(one if len(uids) == 1 else many, take_back)
