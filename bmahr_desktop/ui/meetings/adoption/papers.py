"""The three papers of an adoption: original, list of corrections, adopted version."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations.adoptions import Standing
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.meetings.adoption.standing_words import kept, no_version
from bmahr_desktop.ui.records.list_tools import tool


class AdoptedPaper(StrEnum):
    """The papers of an adoption."""

    ORIGINAL = "original"
    LIST = "list"
    ADOPTED = "adopted"


PAPER_NAMES = {
    AdoptedPaper.ORIGINAL: msg("Original"),
    AdoptedPaper.LIST: msg("List of corrections"),
    AdoptedPaper.ADOPTED: msg("Adopted version"),
}
_ACTS = (
    ("open", IconName.EYE, msg("Open: {paper}")),
    ("print", IconName.PRINTER, msg("Print: {paper}…")),
    ("export", IconName.DOWNLOAD, msg("Export as PDF: {paper}…")),
)


class AdoptionPapers(QWidget):
    """A row for each paper: its name, which edition it is, and what can be done with it."""

    wanted = Signal(str, str)
    """Emitted with what is wanted, "open", "print" or "export", and the value of a paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("adoption_papers")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(GRID // 2)
        grid.setColumnStretch(1, 1)
        self._words: dict[AdoptedPaper, QLabel] = {}
        self._acts: dict[AdoptedPaper, list[QWidget]] = {paper: [] for paper in PAPER_NAMES}
        for row, (paper, name) in enumerate(PAPER_NAMES.items()):
            grid.addWidget(QLabel(worded(name), self), row, 0)
            self._words[paper] = words = QLabel(self)
            words.setObjectName(f"adopted_{paper.value}_words")
            words.setWordWrap(True)
            set_tone(words, Role.MUTED)
            grid.addWidget(words, row, 1)
            for column, (act, image, label) in enumerate(_ACTS, 2):
                named = worded(Message(label.text, {"paper": name}))
                button = tool(image, named, f"adopted_{paper.value}_{act}", self)
                button.clicked.connect(
                    lambda _=False, act=act, paper=paper: self.wanted.emit(act, paper.value)
                )
                grid.addWidget(button, row, column)
                self._acts[paper].append(button)

    def show_standing(self, standing: Standing) -> None:
        """Show which of the papers there are."""
        corrected = bool(standing.corrections)
        original, version = standing.original, standing.version
        words = {
            AdoptedPaper.ORIGINAL: kept(original.number, original.at) if original else
            msg("The record of the meeting is open; its minutes are not kept yet."),
            AdoptedPaper.LIST: msg("{count} corrections", count=len(standing.corrections))
            if corrected else msg("Nothing is corrected."),
            AdoptedPaper.ADOPTED: kept(version.number, version.at) if version else
            no_version(standing),
        }  # fmt: skip
        there = {
            AdoptedPaper.ORIGINAL: original is not None,
            AdoptedPaper.LIST: corrected,
            AdoptedPaper.ADOPTED: version is not None,
        }
        for paper, label in self._words.items():
            label.setText(said(words[paper]))
            for button in self._acts[paper]:
                button.setEnabled(there[paper])
