"""The printed name of somebody, found in the register while it is typed, or new."""

import datetime
from collections.abc import Sequence

from PySide6.QtCore import QDate, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.registers import PersonLine
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations.registers import list_people
from bmahr_desktop.thai.names import same_person_key, split_name
from bmahr_desktop.thai.reading import quoted
from bmahr_desktop.thai.searchkey import search_key
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.word_field import WordField
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import CutLabel, IconLabel, set_tone
from bmahr_desktop.ui.look.measures import GRID, ICON, row_height
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.meetings.people.offers import LineOffer, Offered

_SHOWN_IN = frozenset((Kind.PERSON, Kind.UNIT))


class Register(QObject):
    """Everybody on file, read when first asked for and again after a change."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._people: tuple[PersonLine, ...] | None = None
        self._keys: list[str] = []
        desk.changed.connect(self._on_changed)

    def people(self) -> tuple[PersonLine, ...]:
        """Return everybody, in dictionary order."""
        if self._people is None:
            # The day only matters for seats, which are not shown here.
            now = QDate.currentDate()
            day = datetime.date(now.year(), now.month(), now.day())
            self._people = tuple(self._desk.read(list_people, day))
            self._keys = [search_key(f"{one.printed} {about(one)}") for one in self._people]
        return self._people

    def find(self, uid: str | None) -> PersonLine | None:
        """Return somebody by their uid."""
        return next((one for one in self.people() if one.uid == uid), None)

    def namesakes(self, name: str) -> list[PersonLine]:
        """Return who is called so, whatever titles and spaces are typed."""
        key = same_person_key(name)
        return [one for one in self.people() if key and same_person_key(one.printed) == key]

    def matching(self, text: str) -> list[PersonLine]:
        """Return who has every typed word in name, position or unit; names that hold it first."""
        people, words = self.people(), search_key(text).split()
        found = [
            (not search_key(one.printed).find(" ".join(words)) >= 0, number, one)
            for number, (one, key) in enumerate(zip(people, self._keys, strict=True))
            if all(word in key for word in words)
        ]
        return [one for *_, one in sorted(found, key=lambda line: line[:2])]

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.kinds & _SHOWN_IN:
            self._people = None


def about(person: PersonLine) -> str:
    """Return what tells somebody from others of the same name: position and unit."""
    return " · ".join(filter(None, (person.job, person.unit)))


def as_offered(person: PersonLine) -> str:
    """Return somebody as a list offers them."""
    return "  ·  ".join(filter(None, (person.printed, about(person))))


class PeopleOffer(LineOffer):
    """Offers people for a name that is typed, and at the end to put the name on file."""

    person_taken = Signal(object)
    """Emitted with the `PersonLine` that was chosen."""
    new_taken = Signal(str)
    """Emitted with the name that is to be put on file."""

    def __init__(self, line: WordField | QWidget, register: Register) -> None:
        self._register = register
        super().__init__(line, self._of, self._is_clear)  # type: ignore[arg-type]
        self.taken.connect(self._on_taken)

    def _of(self, text: str) -> list[Offered]:
        found: list[Offered] = [(as_offered(one), one) for one in self._register.matching(text)]
        name = " ".join(text.split())
        if name and not self._register.namesakes(name):
            words = msg("Put “{name}” in the register", name=quoted(name))
            found.append((worded(words), name))
        return found

    def _is_clear(self, text: str) -> bool:
        """Tell whether the first one is meant: one word is a search, two may be a new name."""
        found = self._register.matching(text)
        single = not split_name(text).family
        return bool(found) and (single or found[0] in self._register.namesakes(text))

    def _on_taken(self, value: object) -> None:
        if isinstance(value, PersonLine):
            self.person_taken.emit(value)
        else:
            self.new_taken.emit(str(value))


class NameField(WordField):
    """A name as it is printed; people on file are offered by any part of name and position."""

    def __init__(self, register: Register, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("name_field")
        self.offer = PeopleOffer(self, register)

    def setReadOnly(self, read_only: bool) -> None:
        """Let the name be read but not changed."""
        super().setReadOnly(read_only)
        self.offer.let_choose(not read_only)

    def take(self, text: str) -> None:
        """Show a name quietly, whatever was typed before."""
        self._pausing.stop()
        self.set_text_quietly(text)


class PersonNote(QWidget):
    """Who a printed name is in the register, or that it is nobody's, and what can be done."""

    link_wanted = Signal(object)
    """Emitted with the `PersonLine` that the name may be."""
    new_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("person_note")
        self._twin: PersonLine | None = None
        self._known = IconLabel(IconName.USER_CHECK, Role.DONE, ICON - 4, self)
        self._unknown = IconLabel(IconName.USER, Role.MUTED, ICON - 4, self)
        self._words = CutLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        set_tone(self._words, Role.MUTED)
        self.act = QToolButton(self)
        self.act.setObjectName("person_act")
        self.act.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.act.setAutoRaise(True)
        self.act.setAccessibleName(worded(msg("Put in the register")))
        self.act.clicked.connect(self._on_act)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        for mark in (self._known, self._unknown):
            row.addWidget(mark)
        row.addWidget(self._words, 1)
        row.addWidget(self.act)
        self.setFixedHeight(row_height())

    def text(self) -> str:
        """Return what is told, in full."""
        return self._words.toolTip()

    def show_person(
        self, printed: str, person: PersonLine | None, namesakes: Sequence[PersonLine]
    ) -> None:
        """Tell who a printed name is.

        Args:
            printed: The name.
            person: Who it is linked to.
            namesakes: Who else it could be.
        """
        self._twin = namesakes[0] if len(namesakes) == 1 and person is None else None
        self._known.setVisible(person is not None)
        self._unknown.setVisible(person is None)
        self.act.setVisible(person is None and bool(printed.strip()) and len(namesakes) < 2)
        if person is not None:
            words = about(person) or worded(msg("In the register, without a position"))
            if same_person_key(person.printed) != same_person_key(printed):
                words = said(msg("Now called {name}", name=person.printed))
        elif self._twin is not None:
            words = about(self._twin) or worded(msg("In the register, without a position"))
        elif namesakes:
            words = said(msg("{count} are called so; choose one (F4)", count=len(namesakes)))
        else:
            words = worded(msg("Not in the register"))
        twin = self._twin is not None
        self.act.setText(worded(msg("It is this one") if twin else msg("Put in the register")))
        self.act.setIcon(icon(IconName.LINK if twin else IconName.USER_PLUS))
        self.act.setAccessibleName(self.act.text())
        self.act.setAccessibleDescription(words)
        self._words.setText(words)
        self._words.setToolTip(words)

    def _on_act(self) -> None:
        if self._twin is not None:
            self.link_wanted.emit(self._twin)
        else:
            self.new_wanted.emit()
