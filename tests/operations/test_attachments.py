import os

import pytest

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.operations import attachments, records
from bmahr_desktop.operations.attachments import (
    AttachmentLine,
    KeptState,
    attach,
    give_attachment,
    list_attachments,
    list_places,
    move_attachment,
    put_again,
    safe_name,
    state_of,
    take_file,
    write_copy,
)
from bmahr_desktop.operations.meetings import count_parts
from tests.meetings import uid
from tests.records import SHEET, said, sha

MEETING = uid("meeting")


@pytest.fixture
def a_file(tmp_path):
    path = tmp_path / "ใบลงทะเบียน.xlsx"
    path.write_bytes("ลงทะเบียน".encode())
    return path


def everything(store):
    with store.reading() as session:
        return list_attachments(session, MEETING)


def lines(store, matter=""):
    return [line for line in everything(store) if line.matter == matter]


def put(store, path, matter=""):
    with store.reading() as session:
        entry = take_file(session, path)
    with store.writing() as session:
        return attach(session, MEETING, entry, matter)


def give(store, line, matter):
    with store.writing() as session:
        return give_attachment(session, line.uid, MEETING, matter)


def test_a_file_is_kept_and_listed_behind_the_others(full_store, a_file):
    changes = put(full_store, a_file)
    first, second = lines(full_store)
    assert (first.title, first.file_name) == ("ระเบียบวาระ", "ระเบียบวาระ.pdf")
    assert (second.title, second.file_name) == ("ใบลงทะเบียน", "ใบลงทะเบียน.xlsx")
    assert second.size == len(a_file.read_bytes())
    assert second.media_type.endswith("sheet")
    assert full_store.files.read(second.sha256) == a_file.read_bytes()
    assert changes.wrote(Kind.ATTACHMENT, second.uid)
    assert changes.meetings == {MEETING}


def test_it_is_part_of_the_meeting_as_exchanged(full_store, a_file):
    put(full_store, a_file)
    with full_store.reading() as session:
        meeting = records.read(session, Kind.MEETING, MEETING).record
    assert [one.title for one in meeting.attachments] == ["ระเบียบวาระ", "ใบลงทะเบียน"]


def test_the_same_file_is_not_attached_twice(full_store, tmp_path):
    path = tmp_path / "ชื่ออื่น.pdf"
    path.write_bytes(SHEET)
    with pytest.raises(Refused) as refused:
        put(full_store, path)
    assert "“ระเบียบวาระ”" in said(refused)
    assert len(lines(full_store)) == 1


def test_what_was_removed_may_be_attached_again(full_store, tmp_path):
    with full_store.writing() as session:
        records.remove(session, Kind.ATTACHMENT, uid("f2"))
    path = tmp_path / "ใหม่.pdf"
    path.write_bytes(SHEET)
    put(full_store, path)
    assert [line.title for line in lines(full_store)] == ["ใหม่"]


def refusal(store, path):
    with store.reading() as session, pytest.raises(Refused) as refused:
        take_file(session, path)
    return said(refused)


def test_what_cannot_be_taken_in_is_refused_in_words(full_store, a_file, tmp_path, monkeypatch):
    monkeypatch.setattr(attachments, "LARGEST", 8)
    assert "too large" in refusal(full_store, a_file)
    monkeypatch.undo()
    assert "no such file" in refusal(full_store, tmp_path / "ไม่มี.pdf")
    assert "folder" in refusal(full_store, tmp_path)
    a_file.write_bytes(b"")
    assert "empty" in refusal(full_store, a_file)


def test_a_file_that_grows_while_it_is_read_is_refused(full_store, a_file, monkeypatch):
    real = os.stat_result([0] * 10)
    monkeypatch.setattr(attachments, "LARGEST", 8)
    monkeypatch.setattr(type(a_file), "stat", lambda *_, **__: real)
    assert "too large" in refusal(full_store, a_file)


