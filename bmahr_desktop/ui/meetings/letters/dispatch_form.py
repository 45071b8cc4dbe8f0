"""A letter after a meeting, as its record holds it: when it went out, and what it says."""

import datetime
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.dispatches import DispatchKind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.letters import LetterKind, Urgency
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations.dispatches import UsualLetter, usual_letter
from bmahr_desktop.operations.records import Read
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.days import today_here
from bmahr_desktop.ui.fields.word_field import WordField
from bmahr_desktop.ui.look.digits import shown
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.meetings.letters.letter_fields import LetterFields
from bmahr_desktop.ui.records.text_field import TextField

_ANSWERED = frozenset({DispatchKind.DRAFT, DispatchKind.CIRCULATION})
"""Letters that somebody answers."""
_OF_ANSWERS = ("reply_by", "answered", "answer", "answer_text")
_STANDING = {Kind.COMMITTEE, Kind.PERSON, Kind.UNIT}


class DispatchForm(LetterFields):
    """The fields of a letter. An empty one shows, in grey, what will be printed."""

    prefix = "dispatch"

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        *,
        today: Callable[[], datetime.date] = today_here,
    ) -> None:
        super().__init__(desk, Kind.DISPATCH, parent)
        self.setObjectName("dispatch_form")
        self._today = today
        self._stale = True
        self.usual: UsualLetter | None = None
        self.subject = QLabel(self)
        self.subject.setObjectName("dispatch_subject")
        self.subject.setWordWrap(True)
        self.subject.setTextFormat(Qt.TextFormat.PlainText)
        set_tone(self.subject, Role.MUTED)
        self.to, self.number, self.signer = WordField(), WordField(), WordField()
        self.enclosures, self.references = TextField(lines=2, most=6), TextField(lines=2, most=6)
        self.body, self.signer_lines = TextField(lines=5, most=14), TextField(lines=2, most=4)
        self.prepared = QPushButton(icon(IconName.PEN), worded(msg("Change the usual text")), self)
        self.prepared.setObjectName("dispatch_prepared")
        self.prepared.setToolTip(worded(msg("Put the prepared text in here, to be changed")))
        self.prepared.clicked.connect(self.take_usual_text)
        self.bind_act(self.prepared)
        self._lay_out()
        self.amended.connect(self._on_amended)

    def _lay_out(self) -> None:
        kinds, urgencies = wording.LETTER_KINDS, wording.URGENCY
        self.lay_out((
            (self.subject,),
            (self._date("sent", msg("Sent on")), self._date("received", msg("Received on"))),
            (
                self._date("answered", msg("Answered on")),
                self._choice("answer", msg("Answer"), wording.ANSWERS, None),
            ),
            (self._lines_of_answer(),),
            (
                self._text("number", msg("Number of the letter"), self.number),
                self._date("date", msg("Date of the letter")),
            ),
            (self._text("to", msg("To whom it goes"), self.to),),
            (
                self._choice("layout", msg("Kind of letter"), kinds, LetterKind.MEMO),
                self._choice("urgency", msg("Urgency"), urgencies, Urgency.NONE),
            ),
            (self._date("reply_by", msg("Answer wanted by")),),
            (self._lines("references", msg("It refers to"), self.references),),
            (self._lines("enclosures", msg("Enclosed"), self.enclosures),),
            (self._text("text", msg("Text of the letter"), self.body),),
            (self.prepared,),
            (
                self._text("signer_name", msg("Who signs the letter"), self.signer),
                self._lines("signer_lines", msg("Lines below"), self.signer_lines),
            ),
        ))  # fmt: skip
        for name in ("sent", "received", "answered", "date"):
            self._rows[name].label.setToolTip(worded(msg("F5: today")))

    def _lines_of_answer(self) -> QWidget:
        return self._text("answer_text", msg("What they answered"), TextField(lines=2, most=6))

    def alignment_of(self, widget: QWidget) -> Qt.AlignmentFlag:
        """Let the button be as wide as its words."""
        left = widget is self.prepared
        return Qt.AlignmentFlag.AlignLeft if left else super().alignment_of(widget)

    # ------------------------------------------------------------ what it shows

    def show_record(self, read: Read | None) -> None:
        """Show a letter."""
        super().show_record(read)
        self._refresh()

    def edit(self) -> None:
        """Put the keyboard into the first field that is still to be filled in."""
        record = self.record
        if record is not None:
            self.go_to("to" if not record.to else "number" if not record.number else "sent")

    def take_usual_text(self) -> None:
        """Put the text that the program words into the field, to be changed."""
        if self.usual is not None and not self.body.toPlainText().strip():
            self.body.setPlainText(self.usual.body)
            self.body.commit()
        self.body.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed meanwhile."""
        super().showEvent(event)
        if self._stale:
            self._refresh()

    def _refresh(self) -> None:
        """Show again what the empty fields mean, and the fields that this letter has."""
        if self.record is None:
            return
        self._stale = not self.isVisible()
        if self._stale:
            return
        try:
            usual = self._desk.read(usual_letter, self.record.uid)
        except Refused:
            return  # it was removed; whoever shows this form will show another
        self.usual = usual
        self._show_usual(usual)
        now = self.record
        self._rows["references"].setVisible(now.layout is LetterKind.EXTERNAL)
        answered = now.kind in _ANSWERED
        for name in _OF_ANSWERS:
            self._rows[name].setVisible(answered or bool(getattr(now, name)))
        self.prepared.setEnabled(not now.text)

    def _show_usual(self, usual: UsualLetter) -> None:
        self.subject.setText(usual.subject)
        for field, words in (
            (self.number, usual.number),
            (self.to, usual.to),
            (self.enclosures, "\n".join(usual.enclosures)),
            (self.body, usual.body),
            (self.signer, usual.signer_name),
            (self.signer_lines, "\n".join(usual.signer_lines)),
        ):
            field.setPlaceholderText(shown(words))

    def _on_amended(self, name: str) -> None:
        """Note the day of an answer with it, and show what follows from a field."""
        if name == "answer" and self.record.answer is not None and self.record.answered is None:
            today = self._today()
            self.keep("answered", today)
            self.show_field("answered")
        self._refresh()

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        super()._on_changed(changes, initiator)
        if self.record is None or initiator is self:
            return
        if changes.wrote(Kind.DISPATCH, self.record.uid) or changes.kinds & _STANDING:
            self._refresh()
