"""A secretary takes a folder of old minutes in: read, looked over, put right, kept, found."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
)

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.meeting import MeetingState, MinutesState
from bmahr_desktop.domain.old_minutes import PartKind
from bmahr_desktop.domain.people import Person
from bmahr_desktop.operations import records
from bmahr_desktop.operations.attachments import list_attachments
from bmahr_desktop.operations.registers import list_meetings
from bmahr_desktop.operations.sample import fill_index
from bmahr_desktop.operations.search import find_words
from bmahr_desktop.ui.old_minutes.parts_model import TEXT, WHAT
from bmahr_desktop.ui.old_minutes.taken_file import Standing
from tests.documents.reading.habits import IN_FEW_LINES, TYPEWRITTEN
from tests.meetings import uid
from tests.records import exchange_of, take
from tests.ui.old_minutes.conftest import COMMITTEE, typed_file


def meetings(desk):
    return {(one.number, one.year): one for one in desk.read(list_meetings)}


def standings(old):
    return [old.files.standing(one) for one in old.files.files]


def row_of(old, words):
    model = old.preview.parts.model
    rows = range(model.rowCount())
    return next(row for row in rows if words in model.index(row, TEXT).data())


def choose_part(old, words):
    table = old.preview.parts.table
    table.setCurrentIndex(old.preview.parts.model.index(row_of(old, words), WHAT))


def kinds(old, words):
    return old.preview.parts.model.line(row_of(old, words)).part.kind


def keep_all(qtbot, old, press):
    with qtbot.waitSignal(old.keeping.done, timeout=20_000):
        press(old, "old_keep_all")


def test_a_folder_is_taken_in_and_a_sentence_of_it_found(
    qtbot, old, office, desk, taken, press, tmp_path
):
    folder = tmp_path / "ปี 2564"
    folder.mkdir()
    typed_file(folder, 1, more=("เรื่องสะพานไม้ข้ามคลองบางหลวงชำรุด",))
    typed_file(folder, 2, TYPEWRITTEN)
    typed_file(folder, 3)
    taken(folder, count=3)
    assert standings(old) == [Standing.READY] * 3
    assert old.preview.parts.accounted.text() == "ทุกข้อความเข้าครบ"
    keep_all(qtbot, old, press)
    assert standings(old) == [Standing.KEPT] * 3
    kept = meetings(desk)
    assert set(kept) == {(1, 2564), (2, 2564), (3, 2564)}
    assert {one.state for one in kept.values()} == {MeetingState.CLOSED}
    states = [kept[number, 2564].minutes_state for number in (1, 2, 3)]
    assert states == [MinutesState.ADOPTED] * 2 + [MinutesState.AWAITING_ADOPTION]
    files = desk.read(list_attachments, kept[1, 2564].uid)
    assert [(one.title, one.suffix) for one in files] == [("รายงาน 1", ".docx")]
    fill_index(office)
    hits = desk.read(find_words, "สะพานไม้", (), 10)
    assert [one.meeting for one in hits] == [kept[1, 2564].uid]


def test_the_meeting_that_was_kept_opens_by_a_click(qtbot, old, taken, press, tmp_path):
    (file,) = taken(typed_file(tmp_path, 1))
    with qtbot.waitSignal(old.keeping.done):
        press(old, "old_keep")
    with qtbot.waitSignal(old.meeting_wanted) as wanted:
        press(old, "old_open_meeting")
    assert wanted.args == [file.kept]


def test_what_was_kept_can_be_taken_back(qtbot, old, desk, taken, press, tmp_path):
    (file,) = taken(typed_file(tmp_path, 1))
    old.preview.adopted_tick.click()
    with qtbot.waitSignal(old.keeping.done):
        press(old, "old_keep")
    assert meetings(desk)[1, 2564].minutes_state is MinutesState.ADOPTED
    old.undo._button.click()
    assert meetings(desk) == {}
    qtbot.waitUntil(lambda: old.files.standing(file) is Standing.READY)
    with qtbot.waitSignal(old.keeping.done):
        press(old, "old_keep")
    assert list(meetings(desk)) == [(1, 2564)]


# ---------------------------------------------------------------- putting right


def test_a_part_is_put_right_by_the_keyboard_and_leads_on(qtbot, old, desk, taken, press, tmp_path):
    words = "ขอให้เร่งรัดการซ่อมแซม"
    taken(typed_file(tmp_path, 1, more=(words,)))
    choose_part(old, words)
    assert kinds(old, words) is PartKind.PARAGRAPH
    form = old.preview.parts.form
    old.preview.parts.table.setFocus()
    qtbot.keyClick(old.preview.parts.table, Qt.Key.Key_F2)
    assert form.kind.hasFocus()
    steps = form.kind._values.index(PartKind.RESOLUTION) - form.kind.currentIndex()
    for _ in range(abs(steps)):
        qtbot.keyClick(form.kind, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: kinds(old, words) is PartKind.RESOLUTION)
    line = old.preview.parts.model.line(old.preview.parts.table.currentIndex().row())
    assert words in line.text
    with qtbot.waitSignal(old.keeping.done):
        press(old, "old_keep")
    record = desk.read(records.read, Kind.MEETING, meetings(desk)[1, 2564].uid).record
    found = [r.text for item in record.agenda for m in item.matters for r in m.resolutions]
    assert words in found


def test_a_part_joins_the_one_above_and_is_taken_back(qtbot, old, taken, tmp_path):
    words = "ขอให้เร่งรัดการซ่อมแซม"
    taken(typed_file(tmp_path, 1, more=(words,)))
    choose_part(old, words)
    table = old.preview.parts.table
    table.setFocus()
    above = row_of(old, words) - 1
    before = old.preview.parts.model.line(above).part.kind
    assert before is not PartKind.RESOLUTION
    qtbot.keyClick(table, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: old.files.files[0].said != {})
    choose_part(old, words)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: kinds(old, words) is PartKind.PARAGRAPH)
    assert old.files.files[0].said == {}


def test_the_record_of_a_part_is_edited(qtbot, write, old, desk, taken, press, tmp_path):
    taken(typed_file(tmp_path, 1))
    choose_part(old, "นายเลิศ ช่างจด")
    form = old.preview.parts.form
    form.words.setFocus()
    form.words.selectAll()
    write(form.words, "นายเลิศ ช่างจำ")
    with qtbot.waitSignal(old.keeping.done):
        press(old, "old_keep")
    record = desk.read(records.read, Kind.MEETING, meetings(desk)[1, 2564].uid).record
    assert "นายเลิศ ช่างจำ" in [one.name for one in record.attendance]


def test_the_heading_is_typed_over(qtbot, old, desk, taken, press, tmp_path):
    (file,) = taken(typed_file(tmp_path, 1))
    number = old.preview.heading.number.line
    number.setFocus()
    number.selectAll()
    qtbot.keyClicks(number, "7")
    qtbot.keyClick(number, Qt.Key.Key_Return)
    assert file.number() == (7, 2564)
    with qtbot.waitSignal(old.keeping.done):
        press(old, "old_keep")
    assert list(meetings(desk)) == [(7, 2564)]


def test_what_means_nothing_is_said_below_the_fields(qtbot, old, taken, press, tmp_path):
    (file,) = taken(typed_file(tmp_path, 1))
    heading = old.preview.heading
    number = heading.number.line
    number.setFocus()
    number.selectAll()
    qtbot.keyClicks(number, "abc")
    qtbot.keyClick(number, Qt.Key.Key_Tab)
    assert heading.number.message() in heading.note.text()
    press(old, "old_keep")
    assert not file.kept
    assert number.hasFocus()
    number.selectAll()
    qtbot.keyClicks(number, "5")
    qtbot.keyClick(number, Qt.Key.Key_Tab)
    assert heading.note.text() == ""
    assert file.number() == (5, 2564)


def test_what_was_put_right_just_now_is_kept_too(qtbot, old, desk, taken, tmp_path):
    words = "ขอให้เร่งรัดการซ่อมแซม"
    taken(typed_file(tmp_path, 1, more=(words,)))
    choose_part(old, words)
    form = old.preview.parts.form
    form.kind.activated.emit(form.kind._values.index(PartKind.RESOLUTION))
    with qtbot.waitSignal(old.keeping.done):
        qtbot.keyClick(old, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    record = desk.read(records.read, Kind.MEETING, meetings(desk)[1, 2564].uid).record
    found = [r.text for item in record.agenda for m in item.matters for r in m.resolutions]
    assert words in found


def test_somebody_listed_is_found_in_the_register(qtbot, old, office, desk, taken, press, tmp_path):
    person = Person(uid=uid("known"), honorific="นาย", name="เลิศ ช่างจด")
    take(office, exchange_of(committees=(COMMITTEE,), people=(person,)), {})
    desk.changed.emit(Changes(frozenset({Kind.PERSON}), frozenset({person.uid})), None)
    taken(typed_file(tmp_path, 1))
    choose_part(old, "นายเลิศ ช่างจด")
    form = old.preview.parts.form
    assert form.person.value() == person.uid
    choose_part(old, "นายสมหมาย ใจมั่น")
    assert form.person.value() is None
    form.person.choose(person.uid)
    with qtbot.waitSignal(old.keeping.done):
        press(old, "old_keep")
    record = desk.read(records.read, Kind.MEETING, meetings(desk)[1, 2564].uid).record
    linked = [one.name for one in record.attendance if one.person == person.uid]
    assert linked == ["นายสมหมาย ใจมั่น", "นายเลิศ ช่างจด"]


def test_what_is_missing_is_asked_for_by_the_field(qtbot, old, desk, taken, press, tmp_path):
    path = typed_file(tmp_path, 1)
    from docx import Document

    document = Document(str(path))
    for paragraph in document.paragraphs[:4]:
        if "วันพุธ" in paragraph.text:
            paragraph.runs[0].text = "วันพุธที่ ๓๒ มกราคม ๒๕๖๔"
    document.save(str(path))
    (file,) = taken(path)
    assert old.files.standing(file) is Standing.LOOK
    press(old, "old_keep")
    assert meetings(desk) == {}
    assert old.preview.heading.date.line.hasFocus()
    assert old.note.text()
    qtbot.keyClicks(old.preview.heading.date.line, "6/1/2564")
    with qtbot.waitSignal(old.keeping.done):
        qtbot.keyClick(old, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert list(meetings(desk)) == [(1, 2564)]


def test_what_is_to_be_looked_at_is_gone_through(qtbot, old, taken, tmp_path):
    from docx import Document

    path = typed_file(tmp_path, 1)
    document = Document(str(path))
    document.paragraphs[0].insert_paragraph_before("สำเนาคู่ฉบับ")
    document.save(str(path))
    (file,) = taken(path)
    parts = old.preview.parts
    unsure = [row for row in range(parts.model.rowCount()) if parts.model.line(row).unsure]
    assert unsure
    assert old.files.standing(file) is Standing.LOOK
    qtbot.keyClick(old, Qt.Key.Key_F8)
    assert parts.table.currentIndex().row() == unsure[0]
    parts.only_unsure.click()
    assert parts.model.rowCount() == len(unsure)
    old.preview.seen_tick.click()
    assert old.files.standing(file) is Standing.READY
    assert any("ส่วน" in one.text() for one in old.findChildren(QLabel))


def test_another_habit_comes_in_whole(old, taken, tmp_path):
    (file,) = taken(typed_file(tmp_path, 3, IN_FEW_LINES))
    assert file.look.missing == ()
    assert file.number() == (3, 2564)


def test_everything_is_reached_by_the_keyboard_and_named(qtbot, old, taken, tmp_path):
    taken(typed_file(tmp_path, 1))
    old.list.setFocus()
    reached = []
    for _ in range(60):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
        if reached[-1] is old.list:
            break
    kinds = (QPushButton, QLineEdit, QComboBox, QTableView)
    wanted = {
        one
        for kind in kinds
        for one in old.findChildren(kind)
        if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    assert wanted <= set(reached)
    assert all(one.accessibleName() for one in wanted)
    order = [reached.index(one) for one in (
        old.preview.heading.number.line, old.preview.heading.venue,
        old.preview.parts.table, old.preview.parts.form.kind, old.keep_one,
    )]  # fmt: skip
    assert order == sorted(order)
