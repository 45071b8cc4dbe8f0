"""From the records of a meeting to the words of its minutes."""

import datetime

import pytest

from bmahr_desktop.domain.body import (
    Cell,
    Composed,
    ComposedKind,
    Numbering,
    Paragraph,
    Picture,
    Table,
    TextRun,
    plain_body,
    words_of,
)
from bmahr_desktop.domain.committee import MinutesForm
from bmahr_desktop.domain.composition import compose_minutes
from bmahr_desktop.domain.meeting import (
    AgendaItem,
    Appendix,
    Matter,
    MeetingState,
    Mode,
    NextMeeting,
    Resolution,
    Secrecy,
    Signature,
)
from bmahr_desktop.domain.minutes import PaperList, PaperParagraph, PaperPicture, PaperTable
from bmahr_desktop.i18n import use_language
from bmahr_desktop.thai.digits import DigitStyle
from tests.meetings import ADOPTION, committee, meeting, section, text, uid
from tests.records import replaced


def composed(pictures=None, draft=False, form=None, **changes):
    return compose_minutes(
        meeting(**changes), committee(**(form or {})), pictures or {}, draft=draft
    )


def said(blocks) -> list[str]:
    """The words of paragraphs with their labels, and the first line of each list row."""
    lines = []
    for block in blocks:
        if isinstance(block, PaperParagraph):
            lines.append(f"{block.label} {block.text}".strip())
        elif isinstance(block, PaperList):
            lines += [f"{row.number} {row.lines[0]}" for row in block.rows]
    return lines


def test_the_heading():
    assert composed().heading == (
        "รายงานการประชุม อ.ก.ก. วิสามัญเกี่ยวกับการทดสอบ",
        "ครั้งที่ ๑/๒๕๖๘",
        "วันที่ ๘ มกราคม ๒๕๖๘",
        "ผ่านสื่ออิเล็กทรอนิกส์ และห้องประชุม ชั้น ๕",
    )


def test_a_name_without_abbreviation_joins_the_heading():
    plain = committee().__class__(uid=uid("x"), code="X", name="คณะกรรมการทดสอบ")
    paper = compose_minutes(meeting(), plain, {})
    assert paper.heading[0] == "รายงานการประชุมคณะกรรมการทดสอบ"


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"mode": Mode.ON_SITE}, "ณ ห้องประชุม ชั้น ๕"),
        ({"mode": Mode.ONLINE}, "ผ่านสื่ออิเล็กทรอนิกส์"),
        ({"mode": Mode.HYBRID}, "ผ่านสื่ออิเล็กทรอนิกส์ และห้องประชุม ชั้น ๕"),
        ({"venue_line": "ณ ที่อื่น"}, "ณ ที่อื่น"),
    ],
)
def test_where_it_was_held(changes, line):
    assert composed(**changes).heading[3] == line


def test_a_meeting_without_a_room_says_nothing_of_it():
    assert len(composed(mode=Mode.ON_SITE, venue="").heading) == 3


def test_the_options_of_the_form():
    assert composed(form={"say_when": True}).heading[2] == "เมื่อวันที่ ๘ มกราคม ๒๕๖๘"
    arabic = composed(form={"digits": DigitStyle.ARABIC})
    assert arabic.heading[1] == "ครั้งที่ 1/2568"
    assert arabic.opening == "เริ่มประชุมเวลา 09.30 น."
    assert arabic.lists[0].rows[0].number == "1."


def test_the_three_lists():
    present, absent, guests = composed().lists
    assert present.heading == "ผู้มาประชุม"
    assert [row.number for row in present.rows] == ["๑.", "๒.", "๓.", "๔.", "๕."]
    second = present.rows[1]
    assert second.lines == (
        "นางสาวมะลิวัลย์ แก้วประดับ",
        "ผู้อำนวยการกอง",
        "สำนักงาน",
        "แทนปลัดเมือง",
    )
    assert second.at_right == ("อ.ก.ก.",)
    assert absent.heading == "ผู้ไม่มาประชุม"
    assert absent.rows[0].at_right == ("ติดราชการ",)
    assert guests.heading == "ผู้เข้าร่วมประชุม"
    assert guests.rows[0].lines == ("นางแขก มาเยือน",)
    assert guests.rows[0].at_right == ("นักทรัพยากรบุคคล", "สำนักงาน ก.ก.")


