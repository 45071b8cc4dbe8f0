"""The letter that calls a meeting: what it says by itself, and what whoever writes it overrides."""

import datetime

import pytest

from bmahr_desktop.domain.committee import Rules, Share
from bmahr_desktop.domain.invitation import (
    compose_invitation,
    compose_reply_slip,
    compose_words,
    notice_warning,
)
from bmahr_desktop.domain.invitation_words import share_words
from bmahr_desktop.domain.letters import Invitation, LetterKind, Urgency
from bmahr_desktop.domain.meeting import Mode, Secrecy
from bmahr_desktop.domain.minutes import TextKey
from bmahr_desktop.domain.online import Online
from bmahr_desktop.i18n import worded
from bmahr_desktop.thai.digits import DigitStyle
from tests.invitations import EXTERNAL, HEAD, MEMO, PAYS, invited, writing_committee
from tests.meetings import uid
from tests.records import in_english, replaced


def letter(invitation=MEMO, form=None, **changes):
    return compose_invitation(invited(invitation, **changes), writing_committee(**(form or {})))


def text_of(paper) -> str:
    return "\n".join(block.text for block in paper.body)


# ---------------------------------------------------------------- what it says by itself


def test_everything_is_made_from_the_records():
    paper = letter(None)
    assert paper.kind is LetterKind.MEMO
    assert paper.office.text == "กองระบบงาน สำนักงาน ก.ก. โทร. ๐ ๒๒๒๔ ๐๐๐๐"
    assert (paper.number.text, paper.date.text) == ("กท ๐๓๐๑/", "")
    assert paper.subject.text == "ขอเชิญประชุม อ.ก.ก. วิสามัญเกี่ยวกับการทดสอบ ครั้งที่ ๑/๒๕๖๘"
    assert paper.to.text == "อ.ก.ก. ทุกท่าน"
    assert paper.signature.name == HEAD.signer_name
    assert paper.closing == ""
    assert paper.contact == paper.address == paper.enclosures == ()


def test_the_day_of_the_week_is_that_of_the_date():
    assert "วันพุธที่ ๘ มกราคม ๒๕๖๘ เวลา ๐๙.๓๐ น." in text_of(letter())
    moved = letter(date=datetime.date(2025, 1, 9))
    assert "วันพฤหัสบดีที่ ๙ มกราคม ๒๕๖๘" in text_of(moved)


@pytest.mark.parametrize(
    ("mode", "there", "missing"),
    [
        (Mode.ON_SITE, ["ณ ห้องประชุม ชั้น ๕"], ["ผ่านสื่ออิเล็กทรอนิกส์", "Webex", "แสดงตน"]),
        (Mode.ONLINE, ["Webex", "571 878", "แสดงตน"], ["ห้องประชุม ชั้น ๕"]),
        (Mode.HYBRID, ["ณ ห้องประชุม ชั้น ๕", "และผ่านสื่ออิเล็กทรอนิกส์", "Webex"], []),
    ],
)
def test_the_place_follows_the_mode(mode, there, missing):
    said = text_of(letter(mode=mode))
    assert all(words in said for words in there)
    assert not any(words in said for words in missing)


def test_numbers_of_rooms_and_addresses_stay_as_typed():
    online = Online(platform="Webex", room="571 878", link="https://example.org/j/571?p=1")
    first = letter(online=online).body[0]
    kept = [run.text.strip() for run in first.runs if run.keep_digits]
    assert kept == ["Webex", "571 878", "https://example.org/j/571?p=1"]


def test_a_secret_meeting_is_not_recorded():
    assert "บันทึกเสียง" in text_of(letter())
    assert "บันทึกเสียง" not in text_of(letter(secrecy=Secrecy.SECRET))


def test_a_meeting_called_again_says_that_the_smaller_quorum_is_enough():
    assert "องค์ประชุม" not in text_of(letter())
    assert "ไม่น้อยกว่าหนึ่งในสามของจำนวนกรรมการทั้งหมด" in text_of(letter(short_quorum=True))
    assert share_words(Share(2, 4)) == "กึ่งหนึ่ง"
    assert share_words(Share(2, 3)) == "สองในสาม"


def test_an_external_letter_has_address_closing_contact_and_enclosures():
    paper = letter(replaced(EXTERNAL, reply_by=datetime.date(2025, 1, 6)))
    assert [one.text for one in paper.address] == list(HEAD.address)
    assert [one.text for one in paper.contact] == list(HEAD.contact)
    assert paper.closing == "ขอแสดงความนับถือ"
    assert [(one.label, one.text) for one in paper.enclosures] == [
        ("๑.", "ระเบียบวาระการประชุม ครั้งที่ ๑/๒๕๖๘ จำนวน ๑ ชุด"),
        ("๒.", "แบบตอบรับการประชุม จำนวน ๑ แผ่น"),
    ]
    alone = letter(EXTERNAL).enclosures
    assert [one.label for one in alone] == [""]


def test_other_enclosures_stand_in_place_of_the_agenda_which_is_then_listed():
    paper = letter(replaced(EXTERNAL, enclosures=("แผนงาน",)))
    assert [one.text for one in paper.enclosures] == ["แผนงาน"]
    assert "ระเบียบวาระที่ ๓ เรื่องเพื่อพิจารณา" in text_of(paper)
    named = letter(replaced(EXTERNAL, enclosures=("ระเบียบวาระการประชุม",)))
    assert "ระเบียบวาระที่ ๓" not in text_of(named)


