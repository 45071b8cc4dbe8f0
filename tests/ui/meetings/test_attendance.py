import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.committee import Role
from bmahr_desktop.domain.meeting import Attendance, AttendanceList, Mode
from bmahr_desktop.domain.minutes import TextKey
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.operations import attendance, records
from bmahr_desktop.ui.meetings.people.pane import AttendancePane
from tests.meetings import uid

MEETING, NEXT = uid("meeting"), uid("meeting 2")
PRESENT, ABSENT, GUEST = AttendanceList
CHAIR, THIRD = "นายสมมาตร ใจกว้าง", "ดร.วิชัย ณ บางกอก"


@pytest.fixture
def pane(desk, standing):
    return standing(AttendancePane(desk), MEETING)


def roll(pane, meeting=MEETING):
    return pane._desk.read(attendance.read_roll, meeting)


def names(pane, kind, meeting=MEETING):
    return [one.name for one in roll(pane, meeting) if one.list is kind]


def of(pane, name, meeting=MEETING):
    return next(one for one in roll(pane, meeting) if one.name == name)


def choose(pane, name):
    assert pane.view.choose(of(pane, name).uid)
    assert pane.form.name.text() == name


def click(qtbot, pane, name):
    button = pane.findChild(QAbstractButton, name)
    assert button.accessibleName()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def shown(pane):
    """The rows as they are read, with a line for each heading."""
    view = pane.view
    rows = []
    for number in range(view.topLevelItemCount()):
        top = view.topLevelItem(number)
        rows.append(top.text(0))
        for at in range(top.childCount()):
            rows.append(tuple(top.child(at).text(column) for column in range(4)))
    return rows


def undo(qtbot, pane):
    assert pane.undo.isVisible()
    qtbot.keyClick(pane.view, Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: not pane.undo.isVisible())


# ---------------------------------------------------------------- what it shows


def test_three_lists_are_numbered_as_printed(pane):
    rows = shown(pane)
    assert rows[1][:2] == ("๑.", CHAIR)
    assert rows[2] == ("๒.", "นางสาวมะลิวัลย์ แก้วประดับ", "ผู้อำนวยการกอง สำนักงาน แทนปลัดเมือง", "อ.ก.ก.")
    assert rows[3][3].startswith("อ.ก.ก. · ")
    assert rows[7] == ("๑.", "นายติด ภารกิจ", "ผู้ทรงคุณวุฒิ", "ติดราชการ")
    assert rows[9][:3] == ("๑.", "นางแขก มาเยือน", "นักทรัพยากรบุคคล สำนักงาน ก.ก.")
    assert [row for row in rows if isinstance(row, str)] == [rows[0], rows[6], rows[8]]
    assert all(digit in rows[0] for digit in "๕๔๓๑")
    assert pane.count() == 7


def test_the_first_is_chosen_and_its_place_on_paper_told(qtbot, desk):
    pane = AttendancePane(desk)
    qtbot.addWidget(pane)
    with qtbot.waitSignal(pane.shown_on_paper) as told:
        pane.show_meeting(MEETING)
    assert told.args == [TextKey(uid(CHAIR), "name")]
    assert pane.form.name.text() == CHAIR


def test_a_name_is_gone_to(pane):
    assert pane.go_to(TextKey(uid(THIRD), "name"))
    assert pane.form.name.text() == THIRD
    assert pane.form.name.hasFocus()
    assert not pane.go_to(TextKey(uid("i1"), "title"))


def test_the_form_shows_what_the_list_prints(pane):
    def seen():
        return {name for name in ("title", "reason", "mode") if field(name).isVisible()}

    def field(name):
        return pane.form.findChild((QLineEdit, type(pane.form.places))[name == "mode"], name)

    assert seen() == {"title", "mode"}
    choose(pane, "นายติด ภารกิจ")
    assert seen() == {"reason"}
    choose(pane, "นางแขก มาเยือน")
    assert seen() == {"mode"}


def test_a_meeting_without_names_offers_its_members(qtbot, pane):
    pane.show_meeting(NEXT)
    assert not pane.view.isVisible()
    assert not pane.form.isVisible()
    button = pane.findChild(QAbstractButton, "empty_state_step")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert names(pane, PRESENT, NEXT) == [CHAIR, "นางปั้นหยา ฟื้นฟู"]
    assert pane.view.isVisible()
    assert pane.form.name.text() == CHAIR


