"""The minutes as a Word file: headings, levels, tables, people, pictures."""

import re
from io import BytesIO
from itertools import pairwise

import pytest
from docx.oxml.ns import qn
from docx.shared import Cm, Mm
from PIL import Image

from bmahr_desktop.domain.body import (
    Cell,
    CellAlign,
    Composed,
    ComposedKind,
    Numbering,
    Paragraph,
    Picture,
    Table,
    TextRun,
)
from bmahr_desktop.domain.committee import AgendaLayout, Justification
from bmahr_desktop.domain.meeting import AgendaItem, Appendix, Matter, Mode, SectionKind
from tests.documents.word.making import cm, indents, is_set, word_of
from tests.documents.word.reading import text_of, val, w
from tests.meetings import PEOPLE, section, text, uid
from tests.records import replaced, sha

STEP, COLUMN = 0.75, 2.5
LONG = "ที่ประชุมพิจารณาแล้วเห็นว่าเรื่องนี้สอดคล้องกับแนวทางที่กำหนดไว้ " * 5

# ---------------------------------------------------------------- structure


def test_items_and_matters_are_headings():
    found = [
        (one.style.name, one.text)
        for one in word_of().document.paragraphs
        if one.style.name.startswith("Heading")
    ]
    assert found[:6] == [
        ("Heading 1", "ผู้มาประชุม"), ("Heading 1", "ผู้ไม่มาประชุม"),
        ("Heading 1", "ผู้เข้าร่วมประชุม"),
        ("Heading 1", "ระเบียบวาระที่ ๑\tเรื่องที่ประธานแจ้งให้ที่ประชุมทราบ"),
        ("Heading 3", "มติ อ.ก.ก."), ("Heading 1", "ระเบียบวาระที่ ๒\tเรื่องรับรองรายงานการประชุม"),
    ]  # fmt: skip
    styles = word_of().document.styles.element
    for level in (1, 2, 3):
        style = styles.find(f"{w('style')}[@{w('styleId')}='Heading{level}']")
        assert val(style, "pPr/outlineLvl") == str(level - 1)
    assert ("Heading 2", "๓.๑\u00a0เรื่อง แผนหนึ่ง") in found
    assert ("Heading 3", "สาระสำคัญของเรื่อง") in found


def test_the_column_form_hangs_items_and_indents_all_text():
    file = word_of(text("เปิด"), text("หนึ่ง", 1), text("สอง", 2), text("สาม", 3), text("สี่", 4))
    item = file.paragraph("ระเบียบวาระ").find(f"{w('pPr')}/{w('ind')}")
    assert item.get(w("left")) == item.get(w("hanging"))
    assert cm(item.get(w("left"))) == pytest.approx(3.2, abs=0.3)
    words = ["เปิด", "หนึ่ง", "สอง", "สาม", "สี่"]
    found = [indents(file, file.paragraph(one)) for one in words]
    assert [left for left, _ in found] == pytest.approx([COLUMN] * 5, abs=0.01)
    steps = [STEP, STEP, 2 * STEP, 3 * STEP, 4 * STEP]
    assert [first for _, first in found] == pytest.approx(steps, abs=0.01)


def test_the_form_of_the_regulation_indents_first_lines():
    file = word_of(text("เปิด"), text("หนึ่ง", 1), form={"layout": AgendaLayout.INDENTED})
    for one in ("เปิด", "หนึ่ง"):
        assert indents(file, file.paragraph(one)) == pytest.approx((0, 2.5), abs=0.01)


def test_a_heading_on_the_line_of_its_text_begins_where_text_begins():
    for layout, begins in ((AgendaLayout.COLUMN, (COLUMN, 0)), (AgendaLayout.INDENTED, (0, 2.5))):
        section_ = section(text("เห็นควร"), text("ต่อไป"), kind=SectionKind.OPINION)
        matter = Matter(uid=uid("m"), sections=(section_,))
        item = AgendaItem(uid=uid("i"), title="ก", matters=(matter,))
        file = word_of(agenda=(item,), form={"layout": layout})
        own = file.paragraph("ความเห็นของสำนักงาน")
        assert text_of(own) == "ความเห็นของสำนักงาน\u00a0\u00a0เห็นควร"
        found = own.find(f"{w('pPr')}/{w('ind')}").get(w("firstLine"))
        assert cm(found) == pytest.approx(begins[1], abs=0.01)
        first = STEP if begins[0] else 2.5
        assert indents(file, file.paragraph("ต่อไป")) == pytest.approx((begins[0], first), abs=0.01)


