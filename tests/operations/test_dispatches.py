"""What goes out after a meeting: from the records to the letters, and back into the register."""

import datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from bmahr_desktop.domain.adoption import Adoption, Correction, OldWords
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.dispatches import DispatchKind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.follow_up import FollowUp, Report
from bmahr_desktop.domain.letter_paper import LetterPaper, ReplySlip
from bmahr_desktop.domain.letters import LetterKind
from bmahr_desktop.domain.meeting import Assignment, MinutesState, Resolution, Secrecy
from bmahr_desktop.domain.minutes import PaperPicture, SignatureBlock
from bmahr_desktop.operations import dispatches, editions, records
from bmahr_desktop.operations.dispatches import (
    dispatches_of,
    proposed_circulation,
    proposed_draft,
    proposed_extract,
    proposed_notice,
    proposed_notices,
    read_answer_slip,
    read_dispatch_paper,
    read_extract,
    read_follow_up_table,
    read_index,
    read_proposed_paper,
    usual_letter,
)
from bmahr_desktop.operations.meetings import set_adoption
from bmahr_desktop.operations.originals import adopted_record
from bmahr_desktop.operations.sent_papers import set_sent_paper, write_sent_docx
from bmahr_desktop.operations.versions import add_edition
from tests.invitations import EXTERNAL, HEAD
from tests.meetings import uid
from tests.reading import squeezed
from tests.records import PICTURE, full_meeting, replaced, said

NOTICES = full_meeting().dispatches
MEETING, BY = uid("meeting"), datetime.date(2025, 3, 5)
TEXT = "มอบหมายให้กองระบบงาน\nรายงานผล"


@pytest.fixture
def office(full_store):
    """The small office, its committee with a letterhead; nobody was told anything yet."""
    with full_store.writing() as session:
        for one in NOTICES:
            records.remove(session, Kind.DISPATCH, one.uid)
        records.amend(session, Kind.COMMITTEE, uid("committee"), None, letterhead=HEAD)
    return full_store


def read(store, operation, *arguments, **more):
    with store.reading() as session:
        return operation(session, *arguments, **more)


def write(store, operation, *arguments, **more):
    with store.writing() as session:
        return operation(session, *arguments, **more)


def put(store, letter, meeting=MEETING):
    write(store, records.add, Kind.DISPATCH, letter, meeting)
    return letter


def words_of(paper):
    return "\n".join(one.text for one in paper.body)


# ---------------------------------------------------------------- proposals


def test_notices_are_proposed_until_they_are_written(office):
    unit, secretaries = read(office, proposed_notices, MEETING)
    assert (unit.to, unit.unit) == ("ผู้อำนวยการกองระบบงาน", uid("u2"))
    assert unit.resolutions == (uid("r5"),)
    assert secretaries.to == "หัวหน้าฝ่ายเลขานุการ"
    put(office, unit)
    assert [one.to for one in read(office, proposed_notices, MEETING)] == [secretaries.to]
    put(office, secretaries)
    assert read(office, proposed_notices, MEETING) == ()


def test_letters_go_on_after_the_record_is_closed(office):
    write(office, editions.freeze, MEETING)
    first, _ = read(office, proposed_notices, MEETING)
    put(office, first)
    write(office, records.amend, Kind.DISPATCH, first.uid, None, sent=BY)
    (told,) = read(office, dispatches_of, uid("r5"))
    assert (told.uid, told.sent) == (first.uid, BY)


def test_somebody_chosen_is_told_what_nobody_is_to_do(office):
    one = read(office, proposed_notice, [uid("r5"), uid("r3")], unit=uid("u1"))
    assert (one.to, one.unit) == ("หัวหน้าสำนักงาน ก.ก.", uid("u1"))
    assert one.resolutions == (uid("r3"), uid("r5"))
    other = read(office, proposed_notice, [uid("r3")], " ท่านอื่น ", person=uid("p2"))
    assert (other.to, other.person) == ("ท่านอื่น", uid("p2"))


def test_only_letters_that_tell_a_resolution_are_told_of_it(office):
    notice = put(office, read(office, proposed_notice, [uid("r5")], "ก"))
    copy = put(office, read(office, proposed_extract, [uid("r5")], "ข"))
    put(office, read(office, proposed_draft, MEETING, BY)[0])
    assert [one.uid for one in read(office, dispatches_of, uid("r5"))] == [notice.uid, copy.uid]
    assert read(office, dispatches_of, uid("r3")) == ()
    assert read(office, dispatches_of, uid("nothing")) == ()
    assert len(read(office, dispatches.list_dispatches, MEETING)) == 3


def test_the_minutes_go_to_all_in_one_letter_or_to_each_in_their_own(office):
    (all_,) = read(office, proposed_draft, MEETING, BY)
    assert (all_.to, all_.reply_by, all_.kind) == ("", BY, DispatchKind.DRAFT)
    each = read(office, proposed_circulation, MEETING, BY)
    assert ("นายสมมาตร ใจกว้าง", uid("p1")) in [(one.to, one.person) for one in each]
    put(office, each[0])
    assert len(read(office, proposed_circulation, MEETING, BY)) == len(each) - 1
    assert len(read(office, proposed_draft, MEETING, BY, each=True)) == len(each)


