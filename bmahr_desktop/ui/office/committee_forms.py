"""The settings of a committee: names, words and rules; and the form of its papers."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QGroupBox, QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.i18n import Message, msg, verbatim, worded
from bmahr_desktop.operations import committees
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.word_field import ChoiceField
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.office.draft_form import DraftForm
from bmahr_desktop.ui.office.quantities import CentimetreField, NeededNumber, ShareField
from bmahr_desktop.ui.records.pick_field import PickField

if TYPE_CHECKING:
    from bmahr_desktop.ui.fields.typed_field import TypedField

_TOP = Qt.AlignmentFlag.AlignTop


def _amend(session: Any, _kind: Kind, uid: str, version: int | None, **fields: Any) -> Changes:
    return committees.amend_committee(session, uid, version, **fields)


def _group(title: Message, parent: QWidget) -> tuple[QGroupBox, QGridLayout]:
    box = QGroupBox(worded(title), parent)
    grid = QGridLayout(box)
    grid.setHorizontalSpacing(2 * GRID)
    grid.setVerticalSpacing(GRID)
    return box, grid


class CommitteeForm(DraftForm):
    """Names and code of a committee, the words that it prints, the rules it goes by."""

    needed: ClassVar[tuple[str, ...]] = ("name", "code")
    operation: Callable[..., Changes] = staticmethod(_amend)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, Kind.COMMITTEE, parent)
        self.setObjectName("committee_form")
        self.secretariat = PickField()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addLayout(self._names())
        column.addWidget(self._labels())
        column.addWidget(self._rules())

    def _names(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID)
        hint = msg("In full, as in the heading of its minutes")
        grid.addWidget(self.word("name", msg("&Name of the committee"), hint), 0, 0, 1, 2)
        hint = msg("Short and its own, as “SHR”")
        grid.addWidget(self.word("code", msg("&Code"), hint), 1, 0, _TOP)
        hint = msg("As members are called, “อ.ก.ก.”")
        grid.addWidget(self.word("short_name", msg("&Short name"), hint), 1, 1, _TOP)
        office = self.typed("secretariat", msg("Secre&tariat"), self.secretariat)
        grid.addWidget(office, 2, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _labels(self) -> QGroupBox:
        box, grid = _group(msg("Words in the minutes"), self)
        for at, (name, label) in enumerate(
            (
                ("resolution", msg("Before a resolution")),
                ("member", msg("What members are called")),
                ("opinion", msg("Before the office's opinion")),
                ("discussion", msg("Before the discussion")),
            )
        ):
            grid.addWidget(self.word(f"labels.{name}", label), at // 2, at % 2, _TOP)
        return box

    def _rules(self) -> QGroupBox:
        box, grid = _group(msg("Rules of the committee"), self)
        share = msg("Of the members in office, as 1/2")
        days = msg("In days")
        rows: tuple[tuple[str, Message, TypedField[Any], Message], ...] = (
            ("quorum", msg("Quorum, at least"), ShareField(), share),
            ("notice_days", msg("Invitation ahead of the meeting"), NeededNumber(0, 365), days),
            ("quorum_again", msg("Quorum when called again"), ShareField(), share),
            ("again_within_days", msg("Called again within"), NeededNumber(1, 365), days),
        )
        for at, (name, label, field, hint) in enumerate(rows):
            row = self.typed(f"rules.{name}", label, field, hint)
            grid.addWidget(row, at // 2, at % 2, _TOP)
        return box

    def check(self, field: str, value: Any) -> None:
        """Check a value of a committee that is not on file yet, its code too."""
        if field == "code":
            self._desk.read(committees.check_code, self.record.uid, str(value))
        super().check(field, value)

    def put_on_file(self, record: Any) -> None:
        """Found the committee."""
        self._desk.write(self, committees.found_committee, record)


class PaperForm(DraftForm):
    """How a committee prints its minutes."""

    operation: Callable[..., Changes] = staticmethod(_amend)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, Kind.COMMITTEE, parent)
        self.setObjectName("paper_form")
        self.fonts = ChoiceField()
        self._on_this_pc: list[str] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(self._type())
        column.addWidget(self._margins())
        column.addWidget(self._head_and_foot())

    def _type(self) -> QGroupBox:
        box, grid = _group(msg("Letters and lines"), self)
        lines = ChoiceField(wording.choices(wording.JUSTIFICATIONS))
        rows: tuple[tuple[str, Message, ChoiceField], ...] = (
            ("font", msg("&Font"), self.fonts),
            ("digits", msg("&Digits"), ChoiceField(wording.choices(wording.DIGITS))),
            ("layout", msg("&Layout"), ChoiceField(wording.choices(wording.LAYOUTS))),
            ("justification", msg("Edges of the text"), lines),
        )
        for at, (name, label, field) in enumerate(rows):
            grid.addWidget(self.choice(f"form.{name}", label, field), at // 2, at % 2, _TOP)
        grid.addWidget(self._check("say_when", msg("“เมื่อวันที่” before the date")), 2, 0, 1, 2)
        return box

    def _margins(self) -> QGroupBox:
        box, grid = _group(msg("Margins and indent, in centimetres"), self)
        for at, (name, label) in enumerate(
            (
                ("margin_top_cm", msg("Top margin")),
                ("margin_bottom_cm", msg("Bottom margin")),
                ("margin_left_cm", msg("Left margin")),
                ("margin_right_cm", msg("Right margin")),
                ("indent_cm", msg("Indent, or left column")),
            )
        ):
            grid.addWidget(self.typed(f"form.{name}", label, CentimetreField()), 0, at, _TOP)
            grid.setColumnStretch(at, 1)
        return box

    def _head_and_foot(self) -> QGroupBox:
        box, grid = _group(msg("Head and foot of the pages"), self)
        for at, (name, label) in enumerate(
            (
                ("page_numbers", msg("Page numbers, from the second page")),
                ("catch_words", msg("First words of the next page at the foot")),
                ("catch_word_slash", msg("A stroke before them")),
            )
        ):
            grid.addWidget(self._check(name, label), at, 0, 1, 2)
        grid.addWidget(self.word("form.header", msg("Line at the head of every page")), 3, 0)
        grid.addWidget(self.word("form.footer", msg("Line at the foot of every page")), 3, 1)
        return box

    def _check(self, name: str, label: Message) -> QCheckBox:
        field = QCheckBox(worded(label), self)
        field.setObjectName(f"paper_form_{name}")
        field.setAccessibleName(worded(label))
        self.bind_check(f"form.{name}", None, field)
        return field

    # ------------------------------------------------------------ fonts

    def showEvent(self, event: QShowEvent) -> None:
        """Look for the fonts of this PC when they are first wanted."""
        if not self._on_this_pc:
            self._on_this_pc = self._desk.read(lambda _session: committees.paper_fonts())
            self.show_field("form.font")
        super().showEvent(event)

    def show_field(self, name: str) -> None:
        """Show a field; the font of a committee is offered even if this PC lacks it."""
        if name == "form.font" and self.record is not None:
            now = self.record.form.font
            missing = [] if now in self._on_this_pc or not self._on_this_pc else [now]
            names: list[tuple[object, Message]] = [
                (one, msg("{font} (not on this PC)", font=one) if one in missing else verbatim(one))
                for one in (*(self._on_this_pc or [now]), *missing)
            ]
            self.fonts.set_choices(names)
        super().show_field(name)
