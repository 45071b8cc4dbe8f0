"""The minutes as a Word file: a sound file, letters and pages as on the paper."""

import datetime
import re

import pytest
from docx.oxml.ns import qn
from docx.shared import Pt

from bmahr_desktop.domain.body import (
    Cell,
    Paragraph,
    Picture,
    Table,
    TextRun,
)
from bmahr_desktop.domain.meeting import AgendaItem, Matter, Secrecy
from bmahr_desktop.thai.digits import DigitStyle
from tests.documents.word.making import word_of
from tests.documents.word.reading import WordFile, text_of, val, w
from tests.meetings import section, text, uid
from tests.records import sha

LONG = "ที่ประชุมพิจารณาแล้วเห็นว่าเรื่องนี้สอดคล้องกับแนวทางที่กำหนดไว้ " * 4


def heads_and_feet(file: WordFile) -> dict[str, str]:
    return {name: one for name, one in file.parts() if re.search("header|footer", name)}


# ---------------------------------------------------------------- the file

# The order of what stands in these elements (ISO 29500-1, annex A); Word refuses another.
ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore numPr tabs spacing ind jc outlineLvl",
    "rPr": "rFonts b bCs i iCs noProof color sz szCs u cs lang",
    "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar",
    "trPr": "cantSplit tblHeader",
    "tcPr": "tcW gridSpan shd vAlign",
    "tcBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "lvl": "start numFmt suff lvlText lvlJc pPr rPr",
    "abstractNum": "nsid multiLevelType tmpl lvl",
    "numbering": "abstractNum num",
    "style": "name basedOn next semiHidden qFormat pPr rPr tblPr",
    "styles": "docDefaults style",
    "sectPr": "headerReference footerReference pgSz pgMar pgNumType titlePg",
    "settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol"
    " listSeparator",
    "font": "altName charset family pitch",
}


def test_elements_stand_in_the_order_that_word_asks_for():
    table = Table(
        widths=(1, 2), header_rows=1,
        rows=((Cell((text("ก", bold=True),), span=2),), (Cell((text("ข", 1),)), Cell()),
              (Cell((text("ค", bold=True),)), Cell())),
    )  # fmt: skip
    file = word_of(text(LONG, 1, italic=True, underline=True), table, secrecy=Secrecy.SECRET,
                   draft=True, form={"header": "ก", "footer": "ข"})  # fmt: skip
    seen = set()
    for name, _ in file.parts():
        for element in file.part(name).iter():
            own = element.tag.rpartition("}")[2]
            if element.tag.startswith(qn("w:p")[:-1]) and own in ORDERS:
                order = ORDERS[own].split()
                inside = [order.index(one.tag.rpartition("}")[2]) for one in element]
                assert inside == sorted(inside), (name, own)
                assert own not in ("pPr", "rPr") or len(set(inside)) == len(inside), (name, own)
                seen.add(own)
    assert seen == ORDERS.keys() - {"tcBorders"}


def test_nothing_is_left_of_a_file_that_python_docx_begins_with():
    file = word_of(text(LONG))
    assert sorted(file.package.namelist()) == [
        "[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "docProps/core.xml",
        "word/_rels/document.xml.rels", "word/document.xml", "word/fontTable.xml",
        "word/footer1.xml", "word/footer2.xml", "word/header1.xml", "word/header2.xml",
        "word/numbering.xml", "word/settings.xml", "word/styles.xml",
    ]  # fmt: skip
    for _, one in file.parts():
        assert not re.search("python-docx|en-US|asciiTheme|Calibri|Cambria|Times|4F81BD", one)
    languages = set(re.findall(r"<w:lang [^>]*>", "".join(one for _, one in file.parts())))
    assert languages == {'<w:lang w:val="th-TH" w:eastAsia="th-TH" w:bidi="th-TH"/>'}