def test_a_list_without_people_is_left_out():
    paper = composed(attendance=meeting().attendance[:2])
    assert [people.heading for people in paper.lists] == ["ผู้มาประชุม"]


def test_the_hours():
    paper = composed()
    assert (paper.opening, paper.closing) == ("เริ่มประชุมเวลา ๐๙.๓๐ น.", "เลิกประชุมเวลา ๑๑.๔๐ น.")
    assert composed(end=None).closing == "เลิกประชุมเวลา ............ น."


def test_the_statement_of_a_hybrid_meeting_counts_members_only():
    blocks = composed().items[0].matters[0].sections[0].blocks
    assert said(blocks) == [
        "๑. ประธานแจ้งเรื่องแรก",
        "๑.๑ รายละเอียด",
        "๒. การประชุมครั้งนี้เป็นการประชุมผ่านสื่ออิเล็กทรอนิกส์ด้วยแอปพลิเคชัน Webex โดยเข้าร่วมการประชุม "
        "ได้ที่ห้องหมายเลข 571 878 หรือเข้าร่วมประชุม ณ ห้องประชุม ชั้น ๕ ซึ่งมี อ.ก.ก.ฯ เข้าร่วมประชุม "
        "ณ ห้องประชุม ชั้น ๕ จำนวน ๓ คน ได้แก่",
        "๑. นายสมมาตร ใจกว้าง",
        "๒. นางสาวมะลิวัลย์ แก้วประดับ",
        "๓. นางปั้นหยา ฟื้นฟู",
        "และมี อ.ก.ก.ฯ ประชุมผ่านสื่ออิเล็กทรอนิกส์ จำนวน ๑ คน ได้แก่",
        "๑. ดร.วิชัย ณ บางกอก",
        "ทั้งนี้ ได้มีการแสดงตนเพื่อเข้าร่วมประชุมผ่านสื่ออิเล็กทรอนิกส์ก่อนร่วมการประชุมเรียบร้อยแล้ว จำนวน ๑ คน",
    ]


def test_a_room_number_keeps_its_digits():
    blocks = composed().items[0].matters[0].sections[0].blocks
    statement = next(b for b in blocks if isinstance(b, PaperParagraph) and "Webex" in b.text)
    assert [run.text for run in statement.runs if run.keep_digits] == ["571 878"]


@pytest.mark.parametrize(
    ("mode", "start"),
    [
        (Mode.ON_SITE, "๒. การประชุมครั้งนี้ ซึ่งมี อ.ก.ก.ฯ เข้าร่วมประชุม ณ ห้องประชุม ชั้น ๕ จำนวน ๓ คน"),
        (Mode.ONLINE, "๒. การประชุมครั้งนี้เป็นการประชุมผ่านสื่ออิเล็กทรอนิกส์ด้วยแอปพลิเคชัน Webex "
                      "โดยเข้าร่วมการประชุม ได้ที่ห้องหมายเลข 571 878 ซึ่งมี อ.ก.ก.ฯ "
                      "ประชุมผ่านสื่ออิเล็กทรอนิกส์ จำนวน ๑ คน"),
    ],
)  # fmt: skip
def test_the_statement_of_other_meetings(mode, start):
    assert said(composed(mode=mode).items[0].matters[0].sections[0].blocks)[2].startswith(start)


def statement_said(**changes):
    return said(composed(**changes).items[0].matters[0].sections[0].blocks)[2:]


@pytest.mark.parametrize(
    ("mode", "end"),
    [
        (Mode.ON_SITE, "ซึ่งมี อ.ก.ก.ฯ เข้าร่วมประชุม ณ ห้องประชุม ชั้น ๕ จำนวน ............ คน"),
        (Mode.HYBRID, "ซึ่งมี อ.ก.ก.ฯ เข้าร่วมประชุม ณ ห้องประชุม ชั้น ๕ จำนวน ............ คน"),
        (Mode.ONLINE, "ซึ่งมี อ.ก.ก.ฯ ประชุมผ่านสื่ออิเล็กทรอนิกส์ จำนวน ............ คน"),
    ],
)
def test_before_the_roll_dots_stand_for_those_who_come(mode, end):
    nobody_called = tuple(replaced(one, mode=None) for one in meeting().attendance)
    for attendance in (nobody_called, ()):
        (only,) = statement_said(mode=mode, state=MeetingState.PREPARING, attendance=attendance)
        assert only.endswith(end)


