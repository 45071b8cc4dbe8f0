"""Lines end between words, and at the best places together."""

import re
from itertools import pairwise

import pytest

from bmahr_desktop.documents.typesetting.breaks import LineBreaker
from bmahr_desktop.documents.typesetting.lines import Column, choose_lines
from bmahr_desktop.documents.typesetting.paragraph import Align, Paragraph, ParagraphStyle
from bmahr_desktop.documents.typesetting.text import Run, Source, Typesetter
from bmahr_desktop.thai.clusters import FOLLOWERS, LEADING_VOWELS
from bmahr_desktop.thai.segment import Segmenter

SENTENCES = """
ที่ประชุมมีมติเห็นชอบแผนปฏิบัติราชการประจำปี และมอบหมายให้สำนักงาน ก.ก. รายงานความก้าวหน้าต่าง ๆ ให้ที่ประชุมทราบ
การดำเนินการดังกล่าวสอดคล้องกับยุทธศาสตร์การบริหารทรัพยากรบุคคลของกรุงเทพมหานคร (พ.ศ. ๒๕๖๑ - ๒๕๖๕) ฯลฯ
จาก “การลงเวลาปฏิบัติราชการผ่านสื่ออิเล็กทรอนิกส์ของหน่วยงานภาครัฐ” เป็น “การลงเวลาของส่วนราชการ”
รองศาสตราจารย์ ดร.สมมาตร ณ บางกอก นางสาวมะลิวัลย์ ใจกว้าง และนายพงษ์ศักดิ์ แก้วประดับ เข้าร่วมประชุม
"""
WHOLE = re.findall(
    r"\S+",
    """กรุงเทพมหานคร ข้าราชการ ปฏิบัติราชการ สำนักงาน ทรัพยากร อิเล็กทรอนิกส์ ดำเนินการ
    ความก้าวหน้า ยุทธศาสตร์ สอดคล้อง หน่วยงาน ส่วนราชการ มอบหมาย เห็นชอบ แก้วประดับ มะลิวัลย์
    ใจกว้าง บางกอก รองศาสตราจารย์""",
)
NEVER_FIRST = "ๆฯ)”,.:;!?%"


@pytest.fixture(params=range(90, 460, 10))
def width(request):
    return float(request.param)


def lines_of(block, width):
    text = block.text
    return [
        text.string[text.offsets[line.start] : text.offsets[line.stop]]
        for line in block.lines(width)
    ]


@pytest.mark.parametrize("sentence", SENTENCES.strip().splitlines())
def test_no_line_ends_inside_a_word(paragraph, sentence, width):
    lines = lines_of(paragraph(sentence), width)
    assert "".join(lines) == sentence
    at = 0
    for line in lines[:-1]:
        at += len(line)
        for word in WHOLE:
            for start in range(max(0, at - len(word) + 1), at):
                inside = sentence.startswith(word, start) and start < at < start + len(word)
                assert not inside, f"{line!r} ends inside {word}"


@pytest.mark.parametrize("sentence", SENTENCES.strip().splitlines())
def test_what_never_begins_a_line(paragraph, sentence, width):
    for line in lines_of(paragraph(sentence), width)[1:]:
        assert line[0] not in NEVER_FIRST
        assert not line.startswith(" ")


@pytest.mark.parametrize("sentence", SENTENCES.strip().splitlines())
def test_what_never_ends_a_line(paragraph, sentence, width):
    for line in lines_of(paragraph(sentence), width)[:-1]:
        assert line.rstrip()[-1] not in "([{“‘-–"


@pytest.mark.parametrize("sentence", SENTENCES.strip().splitlines())
def test_no_line_is_wider_than_its_width(paragraph, sentence, width):
    block = paragraph(sentence)
    for line in block.lines(width):
        assert line.width <= width + 0.02


@pytest.fixture(scope="module")
def places():
    breaker = LineBreaker(Segmenter(["สมมาตร ณ บางกอก"]))

    def show(text: str) -> str:
        shown, at = "", 0
        for offset, penalty in breaker.places(text).items():
            shown += text[at:offset] + ("|" if penalty < 100 else "¦")
            at = offset
        return shown + text[at:]

    return show


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ต่าง ๆ ฯลฯ", "ต่าง ๆ ฯลฯ"),
        ("สำนักงาน ก.ก. เสนอ", "สำนักงาน ¦ก.ก. |เสนอ"),
        ("ครั้งที่ ๑/๒๕๖๔ เมื่อ", "ครั้ง¦ที่ ¦๑/๒๕๖๔ |เมื่อ"),
        ("๖ มกราคม ๒๕๖๔", "๖ ¦มกราคม ¦๒๕๖๔"),
        ("เวลา ๐๙.๓๐ น.", "เวลา ¦๐๙.๓๐ น."),
        ("(พ.ศ. ๒๕๖๑ - ๒๕๖๕)", "(พ.ศ. ¦๒๕๖๑ ¦- ๒๕๖๕)"),
        ("นางสาวชุติมา แก้วประยูร", "นางสาวชุติมา ¦แก้วประยูร"),
        ("e-Service และ Co-Working", "e-Service |และ ¦Co-Working"),
        ("โครงการ/กิจกรรม", "โครงการ/|กิจกรรม"),
        ("โควิด - 19", "โควิด ¦- 19"),
        ("จำนวน ๙ คน", "จำนวน ¦๙ |คน"),
        ("ก\u00a0ข ก\u200bข", "ก\u00a0ข |ก\u200b|ข"),
    ],
)
def test_where_a_line_may_end(places, text, shown):
    assert places(text) == shown


