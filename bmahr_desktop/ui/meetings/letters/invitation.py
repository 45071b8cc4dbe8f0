"""The letter that calls a meeting, as its record holds it."""

from collections.abc import Mapping
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.letters import Invitation, LetterKind, Urgency
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations.letters import Usual, usual_invitation
from bmahr_desktop.operations.records import Read
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.word_field import WordField
from bmahr_desktop.ui.look.digits import said, shown
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.meetings.letters.letter_fields import LetterFields
from bmahr_desktop.ui.notices import ErrorNote
from bmahr_desktop.ui.records.text_field import TextField

_PART = "invitation"


class InvitationForm(LetterFields):
    """The fields of an invitation. An empty one shows, in grey, what will be printed."""

    prefix = part = _PART
    blanks: ClassVar[Mapping[str, Any]] = {_PART: Invitation()}

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, Kind.MEETING, parent)
        self.setObjectName("invitation_form")
        self._stale = True
        self.usual: Usual | None = None
        self.warning = ErrorNote(self)
        self.warning.setObjectName("notice_warning")
        self.to, self.number, self.signer = WordField(), WordField(), WordField()
        self.enclosures, self.references = TextField(lines=2, most=6), TextField(lines=2, most=6)
        self.body, self.signer_lines = TextField(lines=5, most=14), TextField(lines=2, most=4)
        self.prepared = QPushButton(icon(IconName.PEN), worded(msg("Change the usual text")), self)
        self.prepared.setObjectName("invitation_prepared")
        self.prepared.setToolTip(worded(msg("Put the prepared text in here, to be changed")))
        self.prepared.clicked.connect(self.take_usual_text)
        self.bind_act(self.prepared)
        self._lay_out()
        self.amended.connect(lambda _: self._refresh())

    def _lay_out(self) -> None:
        kinds, urgencies = wording.LETTER_KINDS, wording.URGENCY
        self.lay_out((
            (
                self._choice("kind", msg("Kind of letter"), kinds, LetterKind.MEMO),
                self._choice("urgency", msg("Urgency"), urgencies, Urgency.NONE),
            ),
            (
                self._text("number", msg("Number of the letter"), self.number),
                self._date("date", msg("Date of the letter")),
            ),
            (self._announced(),),
            (self.warning,),
            (self._text("to", msg("To whom it goes"), self.to),),
            (self._lines("references", msg("It refers to"), self.references),),
            (self._lines("enclosures", msg("Enclosed"), self.enclosures),),
            (self._text("body", msg("Text of the letter"), self.body),),
            (self.prepared,),
            (
                self._date("reply_by", msg("Answers are awaited until")),
                self._text("reply_to", msg("Answers go to"), WordField()),
            ),
            (
                self._text("signer_name", msg("Who signs the letter"), self.signer),
                self._lines("signer_lines", msg("Lines below"), self.signer_lines),
            ),
        ))  # fmt: skip

    def alignment_of(self, widget: QWidget) -> Qt.AlignmentFlag:
        """Let the button be as wide as its words."""
        left = widget is self.prepared
        return Qt.AlignmentFlag.AlignLeft if left else super().alignment_of(widget)

    def _announced(self) -> QCheckBox:
        words = worded(msg("The date was announced at a meeting"))
        field = QCheckBox(words, self)
        field.setObjectName("invitation_announced")
        field.setAccessibleName(words)
        self.bind_check(f"{_PART}.announced", None, field)
        return field

    # ------------------------------------------------------------ what is printed otherwise

    def show_record(self, read: Read | None) -> None:
        """Show the invitation of a meeting."""
        super().show_record(read)
        self._refresh()

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
        """Show again what the empty fields mean, and whether the notice is short."""
        if self.record is None:
            return
        self._stale = not self.isVisible()
        if self._stale:
            return
        try:
            usual = self._desk.read(usual_invitation, self.record.uid)
        except Refused:
            return  # it was removed; whoever shows this form will show another
        self.usual = usual
        for field, words in (
            (self.number, usual.number),
            (self.to, usual.to),
            (self.enclosures, "\n".join(usual.enclosures)),
            (self.body, usual.body),
            (self.signer, usual.signer_name),
            (self.signer_lines, "\n".join(usual.signer_lines)),
        ):
            field.setPlaceholderText(shown(words))
        self.warning.show_text(said(usual.warning) if usual.warning else "")
        now = self.record.invitation or Invitation()
        self._rows["references"].setVisible(now.kind is LetterKind.EXTERNAL)
        self.prepared.setEnabled(not now.body)

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        super()._on_changed(changes, initiator)
        if self.record is None or initiator is self:
            return
        if self.record.uid in changes.meetings or Kind.COMMITTEE in changes.kinds:
            self._refresh()
