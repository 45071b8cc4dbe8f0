import datetime

import pytest
from PySide6.QtCore import Qt

from bmahr_desktop.domain.meeting import MeetingState, MinutesState, Mode, Secrecy
from bmahr_desktop.domain.registers import CommitteeLine, MeetingLine
from bmahr_desktop.ui.meetings.list_pane import MeetingListPane


def line(number, year, month, **other):
    given = {
        "state": MeetingState.CLOSED,
        "minutes_state": MinutesState.ADOPTED,
        "venue": "ห้องนพรัตน์",
    } | other
    return MeetingLine(
        uid=f"{number}/{year}", committee="c", number=number, year=year,
        date=datetime.date(year - 543, month, 6), start="09:30", mode=Mode.ON_SITE,
        secrecy=Secrecy.NONE, **given,
    )  # fmt: skip


LINES = (
    line(1, 2569, 1, state=MeetingState.PREPARING),
    line(2, 2568, 3, minutes_state=MinutesState.AWAITING_ADOPTION, venue="ห้องราชาวดี"),
    line(1, 2568, 1),
)


@pytest.fixture
def pane(qtbot):
    pane = MeetingListPane()
    qtbot.addWidget(pane)
    committees = [
        CommitteeLine(uid="c", code="SHR", name="อ.ก.ก. วิสามัญ", short_name="อ.ก.ก.", meetings=3),
        CommitteeLine(uid="d", code="DSP", name="อ.ก.ก. วิสามัญอื่น", short_name="อ.ก.ก."),
    ]
    pane.show_committees(committees, "c")
    pane.show_meetings(LINES)
    pane.resize(300, 500)
    pane.show()
    return pane


def shown(pane):
    rows = pane.list.rows
    return [rows.line(row).uid for row in range(rows.rowCount())]


def cells(pane, row):
    rows = pane.list.rows
    return [rows.data(rows.index(row, column)) for column in range(3)]


def test_a_row_says_number_date_and_how_it_stands(pane):
    assert cells(pane, 0) == ["๑/๒๕๖๙", "๖ ม.ค. ๖๙", "เตรียมการ"]
    assert cells(pane, 1) == ["๒/๒๕๖๘", "๖ มี.ค. ๖๘", "รอรับรอง"]
    assert cells(pane, 2)[2] == "รับรองแล้ว"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("2568", ["2/2568", "1/2568"]),
        ("๒๕๖๘", ["2/2568", "1/2568"]),
        ("ราชาวดี", ["2/2568"]),
        ("มี.ค.", ["2/2568"]),
        ("รอรับรอง", ["2/2568"]),
        ("1/ 2569", ["1/2569"]),
        ("ไม่มีที่ไหน", []),
        ("<b>&", []),
    ],
)
def test_the_search_goes_over_all_that_a_row_says(qtbot, pane, words, found):
    pane.search.setText(words)
    assert shown(pane) == found
    assert pane._stack.currentIndex() == (0 if found else 1)


def test_a_year_is_chosen_and_the_meeting_stays_chosen(pane):
    pane.choose("2/2568")
    pane.year.set_value(2568)
    pane.year.chosen.emit(2568)
    assert shown(pane) == ["2/2568", "1/2568"]
    assert pane.list.current() == "2/2568"


def test_a_meeting_that_is_filtered_away_is_shown_when_it_is_gone_to(pane):
    pane.search.setText("ราชาวดี")
    assert pane.choose("1/2569")
    assert pane.list.current() == "1/2569"
    assert not pane.choose("9/2569")


def test_the_keyboard_walks_from_the_search_into_the_list_and_on(qtbot, pane):
    qtbot.keyClick(pane.search, Qt.Key.Key_Return)
    assert pane.list.current() == "1/2569"
    with qtbot.waitSignal(pane.list.entered):
        qtbot.keyClick(pane.list, Qt.Key.Key_Return)
    with qtbot.waitSignal(pane.chosen) as chosen:
        qtbot.keyClick(pane.list, Qt.Key.Key_Down)
    assert chosen.args == ["2/2568"]
    with qtbot.waitSignal(pane.remove_wanted) as removed:
        qtbot.keyClick(pane.list, Qt.Key.Key_Delete)
    assert removed.args == ["2/2568"]


def test_new_rows_keep_what_was_chosen_without_a_word(qtbot, pane):
    pane.choose("1/2568")
    with qtbot.assertNotEmitted(pane.chosen):
        pane.show_meetings(LINES[1:])
    assert pane.list.current() == "1/2568"
