"""The ways in which letters after a meeting come to be, as a menu."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from bmahr_desktop.domain.dispatches import Dispatch, DispatchKind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations.sending import add_letters, remove_letters
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.meetings.letters.dispatch_list import ICONS
from bmahr_desktop.ui.meetings.letters.sending_out import SendingOutDialog
from bmahr_desktop.ui.meetings.letters.telling import TellingDialog
from bmahr_desktop.ui.notices import UndoBar

AtHand = Callable[[], str]
"""Tells the uid of the matter that was looked at last; empty for none."""


class LetterMaking(QObject):
    """Proposes letters and puts them on file; what was made can be taken back.

    Attributes:
        at_hand: The matter that "this matter" means.
        menu: All the ways.
    """

    made = Signal(object)
    """Emitted with the uids of the letters that were put on file."""
    refused = Signal(object)
    """Emitted with the `Message` why nothing was."""

    def __init__(self, desk: Desk, undo: UndoBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._undo, self._parent = desk, undo, parent
        self._meeting = ""
        self.at_hand: AtHand = str
        wanted: tuple[tuple[str, Message, IconName, Callable[[], None]], ...] = (
            ("tell_all", msg("Tell all that was resolved…"), IconName.GAVEL, self.tell_all),
            ("tell_matter", msg("Tell of this matter…"), IconName.MAIL, self.tell_matter),
            ("send_draft", msg("Send the draft minutes…"), ICONS[DispatchKind.DRAFT],
             lambda: self._send_out(DispatchKind.DRAFT)),
            ("circulate", msg("Adopt by circulation…"), ICONS[DispatchKind.CIRCULATION],
             lambda: self._send_out(DispatchKind.CIRCULATION)),
            ("send_extract", msg("Extract of the minutes…"), ICONS[DispatchKind.EXTRACT],
             lambda: self._tell(DispatchKind.EXTRACT, self.at_hand())),
        )  # fmt: skip
        self.menu = QMenu(parent)
        self.menu.setObjectName("letters_menu")
        self.menu.setAccessibleName(worded(msg("Letters after the meeting")))
        for name, words, image, act in wanted:
            action = QAction(icon(image), worded(words), self)
            action.setObjectName(name)
            action.triggered.connect(lambda _=False, do=act: do())
            self.menu.addAction(action)

    def turn_to(self, meeting: str) -> None:
        """Make letters of another meeting from now on."""
        self._meeting = meeting

    def tell_all(self) -> None:
        """Propose a notice for everybody who is to act."""
        self._tell(DispatchKind.NOTICE, "")

    def tell_matter(self) -> None:
        """Propose notices of the matter that was looked at last."""
        self._tell(DispatchKind.NOTICE, self.at_hand())

    def put(self, letters: tuple[Dispatch, ...]) -> bool:
        """Put letters on file; it can be taken back. Return whether that could be done."""
        uids = tuple(one.uid for one in letters)
        try:
            self._desk.write(self, add_letters, self._meeting, letters)
        except Refused as refused:
            self.refused.emit(refused.messages[0])
            return False
        self.made.emit(uids)

        def take_back() -> None:
            self._desk.write(self, remove_letters, uids)
            self.made.emit(())

        one, many = msg("A letter was made"), msg("{count} letters were made", count=len(uids))
        self._undo.offer(one if len(uids) == 1 else many, take_back)
        return True

    def _tell(self, kind: DispatchKind, matter: str) -> None:
        self._ask(lambda: TellingDialog(self._desk, self._meeting, kind, matter, self._parent))

    def _send_out(self, kind: DispatchKind) -> None:
        self._ask(lambda: SendingOutDialog(self._desk, self._meeting, kind, self._parent))

    def _ask(self, propose: Callable[[], TellingDialog | SendingOutDialog]) -> None:
        if not self._meeting:
            return
        try:
            dialog = propose()
        except Refused as refused:
            self.refused.emit(refused.messages[0])
            return
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        letters = dialog.letters
        dialog.deleteLater()
        if accepted and letters:
            self.put(letters)