def test_a_meeting_that_all_attended_online_counts_nobody_in_the_room():
    online = tuple(replaced(one, mode=Mode.ONLINE) for one in meeting().attendance)
    in_room, and_online, *listed = statement_said(attendance=online)
    assert in_room.endswith("ณ ห้องประชุม ชั้น ๕ จำนวน ๐ คน")
    assert and_online.endswith("จำนวน ๔ คน ได้แก่")
    assert len(listed) == 5


def test_adoption_with_corrections():
    assert said(composed().items[1].matters[0].resolutions) == [
        "ให้แก้ไขดังนี้",
        "๑. หน้า ๑๑ ข้อ ๖ จาก “เก่า” เป็น “ใหม่”",
        "๒. จาก “ผิด” เป็น “ถูก”",
        "นอกนั้นรับรองรายงานการประชุมครั้งที่ ๙/๒๕๖๗ เมื่อวันที่ ๔ ธันวาคม ๒๕๖๗",
    ]


def item_with(matter: Matter) -> tuple[AgendaItem, ...]:
    return (AgendaItem(uid=uid("i"), title="วาระ", matters=(matter,)),)


def test_adoption_without_corrections():
    plain = ADOPTION.__class__(number=9, year=2567, date=datetime.date(2024, 12, 4))
    matter = Matter(uid=uid("m"), adopts=plain,
                    resolutions=(Resolution(uid=uid("r"), composed=True),))  # fmt: skip
    assert said(composed(agenda=item_with(matter)).items[0].matters[0].resolutions) == [
        "รับรองรายงานการประชุมครั้งที่ ๙/๒๕๖๗ เมื่อวันที่ ๔ ธันวาคม ๒๕๖๗"
    ]


def test_corrections_may_stand_in_a_body():
    block = Composed(statement=ComposedKind.CORRECTIONS)
    matter = Matter(uid=uid("m"), adopts=ADOPTION, sections=(section(block),))
    blocks = composed(agenda=item_with(matter)).items[0].matters[0].sections[0].blocks
    assert said(blocks)[0] == "ให้แก้ไขดังนี้"


def test_titles_are_numbered_only_when_there_are_several():
    first, second = composed().items[2].matters
    assert first.title
    assert second.title
    assert (first.title.label, second.title.label) == ("๓.๑", "๓.๒")
    alone = composed(agenda=item_with(Matter(uid=uid("m"), title="เรื่อง เดียว")))
    title = alone.items[0].matters[0].title
    assert title
    assert title.label == ""


def test_the_sections_have_their_headings():
    matter = composed().items[2].matters[0]
    assert [part.heading for part in matter.sections] == [
        "",
        "สาระสำคัญของเรื่อง",
        "ความเห็นของสำนักงาน",
    ]


def test_several_resolutions_are_numbered_and_keep_their_lines():
    matter = composed().items[2].matters[0]
    assert matter.resolution_label == "มติ อ.ก.ก."
    assert said(matter.resolutions) == [
        "๑. เห็นชอบ",
        "๒. มอบหมายให้สำนักงาน",
        "รายงานภายใน 3 เดือน",
    ]
    last = matter.resolutions[-1]
    assert isinstance(last, PaperParagraph)
    assert last.offset == len("มอบหมายให้สำนักงาน\n")


def test_one_resolution_has_no_number_and_none_no_label():
    items = composed().items
    assert said(items[0].matters[0].resolutions) == ["รับทราบ"]
    assert items[2].matters[1].resolution_label == ""


def test_the_next_meeting():
    assert said(composed().items[3].matters[0].sections[0].blocks) == [
        "กำหนดการประชุม อ.ก.ก. ครั้งที่ ๒/๒๕๖๘ ในวันพุธที่ ๕ กุมภาพันธ์ ๒๕๖๘ เวลา ๑๓.๓๐ น. ณ ห้องเดิม"
    ]
    assert said(composed(next_meeting=None).items[3].matters[0].sections[0].blocks) == []