def test_files_move_in_their_own_list(full_store, a_file):
    put(full_store, a_file)
    last = lines(full_store)[1].uid
    with full_store.writing() as session:
        assert move_attachment(session, last, -1)
        assert not move_attachment(session, last, -1)
    assert [line.title for line in lines(full_store)] == ["ใบลงทะเบียน", "ระเบียบวาระ"]


def test_a_copy_is_what_was_taken_in(full_store, tmp_path):
    (line,) = lines(full_store)
    with full_store.reading() as session:
        write_copy(session, line, tmp_path / "ออก" / line.out_name)
    assert (tmp_path / "ออก" / "ระเบียบวาระ.pdf").read_bytes() == SHEET


# ---------------------------------------------------------------- of matters


def test_files_belong_to_the_meeting_or_to_a_matter_of_it(full_store, a_file):
    put(full_store, a_file, uid("m3"))
    listed = [(line.title, line.matter) for line in everything(full_store)]
    assert listed == [
        ("ระเบียบวาระ", ""), ("ใบลงทะเบียน", uid("m3")), ("หนังสือนำ", uid("m6")),
    ]  # fmt: skip
    with full_store.reading() as session:
        assert count_parts(session, MEETING)[Kind.ATTACHMENT] == 3
        record = records.read(session, Kind.MEETING, MEETING).record
    assert [one.title for one in record.agenda[2].matters[0].attachments] == ["ใบลงทะเบียน"]


def test_what_they_can_belong_to_is_told_as_the_agenda_numbers_it(full_store):
    with full_store.reading() as session:
        places = list_places(session, MEETING)
    assert [(place.number, place.title) for place in places] == [
        ("", ""),
        ("1", "เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ"),
        ("2", "เรื่องรับรองรายงานการประชุม"),
        ("3.1", "เรื่อง แผนหนึ่ง"),
        ("3.2", "เรื่อง แผนสอง"),
        ("4", "เรื่องกำหนดวันประชุม"),
        ("5", "เรื่อง ระบบงาน"),
    ]
    assert places[3].matter == uid("m3")


def test_a_file_goes_to_a_matter_and_back(full_store):
    (line,) = lines(full_store)
    changes = give(full_store, line, uid("m6"))
    assert changes.meetings == {MEETING}
    assert [one.title for one in lines(full_store, uid("m6"))] == ["หนังสือนำ", "ระเบียบวาระ"]
    assert lines(full_store) == []
    assert not give(full_store, line, uid("m6"))
    give(full_store, line, uid("m3"))
    assert [one.uid for one in lines(full_store, uid("m3"))] == [line.uid]
    give(full_store, line, "")
    assert [one.uid for one in lines(full_store)] == [line.uid]


def test_one_file_may_belong_to_two_matters_but_not_twice_to_one(full_store, tmp_path):
    path = tmp_path / "อีกฉบับ.pdf"
    path.write_bytes(SHEET)
    put(full_store, path, uid("m3"))
    (line,) = lines(full_store, uid("m3"))
    with pytest.raises(Refused) as refused:
        give(full_store, line, "")
    assert "“ระเบียบวาระ”" in said(refused)
    assert lines(full_store, uid("m3")) == [line]


def test_files_move_among_those_of_their_matter(full_store, a_file):
    put(full_store, a_file, uid("m6"))
    last = lines(full_store, uid("m6"))[1].uid
    with full_store.writing() as session:
        assert move_attachment(session, last, -1)
        assert not move_attachment(session, last, -1)
    assert [line.title for line in lines(full_store, uid("m6"))] == ["ใบลงทะเบียน", "หนังสือนำ"]
    assert [line.title for line in lines(full_store)] == ["ระเบียบวาระ"]


