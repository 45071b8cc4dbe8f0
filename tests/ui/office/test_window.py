import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
)

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.operations import registers
from bmahr_desktop.ui.notices import DecisionDialog
from tests.meetings import uid
from tests.ui.office.conftest import TODAY, cells


def decide(number):
    """Press a button of the question that comes next."""

    def press():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, DecisionDialog)
        button = dialog.findChild(QPushButton, f"decision_{number}")
        assert button is not None
        button.click()

    QTimer.singleShot(0, press)


GIVE_UP, GO_ON = 1, 2


@pytest.mark.parametrize(
    ("kind", "name", "section"),
    [
        (Kind.PERSON, "p2", 0),
        (Kind.UNIT, "u2", 1),
        (Kind.COMMITTEE, "committee", 2),
        (Kind.MEMBERSHIP, "seat2", 2),
        (Kind.TEMPLATE, "t1", 3),
    ],
)
def test_it_opens_at_any_record_of_the_office(office, kind, name, section):
    assert office.window.open_at(kind, uid(name))
    window = office.window
    pane = (window.people, window.units, window.committees, window.templates)[section]
    if kind is Kind.MEMBERSHIP:
        pane = pane.seats
    assert pane.isVisible()
    assert pane.form.record.uid == uid(name)
    assert pane.list.current() == uid(name)


def test_it_does_not_open_at_what_it_does_not_have(office):
    assert not office.window.open_at(Kind.MEETING, uid("meeting"))
    assert not office.window.open_at(Kind.PERSON, uid("nobody"))
    assert not office.window.open_at(Kind.MEMBERSHIP, uid("nobody"))


def test_it_opens_at_a_record_before_it_is_shown(qtbot, full_store, write):
    from bmahr_desktop.ui.desk import Desk
    from bmahr_desktop.ui.office.window import OfficeWindow

    window = OfficeWindow(Desk(full_store), today=lambda: TODAY)
    qtbot.addWidget(window)
    assert window.open_at(Kind.UNIT, uid("u2"))
    window.show()
    assert window.units.isVisible()
    assert window.units.form.record.uid == uid("u2")


def test_sections_and_search_by_the_keyboard(office):
    window, control = office.window, Qt.KeyboardModifier.ControlModifier
    for number, pane in enumerate((window.people, window.units, window.committees), 1):
        office.key(window, Qt.Key(Qt.Key.Key_0 + number), control)
        assert pane.isVisible()
        assert pane.list.hasFocus()
    office.key(window, Qt.Key.Key_F, control)
    assert window.people.search.hasFocus()
    office.key(window, Qt.Key.Key_N, control)
    assert window.people.form.drafting()


def test_closing_keeps_what_is_typed(office):
    pane = office.at("people")
    pane.go_to(uid("p3"))
    job = office.find("person_job")
    office.type(job, "ที่ปรึกษา")
    assert office.record(Kind.PERSON, "p3").job == ""
    assert office.window.close()
    assert office.record(Kind.PERSON, "p3").job == "ที่ปรึกษา"


def test_closing_asks_before_a_new_entry_is_given_up(office):
    pane = office.at("people")
    pane.add()
    office.fill("person_job", "ไม่มีชื่อ")
    assert not office.window.flush()
    decide(GO_ON)
    assert not office.window.close()
    assert pane.form.record.job == "ไม่มีชื่อ"
    decide(GIVE_UP)
    assert office.window.close()
    assert len(office.read(registers.list_people, TODAY)) == 3


def test_closing_asks_while_something_cannot_be_kept(office):
    pane = office.at("people")
    pane.go_to(uid("p1"))
    office.fill("person_name", "")
    decide(GO_ON)
    assert not office.window.close()
    decide(GIVE_UP)
    assert office.window.close()


def test_an_untouched_new_entry_goes_without_a_question(office):
    pane = office.at("people")
    pane.add()
    pane.list.setFocus()
    pane.go_to(uid("p2"))
    assert not pane.form.drafting()
    assert pane.form.record.uid == uid("p2")


def test_choosing_something_else_asks_about_a_new_entry(office):
    pane = office.at("people")
    pane.add()
    office.fill("person_job", "ไม่มีชื่อ")
    decide(GO_ON)
    pane.list.choose(uid("p2"))
    assert pane.form.drafting()
    assert pane.form.record.job == "ไม่มีชื่อ"
    assert office.find("person_name").parent().error()
    decide(GIVE_UP)
    pane.list.choose(uid("p2"))
    assert pane.form.record.uid == uid("p2")
    assert office.find("person_job").text() == "เลขานุการ"
    assert office.find("person_name").parent().error() == ""


def test_delete_in_the_list_gives_up_a_new_entry(office):
    pane = office.at("people")
    pane.add()
    office.type(office.find("person_name"), "ครึ่งเดียว")
    office.key(pane.list, Qt.Key.Key_Delete)
    assert len(cells(pane)) == 3
    assert not pane.form.drafting()
    assert pane.form.record is not None


def test_a_closed_window_reads_nothing_and_catches_up_when_shown(office, monkeypatch):
    pane = office.at("people")
    office.window.close()
    before = cells(pane)
    from bmahr_desktop.operations import records

    office.write(records.amend, Kind.PERSON, uid("p3"), None, name="เปลี่ยน แล้ว")
    assert cells(pane) == before
    office.window.show()
    assert "นายเปลี่ยน แล้ว" in cells(pane)


def test_everything_has_a_name_for_screen_readers(office):
    for section in ("people", "units", "committees", "templates", "modules"):
        office.at(section)
    kinds = (QLineEdit, QComboBox, QPlainTextEdit, QAbstractButton)
    named = [widget for kind in kinds for widget in office.window.findChildren(kind)]
    nameless = [
        (widget.objectName(), type(widget).__name__, widget.parent().objectName())
        for widget in named
        if not widget.accessibleName()
        and not widget.objectName().startswith(("qt_", "Scroll", "empty", "undo", "_q_"))
        and not (isinstance(widget, QAbstractButton) and widget.text())
    ]
    assert nameless == []
    assert len(named) > 60


def test_it_fits_a_small_screen(office):
    smallest = office.window.minimumSizeHint()
    assert smallest.width() <= 1366
    assert smallest.height() <= 700
