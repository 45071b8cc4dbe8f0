"""What comes from Word, Excel, the web and from here, and what goes out."""

import pytest
import shiboken6
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QColor, QImage

from bmahr_desktop.domain.body import (
    Cell,
    Composed,
    ComposedKind,
    Numbering,
    Paragraph,
    Picture,
    Table,
    TextRun,
)
from bmahr_desktop.ui.body.clipboard import MIME
from tests.ui.body.conftest import CONTROL, KEYS, SHIFT, numbered, plain

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p {}</style></head>
<body lang=TH><!--StartFragment-->
<p class=MsoNormal><span lang=TH>ตามที่ <b>อ.ก.ก.</b> <u>เห็นชอบ</u><o:p></o:p></span></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
 style='mso-list:Ignore'>๑.<span style='font:7.0pt "Times"'>&nbsp;&nbsp; </span></span><![endif]>
 <span lang=TH>การ<i>พัฒนา</i></span></p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span
 style='mso-list:Ignore'>๑.๑<span>&nbsp; </span></span>ระบบงาน</p>
<table class=MsoTableGrid border=1><thead><tr><td width=100><p align=center>ลำดับ</p></td>
<td width=300><p>โครงการ</p></td></tr></thead>
<tr><td><p>๑</p></td><td><p>น้ำ</p></td></tr>
<tr><td colspan=2><p>รวม</p></td></tr></table>
<script>alert(1)</script><img src="file:///etc/passwd">
<!--EndFragment--></body></html>"""


def test_word_keeps_levels_tables_and_looks(desk):
    desk.paste(html=WORD, text="not this")
    first, one, two, table = desk.editor.body()
    assert first == Paragraph(
        (
            TextRun("ตามที่ "),
            TextRun("อ.ก.ก.", bold=True),
            TextRun(" "),
            TextRun("เห็นชอบ", underline=True),
        )
    )
    assert (one.level, one.numbering, one.text) == (1, Numbering.AUTOMATIC, "การพัฒนา")
    assert one.runs[1] == TextRun("พัฒนา", italic=True)
    assert two == numbered(2, "ระบบงาน")
    assert table.header_rows == 1
    assert [[(c.span, [p.text for p in c.paragraphs]) for c in row] for row in table.rows] == [
        [(1, ["ลำดับ"]), (1, ["โครงการ"])],
        [(1, ["๑"]), (1, ["น้ำ"])],
        [(2, ["รวม"])],
    ]
    assert table.widths == (25, 75)


def test_end_tags_that_were_left_out_are_no_loss(desk):
    rows = "".join(f"<tr><td>{number}<td><p>ก<p>ข" for number in range(300))
    desk.paste(html=f"<p>หนึ่ง<p>สอง<ul><li>สาม<li>สี่</ul><table>{rows}</table><p>ห้า")
    assert desk.texts() == ["หนึ่ง", "สอง", "สาม", "สี่", "ห้า"]
    assert desk.rows() == [[str(number), "ก/ข"] for number in range(300)]


def test_excel_lines_with_tabs_become_a_table(desk):
    desk.paste(text='ลำดับ\tโครงการ\tงบ\r\n๑\tน้ำ\t1,000\r\n๒\t"สองบรรทัด\nในช่อง"\t\r\n')
    assert desk.rows() == [
        ["ลำดับ", "โครงการ", "งบ"],
        ["๑", "น้ำ", "1,000"],
        ["๒", "สองบรรทัด/ในช่อง", ""],
    ]


def test_numbered_and_indented_lines_with_tabs_become_no_table(desk):
    desk.paste(text="๑.\tแรก\n๒.\tสอง")
    assert desk.editor.body() == (numbered(1, "แรก"), numbered(1, "สอง"))
    desk.editor.set_body(())
    desk.paste(text="\tย่อหน้า\n\tอีกย่อหน้า")
    assert desk.texts() == ["ย่อหน้า", "อีกย่อหน้า"]


def test_excel_in_a_cell_becomes_words(desk):
    desk.editor.set_body((Table((50, 50), ((Cell(), Cell()),)),))
    desk.press(KEYS.Key_Down)
    desk.paste(text="ก\tข\nค\tง\n")
    assert desk.rows() == [["ก/ข/ค/ง", ""]]


def test_words_go_into_the_words_there_are(desk):
    desk.write("\tก่อนหลัง")
    desk.go_behind("ก่อน")
    desk.paste(text="กลาง\u200b")
    assert desk.editor.body() == (numbered(1, "ก่อนกลางหลัง"),)


def test_pasted_numbers_go_on_counting_only_where_they_fit(desk):
    desk.write("\tแรก\n")
    desk.paste(text="๒. สอง\n๗. เจ็ด")
    labels = [(b.numbering, b.text) for b in desk.editor.body()]
    assert labels == [
        (Numbering.AUTOMATIC, "แรก"),
        (Numbering.AUTOMATIC, "สอง"),
        (Numbering.TYPED, "เจ็ด"),
    ]
    assert desk.labels() == ["๑.", "๒.", "๗."]


BODY = (
    numbered(1, "ก"),
    Paragraph((TextRun("ข", bold=True), TextRun("๑", keep_digits=True)), 2, Numbering.TYPED, "ข้อ"),
    Table((30.5, 69.5), ((Cell((plain("ค"),), 2),), (Cell(), Cell((plain("ง"),)))), 1),
    Picture(file="a" * 64, width_mm=80.0, caption="ภาพ"),
    Composed(ComposedKind.ATTENDANCE, 1, Numbering.AUTOMATIC),
    plain("จบ"),
)


def test_what_is_copied_here_comes_back_whole(desk):
    desk.editor.set_body(BODY)
    desk.editor.selectAll()
    mime = desk.editor.createMimeDataFromSelection()
    desk.editor.set_body(())
    desk.editor.insertFromMimeData(mime)
    assert desk.editor.body() == BODY


def test_other_programs_get_words_with_numbers_and_html(desk):
    desk.editor.set_body((numbered(1, "ก <b>"), numbered(2, "ข")))
    desk.editor.selectAll()
    mime = desk.editor.createMimeDataFromSelection()
    assert mime.text() == "๑. ก <b>\n๑.๑ ข"
    assert "ก &lt;b&gt;" in mime.html()


@pytest.mark.parametrize(
    "data",
    [
        b"", b"{", b"[]", b'{"body": 5}', b"\xff\xfe", b'{"body":[{"kind":"nothing"}]}',
        b'{"body":[{"kind":"table","widths":[1,2],"rows":[[{"span":5}]]}]}',
        b'{"body":[{"kind":"paragraph","level":99}]}',
    ],
)  # fmt: skip
def test_what_only_says_to_be_ours_is_passed_over(desk, data):
    mime = QMimeData()
    mime.setData(MIME, data)
    mime.setText("คำ")
    desk.editor.insertFromMimeData(mime)
    assert desk.texts() == ["คำ"]


def test_a_pasted_picture_is_handed_on_as_a_png(desk, qtbot):
    image = QImage(4, 3, QImage.Format.Format_RGB32)
    image.fill(QColor("green"))
    mime = QMimeData()
    mime.setImageData(image)
    with qtbot.waitSignal(desk.editor.picture_pasted) as pasted:
        desk.editor.insertFromMimeData(mime)
    assert pasted.args[0].startswith(b"\x89PNG")
    assert QImage.fromData(pasted.args[0]).size() == image.size()


@pytest.mark.parametrize(
    "text",
    [
        "ก\x00ข", "ก\ud800ข", "ก\ufdd0ข", "ก\uffffข", "\u202eก\u2066ข\u2069", "\ufeffก\u200bข",
        "ก\ufffcข", "\x1bกข",
    ],
)  # fmt: skip
def test_hostile_signs_are_left_out(desk, text):
    desk.paste(text=text)
    assert desk.texts() == ["กข"]


def test_a_hundred_thousand_letters_are_taken_and_more_are_refused_in_words(desk):
    desk.paste(text="ก" * 100_000)
    assert len(desk.texts()[0]) == 100_000
    desk.paste(text="ข")
    assert len(desk.texts()[0]) == 100_000
    assert len(desk.refusals) == 1


@pytest.mark.parametrize(
    "html",
    [
        "<" * 2_000_000,
        "<div>" * 100_000 + "ก",
        "<p " + "a=" * 100_000,
        "<td>" * 50_000,
        "&" * 2_000_000,
    ],
)
def test_hostile_html_is_over_soon(desk, html):
    desk.paste(html=html, text="คำ")
    assert desk.editor.document().blockCount() < 10


def test_too_many_paragraphs_are_refused_in_words(desk):
    desk.paste(html="<p>ก</p>" * 5_001)
    assert desk.editor.body() == ()
    assert len(desk.refusals) == 1


def test_a_selection_is_replaced(desk):
    desk.write("ก่อนหลัง")
    desk.select("หลัง")
    desk.paste(text="ใหม่")
    assert desk.texts() == ["ก่อนใหม่"]


def test_what_is_copied_does_not_crash_the_program_at_its_end(desk):
    """What Python owns on the clipboard is destroyed when Python is no more."""
    desk.write("มติ")
    desk.editor.selectAll()
    assert not shiboken6.ownedByPython(desk.editor.createMimeDataFromSelection())


def test_cut_takes_what_is_selected(desk, qapp):
    desk.write("ก่อนหลัง")
    desk.press(KEYS.Key_Left, SHIFT, times=3)
    desk.press(KEYS.Key_X, CONTROL)
    assert desk.texts() == ["ก่อน"]
    assert qapp.clipboard().text() == "หลัง"
