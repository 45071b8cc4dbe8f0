"""What the letters of a committee's secretariat say alike, and what its meetings pay."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QGroupBox, QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.committee import Allowance, Role
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations import committees
from bmahr_desktop.thai.digits import to_arabic
from bmahr_desktop.thai.reading import Unreadable
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.typed_field import TypedField
from bmahr_desktop.ui.look.digits import shown
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.office.draft_form import DraftForm
from bmahr_desktop.ui.records.bound import Entry
from bmahr_desktop.ui.records.text_field import TextField

_TOP = Qt.AlignmentFlag.AlignTop
_BAHT = re.compile(r"\d{1,6}(?:\.\d{1,2})?")
_SATANG = 100
_COLUMNS = 3


def _amend(session: Any, _kind: Kind, uid: str, version: int | None, **fields: Any) -> Changes:
    return committees.amend_committee(session, uid, version, **fields)


class BahtField(TypedField[int]):
    """An amount of money in baht; its value is in satang. Empty, it is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("baht_field")
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def read(self, text: str) -> int:
        """Return the amount that a typed text means.

        Raises:
            Unreadable: If it means none.
        """
        digits = to_arabic(text).replace(",", "").replace(" ", "").removesuffix("บาท")
        if not _BAHT.fullmatch(digits):
            raise Unreadable(msg("Write an amount in baht, as {example}.", example=shown("1,250")))
        return int(Decimal(digits) * _SATANG)

    def worded_value(self, value: int) -> str:
        """Return the amount, satang only where there are some."""
        baht, satang = divmod(value, _SATANG)
        return shown(f"{baht:,}.{satang:02}" if satang else f"{baht:,}")

    def on_key(self, _event: QKeyEvent) -> bool:
        """Give no key a meaning of its own."""
        return False


class AllowancesField(QWidget):
    """What a meeting pays to whom: an amount for each role."""

    edited = Signal(object)
    """Emitted with all allowances when the user changed one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("allowances_field")
        self._fields: dict[Role, BahtField] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID)
        for at, (role, words) in enumerate(wording.ROLES.items()):
            field = BahtField()
            field.setObjectName(f"allowance_{role.value}")
            field.edited.connect(lambda _: self.edited.emit(self.allowances()))
            self._fields[role] = field
            row: Labelled[BahtField] = Labelled(words, field, parent=self)
            grid.addWidget(row, at // _COLUMNS, at % _COLUMNS, _TOP)
        self.setFocusProxy(self._fields[Role.CHAIR])

    def allowances(self) -> tuple[Allowance, ...]:
        """Return the allowances of those who get one."""
        values = {role: field.value() for role, field in self._fields.items()}
        return tuple(Allowance(role, value) for role, value in values.items() if value)

    def set_allowances(self, allowances: Sequence[Allowance] | None) -> bool:
        """Show allowances, without a signal; False while typing stands in the way."""
        amounts = {one.role: one.satang for one in allowances or ()}
        shown_all = [field.set_value(amounts.get(role)) for role, field in self._fields.items()]
        return all(shown_all)

    def commit(self) -> bool:
        """Understand what is typed; False, with words why, if an amount means nothing."""
        understood = [field.commit() for field in self._fields.values()]
        return all(understood)

    def forget_typing(self) -> None:
        """Throw away what is typed and means nothing."""
        for field in self._fields.values():
            field.forget_typing()


class LetterForm(DraftForm):
    """The letterhead of a committee's letters, who signs them, and its allowances."""

    operation: Callable[..., Changes] = staticmethod(_amend)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, Kind.COMMITTEE, parent)
        self.setObjectName("letter_form")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(self._letterhead())
        column.addWidget(self._signer())
        column.addWidget(self._pay())

    def _letterhead(self) -> QGroupBox:
        box, grid = self._group(msg("Head of the letters"))
        office = msg("Office line of a memo")
        hint = msg("As after ส่วนราชการ, with the group in brackets")
        grid.addWidget(self.word("letterhead.office", office, hint), 0, 0, 1, 2, _TOP)
        grid.addWidget(self.word("letterhead.phone", msg("Telephone")), 1, 0, _TOP)
        prefix = msg("Beginning of letter numbers")
        hint = msg("As “กท 0301/”")
        grid.addWidget(self.word("letterhead.number_prefix", prefix, hint), 1, 1, _TOP)
        hint = msg("At the head of an external letter, a line each")
        address = self._lines("address", msg("Office and address"), hint, 3)
        grid.addWidget(address, 2, 0, _TOP)
        hint = msg("At the foot of an external letter: office, telephone, e-mail")
        grid.addWidget(self._lines("contact", msg("Contact"), hint, 3), 2, 1, _TOP)
        return box

    def _signer(self) -> QGroupBox:
        box, grid = self._group(msg("Who signs the letters"))
        name = self.word("letterhead.signer_name", msg("Name in full, with title"))
        grid.addWidget(name, 0, 0, _TOP)
        hint = msg("Position and for whom they sign, a line each")
        lines = self._lines("signer_lines", msg("Lines under the name"), hint, 2)
        grid.addWidget(lines, 0, 1, _TOP)
        return box

    def _pay(self) -> QGroupBox:
        box, grid = self._group(msg("Meeting allowances, in baht for a meeting"))
        self.allowances = AllowancesField()
        self.allowances.edited.connect(lambda found: self.keep("rules.allowances", found))
        self.bind(
            Entry(
                "rules.allowances",
                self.allowances.set_allowances,
                self.allowances.commit,
                None,
                self.allowances.forget_typing,
            )
        )
        grid.addWidget(self.allowances, 0, 0, 1, 2)
        hint = msg("The decree or order, as printed on the evidence of payment")
        basis = self.word("rules.allowance_basis", msg("What they rest on"), hint)
        grid.addWidget(basis, 1, 0, 1, 2)
        return box

    def _group(self, title: Message) -> tuple[QGroupBox, QGridLayout]:
        box = QGroupBox(worded(title), self)
        grid = QGridLayout(box)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        return box, grid

    def _lines(self, name: str, label: Message, hint: Message, lines: int) -> Labelled[TextField]:
        field = TextField(lines=lines, most=6)
        field.setObjectName(f"letter_letterhead_{name}")
        row = Labelled(label, field, hint=hint, parent=self)
        self._rows[f"letterhead.{name}"] = row
        self.bind_lines(f"letterhead.{name}", row, field)
        return row
