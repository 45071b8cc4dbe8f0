"""Minutes are adopted on the screen: words picked in them, typed, circulated, versions compared."""

import datetime
import io

import msgspec
import pypdf
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QPushButton

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.dispatches import Answer, Dispatch, DispatchKind
from bmahr_desktop.domain.exchange import Exchange
from bmahr_desktop.domain.meeting import MinutesState
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.i18n import use_language, worded
from bmahr_desktop.operations import adopting, editions, registers, sessions, versions
from bmahr_desktop.operations.office import new_sitting, open_office
from bmahr_desktop.operations.papers import read_meeting
from bmahr_desktop.operations.sending import add_letters
from bmahr_desktop.places import data_place
from bmahr_desktop.thai.searchkey import search_key
from bmahr_desktop.ui.meetings import adoption_work, closing
from tests.ui.desks import at_work, copied, meeting_of, record_of

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
HELD = datetime.date(2025, 12, 3)
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture(scope="module")
def closed_file(sample_file, tmp_path_factory):
    """The sample with its last held meeting closed; the next one, prepared, adopts its minutes."""
    use_language("th")
    path = copied(sample_file, tmp_path_factory.mktemp("closed"))
    store = open_office(data_place(path), new_sitting())
    with store.writing() as session:
        committee = registers.list_committees(session)[0].uid
        listed = registers.list_meetings(session, committee)
        adopting.close(session, next(one.uid for one in listed if one.date == HELD))
    store.close()
    return path


@pytest.fixture
def workspace(qtbot, closed_file, tmp_path):
    with at_work(qtbot, copied(closed_file, tmp_path)) as found:
        yield found


@pytest.fixture
def earlier(workspace):
    rows = workspace.meetings.tab.list.list.rows
    return next(line.uid for line in rows._all if line.date == HELD)


@pytest.fixture
def later(workspace):
    return meeting_of(workspace, 2, 2569)


@pytest.fixture
def adoption(workspace, later):
    """The part of the next meeting's matter where the earlier minutes are adopted."""
    record = record_of(workspace, Kind.MEETING, later)
    matter = record.agenda[1].matters[0]
    workspace.open_record(matter.uid)
    pane = workspace.meetings.pane.agenda.matter
    pane._choose_tab("adoption")
    return pane.adoption


def corrections_of(workspace, later):
    return record_of(workspace, Kind.MEETING, later).agenda[1].matters[0].adopts.corrections


def press(qtbot, key, held=NONE):
    qtbot.keyClick(QApplication.focusWidget(), key, held)
    QApplication.processEvents()


def at():
    widget = QApplication.focusWidget()
    return widget.objectName() if widget is not None else ""


def plain(text):
    return search_key("".join(text.split()))


def pdf_words(workspace, sha256):
    data = workspace.desk.read(editions.read_edition, sha256)
    return plain("".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages))


def answer(choice):
    """Press a button of the decision that is about to be asked for."""

    def when_open():
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(20, when_open)
            return
        buttons = dialog.findChildren(QPushButton)
        next(one for one in buttons if one.text() == worded(choice.label)).click()

    QTimer.singleShot(20, when_open)


# ---------------------------------------------------------------- the whole way


