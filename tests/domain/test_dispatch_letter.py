"""What the letters after a meeting say."""

import datetime
from typing import Any

import pytest

from bmahr_desktop.domain.adoption import Circulation
from bmahr_desktop.domain.dispatch_letter import (
    compose_answer_slip,
    compose_dispatch,
    compose_words,
)
from bmahr_desktop.domain.dispatches import DispatchKind
from bmahr_desktop.domain.letters import Letterhead, LetterKind, Urgency
from bmahr_desktop.domain.meeting import Due, MinutesState, Resolution, Secrecy
from bmahr_desktop.domain.task_words import due_words, task_sentence
from bmahr_desktop.domain.voting import Choice, Dissent, Vote, VoteMethod
from bmahr_desktop.thai.digits import DigitStyle
from tests.dispatches import AGAIN, ASSIGNED, BY, letter, task, told_meeting
from tests.invitations import HEAD, writing_committee
from tests.meetings import meeting, uid
from tests.records import replaced

TO_UNIT = {"to": "ผู้อำนวยการกองระบบงาน", "unit": uid("u2")}
CITED = "อ.ก.ก. วิสามัญเกี่ยวกับการทดสอบ ครั้งที่ ๑/๒๕๖๘ เมื่อวันที่ ๘ มกราคม ๒๕๖๘"


def body_of(paper) -> Any:
    """The body of a letter, all of it paragraphs."""
    return paper.body


def noticed(*resolutions, said=None, **changes):
    """The paragraphs of the notice to the unit of what a meeting resolved."""
    one = letter(DispatchKind.NOTICE, *(r.uid for r in resolutions), **(said or TO_UNIT))
    paper = compose_dispatch(one, told_meeting(*resolutions, **changes), writing_committee())
    return [f"{block.label} {block.text}".strip() for block in body_of(paper)]


def said_of(kind, *resolutions, committee=None, **more):
    found = told_meeting(ASSIGNED, **more.pop("changes", {}))
    return compose_dispatch(
        letter(kind, *resolutions, **more), found, committee or writing_committee()
    )


# ---------------------------------------------------------------- notices


def test_a_notice_quotes_a_resolution_word_by_word_with_where_it_stands():
    first, *rest = noticed(ASSIGNED)
    assert first == (
        f"ด้วยในการประชุม {CITED} ระเบียบวาระที่ ๔ เรื่องเพื่อพิจารณาอื่น ๔.๑ เรื่อง การจัดทำแผน ที่ประชุมมีมติ ดังนี้"
    )
    assert "\n".join(rest[:3]) == ASSIGNED.text
    assert rest[3:] == [
        "ทั้งนี้ กำหนดให้ดำเนินการภายในวันที่ ๕ มีนาคม ๒๕๖๘ และรายงานผลให้ ก.ก. ทราบ"
        " โดยไม่ต้องรอรับรองรายงานการประชุม",
        "จึงเรียนมาเพื่อโปรดทราบ และดำเนินการในส่วนที่เกี่ยวข้องต่อไป",
    ]


def test_what_another_is_to_do_is_not_asked_of_the_addressee():
    told = noticed(ASSIGNED, said={"to": "หัวหน้าฝ่ายเลขานุการ"})
    assert told[-2:] == [
        "ทั้งนี้ ให้ดำเนินการตามมติได้ โดยไม่ต้องรอรับรองรายงานการประชุม",
        "จึงเรียนมาเพื่อโปรดทราบ และดำเนินการในส่วนที่เกี่ยวข้องต่อไป",
    ]
    assert noticed(ASSIGNED, said={"to": "นายผู้สนใจ"})[-1] == "จึงเรียนมาเพื่อโปรดทราบ"


def test_what_the_resolution_says_itself_is_not_said_again():
    own = "เห็นชอบ โดยไม่ต้องรอรับรองรายงานการประชุม"
    told = noticed(replaced(ASSIGNED, text=own, assignments=()))
    assert "".join(told).count("โดยไม่ต้องรอรับรองรายงานการประชุม") == 1


def test_resolutions_of_several_matters_are_numbered():
    both = Resolution(uid=uid("r3"), text="เห็นชอบ")
    one = letter(DispatchKind.NOTICE, uid("ra"), uid("r4"), uid("r3"), **TO_UNIT)
    found = told_meeting(ASSIGNED)
    paper = compose_dispatch(one, found, writing_committee())
    lines = [(block.label, block.text) for block in body_of(paper)]
    assert lines[0][1].endswith("ที่ประชุมมีมติ จำนวน ๒ เรื่อง ดังนี้")
    assert [label for label, _ in lines if label] == ["๑.", "(๑)", "(๒)", "๒."]
    assert ("(๑)", both.text) in lines
    assert lines[1][1].startswith("ระเบียบวาระที่ ๓ เรื่องเพื่อพิจารณา ๓.๑ เรื่อง แผนหนึ่ง")


