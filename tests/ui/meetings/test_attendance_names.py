"""Names that are typed: found in the register, added, put on file, linked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.meeting import AttendanceList
from bmahr_desktop.domain.people import Person
from bmahr_desktop.operations import attendance, records
from bmahr_desktop.operations.people import read_person
from bmahr_desktop.ui.meetings.people.pane import AttendancePane
from tests.meetings import uid

MEETING = uid("meeting")
PRESENT, ABSENT, GUEST = AttendanceList
CHAIR, THIRD = "นายสมมาตร ใจกว้าง", "ดร.วิชัย ณ บางกอก"


@pytest.fixture
def pane(desk, standing):
    return standing(AttendancePane(desk), MEETING)


def of(pane, name):
    roll = pane._desk.read(attendance.read_roll, MEETING)
    return next((one for one in roll if one.name == name), None)


def offered(popup):
    return [popup.model().index(row, 0).data() for row in range(popup.model().rowCount())]


@pytest.fixture
def add(qtbot, pane, write):
    """Type a name in the line over the lists, as into the list of guests."""

    def add(text, *, enter=True):
        pane.view.choose(uid("guest"))
        qtbot.keyClick(pane.view, Qt.Key.Key_Insert)
        assert pane.adding.line.hasFocus()
        write(pane.adding.line, text)
        if enter:
            popup = pane.adding.offer.popup
            target = popup if popup.isVisible() else pane.adding.line
            qtbot.keyClick(target, Qt.Key.Key_Return)
        return pane.adding

    return add


# ---------------------------------------------------------------- adding


def test_a_part_of_the_name_is_enough(pane, add):
    adding = add("เกี่ยว")
    one = of(pane, "นายไม่เกี่ยว ข้อง")
    assert (one.list, one.person) == (GUEST, uid("p3"))
    assert pane.form.name.text() == "นายไม่เกี่ยว ข้อง"
    assert adding.line.text() == ""
    assert adding.line.hasFocus()  # ready for the next


@pytest.mark.parametrize("typed", ["กองระบบงาน", "สมมา", "ผู้อำนวยการ สมมาตร"])
def test_people_are_found_by_name_position_and_unit(pane, add, typed):
    adding = add(typed, enter=False)
    assert offered(adding.offer.popup)[0].startswith(CHAIR)


def test_a_name_that_nobody_has_is_listed_as_it_stands(pane, add):
    add("นางสาวใหม่  เอี่ยม")
    one = of(pane, "นางสาวใหม่ เอี่ยม")
    assert (one.list, one.person, one.lines) == (GUEST, None, ())
    assert pane.form.note.act.isVisible()


def test_the_last_line_of_the_list_puts_a_new_name_on_file(qtbot, pane, add, desk):
    adding = add("นางสาวใหม่ เอี่ยม", enter=False)
    popup = adding.offer.popup
    assert "นางสาวใหม่ เอี่ยม" in offered(popup)[-1]
    qtbot.keyClick(popup, Qt.Key.Key_Up)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    person = desk.read(read_person, of(pane, "นางสาวใหม่ เอี่ยม").person)
    assert (person.honorific, person.name) == ("นางสาว", "ใหม่ เอี่ยม")


def test_a_new_name_is_not_taken_for_a_longer_one_on_file(pane, add, desk):
    desk.write(desk, records.add, Kind.PERSON, Person(uid=uid("p9"), name="ใหม่ เอี่ยมอ่อง"))
    add("ใหม่ เอี่ยม")
    assert of(pane, "ใหม่ เอี่ยม").person is None


def test_nobody_is_listed_twice(pane, add):
    adding = add("สมมาตร")
    assert CHAIR in adding.note.text()
    assert pane.form.name.text() == CHAIR
    assert pane.count() == 7


def test_names_go_into_the_list_that_is_chosen(qtbot, pane, write):
    pane.view.choose(uid("absent"))
    assert pane.adding.target.value() == ABSENT
    pane.adding.line.setFocus()
    write(pane.adding.line, "นายไม่เกี่ยว ข้อง")
    qtbot.keyClick(pane.adding.offer.popup, Qt.Key.Key_Return)
    assert of(pane, "นายไม่เกี่ยว ข้อง").list is ABSENT


def test_escape_goes_back_to_the_lists(qtbot, pane, write):
    qtbot.keyClick(pane.view, Qt.Key.Key_Insert)
    write(pane.adding.line, "ฮฮฮ")
    qtbot.keyClick(pane.adding.offer.popup, Qt.Key.Key_Escape)
    assert pane.adding.line.text() == "ฮฮฮ"
    qtbot.keyClick(pane.adding.line, Qt.Key.Key_Escape)
    assert pane.adding.line.text() == ""
    assert pane.view.hasFocus()


def test_missing_members_come_to_their_seats(qtbot, pane):
    pane.view.choose(uid(CHAIR))
    qtbot.keyClick(pane.view, Qt.Key.Key_Delete)
    button = pane.findChild(QAbstractButton, "add_members")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert next(pane.view.rows()).text(1) == CHAIR
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pane.adding.note.text()
    assert pane.count() == 7


# ---------------------------------------------------------------- who it is


def test_a_linked_name_shows_position_and_unit(pane):
    pane.view.choose(uid(CHAIR))
    assert pane.form.note.text() == "ผู้อำนวยการกอง · กองระบบงาน"
    assert not pane.form.note.act.isVisible()


def test_a_namesake_is_linked_by_one_click(qtbot, pane):
    pane.view.choose(uid("นางปั้นหยา ฟื้นฟู"))
    assert pane.form.note.text() == "เลขานุการ"
    qtbot.mouseClick(pane.form.note.act, Qt.MouseButton.LeftButton)
    assert of(pane, "นางปั้นหยา ฟื้นฟู").person == uid("p2")
    assert not pane.form.note.act.isVisible()


def test_a_new_name_is_put_on_file_by_one_click(qtbot, pane, desk):
    pane.view.choose(uid("guest"))
    qtbot.mouseClick(pane.form.note.act, Qt.MouseButton.LeftButton)
    person = desk.read(read_person, of(pane, "นางแขก มาเยือน").person)
    assert (person.honorific, person.name) == ("นาง", "แขก มาเยือน")
    assert (person.job, person.unit) == ("นักทรัพยากรบุคคล", uid("u1"))
    assert pane.form.note.text() == "นักทรัพยากรบุคคล · สำนักงาน ก.ก."


def test_another_person_is_chosen_in_the_form(qtbot, pane, write):
    pane.view.choose(uid(THIRD))
    field = pane.form.name
    field.setFocus()
    field.selectAll()
    write(field, "เกี่ยว")
    qtbot.keyClick(field.offer.popup, Qt.Key.Key_Return)
    one = of(pane, "นายไม่เกี่ยว ข้อง")
    assert (one.uid, one.person, one.title) == (uid(THIRD), uid("p3"), "อ.ก.ก.")
    assert field.text() == "นายไม่เกี่ยว ข้อง"
    assert pane.view.currentItem().text(1) == "นายไม่เกี่ยว ข้อง"


def retype(pane, write, text):
    field = pane.form.name
    field.setFocus()
    field.selectAll()
    write(field, text)
    field.offer.popup.hide()
    field.commit()


def test_a_mended_spelling_keeps_the_link(pane, write):
    pane.view.choose(uid(CHAIR))
    retype(pane, write, "นายสมมาตร ใจกว้างมาก")
    assert of(pane, "นายสมมาตร ใจกว้างมาก").person == uid("p1")
    assert CHAIR in pane.form.note.text()


def test_another_name_loses_the_link(pane, write):
    pane.view.choose(uid(CHAIR))
    retype(pane, write, "นายใคร ก็ไม่รู้")
    assert of(pane, "นายใคร ก็ไม่รู้").person is None
    assert pane.form.note.act.isVisible()


def test_the_whole_name_of_another_links_to_them(pane, write):
    pane.view.choose(uid(CHAIR))
    retype(pane, write, "นางปั้นหยา ฟื้นฟู")
    assert of(pane, "นางปั้นหยา ฟื้นฟู").person == uid("p2")


def test_the_register_is_read_again_after_a_change(pane, desk):
    pane.view.choose(uid(THIRD))
    assert pane.form.note.act.isVisible()
    person = Person(uid=uid("p8"), honorific="ดร.", name="วิชัย ณ บางกอก", job="อาจารย์")
    desk.write(desk, records.add, Kind.PERSON, person)
    pane.view.choose(uid(CHAIR))
    pane.view.choose(uid(THIRD))
    assert pane.form.note.text() == "อาจารย์"
