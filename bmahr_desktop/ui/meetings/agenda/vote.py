"""A vote on a resolution: open by name, or secret with its totals only."""

from collections.abc import Mapping, Sequence

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.domain.meeting import Attendance, Resolution
from bmahr_desktop.domain.voting import Ballot, Choice, Vote, VoteMethod
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations.voting import Voting
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.number_field import NumberField
from bmahr_desktop.ui.fields.word_field import ChoiceField
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID, row_height
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.notices import ErrorNote

_UID = Qt.ItemDataRole.UserRole
_MOST_ROWS = 8
# The keys 1 to 3, and what stands on them when the keyboard writes Thai (Kedmanee).
_KEYS: Mapping[str, Choice] = {
    **dict.fromkeys("1๑ๅ", Choice.IN_FAVOUR),
    **dict.fromkeys("2๒/", Choice.AGAINST),
    **dict.fromkeys("3๓-", Choice.ABSTAINED),
}
_LOOKS = {
    Choice.IN_FAVOUR: (IconName.CHECK_CIRCLE, Role.DONE),
    Choice.AGAINST: (IconName.CIRCLE_X, Role.DANGER),
    Choice.ABSTAINED: (IconName.MINUS, Role.WAITING),
}


class BallotList(QListWidget):
    """The members who may vote, each with how they do.

    Keys: 1 in favour, 2 against, 3 abstained, Delete not voted.
    """

    voted = Signal(str, object)
    """Emitted with the uid of a member and their `Choice`; None for no vote."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ballot_list")
        self.setAccessibleName(worded(msg("Votes by name")))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setUniformItemSizes(True)

    def show_ballots(self, voters: Sequence[Attendance], ballots: Sequence[Ballot]) -> None:
        """Show who votes how."""
        choices = {one.attendance: one.choice for one in ballots}
        at = max(0, self.currentRow())
        self.clear()
        for one in voters:
            choice = choices.get(one.uid)
            words = wording.VOTES[choice] if choice else msg("not voted yet")
            row = QListWidgetItem(f"{one.name}  ·  {worded(words)}")
            row.setData(_UID, one.uid)
            name, role = _LOOKS[choice] if choice else (IconName.CIRCLE_DASHED, Role.NEUTRAL)
            row.setIcon(icon(name, role))
            self.addItem(row)
        self.setCurrentRow(min(at, self.count() - 1))
        rows = min(max(self.count(), 2), _MOST_ROWS)
        self.setFixedHeight(rows * row_height() + GRID)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a vote down by a digit, and go on to the next member."""
        row: QListWidgetItem | None = self.currentItem()
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if row is not None and not held and event.text() in _KEYS:
            uid, at = str(row.data(_UID)), self.currentRow()
            self.voted.emit(uid, _KEYS[event.text()])
            self.setCurrentRow(min(at + 1, self.count() - 1))
        elif row is not None and event.key() == Qt.Key.Key_Delete:
            self.voted.emit(str(row.data(_UID)), None)
        else:
            super().keyPressEvent(event)


class VoteForm(QWidget):
    """How a resolution was voted on; where nobody objected there is no vote."""

    changed = Signal(object)
    """Emitted with the `Vote` that is to be kept; None for no vote."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("vote_form")
        self._vote: Vote | None = None
        none = (None, msg("Nobody objected"))
        self.method = ChoiceField([none, *wording.choices(wording.VOTE_METHODS)])
        self.method.setObjectName("vote_method")
        self.method.chosen.connect(self._on_method)
        self._method = Labelled(msg("How it was voted"), self.method, parent=self)
        self.ballots = BallotList(self)
        self.ballots.voted.connect(self._on_ballot)
        self._totals = QWidget(self)
        self.totals = {choice: NumberField(0, 1_000) for choice in Choice}
        totals = QHBoxLayout(self._totals)
        totals.setContentsMargins(0, 0, 0, 0)
        totals.setSpacing(GRID)
        for choice, field in self.totals.items():
            field.setObjectName(f"votes_{choice.value}")
            field.edited.connect(lambda value, choice=choice: self._on_total(choice, value))
            totals.addWidget(Labelled(wording.VOTES[choice], field, parent=self._totals))
        casting = [
            (one, name) for one, name in wording.VOTES.items() if one is not Choice.ABSTAINED
        ]
        self.casting = ChoiceField([(None, msg("–")), *casting])
        self.casting.setObjectName("casting_vote")
        self.casting.chosen.connect(self._on_casting)
        self._casting = Labelled(msg("Casting vote of the chair"), self.casting, parent=self)
        self.outcome = QLabel(self)
        self.outcome.setObjectName("vote_outcome")
        self.outcome.setWordWrap(True)
        set_tone(self.outcome, Role.ACCENT)
        self.note = ErrorNote(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        for widget in (
            self._method, self.ballots, self._totals, self._casting, self.outcome, self.note,
        ):  # fmt: skip
            column.addWidget(widget)

    def show_vote(self, resolution: Resolution, voting: Voting) -> None:
        """Show how a resolution was voted on, and what does not go together in that."""
        self._vote = vote = resolution.vote
        self.method.set_value(vote.method if vote else None)
        by_name = vote is not None and vote.method is VoteMethod.OPEN
        self.ballots.setVisible(by_name)
        self._totals.setVisible(vote is not None and not by_name)
        if vote is not None and by_name:
            self.ballots.show_ballots(voting.voters, vote.ballots)
        for choice, field in self.totals.items():
            field.set_value(vote.count(choice) if vote else 0)
        self._casting.setVisible(vote is not None and (vote.is_tied or vote.casting is not None))
        self.casting.set_value(vote.casting if vote else None)
        self.outcome.setVisible(vote is not None)
        self.outcome.setText(said(voting.outcome(vote)) if vote else "")
        self.note.show_text("\n".join(said(one) for one in voting.faults(resolution)))

    def _on_method(self, method: object) -> None:
        if method is None:
            self.changed.emit(None)
            return
        chosen = VoteMethod(str(method))
        kept = self._vote.casting if self._vote else None
        self.changed.emit(Vote(method=chosen, casting=kept))
        self._field_of(chosen).setFocus()

    def _field_of(self, method: VoteMethod) -> QWidget:
        return self.ballots if method is VoteMethod.OPEN else self.totals[Choice.IN_FAVOUR]

    def _on_ballot(self, uid: str, choice: Choice | None) -> None:
        if self._vote is None:
            return
        others = [one for one in self._vote.ballots if one.attendance != uid]
        ballots = (*others, *((Ballot(uid, choice),) if choice else ()))
        self._change(ballots=ballots)

    def _on_total(self, choice: Choice, value: int | None) -> None:
        self._change(**{choice.value: value or 0})

    def _on_casting(self, choice: object) -> None:
        self._change(casting=Choice(str(choice)) if choice else None)

    def _change(self, **fields: object) -> None:
        if self._vote is not None:
            self.changed.emit(msgspec.structs.replace(self._vote, **fields))
