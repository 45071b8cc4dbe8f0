"""A PDF is registered with its file, its resolutions typed; what is on it is found by search."""

import datetime

import pytest
from PySide6.QtCore import Qt

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.meeting import MeetingState, ResolutionKind
from bmahr_desktop.operations import records
from bmahr_desktop.operations.attachments import list_attachments
from bmahr_desktop.operations.old_minutes_scans import guess_heading
from bmahr_desktop.operations.registers import list_resolutions
from bmahr_desktop.operations.sample import fill_index
from bmahr_desktop.operations.search import find_words
from bmahr_desktop.ui.old_minutes.taken_file import Standing


@pytest.fixture
def scan(tmp_path):
    path = tmp_path / "รายงานการประชุม ครั้งที่ 3-2555.pdf"
    path.write_bytes(b"%PDF-1.4 invented")
    return path


@pytest.fixture
def type_one(qtbot, old, write):
    """Type a resolution as a secretary does; Enter adds it."""

    def type_one(text, item=None, matter=None):
        typing = old.preview.typing
        if item is not None:
            typing.item.line.setFocus()
            typing.item.line.selectAll()
            qtbot.keyClicks(typing.item.line, str(item))
            qtbot.keyClick(typing.item.line, Qt.Key.Key_Tab)
        if matter is not None:
            typing.matter.setFocus()
            typing.matter.selectAll()
            write(typing.matter, matter)
        typing.wording.setFocus()
        write(typing.wording, text)
        qtbot.keyClick(typing.wording, Qt.Key.Key_Return)

    return type_one


def test_three_resolutions_of_a_pdf_are_typed_kept_and_found(
    qtbot, old, office, desk, taken, press, type_one, scan
):
    (file,) = taken(scan)
    assert file.number() == (3, 2555)
    assert old.files.standing(file) is Standing.LOOK
    qtbot.keyClicks(old.preview.heading.date.line, "14/3/2555")
    type_one("รับทราบ", item=1, matter="ความคืบหน้าของสะพานไม้")
    type_one("เห็นชอบตามที่เสนอ และมอบหมายให้กองช่างดำเนินการ", item=3, matter="งบซ่อมสะพาน")
    type_one("ให้รายงานผลทุกเดือน")
    assert old.preview.typing.wording.hasFocus()
    assert [one.item for one in file.rows] == [1, 3, 3]
    with qtbot.waitSignal(old.keeping.done):
        press(old, "old_keep")
    record = desk.read(records.read, Kind.MEETING, file.kept).record
    assert record.state is MeetingState.CLOSED
    assert record.date == datetime.date(2012, 3, 14)
    assert [len(item.matters) for item in record.agenda] == [1, 0, 1]
    matter = record.agenda[2].matters[0]
    assert matter.title == "งบซ่อมสะพาน"
    assert [len(one.assignments) for one in matter.resolutions] == [1, 0]
    assert matter.resolutions[0].kinds == (ResolutionKind.APPROVE, ResolutionKind.ASSIGN)
    (paper,) = desk.read(list_attachments, file.kept)
    assert office.files.read(paper.sha256) == scan.read_bytes()
    assert [one.item for one in desk.read(list_resolutions)] == [1, 3, 3]
    fill_index(office)
    assert {one.meeting for one in desk.read(find_words, "กองช่าง", (), 9)} == {file.kept}


def test_a_row_is_changed_moved_removed_and_put_back(qtbot, old, taken, type_one, write, scan):
    (file,) = taken(scan)
    for text in ("หนึ่ง", "สอง", "สาม"):
        type_one(text)
    typing = old.preview.typing
    typing.table.setFocus()
    qtbot.keyClick(typing.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [one.text for one in file.rows] == ["หนึ่ง", "สาม", "สอง"]
    qtbot.keyClick(typing.table, Qt.Key.Key_F2)
    assert typing.wording.toPlainText() == "สาม"
    write(typing.wording, "…")
    qtbot.keyClick(typing.wording, Qt.Key.Key_Return)
    assert len(file.rows) == 3
    assert "สาม" in file.rows[1].text
    assert "…" in file.rows[1].text
    typing.table.setFocus()
    qtbot.keyClick(typing.table, Qt.Key.Key_Delete)
    assert [one.text for one in file.rows] == ["หนึ่ง", "สอง"]
    old.undo._button.click()
    assert len(file.rows) == 3


def test_what_is_typed_and_not_added_is_not_lost_by_looking_elsewhere(
    qtbot, old, taken, write, scan, tmp_path
):
    other = tmp_path / "อีกแฟ้ม.png"
    other.write_bytes(b"\x89PNG")
    file, second = taken(scan, other)
    old.preview.typing.wording.setFocus()
    write(old.preview.typing.wording, "รับทราบ")
    old.choose(second)
    assert [one.text for one in file.rows] == ["รับทราบ"]
    assert old.changing.file is second
    qtbot.keyClicks(old.preview.heading.date.line, "99/99")
    old.choose(file)
    qtbot.waitUntil(lambda: old.files.file(old.list.currentIndex().row()) is second)
    assert old.preview.heading.date.message() in old.preview.heading.note.text()
    assert old.preview.heading.date.line.text() == "99/99"


def test_a_pdf_without_resolutions_is_kept_when_it_was_looked_over(
    qtbot, old, desk, taken, press, scan
):
    (file,) = taken(scan)
    qtbot.keyClicks(old.preview.heading.date.line, "14/3/2555")
    old.preview.heading.commit()
    old.preview.seen_tick.click()
    assert old.files.standing(file) is Standing.READY
    with qtbot.waitSignal(old.keeping.done):
        press(old, "old_keep_all")
    assert len(desk.read(list_attachments, file.kept)) == 1


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("รายงานการประชุม ครั้งที่ 3-2555.pdf", (3, 2555, None)),
        ("ครั้งที่ ๓_๒๕๕๕ วันที่ 14 มี.ค. 55.pdf", (3, 2555, datetime.date(2012, 3, 14))),
        ("2555-03.pdf", (3, 2555, None)),
        ("2555-03-14.pdf", (None, None, datetime.date(2012, 3, 14))),
        ("ประชุม 5-2560 (9 มกราคม 2561).jpg", (5, 2560, datetime.date(2018, 1, 9))),
        ("ครั้งที่ 12.pdf", (12, None, None)),
        ("scan0001.pdf", (None, None, None)),
        ("0-2555.pdf", (None, 2555, None)),
    ],
)
def test_the_name_of_a_file_tells_what_it_can(name, found):
    heading = guess_heading(name)
    assert (heading["number"], heading["year"], heading["date"]) == found
