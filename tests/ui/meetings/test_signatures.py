import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.minutes import TextKey
from bmahr_desktop.operations import records
from bmahr_desktop.ui.meetings.people.signatures import SignaturesPane, usual_labels
from tests.meetings import uid

MEETING, NEXT = uid("meeting"), uid("meeting 2")
TOOK = "ผู้จดรายงานการประชุม"


@pytest.fixture
def pane(desk, standing):
    return standing(SignaturesPane(desk), MEETING)


def blocks(pane, meeting=MEETING):
    return [one.record for one in pane._desk.read(records.read_parts_of, Kind.SIGNATURE, meeting)]


def shown(pane):
    return [tuple(row.text(column) for column in range(4)) for row in pane.view.rows()]


@pytest.fixture
def second(qtbot, pane, write):
    """Let somebody else sign too."""
    qtbot.keyClick(pane.view, Qt.Key.Key_Insert)
    assert pane.adding.line.hasFocus()
    write(pane.adding.line, "สมมาตร")
    qtbot.keyClick(pane.adding.offer.popup, Qt.Key.Key_Return)
    return blocks(pane)[1]


def test_who_signs_is_shown_with_what_for(pane):
    assert shown(pane) == [("๑.", "นางปั้นหยา ฟื้นฟู", "ผู้อำนวยการ อ.ก.ก. และเลขานุการ", TOOK)]
    assert pane.form.name.text() == "นางปั้นหยา ฟื้นฟู"
    assert pane.form.label.text() == TOOK
    assert pane.count() == 1


def test_the_second_one_checks_the_minutes(pane, second):
    assert (second.name, second.label) == ("นายสมมาตร ใจกว้าง", usual_labels()[1])
    assert second.lines == ("ผู้อำนวยการกอง", "กองระบบงาน สำนักงาน ก.ก.", "ประธาน")
    assert second.person == uid("p1")
    assert pane.form.name.text() == second.name
    assert pane.count() == 2


def test_the_order_is_changed_by_keys(qtbot, pane, second):
    pane.view.setFocus()
    for _ in range(2):
        qtbot.keyClick(pane.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [one.uid for one in blocks(pane)] == [second.uid, uid("s")]
    assert pane.view.current_uid() == second.uid
    button = pane.findChild(QAbstractButton, "signature_down")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [one.uid for one in blocks(pane)] == [uid("s"), second.uid]


def test_what_is_typed_is_kept(qtbot, pane, write):
    qtbot.keyClick(pane.view, Qt.Key.Key_F2)
    assert pane.form.name.hasFocus()
    pane.form.label.setFocus()
    pane.form.label.selectAll()
    write(pane.form.label, "ผู้ตรวจ")
    qtbot.keyClick(pane.form.label, Qt.Key.Key_Return)
    assert blocks(pane)[0].label == "ผู้ตรวจ"
    assert shown(pane)[0][3] == "ผู้ตรวจ"


def test_a_removed_block_comes_back(qtbot, pane):
    qtbot.keyClick(pane.view, Qt.Key.Key_Delete)
    assert blocks(pane) == []
    assert not pane.form.isVisible()
    qtbot.keyClick(pane.adding.line, Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: not pane.undo.isVisible())
    assert [one.uid for one in blocks(pane)] == [uid("s")]
    assert pane.form.isVisible()


def test_a_meeting_without_blocks_offers_the_secretary(qtbot, pane):
    pane.show_meeting(NEXT)
    assert not pane.form.isVisible()
    button = pane.findChild(QAbstractButton, "empty_state_step")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    (one,) = blocks(pane, NEXT)
    assert (one.person, one.label, one.lines) == (uid("p2"), TOOK, ("เลขานุการ",))


def test_without_a_secretary_a_name_is_asked_for(qtbot, pane, desk):
    desk.write(desk, records.remove, Kind.MEMBERSHIP, uid("seat2"))
    pane.show_meeting(NEXT)
    button = pane.findChild(QAbstractButton, "empty_state_step")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert blocks(pane, NEXT) == []
    assert pane.adding.note.text()
    assert pane.adding.line.hasFocus()


def test_a_new_name_signs_and_is_put_on_file(qtbot, pane, write, desk):
    pane.adding.line.setFocus()
    write(pane.adding.line, "นางสาวใหม่ เอี่ยม")
    qtbot.keyClick(pane.adding.offer.popup, Qt.Key.Key_Return)
    one = blocks(pane)[1]
    assert (one.name, one.person) == ("นางสาวใหม่ เอี่ยม", None)
    qtbot.mouseClick(pane.form.note.act, Qt.MouseButton.LeftButton)
    person = desk.read(records.read, Kind.PERSON, blocks(pane)[1].person).record
    assert person.printed == "นางสาวใหม่ เอี่ยม"


def test_it_is_gone_to(qtbot, pane, second):
    with qtbot.waitSignal(pane.shown_on_paper) as told:
        assert pane.go_to(TextKey(uid("s"), "name"))
    assert told.args == [TextKey(uid("s"), "name")]
    assert not pane.go_to(TextKey(uid("i1"), "title"))
