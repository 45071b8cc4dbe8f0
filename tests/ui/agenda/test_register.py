"""The register by itself: pages, the place kept, columns, order."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.registers import SortedBy, Sorting, subject_of
from bmahr_desktop.operations import records
from bmahr_desktop.thai.collate import sort_key
from bmahr_desktop.ui.agenda.columns import HIDDEN_AT_FIRST, Column, row_of
from bmahr_desktop.ui.agenda.register_model import RegisterModel
from bmahr_desktop.ui.agenda.section import ResolutionSection
from bmahr_desktop.ui.agenda.table import RegisterTable
from bmahr_desktop.ui.memory import Memory
from tests.ui.agenda.conftest import TODAY

MANY = tuple(f"uid {number}" for number in range(60_000))


def pressed(menu, name):
    """Choose in a menu."""
    action = menu.findChild(QAction, name)
    action.trigger()
    menu.close()


# ---------------------------------------------------------------- pages


class _Watched(RegisterTable):
    """A table that remembers what it wanted to have read."""

    def __init__(self, model):
        super().__init__(model)
        self.wanted = []


@pytest.fixture
def table(qtbot):
    """A table of 60,000 resolutions, and what it wanted to have read."""
    model = RegisterModel()
    table = _Watched(model)
    qtbot.addWidget(table)
    table.lines_wanted.connect(lambda uids: table.wanted.append(list(uids)))
    table.resize(1000, 600)
    with qtbot.waitExposed(table):
        table.show()
    model.show_order(MANY)
    QApplication.processEvents()
    table.wanted.clear()
    table.look()
    return table


def lines_like(row, uids):
    """Rows for resolutions that are not on file."""
    line = type(row.line)
    fields = {name: getattr(row.line, name) for name in row.line.__struct_fields__}
    return [row_of(line(**(fields | {"uid": uid})), {}, (), TODAY) for uid in uids]


def test_only_the_lines_that_are_seen_are_read(table):
    wanted = table.wanted[-1]
    assert wanted == list(MANY[: len(wanted)])
    assert 10 < len(wanted) < 40


def test_scrolling_anywhere_wants_that_page_then_those_around_it(qtbot, table, tab):
    table.verticalScrollBar().setValue(30_000)
    seen = table.wanted[-1]
    assert seen[0] == "uid 30000"
    row = tab.model.row_at(0)
    table.model().take_rows(lines_like(row, seen), seen)
    qtbot.waitUntil(lambda: table.wanted[-1] != seen)
    around = table.wanted[-1]
    assert "uid 29960" in around
    assert "uid 30000" not in around
    assert len(around) == 80
    before = len(table.wanted)
    table.model().take_rows([], around)  # they are gone since: nobody asks for them again
    table.look()
    qtbot.waitUntil(lambda: not table._rest.isActive())
    assert len(table.wanted) == before


def test_a_row_that_was_not_read_yet_is_empty(table):
    index = table.model().index(100, Column.TEXT)
    assert index.data() is None
    assert table.model().row_at(100) is None
    table.grab()


def test_more_behind_the_first_lines_moves_nothing(table):
    model = table.model()
    model.show_order(MANY[:40])
    table.go_to(5)
    assert not model.show_order(MANY)
    assert (table.currentIndex().row(), model.rowCount()) == (5, 60_000)


# ---------------------------------------------------------------- the place is kept


def test_what_is_chosen_stays_so_when_records_change(qtbot, tab, settled):
    tab.table.verticalScrollBar().setValue(20)
    tab.table.go_to(25, 20)
    chosen, text = tab.model.uid_at(25), "ถ้อยคำใหม่ของมติ"
    settled(
        tab, lambda: tab._desk.write(tab, records.amend, Kind.RESOLUTION, chosen, None, text=text)
    )
    qtbot.waitUntil(lambda: tab.view._text.words() == text)
    assert tab.table.currentIndex().row() == 25
    assert tab.table.top_row() == 20
    above = tab.model.uid_at(3)
    settled(tab, lambda: tab._desk.write(tab, records.remove, Kind.RESOLUTION, above))
    assert tab.model.uid_at(tab.table.currentIndex().row()) == chosen
    assert tab.table.currentIndex().row() == 24
    assert tab.table.top_row() == 19
    settled(tab, lambda: tab._desk.write(tab, records.remove, Kind.RESOLUTION, chosen))
    assert tab.table.currentIndex().row() == 24
    qtbot.waitUntil(lambda: tab.view._uid == tab.model.uid_at(24))


def test_nothing_is_read_again_for_what_no_line_shows(qtbot, tab):
    asked = tab.reading.asked
    person = records.read
    uid = tab._desk.read(lambda session: person(session, Kind.MEETING, tab.model.line(0).meeting))
    name = uid.record.attendance[0]
    tab._desk.write(tab, records.amend, Kind.ATTENDANCE, name.uid, None, reason="ลา")
    qtbot.wait(200)
    assert tab.reading.asked is asked


# ---------------------------------------------------------------- columns


def shown(tab):
    return [column for column in Column if not tab.table.isColumnHidden(column)]


def test_columns_are_chosen_moved_and_remembered(qtbot, tab, tmp_path, sample_file):
    assert set(Column) - set(shown(tab)) == HIDDEN_AT_FIRST
    qtbot.keyClick(tab.search, Qt.Key.Key_O, Qt.KeyboardModifier.AltModifier)
    menu = QApplication.activePopupWidget()
    pressed(menu, "column_kinds")
    pressed(tab.table.column_menu(), "column_date")
    header = tab.table.horizontalHeader()
    header.moveSection(header.visualIndex(Column.TEXT), 0)
    tab.table.setColumnWidth(Column.TEXT, 333)
    assert Column.KINDS in shown(tab)
    assert Column.DATE not in shown(tab)
    memory = Memory(tmp_path / "window.ini")
    memory.keep_shares(tab)
    again = RegisterTable(RegisterModel(tab), tab)
    memory.set_shares(again)
    header = again.horizontalHeader()
    assert [again.isColumnHidden(column) for column in Column] == [
        tab.table.isColumnHidden(column) for column in Column
    ]
    assert header.logicalIndex(0) == Column.TEXT
    assert again.columnWidth(Column.TEXT) == 333
    pressed(tab.table.column_menu(), "columns_reset")
    assert set(Column) - set(shown(tab)) == HIDDEN_AT_FIRST
    assert tab.table.horizontalHeader().logicalIndex(0) == Column.COMMITTEE


def test_the_last_column_stays(qtbot, tab):
    for column in list(Column)[1:]:
        tab.table.setColumnHidden(column, True)
    menu = tab.table.column_menu()
    assert not menu.findChild(QAction, "column_committee").isEnabled()
    menu.close()


# ---------------------------------------------------------------- order


def test_pressing_a_heading_sorts_one_way_the_other_and_as_at_first(qtbot, tab, settled):
    header = tab.table.horizontalHeader()
    at_first = tab.model.uids

    def press():
        place = QPoint(header.sectionViewportPosition(Column.MATTER) + 20, header.height() // 2)
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)

    settled(tab, press)
    assert header.sortIndicatorSection() == Column.MATTER
    lines = tab.reading.rows_of(tab.model.uids)
    titles = [subject_of(one.line.matter_title or one.line.item_title) for one in lines]
    assert titles == sorted(titles, key=sort_key)
    settled(tab, press)
    down = [one.line for one in tab.reading.rows_of(tab.model.uids)]
    assert [subject_of(one.matter_title or one.item_title) for one in down] == sorted(
        titles, key=sort_key, reverse=True
    )
    settled(tab, press)
    assert tab.model.uids == at_first
    assert header.sortIndicatorSection() == -1


def test_an_order_is_chosen_in_the_menu_and_what_is_chosen_stays_so(qtbot, tab, settled):
    tab.table.go_to(7)
    chosen = tab.model.uid_at(7)
    settled(tab, lambda: pressed(tab.table.column_menu(), "sort_due"))
    assert tab.shown().sorting == Sorting(SortedBy.DUE)
    assert tab.model.uid_at(tab.table.currentIndex().row()) == chosen
    days = [one.line.due_day for one in tab.reading.rows_of(tab.model.uids)]
    known = [day for day in days if day]
    assert known == sorted(known)
    assert days[len(known) :] == [None] * (len(days) - len(known))
    settled(tab, lambda: pressed(tab.table.column_menu(), "sort_descending"))
    days = [one.line.due_day for one in tab.reading.rows_of(tab.model.uids)]
    assert days[: len(known)] == sorted(known, reverse=True)


# ---------------------------------------------------------------- the one in full


class Spy(ResolutionSection):
    def __init__(self, heading, parent):
        super().__init__(heading, parent)
        self.seen = []

    def show_resolution(self, uid):
        self.seen.append(uid)

    def flush(self):
        self.seen.append("flushed")
        return True


def test_sections_follow_what_is_chosen_but_not_every_step(qtbot, tab):
    from bmahr_desktop.i18n import msg

    spy = Spy(msg("State"), tab.view)
    tab.view.add_section(spy)
    assert spy.seen == [tab.model.uid_at(0)]
    tab.table.setFocus()
    for _ in range(6):
        qtbot.keyClick(tab.table, Qt.Key.Key_Down)
    last = tab.model.uid_at(6)
    qtbot.waitUntil(lambda: spy.seen[-1] == last)
    uids = [one for one in spy.seen if one != "flushed"]
    assert len(uids) < 6
    assert spy.seen[spy.seen.index(last) - 1] == "flushed"


def test_overdue_stands_out_in_words_and_by_an_icon(qtbot, tab):
    rows = tab.reading.rows_of(tab.model.uids)
    late = next(one for one in rows if one.line.is_overdue(TODAY))
    assert late.cells[Column.STATE] == "เกินกำหนด" or late.cells[Column.STATE] == "Overdue"
    assert Column.DUE in late.looks
    done = next(one for one in rows if one.line.due_day and not one.overdue)
    assert Column.DUE not in done.looks
    tab.table.go_to(tab.model.row_of(late.line.uid))
    qtbot.waitUntil(lambda: tab.view._uid == late.line.uid)
    assert tab.view._state.isVisible()
    assert late.cells[Column.STATE] in tab.view._state.text()


def test_the_vote_is_told(qtbot, tab):
    section = tab.view.sections[0]
    seen = {}
    for uid in tab.model.uids:
        section.show_resolution(uid)
        seen[uid] = section.words.text() if not section.isHidden() else ""
    told = [words for words in seen.values() if words]
    assert told
    assert len(told) < len(seen)
