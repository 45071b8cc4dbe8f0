"""What the indicators of a project came to, in a report."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bmahr_desktop.domain.projects.progress import IndicatorResult
from bmahr_desktop.domain.projects.project import Indicator
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.percent_field import PercentField
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.projects.ledger_model import UNKNOWN
from bmahr_desktop.ui.records.text_field import TextField

_MOST = 1_000_000


class ResultCard(QFrame):
    """One indicator with its target as it stood then, and what it came to."""

    edited = Signal()

    def __init__(self, number: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"result_{number}")
        self.setProperty("look", "bar")
        self._result = IndicatorResult("")
        head = QLabel(said(msg("Indicator {number}: {name}", number=number, name=name)), self)
        head.setWordWrap(True)
        self.target = QLabel(self)
        self.target.setWordWrap(True)
        set_tone(self.target, Role.MUTED)
        self.result = TextField(lines=1, most=6)
        self.result.setObjectName(f"result_{number}_text")
        self.result.setPlaceholderText(worded(UNKNOWN))
        self.percent = PercentField(most=_MOST)
        self.percent.setObjectName(f"result_{number}_percent")
        self.percent.line.setPlaceholderText(worded(UNKNOWN))
        self.evidence = TextField(lines=1, most=6)
        self.evidence.setObjectName(f"result_{number}_evidence")
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(Labelled(msg("What was reached"), self.result, parent=self), 5, top)
        row.addWidget(Labelled(msg("Of the target (%)"), self.percent, parent=self), 2, top)
        letters = Labelled(msg("Letters that show it, a line each"), self.evidence, parent=self)
        row.addWidget(letters, 4, top)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID // 2, GRID, GRID)
        column.setSpacing(GRID // 2)
        column.addWidget(head)
        column.addWidget(self.target)
        column.addLayout(row)
        self.result.committed.connect(lambda text: self._keep(result=text.strip()))
        self.percent.edited.connect(lambda value: self._keep(percent=value))
        self.evidence.committed.connect(self._keep_evidence)

    def show_result(self, result: IndicatorResult) -> None:
        """Show what is on file; what is being typed stays."""
        self._result = result
        target = result.target or worded(UNKNOWN)
        self.target.setText(said(msg("Target as it stood then: {target}", target=target)))
        self.result.set_text_quietly(result.result)
        self.percent.set_value(result.percent)
        self.evidence.set_text_quietly("\n".join(result.evidence))

    def value(self) -> IndicatorResult:
        """Return what is typed."""
        return self._result

    def commit(self) -> bool:
        """Keep what is typed; return whether it was understood."""
        self.result.commit()
        self.evidence.commit()
        return self.percent.commit()

    def set_read_only(self, read_only: bool) -> None:
        """Let it only be read, or changed again."""
        for field in (self.result, self.percent, self.evidence):
            field.setReadOnly(read_only)

    def _keep_evidence(self, text: str) -> None:
        lines = tuple(line.strip() for line in text.split("\n") if line.strip())
        self._keep(evidence=lines)

    def _keep(self, **fields: object) -> None:
        self._result = msgspec.structs.replace(self._result, **fields)
        self.edited.emit()


class ResultsField(QWidget):
    """The results of all indicators."""

    edited = Signal(object)
    """Emitted with all results when one of them was changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progress_results")
        self._cards: list[ResultCard] = []
        self._indicators: tuple[Indicator, ...] = ()
        self._read_only = False
        self._none = QLabel(worded(msg("The project has no indicator whose result could be told.")))
        self._none.setWordWrap(True)
        set_tone(self._none, Role.MUTED)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID)
        self._column.addWidget(self._none)

    def set_indicators(self, indicators: Sequence[Indicator]) -> None:
        """Take the indicators whose results can be told."""
        self._indicators = tuple(indicators)

    def show_results(self, results: Sequence[IndicatorResult]) -> None:
        """Show results; an indicator without one has an empty one, with its target of now."""
        names = {one.uid: one.text for one in self._indicators}
        known = {one.indicator: one for one in results}
        wanted = [
            known.pop(one.uid, IndicatorResult(one.uid, one.target)) for one in self._indicators
        ]
        wanted += known.values()
        if [one.indicator for one in wanted] != [one.value().indicator for one in self._cards]:
            self._make([names.get(one.indicator, "") for one in wanted])
        for card, result in zip(self._cards, wanted, strict=True):
            card.show_result(result)
        self._none.setVisible(not wanted)

    def forget(self) -> None:
        """Throw away what is typed and means nothing."""
        for card in self._cards:
            card.percent.forget_typing()

    def commit(self) -> bool:
        """Keep what is typed; return whether all was understood."""
        return all(card.commit() for card in self._cards)

    def set_read_only(self, read_only: bool) -> None:
        """Let them only be read, or changed again."""
        self._read_only = read_only
        for card in self._cards:
            card.set_read_only(read_only)

    def _make(self, names: Sequence[str]) -> None:
        for card in self._cards:
            card.setParent(None)
            card.deleteLater()
        self._cards = [ResultCard(number, name, self) for number, name in enumerate(names, 1)]
        for card in self._cards:
            card.set_read_only(self._read_only)
            card.edited.connect(self._tell)
            self._column.addWidget(card)

    def _tell(self) -> None:
        self.edited.emit(tuple(card.value() for card in self._cards))
