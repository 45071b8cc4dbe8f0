"""The tab ประวัติ: what was done, wordings compared, put back, and that taken back in turn."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from bmahr_desktop.domain.body import plain_body
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.i18n import verbatim
from bmahr_desktop.operations import editions, records
from bmahr_desktop.operations.history import end_stay, text_of
from bmahr_desktop.ui.meetings.agenda.matter import MatterPane
from bmahr_desktop.ui.meetings.history_pane import HistoryPane
from bmahr_desktop.ui.records.comparison import BESIDE_FROM, Comparison
from tests.meetings import uid

MEETING, R5, M6 = uid("meeting"), uid("r5"), uid("m6")


@pytest.fixture
def pane(qtbot, desk):
    pane = HistoryPane(desk)
    qtbot.addWidget(pane)
    pane.resize(1000, 600)
    pane.show_meeting(MEETING)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


@pytest.fixture
def amend(desk, clock, pane):
    """Change a resolution's wording as another pane does, then leave it."""
    elsewhere = QWidget()

    def amend(text, newest=True):
        clock.goes_on(minutes=1)
        desk.write(elsewhere, records.amend, Kind.RESOLUTION, R5, None, text=text)
        desk.write_aside(end_stay, Kind.RESOLUTION, R5)
        if newest:
            pane.list.setCurrentItem(pane.list.topLevelItem(0).child(0))

    return amend


def now(desk):
    return desk.read(text_of, Kind.RESOLUTION, R5, "text")


def marked(side, property_):
    """The words of a side that have a mark: struck out, or underlined."""
    found = []
    block = side.text.document().begin()
    while block.isValid():
        for part in block:
            fragment = part.fragment()
            if getattr(fragment.charFormat(), property_)():
                found.append(fragment.text())
        block = block.next()
    return found


def test_what_was_done_is_listed_by_day_the_newest_first(pane, amend, clock):
    amend("มอบหมายให้กองระบบงานรายงานทุกเดือน")
    clock.goes_on(days=1)
    amend("มอบหมายให้กองระบบงานรายงานทุกสัปดาห์")
    days = [pane.list.topLevelItem(n) for n in range(pane.list.topLevelItemCount())]
    assert [day.text(0) for day in days][:2] == ["๑๒ ม.ค. ๖๘", "๑๑ ม.ค. ๖๘"]
    first = days[0].child(0)
    assert first.text(0) == "๑๐.๐๒"
    assert "รายงานทุกสัปดาห์" in first.text(1)
    assert first.text(2) == "pc เลขานุการ"


def test_wordings_stand_beside_each_other_with_what_differs(pane, amend, desk):
    stood = now(desk)
    amend("มอบหมายให้กองระบบงาน\nรายงานผลทุกเดือน")
    assert pane.line().uid == R5
    assert pane.comparison.before.text.toPlainText() == stood
    assert pane.comparison.after.text.toPlainText() == now(desk)
    assert marked(pane.comparison.after, "fontUnderline") == ["ทุกเดือน"]
    assert marked(pane.comparison.before, "fontStrikeOut") == []
    amend("มอบหมายให้กองระบบงาน\nรายงาน", newest=False)
    assert pane.line().wording.content == stood  # what one looks at stays
    assert marked(pane.comparison.before, "fontStrikeOut") == ["ผล"]


def test_a_wording_is_put_back_and_that_taken_back(qtbot, pane, amend, desk):
    stood = now(desk)
    amend("ใหม่")
    qtbot.mouseClick(pane.back, Qt.MouseButton.LeftButton)
    assert now(desk) == stood
    assert not pane.undo.isHidden()
    pane.undo._button.click()
    assert now(desk) == "ใหม่"
    assert pane.line() is not None


def test_the_same_wording_cannot_be_put_back(pane, amend, desk):
    stood = now(desk)
    amend("ใหม่")
    amend(stood)
    lines = [line for line in pane._lines if line.uid == R5 and line.wording]
    assert [line.wording.content for line in lines] == ["ใหม่", stood]
    below = pane.list.itemBelow(pane.list.currentItem())
    pane.list.setCurrentItem(
        pane.list.currentItem() if pane.line().wording.content == stood else below
    )
    assert not pane.back.isEnabled()


def test_what_was_removed_is_put_back(qtbot, pane, desk):
    desk.write(pane, records.remove, Kind.MATTER, M6)
    pane.show_meeting(MEETING)
    assert pane.line().uid == M6
    assert pane.restore.isVisible()
    assert not pane.go.isVisible()
    qtbot.mouseClick(pane.restore, Qt.MouseButton.LeftButton)
    assert desk.read(records.read, Kind.MATTER, M6).record.uid == M6
    pane.undo._button.click()
    assert not desk.read(records.read_parts_of, Kind.MATTER, uid("i4"))


def test_a_wording_of_what_was_removed_says_so(qtbot, pane, amend, desk):
    amend("ใหม่")
    desk.write(pane, records.remove, Kind.MATTER, M6)
    pane.show_meeting(MEETING)
    lines = pane.list.findItems("ใหม่", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive, 1)
    pane.list.setCurrentItem(lines[0])
    assert not pane.back.isEnabled()
    assert not pane.go.isVisible()
    assert not pane.restore.isVisible()  # the matter is what can be put back


