import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.operations import people, records, registers
from tests.meetings import uid
from tests.ui.office.conftest import TODAY, cells


def names(office):
    return [one.printed for one in office.read(registers.list_people, TODAY)]


def test_the_register_shows_everybody_with_position_and_committees(office):
    pane = office.at("people")
    assert cells(pane) == ["นางปั้นหยา ฟื้นฟู", "นายไม่เกี่ยว ข้อง", "นายสมมาตร ใจกว้าง"]
    assert cells(pane, 1) == ["เลขานุการ", "", "ผู้อำนวยการกอง"]
    assert cells(pane, 2) == ["TST", "", "TST"]


def test_somebody_is_found_by_any_part_and_any_typing(office):
    pane = office.at("people")
    for typed, found in (("ฟื้น", 1), ("กองระบบ", 1), ("tst", 2), ("นาย ใจ", 1), ("ไม่มีใคร", 0)):
        pane.search.clear()
        office.type(pane.search, typed)
        assert pane.list.model().rowCount() == found, typed


def test_enter_in_the_search_goes_to_what_was_found(office):
    pane = office.at("people")
    pane.search.setFocus()
    office.type(pane.search, "ใจกว้าง")
    office.key(pane.search, Qt.Key.Key_Return)
    assert pane.list.hasFocus()
    assert pane.form.record.uid == uid("p1")


def test_what_is_typed_is_kept_and_the_list_follows(office):
    pane = office.at("people")
    pane.go_to(uid("p3"))
    office.fill("person_job", "ที่ปรึกษา")
    assert office.record(Kind.PERSON, "p3").job == "ที่ปรึกษา"
    assert "ที่ปรึกษา" in cells(pane, 1)


def test_a_unit_is_picked_by_a_part_of_its_name(office):
    pane = office.at("people")
    pane.go_to(uid("p3"))
    office.fill("person_unit", "ระบบงาน")
    assert office.record(Kind.PERSON, "p3").unit == uid("u2")
    office.fill("person_unit", "")
    assert office.record(Kind.PERSON, "p3").unit is None


def test_a_unit_that_is_none_stays_as_typed_with_the_reason(office):
    pane = office.at("people")
    pane.go_to(uid("p1"))
    office.fill("person_unit", "กองผี")
    field = office.find("person_unit")
    assert field.line.text() == "กองผี"
    assert field.message()
    assert office.record(Kind.PERSON, "p1").unit == uid("u2")


def test_somebody_new_goes_on_file_with_their_name(office):
    pane = office.at("people")
    office.key(pane.list, Qt.Key.Key_Insert)
    assert office.find("person_name").hasFocus()
    assert len(names(office)) == 3
    office.fill("person_name", "ใหม่ มาแล้ว")
    assert "ใหม่ มาแล้ว" in names(office)
    office.fill("person_job", "นักวิชาการ")
    assert pane.form.record.name == "ใหม่ มาแล้ว"
    assert cells(pane).count("ใหม่ มาแล้ว") == 1
    assert pane.list.current() == pane.form.record.uid


def test_a_title_typed_with_the_name_goes_to_its_own_field(office):
    pane = office.at("people")
    pane.add()
    office.fill("person_name", "รองศาสตราจารย์ ดร.สมชาย ณ บางกอก")
    assert office.find("person_honorific").text() == "รองศาสตราจารย์ ดร."
    assert office.find("person_name").text() == "สมชาย ณ บางกอก"
    assert "รองศาสตราจารย์ ดร.สมชาย ณ บางกอก" in office.find("person_printed", QLabel).text()
    assert "รองศาสตราจารย์ ดร.สมชาย ณ บางกอก" in names(office)


def test_a_title_that_was_put_back_by_hand_is_left_alone(office):
    pane = office.at("people")
    pane.add()
    office.fill("person_name", "นายก ไก่")
    assert pane.form.record.name == "นายก ไก่"
    office.fill("person_name", "นางนวล ใจดี")
    assert (pane.form.record.honorific, pane.form.record.name) == ("นาง", "นวล ใจดี")
    office.fill("person_honorific", "")
    office.fill("person_name", "นางนวล ใจดี")
    assert (pane.form.record.honorific, pane.form.record.name) == ("", "นางนวล ใจดี")


