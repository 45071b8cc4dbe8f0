"""Corrections of minutes are typed, looked for, and picked; what cannot be is told."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.meeting import Resolution
from bmahr_desktop.domain.old_words import Stretch
from bmahr_desktop.i18n import Message, use_language, worded
from bmahr_desktop.operations import records
from bmahr_desktop.operations.papers import read_meeting
from bmahr_desktop.ui.background import Errands
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.meetings.adoption.picker import Picker
from bmahr_desktop.ui.meetings.agenda.adoption import AdoptionPane
from tests.adoption import FIRST, MATTER, SECOND, closed_office, copied_office
from tests.meetings import uid
from tests.records import opened

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture(scope="module")
def closed_file(office_file, tmp_path_factory):
    use_language("th")
    return closed_office(office_file, tmp_path_factory.mktemp("closed"))


@pytest.fixture
def desk(qapp, closed_file, tmp_path):
    store = opened(copied_office(closed_file, tmp_path / "records.sqlite"))
    yield Desk(store)
    store.close()


@pytest.fixture
def errands(qapp):
    made = Errands("paper")
    yield made
    assert made.stop()


@pytest.fixture
def pane(qtbot, desk):
    pane = AdoptionPane(desk)
    qtbot.addWidget(pane)
    pane.resize(500, 600)
    pane.show()
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    pane.show_matter(desk.read(records.read, Kind.MATTER, MATTER), SECOND)
    return pane


def adopted(desk):
    return desk.read(records.read, Kind.MATTER, MATTER).record.adopts


def test_typed_words_are_looked_for_and_the_nearest_is_taken_by_a_key(
    qtbot, write, desk, pane, errands
):
    listed = pane.list
    listed.frozen.use(errands)
    listed.add()
    form = listed.forms[-1]
    write(form.old.field, "มอบหมายให้สำนักงานงาน")
    form.new.field.setFocus()
    qtbot.waitUntil(lambda: form.take.isVisible())
    assert "มอบหมายให้สำนักงาน" in form.old.error()
    qtbot.keyClick(form.new.field, Qt.Key.Key_Return, ALT)
    (one,) = adopted(desk).corrections
    assert (one.old, one.place.record, one.place.field) == ("มอบหมายให้สำนักงาน", uid("r4"), "text")
    assert form.old.field.toPlainText() == one.old
    assert form.old.error() == ""
    assert not form.take.isVisible()
    assert one.clause == "๒"
    qtbot.waitUntil(lambda: adopted(desk).corrections[0].page != "", timeout=20_000)
    assert form.page.field.text() == adopted(desk).corrections[0].page
    form.old.field.setFocus()
    form.old.field.selectAll()
    write(form.old.field, "สำนักงาน")
    form.new.field.setFocus()
    qtbot.waitUntil(lambda: len(form._choices) > 1)
    assert adopted(desk).corrections[0].place is None
    form._menu.actions()[-1].trigger()
    assert adopted(desk).corrections[0].place is not None


def test_digits_and_spaces_are_taken_as_the_minutes_have_them(qtbot, write, desk, pane):
    pane.list.add()
    form = pane.list.forms[-1]
    write(form.old.field, "รายงานภายใน๓เดือน")
    form.new.field.setFocus()
    qtbot.waitUntil(lambda: form.record.place is not None)
    assert adopted(desk).corrections[0].old == "รายงานภายใน 3 เดือน"
    assert adopted(desk).corrections[0].page == ""  # nobody sets the minutes here


def test_where_the_minutes_are_not_on_file_all_is_typed(qtbot, write, desk, pane):
    assert pane.list.pick.isEnabled()
    on_file = pane.stands.text()
    pane.year.set_value(2560)
    pane.year.edited.emit(2560)
    assert (adopted(desk).year, adopted(desk).meeting) == (2560, None)
    assert not pane.list.pick.isEnabled()
    assert pane.stands.text() != on_file
    pane.list.add()
    form = pane.list.forms[-1]
    for name, words in (("page", "๑๑"), ("clause", "๖"), ("old", "เก่า"), ("new", "ใหม่")):
        field = form.findChild(object, f"correction_{name}")
        field.setFocus()
        write(field, words)
    pane.list.typed.setFocus()
    QApplication.processEvents()
    pane.flush()
    assert form.old.error() == ""
    assert "หน้า ๑๑ ข้อ ๖ จาก “เก่า” เป็น “ใหม่”" in pane.wording.text()
    assert adopted(desk).corrections[0].place is None


def test_which_minutes_is_chosen_from_those_that_wait(desk, pane):
    pane.which.menu().aboutToShow.emit()
    first, *_, own = pane.which.menu().actions()
    assert "๑/๒๕๖๘" in first.text()
    own.trigger()
    assert adopted(desk).meeting == SECOND
    assert pane.list.pick.isEnabled()
    assert pane.list.frozen.text().meeting.uid == SECOND
    resolved = desk.read(read_meeting, SECOND).agenda[0].matters[0].resolutions[0]
    before = pane.list.frozen.text()
    made = Resolution(uid=uid("new"), text="เพิ่มเติม")
    desk.write(pane, records.add, Kind.RESOLUTION, made, MATTER)
    now = pane.list.frozen.text()
    assert resolved.text in [one.words for one in before.passages]
    assert "เพิ่มเติม" in [one.words for one in now.passages]
    first.trigger()
    assert adopted(desk).meeting == FIRST


def test_what_cannot_be_picked_is_told(qtbot, write, pane):
    picker = Picker()
    qtbot.addWidget(picker)
    picker.show()
    picked = []
    picker.picked.connect(lambda *what: picked.append(what))
    picker.show_minutes(pane.list.frozen, "รายงาน")
    view = picker.view
    view.moveCursor(QTextCursor.MoveOperation.Start)
    view.moveCursor(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    picker.begin("")
    composed = picker.note.text()
    why = view.chosen()
    assert isinstance(why, Message)
    assert composed == worded(why)
    view.moveCursor(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    several = view.chosen()
    assert isinstance(several, Message)
    picker.begin("")
    assert picker.note.text() == worded(several) != composed
    write(picker.words, "คำที่ไม่มีอยู่ในรายงานฉบับใดเลยสักคำ")
    picker.step(1)
    assert picker.hits.text() != ""
    assert picker.note.text() != ""
    passages = pane.list.frozen.text().passages
    number = next(at for at, one in enumerate(passages) if one.label and one.place)
    words = passages[number].words
    for stretch in (Stretch(number, 0, len(words)), Stretch(number, 2, 4)):
        view.choose(stretch)
        assert view.chosen() == stretch
    picker.begin("")
    assert picker.new.toPlainText() == words[2:4]
    picker._add()
    assert picker.note.text() != ""
    assert picked == []
    picker.begin("ก")
    picker._add()
    assert picked == [(Stretch(number, 2, 4), "ก")]
