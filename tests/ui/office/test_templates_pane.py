from PySide6.QtCore import Qt

from bmahr_desktop.domain.agenda import AgendaTemplate, ItemKind
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.operations import committees
from tests.meetings import uid
from tests.ui.office.conftest import cells


def titles(office, name="t1"):
    return [one.title for one in office.record(Kind.TEMPLATE, name).items]


def test_templates_are_listed_with_their_committee(office):
    pane = office.at("templates")
    assert (cells(pane, 0), cells(pane, 1)) == (["ปกติ"], ["TST"])
    assert cells(pane.form.items, 1) == ["เรื่องแจ้ง", "อื่น ๆ"]


def test_an_item_is_worded_and_its_kind_chosen(office):
    pane = office.at("templates")
    items = pane.form.items
    items.list.setFocus()
    office.key(items.list, Qt.Key.Key_Down)
    office.fill("items_title", "เรื่องอื่น ๆ (ถ้ามี)")
    box = office.find("items_kind")
    box.setFocus()
    office.key(box, Qt.Key.Key_Down)
    first, second = office.record(Kind.TEMPLATE, "t1").items
    assert (first.title, first.kind) == ("เรื่องแจ้ง", ItemKind.INFORM)
    assert (second.title, second.kind) == ("เรื่องอื่น ๆ (ถ้ามี)", ItemKind.OTHER)
    assert cells(items, 1)[1] == "เรื่องอื่น ๆ (ถ้ามี)"


def test_an_item_is_added_behind_the_chosen_one_and_moved(office):
    items = office.at("templates").form.items
    items.list.setFocus()
    office.key(items.list, Qt.Key.Key_Insert)
    assert office.find("items_title").hasFocus()
    office.fill("items_title", "เรื่องรับรองรายงานการประชุม")
    assert titles(office) == ["เรื่องแจ้ง", "เรื่องรับรองรายงานการประชุม", "อื่น ๆ"]
    office.alt(items.list, Qt.Key.Key_Down)
    assert titles(office)[2] == "เรื่องรับรองรายงานการประชุม"
    office.alt(items.list, Qt.Key.Key_Down)
    assert titles(office)[2] == "เรื่องรับรองรายงานการประชุม"


def test_what_is_typed_belongs_to_the_item_that_it_was_typed_in(office):
    items = office.at("templates").form.items
    title = office.find("items_title")
    title.setFocus()
    title.selectAll()
    office.type(title, "ใหม่")
    items.list.setCurrentIndex(items.list.model().index(1, 1))
    assert titles(office) == ["ใหม่", "อื่น ๆ"]
    assert title.text() == "อื่น ๆ"


def test_a_removed_item_comes_back(office):
    pane = office.at("templates")
    pane.form.items.list.setFocus()
    office.key(pane.form.items.list, Qt.Key.Key_Delete)
    assert titles(office) == ["อื่น ๆ"]
    office.undo(pane)
    assert titles(office) == ["เรื่องแจ้ง", "อื่น ๆ"]
    assert cells(pane.form.items, 1) == ["เรื่องแจ้ง", "อื่น ๆ"]


def test_a_template_begins_with_the_usual_items(office):
    pane = office.at("templates")
    office.key(pane.list, Qt.Key.Key_Insert)
    office.fill("template_name", "วาระพิเศษ")
    assert cells(pane) == ["ปกติ", "วาระพิเศษ"]
    items = pane.form.items
    assert items._empty.isVisible()
    items._empty.button.click()
    made = office.read(committees.templates_of, uid("committee"))[1]
    assert [one.kind for one in made.items] == [
        ItemKind.INFORM, ItemKind.ADOPT, ItemKind.CONSIDER, ItemKind.OTHER, ItemKind.NEXT_MEETING,
    ]  # fmt: skip
    assert all(one.title for one in made.items)
    assert cells(items, 0) == ["๑", "๒", "๓", "๔", "๕"]


def test_the_usual_items_can_come_before_the_name(office):
    pane = office.at("templates")
    pane.add()
    pane.form.items._empty.button.click()
    assert len(office.read(committees.list_templates)) == 1
    office.fill("template_name", "วาระพิเศษ")
    assert len(office.read(committees.templates_of, uid("committee"))[1].items) == 5


def test_a_template_may_go_to_another_committee(office):
    office.another_committee()
    pane = office.at("templates")
    box = office.find("template_committee")
    box.setFocus()
    office.key(box, Qt.Key.Key_Up)
    assert office.record(Kind.TEMPLATE, "t1").committee == uid("other")
    assert cells(pane, 1) == ["OTH"]


def test_templates_move_and_go_and_come_back(office):
    pane = office.at("templates")
    pane.add()
    office.fill("template_name", "วาระพิเศษ")
    office.alt(pane.list, Qt.Key.Key_Up)
    assert cells(pane) == ["วาระพิเศษ", "ปกติ"]
    office.key(pane.list, Qt.Key.Key_Delete)
    assert cells(pane) == ["ปกติ"]
    office.undo(pane)
    assert cells(pane) == ["วาระพิเศษ", "ปกติ"]


def test_without_a_committee_it_is_told_what_comes_first(bare_office):
    pane = bare_office.at("templates")
    pane.empty.button.click()
    assert pane.note.isVisible()
    assert not pane.form.drafting()


def test_a_template_goes_with_its_committee_while_it_is_shown(office):
    office.another_committee()
    other = AgendaTemplate(uid=uid("t9"), committee=uid("other"), name="ของคณะอื่น")
    office.write(committees.add_template, other)
    pane = office.at("templates")
    assert pane.go_to(other.uid)
    office.write(committees.remove_committee, uid("other"))
    assert pane.form.record.uid == uid("t1")
    assert cells(pane) == ["ปกติ"]
