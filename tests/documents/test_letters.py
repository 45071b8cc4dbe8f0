"""Letters on paper: every measure of the regulation at its place."""

import datetime
from io import BytesIO
from typing import Any

import pytest
from pikepdf import pdfa
from PIL import Image
from pypdf import PdfReader

from bmahr_desktop.documents.letters import set_letter
from bmahr_desktop.documents.reply_slip import set_reply_slip
from bmahr_desktop.documents.typesetting.picture import BadPictureError
from bmahr_desktop.documents.typesetting.text import RED
from bmahr_desktop.domain.invitation import compose_invitation, compose_reply_slip
from bmahr_desktop.domain.letters import Letterhead, Urgency
from bmahr_desktop.domain.meeting import Secrecy
from bmahr_desktop.domain.minutes import TextKey
from tests.documents.drawing import CM, drawn_of, line_of
from tests.invitations import EXTERNAL, HEAD, MEMO, invited, writing_committee
from tests.meetings import uid
from tests.reading import Readers, squeezed
from tests.records import replaced

HIGH = 29.7
LONG = "เอกสารประกอบการพิจารณาซึ่งมีรายละเอียดและตารางเปรียบเทียบข้อมูลของหน่วยงานต่าง ๆ ในสังกัดทั้งหมด"


def paper_of(invitation=MEMO, form=None, head=HEAD, **changes):
    owner = replaced(writing_committee(**(form or {})), letterhead=head)
    return compose_invitation(invited(invitation, **changes), owner)


def drawn(invitation=MEMO, crest=None, **changes):
    return drawn_of(lambda: set_letter(paper_of(invitation, **changes), crest))


def from_top(line) -> float:
    """How far below the page's upper edge the base line lies, in centimetres."""
    return HIGH - line.base / CM


def official(line) -> float:
    """The official size of a line, which the bundled font's own scale made smaller."""
    return line.size / 0.669


def picture(colour="black") -> bytes:
    out = BytesIO()
    Image.new("RGB", (300, 330), colour).save(out, "PNG")
    return out.getvalue()


# ---------------------------------------------------------------- บันทึกข้อความ


def test_a_memo_has_the_sizes_of_the_regulation():
    lines, _ = drawn()
    assert official(line_of(lines, "บันทึกข้อความ")) == pytest.approx(29)
    for label in ("ส่วนราชการ", "ที่", "วันที่", "เรื่อง"):
        assert official(line_of(lines, label)) == pytest.approx(20), label
    for value in ("กองระบบงาน", "กท ๐๓๐๑/๑๒", "๓ มกราคม ๒๕๖๘", "ขอเชิญประชุม", "เรียน"):
        assert official(line_of(lines, value)) == pytest.approx(16), value


def test_the_title_of_a_memo_is_centred_beside_the_room_of_the_garuda():
    lines, _ = drawn()
    title = line_of(lines, "บันทึกข้อความ")
    assert (title.left + title.right) / 2 / CM == pytest.approx(11, abs=0.02)
    assert 1.5 < from_top(title) < 1.5 + 1.5
    assert from_top(line_of(lines, "ส่วนราชการ")) > 1.5 + 1.5


def test_four_dotted_lines_carry_the_head_of_a_memo():
    lines, dots = drawn()
    office, number, date, subject = dots
    for label, dotted in (("ส่วนราชการ", office), ("ที่", number), ("วันที่", date), ("เรื่อง", subject)):
        assert line_of(lines, label).base == dotted.base, label
    assert number.base == date.base
    assert number.right < date.left
    for one in (office, date, subject):
        assert one.right / CM == pytest.approx(19)
    assert line_of(lines, "ขอเชิญประชุม").base == subject.base


def test_a_memo_without_anything_written_still_has_its_dots():
    _, dots = drawn(None, head=Letterhead())
    assert len(dots) == 4


def test_first_lines_begin_two_and_a_half_centimetres_in():
    for invitation in (MEMO, EXTERNAL):
        lines, _ = drawn(invitation)
        assert line_of(lines, "ด้วยกำหนด").left / CM == pytest.approx(3 + 2.5, abs=0.02)
        assert line_of(lines, "จึงเรียนมา").left / CM == pytest.approx(3 + 2.5, abs=0.02)


def test_a_signature_is_centred_on_the_right_half_with_room_to_sign():
    for invitation in (MEMO, EXTERNAL):
        lines, _ = drawn(invitation)
        name = line_of(lines, "(นางปั้นหยา")
        for line in (name, line_of(lines, "ผู้อำนวยการกอง"), line_of(lines, "อ.ก.ก. และเลขานุการ")):
            assert (line.left + line.right) / 2 / CM == pytest.approx(15, abs=0.02)
        above = min(one.base for one in lines[: lines.index(name)] if one.base > name.base)
        assert (above - name.base) / CM > 2