def test_a_level_that_is_left_out_does_not_indent():
    file = word_of(text("ก", 1), text("ข", 4), text("ค", 4))
    shown = [one for one in file.lines() if one.endswith(("\tก", "\tข", "\tค"))]
    assert shown == ["๑.\tก", "(๑)\tข", "(๒)\tค"]
    assert indents(file, file.paragraph("ข")) == pytest.approx((COLUMN, 2 * STEP), abs=0.01)


def test_each_body_and_each_cell_is_numbered_anew():
    cell = Cell((text("ใน", 1), text("ใน", 1)))
    matters = tuple(
        Matter(
            uid=uid(f"m{n}"), sections=(section(text("นอก", 1), Table((1, 1), ((cell, cell),))),)
        )
        for n in range(2)
    )
    item = AgendaItem(uid=uid("i"), title="ก", matters=matters)
    lines = [one for one in word_of(agenda=(item,)).lines() if one.endswith(("นอก", "ใน"))]
    assert lines == 2 * ["๑.\tนอก", "๑.\tใน", "๒.\tใน", "๑.\tใน", "๒.\tใน"]


def test_what_the_program_counts_is_counted_by_word():
    file = word_of()
    assert any(one.startswith("๒.\tการประชุมครั้งนี้") for one in file.lines())
    assert not [one for one in file.body.iter(w("p")) if re.match(r"[๑-๙]\.\s", text_of(one))]


def test_typed_labels_stay_as_typed():
    typed = Paragraph((TextRun("ข้อ"),), 2, Numbering.TYPED, "ก1.")
    file = word_of(typed, text("หนึ่ง", 1))
    assert "ก1.\tข้อ" in file.lines()
    assert val(file.paragraph("ก1."), "pPr/numPr/numId") is None
    assert "๑.\tหนึ่ง" in file.lines()


@pytest.mark.parametrize(
    ("justification", "align"),
    [(Justification.SPREAD, "thaiDistribute"), (Justification.LEFT, "left")],
)
def test_lines_are_spread_as_thai_is(justification, align):
    styles = word_of(form={"justification": justification}).document.styles.element
    for name in ("BodyText", "List", "List4"):
        style = styles.find(f"{w('style')}[@{w('styleId')}='{name}']")
        assert val(style, "pPr/jc") == align


def test_an_announcement_stays_with_what_it_announces():
    table = Table((1,), ((Cell((text("ก"),)),),))
    file = word_of(text("มีดังนี้"), text("ข้อ", 1), text("ตาราง"), table, text("จบ"), text("แล้ว"))
    kept = [
        text_of(one) for one in file.body.findall(w("p"))
        if is_set(one, "keepNext") and text_of(one) in ("มีดังนี้", "ข้อ", "ตาราง", "จบ", "แล้ว")
    ]  # fmt: skip
    assert kept == ["มีดังนี้", "ตาราง", "แล้ว"]


def test_signatures_stand_at_right_and_never_alone():
    file = word_of()
    paragraphs = file.body.findall(w("p"))
    closing = next(n for n, one in enumerate(paragraphs) if text_of(one).startswith("เลิกประชุม"))
    tail = paragraphs[closing - 1 :]
    assert [text_of(one) for one in tail[2:]] == [
        "(นางปั้นหยา ฟื้นฟู)", "ผู้อำนวยการ", "อ.ก.ก. และเลขานุการ", "ผู้จดรายงานการประชุม",
    ]  # fmt: skip
    assert [is_set(one, "keepNext") for one in tail] == [True] * 5 + [False]
    assert {val(one, "pPr/pStyle") for one in tail[2:]} == {"Signature"}
    style = file.document.styles["Signature"].paragraph_format
    assert (style.alignment.name, style.left_indent.cm) == ("CENTER", pytest.approx(8, abs=0.01))