def test_the_file_tells_of_itself_and_not_when_or_where_it_was_written():
    changed = datetime.datetime(
        2025, 1, 10, 10, tzinfo=datetime.timezone(datetime.timedelta(hours=7))
    )
    file = word_of(changed=changed)
    about = file.document.core_properties
    assert about.title == "รายงานการประชุม อ.ก.ก. วิสามัญเกี่ยวกับการทดสอบ ครั้งที่ ๑/๒๕๖๘"
    assert about.author == about.last_modified_by == "อ.ก.ก. วิสามัญเกี่ยวกับการทดสอบ"
    moment = changed.astimezone(datetime.UTC)
    assert about.created == about.modified == moment.replace(tzinfo=about.created.tzinfo)
    assert about.language == "th-TH"
    assert {one.date_time for one in file.package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert file.data == word_of(changed=changed).data


@pytest.mark.parametrize("year", [1, 999, 9999])
def test_any_moment_can_be_told(year):
    changed = datetime.datetime(year, 6, 1, tzinfo=datetime.UTC)
    assert (
        f">{year:04}-06-01T00:00:00Z<"
        in dict(word_of(changed=changed).parts())["docProps/core.xml"]
    )


# ---------------------------------------------------------------- letters


@pytest.mark.parametrize(
    ("font", "named", "halves"),
    [
        ("Sarabun", "TH SarabunPSK", 32),
        ("TH Sarabun New", "TH Sarabun New", 32),
        ("Laksaman", "Laksaman", 21),
        ("ก<b>&\"'", "ก<b>&\"'", 32),
    ],
)
def test_the_font_is_named_for_every_script(font, named, halves):
    file = word_of(form={"font": font})
    letters = file.document.styles.element.find(
        "/".join(w(name) for name in ("docDefaults", "rPrDefault", "rPr"))
    )
    fonts = letters.find(w("rFonts"))
    assert {fonts.get(w(name)) for name in ("ascii", "hAnsi", "eastAsia", "cs")} == {named}
    assert [val(letters, name) for name in ("sz", "szCs")] == [str(halves)] * 2
    others = "".join(one for name, one in file.parts() if name != "word/styles.xml")
    assert "rFonts" not in others


def test_bold_and_italic_are_told_for_thai_too():
    words = (
        TextRun("หนา", bold=True), TextRun("เอียง", italic=True), TextRun("ขีด", underline=True),
        TextRun("plain"), TextRun("๑"),
    )  # fmt: skip
    file = word_of(Paragraph(words))
    runs = file.paragraph("หนา").findall(w("r"))
    properties = [
        [one.tag.rpartition("}")[2] for one in run.findall(f"{w('rPr')}/*")] for run in runs
    ]
    assert properties == [["b", "bCs", "cs"], ["i", "iCs", "cs"], ["u", "cs"], [], ["cs"]]


def test_digits_follow_the_form_but_kept_ones_stay():
    blocks = (text("ปี 2564 COVID-19"), text("โทร. 1234", keep_digits=True))
    assert "ปี ๒๕๖๔ COVID-19" in word_of(*blocks).lines()
    assert "โทร. 1234" in word_of(*blocks).lines()
    assert "ปี 2564 COVID-19" in word_of(*blocks, form={"digits": DigitStyle.AS_TYPED}).lines()
    arabic = word_of(text("ปี ๒๕๖๔"), text("ก", 1), form={"digits": DigitStyle.ARABIC}).lines()
    assert "ปี 2564" in arabic
    assert "1.\tก" in arabic


HOSTILE = "<b>&\"' %s {0} ]]> \x00\x07\x1b=cmd() \u200f\u202e😀👩\u200d👧 \ufffe"


def test_hostile_words_in_every_field_are_just_text():
    caption = Picture(sha(b"none"), caption=HOSTILE)
    item = AgendaItem(uid=uid("i"), title=HOSTILE, matters=(
        Matter(uid=uid("m"), title=HOSTILE,
               sections=(section(text(HOSTILE), caption, heading=HOSTILE),)),
    ))  # fmt: skip
    file = word_of(venue=HOSTILE, agenda=(item,), draft=True,
                   form={"header": HOSTILE, "footer": HOSTILE})  # fmt: skip
    shown = "<b>&\"' %s {๐} ]]> =cmd() \u200f😀👩\u200d👧 "
    assert "".join(file.lines()).count(shown) >= 6
    assert sum(text_of(file.part(name)).count(shown) for name in heads_and_feet(file)) == 4


def test_a_hundred_thousand_characters_are_one_paragraph():
    words = "ก้" * 50_000
    assert words in word_of(text(words)).lines()


def test_a_typed_line_end_ends_the_line_and_does_not_stretch_it():
    file = word_of(text("ก\nข\tค"))
    assert "ก\nข ค" in file.lines()
    assert (
        file.part("word/settings.xml").find(f"{w('compat')}/{w('doNotExpandShiftReturn')}")
        is not None
    )


# ---------------------------------------------------------------- the page


def test_the_page_is_a4_with_the_margins_of_the_form():
    form = {
        "margin_left_cm": 4.0,
        "margin_right_cm": 1.5,
        "margin_top_cm": 3.5,
        "margin_bottom_cm": 1.0,
    }
    (page,) = word_of(form=form).document.sections
    assert (page.page_width.mm, page.page_height.mm) == pytest.approx((210, 297), abs=0.1)
    found = (page.left_margin, page.right_margin, page.top_margin, page.bottom_margin)
    assert [one.cm for one in found] == pytest.approx([4.0, 1.5, 3.5, 1.0], abs=0.01)


def test_pages_are_numbered_from_the_second_on_in_the_middle_of_the_head():
    file = word_of()
    (page,) = file.document.sections
    assert page.different_first_page_header_footer
    assert [one.text for one in page.first_page_header.paragraphs] == [""]
    (number,) = page.header.paragraphs
    assert (number.text, number.alignment.name) == ("-  -", "CENTER")
    assert " PAGE " in [one.text for one in number._p.iter(w("instrText"))]
    assert file.body.find(f"{w('sectPr')}/{w('pgNumType')}").get(w("fmt")) == "thaiNumbers"
    arabic = word_of(form={"digits": DigitStyle.AS_TYPED})
    assert arabic.body.find(f"{w('sectPr')}/{w('pgNumType')}").get(w("fmt")) == "decimal"
    without = word_of(form={"page_numbers": False})
    assert "PAGE" not in "".join(one for _, one in without.parts())
    assert without.body.find(f"{w('sectPr')}/{w('titlePg')}") is None


def test_free_lines_stand_at_head_and_foot_of_every_page():
    (page,) = word_of(form={"header": "ฉบับที่ 1", "footer": "พิมพ์ครั้งที่ 2"}).document.sections
    assert page.first_page_header.paragraphs[0].text == "ฉบับที่ ๑"
    assert page.header.paragraphs[0].text == "ฉบับที่ ๑\t-  -"
    assert (
        page.first_page_footer.paragraphs[0].text == page.footer.paragraphs[0].text == "พิมพ์ครั้งที่ ๒"
    )
    (page,) = word_of(form={"header": "ก" * 80}).document.sections
    assert [one.text for one in page.header.paragraphs] == ["ก" * 80, "-  -"]


def test_secrecy_is_red_in_the_middle_of_head_and_foot():
    (page,) = word_of(secrecy=Secrecy.TOP_SECRET).document.sections
    for part in (page.header, page.footer, page.first_page_header, page.first_page_footer):
        words = part.paragraphs[0]
        assert (words.text, words.alignment.name) == ("ลับที่สุด", "CENTER")
        run = words.runs[0]
        assert (str(run.font.color.rgb), run.font.bold, run.font.size) == ("CC0000", True, Pt(24))
        indent = words.paragraph_format
        assert (indent.left_indent.cm, indent.right_indent.cm) == pytest.approx((0, 1), abs=0.01)
    (plain,) = word_of().document.sections
    assert [one.text for one in plain.footer.paragraphs] == [""]


def test_a_draft_bears_a_watermark_that_word_knows_how_to_remove():
    heads = {n: one for n, one in heads_and_feet(word_of(draft=True)).items() if "header" in n}
    assert len(heads) == 2
    for one in heads.values():
        assert one.count('string="ร่าง"') == one.count('id="PowerPlusWaterMarkObject') == 1
    assert "pict" not in "".join(heads_and_feet(word_of()).values())
