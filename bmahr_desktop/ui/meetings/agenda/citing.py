"""Citing an earlier resolution in the text of a matter: found, worded from the register, linked."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.registers import ResolutionLine
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations import links, records
from bmahr_desktop.ui.background import Errands
from bmahr_desktop.ui.citing.dialog import CitingDialog
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.look.digits import shown
from bmahr_desktop.ui.meetings.agenda.matter import MatterPane
from bmahr_desktop.ui.meetings.agenda.resolution import ResolutionForm
from bmahr_desktop.ui.notices import UndoBar
from bmahr_desktop.ui.records.body_field import BodyField


@dataclass(frozen=True)
class _Place:
    """Where a citation goes.

    Attributes:
        writing: The text that it is put into.
        put: Puts words at its caret as one step of undo; tells whether there was room.
        matter, resolution: What is then linked; empty for what has no links.
    """

    writing: QTextEdit | QPlainTextEdit
    put: Callable[[str], bool]
    matter: str = ""
    resolution: str | None = None


class Citing(QObject):
    """Serves the bodies and resolutions of one pane of a matter."""

    def __init__(
        self,
        pane: MatterPane,
        meeting: Callable[[], str],
        undo: UndoBar,
        desk: Desk,
        errands: Errands,
    ) -> None:
        """Stand ready.

        Args:
            pane: Where somebody writes.
            meeting: Returns the uid of the meeting that is shown.
            undo: Where taking it back is offered.
            desk: The door to the records.
            errands: Where resolutions are searched.
        """
        super().__init__(pane)
        self._pane, self._meeting, self._undo = pane, meeting, undo
        self._desk, self._errands = desk, errands
        self.dialog: CitingDialog | None = None
        pane.body.editor.cite_wanted.connect(self._in_body)
        pane.resolutions.cite_wanted.connect(self._in_resolution)

    def serve(self, field: BodyField) -> None:
        """Serve a body that is a part of no matter too, as that of a paper at the end."""
        editor = field.editor
        editor.cite_wanted.connect(lambda: self._ask(_Place(editor, field.insert_text)))

    def _in_body(self) -> None:
        matter = self._pane.matter
        if matter is not None:
            body = self._pane.body
            self._ask(_Place(body.editor, body.insert_text, matter.uid))

    def _in_resolution(self, form: ResolutionForm) -> None:
        matter = self._pane.matter
        if matter is None:
            return

        def put(words: str) -> bool:
            form.text.insertPlainText(words)
            return True

        self._ask(_Place(form.text, put, matter.uid, form.record.uid))

    def _ask(self, place: _Place) -> None:
        if self.dialog is None:
            self.dialog = CitingDialog(self._desk, self._errands, self._pane.window())
        meeting = self._desk.read(records.read, Kind.MEETING, self._meeting(), shallow=True).record
        self.dialog.ask(
            meeting.committee,
            lambda line: self._cite(place, line),
            place.resolution or "",
            meeting.date,
        )

    def _cite(self, place: _Place, line: ResolutionLine) -> None:
        """Put the citation in, and note the link."""
        writing = place.writing
        writing.window().activateWindow()
        writing.setFocus()
        try:
            words = self._desk.read(links.words_to_cite, line.uid, self._meeting())
        except Refused:
            return
        if not place.put(words + _gap_behind(writing)):
            return
        revision = writing.document().revision()
        made = ""
        if place.matter:
            cited = (place.matter, line.uid, place.resolution, words)
            made = next(iter(self._desk.write(self, links.cite, *cited).uids), "")
        document = writing.document()

        def take_back() -> None:
            _unwrite(writing, document, revision)
            if made:
                self._desk.write(self, records.remove, Kind.LINK, made)

        number = shown(f"{line.number}/{line.year}")
        self._undo.offer(msg("Meeting {meeting} was cited", meeting=number), take_back)


def _gap_behind(writing: QTextEdit | QPlainTextEdit) -> str:
    """Return the space that parts a citation from what goes on behind the caret."""
    cursor = writing.textCursor()
    following = writing.document().characterAt(cursor.selectionEnd())
    return " " if following.isalnum() else ""


def _unwrite(writing: QTextEdit | QPlainTextEdit, document: QTextDocument, revision: int) -> None:
    """Undo a citation if nothing was typed since; else it is left to the typist."""
    if writing.document() is document and document.revision() == revision:
        writing.undo()
