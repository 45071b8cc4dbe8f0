"""The papers before and after a meeting, from the records to the file."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.operations import records
from bmahr_desktop.operations.crest import read_crest
from bmahr_desktop.operations.letters import (
    WORD_KINDS,
    PaperKind,
    read_paper,
    read_payment,
    set_meeting_paper,
    usual_invitation,
    write_docx,
)
from tests.invitations import EXTERNAL, HEAD, MEMO, PAYS
from tests.meetings import uid
from tests.reading import squeezed
from tests.records import picture, replaced, said

MEETING = uid("meeting")


@pytest.fixture
def office(full_store):
    """The small office, its committee with a letterhead and allowances."""
    with full_store.writing() as session:
        records.amend(session, Kind.COMMITTEE, uid("committee"), None, letterhead=HEAD, rules=PAYS)
        records.amend(session, Kind.MEETING, MEETING, None, invitation=MEMO)
    return full_store


def read(store, operation, *arguments):
    with store.reading() as session:
        return operation(session, MEETING, *arguments)


HEADS = {
    PaperKind.MINUTES: "รายงานการประชุม",
    PaperKind.AGENDA: "ระเบียบวาระการประชุม",
    PaperKind.INVITATION: "บันทึกข้อความ",
    PaperKind.REPLY_SLIP: "แบบตอบรับการประชุม",
    PaperKind.SIGN_IN: "ใบลงชื่อการประชุม",
    PaperKind.PAYMENT: "หลักฐานการจ่ายเบี้ยประชุม",
}


@pytest.mark.parametrize("kind", list(PaperKind))
def test_every_paper_is_read_and_set(office, kind):
    paper = set_meeting_paper(read(office, read_paper, kind))
    text = squeezed(PdfReader(BytesIO(paper.pdf)).pages[0].extract_text())
    assert text.startswith(HEADS[kind])


def test_setting_tells_each_page_and_can_be_stopped(office):
    class StoppedError(Exception):
        pass

    def stop(_page):
        raise StoppedError

    long = replaced(EXTERNAL, enclosures=tuple(f"เอกสาร {n}" for n in range(60)))
    with office.writing() as session:
        records.amend(session, Kind.MEETING, MEETING, None, invitation=long)
    with pytest.raises(StoppedError):
        set_meeting_paper(read(office, read_paper, PaperKind.INVITATION), stop)


def test_without_allowances_the_payment_is_refused_with_words(full_store):
    with full_store.reading() as session, pytest.raises(Refused) as refused:
        read_payment(session, MEETING)
    assert "what each role is paid" in said(refused)


@pytest.mark.parametrize("kind", list(PaperKind))
def test_a_meeting_that_is_gone_is_refused(full_store, kind):
    with full_store.reading() as session, pytest.raises(Refused):
        read_paper(session, uid("nowhere"), kind)


def test_the_usual_invitation_tells_what_empty_fields_mean(office):
    written = replaced(EXTERNAL, to="ประธาน", body="อื่น", signer_name="นายอื่น", number="ที่ ๙")
    with office.writing() as session:
        records.amend(session, Kind.MEETING, MEETING, None, invitation=written)
    usual = read(office, usual_invitation)
    assert (usual.number, usual.to, usual.signer_name) == (
        HEAD.number_prefix, "อ.ก.ก. ทุกท่าน", HEAD.signer_name,
    )  # fmt: skip
    assert usual.body.startswith("ด้วยกำหนดให้มีการประชุม")
    assert usual.enclosures == ("ระเบียบวาระการประชุม ครั้งที่ ๑/๒๕๖๘ จำนวน ๑ ชุด",)
    assert usual.warning is None


def test_the_usual_invitation_warns_of_short_notice(office):
    with office.writing() as session:
        assert MEMO.date is not None
        late = replaced(MEMO, date=MEMO.date.replace(day=7))
        records.amend(session, Kind.MEETING, MEETING, None, invitation=late)
    assert read(office, usual_invitation).warning is not None


# ---------------------------------------------------------------- Word and the Garuda


@pytest.mark.parametrize("kind", list(PaperKind))
def test_only_what_is_edited_goes_to_word(office, tmp_path, kind):
    out = tmp_path / "paper.docx"
    paper = read(office, read_paper, kind)
    if kind in WORD_KINDS:
        write_docx(paper, out)
        assert out.read_bytes().startswith(b"PK")
        return
    with pytest.raises(Refused) as refused:
        write_docx(paper, out)
    assert "filled in by hand" in said(refused)
    assert not out.exists()


def test_a_letter_in_word_has_the_crest(office, tmp_path):
    out = tmp_path / "paper.docx"
    for kind, pictures in ((PaperKind.INVITATION, 1), (PaperKind.AGENDA, 0)):
        write_docx(read(office, read_paper, kind), out, picture())
        with ZipFile(out) as file:
            found = [name for name in file.namelist() if name.startswith("word/media/")]
        assert len(found) == pictures


def test_the_crest_is_read_from_a_file(office, tmp_path):
    path = tmp_path / "garuda.png"
    path.write_bytes(picture())
    paper = set_meeting_paper(
        read(office, read_paper, PaperKind.INVITATION), None, read_crest(path)
    )
    assert PdfReader(BytesIO(paper.pdf)).pages[0].images


@pytest.mark.parametrize("content", [None, b"", b"no picture", picture()[:40]])
def test_a_crest_that_cannot_be_is_refused_with_words(tmp_path, content):
    path = tmp_path / "garuda.png"
    if content is not None:
        Path(path).write_bytes(content)
    with pytest.raises(Refused) as refused:
        read_crest(path)
    assert "garuda.png" in said(refused)