def test_answers_are_asked_for_only_by_a_day():
    asked = replaced(MEMO, reply_by=datetime.date(2025, 1, 6), reply_to="ฝ่ายเลขานุการ")
    assert text_of(letter(asked)).endswith("ภายในวันจันทร์ที่ ๖ มกราคม ๒๕๖๘ ไปยัง ฝ่ายเลขานุการ")
    assert "ตอบรับ" not in text_of(letter())


def test_digits_follow_the_form():
    paper = letter(None, form={"digits": DigitStyle.ARABIC})
    assert "วันพุธที่ 8 มกราคม 2568" in text_of(paper)


# ---------------------------------------------------------------- what is written wins


def test_every_field_overrides_what_is_made():
    written = Invitation(
        kind=LetterKind.EXTERNAL, number="ที่ ๙", date=datetime.date(2025, 1, 2), to="ประธาน",
        urgency=Urgency.MOST_URGENT, references=("หนังสือหนึ่ง", "หนังสือสอง"), enclosures=("แผน",),
        body="ย่อหน้าแรก\nย่อหน้าสอง", signer_name="นายอื่น", signer_lines=("รองผู้อำนวยการ",),
    )  # fmt: skip
    paper = letter(written)
    assert paper.number.text == "ที่ ๙"
    assert paper.date.text == "๒ มกราคม ๒๕๖๘"
    assert paper.to.text == "ประธาน"
    assert paper.urgency == "ด่วนที่สุด"
    assert [(one.label, one.text) for one in paper.references] == [
        ("๑.", "หนังสือหนึ่ง"), ("๒.", "หนังสือสอง"),
    ]  # fmt: skip
    assert [block.text for block in paper.body] == ["ย่อหน้าแรก", "ย่อหน้าสอง"]
    assert paper.signature.name == "นายอื่น"
    assert paper.signature.lines == ("รองผู้อำนวยการ",)


def test_a_text_on_paper_leads_back_to_its_field():
    paper = letter(replaced(MEMO, body="หนึ่ง\nสอง", to="ประธาน"))
    assert paper.to.key == TextKey(uid("meeting"), "invitation.to")
    assert [(one.key.part, one.offset) for one in paper.body] == [
        ("invitation.body", 0), ("invitation.body", 6),
    ]  # fmt: skip


def test_the_prepared_words_ignore_what_was_written():
    words = compose_words(invited(replaced(MEMO, body="อื่น")), writing_committee())
    assert words.startswith("ด้วยกำหนดให้มีการประชุม อ.ก.ก.")
    assert "อื่น" not in words


def test_a_committee_with_nothing_set_still_has_a_letter():
    bare = replaced(writing_committee(), letterhead=type(HEAD)(), short_name="")
    paper = compose_invitation(invited(None, venue="", start=None, online=Online()), bare)
    assert paper.office.text == paper.number.text == paper.signature.name == ""
    assert paper.to.text == "อ.ก.ก.ฯ ทุกท่าน"


# ---------------------------------------------------------------- the reply slip


def test_the_slip_offers_the_ways_to_take_part():
    def labels(mode):
        slip = compose_reply_slip(invited(mode=mode), writing_committee())
        return [blank.label for line in slip.lines for blank in line.blanks]

    hybrid = labels(Mode.HYBRID)
    assert "☐ เข้าร่วมประชุมได้ ณ ห้องประชุม" in hybrid
    assert "☐ เข้าร่วมประชุมได้ ผ่านสื่ออิเล็กทรอนิกส์" in hybrid
    assert "☐ เข้าร่วมประชุมได้" in labels(Mode.ON_SITE)


def test_the_slip_says_by_when_and_where_to():
    asked = replaced(MEMO, reply_by=datetime.date(2025, 1, 6), reply_to="ฝ่ายเลขานุการ")
    slip = compose_reply_slip(invited(asked), writing_committee())
    assert [one.text for one in slip.note] == [
        "โปรดส่งแบบตอบรับนี้ภายในวันจันทร์ที่ ๖ มกราคม ๒๕๖๘ ไปยัง ฝ่ายเลขานุการ"
    ]
    assert compose_reply_slip(invited(), writing_committee()).note == ()


# ---------------------------------------------------------------- days of notice


def warned(days: int, notice: int = 3, **changes):
    sent = replaced(MEMO, date=datetime.date(2025, 1, 8) - datetime.timedelta(days), **changes)
    rules = Rules(notice_days=notice)
    return notice_warning(invited(sent), replaced(writing_committee(), rules=rules))


@pytest.mark.parametrize(("days", "warns"), [(0, True), (2, True), (3, False), (30, False)])
def test_too_few_days_of_notice_are_told(days, warns):
    assert (warned(days) is not None) is warns


def test_the_warning_says_how_many_days():
    with in_english():
        assert "2 days before" in worded(warned(2))
        assert "at least 3" in worded(warned(2))


def test_no_notice_is_due_for_what_is_urgent_or_was_announced():
    assert warned(1, announced=True) is None
    assert warned(1, urgency=Urgency.URGENT) is None
    assert warned(0, notice=0) is None


def test_a_letter_dated_after_the_meeting_is_told_even_if_urgent():
    with in_english():
        assert "after the meeting" in worded(warned(-1, urgency=Urgency.URGENT))


def test_without_a_date_there_is_nothing_to_warn_of():
    committee = writing_committee()
    assert notice_warning(invited(None), committee) is None
    assert notice_warning(invited(replaced(MEMO, date=None)), committee) is None
    assert PAYS.notice_days == 3
