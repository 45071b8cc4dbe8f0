import os

import pytest

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.operations import attachments, records
from bmahr_desktop.operations.attachments import (
    AttachmentLine,
    attach,
    list_attachments,
    move_attachment,
    safe_name,
    take_file,
    write_copy,
)
from tests.meetings import uid
from tests.records import SHEET, said, sha

MEETING = uid("meeting")


@pytest.fixture
def a_file(tmp_path):
    path = tmp_path / "ใบลงทะเบียน.xlsx"
    path.write_bytes("ลงทะเบียน".encode())
    return path


def lines(store):
    with store.reading() as session:
        return list_attachments(session, MEETING)


def put(store, path):
    with store.reading() as session:
        entry = take_file(session, path)
    with store.writing() as session:
        return attach(session, MEETING, entry)


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