def test_letters_take_the_layout_of_the_invitation(office):
    write(office, records.amend, Kind.MEETING, MEETING, None, invitation=EXTERNAL)
    assert read(office, proposed_draft, MEETING, BY)[0].layout is LetterKind.EXTERNAL
    assert read(office, proposed_notice, [uid("r5")]).layout is LetterKind.EXTERNAL


@pytest.mark.parametrize("wanted", [[], [uid("gone")], [uid("r5"), uid("gone")]])
def test_what_is_not_on_file_is_refused(office, wanted):
    for operation in (proposed_notice, proposed_extract):
        with pytest.raises(Refused):
            read(office, operation, wanted)
    with pytest.raises(Refused):
        read(office, read_extract, *wanted)


def test_one_paper_is_about_one_meeting(office):
    with pytest.raises(Refused) as refused:
        read(office, read_extract, uid("r5"), uid("r8"))
    assert "several meetings" in said(refused)
    with pytest.raises(Refused):
        read(office, read_dispatch_paper, uid("gone"))


# ---------------------------------------------------------------- letters as papers


def test_a_letter_is_read_from_the_records_and_set(office, tmp_path):
    first, _ = read(office, proposed_notices, MEETING)
    put(office, first)
    paper = read(office, read_dispatch_paper, first.uid)
    assert isinstance(paper, LetterPaper)
    assert TEXT in words_of(paper)
    assert paper.number.text == HEAD.number_prefix
    assert "กำหนดให้ดำเนินการในเดือนมีนาคม และรายงานผลให้ ก.ก. ทราบ" in words_of(paper)
    assert paper == read(office, read_proposed_paper, MEETING, first)
    pdf = PdfReader(BytesIO(set_sent_paper(paper).pdf)).pages[0].extract_text()
    assert squeezed(TEXT) in squeezed(pdf)
    write_sent_docx(paper, tmp_path / "in" / "letter.docx")
    assert (tmp_path / "in" / "letter.docx").read_bytes().startswith(b"PK")


def test_a_letter_without_address_is_addressed_from_file(office):
    one = read(office, proposed_notice, [uid("r5")], unit=uid("u2"))
    put(office, replaced(one, to=""))
    assert read(office, read_dispatch_paper, one.uid).to.text == "ผู้อำนวยการกองระบบงาน"
    draft = put(office, read(office, proposed_draft, MEETING, BY)[0])
    assert read(office, read_dispatch_paper, draft.uid).to.text == "อ.ก.ก. ทุกท่าน"


def test_the_usual_letter_tells_what_empty_fields_mean(office):
    draft = read(office, proposed_draft, MEETING, BY)[0]
    put(office, replaced(draft, to="ประธาน", text="อื่น", number="๙", signer_name="นายอื่น",
                         enclosures=("ก",), layout=LetterKind.EXTERNAL))  # fmt: skip
    usual = read(office, usual_letter, draft.uid)
    assert (usual.number, usual.to, usual.signer_name) == (
        HEAD.number_prefix, "อ.ก.ก. ทุกท่าน", HEAD.signer_name,
    )  # fmt: skip
    assert usual.subject.startswith("ขอส่งร่างรายงานการประชุม")
    assert usual.body.startswith("ตามที่ได้มีการประชุม")
    assert len(usual.enclosures) == 1


def test_the_slip_goes_with_the_letter(office, tmp_path):
    (one, *_) = read(office, proposed_circulation, MEETING, BY)
    put(office, one)
    slip = read(office, read_answer_slip, one.uid)
    assert isinstance(slip, ReplySlip)
    assert set_sent_paper(slip).pages == 1
    write_sent_docx(slip, tmp_path / "slip.docx")
    assert (tmp_path / "slip.docx").exists()


# ---------------------------------------------------------------- what the minutes are


def test_a_closed_record_is_quoted_with_its_tasks_as_they_stand(office):
    write(office, editions.freeze, MEETING)
    write(office, records.amend, Kind.COMMITTEE, uid("committee"), None, name="อ.ก.ก. ชื่อใหม่")
    write(office, records.amend, Kind.ASSIGNMENT, uid("a1"), None, needed="ส่งแผน")
    first, _ = read(office, proposed_notices, MEETING)
    paper = read(office, read_proposed_paper, MEETING, first)
    assert "อ.ก.ก. วิสามัญเกี่ยวกับการทดสอบ" in words_of(paper)
    assert "ขอให้ส่งแผน กำหนดในเดือนมีนาคม" in words_of(paper)
    assert read(office, read_extract, uid("r5")).heading[0].endswith("อ.ก.ก. วิสามัญเกี่ยวกับการทดสอบ")


