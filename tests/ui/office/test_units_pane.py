from PySide6.QtCore import Qt

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.operations import people
from tests.meetings import uid


def shown(pane):
    """The tree as lines, each with its depth."""
    tree = pane.list

    def lines(item, depth):
        yield f"{'-' * depth}{item.text(0)}"
        for row in range(item.childCount()):
            yield from lines(item.child(row), depth + 1)

    tops = range(tree.topLevelItemCount())
    return [line for row in tops for line in lines(tree.topLevelItem(row), 0)]


def test_units_stand_under_those_that_they_belong_to(office):
    assert shown(office.at("units")) == [
        "กรุงเทพมหานคร  (กทม.)",
        "-สำนักงาน ก.ก.",
        "--กองระบบงาน",
        "-กองที่ไม่มีใครอ้างถึง",
    ]


def test_a_unit_is_added_below_the_chosen_one(office):
    pane = office.at("units")
    pane.go_to(uid("u1"))
    office.key(pane.list, Qt.Key.Key_Insert)
    assert office.find("unit_name").hasFocus()
    office.fill("unit_name", "กองใหม่")
    office.fill("unit_short_name", "กม.")
    assert shown(pane)[3] == "--กองใหม่  (กม.)"
    assert pane.list.current() == pane.form.record.uid
    (made,) = [one for one in office.read(people.list_units) if one.name == "กองใหม่"]
    assert (made.parent, made.short_name) == (uid("u1"), "กม.")


def test_alt_and_arrows_move_a_unit(office):
    pane = office.at("units")
    pane.go_to(uid("u3"))
    office.alt(pane.list, Qt.Key.Key_Up)
    assert shown(pane)[1] == "-กองที่ไม่มีใครอ้างถึง"
    office.alt(pane.list, Qt.Key.Key_Down)
    office.alt(pane.list, Qt.Key.Key_Right)
    assert shown(pane)[3] == "--กองที่ไม่มีใครอ้างถึง"
    assert pane.list.current() == uid("u3")
    assert office.find("unit_parent").line.text() == "สำนักงาน ก.ก."
    office.alt(pane.list, Qt.Key.Key_Left)
    office.alt(pane.list, Qt.Key.Key_Left)
    assert shown(pane)[-1] == "กองที่ไม่มีใครอ้างถึง"
    office.alt(pane.list, Qt.Key.Key_Left)
    assert office.record(Kind.UNIT, "u3").parent is None


def test_a_unit_is_moved_by_the_field_but_never_under_its_own(office):
    pane = office.at("units")
    pane.go_to(uid("u1"))
    field = office.find("unit_parent")
    assert {pick.uid for pick in field.matching("")} == {uid("u0"), uid("u3")}
    office.fill("unit_parent", "ไม่มีใครอ้าง")
    assert shown(pane) == [
        "กรุงเทพมหานคร  (กทม.)",
        "-กองที่ไม่มีใครอ้างถึง",
        "--สำนักงาน ก.ก.",
        "---กองระบบงาน",
    ]


def test_f2_goes_to_the_name(office):
    pane = office.at("units")
    pane.go_to(uid("u2"))
    office.key(pane.list, Qt.Key.Key_F2)
    name = office.find("unit_name")
    assert name.hasFocus()
    assert name.selectedText() == "กองระบบงาน"
    office.fill("unit_name", "กองระบบใหม่")
    assert shown(pane)[2] == "--กองระบบใหม่"


def test_a_unit_with_people_stays_and_one_without_can_come_back(office):
    pane = office.at("units")
    pane.go_to(uid("u2"))
    office.key(pane.list, Qt.Key.Key_Delete)
    assert "สมมาตร" in pane.note.text()
    pane.go_to(uid("u3"))
    office.key(pane.list, Qt.Key.Key_Delete)
    assert len(shown(pane)) == 3
    office.undo(pane)
    assert len(shown(pane)) == 4
    assert pane.form.record.uid == uid("u3")


def test_a_folded_unit_stays_folded(office):
    pane = office.at("units")
    pane.list.topLevelItem(0).child(0).setExpanded(False)
    pane.go_to(uid("u3"))
    office.fill("unit_code", "0399")
    assert not pane.list.topLevelItem(0).child(0).isExpanded()
    assert pane.list.topLevelItem(0).isExpanded()


def test_the_first_unit(bare_office):
    pane = bare_office.at("units")
    pane.empty.button.click()
    bare_office.fill("unit_name", "กรุงเทพมหานคร")
    assert shown(pane) == ["กรุงเทพมหานคร"]
