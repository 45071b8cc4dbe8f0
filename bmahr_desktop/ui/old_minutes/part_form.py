"""One part of a file: its words, what it is, and the record that it becomes."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from bmahr_desktop.domain.meeting import AgendaItem, Attendance, Matter, Resolution
from bmahr_desktop.domain.old_minutes import PART_NAMES, PartKind
from bmahr_desktop.domain.registers import PersonLine
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations.old_minutes_edits import PartEdit, words_of_record
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.word_field import ChoiceField
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.old_minutes.parts_model import PartLine
from bmahr_desktop.ui.records.kinds_button import KindsButton
from bmahr_desktop.ui.records.person_field import PersonField
from bmahr_desktop.ui.records.text_field import TextField

_OFFERED = tuple(
    kind
    for kind in PartKind
    if kind not in (PartKind.TABLE, PartKind.PICTURE, PartKind.SECRECY, PartKind.UNKNOWN)
)
_BECOMES: dict[type[Any], Message] = {
    AgendaItem: msg("Title of the item on record"),
    Matter: msg("Title of the matter on record"),
    Resolution: msg("Wording on record"),
    Attendance: msg("Name on record"),
}
_LINES = 3
_SHARES = (3, 5, 5)
_TOP = Qt.AlignmentFlag.AlignTop


class PartForm(QWidget):
    """Shows a part, and says what somebody puts right in it.

    Signals:
        kind_chosen: The number of its piece, and what it is to be.
        edited: Its key, and what is said of its record now.
    """

    kind_chosen = Signal(int, object)
    edited = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("part_form")
        self._line: PartLine | None = None
        self._record: Any = None
        self._edit = PartEdit()
        self.kind = ChoiceField()
        self.kind.setObjectName("part_kind")
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("part_text")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.words = TextField(self, lines=2)
        self.words.setObjectName("part_words")
        self.kinds = KindsButton(self)
        self.kinds.setObjectName("part_kinds")
        self.item_kind = ChoiceField(wording.choices(wording.ITEM_KINDS))
        self.item_kind.setObjectName("part_item_kind")
        self.person = PersonField(self)
        self.person.setObjectName("part_person")
        self.person.line.setPlaceholderText(worded(msg("Nobody; as printed")))
        self._reason = QLabel(self)
        self._reason.setWordWrap(True)
        self._reason.setTextFormat(Qt.TextFormat.PlainText)
        set_tone(self._reason, Role.MUTED)
        self._becomes = QLabel(self)
        self._becomes.setBuddy(self.words)
        self._lay_out()
        self.kind.chosen.connect(self._on_kind)
        self.words.committed.connect(lambda text: self._on_edit(text=text.strip()))
        self.kinds.chosen.connect(lambda kinds: self._on_edit(kinds=kinds))
        self.item_kind.chosen.connect(lambda kind: self._on_edit(item_kind=kind))
        self.person.edited.connect(lambda uid: self._on_edit(person=uid or ""))

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(0)
        words = worded(msg("Text of the file"))
        label = QLabel(words, self)
        label.setBuddy(self.text)
        self.text.setAccessibleName(words)
        left = QVBoxLayout()
        left.setSpacing(GRID // 2)
        self._kind_row = Labelled(msg("&Recognised as"), self.kind, parent=self)
        left.addWidget(self._kind_row)
        left.addWidget(self._reason)
        left.addStretch(1)
        grid.addLayout(left, 0, 0, 3, 1)
        grid.addWidget(label, 0, 1, _TOP)
        line = self.text.fontMetrics().lineSpacing()
        self.text.setFixedHeight(_LINES * line + 2 * GRID)
        grid.addWidget(self.text, 1, 1, 2, 1, _TOP)
        grid.addWidget(self._becomes, 0, 2, _TOP)
        grid.addWidget(self.words, 1, 2, _TOP)
        self._person_row = Labelled(msg("In the register"), self.person, beside=True, parent=self)
        self._item_row = Labelled(msg("Kind of item"), self.item_kind, beside=True, parent=self)
        own = QVBoxLayout()
        own.setContentsMargins(0, GRID // 2, 0, 0)
        own.setSpacing(0)
        for row in (self.kinds, self._person_row, self._item_row):
            own.addWidget(row)
        own.addStretch(1)
        grid.addLayout(own, 2, 2)
        grid.setRowStretch(2, 1)
        for column, stretch in enumerate(_SHARES):
            grid.setColumnStretch(column, stretch)
        self._grid = grid

    def set_people(self, people: Iterable[PersonLine]) -> None:
        """Offer people for those who are listed."""
        self.person.set_people(people)

    # ------------------------------------------------------------ what it shows

    def show_part(self, line: PartLine | None, record: Any, edit: PartEdit) -> None:
        """Show a part; what is typed for the one before is said first.

        Args:
            line: The part; None for none.
            record: What it became, with what somebody changed; None for no record of its own.
            edit: What somebody said of it.
        """
        self.commit()
        self._line, self._record, self._edit = line, record, edit
        self.setEnabled(line is not None)
        self.text.setPlainText(line.text if line else "")
        reasons = [said(line.reason)] if line else []
        if line is not None and line.own:
            reasons.append(worded(msg("What is chosen holds for the whole paragraph.")))
        self._reason.setText("\n".join(reasons))
        self._show_kind(line)
        of = type(record)
        has = record is not None
        self._grid.setColumnStretch(2, _SHARES[2] if has else 0)
        for widget in (self._becomes, self.words):
            widget.setVisible(has)
        self.kinds.setVisible(of is Resolution)
        self._item_row.setVisible(of is AgendaItem)
        self._person_row.setVisible(of is Attendance)
        if has:
            self._becomes.setText(worded(_BECOMES[of]))
            self.words.setAccessibleName(self._becomes.text())
            self.words.set_text_quietly(words_of_record(record))
        if isinstance(record, Resolution):
            self.kinds.show_kinds(record.kinds)
        elif isinstance(record, AgendaItem):
            self.item_kind.set_value(record.kind)
        elif isinstance(record, Attendance):
            self.person.forget_typing()
            self.person.set_value(record.person)

    def _show_kind(self, line: PartLine | None) -> None:
        part = line.part if line else None
        kind = part.kind if part else PartKind.LEFT_OUT
        offered: tuple[PartKind, ...] = (kind,) if line is None or line.fixed else _OFFERED
        if kind not in offered:
            offered = (kind, *offered)
        self.kind.set_choices([(one, PART_NAMES[one]) for one in offered])
        self.kind.set_value(kind)
        self.kind.setReadOnly(line is None or line.fixed)

    def commit(self) -> bool:
        """Say what is typed; return whether it is understood."""
        self.words.commit()
        return not self._person_row.isVisible() or self.person.commit()

    # ------------------------------------------------------------ what is said

    def _on_kind(self, kind: object) -> None:
        if self._line is not None and self._line.part is not None:
            self.kind_chosen.emit(self._line.part.piece, kind)

    def _on_edit(self, **fields: Any) -> None:
        if self._line is None or self._record is None:
            return
        if fields.get("text") == "":
            # A record has words; without any those of the file come back.
            fields = {"text": None}
        self._edit = PartEdit(**{**_said(self._edit), **fields})
        self.edited.emit(self._line.key, self._edit)


def _said(edit: PartEdit) -> dict[str, Any]:
    return {name: getattr(edit, name) for name in ("text", "kinds", "item_kind", "person")}