def test_an_extract_shows_its_pictures_and_where_it_was_adopted(office):
    paper = read(office, read_extract, uid("m6"), on=BY)
    shown = [block for item in paper.items for matter in item.matters
             for section in matter.sections for block in section.blocks
             if isinstance(block, PaperPicture)]  # fmt: skip
    assert [one.data for one in shown] == [PICTURE]
    assert paper.signature.name == HEAD.signer_name
    assert "ยังมิได้รับการรับรอง" in paper.certification[1].text
    assert set_sent_paper(paper).pages >= 1
    own = SignatureBlock("นายรับรอง", ("ตำแหน่ง",))
    assert read(office, read_extract, uid("m6"), signer=own).signature == own


def test_minutes_adopted_at_a_meeting_say_at_which(office):
    adopted = Adoption(number=1, year=2568, date=datetime.date(2025, 1, 8), meeting=MEETING)
    write(office, set_adoption, uid("m8"), None, adopted)
    write(office, records.amend, Kind.MEETING, MEETING, None, minutes_state=MinutesState.ADOPTED)
    words = read(office, read_extract, uid("r5")).certification[1].text
    assert words.endswith("ในการประชุมครั้งที่ ๒/๒๕๖๘ เมื่อวันที่ ๕ กุมภาพันธ์ ๒๕๖๘")


def test_minutes_that_were_corrected_are_quoted_as_they_were_adopted(office):
    write(office, editions.freeze, MEETING)
    (first,) = read(office, editions.list_editions, MEETING)
    place = OldWords(record=uid("r5"), field="text", start=TEXT.index("กองระบบงาน"))
    correction = Correction(uid=uid("cx"), old="กองระบบงาน", new="กองแผนงาน", place=place)
    adopted = adopted_record(read(office, editions.read_edition, first.record), (correction,))
    write(office, add_edition, MEETING, adopted, b"%PDF", first.number, uid("m8"))
    quoted = read(office, read_extract, uid("r5")).items[0].matters[0].resolutions
    assert quoted[0].text == "มอบหมายให้กองแผนงาน"
    notice = read(office, proposed_notice, [uid("r5")], "ก")
    assert "มอบหมายให้กองแผนงาน" in words_of(read(office, read_proposed_paper, MEETING, notice))


# ---------------------------------------------------------------- lists


def rows_of(paper):
    return [
        ["\n".join(p.text for p in cell.paragraphs) for cell in row]
        for row in paper.parts[0].table.rows[1:]
    ]


def test_the_table_has_the_resolutions_in_the_order_given(office):
    report = Report(uid=uid("q"), date=BY, text="คืบหน้า", state=FollowUp.UNDER_WAY)
    write(office, records.add, Kind.REPORT, report, uid("a1"))
    uids = [uid("r8"), uid("gone"), uid("r5")]
    paper = read(office, read_follow_up_table, uids, "ทุกปี", on=datetime.date(2025, 4, 1))
    rows = rows_of(paper)
    assert [row[0] for row in rows] == ["๑", "๒", "๒\n(ต่อ)"]
    assert rows[1][3:6] == [TEXT, "กองระบบงาน", "ในเดือนมีนาคม\n(๓๑ มี.ค. ๒๕๖๘)"]
    assert rows[1][6].endswith("เกินกำหนด\n(๑ วัน)")
    assert rows[1][7] == "๕ มี.ค. ๒๕๖๘\nคืบหน้า"
    assert paper.notes[0].text == "ทุกปี"
    assert set_sent_paper(paper).pages == 1


def test_lists_are_as_secret_as_what_they_hold(office):
    write(office, records.amend, Kind.MEETING, MEETING, None, secrecy=Secrecy.CONFIDENTIAL)
    both = read(office, read_follow_up_table, [uid("r8"), uid("r5")], on=BY)
    other = read(office, read_follow_up_table, [uid("r8")], on=BY)
    assert (both.imprint.secrecy, other.imprint.secrecy) == ("ลับ", "")


def test_the_index_is_of_one_year(office, tmp_path):
    task = Assignment(uid=uid("new"), assigned_to="กอง ฯ", unit=uid("u1"))
    more = Resolution(uid=uid("rn"), text="เห็นชอบ", assignments=(task,))
    write(office, records.add, Kind.RESOLUTION, more, uid("m4"))
    paper = read(office, read_index, uid("committee"), 2568)
    assert paper.heading[-1] == "ประจำปี พ.ศ. ๒๕๖๘"
    by_unit = [row[0].paragraphs[0].text for row in paper.parts[1].table.rows if len(row) == 1]
    assert by_unit == ["กองระบบงาน", "ฝ่ายเลขานุการ", "สำนักงาน ก.ก."]
    write_sent_docx(paper, tmp_path / "index.docx")
    empty = read(office, read_index, uid("committee"), 2500)
    assert [part.table for part in empty.parts] == [None, None]
    with pytest.raises(Refused):
        read(office, read_index, uid("gone"), 2568)