def test_the_last_row_of_a_table_stays_with_the_signatures():
    row = (Cell((text("ก"),)), Cell((text("ข"),)))
    file = word_of(Table((1, 1), (row, row)))
    rows = file.tables()[-1].findall(w("tr"))
    kept = [[is_set(one, "keepNext") for one in row.iter(w("p"))] for row in rows]
    assert kept == [[False, False], [True, True]]


def test_an_appendix_begins_a_page():
    file = word_of(appendices=(Appendix(uid=uid("a"), title="ผนวก", body=(text("ใน", 1),)),))
    paragraph = file.paragraph("ผนวก")
    assert is_set(paragraph, "pageBreakBefore")
    assert val(paragraph, "pPr/pStyle") == "Heading1"
    assert file.lines()[-1] == "๑.\tใน"


# ---------------------------------------------------------------- tables, people, pictures


def test_tables_have_their_widths_headings_and_titles():
    head = tuple(Cell((text(one, bold=True),)) for one in ("ก", "ข", "ค"))
    row = (Cell((text("ง"),)), Cell((text("1,200"),), align=CellAlign.RIGHT), Cell())
    title = (Cell((text("ชื่อ", bold=True),), span=3),)
    wide = (Cell((text("จ"),), span=2), Cell((text("ฉ"),)))
    file = word_of(Table((1, 2, 5), (title, head, row, wide), header_rows=2))
    table = file.tables()[-1]
    widths = [int(one.get(w("w"))) for one in table.iter(w("gridCol"))]
    assert sum(widths) == round(16 / 2.54 * 72 * 20)
    assert [one / widths[0] for one in widths] == pytest.approx([1, 2, 5], rel=0.15)
    rows = table.findall(w("tr"))
    assert [one.find(f"{w('trPr')}/{w('tblHeader')}") is not None for one in rows] == [
        True, True, False, False,
    ]  # fmt: skip
    assert [[val(one, "tcPr/gridSpan") for one in row.findall(w("tc"))] for row in rows] == [
        ["3"], [None] * 3, [None] * 3, ["2", None],
    ]  # fmt: skip
    for row in rows:
        across = [
            int(one.find(f"{w('tcPr')}/{w('tcW')}").get(w("w"))) for one in row.findall(w("tc"))
        ]
        assert sum(across) == sum(widths)
    kept = [all(is_set(one, "keepNext") for one in row.iter(w("p"))) for row in rows]
    assert kept == [True, True, False, True], "the last one stays with the closing"
    gray = [one for one in table.iter(w("tc")) if one.find(f"{w('tcPr')}/{w('shd')}") is not None]
    assert [text_of(one) for one in gray] == ["ก", "ข", "ค"]
    assert {val(one, "tcPr/vAlign") for one in gray} == {"center"}
    assert {val(one.find(w("p")), "pPr/jc") for one in gray} == {"center"}
    assert val(rows[2].findall(w("tc"))[1].find(w("p")), "pPr/jc") == "right"


def test_what_is_longer_than_a_page_may_be_parted():
    rows = [(Cell((text(words, bold=bold),)), Cell()) for words in ("สั้น", LONG, LONG * 20)
            for bold in (True, False)]  # fmt: skip
    file = word_of(Table((1, 1), tuple(rows)))
    whole = [
        one.find(f"{w('trPr')}/{w('cantSplit')}") is not None
        for one in file.tables()[-1].findall(w("tr"))
    ]
    assert whole == [True, True, True, False, False, False]
    people = [replaced(PEOPLE[0], name=words) for words in ("สั้น", LONG, LONG * 40)]
    rows = word_of(attendance=tuple(people)).tables()[0].findall(w("tr"))
    assert [one.find(w("trPr")) is not None for one in rows] == [True, True, False]


@pytest.mark.parametrize("widths", [(0.001, 100_000), (1,) * 40, (3.3,), (1e-9, 1, 1e9)])
def test_no_column_is_too_narrow_and_none_too_wide(widths):
    file = word_of(Table(widths, ((Cell(),) * len(widths),)))
    found = [int(one.get(w("w"))) for one in file.tables()[-1].iter(w("gridCol"))]
    assert min(found) >= 169
    assert sum(found) == 9071