def test_the_form_goes_beside_where_there_is_room(qtbot, pane):
    pane.resize(1066, 590)
    qtbot.waitUntil(lambda: pane.form.mapTo(pane, pane.form.pos()).x() > 500)
    pane.resize(620, 590)
    qtbot.waitUntil(lambda: pane.form.mapTo(pane, pane.form.pos()).x() < 10)
    assert pane.view.height() > 250


# ---------------------------------------------------------------- between the lists


@pytest.mark.parametrize(
    ("text", "kind"),
    [("2", ABSENT), ("๒", ABSENT), ("/", ABSENT), ("3", GUEST), ("-", GUEST)],
)
def test_a_key_moves_to_a_list_whatever_the_keyboard_writes(pane, write, text, kind):
    choose(pane, THIRD)
    write(pane.view, text)
    assert of(pane, THIRD).list is kind
    assert pane.view.current_uid() == uid(THIRD)
    write(pane.view, "1")
    assert of(pane, THIRD).list is PRESENT


def test_space_says_come_or_not(qtbot, pane):
    choose(pane, THIRD)
    qtbot.keyClick(pane.view, Qt.Key.Key_Space)
    assert names(pane, ABSENT) == [THIRD, "นายติด ภารกิจ"]
    assert pane.form.reason.isVisible()
    qtbot.keyClick(pane.view, Qt.Key.Key_Space)
    assert names(pane, PRESENT)[2] == THIRD
    choose(pane, "นางแขก มาเยือน")
    qtbot.keyClick(pane.view, Qt.Key.Key_Space)
    assert names(pane, GUEST) == ["นางแขก มาเยือน"]


def test_a_move_between_lists_can_be_taken_back(qtbot, pane):
    choose(pane, THIRD)
    click(qtbot, pane, "to_absent")
    assert THIRD in pane.undo.text()
    choose(pane, CHAIR)
    undo(qtbot, pane)
    assert of(pane, THIRD).list is PRESENT
    assert pane.form.name.text() == THIRD


def test_the_place_is_turned_by_a_key(pane, write):
    choose(pane, THIRD)
    write(pane.view, "4")
    assert of(pane, THIRD).mode is Mode.ON_SITE
    assert pane.form.places.value() is Mode.ON_SITE
    write(pane.view, "ภ")
    assert of(pane, THIRD).mode is Mode.ONLINE
    choose(pane, "นายติด ภารกิจ")
    write(pane.view, "4")
    assert of(pane, "นายติด ภารกิจ").mode is None


def test_moving_stays_within_the_list(qtbot, pane):
    before = names(pane, PRESENT)
    choose(pane, before[1])
    alt = Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(pane.view, Qt.Key.Key_Up, alt)
    qtbot.keyClick(pane.view, Qt.Key.Key_Up, alt)
    assert names(pane, PRESENT)[:2] == [before[1], before[0]]
    for _ in range(6):
        qtbot.keyClick(pane.view, Qt.Key.Key_Down, alt)
    assert names(pane, PRESENT) == [before[0], *before[2:], before[1]]
    assert names(pane, ABSENT) == ["นายติด ภารกิจ"]
    assert pane.view.current_uid() == uid(before[1])


