"""A disk that is really full, and one that is really pulled out, under the window at work.

Both are mounted for the trial, which root may do on Linux; elsewhere it says so.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.measuring import show

_SENTENCE = "ที่ประชุมขอให้ฝ่ายเลขานุการตรวจสอบอีกครั้งหนึ่ง "
_DISK = "4m"
_PATIENCE_S = 20.0


def disks() -> None:
    """Type on while the disk is full and while it is away; say what became of every sentence."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        show("A full disk, and one that goes away", [("not tried", "only root may mount disks")])
        return
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="bmahr-disks-") as folder:
        passing = Path(folder) / "passing"
        passing.mkdir()
        tempfile.tempdir = str(passing)
        try:
            show("A full disk: a tmpfs of 4 MB", _full(Path(folder) / "full", passing))
            show("A disk that is pulled out and put back", _away(Path(folder) / "usb", passing))
        finally:
            tempfile.tempdir = None


def _full(disk: Path, passing: Path) -> list[tuple[str, str]]:
    from benchmarks.window import sample_file  # noqa: PLC0415 -- it loads the window

    with mounted(disk, "-t", "tmpfs", "-o", f"size={_DISK}", "none"):
        shutil.copy(sample_file(), disk / "office.sqlite")
        with typist(disk / "office.sqlite") as at_work:
            ballast = disk / "ballast"
            with ballast.open("wb", buffering=0) as file:
                _fill(file)
            typed = at_work.type(_SENTENCE * 2_000)
            wait_for(lambda: at_work.copy() is not None)
            kept = at_work.copy()
            rows = [
                ("free on the disk", f"{shutil.disk_usage(disk).free} bytes"),
                ("the field says", at_work.told()),
                (
                    "kept aside among passing files",
                    str(kept is not None and kept.parent == passing),
                ),
                ("on file", str(at_work.on_file(typed))),
            ]
            ballast.unlink()
            begun = time.monotonic()
            wait_for(at_work.settled)
            rows += [
                ("with room again, on file after", f"{time.monotonic() - begun:.1f} s"),
                ("every sentence on file", str(at_work.on_file(typed))),
                ("left aside", str([path.name for path in passing.iterdir()])),
            ]
        return [*rows, ("damage", str(damage(disk / "office.sqlite")))]


def _away(disk: Path, passing: Path) -> list[tuple[str, str]]:
    from benchmarks.window import sample_file  # noqa: PLC0415 -- it loads the window

    device = disk.with_name("device")
    device.mkdir()
    shutil.copy(sample_file(), device / "office.sqlite")
    disk.mkdir()
    with mounted(disk, "--bind", str(device)):
        at = typist(disk / "office.sqlite")
        at_work = at.__enter__()
    # The mount is gone under the window, which still holds the file open.
    try:
        typed = at_work.type(_SENTENCE * 20)
        wait_for(lambda: at_work.copy() is not None)
        kept = at_work.copy()
        rows = [
            ("the field says", at_work.told()),
            ("kept aside among passing files", str(kept is not None and kept.parent == passing)),
            ("made where the disk belongs", str(list(disk.iterdir()))),
        ]
        with mounted(disk, "--bind", str(device)):
            begun = time.monotonic()
            wait_for(at_work.settled)
            rows += [
                ("put back, on file after", f"{time.monotonic() - begun:.1f} s"),
                ("every sentence on file", str(at_work.on_file(typed))),
                ("left aside", str([path.name for path in passing.iterdir()])),
                ("damage", str(damage(disk / "office.sqlite"))),
            ]
    finally:
        at.__exit__(None, None, None)
    return rows


def _fill(file: object) -> None:
    """Write until there is no room left."""
    for size in (65_536, 4_096, 1):
        try:
            while True:
                file.write(b"\0" * size)  # type: ignore[attr-defined]
        except OSError:
            continue


@contextmanager
def mounted(disk: Path, *what: str) -> Iterator[None]:
    """Mount something; it goes away at once in the end, whoever uses it."""
    disk.mkdir(exist_ok=True)
    subprocess.run(["mount", *what, str(disk)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)


def damage(file: Path) -> list[str]:
    """Return what is wrong with a file."""
    from bmahr_desktop.storage.condition import damage_in  # noqa: PLC0415

    return list(damage_in(file, deep=True))


class Typist:
    """Types into the longest body of the sample, in the window at work."""

    def __init__(self, file: Path) -> None:
        from benchmarks.recording import a_meeting, texts_of  # noqa: PLC0415
        from bmahr_desktop.domain.changes import Kind  # noqa: PLC0415
        from bmahr_desktop.operations import records  # noqa: PLC0415
        from bmahr_desktop.operations.office import new_sitting, open_office  # noqa: PLC0415
        from bmahr_desktop.places import data_place  # noqa: PLC0415
        from bmahr_desktop.ui.meetings.tab import MeetingsTab  # noqa: PLC0415
        from bmahr_desktop.ui.window import MEETINGS, MainWindow  # noqa: PLC0415
        from bmahr_desktop.ui.workspace import Workspace  # noqa: PLC0415

        place = data_place(file)
        self.store = open_office(place, new_sitting())
        self.window = MainWindow()
        self.window.furnish()
        tab = MeetingsTab(self.window)
        self.window.fill(MEETINGS, tab)
        self.workspace = Workspace(self.window, tab, self.store, place)
        self.workspace.begin()
        self.window.show()
        self.workspace.meetings.show_paper(False)
        desk = self.workspace.desk
        meeting = desk.read(records.read, Kind.MEETING, a_meeting(desk)).record
        self.key = next(key for key in texts_of(meeting) if key[0] == Kind.SECTION)
        self.workspace.open_record(self.key[1])

    def type(self, words: str) -> str:
        """Type at the end of the body, at once as pasting does."""
        editor = self.workspace.meetings.pane.agenda.matter.body.editor
        cursor = editor.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        cursor.insertText(words)
        return words

    def told(self) -> str:
        """Return what stands at the field."""
        return self.workspace.meetings.pane.agenda.matter.body.note.text()

    def copy(self) -> Path | None:
        """Return the file that is kept aside."""
        return self.workspace.rescue.copy

    def settled(self) -> bool:
        """Tell whether everything is on file."""
        return self.workspace.desk.unkept.empty()

    def on_file(self, words: str) -> bool:
        """Tell whether a text is on file."""
        from benchmarks.recording import text_of  # noqa: PLC0415

        return words in text_of(self.workspace.desk, self.key)


@contextmanager
def typist(file: Path) -> Iterator[Typist]:
    """A window on a file, with hands."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from bmahr_desktop.ui.fields.pausing import USUAL, Pace, use_pace  # noqa: PLC0415
    from bmahr_desktop.ui.look.theme import dress  # noqa: PLC0415

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    dress(application)
    use_pace(Pace(pause=100, longest=500, again=1_000, aside=100))
    at_work = Typist(file)
    try:
        yield at_work
    finally:
        use_pace(USUAL)
        at_work.workspace.end()
        at_work.window.may_close = lambda: True
        at_work.window.close()
        at_work.store.close()


def wait_for(condition: Callable[[], bool]) -> None:
    """Let the window live until something is so, or one has lost patience."""
    from benchmarks.recording import wait  # noqa: PLC0415

    until = time.monotonic() + _PATIENCE_S
    while not condition() and time.monotonic() < until:
        wait(50)