# ---------------------------------------------------------------- หนังสือภายนอก


def test_number_and_address_stand_on_the_foot_of_the_garuda():
    lines, _ = drawn(EXTERNAL)
    number, owner = line_of(lines, "ที่"), line_of(lines, "สำนักงาน ก.ก.")
    assert from_top(number) == pytest.approx(1.5 + 3, abs=0.02)
    assert owner.base == number.base
    assert number.left / CM == pytest.approx(3, abs=0.02)
    address = [line_of(lines, words) for words in HEAD.address]
    assert len({one.left for one in address}) == 1
    assert max(one.right for one in address) / CM == pytest.approx(19, abs=0.02)


def test_the_date_begins_in_the_middle():
    lines, _ = drawn(EXTERNAL)
    assert line_of(lines, "๓ มกราคม ๒๕๖๘").left / CM == pytest.approx(11, abs=0.02)


def test_the_parts_of_an_external_letter_follow_each_other():
    references = replaced(EXTERNAL, references=("หนังสือที่ ๑",))
    lines, _ = drawn(references)
    order = ("ที่", "๓ มกราคม", "เรื่อง", "เรียน", "อ้างถึง", "สิ่งที่ส่งมาด้วย", "ด้วยกำหนด", "จึงเรียน",
             "ขอแสดงความนับถือ", "(นางปั้นหยา")  # fmt: skip
    heights = [line_of(lines, words).base for words in order]
    assert heights == sorted(heights, reverse=True)
    closing = line_of(lines, "ขอแสดงความนับถือ")
    assert (closing.left + closing.right) / 2 / CM == pytest.approx(15, abs=0.02)


def test_the_contact_stands_at_the_left_foot_of_the_first_page():
    many = replaced(EXTERNAL, enclosures=tuple(LONG for _ in range(30)))
    for invitation in (EXTERNAL, many):
        lines, _ = drawn(invitation)
        last = line_of(lines, HEAD.contact[-1])
        assert last.page == 1
        assert last.left / CM == pytest.approx(3, abs=0.02)
        assert 2 < last.base / CM < 2.5
        assert last.base == min(one.base for one in lines if one.page == 1)


def test_the_usual_letter_fits_one_page():
    asked = replaced(EXTERNAL, reply_by=datetime.date(2025, 1, 6), reply_to="ฝ่ายเลขานุการ")
    assert set_letter(paper_of(asked)).pages == 1
    assert set_letter(paper_of(MEMO)).pages == 1


# ---------------------------------------------------------------- urgency, secrecy, Garuda


@pytest.mark.parametrize("invitation", [MEMO, EXTERNAL])
def test_urgency_is_red_and_at_least_thirty_two_points(invitation):
    lines, _ = drawn(replaced(invitation, urgency=Urgency.VERY_URGENT))
    urgency = line_of(lines, "ด่วนมาก")
    assert urgency.color == RED
    assert official(urgency) >= 31.99
    below = "ที่" if invitation is EXTERNAL else "ส่วนราชการ"
    assert urgency.base > line_of(lines, below).base
    assert urgency.left / CM == pytest.approx(3, abs=0.02)
    assert not any(one.color == RED for one in drawn(invitation)[0])


def test_secrecy_stands_at_head_and_foot_of_every_page(tmp_path):
    many = replaced(EXTERNAL, enclosures=tuple(LONG for _ in range(30)))
    paper = set_letter(paper_of(many, secrecy=Secrecy.TOP_SECRET))
    assert paper.pages > 1
    for page in Readers(tmp_path).pages(paper.pdf):
        assert squeezed(page).count("ลับที่สุด") == 2


def test_the_garuda_is_drawn_only_from_the_offices_own_picture():
    for invitation, high in ((MEMO, 1.5), (EXTERNAL, 3.0)):
        bare = set_letter(paper_of(invitation)).pdf
        assert not PdfReader(BytesIO(bare)).pages[0].images
        pdf = set_letter(paper_of(invitation), picture()).pdf
        (shown,) = PdfReader(BytesIO(pdf)).pages[0].images
        assert shown.image is not None
        assert shown.image.height / shown.image.width == pytest.approx(1.1, abs=0.01)
        matrix = placed_image(pdf)
        assert matrix[3] / CM == pytest.approx(min(high, 2.8 * 330 / 300), abs=0.02)
        assert HIGH - (matrix[5] + matrix[3]) / CM == pytest.approx(1.5, abs=0.02)


