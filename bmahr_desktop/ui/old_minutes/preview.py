"""The chosen file at right: how it stands, its heading, and its parts or typed resolutions."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.domain.registers import MeetingLine
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.ui.look.digits import digits_in_use, said, shown
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import CutLabel, Emphasis, emphasise, set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.notices import ErrorNote
from bmahr_desktop.ui.old_minutes.heading_form import HeadingForm
from bmahr_desktop.ui.old_minutes.parts_pane import PartsPane
from bmahr_desktop.ui.old_minutes.taken_file import Standing, TakenFile
from bmahr_desktop.ui.old_minutes.typing_pane import TypingPane

_MOST_QUESTIONS = 3
_BY_FIELD = ("number", "year", "date")


class EndPage(QWidget):
    """What is said where a file has nothing to be gone through, and what can be done then."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("old_end")
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.register = self._button("old_register", msg("Attach it, and type the resolutions"))
        self.open = self._button("old_open_meeting", msg("Open the meeting"))
        self.again = self._button("old_read_again", msg("Read it again"))
        emphasise(self.open, Emphasis.MAIN)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for button in (self.open, self.register, self.again):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(self.words)
        column.addLayout(row)
        column.addStretch(1)

    def _button(self, name: str, words: Message) -> QPushButton:
        button = QPushButton(worded(words), self)
        button.setObjectName(name)
        button.setAccessibleName(button.text())
        button.setAutoDefault(False)
        return button

    def show_end(self, words: str, *buttons: QPushButton) -> None:
        """Say something, and offer some of the buttons."""
        self.words.setText(words)
        for button in (self.open, self.register, self.again):
            button.setVisible(button in buttons)


