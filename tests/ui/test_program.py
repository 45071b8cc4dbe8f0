"""Starting as a new user does: the start page, the sample, another file, back, and the next day."""

import shutil

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from bmahr_desktop.i18n import use_language
from bmahr_desktop.places import data_folder, data_place
from bmahr_desktop.thai.digits import DigitStyle
from bmahr_desktop.ui.look.digits import use_digits
from bmahr_desktop.ui.probe import Probe
from bmahr_desktop.ui.program import SAMPLE, Program
from bmahr_desktop.ui.settings import Settings
from bmahr_desktop.ui.window import MainWindow
from tests.ui.desks import LARGEST, meeting_of


@pytest.fixture
def start(qtbot, qapp):
    """Start the program on a file; it is closed in the end as a person closes it."""
    running = []

    def start(place=None):
        window = MainWindow()
        program = Program(qapp, window, Settings(), place or data_place(), Probe())
        program.unexpected.remove()  # the tests' own handler is stricter
        running.append(program)
        window.show()
        program.begin()
        qtbot.waitUntil(lambda: program.workspace is not None or program._start is not None)
        return program

    def stop(program):
        program.window.close()
        assert program.window.isHidden()
        program.end()
        program.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    yield start, stop, running
    for program in running:
        if program.window is not None:
            stop(program)
    use_digits(DigitStyle.THAI)


def closed(start, program):
    start[1](program)
    start[2].remove(program)


def test_the_first_start_offers_three_ways_and_the_sample_is_one_press_away(qtbot, start):
    program = start[0]()
    assert program.window.pages.currentWidget() is program._start
    program._start.findChild(object, "start_sample").click()
    qtbot.waitUntil(lambda: program.workspace is not None, timeout=20_000)
    assert program.window.pages.currentWidget() is program.window.tabs
    assert program.workspace.meetings.tab.list.list.rows.rowCount() == 12
    assert (data_folder() / SAMPLE).is_file()


def test_the_next_start_is_at_the_same_place(qtbot, start, sample_copy):
    program = start[0](data_place(sample_copy))
    workspace = program.workspace
    workspace.open_record(meeting_of(workspace, *LARGEST))
    workspace.meetings.pane.tabs.setCurrentIndex(1)
    workspace.meetings.show_paper(False)
    uid = workspace.meetings.pane.meeting
    closed(start, program)
    again = start[0](data_place(sample_copy))
    assert again.workspace.meetings.pane.meeting == uid
    assert again.workspace.meetings.pane.tabs.currentIndex() == 1
    assert again.workspace.meetings.paper.isHidden()
    assert again.settings.recent[0] == sample_copy


def test_a_new_file_begins_with_its_committee(qtbot, start, tmp_path):
    program = start[0]()
    program._start.create_wanted.emit(tmp_path / "new" / "ของเรา.sqlite")
    qtbot.waitUntil(lambda: program.workspace is not None, timeout=20_000)
    work = program.workspace.meetings
    assert work.tab.middle.currentWidget() is work.no_committee
    work.no_committee.button.click()
    assert program.workspace.beside._office.isVisible()


def test_a_file_that_is_none_is_refused_in_words_on_the_start_page(qtbot, start, tmp_path):
    path = tmp_path / "ไม่ใช่.sqlite"
    path.write_bytes(b"this is no database at all, only words" * 100)
    program = start[0](data_place(path))
    assert program.workspace is None
    assert "ไม่ใช่.sqlite" in program._start.refusal()
    assert path.read_bytes().startswith(b"this is no database")


def test_one_goes_back_from_the_start_page_to_the_open_file(qtbot, start, sample_copy):
    program = start[0](data_place(sample_copy))
    program.show_start()
    assert program.window.pages.currentWidget() is program._start
    program._start.back.click()
    assert program.window.pages.currentWidget() is program.window.tabs


def test_another_file_replaces_the_open_one_and_nothing_of_it_stays(
    qtbot, start, sample_copy, tmp_path
):
    other = tmp_path / "other" / "records.sqlite"
    other.parent.mkdir()
    shutil.copy(sample_copy, other)
    program = start[0](data_place(sample_copy))
    first, window = program.workspace, program.window
    program.show_start()
    program._start.open_wanted.emit(other)
    qtbot.waitUntil(lambda: program.workspace is not first)
    assert program.window is not window
    assert window.isHidden()
    assert program.workspace.place.file == other
    assert program.workspace.meetings.tab.list.list.rows.rowCount() == 12


def test_the_digits_of_the_screen_change_at_once(qtbot, start, sample_copy):
    program = start[0](data_place(sample_copy))
    program.settings.digits = DigitStyle.ARABIC
    use_digits(DigitStyle.ARABIC)
    program.open_file(data_place(sample_copy))
    rows = program.workspace.meetings.tab.list.list.rows
    assert rows.data(rows.index(0, 0)) == "2/2569"


def test_english_is_complete_from_the_tabs_to_the_menu(qtbot, start, sample_copy):
    use_language("en")
    program = start[0](data_place(sample_copy))
    words = [action.text() for action in program.window.menu.actions() if action.text()]
    words += [program.window.tabs.tabText(tab) for tab in range(4)]
    assert all(word.isascii() for word in (one.replace("…", "") for one in words))


def test_every_widget_one_can_use_is_named(qtbot, start, sample_copy):
    program = start[0](data_place(sample_copy))
    unnamed = []
    for widget in program.window.findChildren(object):
        if not getattr(widget, "isWidgetType", lambda: False)() or widget.isHidden():
            continue
        if widget.window() is not program.window:
            continue
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.focusProxy():
            name = widget.accessibleName() or getattr(widget, "text", str)()
            if not widget.objectName() or not name:
                unnamed.append((type(widget).__name__, widget.objectName()))
    assert unnamed == []
