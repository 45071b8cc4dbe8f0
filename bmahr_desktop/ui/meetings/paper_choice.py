"""Which of a meeting's papers is looked at, printed and taken along."""

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtWidgets import QWidget

from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations.letters import WORD_KINDS, PaperKind
from bmahr_desktop.ui.fields.word_field import ChoiceField
from bmahr_desktop.ui.wording import choices


class LetterPaper(StrEnum):
    """The papers of the letter that is chosen among those after the meeting."""

    LETTER = "letter"
    ENCLOSURE = "enclosure"
    """What goes with it: the extract, or the slip to answer on."""


ShownPaper = PaperKind | LetterPaper

PAPERS: Mapping[ShownPaper, Message] = {
    PaperKind.MINUTES: msg("Minutes"),
    PaperKind.AGENDA: msg("Agenda paper"),
    PaperKind.INVITATION: msg("Invitation to the meeting"),
    PaperKind.REPLY_SLIP: msg("Reply slip"),
    PaperKind.SIGN_IN: msg("Sign-in sheets"),
    PaperKind.PAYMENT: msg("Evidence of paying allowances"),
    LetterPaper.LETTER: msg("Letter after the meeting"),
    LetterPaper.ENCLOSURE: msg("Enclosure of the letter after the meeting"),
}
_NAMED = {kind.value: kind for kind in PAPERS}
_IN_WORD = WORD_KINDS | {LetterPaper.LETTER, LetterPaper.ENCLOSURE}


def paper_named(value: object) -> ShownPaper:
    """Return the paper that a value of a choice, or of a signal, stands for."""
    return _NAMED[str(value)]


def goes_to_word(kind: ShownPaper) -> bool:
    """Tell whether people go on editing a paper in Word."""
    return kind in _IN_WORD


class PaperChoice(ChoiceField):
    """A choice among the papers of a meeting; what is chosen is a `ShownPaper`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(choices(PAPERS), parent)
        self.setObjectName("paper_choice")
        self.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setAccessibleName(worded(msg("Which paper is shown")))
        self.setToolTip(worded(msg("Which paper is shown")))