class Preview(QWidget):
    """Shows one file.

    Signals:
        seen: Somebody looked it over and found it good, or no longer.
        adopted: Its minutes are adopted, or not, as somebody says.
        look_wanted: The file itself is to be shown by the PC.
        twin_wanted: The meeting on file that has the same number is to be opened.
    """

    seen = Signal(bool)
    adopted = Signal(bool)
    look_wanted = Signal()
    twin_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("old_preview")
        self.heading = HeadingForm(self)
        self.parts = PartsPane(self)
        self.typing = TypingPane(self)
        self.end = EndPage(self)
        self.note = ErrorNote(self)
        self._name = CutLabel(self)
        font = self._name.font()
        font.setBold(True)
        self._name.setFont(font)
        self._questions = QLabel(self)
        self._questions.setObjectName("old_questions")
        self._questions.setWordWrap(True)
        self._questions.setTextFormat(Qt.TextFormat.PlainText)
        set_tone(self._questions, Role.WAITING)
        self.seen_tick = self._tick("old_seen", msg("Looked over"))
        self.seen_tick.clicked.connect(self.seen)
        self.adopted_tick = self._tick("old_adopted", msg("The minutes are adopted"))
        self.adopted_tick.clicked.connect(self.adopted)
        self._look = self._button("old_look", msg("Show the file"), self.look_wanted.emit)
        self._look.setIcon(icon(IconName.EXTERNAL_LINK))
        self._twin = self._button("old_twin", msg("Open the one on file"), self.twin_wanted.emit)
        self._stack = QStackedWidget(self)
        self._lay_out()

    def _tick(self, name: str, words: Message) -> QCheckBox:
        tick = QCheckBox(worded(words), self)
        tick.setObjectName(name)
        tick.setAccessibleName(tick.text())
        return tick

    def _button(self, name: str, words: Message, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(worded(words), self)
        button.setObjectName(name)
        button.setAccessibleName(button.text())
        button.setAutoDefault(False)
        button.clicked.connect(lambda: act())
        return button

    def _lay_out(self) -> None:
        for page in (self.parts, self.typing, self.end):
            self._stack.addWidget(page)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self._name, 1)
        row.addWidget(self.adopted_tick)
        row.addWidget(self.seen_tick)
        row.addWidget(self._twin)
        row.addWidget(self._look)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(row)
        column.addWidget(self.note)
        column.addWidget(self._questions)
        column.addWidget(self.heading)
        column.addWidget(self._stack, 1)

    # ------------------------------------------------------------ what it shows

    def show_file(self, file: TakenFile, standing: Standing, *, adopted: bool) -> None:
        """Show a file as it stands."""
        self._name.setText(file.name)
        self._name.setToolTip(str(file.path))
        self._look.setVisible(file.may_open)
        open_ = file.look is not None and not file.kept
        for widget in (self.heading, self._questions, self.seen_tick, self.adopted_tick):
            widget.setVisible(open_)
        if file.look is None or not open_:
            self._show_end(file, standing)
            self.parts.show_file(None)
            return
        self.heading.show_heading(file.heading())
        self.adopted_tick.setChecked(adopted)
        if file.scan:
            self.typing.show_rows(file.rows, file.look.usual)
            self._stack.setCurrentWidget(self.typing)
        else:
            self.parts.show_file(file)
            self._stack.setCurrentWidget(self.parts)

    def show_standing(
        self, file: TakenFile, twin: MeetingLine | None, rival: TakenFile | None
    ) -> None:
        """Say what is to be looked at in the file that is shown."""
        self._twin.setVisible(twin is not None and not file.kept)
        self.seen_tick.setChecked(file.seen)
        if file.look is None or file.kept:
            self.note.show_text("")
            return
        questions = file.questions()
        needed = {one.about: one.message for one in questions if one.needed}
        self.heading.show_missing(needed)
        others = [one.message for one in questions if one.about not in needed]
        words = [said(one) for one in (*_twins(twin, rival), *others)]
        if file.scan and not file.rows:
            words.append(worded(msg("No resolutions are typed yet.")))
        more = len(words) - _MOST_QUESTIONS
        shown_ = words[:_MOST_QUESTIONS]
        if more > 0:
            shown_.append(said(msg("… and {count} more", count=more)))
        self._questions.setText("  ·  ".join(shown_))
        self._questions.setToolTip("\n".join(words))
        self._questions.setVisible(bool(words))

    def _show_end(self, file: TakenFile, standing: Standing) -> None:
        end = self.end
        if standing is Standing.KEPT and file.kept_as:
            name = shown(f"{file.kept_as[0]}/{file.kept_as[1]}")
            words = msg("Kept as meeting {name}, with the file attached.", name=name)
            if file.attached:
                words = msg("Attached to meeting {name}, which was on file.", name=name)
            end.show_end(said(words), end.open)
        elif standing is Standing.REFUSED:
            end.show_end("\n".join(map(said, file.refusals)), end.register, end.again)
        else:
            end.show_end(worded(msg("The file waits to be read.")), end.again)
        self._stack.setCurrentWidget(end)

    def commit(self) -> bool:
        """Say what is typed; return whether all of it is understood."""
        understood = self.heading.commit() if self.heading.isVisible() else True
        page = self._stack.currentWidget()
        if page is self.parts:
            return self.parts.commit() and understood
        if page is self.typing:
            return self.typing.commit() and understood
        return understood

    def go_to_missing(self, file: TakenFile) -> None:
        """Put the keyboard into the first field that is still needed."""
        for one in file.questions():
            if one.needed and one.about in _BY_FIELD:
                self.heading.go_to(one.about)
                return


def _twins(twin: MeetingLine | None, rival: TakenFile | None) -> list[Message]:
    words = []
    if twin is not None:
        day = format_date(twin.date, DateStyle.SHORT_FULL_YEAR, digits_in_use())
        name = shown(f"{twin.number}/{twin.year}")
        words.append(msg("Meeting {name} of {date} is on file already.", name=name, date=day))
    if rival is not None:
        words.append(msg("“{file}” is of the same meeting.", file=rival.name))
    return words
