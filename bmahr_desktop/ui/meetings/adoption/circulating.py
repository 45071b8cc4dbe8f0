"""Adopting minutes by letter: the day of reply, who answered what, what is corrected."""

import datetime
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.dispatches import Answer, Dispatch
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.habits.wording import corrections_in
from bmahr_desktop.domain.meeting import Meeting
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations import records
from bmahr_desktop.operations.adopting import (
    answers_of,
    reply_day,
    set_circulation,
    why_not_yet,
)
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.date_field import DateField
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.word_field import ChoiceField
from bmahr_desktop.ui.look.digits import digits_in_use, said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import Emphasis, emphasise, set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.meetings.adoption.corrections_list import CorrectionsList
from bmahr_desktop.ui.notices import ErrorNote

_UID = Qt.ItemDataRole.UserRole
_RULE = msg(
    "Who is silent agrees when the day of reply has passed. Before it, the minutes can be adopted"
    " only when all have answered. If one of them does not agree, a meeting has to decide."
)
_LOOKS = {
    None: (IconName.CLOCK, Role.WAITING),
    Answer.AGREES: (IconName.CHECK_CIRCLE, Role.DONE),
    Answer.CORRECTS: (IconName.PENCIL, Role.WAITING),
    Answer.DISAGREES: (IconName.X, Role.DANGER),
}
_TO, _SENT, _ANSWER, _WORDS = range(4)
_MOST_ROWS = 8