def test_corrections_picked_by_the_keyboard_make_the_adopted_version(
    qtbot, write, workspace, earlier, later, adoption
):
    assert adoption.list.pick.isEnabled()
    adoption.list.pick.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    picker = workspace.meetings.correcting.picker
    assert picker.isVisible()
    assert workspace.meetings.paper.isHidden()
    assert at() == "picker_find"
    frozen = adoption.list.frozen
    qtbot.waitUntil(lambda: frozen._pages is not None, timeout=20_000)
    write(picker.words, "ติดราชการ")
    press(qtbot, Qt.Key.Key_Return)
    assert at() == "picker_new"
    write(QApplication.focusWidget(), "ติดภารกิจ")
    press(qtbot, Qt.Key.Key_Return)
    assert at() == "picker_find"
    write(picker.words, "เห็นชอบแผน")
    press(qtbot, Qt.Key.Key_F3)
    press(qtbot, Qt.Key.Key_F3)
    picker.view.setFocus()
    write(picker.view, "ร")
    assert picker.new.toPlainText() == "ร"
    write(picker.new, "ับทราบแผน")
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Escape)
    assert not picker.isVisible()
    assert not workspace.meetings.paper.isHidden()
    assert at() == "correction_pick"
    made = corrections_of(workspace, later)
    assert [(one.old, one.new) for one in made] == [
        ("ติดราชการ", "ติดภารกิจ"), ("เห็นชอบแผน", "รับทราบแผน"),
    ]  # fmt: skip
    assert all(one.place and one.page and one.clause for one in made)
    words = adoption.wording.text()
    assert f"หน้า {made[0].page}" in words
    assert "จาก “เห็นชอบแผน” เป็น “รับทราบแผน”" in words
    assert "นอกนั้นรับรองรายงานการประชุมครั้งที่ ๙/๒๕๖๘" in words
    close_later(qtbot, workspace, later)
    check_versions(qtbot, workspace, earlier, made)


def close_later(qtbot, workspace, later):
    workspace.desk.write(workspace, sessions.start, later, "09:30")
    workspace.desk.write(workspace, sessions.end, later, "11:00")
    workspace.closing.open()
    answer(closing.CLOSE)
    workspace.closing.panel.close_record.click()
    qtbot.waitUntil(lambda: workspace.desk.read(editions.is_frozen, later), timeout=30_000)


def check_versions(qtbot, workspace, earlier, made):
    desk = workspace.desk
    (version,) = desk.read(versions.list_versions, earlier)
    (edition,) = desk.read(editions.list_editions, earlier)
    assert desk.read(read_meeting, earlier).minutes_state is MinutesState.ADOPTED
    kept = [
        msgspec.json.decode(desk.read(editions.read_edition, one.record), type=Exchange)
        for one in (edition, version)
    ]
    assert all(getattr(kept[0], name) == getattr(kept[1], name)
               for name in Exchange.__struct_fields__ if name != "meetings")  # fmt: skip
    before, after = (pdf_words(workspace, one.paper) for one in (edition, version))
    for one in made:
        assert after.count(plain(one.new)) == before.count(plain(one.new)) + 1
        assert after.count(plain(one.old)) == before.count(plain(one.old)) - 1
    workspace.open_record(earlier)
    pane = workspace.meetings.pane
    pane.tabs.setCurrentWidget(pane.past)
    pane.past.show_adoption()
    adopted = pane.adoption
    assert "ระเบียบวาระที่ ๒" in adopted.told.text() or "item ๒" in adopted.told.text()
    workspace.window_.activateWindow()  # without a window manager a dialog takes it away
    qtbot.waitUntil(workspace.window_.isActiveWindow)
    adopted.compare.click()
    assert adopted.versions.isVisible()
    assert adopted.versions.position() == (1, 2)
    sides = adopted.versions.comparison
    press(qtbot, Qt.Key.Key_F3)
    assert adopted.versions.position() == (2, 2)
    assert sides.before.text.toPlainText()[sides.before.text.textCursor().position() :].startswith(
        "เห็นชอบ"
    )
    sides.before.text.verticalScrollBar().setValue(40)
    assert sides.after.text.verticalScrollBar().value() > 0
    press(qtbot, Qt.Key.Key_F3, SHIFT)
    assert adopted.versions.position() == (1, 2)
    press(qtbot, Qt.Key.Key_Escape)
    assert not adopted.versions.isVisible()
    adopted.findChild(object, "adopted_adopted_open").click()
    work = workspace.meetings.adoption
    qtbot.waitUntil(lambda: work._paper is not None and work._paper.isVisible(), timeout=10_000)
    adopted.go_back()
    adopted.go.click()
    assert pane.agenda.matter.matter.adopts.meeting == earlier


# ---------------------------------------------------------------- moved and removed


