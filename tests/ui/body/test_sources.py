"""Pastes as other programs really make them: LibreOffice, Google Docs, Excel, a web page, Word."""

from bmahr_desktop.domain.body import CellAlign, Numbering, Paragraph, TextRun
from tests.ui.body.conftest import numbered, plain

LIBRE_OFFICE = """<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html"/>
<title></title><style type="text/css">p { line-height: 115% } td p { so-language: th-TH }</style>
</head><body lang="th-TH" link="#000080" dir="ltr"><p style="margin-bottom: 0.28cm"><font
 face="TH Sarabun New"><font size="4" style="font-size: 16pt"><b>ระเบียบวาระ</b>ที่ ๑</font></font>
</p><ol><li><p style="margin-bottom: 0.28cm">ข้อแรก</p></li><li><p>ข้อสอง</p>
<ol><li><p>ข้อย่อย</p></li></ol></li></ol>
<table width="100%" cellpadding="4" cellspacing="0"><col width="64*"/><col width="192*"/>
<thead><tr valign="top"><th width="25%"><p>ที่</p></th><th width="75%"><p>เรื่อง</p></th></tr>
</thead><tbody><tr valign="top"><td width="25%"><p align="right">๑</p></td>
<td width="75%"><p>น้ำท่วม<br/>ญี่ปุ่น</p></td></tr></tbody></table></body></html>"""

GOOGLE = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1">
<p dir="ltr" style="line-height:1.38;"><span style="font-weight:700;">หนา</span><span
 style="font-weight:400;">ธรรมดา</span></p><br /><ul style="margin-top:0;"><li dir="ltr"
 style="list-style-type:disc;" aria-level="1"><p dir="ltr" role="presentation"><span
 style="font-style:italic;text-decoration:underline;">เอน</span></p></li></ul></b>"""

EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table border=0
 cellpadding=0 style='border-collapse:collapse;width:144pt'><!--StartFragment-->
<col width=64 style='width:48pt'><col width=128 style='width:96pt'>
<tr height=20><td height=20 class=xl65 width=64>ลำดับ</td><td width=128>งบ</td></tr>
<tr height=20><td align=right x:num>1</td><td align=right x:num="1200000">1,200,000</td></tr>
<tr><td colspan=2>รวม&nbsp;ทั้งสิ้น</td></tr><!--EndFragment--></table></body></html>"""

WEB = """<div class="post"><h2>ประกาศ</h2><p>ตาม<a href="https://example.org/x">ระเบียบ</a>
ข้อ ๕ <!-- ad --><script>track()</script></p><blockquote>อ้าง</blockquote>
<p>เวลา ๐๙.๓๐ น.</p><p>๑.๕ ล้านบาท</p><noscript>ไม่เห็น</noscript><button>กด</button></div>"""

WORD_DASHES = """<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span
 style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span></span>
หนึ่ง</p><p class=MsoNormal>๓) สาม<span style='mso-comment-continuation:1'></span></p>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>
หมายเหตุลับ</p></div></div><del cite="mailto:x">ลบแล้ว</del><ins>เพิ่ม</ins>"""


def test_libre_office(desk):
    desk.paste(html=LIBRE_OFFICE)
    first, one, two, inner, table = desk.editor.body()
    assert first == Paragraph((TextRun("ระเบียบวาระ", bold=True), TextRun("ที่ ๑")))
    assert (one, two, inner) == (
        numbered(1, "ข้อแรก"), numbered(1, "ข้อสอง"), numbered(2, "ข้อย่อย"),
    )  # fmt: skip
    assert table.header_rows == 1
    assert table.widths == (25, 75)
    assert table.rows[1][0].align is CellAlign.RIGHT
    assert desk.rows() == [["ที่", "เรื่อง"], ["๑", "น้ำท่วม\nญี่ปุ่น"]]


def test_google_docs(desk):
    desk.paste(html=GOOGLE)
    first, second = desk.editor.body()
    assert first == Paragraph((TextRun("หนา", bold=True), TextRun("ธรรมดา")))
    assert (second.numbering, second.label, second.level) == (Numbering.TYPED, "-", 1)
    assert second.runs == (TextRun("เอน", italic=True, underline=True),)


def test_excel(desk):
    desk.paste(html=EXCEL)
    table = desk.table()
    assert desk.rows() == [["ลำดับ", "งบ"], ["1", "1,200,000"], ["รวม ทั้งสิ้น"]]
    assert [cell.align for cell in table.rows[1]] == [CellAlign.RIGHT] * 2
    assert table.rows[2][0].span == 2
    assert table.widths == (33.33, 66.67)


def test_a_web_page(desk):
    desk.paste(html=WEB)
    first, *rest = desk.editor.body()
    assert first == Paragraph((TextRun("ประกาศ", bold=True),))
    assert rest == [plain(words) for words in
                    ("ตามระเบียบ ข้อ ๕", "อ้าง", "เวลา ๐๙.๓๐ น.", "๑.๕ ล้านบาท")]  # fmt: skip


def test_dashes_comments_and_changes_of_word(desk):
    desk.paste(html=WORD_DASHES)
    dash, third, added = desk.editor.body()
    assert (dash.numbering, dash.label, dash.text) == (Numbering.TYPED, "-", "หนึ่ง")
    assert (third.numbering, third.label, third.text) == (Numbering.TYPED, "๓)", "สาม")
    assert added == Paragraph((TextRun("เพิ่ม", underline=True),))