def closed(session):
    return editions.close_record(session, editions.prepare_edition(session, MEETING), b"%PDF-1.7")


def test_nothing_is_put_back_in_a_closed_record(qtbot, pane, amend, desk, clock):
    amend("ใหม่")
    clock.goes_on(minutes=1)
    desk.write(pane, records.remove, Kind.MATTER, uid("m4"))
    pane.show_meeting(MEETING)
    for button, word in ((pane.restore, "แผนสอง"), (pane.back, "ใหม่")):
        within = Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive
        pane.list.setCurrentItem(pane.list.findItems(word, within, 1)[0])
        assert button.isVisible()
        assert button.isEnabled()
        desk.write(desk, closed)
        assert not button.isEnabled()
        reason = "ปิดรายงานการประชุมแล้ว"
        assert button.toolTip() == reason
        assert pane.about.text().endswith(reason)
        pane.show_meeting(uid("meeting 2"))
        pane.show_meeting(MEETING)
        pane.list.setCurrentItem(pane.list.findItems(word, within, 1)[0])
        assert not button.isEnabled()
        desk.write(desk, editions.reopen, MEETING, "ทดลอง")
        pane.list.setCurrentItem(pane.list.findItems(word, within, 1)[0])
        assert button.isEnabled()
        assert reason not in pane.about.text() + button.toolTip()


def test_one_goes_to_the_place_of_a_change(qtbot, pane, amend):
    amend("ใหม่")
    with qtbot.waitSignal(pane.record_wanted) as seen:
        qtbot.keyClick(pane.list, Qt.Key.Key_Return)
    assert seen.args == [R5]


def test_changes_made_while_it_is_hidden_are_there_when_it_is_looked_at(pane, amend):
    pane.hide()
    amend("ใหม่")
    pane.show()
    assert pane.line().uid == R5
    assert pane.flush()


def test_a_meeting_without_a_trail_says_what_belongs_here(pane):
    pane.show_meeting("")
    assert pane._stack.currentWidget() is pane._empty
    assert pane.line() is None
    for act in (pane.put_back, pane.restore_it, pane._go):
        act()


# ---------------------------------------------------------------- what is kept on leaving


def test_leaving_a_matter_ends_the_stay_in_its_parts(qtbot, desk, write, pane):
    matters = MatterPane(desk)
    qtbot.addWidget(matters)
    with_body = desk.read(records.read, Kind.MATTER, M6)
    section = with_body.record.sections[0]
    other = desk.read(records.read, Kind.MATTER, uid("m8"))

    def stay(letter):
        matters.show_matter(desk.read(records.read, Kind.MATTER, M6), MEETING)
        write(matters.body.editor, letter)
        write(matters.title.title, letter)
        assert matters.flush()
        matters.show_matter(other, MEETING)

    stay("ก")
    stay("ข")
    pane.show_meeting(MEETING)
    bodies = [one.wording.content for one in pane._lines if one.uid == section.uid and one.wording]
    titles = [one.wording.content for one in pane._lines if one.uid == M6 and one.wording]
    assert len(bodies) == 2
    assert bodies[1] == section.body
    assert titles == ["กเรื่อง ระบบงาน", "เรื่อง ระบบงาน"]


# ---------------------------------------------------------------- the comparison itself


def test_a_form_that_differs_is_told_when_the_words_do_not(qtbot):
    comparison = Comparison(verbatim("ก"), verbatim("ข"))
    qtbot.addWidget(comparison)
    comparison.show_texts("ก", "ก")
    alike = comparison.note.text()
    comparison.show_texts("ก", "ข")
    assert comparison.note.text() != alike


def test_it_turns_as_the_room_allows(qtbot):
    comparison = Comparison(verbatim("ก"), verbatim("ข"))
    qtbot.addWidget(comparison)
    comparison.show()
    for width, wanted in ((BESIDE_FROM - 1, "Vertical"), (BESIDE_FROM, "Horizontal")):
        comparison.resize(width, 300)
        qtbot.waitUntil(lambda wanted=wanted: comparison._both.orientation().name == wanted)


def test_a_body_of_a_hundred_pages_is_compared(qtbot, desk, pane, clock):
    section = desk.read(records.read, Kind.MATTER, M6).record.sections[0].uid
    long = "\n".join(f"{n} ที่ประชุมพิจารณาแล้วเห็นชอบตามที่เสนอ" for n in range(1000))
    for words in (long, long.replace("๑", "๒") + "\nเพิ่ม"):
        clock.goes_on(minutes=1)
        desk.write(qtbot, records.write_body, Kind.SECTION, section, None, plain_body(words))
        desk.write_aside(end_stay, Kind.SECTION, section)
    pane.read_again()
    item = pane.list.topLevelItem(0).child(0)
    pane.list.setCurrentItem(item)
    assert marked(pane.comparison.after, "fontUnderline")
