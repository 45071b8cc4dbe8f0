"""Picking corrections in the frozen minutes: find the old words, choose them, type the new."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bmahr_desktop.domain.old_words import Found, Stretch
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.line import CleanLine
from bmahr_desktop.ui.look.digits import said, shown
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import Emphasis, emphasise, set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.meetings.adoption.frozen import FrozenMinutes
from bmahr_desktop.ui.meetings.adoption.minutes_text import MinutesText
from bmahr_desktop.ui.notices import ErrorNote, announce
from bmahr_desktop.ui.records.list_tools import tool
from bmahr_desktop.ui.records.text_field import TextField

_PAUSE_MS = 150
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEAST = 40 * GRID


class FindLine(QWidget):
    """The words that are looked for, how many places hold them, and the way between them."""

    stepped = Signal(int)
    """Emitted with 1 for the next place, -1 for the one before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = CleanLine(self)
        self.words.setObjectName("picker_find")
        self.words.setAccessibleName(worded(msg("Find the old words")))
        self.words.setPlaceholderText(worded(msg("Find the old words")))
        self.words.setClearButtonEnabled(True)
        self.hits = QLabel(self)
        self.hits.setObjectName("picker_hits")
        set_tone(self.hits, Role.MUTED)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.words, 1)
        row.addWidget(self.hits)
        for name, words, object_name, by in (
            (IconName.ARROW_UP, msg("The place before (Shift+F3)"), "picker_previous", -1),
            (IconName.ARROW_DOWN, msg("The next place (F3)"), "picker_next", 1),
        ):
            button = tool(name, worded(words), object_name, self)
            button.clicked.connect(lambda _=False, by=by: self.stepped.emit(by))
            row.addWidget(button)


