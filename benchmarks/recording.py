"""A secretary at work by script, to be killed at any moment: every sentence is told before it.

It is the program's own pane with its fields, desk, autosave and index, over a real file.
"""

import os
import random
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer, qInstallMessageHandler
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from bmahr_desktop.domain.body import Paragraph, words_of
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.meeting import Meeting
from bmahr_desktop.operations import records
from bmahr_desktop.operations.office import new_sitting, open_office
from bmahr_desktop.operations.registers import list_committees, list_meetings
from bmahr_desktop.operations.whereabouts import find_record
from bmahr_desktop.places import data_place
from bmahr_desktop.storage.store import Store
from bmahr_desktop.ui.background import Errands, Sweep
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.pausing import Pace, use_pace
from bmahr_desktop.ui.indexing import IndexKeeper
from bmahr_desktop.ui.look.theme import dress
from bmahr_desktop.ui.meetings.meeting_pane import MeetingPane

PACE = Pace(pause=100, longest=500, again=500, aside=100)
"""Quicker than a secretary's, so that many kills are soon done."""
_LETTER_MS = 2

Key = tuple[str, str, str]
"""A text: of which kind its record is, the record, the field."""


@dataclass(frozen=True)
class Told:
    """One thing that the secretary says, with the time of the PC's clock that never goes back.

    Attributes:
        what: "ready", "text", "begin", "end", "write", "written", "order" or "removed".
        at: When.
        serial: The number of a sentence.
        key: The text that it is typed into.
        words: The sentence, or what stood in a text at first.
        order: The items of the agenda, in their order.
    """

    what: str
    at: float
    serial: int = 0
    key: Key | None = None
    words: str = ""
    order: tuple[str, ...] = ()


class Telling:
    """A file that says when it is written to."""

    def __init__(self, store: Store, line: "Line") -> None:
        self._store, self._line = store, line

    @contextmanager
    def reading(self) -> Iterator[Any]:
        """See one state of the file."""
        with self._store.reading() as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Any]:
        """Commit at the end."""
        self._line.tell("write")
        with self._store.writing() as session:
            yield session
        self._line.tell("written")


class Line:
    """The line to who will kill: what was said on it stays said."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def tell(self, what: str, **more: Any) -> None:
        """Say something."""
        self._connection.send(Told(what, time.monotonic(), **more))


def record(connection: Connection, file: str, seed: int) -> None:
    """Record for ever, or until killed.

    Args:
        connection: Where everything is told.
        file: The file of records.
        seed: Chooses what is done.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    use_pace(PACE)
    qInstallMessageHandler(lambda *_: None)  # a screen that is none has much to say
    application = QApplication([])
    dress(application)
    Sweep.hold()
    line = Line(connection)
    store = open_office(data_place(Path(file)), new_sitting())
    desk = Desk(Telling(store, line))
    index = IndexKeeper(desk, Errands("search", desk), desk)
    index.start()
    Secretary(desk, line, random.Random(seed)).work()


class Secretary:
    """Types sentences into bodies, resolutions and titles; adds, moves and removes items."""

    def __init__(self, desk: Desk, line: Line, chance: random.Random) -> None:
        self._desk, self._line, self._chance = desk, line, chance
        self._meeting = a_meeting(desk)
        self._serial = 0
        self.pane = MeetingPane(desk)
        self.pane.resize(900, 600)
        self.pane.show_meeting(self._meeting)
        self.pane.show()
        self.texts = texts_of(self._read())
        for key in self.texts:
            line.tell("text", key=key, words=text_of(desk, key))
        line.tell("order", order=self._order())
        line.tell("ready")

    def _read(self) -> Meeting:
        meeting: Meeting = self._desk.read(records.read, Kind.MEETING, self._meeting).record
        return meeting

    def _order(self) -> tuple[str, ...]:
        found = self._desk.read(records.read_parts_of, Kind.ITEM, self._meeting)
        return tuple(one.record.uid for one in found)

    def work(self) -> None:
        """Do one thing after the other."""
        while True:
            if self._chance.random() < 0.85:
                self._type(self._chance.choice(self.texts))
            else:
                self._change_agenda()

    def _type(self, key: Key) -> None:
        """Type some sentences into a text, then pause or go on elsewhere at once."""
        kind, uid, _ = key
        place = self._desk.read(find_record, uid)
        if place is None:
            return
        self.pane.go_to(place)
        into: Any = self.pane.focusWidget()
        into.moveCursor(QTextCursor.MoveOperation.End)
        for _ in range(self._chance.randint(1, 6)):
            self._serial += 1
            words = f"ประโยค{self._serial:05}จบ "
            if kind == Kind.SECTION and self._chance.random() < 0.3:
                words = f"\n{words}"
            self._line.tell("begin", serial=self._serial, key=key, words=words)
            for letter in words:
                press(into, letter)
                wait(_LETTER_MS)
            self._line.tell("end", serial=self._serial)
        wait(self._chance.choice((0, 0, 20, 150)))

    def _change_agenda(self) -> None:
        agenda = self.pane.agenda
        before = self._order()
        chosen = self._chance.choice(before)
        agenda.outline.choose(chosen)
        by = self._chance.choice((-1, 1))
        at = before.index(chosen)
        if not 0 <= at + by < len(before):
            return
        after = list(before)
        after.insert(at + by, after.pop(at))
        self._line.tell("order", order=tuple(after))
        agenda.move_chosen(by)
        self._line.tell("ordered", order=tuple(after))
        agenda.add_item()
        added = agenda.outline.current()[1]
        self._line.tell("order", order=self._order())
        self._line.tell("ordered", order=self._order())
        if self._chance.random() < 0.7:
            left = tuple(uid for uid in self._order() if uid != added)
            self._line.tell("order", order=left)
            agenda.remove()
            self._line.tell("ordered", order=left)


# ---------------------------------------------------------------- what is on file


def a_meeting(desk: Desk) -> str:
    """Return the meeting of the sample that has the fewest words to show."""
    committee = desk.read(list_committees)[0].uid
    found = desk.read(list_meetings, committee)
    least = min(found, key=lambda one: (one.number == 1, one.year, one.number))
    return least.uid


def texts_of(meeting: Meeting) -> Sequence[Key]:
    """Return texts that can be typed on at their end: some bodies, resolutions and titles."""
    found: list[Key] = []
    for item in meeting.agenda:
        for matter in item.matters:
            if matter.title:
                found.append((Kind.MATTER, matter.uid, "title"))
            for section in matter.sections:
                if section.body and isinstance(section.body[-1], Paragraph):
                    found.append((Kind.SECTION, section.uid, "body"))
            for one in matter.resolutions:
                if not one.composed:
                    found.append((Kind.RESOLUTION, one.uid, "text"))
    return found


def text_of(desk: Desk, key: Key) -> str:
    """Return the words of a text as they are on file."""
    kind, uid, field = key
    found = getattr(desk.read(records.read, Kind(kind), uid).record, field)
    return found if isinstance(found, str) else words_of(found)


# ---------------------------------------------------------------- hands


def press(field: Any, letter: str) -> None:
    """Press a key."""
    key = Qt.Key.Key_Return if letter == "\n" else 0
    event = QKeyEvent(
        QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter.replace("\n", "\r")
    )
    QApplication.sendEvent(field, event)


def wait(ms: int) -> None:
    """Let the program live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()