@pytest.mark.parametrize(
    ("mode", "venue", "end"),
    [
        (Mode.ONLINE, "", "ผ่านสื่ออิเล็กทรอนิกส์"),
        (Mode.HYBRID, "ห้องราชาวดี", "ผ่านสื่ออิเล็กทรอนิกส์ และห้องราชาวดี"),
        (Mode.ON_SITE, "", "๒๕๖๘"),
    ],
)
def test_the_next_meeting_may_be_online(mode, venue, end):
    following = NextMeeting(
        number=2, year=2568, date=datetime.date(2025, 2, 5), mode=mode, venue=venue
    )
    blocks = composed(next_meeting=following).items[3].matters[0].sections[0].blocks
    assert said(blocks)[0].endswith(end)


def test_rooms_are_names():
    assert "ห้องราชาวดี" in composed(venue="ห้องราชาวดี ชั้น ๖").names


def test_cells_number_their_paragraphs_by_themselves():
    cell = Cell(paragraphs=(text("หนึ่ง", 1), text("สอง", 1)))
    table = Table(widths=(50, 50), rows=((cell, cell), (Cell(span=2),)), header_rows=1)
    matter = Matter(uid=uid("m"), sections=(section(text("ก่อน", 1), table, text("หลัง", 1)),))
    blocks = composed(agenda=item_with(matter)).items[0].matters[0].sections[0].blocks
    assert said(blocks) == ["๑. ก่อน", "๒. หลัง"]
    made = blocks[1]
    assert isinstance(made, PaperTable)
    assert [[said(c.paragraphs) for c in row] for row in made.rows] == [
        [["๑. หนึ่ง", "๒. สอง"], ["๑. หนึ่ง", "๒. สอง"]],
        [[]],
    ]
    assert made.header_rows == 1
    key = made.rows[0][1].paragraphs[1].key
    assert key
    assert (key.block, key.cell) == (1, (0, 1, 1))


def test_typed_labels_and_pictures():
    typed = Paragraph(runs=(TextRun(text="ข้อ"),), level=1, numbering=Numbering.TYPED, label="ก)")
    picture = Picture(file="0" * 64, width_mm=80, caption="แผนภูมิ")
    matter = Matter(uid=uid("m"), sections=(section(typed, picture),))
    paper = composed({"0" * 64: b"data"}, agenda=item_with(matter))
    first, second = paper.items[0].matters[0].sections[0].blocks
    assert said([first]) == ["ก) ข้อ"]
    assert isinstance(second, PaperPicture)
    assert (second.data, second.width_mm, second.caption.text) == (b"data", 80, "แผนภูมิ")


def test_signatures_and_appendices():
    paper = composed(appendices=(Appendix(uid=uid("a"), title="แนบท้าย", body=(text("ก"),)),))
    assert paper.signatures[0].lines == (
        "ผู้อำนวยการ",
        "อ.ก.ก. และเลขานุการ",
        "ผู้จดรายงานการประชุม",
    )
    assert (paper.appendices[0].title.text, said(paper.appendices[0].blocks)) == ("แนบท้าย", ["ก"])
    bare = composed(signatures=(Signature(uid=uid("s"), name="ก"),)).signatures[0]
    assert bare.lines == ()


@pytest.mark.parametrize(
    ("secrecy", "words"),
    [
        (Secrecy.NONE, ""),
        (Secrecy.CONFIDENTIAL, "ลับ"),
        (Secrecy.SECRET, "ลับมาก"),
        (Secrecy.TOP_SECRET, "ลับที่สุด"),
    ],
)
def test_secrecy(secrecy, words):
    assert composed(secrecy=secrecy).secrecy == words


def test_papers_are_thai_whatever_the_window_speaks():
    use_language("en")
    try:
        assert composed().opening.startswith("เริ่มประชุมเวลา")
    finally:
        use_language("th")


def test_the_paper_knows_the_names_in_it():
    assert "ดร.วิชัย ณ บางกอก" in composed().names
    assert composed(draft=True).draft
    assert isinstance(composed().form, MinutesForm)


def test_words_of_a_body():
    table = Table(widths=(1, 1), rows=((Cell(paragraphs=(text("ก"), text("ข"))), Cell()),))
    body = (*plain_body("หนึ่ง\n\nสอง"), table, Picture(file="0" * 64, caption="ภาพ"),
            Composed(statement=ComposedKind.ATTENDANCE))  # fmt: skip
    assert words_of(body) == "หนึ่ง\n\nสอง\nก\nข\nภาพ"