def test_files_of_a_removed_matter_go_and_come_with_it(full_store):
    with full_store.writing() as session:
        records.remove(session, Kind.MATTER, uid("m6"))
    assert [line.title for line in everything(full_store)] == ["ระเบียบวาระ"]
    with full_store.reading() as session:
        assert count_parts(session, MEETING)[Kind.ATTACHMENT] == 1
    with full_store.writing() as session:
        records.restore(session, Kind.MATTER, uid("m6"))
    assert len(everything(full_store)) == 2


# ---------------------------------------------------------------- kept


def test_a_file_is_kept_when_its_source_goes(full_store, a_file):
    content = a_file.read_bytes()
    put(full_store, a_file)
    a_file.unlink()
    line = lines(full_store)[1]
    assert line.state is KeptState.WHOLE
    with full_store.reading() as session:
        write_copy(session, line, a_file)
    assert a_file.read_bytes() == content


def test_it_is_told_when_a_kept_file_is_not_what_it_was(full_store, tmp_path):
    place = full_store.files.place(sha(SHEET))

    def state():
        (line,) = lines(full_store)
        with full_store.reading() as session:
            return line.state, state_of(session, line)

    assert state() == (KeptState.WHOLE, KeptState.WHOLE)
    place.write_bytes(SHEET[::-1])
    assert state() == (KeptState.WHOLE, KeptState.ALTERED)  # of the same length: read, not seen
    with full_store.reading() as session, pytest.raises(Refused) as refused:
        write_copy(session, lines(full_store)[0], tmp_path / "x.pdf")
    assert "altered" in said(refused)
    place.write_bytes(SHEET + b"!")
    assert state() == (KeptState.ALTERED, KeptState.ALTERED)
    place.unlink()
    assert state() == (KeptState.MISSING, KeptState.MISSING)


@pytest.mark.parametrize("spoil", ["gone", "altered"])
def test_the_same_content_is_put_back(full_store, tmp_path, spoil):
    place = full_store.files.place(sha(SHEET))
    if spoil == "gone":
        place.unlink()
    else:
        place.write_bytes(SHEET[::-1])
    (line,) = lines(full_store)
    other, copy = tmp_path / "อื่น.pdf", tmp_path / "ชื่อใดก็ได้.bin"
    other.write_bytes(SHEET.lower())
    copy.write_bytes(SHEET)
    with full_store.reading() as session:
        for wrong in (other, tmp_path / "ไม่มี.pdf", tmp_path):
            with pytest.raises(Refused):
                put_again(session, line, wrong)
        assert state_of(session, line) is not KeptState.WHOLE
        assert not full_store.files.place(sha(SHEET.lower())).exists()
        put_again(session, line, copy)
        assert state_of(session, line) is KeptState.WHOLE
    assert full_store.files.read(line.sha256) == SHEET


def test_a_missing_file_is_told(full_store, tmp_path):
    full_store.files.place(sha(SHEET)).unlink()
    (line,) = lines(full_store)
    with full_store.reading() as session, pytest.raises(Refused) as refused:
        write_copy(session, line, tmp_path / "x.pdf")
    assert "missing" in said(refused)
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("ระเบียบวาระ ครั้งที่ ๑/๒๕๖๔", "ระเบียบวาระ ครั้งที่ ๑ ๒๕๖๔"),
        ("../../ลับ", "ลับ"),
        ("แผน.pdf", "แผน"),
        ("CON", "_CON"),
        ("...", "_"),
        ("ก" * 300, "ก" * 60),
        ("\u202eexe", "exe"),
    ],
)
def test_a_title_becomes_the_name_of_a_file(title, name):
    assert safe_name(title, ".pdf") == name


@pytest.mark.parametrize(
    ("file_name", "may"), [("ก.PDF", True), ("ก.pdf.exe", False), ("ก", False), ("ก.html", False)]
)
def test_only_what_is_no_program_is_opened(file_name, may):
    line = AttachmentLine("u", "ก", "0" * 64, file_name, 1, "")
    assert line.may_open is may
