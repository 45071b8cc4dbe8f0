import pytest
from PySide6.QtCore import Qt

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.meeting import ResolutionKind
from bmahr_desktop.domain.modules import TextModule, shipped_modules
from bmahr_desktop.operations import modules
from bmahr_desktop.operations.wordings import PLACES
from tests.meetings import uid
from tests.ui.office.conftest import cells


@pytest.fixture
def pane(office):
    return office.at("modules")


def on_file(office):
    return {one.code: one for one in office.read(modules.list_modules)}


def put(office, name, code, **fields):
    one = TextModule(uid=uid(name), code=code, text=f"คำของ {name}", **fields)
    office.write(modules.add_module, one)
    return one.uid


def choose(pane, code):
    row = cells(pane).index(code)
    pane.list.setCurrentIndex(pane.list.model().index(row, 0))


def test_at_first_there_are_the_shipped_ones_to_read(office, pane):
    assert cells(pane) == [one.code for one in shipped_modules()]
    choose(pane, "ชอบ")
    assert pane.shipped.isVisible()
    assert "เห็นชอบ" in pane.shipped.text.text()
    assert not pane.form.isVisible()
    role = Qt.ItemDataRole.ForegroundRole
    assert pane.list.model().index(0, 0).data(role) is not None  # they step back


def test_a_shipped_one_is_neither_removed_nor_moved(office, pane):
    before = cells(pane)
    choose(pane, "ชอบ")
    office.key(pane.list, Qt.Key.Key_Delete)
    assert pane.note.text()
    office.alt(pane.list, Qt.Key.Key_Down)
    assert (pane.note.text() != "", cells(pane)) == (True, before)


def test_one_writes_ones_own_in_its_place_and_takes_that_back(office, pane):
    choose(pane, "ชอบ")
    office.key(pane.list, Qt.Key.Key_Return)
    assert pane.shipped.own.hasFocus()
    office.key(pane.shipped.own, Qt.Key.Key_Space)
    text = office.find("module_text")
    assert text.hasFocus()
    office.key(text, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    office.type(text, "ทุกประการ")
    assert pane.flush()
    (made,) = on_file(office).values()
    assert made.text.endswith("ทุกประการ")
    assert made.resolution is ResolutionKind.APPROVE
    assert cells(pane)[0] == "ชอบ"
    assert cells(pane).count("ชอบ") == 1
    office.undo(pane)
    assert on_file(office) == {}
    assert cells(pane).count("ชอบ") == 1
    assert pane.shipped.isVisible()


def test_a_new_one_goes_on_file_with_its_code_and_wording(office, pane):
    office.key(pane.list, Qt.Key.Key_Insert)
    office.fill("module_code", "กจ")
    assert on_file(office) == {}
    office.fill("module_title", "รายงานต่อ ก.ก.")
    office.fill("module_text", "ให้รายงานประธาน{คณะ}ทราบ")
    made = on_file(office)["กจ"]
    assert (made.title, made.text, made.committee) == (
        "รายงานต่อ ก.ก.", "ให้รายงานประธาน{คณะ}ทราบ", None,
    )  # fmt: skip
    assert cells(pane)[0] == "กจ"
    assert pane.list.current() == made.uid


def test_a_code_that_is_taken_is_told_beside_it_and_stays_typed(office, pane):
    put(office, "หนึ่ง", "กจ")
    office.key(pane.list, Qt.Key.Key_Insert)
    office.fill("module_code", "กจ")
    row = pane.form._rows["code"]
    assert "คำของ หนึ่ง" in row.error()
    office.fill("module_text", "อีกคำหนึ่ง")
    assert len(on_file(office)) == 1
    office.fill("module_code", "กจ๒")
    assert (row.error(), set(on_file(office))) == ("", {"กจ", "กจ๒"})


def test_whose_it_is_and_what_it_is_usual_for_are_chosen(office, pane):
    put(office, "หนึ่ง", "กจ")
    choose(pane, "กจ")
    for name, key in (("module_committee", Qt.Key.Key_Down), ("module_resolution", Qt.Key.Key_End)):
        box = office.find(name)
        box.setFocus()
        office.key(box, key)
    made = on_file(office)["กจ"]
    assert (made.committee, made.resolution) == (uid("committee"), ResolutionKind.OTHER)
    assert cells(pane, 3)[0] != cells(pane, 3)[-1]


def test_the_order_is_set_by_hand_and_what_is_removed_comes_back(office, pane):
    for name in ("หนึ่ง", "สอง"):
        put(office, name, name)
    choose(pane, "สอง")
    office.alt(pane.list, Qt.Key.Key_Up)
    assert cells(pane)[:2] == ["สอง", "หนึ่ง"]
    office.key(pane.list, Qt.Key.Key_Delete)
    assert cells(pane)[0] == "หนึ่ง"
    office.undo(pane)
    assert cells(pane)[:2] == ["สอง", "หนึ่ง"]


def test_places_are_put_in_where_one_writes_and_a_strange_one_is_told(office, pane):
    put(office, "หนึ่ง", "กจ")
    choose(pane, "กจ")
    text = pane.form.text
    text.setFocus()
    text.selectAll()
    office.type(text, "ตามมติ{คณ}")
    assert "{คณ}" in pane.form.places.unknown.text()
    assert pane.form.places.unknown.isVisible()
    text.selectAll()
    office.type(text, "ตามมติ ")
    actions = [one for one in pane.form.places.button.menu().actions() if not one.isSeparator()]
    assert len(actions) == len(PLACES) + 1
    for action in (actions[0], actions[-1]):
        action.trigger()
    assert not pane.form.places.unknown.isVisible()
    assert pane.flush()
    words = on_file(office)["กจ"].text
    assert words.startswith("ตามมติ {คณะ}[")


def test_of_a_committee_that_goes_nothing_is_left_in_the_list(office, pane):
    office.another_committee()
    put(office, "ของอื่น", "อื่น", committee=uid("other"))
    choose(pane, "อื่น")
    assert pane.form.record.committee == uid("other")
    from bmahr_desktop.operations import committees

    office.write(committees.remove_committee, uid("other"))
    assert "อื่น" not in cells(pane)
    office.write(committees.restore_committee, uid("other"))
    assert "อื่น" in cells(pane)


def test_it_opens_at_a_module(office):
    one = put(office, "หนึ่ง", "กจ")
    assert office.window.open_at(Kind.MODULE, one)
    assert office.window.modules.form.record.uid == one
    assert office.window.modules.form.isVisible()
