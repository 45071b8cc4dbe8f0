"""Who is told what a meeting resolved: looked over with ticks before the letters are made."""

from collections.abc import Iterable

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bmahr_desktop.domain.dispatches import Dispatch, DispatchKind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.registers import ResolutionLine
from bmahr_desktop.i18n import Message, msg, verbatim, worded
from bmahr_desktop.operations.dispatches import (
    proposed_extract,
    proposed_notice,
    proposed_notices,
)
from bmahr_desktop.operations.sending import resolutions_of
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.word_field import ChoiceField, WordField
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.marks import Emphasis, emphasise, set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.meetings.letters.ticks import (
    TicksTree,
    Told,
    number_of,
    of_matter,
)
from bmahr_desktop.ui.notices import ErrorNote

_ELSE = ""
"""Stands for whoever is named by hand."""


class TellingDialog(QDialog):
    """Proposes the letters that tell resolutions, one to each, or an extract to somebody.

    Attributes:
        letters: What is to be put on file, once the dialog was accepted.
    """

    def __init__(
        self,
        desk: Desk,
        meeting: str,
        kind: DispatchKind,
        matter: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Propose letters.

        Args:
            desk: The door to the records.
            meeting: The uid of the meeting.
            kind: Notices, or an extract.
            matter: The uid of the matter that is told; empty for all.
            parent: The widget whose window is held meanwhile.
        """
        super().__init__(parent)
        self.setObjectName("telling")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._desk, self._kind = desk, kind
        self.letters: tuple[Dispatch, ...] = ()
        self._lines = {one.uid: one for one in desk.read(resolutions_of, meeting)}
        notices = kind is DispatchKind.NOTICE
        self._proposed = desk.read(proposed_notices, meeting) if notices else ()
        title = msg("Tell what was resolved") if notices else msg("Extract of the minutes")
        self.setWindowTitle(worded(title))
        self.matter = ChoiceField(_matters(self._lines.values()))
        self.matter.setObjectName("telling_matter")
        if matter in {one.matter for one in self._lines.values()}:
            self.matter.set_value(matter)
        self.tree = TicksTree(msg("Who is told what"), self)
        self.to = WordField()
        self.to.setObjectName("telling_to")
        self._count = QLabel(self)
        self._count.setObjectName("telling_count")
        set_tone(self._count, Role.MUTED)
        self.note = ErrorNote(self)
        self.make = QPushButton(self)
        self.make.setObjectName("telling_make")
        self._lay_out()
        self.matter.chosen.connect(lambda _: self._show())
        self.to.committed.connect(lambda _: self._show())
        self.tree.ticked.connect(self._tell)
        self._show()

    def _lay_out(self) -> None:
        notices = self._kind is DispatchKind.NOTICE
        other = msg("Tell somebody else too") if notices else msg("To whom it goes")
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(Labelled(msg("&Matter"), self.matter, parent=self))
        column.addWidget(self.tree, 1)
        column.addWidget(Labelled(other, self.to, parent=self))
        column.addWidget(self._count)
        column.addWidget(self.note)
        self.make.setDefault(True)
        emphasise(self.make, Emphasis.MAIN)
        self.make.clicked.connect(self._make)
        leave = QPushButton(worded(msg("Make none")), self)
        leave.setObjectName("telling_leave")
        leave.setAutoDefault(False)
        leave.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(self.make)
        column.addLayout(buttons)
        self.resize(96 * GRID, 72 * GRID)
        self.tree.setFocus()

    # ------------------------------------------------------------ what is proposed

    def _show(self) -> None:
        lines = of_matter(self._lines.values(), self.matter.value())
        uids = {one.uid for one in lines}
        told = [one for one in (_told(letter, uids) for letter in self._proposed) if one]
        given = {uid for one in told for uid in one.resolutions}
        if self._kind is DispatchKind.EXTRACT:
            name = self.to.text().strip() or worded(msg("What is extracted"))
            whole = self.matter.value() is not None
            ticked = frozenset(uids if whole else ())
            told = [Told(_ELSE, name, tuple(one.uid for one in lines), ticked)]
        elif to := self.to.text().strip():
            ticked = frozenset(uids - given or uids)
            told.append(Told(_ELSE, to, tuple(one.uid for one in lines), ticked))
        self.tree.show_told(told, self._lines)

    def _tell(self) -> None:
        count = len(self.tree.chosen())
        several = msg("Make {count} letters", count=count)
        extract = self._kind is DispatchKind.EXTRACT
        self.make.setText(said(msg("Make the letter") if extract or count == 1 else several))
        self.make.setEnabled(count > 0)
        self._count.setText(said(self._words(count)))

    def _words(self, count: int) -> Message:
        if count:
            return msg("What has no tick is not told. Each letter can be changed afterwards.")
        if self._kind is DispatchKind.EXTRACT or self.tree.topLevelItemCount():
            return msg("Tick what is to go out.")
        return msg(
            "Everybody who is to act has been told already, or nobody was assigned. Name whom"
            " else to tell."
        )

    def _make(self) -> None:
        self.to.commit()
        try:
            self.letters = tuple(self._made())
        except Refused as refused:
            self.note.show_text(said(refused.messages[0]))
            return
        self.accept()

    def _made(self) -> list[Dispatch]:
        chosen = self.tree.chosen()
        made = [
            msgspec.structs.replace(one, resolutions=chosen[one.uid])
            for one in self._proposed
            if one.uid in chosen
        ]
        if other := chosen.get(_ELSE):
            notices = self._kind is DispatchKind.NOTICE
            propose = proposed_notice if notices else proposed_extract
            made.append(self._desk.read(propose, other, self.to.text().strip()))
        return made


def _told(letter: Dispatch, uids: set[str]) -> Told | None:
    mine = tuple(uid for uid in letter.resolutions if uid in uids)
    return Told(letter.uid, letter.to, mine, frozenset(mine)) if mine else None


def _matters(lines: Iterable[ResolutionLine]) -> list[tuple[object, Message]]:
    """Return the matters to choose from."""
    named: dict[object, Message] = {None: msg("All matters of the meeting")}
    for one in lines:
        title = " ".join((one.matter_title or one.item_title).split())
        number = number_of(msgspec.structs.replace(one, siblings=1))
        named.setdefault(one.matter, verbatim(f"{number}  {title}"))
    return list(named.items())