def test_tables_never_join():
    table = Table((1,), ((Cell((text("ก"),)),),))
    file = word_of(table, table)
    tags = [one.tag for one in file.body]
    assert (w("tbl"), w("tbl")) not in list(pairwise(tags))
    people = Composed(ComposedKind.ATTENDANCE)
    file = word_of(people, table, people, people, table, mode=Mode.ON_SITE, attendance=PEOPLE[:1])
    assert len(file.tables()) == 1 + 5
    assert (w("tbl"), w("tbl")) not in list(pairwise(one.tag for one in file.body))
    assert tags[-2:] == [w("p"), w("sectPr")]


def test_people_stand_in_three_columns_that_word_counts():
    file = word_of()
    table = file.document.tables[0]
    assert len(table.columns) == 3
    assert [one.text for one in table.rows[1].cells] == [
        "", "นางสาวมะลิวัลย์ แก้วประดับ\nผู้อำนวยการกอง\nสำนักงาน\nแทนปลัดเมือง", "อ.ก.ก.",
    ]  # fmt: skip
    assert [one for one in file.lines() if one.endswith(".\t")][:5] == [f"{n}.\t" for n in "๑๒๓๔๕"]
    assert [one.width.cm for one in table.columns] == pytest.approx([1, 10.5, 4.5], abs=0.01)
    assert table._tbl.find(f".//{w('tblBorders')}") is None
    inside = next(
        one for one in file.tables() if cm(one.find(f"{w('tblPr')}/{w('tblInd')}").get(w("w"))) > 1
    )
    assert cm(inside.find(f"{w('tblPr')}/{w('tblInd')}").get(w("w"))) == pytest.approx(
        3.25, abs=0.01
    )


def photograph(kind: str, mode: str = "RGB", size=(300, 150), **more) -> bytes:
    out = BytesIO()
    Image.new(mode, size, 90 if mode in ("L", "P") else (90, 60, 30, 200)[: len(mode)]).save(
        out, kind, **more
    )
    return out.getvalue()


def turned() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6
    return photograph("JPEG", exif=exif)


@pytest.mark.parametrize(
    ("data", "kind", "same", "high"),
    [
        (photograph("PNG"), "PNG", True, 0.5),
        (photograph("PNG", "RGBA"), "PNG", True, 0.5),
        (photograph("JPEG"), "JPEG", True, 0.5),
        (photograph("JPEG", "L"), "JPEG", True, 0.5),
        (photograph("JPEG", "CMYK"), "JPEG", False, 0.5),
        (photograph("PNG", size=(3000, 1500)), "PNG", False, 0.5),
        (turned(), "JPEG", False, 2.0),
    ],
)  # fmt: skip
def test_pictures_are_shown_upright_at_their_width(data, kind, same, high):
    own = Picture(sha(data), 80.0, 'ภาพที่ 1 <&">')
    file = word_of(own, own, pictures={sha(data): data})
    first, second = file.document.inline_shapes
    assert first.width == pytest.approx(Mm(80), abs=1000)
    assert first.height / first.width == pytest.approx(high, rel=0.01)
    assert second.width == first.width
    (name,) = [one for one in file.package.namelist() if "media" in one]
    kept = file.package.read(name)
    assert (kept == data) is same
    with Image.open(BytesIO(kept)) as image:
        assert (image.format, image.mode in ("RGB", "RGBA", "L")) == (kind, True)
        assert image.size[0] <= 80 / 25.4 * 300 + 1
    described = [one.get("descr") for one in file.body.iter(qn("wp:docPr"))]
    assert described == ['ภาพที่ 1 <&">'] * 2
    assert [one.style.name for one in file.document.paragraphs if "ภาพที่ ๑" in one.text] == [
        "Caption"
    ] * 2


def test_a_picture_is_never_wider_than_the_text_nor_taller_than_the_page():
    wide, tall = photograph("PNG"), photograph("PNG", size=(20, 2000))
    pictures = {sha(wide): wide, sha(tall): tall}
    file = word_of(Picture(sha(wide), 900), Picture(sha(tall), 100), pictures=pictures)
    first, second = file.document.inline_shapes
    assert first.width <= Cm(16)
    assert second.height == pytest.approx(0.75 * Cm(29.7 - 4.5), rel=0.01)


def test_a_missing_picture_is_said_to_be_missing():
    assert "(ไม่พบไฟล์รูปภาพ)" in word_of(Picture(sha(b"none"))).lines()