def test_corrections_are_moved_by_the_keyboard_and_removals_taken_back(
    qtbot, write, workspace, later, adoption
):
    listed = adoption.list
    for words in ("คำหนึ่ง", "คำสอง"):
        listed.add()
        write(listed.forms[-1].old.field, words)
    listed.flush()
    press(qtbot, Qt.Key.Key_Up, ALT)
    assert [one.old for one in corrections_of(workspace, later)] == ["คำสอง", "คำหนึ่ง"]
    assert listed.forms[0].isAncestorOf(QApplication.focusWidget())
    undo = workspace.meetings.pane.agenda.undo
    undo._button.click()
    assert [one.old for one in corrections_of(workspace, later)] == ["คำหนึ่ง", "คำสอง"]
    listed.forms[0].findChild(object, "correction_remove").click()
    assert [one.old for one in corrections_of(workspace, later)] == ["คำสอง"]
    undo._button.click()
    assert [one.old for one in corrections_of(workspace, later)] == ["คำหนึ่ง", "คำสอง"]
    assert [form.old.field.toPlainText() for form in listed.forms] == ["คำหนึ่ง", "คำสอง"]


# ---------------------------------------------------------------- by letter


def test_minutes_go_round_and_are_adopted_with_what_was_answered(qtbot, write, workspace, earlier):
    workspace.open_record(earlier)
    pane = workspace.meetings.pane
    pane.tabs.setCurrentWidget(pane.past)
    pane.past.show_adoption()
    adopted, box = pane.adoption, pane.adoption.box
    assert not box.isVisible()
    adopted.round.click()
    assert box.isVisible()
    assert not box.adopt.isEnabled()
    words = "หน้า ๒ จาก “ติดราชการ” เป็น “ติดภารกิจ”"
    letters = [
        Dispatch(new_uid(), DispatchKind.CIRCULATION, to=to, answer_text=text)
        for to, text in (("นายก", words), ("นางข", ""))
    ]
    workspace.desk.write(workspace, add_letters, earlier, letters)
    assert box.list.topLevelItemCount() == 2
    reason = box.why.text()
    assert "๒" in reason
    choose(qtbot, box, 0, Answer.CORRECTS)
    box.take_over.click()
    qtbot.waitUntil(lambda: len(adopted.corrections.forms) == 1)
    one = adopted.corrections.forms[0].record
    assert (one.old, one.new, one.place is not None) == ("ติดราชการ", "ติดภารกิจ", True)
    new = adopted.corrections.forms[0].new.field
    new.setFocus()
    new.moveCursor(QTextCursor.MoveOperation.End)
    write(new, "ด่วน")
    new.commit()
    assert new.toPlainText() == "ติดภารกิจด่วน"
    kept = workspace.desk.read(adopting.read_sent, earlier).circulated.corrections
    assert kept[0].new == "ติดภารกิจด่วน"
    assert not box.adopt.isEnabled()
    choose(qtbot, box, 1, Answer.AGREES)
    assert box.adopt.isEnabled()
    adopted.corrections.forms[0].findChild(object, "correction_remove").click()
    assert adopted.corrections.forms == []
    adopted.undo._button.click()
    assert len(adopted.corrections.forms) == 1
    answer(adoption_work.ADOPT)
    box.adopt.click()
    desk = workspace.desk
    qtbot.waitUntil(
        lambda: desk.read(versions.standing_version, earlier) is not None, timeout=20_000
    )
    record = desk.read(read_meeting, earlier)
    assert record.minutes_state is MinutesState.ADOPTED
    assert record.circulated.corrections[0].uid == one.uid
    assert adopted.take_back.isVisible()
    assert not adopted.corrections.typed.isEnabled()
    assert adopted.corrections.forms[0].is_read_only()
    assert plain("ติดภารกิจด่วน") in pdf_words(workspace, adopted.standing.version.paper)


def choose(qtbot, box, row, wanted):
    box.list.setCurrentItem(box.list.topLevelItem(row))
    box.answer.set_value(wanted)
    box.answer.chosen.emit(wanted)
    QApplication.processEvents()
