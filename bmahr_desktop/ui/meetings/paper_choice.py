"""Which of a meeting's papers is looked at, printed and taken along."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations.letters import PaperKind
from bmahr_desktop.ui.fields.word_field import ChoiceField
from bmahr_desktop.ui.wording import choices

PAPERS: Mapping[PaperKind, Message] = {
    PaperKind.MINUTES: msg("Minutes"),
    PaperKind.AGENDA: msg("Agenda paper"),
    PaperKind.INVITATION: msg("Invitation to the meeting"),
    PaperKind.REPLY_SLIP: msg("Reply slip"),
    PaperKind.SIGN_IN: msg("Sign-in sheets"),
    PaperKind.PAYMENT: msg("Evidence of paying allowances"),
}


class PaperChoice(ChoiceField):
    """A choice among the papers of a meeting; what is chosen is a `PaperKind`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(choices(PAPERS), parent)
        self.setObjectName("paper_choice")
        self.setAccessibleName(worded(msg("Which paper is shown")))
        self.setToolTip(worded(msg("Which paper is shown")))