def test_a_namesake_is_told(office):
    pane = office.at("people")
    pane.add()
    office.fill("person_name", "นางสาวปั้นหยา ฟื้นฟู")
    label = office.find("person_namesake", QLabel)
    assert label.isVisible()
    assert "นางปั้นหยา ฟื้นฟู" in label.text()
    pane.go_to(uid("p3"))
    assert not label.isVisible()


def test_a_seat_is_shown_and_leads_to_its_committee(office):
    pane = office.at("people")
    pane.go_to(uid("p1"))
    seat = pane.findChildren(QToolButton, "person_seat")[-1]
    assert "TST" in seat.text()
    seat.click()
    seats = office.window.committees.seats
    assert seats.isVisible()
    assert seats.form.record.uid == uid("seat1")


def test_somebody_who_is_needed_stays_and_it_is_told_why(office):
    pane = office.at("people")
    pane.go_to(uid("p1"))
    office.key(pane.list, Qt.Key.Key_Delete)
    assert pane.note.isVisible()
    assert "TST" in pane.note.text()
    assert len(names(office)) == 3
    pane.go_to(uid("p2"))
    assert not pane.note.isVisible()


def test_a_removal_can_be_taken_back(office):
    pane = office.at("people")
    pane.go_to(uid("p3"))
    office.key(pane.list, Qt.Key.Key_Delete)
    assert len(names(office)) == len(cells(pane)) == 2
    assert pane.form.record.uid == uid("p1")
    office.undo(pane)
    assert len(cells(pane)) == 3
    assert pane.form.record.uid == uid("p3")


def test_what_happens_elsewhere_is_shown_and_what_is_typed_stays(office):
    pane = office.at("people")
    pane.go_to(uid("p3"))
    job = office.find("person_job")
    job.setFocus()
    office.type(job, "กำลังพิม")
    office.write(records.amend, Kind.PERSON, uid("p3"), None, honorific="ดร.")
    assert job.text() == "กำลังพิม"
    assert "ดร.ไม่เกี่ยว ข้อง" in cells(pane)
    assert office.find("person_honorific").text() == "ดร."
    office.key(job, Qt.Key.Key_Return)
    assert office.record(Kind.PERSON, "p3").job == "กำลังพิม"


def test_somebody_removed_elsewhere_goes_from_the_form(office):
    pane = office.at("people")
    pane.go_to(uid("p3"))
    office.write(people.remove_person, uid("p3"))
    assert pane.form.record.uid != uid("p3")
    assert len(cells(pane)) == 2


def test_an_empty_name_is_refused_with_words(office):
    pane = office.at("people")
    pane.go_to(uid("p1"))
    office.fill("person_name", "")
    assert office.record(Kind.PERSON, "p1").name == "สมมาตร ใจกว้าง"
    assert not office.window.flush()
    office.fill("person_name", "สมมาตร ใจแคบ")
    assert office.window.flush()
    assert office.record(Kind.PERSON, "p1").name == "สมมาตร ใจแคบ"


def test_an_empty_register_offers_the_next_step(bare_office):
    pane = bare_office.at("people")
    assert pane.empty.isVisible()
    pane.empty.button.click()
    bare_office.fill("person_name", "คนแรก ของเรา")
    assert cells(pane) == ["คนแรก ของเรา"]
    assert not pane.empty.isVisible()


def test_a_long_register_is_listed_whole(office):
    one = office.record(Kind.PERSON, "p3")
    many = [msgspec.structs.replace(one, uid=uid(f"n{n}"), name=f"คนที่ {n}") for n in range(300)]

    def put(session):
        changes = None
        for somebody in many:
            changes = records.add(session, Kind.PERSON, somebody)
        return changes

    office.write(put)
    assert len(cells(office.at("people"))) == 303