def test_a_name_that_the_caller_knows_is_not_broken(places):
    assert "สม|มาตร" not in places("แจ้งให้สมมาตรทราบ")


def test_a_title_stays_with_its_name(places):
    for text in ("นางอรัญญา", "นายสมชาย", "ดร.วิชัย", "ผู้ช่วยศาสตราจารย์สุดา"):
        assert "|" not in places(text), text


def test_typed_line_ends_are_kept(paragraph):
    block = paragraph("หนึ่ง\nสอง\n\nสี่")
    shown = [
        "".join(cluster.text for cluster in block.text.clusters[line.start : line.visible])
        for line in block.lines(400)
    ]
    assert shown == ["หนึ่ง", "สอง", "", "สี่"]


def test_the_chain_of_lines_is_the_cheapest():
    words = [0.0, 30.0, 60.0, 90.0, 120.0]
    assert choose_lines(words, words, [0] * 5, Column(100, 100)) == [3, 4]
    assert choose_lines(words, words, [0, 0, 0, 3000, 0], Column(100, 100)) == [2, 4]


def test_spread_lines_end_at_the_right_edge(set_blocks, paragraph, family, sheet_of):
    style = ParagraphStyle(family, align=Align.SPREAD)
    text = SENTENCES.replace("\n", " ").strip()
    block = paragraph(Run(text, source=Source("key")), style=style)
    paper = set_blocks([block], sheet_of(400, 700))
    pieces = paper.text_map.pieces
    last = {piece.line: piece for piece in pieces}
    rights = [piece.right for piece in last.values()][:-1]
    spaces = 0.3 * 16  # a line's last space stands outside
    assert len(rights) > 3
    assert all(450 - 0.5 <= right <= 450 + spaces + 8 for right in rights)


OFFICE = "สำนักเทคโนโลยีและข้อมูลเมือง"


@pytest.mark.parametrize("width", range(20, 180, 8))
def test_an_office_is_parted_between_words_and_a_narrow_column_at_syllables(family, width):
    typesetter = Typesetter(Segmenter(offices=[OFFICE]))
    block = Paragraph(typesetter, (Run(OFFICE),), ParagraphStyle(family))
    lines = lines_of(block, float(width))
    assert "".join(lines) == OFFICE
    for before, after in pairwise(lines):
        assert before[-1] not in LEADING_VOWELS
        assert after[0] not in FOLLOWERS
    if width > 70:
        assert set("|".join(lines).split("|")) <= {
            OFFICE, "สำนักเทคโนโลยี", "สำนัก", "เทคโนโลยี", "และ", "และข้อมูล", "และข้อมูลเมือง",
            "ข้อมูล", "ข้อมูลเมือง", "เมือง", "เทคโนโลยีและข้อมูล", "เทคโนโลยีและข้อมูลเมือง",
            "สำนักเทคโนโลยีและข้อมูล", "สำนักเทคโนโลยีและ",
        }  # fmt: skip


def test_an_office_is_parted_less_often_than_other_words(family):
    text = f"ที่ประชุมมอบหมายให้{OFFICE}รายงานความก้าวหน้าให้ที่ประชุมทราบทุกเดือน " * 6
    style = ParagraphStyle(family, align=Align.SPREAD)

    def whole(segmenter):
        block = Paragraph(Typesetter(segmenter), (Run(text.strip()),), style)
        return [
            sum(OFFICE in line for line in lines_of(block, float(width)))
            for width in range(330, 460, 10)
        ]

    known, unknown = whole(Segmenter(offices=[OFFICE])), whole(Segmenter())
    assert sum(known) >= 0.85 * 6 * len(known)
    assert sum(known) > sum(unknown)


def test_a_range_of_numbers_stays_together_in_a_narrow_column(paragraph):
    for width in range(80, 300, 10):
        for line in lines_of(paragraph("ของสายงานหลัก ๖ สายงาน (พ.ศ. ๒๕๖๖ - ๒๕๖๙)"), float(width)):
            assert not line.startswith("-")


def test_letters_that_nothing_may_end_before_still_fit(paragraph):
    block = paragraph("า" * 300)
    assert all(line.width <= 100.02 for line in block.lines(100.0))


def test_a_ragged_edge_prefers_clean_ends(family):
    """Filling the first line would part "ระยะ" from "ที่ ๒"."""
    typesetter = Typesetter(Segmenter())
    text = "(Micro-Learning) ระยะที่ ๒"
    block = Paragraph(typesetter, (Run(text),), ParagraphStyle(family))
    for width in range(90, 160, 5):
        assert not [line for line in lines_of(block, float(width)) if line.startswith("ที่")]