class CirculationBox(QWidget):
    """How the minutes of one meeting go round by letter."""

    adopt_wanted = Signal()
    letters_wanted = Signal(str)
    """Emitted with the uid of the letter that is to be seen; empty for the letters as such."""

    def __init__(
        self,
        desk: Desk,
        corrections: CorrectionsList,
        parent: QWidget | None = None,
        *,
        today: Callable[[], datetime.date],
    ) -> None:
        """Make an empty box.

        Args:
            desk: The door to the records.
            corrections: The list of what is taken over from answers.
            parent: The widget that it stands in.
            today: Tells which day it is.
        """
        super().__init__(parent)
        self.setObjectName("circulation_box")
        self._desk, self._corrections, self._today = desk, corrections, today
        self._meeting: Meeting | None = None
        self.reply_by = DateField(today=today)
        self.reply_by.setObjectName("circulation_reply_by")
        self.reply_by.edited.connect(self._keep_day)
        self.list = _made_list(self)
        self.list.currentItemChanged.connect(lambda *_: self._show_answer())
        self.list.itemActivated.connect(lambda *_: self.letters_wanted.emit(self._chosen_uid()))
        self.answer = ChoiceField([(one, name) for one, name in wording.ANSWERS.items()])
        self.answer.setObjectName("circulation_answer")
        self.answer.chosen.connect(self._keep_answer)
        words = worded(msg("Take over as corrections"))
        self.take_over = QPushButton(icon(IconName.PENCIL), words, self)
        self.take_over.setObjectName("circulation_take_over")
        self.take_over.setAutoDefault(False)
        self.take_over.clicked.connect(self.take_answer)
        words = worded(msg("To the letters"))
        self.letters = QPushButton(icon(IconName.MAIL), words, self)
        self.letters.setObjectName("circulation_letters")
        self.letters.setAutoDefault(False)
        self.letters.clicked.connect(lambda: self.letters_wanted.emit(self._chosen_uid()))
        self.note = ErrorNote(self)
        self.why = QLabel(self)
        self.why.setObjectName("circulation_why")
        self.why.setWordWrap(True)
        self.adopt = QPushButton(
            icon(IconName.FILE_CHECK, Role.ON_MAIN), worded(msg("Adopt by circulation…"))
        )
        self.adopt.setObjectName("circulation_adopt")
        self.adopt.setAutoDefault(False)
        emphasise(self.adopt, Emphasis.MAIN)
        self.adopt.clicked.connect(self.adopt_wanted)
        self._lay_out()

    def _lay_out(self) -> None:
        rule = QLabel(worded(_RULE), self)
        rule.setWordWrap(True)
        set_tone(rule, Role.MUTED)
        fields = QHBoxLayout()
        fields.setSpacing(2 * GRID)
        self._day = Labelled(msg("Answer wanted by"), self.reply_by, parent=self)
        self._answer = Labelled(msg("Answer of the one chosen"), self.answer, parent=self)
        fields.addWidget(self._day, 1, Qt.AlignmentFlag.AlignTop)
        fields.addWidget(self._answer, 1, Qt.AlignmentFlag.AlignTop)
        acts = QHBoxLayout()
        acts.setSpacing(GRID)
        acts.addWidget(self.take_over)
        acts.addWidget(self.letters)
        acts.addStretch(1)
        end = QHBoxLayout()
        end.setSpacing(GRID)
        end.addWidget(self.why, 1)
        end.addWidget(self.adopt, 0, Qt.AlignmentFlag.AlignBottom)
        heading = QLabel(worded(msg("Corrections taken over from the answers")), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(rule)
        column.addLayout(fields)
        column.addWidget(self.list)
        column.addLayout(acts)
        column.addWidget(self.note)
        column.addWidget(heading)
        column.addWidget(self._corrections)
        column.addLayout(end)

    # ------------------------------------------------------------ what it shows

    def show_meeting(self, record: Meeting) -> None:
        """Show how the minutes of a meeting go round.

        Args:
            record: The meeting, with the letters that went out after it.
        """
        self._meeting = record
        circulated = record.circulated
        self.reply_by.set_value(reply_day(record))
        answers = list(answers_of(record))
        self._fill(answers)
        rows = min(len(answers), _MOST_ROWS)
        row = max(self.list.sizeHintForRow(0), self.fontMetrics().height() + GRID)
        self.list.setFixedHeight(self.list.header().sizeHint().height() + rows * row + 4)
        reason = why_not_yet(record, self._today())
        decided = circulated is not None and circulated.decided is not None
        self.why.setText(said(reason) if reason else worded(msg("The minutes can be adopted now.")))
        self.why.setVisible(not decided)
        self.adopt.setEnabled(reason is None)
        self.adopt.setVisible(not decided)
        self._day.setEnabled(not decided)
        self._show_answer()

    def _fill(self, answers: list[Dispatch]) -> None:
        chosen = self._chosen_uid()
        self.list.blockSignals(True)
        self.list.clear()
        rows = [_row(one) for one in answers]
        self.list.addTopLevelItems(rows)
        again = [row for row in rows if row.data(_TO, _UID) == chosen]
        for row in (again or rows)[:1]:
            self.list.setCurrentItem(row)
        self.list.blockSignals(False)
        self.list.setVisible(bool(answers))

    def _chosen_uid(self) -> str:
        item = self.list.currentItem()
        return str(item.data(_TO, _UID) or "") if item is not None else ""

    def _chosen(self) -> Dispatch | None:
        uid = self._chosen_uid()
        sent = answers_of(self._meeting) if self._meeting else ()
        return next((one for one in sent if one.uid == uid), None)

    def _show_answer(self) -> None:
        one, record = self._chosen(), self._meeting
        decided = bool(record and record.circulated and record.circulated.decided)
        self._answer.setVisible(one is not None)
        self._answer.setEnabled(not decided)
        self.answer.set_value(one.answer if one else None)
        wants = one is not None and one.answer is Answer.CORRECTS
        self.take_over.setVisible(wants and not decided)
        self.note.show_text("")

    def commit(self) -> bool:
        """Keep the day that is typed; return whether it is one."""
        return self.reply_by.commit()

    # ------------------------------------------------------------ changes

    def _keep_day(self, day: datetime.date | None) -> None:
        if self._meeting is not None:
            self._do(lambda uid: self._desk.write(self, set_circulation, uid, day))

    def _keep_answer(self, answer: object) -> None:
        one = self._chosen()
        if one is None:
            return
        found = None if answer is None else Answer(str(answer))
        day = (one.answered or self._today()) if found else None
        self._do(lambda _: self._desk.write(
            self, records.amend, Kind.DISPATCH, one.uid, None, answer=found, answered=day,
        ))  # fmt: skip

    def _do(self, act: Callable[[str], object]) -> None:
        if self._meeting is None:
            return
        self.note.show_text("")
        try:
            act(self._meeting.uid)
        except Refused as refused:
            self.note.show_text(said(refused.messages[0]))

    def take_answer(self) -> None:
        """Make corrections of what the chosen answer lists; what is no list is typed or picked."""
        one = self._chosen()
        listed = list(corrections_in(one.answer_text)) if one else []
        if not listed:
            self.note.show_text(worded(msg(
                "The answer lists nothing as “from … to …”. Pick the words in the minutes, or type"
                " them.")))  # fmt: skip
            self._corrections.pick.setFocus()
            return
        for correction in listed:
            self._corrections.put(correction)
            self._corrections.checking.check(correction.uid)


def _made_list(parent: QWidget) -> QTreeWidget:
    made = QTreeWidget(parent)
    made.setObjectName("circulation_list")
    made.setAccessibleName(worded(msg("Who answered what")))
    headings = (msg("Addressee"), msg("Sent"), msg("Answer"), msg("Words"))
    made.setHeaderLabels([worded(one) for one in headings])
    made.setRootIsDecorated(False)
    made.setUniformRowHeights(True)
    header = made.header()
    header.setStretchLastSection(True)
    header.setSectionResizeMode(_TO, QHeaderView.ResizeMode.ResizeToContents)
    for column in (_SENT, _ANSWER):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
    return made


def _row(one: Dispatch) -> QTreeWidgetItem:
    item = QTreeWidgetItem(
        [one.to, _day_of(one.sent), _answer_of(one), " ".join(one.answer_text.split())]
    )
    name, role = _LOOKS[one.answer]
    item.setIcon(_ANSWER, icon(name, role))
    item.setData(_TO, _UID, one.uid)
    for column in (_TO, _WORDS):
        item.setToolTip(column, item.text(column))
    return item


def _answer_of(one: Dispatch) -> str:
    words: Message = wording.ANSWERS[one.answer]
    return " ".join(filter(None, (worded(words), _day_of(one.answered))))


def _day_of(day: datetime.date | None) -> str:
    return format_date(day, DateStyle.SHORT, digits_in_use()) if day else ""
