"""Recording live: keys typed into a meeting of a hundred pages while its paper is set again."""

import statistics
import time
from collections.abc import Callable
from typing import Any

import msgspec
from PySide6.QtWidgets import QApplication, QTextEdit

from benchmarks.at_work import dressed, pause, press, wait_for, window_on
from benchmarks.measuring import OUT, show
from bmahr_desktop.domain.body import Paragraph, TextRun, words_of
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.meeting import Meeting, MeetingState
from bmahr_desktop.domain.records import Record, new_uid
from bmahr_desktop.operations import records
from bmahr_desktop.operations.office import make_office, new_sitting, open_office
from bmahr_desktop.operations.registers import list_committees, list_meetings
from bmahr_desktop.operations.sample import fill_with_sample
from bmahr_desktop.places import data_place

FILE = OUT / "live.sqlite"
_TIMES = 5
"""The agenda of the largest sample meeting, 22 pages, so many times over."""
_LETTERS = 600
_SAVED_EVERY = 25


def live() -> None:
    """Type into a long meeting in the live view, the paper beside being set again and again."""
    dressed()
    meeting, section = _prepared()
    bare = _in_a_bare_editor(section)
    store = open_office(data_place(FILE), new_sitting())
    workspace = window_on(store, FILE)
    work = workspace.meetings
    work.go_to(meeting)
    workspace.live.turn()
    work.show_paper(True)
    workspace.open_record(section)
    body = work.pane.live.matter.body
    wait_for(work.preview.set_in_type)
    pages: list[int] = []
    work.preview.set_in_type.connect(lambda paper: pages.append(paper.pages))
    saved: list[float] = []

    def save() -> None:
        begun = time.perf_counter()
        assert body.flush()
        saved.append(time.perf_counter() - begun)

    keys = _type(body.editor, save)
    window = workspace.window_
    workspace.end()
    store.close()
    window.close()
    keys.sort()
    bare.sort()
    show(
        f"Live: {max(pages, default=0)} pages, the paper set {len(pages)} times meanwhile",
        [
            ("a key press, median", f"{_ms(statistics.median(keys))}"),
            ("a key press, 99th percentile", f"{_ms(_of(keys, 0.99))}"),
            ("a key press, longest", f"{_ms(keys[-1])}"),
            ("the same in a bare QTextEdit, median", f"{_ms(statistics.median(bare))}"),
            ("the same in a bare QTextEdit, 99th percentile", f"{_ms(_of(bare, 0.99))}"),
            ("a saving on the window's thread, median", f"{_ms(statistics.median(saved))}"),
            ("a saving on the window's thread, longest", f"{_ms(max(saved))}"),
        ],
    )


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"


def _of(ordered: list[float], share: float) -> float:
    return ordered[int(len(ordered) * share)]


def _prepared() -> tuple[str, str]:
    """Make the file; return the uid of the long meeting, and of its longest section."""
    OUT.mkdir(parents=True, exist_ok=True)
    for old in OUT.glob("live.sqlite*"):
        old.unlink()
    store = make_office(data_place(FILE), new_sitting())
    fill_with_sample(store)
    with store.reading() as session:
        committee = list_committees(session)[0].uid
        lines = list_meetings(session, committee)
        uid = next(one.uid for one in lines if (one.number, one.year) == (1, 2568))
        largest: Meeting = records.read(session, Kind.MEETING, uid).record
    grown = msgspec.structs.replace(
        _again(largest, ""), number=99, state=MeetingState.IN_SESSION, attachments=(),
        agenda=tuple(_again(item, f"{n} ") for n in range(_TIMES) for item in largest.agenda),
    )  # fmt: skip
    with store.writing() as session:
        records.add(session, Kind.MEETING, grown)
    store.close()
    sections = [s for item in grown.agenda for m in item.matters for s in m.sections]
    longest = max(sections, key=lambda one: len(one.body))
    return grown.uid, longest.uid


def _again(part: Any, head: str) -> Any:
    """Return a record as a new one with all its parts, each paragraph with a head of its own."""
    if isinstance(part, Paragraph) and head:
        return msgspec.structs.replace(part, runs=(TextRun(text=head), *part.runs))
    if isinstance(part, Record):
        fields = {name: _again(getattr(part, name), head) for name in part.__struct_fields__}
        if "uid" in fields:
            fields["uid"] = new_uid()
        if "attachments" in fields:
            fields["attachments"] = ()
        return msgspec.structs.replace(part, **fields)
    if isinstance(part, tuple):
        return tuple(_again(one, head) for one in part)
    return part


def _in_a_bare_editor(section: str) -> list[float]:
    store = open_office(data_place(FILE), new_sitting())
    with store.reading() as session:
        body = records.read(session, Kind.SECTION, section).record.body
    store.close()
    editor = QTextEdit()
    editor.setPlainText(words_of(body))
    editor.resize(700, 500)
    editor.show()
    return _type(editor, lambda: None)


def _type(editor: QTextEdit, save: Callable[[], None]) -> list[float]:
    """Type a sentence a second or so, saved now and then; return the time of each key press."""
    taken = []
    for number in range(_LETTERS):
        begun = time.perf_counter()
        press(editor, "กาขคงนมยว "[number % 10])
        QApplication.processEvents()
        taken.append(time.perf_counter() - begun)
        if number % _SAVED_EVERY == _SAVED_EVERY - 1:
            save()
        pause(30)
    return taken