def test_one_resolution_of_several_keeps_its_number_in_the_introduction():
    told = noticed(ASSIGNED, AGAIN, said={"to": "ก"})
    assert [line[:3] for line in told if line.startswith(("๑.", "๒."))] == ["๑. ", "๒. "]
    one = letter(DispatchKind.NOTICE, uid("rb"), **TO_UNIT)
    paper = compose_dispatch(one, told_meeting(ASSIGNED, AGAIN), writing_committee())
    assert body_of(paper)[0].text.endswith("ที่ประชุมมีมติ (ข้อ ๒) ดังนี้")
    assert body_of(paper)[1].text == AGAIN.text
    assert body_of(paper)[1].label == ""


def test_votes_and_dissent_are_told_as_recorded():
    vote = Vote(method=VoteMethod.SECRET, in_favour=9, against=2, abstained=1)
    voted = replaced(ASSIGNED, vote=vote, dissents=(Dissent(name="นายเห็น แย้ง", reasons="เหตุผล"),))
    told = noticed(voted)
    assert told[4].startswith("ที่ประชุมลงมติโดยการลงคะแนนลับ")
    assert vote.count(Choice.AGAINST) == 2
    assert "นายเห็น แย้ง" in told[5]


def test_whether_the_minutes_are_adopted_is_said_once():
    waits = "อนึ่ง รายงานการประชุมดังกล่าวอยู่ระหว่างเสนอที่ประชุมรับรอง"
    assert waits in noticed(AGAIN)
    assert waits not in noticed(ASSIGNED)
    assert waits in noticed(ASSIGNED, AGAIN)
    assert waits not in noticed(AGAIN, minutes_state=MinutesState.ADOPTED)


def test_corrections_that_a_resolution_makes_are_quoted_too():
    one = letter(DispatchKind.NOTICE, uid("r2"), to="ก")
    paper = compose_dispatch(one, meeting(), writing_committee())
    words = "\n".join(block.text for block in body_of(paper))
    assert "จาก “เก่า” เป็น “ใหม่”" in words
    assert "นอกนั้นรับรองรายงานการประชุมครั้งที่ ๙/๒๕๖๗" in words


def test_a_resolution_without_words_leaves_room():
    assert "............" in noticed(replaced(ASSIGNED, text=" "))


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (None, ""),
        (Due(text="ในการประชุมเดือนมกราคม"), "ในการประชุมเดือนมกราคม"),
        (Due(text="ก่อนสิ้นปี", date=BY), "ก่อนสิ้นปี"),
        (Due(date=BY), "ภายในวันที่ 5 มีนาคม 2568"),
        (Due(month="2025-03"), "ภายในเดือนมีนาคม 2568"),
        (Due(periodic=True), "เป็นระยะ"),
        (Due(text="เป็นระยะ", periodic=True), "เป็นระยะ"),
        (Due(date=BY, every=3), "ภายในวันที่ 5 มีนาคม 2568 ทุก 3 เดือน"),
    ],
)
def test_the_due_is_said_as_worded_else_from_its_day(due, said):
    assert due_words(due, DigitStyle.ARABIC) == said


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, ""),
        ({"report_to": "ที่ประชุม"}, "ทั้งนี้ ขอให้รายงานผลให้ที่ประชุมทราบ"),
        ({"needed": "ส่งแผน", "due": Due(month="2025-03"), "report_to": "ก.ก."},
         "ทั้งนี้ ขอให้ส่งแผน กำหนดภายในเดือนมีนาคม ๒๕๖๘ และรายงานผลให้ ก.ก. ทราบ"),
    ],
)  # fmt: skip
def test_what_is_awaited_is_asked_in_a_sentence(more, said):
    assert task_sentence(task("t", "กอง", **more), DigitStyle.THAI) == said


@pytest.mark.parametrize("kind", [DispatchKind.NOTICE, DispatchKind.EXTRACT])
def test_a_letter_that_tells_nothing_any_more_leaves_room(kind):
    paper = said_of(kind, uid("gone"))
    words = paper.subject.text + "".join(one.text for one in body_of(paper))
    assert "............" in words


# ---------------------------------------------------------------- the others


def test_the_draft_is_sent_to_be_looked_through_by_a_day():
    paper = said_of(DispatchKind.DRAFT, reply_by=BY)
    words = [one.text for one in body_of(paper)]
    assert paper.subject.text == ("ขอส่งร่างรายงานการประชุม อ.ก.ก. วิสามัญเกี่ยวกับการทดสอบ ครั้งที่ ๑/๒๕๖๘")
    assert paper.to.text == "อ.ก.ก. ทุกท่าน"
    assert words[0] == f"ตามที่ได้มีการประชุม {CITED} นั้น"
    assert f"โปรดแจ้ง{HEAD.office} โทร. {HEAD.phone} ภายในวันพุธที่ ๕ มีนาคม ๒๕๖๘" in words[1]
    assert "ถือว่ารับรอง" not in words[1]
    assert "ภายใน" not in body_of(said_of(DispatchKind.DRAFT))[1].text