def placed_image(pdf: bytes) -> list[float]:
    """The matrix of the first picture of the first page."""
    stream = PdfReader(BytesIO(pdf)).pages[0].get_contents()
    assert stream is not None
    content = stream.get_data().decode("latin-1")
    line = next(one for one in content.splitlines() if one.endswith(" Do Q"))
    return [float(number) for number in line.split()[1:7]]


def test_a_crest_that_is_no_picture_is_told():
    with pytest.raises(BadPictureError):
        set_letter(paper_of(), b"no picture")


# ---------------------------------------------------------------- much text


@pytest.mark.parametrize("invitation", [MEMO, EXTERNAL])
def test_whatever_is_long_wraps_inside_the_margins(invitation):
    head = Letterhead(
        office=LONG * 2, phone=LONG, address=(LONG, LONG), number_prefix="กท", contact=(LONG,),
        signer_name=LONG, signer_lines=(LONG,),
    )  # fmt: skip
    long = replaced(
        invitation, number=LONG, to=LONG * 2, enclosures=tuple(LONG * 2 for _ in range(30)),
        references=(LONG, LONG), body="\n".join([LONG * 5] * 12),
    )  # fmt: skip
    lines, dots = drawn(long, head=head)
    assert min(one.left for one in lines) / CM >= 2.99
    assert max(one.right for one in lines) / CM <= 19.01
    assert min(one.base for one in lines) / CM >= 2
    assert max(one.page for one in lines) >= 3
    assert all(one.right / CM <= 19.01 for one in dots)


def test_every_word_is_drawn_once(tmp_path):
    paper = paper_of(replaced(EXTERNAL, enclosures=("แผน", "ตาราง"), references=("หนังสือ",)))
    text = squeezed(Readers(tmp_path).pdfium(set_letter(paper).pdf))
    parts = [paper.number, paper.date, paper.subject, paper.to, *paper.references,
             *paper.enclosures, *paper.contact, *paper.body]  # fmt: skip
    for part in parts:
        assert squeezed(f"{part.label}{part.text}") in text
    assert text.count("ขอแสดงความนับถือ") == 1


def test_the_closing_never_stands_on_a_page_alone():
    for lines in range(18, 30):
        body = "\n".join(["บรรทัด"] * lines + [LONG * 3])
        found, _ = drawn(replaced(EXTERNAL, body=body))
        closing = line_of(found, "ขอแสดงความนับถือ")
        with_it = [one for one in found if one.page == closing.page and one.base > closing.base]
        assert len(with_it) >= 2, lines


# ---------------------------------------------------------------- the file


def test_the_same_record_gives_the_same_bytes():
    assert set_letter(paper_of(EXTERNAL)).pdf == set_letter(paper_of(EXTERNAL)).pdf


def test_letters_are_archive_quality_and_tagged(tmp_path):
    for invitation in (MEMO, EXTERNAL):
        path = tmp_path / "letter.pdf"
        path.write_bytes(set_letter(paper_of(invitation), picture()).pdf)
        report = pdfa.validate_written(path, "2b")
        assert (report.verdict, list(report.findings)) == ("pass", [])
        root: Any = PdfReader(path).trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"]
        assert root["/Lang"].startswith("th")


def test_a_text_on_paper_leads_back_to_its_field():
    written = replaced(EXTERNAL, to="ประธาน", body="แรก\nสอง")
    found = set_letter(paper_of(written)).text_map
    key = TextKey(uid("meeting"), "invitation.body")
    first, second = found.find(key, 0), found.find(key, 4)
    assert first is not None
    assert second is not None
    assert (first.start, second.start) == (0, 4)
    assert first.top > second.top
    assert found.find(TextKey(uid("meeting"), "invitation.to"))


# ---------------------------------------------------------------- the reply slip


def test_the_slip_has_room_to_write_on_every_line():
    asked = replaced(MEMO, reply_by=datetime.date(2025, 1, 6), reply_to="ฝ่ายเลขานุการ")
    slip = compose_reply_slip(invited(asked), writing_committee())
    lines, dots = drawn_of(lambda: set_reply_slip(slip))
    assert line_of(lines, "แบบตอบรับ").base == max(one.base for one in lines)
    name = line_of(lines, "ชื่อ - สกุล")
    assert next(one for one in dots if one.base == name.base).right / CM == pytest.approx(19)
    phone = [one for one in dots if one.base == line_of(lines, "โทรศัพท์").base]
    assert len(phone) == 2
    instead = line_of(lines, "เข้าร่วมประชุมแทน")
    assert instead.right / CM == pytest.approx(19, abs=0.02)
    signed = line_of(lines, "ลงชื่อ")
    assert signed.left / CM == pytest.approx(11, abs=0.02)
    assert set_reply_slip(slip).pages == 1