def test_moving_passes_over_names_of_other_lists(qtbot, pane):
    choose(pane, THIRD)
    qtbot.keyClick(pane.view, Qt.Key.Key_Space)
    fourth = names(pane, PRESENT)[2]
    choose(pane, fourth)
    qtbot.keyClick(pane.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(pane, PRESENT)[1] == fourth


def test_who_is_removed_can_come_back(qtbot, pane):
    choose(pane, THIRD)
    qtbot.keyClick(pane.view, Qt.Key.Key_Delete)
    assert THIRD not in names(pane, PRESENT)
    assert pane.form.name.text() == "นางปั้นหยา ฟื้นฟู"
    undo(qtbot, pane)
    assert names(pane, PRESENT)[2] == THIRD
    assert pane.form.name.text() == THIRD


def test_the_last_one_may_go_too(qtbot, pane):
    for _ in range(pane.count()):
        qtbot.keyClick(pane.view, Qt.Key.Key_Delete)
    assert pane.count() == 0
    assert not pane.form.isVisible()
    assert pane.flush()


# ---------------------------------------------------------------- the form


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return])
def test_typed_words_are_kept_and_shown_in_the_list(qtbot, pane, write, key):
    choose(pane, "นายติด ภารกิจ")
    qtbot.keyClick(pane.view, key)
    assert pane.form.name.hasFocus()
    pane.form.reason.setFocus()
    pane.form.reason.selectAll()
    write(pane.form.reason, "ลาป่วย")
    pane.form.lines.setFocus()
    pane.form.lines.selectAll()
    write(pane.form.lines, "ผู้แทน")
    qtbot.keyClick(pane.form.lines, Qt.Key.Key_Return)
    write(pane.form.lines, "กรุงเทพมหานคร")
    assert pane.flush()
    one = of(pane, "นายติด ภารกิจ")
    assert (one.reason, one.lines) == ("ลาป่วย", ("ผู้แทน", "กรุงเทพมหานคร"))
    assert shown(pane)[7] == ("๑.", "นายติด ภารกิจ", "ผู้แทน กรุงเทพมหานคร", "ลาป่วย")


def test_usual_reasons_are_offered(qtbot, pane, write):
    choose(pane, "นายติด ภารกิจ")
    reason = pane.form.reason
    reason.setFocus()
    reason.clear()
    qtbot.keyClick(reason, Qt.Key.Key_Down)
    popup = reason.offer.popup
    assert popup.isVisible()
    offered = [popup.model().index(row, 0).data() for row in range(popup.model().rowCount())]
    assert "ติดราชการ" in offered
    popup.setCurrentIndex(popup.model().index(offered.index("ติดราชการ"), 0))
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert of(pane, "นายติด ภารกิจ").reason == "ติดราชการ"


def test_a_role_brings_its_usual_title(qtbot, pane):
    choose(pane, "นางแขก มาเยือน")
    role = pane.form.findChild(type(pane.form.places), "role")
    role.setFocus()
    role.setCurrentIndex(2)
    qtbot.keyClick(role, Qt.Key.Key_Down)
    one = of(pane, "นางแขก มาเยือน")
    assert (one.role, one.title) == (Role.MEMBER, "อ.ก.ก.")


def test_a_name_must_stay(pane):
    choose(pane, THIRD)
    pane.form.name.setFocus()
    pane.form.name.clear()
    assert not pane.flush()
    assert pane.form.name_row.error()
    assert of(pane, THIRD)
    pane.form.name.setText(THIRD)
    assert pane.flush()
    assert not pane.form.name_row.error()


def test_a_change_elsewhere_is_shown(pane, desk):
    choose(pane, THIRD)
    desk.write(desk, records.amend, Kind.ATTENDANCE, uid(THIRD), None, list=ABSENT, reason="ลา")
    assert shown(pane)[6] == ("๑.", THIRD, "", "ลา")
    assert pane.form.reason.text() == "ลา"


def test_another_meeting_leaves_the_pane_alone(pane, desk):
    made = Attendance(uid=new_uid(), list=PRESENT, name="นายอื่น")
    desk.write(desk, records.add, Kind.ATTENDANCE, made, NEXT)
    assert pane.count() == 7


def test_a_place_of_no_person_is_shown_all_the_same(pane, desk):
    desk.write(desk, records.amend, Kind.ATTENDANCE, uid(THIRD), None, mode=Mode.HYBRID)
    choose(pane, THIRD)
    assert pane.form.places.value() is Mode.HYBRID


# ---------------------------------------------------------------- many


def test_a_long_list_shows_a_third_of_its_rows(qtbot, pane, desk):
    for number in range(28):
        made = Attendance(uid=new_uid(), list=PRESENT, name=f"นายคนที่ {number}", lines=("ก" * 90,))
        desk.write(desk, records.add, Kind.ATTENDANCE, made, MEETING)
    assert pane.count() == 35
    rows = list(pane.view.rows())
    seen = [row for row in rows if pane.view.visualItemRect(row).bottom() < pane.view.height()]
    assert len(seen) >= 7
    pane.view.setCurrentItem(rows[-1])
    qtbot.keyClick(pane.view, Qt.Key.Key_Home)
    assert pane.view.columnWidth(2) >= 100
    assert pane.view.header().length() <= pane.view.viewport().width()