def test_only_a_circulation_holds_silence_for_assent():
    paper = said_of(DispatchKind.CIRCULATION, reply_by=BY, to="นายสมาชิก")
    assert paper.subject.text.endswith("ครั้งที่ ๑/๒๕๖๘ โดยวิธีเวียน")
    assert body_of(paper)[1].text.endswith(
        "หากพ้นกำหนดดังกล่าวแล้วมิได้แจ้งขอแก้ไข ให้ถือว่ารับรองรายงานการประชุม"
    )
    assert "ถือว่า" not in body_of(said_of(DispatchKind.CIRCULATION))[1].text
    by_meeting = said_of(DispatchKind.CIRCULATION, changes={"circulated": Circulation(reply_by=BY)})
    assert "๕ มีนาคม ๒๕๖๘" in body_of(by_meeting)[1].text


def test_an_extract_is_sent_with_what_it_is_of():
    paper = said_of(DispatchKind.EXTRACT, uid("ra"), to="ก", layout=LetterKind.EXTERNAL)
    assert paper.subject.text.endswith("ครั้งที่ ๑/๒๕๖๘ (เฉพาะระเบียบวาระที่ ๔.๑)")
    assert "เฉพาะระเบียบวาระที่ ๔.๑ ซึ่งรับรองความถูกต้องแล้ว" in body_of(paper)[1].text
    assert [one.text for one in paper.enclosures] == [
        "รายงานการประชุม อ.ก.ก. วิสามัญเกี่ยวกับการทดสอบ ครั้งที่ ๑/๒๕๖๘ (เฉพาะระเบียบวาระที่ ๔.๑) จำนวน ๑ ชุด"
    ]


def test_what_is_written_takes_the_place_of_what_is_composed():
    paper = said_of(
        DispatchKind.NOTICE, uid("ra"), to="ผู้รับ", number="กท ๙/๙", date=BY,
        text="ข้อความเอง\nสองย่อหน้า", enclosures=("ก", "ข"), references=("ค",),
        signer_name="นายอื่น", signer_lines=("แทน",), urgency=Urgency.URGENT,
        layout=LetterKind.EXTERNAL, changes={"secrecy": Secrecy.SECRET},
    )  # fmt: skip
    assert (paper.to.text, paper.number.text, paper.date.text) == ("ผู้รับ", "กท ๙/๙", "๕ มีนาคม ๒๕๖๘")
    assert [one.text for one in body_of(paper)] == ["ข้อความเอง", "สองย่อหน้า"]
    assert [one.label for one in paper.enclosures] == ["๑.", "๒."]
    assert (paper.signature.name, paper.urgency, paper.imprint.secrecy) == ("นายอื่น", "ด่วน", "ลับมาก")
    assert body_of(paper)[0].key
    assert body_of(paper)[0].key.record == uid("letter")


def test_a_letter_takes_the_rest_from_the_letterhead():
    paper = said_of(DispatchKind.NOTICE, uid("ra"))
    assert paper.number.text == HEAD.number_prefix
    assert paper.signature.name == HEAD.signer_name
    assert paper.to.text == ""
    bare = replaced(writing_committee(), letterhead=Letterhead())
    assert (
        body_of(said_of(DispatchKind.DRAFT, committee=bare))[1].text.count("โปรดแจ้งฝ่ายเลขานุการ")
        == 1
    )


def test_the_composed_words_are_those_of_the_paper():
    one = letter(DispatchKind.NOTICE, uid("ra"), text="แทน", **TO_UNIT)
    words = compose_words(one, told_meeting(ASSIGNED), writing_committee())
    assert words.split("\n") == noticed(ASSIGNED)


# ---------------------------------------------------------------- slips


def labels(slip):
    return [blank.label for line in slip.lines for blank in line.blanks]


def test_a_slip_has_room_for_corrections_and_a_note():
    one = letter(DispatchKind.CIRCULATION, reply_by=datetime.date(2025, 3, 5))
    slip = compose_answer_slip(one, meeting(), writing_committee())
    assert slip.heading[0].startswith("แบบตอบการรับรองรายงานการประชุม อ.ก.ก.")
    assert labels(slip).count("จาก") == labels(slip).count("เป็น") == 4
    assert "☐ ไม่รับรอง เนื่องจาก" in labels(slip)
    assert "ภายในวันพุธที่ ๕ มีนาคม ๒๕๖๘ หากพ้นกำหนด" in slip.note[0].text


def test_the_slip_of_a_draft_asks_for_corrections_only():
    slip = compose_answer_slip(letter(DispatchKind.DRAFT), meeting(), writing_committee())
    assert slip.heading[0].startswith("แบบแจ้งขอแก้ไขร่างรายงานการประชุม")
    assert "☐ ไม่รับรอง เนื่องจาก" not in labels(slip)
    assert "ถือว่า" not in slip.note[0].text