class Picker(QFrame):
    """The frozen minutes beside the list of corrections.

    Keys: F3 and Shift+F3 go from hit to hit, Enter in the text begins to reword what is chosen,
    Enter in the new words adds the correction, Esc goes back.
    """

    picked = Signal(object, str)
    """Emitted with the `Stretch` of the old words, and the new ones."""
    leave_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("correction_picker")
        self.setMinimumWidth(_LEAST)
        self._frozen: FrozenMinutes | None = None
        self._found = Found()
        self._at = -1
        self._stretch: Stretch | None = None
        self.title = _wrapped("picker_title", self)
        self.line = FindLine(self)
        self.words, self.hits = self.line.words, self.line.hits
        self.view = MinutesText(self)
        self.view.setObjectName("picker_text")
        self.note = ErrorNote(self)
        self.place = _wrapped("picker_place", self)
        self.new = TextField(self, lines=2, most=5)
        self.new.setObjectName("picker_new")
        self.add = QPushButton(
            icon(IconName.PLUS, Role.ON_MAIN), worded(msg("Add the correction (Enter)")), self
        )
        self.add.setObjectName("picker_add")
        self.add.setAutoDefault(False)
        emphasise(self.add, Emphasis.MAIN)
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._row = Labelled(msg("To"), self.new, parent=self)
        self._lay_out()
        self._connect()
        self._show_rewording(None)

    def _lay_out(self) -> None:
        away = tool(IconName.X, worded(msg("Close the minutes (Esc)")), "picker_close", self)
        away.clicked.connect(self.leave_wanted)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, 0, GRID)
        column.setSpacing(GRID)
        column.addLayout(head)
        column.addWidget(self.line)
        column.addWidget(self.view, 1)
        column.addWidget(self.note)
        column.addWidget(self.place)
        column.addWidget(self._row)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignRight)

    def _connect(self) -> None:
        self._soon.timeout.connect(self._look)
        self.words.textEdited.connect(lambda _: self._soon.start())
        self.words.returnPressed.connect(self._on_enter)
        self.line.stepped.connect(self.step)
        self.view.chosen_changed.connect(self._on_chosen)
        self.view.begin_wanted.connect(self.begin)
        self.new.installEventFilter(self)
        self.add.clicked.connect(self._add)

    # ------------------------------------------------------------ what it shows

    def show_minutes(self, frozen: FrozenMinutes, title: str) -> None:
        """Show minutes to pick in.

        Args:
            frozen: The minutes.
            title: Which they are, already worded.
        """
        if self._frozen is not frozen:
            if self._frozen is not None:
                self._frozen.paged.disconnect(self._on_paged)
            self._frozen = frozen
            frozen.paged.connect(self._on_paged)
        self.title.setText(title)
        self.words.clear()
        self._found, self._at = Found(), -1
        self.hits.clear()
        self.note.show_text("")
        self.show_again()
        self.words.setFocus()

    def show_again(self) -> None:
        """Show the text as it is now: it may be another, or its pages known."""
        text = self._frozen.text() if self._frozen else None
        if self._frozen is not None and text is not None:
            self.view.show_passages(text.passages, self._frozen.pages())
        self._on_chosen()

    def _on_paged(self) -> None:
        if self.isVisible():
            self.show_again()
            if self._frozen is not None and not self._frozen.as_kept:
                self.note.show_text(worded(msg(
                    "This program sets the minutes otherwise than they were kept. Compare the page"
                    " numbers with the paper.")))  # fmt: skip

    # ------------------------------------------------------------ finding

    def _look(self) -> None:
        """Look for what is typed, and go to the first place, or to the nearest words."""
        self._soon.stop()
        if self._frozen is None:
            return
        words = self.words.text()
        self._found, self._at = self._frozen.find(words), -1
        self.note.show_text("")
        self.hits.setText("")
        if self._found.stretches:
            self.step(1)
        elif words.strip():
            self.hits.setText(worded(msg("not found")))
            self._show_nearest(self._found.nearest)

    def _show_nearest(self, nearest: Stretch | None) -> None:
        if nearest is None or self._frozen is None:
            self.note.show_text(worded(msg("These words do not stand in the minutes.")))
            return
        self.view.choose(nearest)
        self.note.show_text(said(msg("These words do not stand in the minutes. Nearest to them:"
                                     " “{words}”", words=self._frozen.words(nearest))))  # fmt: skip

    def step(self, by: int) -> None:
        """Go to the next place where the words stand, or to the one before."""
        if self._soon.isActive():
            self._look()
            return
        count = len(self._found.stretches)
        if not count:
            return
        self._at = (self._at + by) % count if self._at >= 0 or by > 0 else count - 1
        self.hits.setText(said(msg("{at} of {count}", at=self._at + 1, count=count)))
        self.view.choose(self._found.stretches[self._at])

    def _on_enter(self) -> None:
        if self._soon.isActive():
            self._look()
        if isinstance(self.view.chosen(), Stretch):
            self.begin("")

    # ------------------------------------------------------------ rewording

    def _on_chosen(self) -> None:
        """Tell where the chosen words stand."""
        chosen = self.view.chosen()
        if isinstance(chosen, Stretch) and self._frozen is not None:
            self._stretch = chosen
            self._show_rewording(chosen)
        elif not self.new.hasFocus():
            self._stretch = None
            self._show_rewording(None)

    def _show_rewording(self, stretch: Stretch | None) -> None:
        there = stretch is not None and self._frozen is not None
        self._row.setEnabled(there)
        self.add.setEnabled(there)
        if stretch is None or self._frozen is None:
            self.place.setText(worded(msg("Choose the words to be corrected, and press Enter.")))
            return
        fields = self._frozen.fields_of(stretch)
        self.place.setText(said(_cited(fields.get("page", ""), fields["clause"], fields["old"])))

    def begin(self, letter: str) -> None:
        """Begin to type the new words.

        Args:
            letter: The first of them; without it, the old words stand there to be mended.
        """
        chosen = self.view.chosen()
        if not isinstance(chosen, Stretch) or self._frozen is None:
            if isinstance(chosen, Message):
                self.note.show_text(said(chosen))
            return
        self.note.show_text("")
        self._stretch = chosen
        self._show_rewording(chosen)
        self.new.setPlainText(letter or self._frozen.words(chosen))
        self.new.setFocus()
        if letter:
            self.new.moveCursor(QTextCursor.MoveOperation.End)
        else:
            self.new.selectAll()

    def _add(self) -> None:
        stretch, new = self._stretch, self.new.toPlainText().strip("\n")
        if stretch is None or self._frozen is None:
            return
        if new == self._frozen.words(stretch):
            self.note.show_text(worded(msg("The new words are the same as the old.")))
            self.new.setFocus()
            return
        self.note.show_text("")
        self.picked.emit(stretch, new)
        self.new.clear()
        self._stretch = None
        words = worded(msg("The correction is in the list. Find the next words, or press Esc."))
        self.place.setText(words)
        announce(self, words)
        self.words.setFocus()
        self.words.selectAll()

    # ------------------------------------------------------------ keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter add the correction; with Shift it begins a new line."""
        if (
            watched is self.new
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in _ENTER
            and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            self._add()
            return True
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Keep the keys of finding from the window while the focus is in here."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_F3, Qt.Key.Key_Escape)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from place to place with F3, back with Esc."""
        if event.key() == Qt.Key.Key_F3:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            if self.new.hasFocus():
                self.view.setFocus()
            else:
                self.leave_wanted.emit()
        else:
            super().keyPressEvent(event)


def _wrapped(object_name: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setObjectName(object_name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _cited(page: str, clause: str, old: str) -> Message:
    where = []
    if page:
        where.append(worded(msg("Page {page}", page=shown(page))))
    if clause:
        where.append(worded(msg("Clause {clause}", clause=clause)))
    return msg("{where} · from “{old}”", where=" ".join(where) or "…", old=" ".join(old.split()))
