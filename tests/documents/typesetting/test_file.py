"""The finished file: archive quality, structure, sameness, furniture, the map of the text."""

import itertools
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from typing import Any

import pytest
from pikepdf import Array, Name, Pdf, pdfa
from pypdf import PdfReader
from pypdf.generic import Destination

from bmahr_desktop.documents.typesetting.document import POINTS_PER_CM as CM
from bmahr_desktop.documents.typesetting.furniture import PageFurniture, PageMarks
from bmahr_desktop.documents.typesetting.markup import runs_from_markup
from bmahr_desktop.documents.typesetting.paragraph import Bookmark, ParagraphStyle
from bmahr_desktop.documents.typesetting.pdfa import About
from bmahr_desktop.documents.typesetting.picture import BadPictureError, Picture
from bmahr_desktop.documents.typesetting.table import Cell, Row, Table, TableStyle
from bmahr_desktop.documents.typesetting.text import Run, Source
from bmahr_desktop.thai.digits import to_thai
from tests.reading import squeezed

WORDS = "ที่ประชุมพิจารณาแล้วมีมติเห็นชอบตามที่ฝ่ายเลขานุการเสนอ "


def png(width=40, height=20, mode="RGB", color="green") -> bytes:
    from PIL import Image

    out = BytesIO()
    Image.new(mode, (width, height), color).save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def everything(paragraph, style):
    """A paper with every kind of block."""
    heading = ParagraphStyle(style.family, role="H1", keep_with_next=True)

    def title() -> Row:
        return Row([Cell([paragraph("หัวเรื่อง")], columns=2, heading=True)])

    def row() -> Row:
        return Row([Cell([paragraph(WORDS)]), Cell([paragraph(WORDS * 3)])])

    rows = [one for _ in range(8) for one in (title(), row())]
    return [
        paragraph("รายงานการประชุม", style=heading, bookmark=Bookmark("วาระที่ ๑ <ทดสอบ>")),
        paragraph(Run("หนา", bold=True), " ขีด", Run("เส้นใต้", underline=True), " ✓ ↔ 你 α"),
        Table([1, 2], rows, TableStyle(), [title()]),
        Picture(png(), 200, 300, "แผนภูมิ <ก>"),
        Picture(png(mode="RGBA", color=(255, 0, 0, 90)), 90, 300),
        paragraph(WORDS * 60, bookmark=Bookmark("เรื่อง", 1)),
    ]


@pytest.fixture
def furniture(typesetter, family):
    marks = PageMarks(
        number=lambda page: to_thai(f"- {page} -"),
        catch_words=True,
        secrecy="ลับมาก",
        watermark="ร่าง",
        header="หัวกระดาษ",
        footer="ท้ายกระดาษ",
    )
    return PageFurniture(typesetter, family, marks)


def test_the_file_is_pdf_a_2b(set_blocks, everything, furniture, tmp_path):
    about = About("ชื่อ <&> \x07", "ผู้แต่ง", "เรื่อง", "bmahr_desktop", datetime(2021, 1, 8, tzinfo=UTC))
    path = tmp_path / "a.pdf"
    path.write_bytes(set_blocks(everything, furniture=furniture, about=about).pdf)
    report = pdfa.validate_written(path, "2b")
    assert report.verdict == "pass"
    assert not report.findings


def test_every_stream_ends_on_a_line_of_its_own(set_blocks, everything):
    pdf = set_blocks(everything).pdf
    assert pdf.count(b"\nendstream") == pdf.count(b"endstream") > 5


def test_every_font_is_embedded(set_blocks, everything, furniture):
    with Pdf.open(BytesIO(set_blocks(everything, furniture=furniture).pdf)) as pdf:
        fonts = {str(k): v for page in pdf.pages for k, v in page.Resources.Font.items()}
        assert len(fonts) >= 3
        for font in fonts.values():
            descendant = font.DescendantFonts[0]
            assert "/FontFile2" in descendant.FontDescriptor
            assert "/ToUnicode" in font
            assert "+" in str(descendant.BaseFont)


def test_the_file_says_what_it_is(set_blocks, paragraph):
    bangkok = timezone(timedelta(hours=7))
    about = About(
        "รายงาน", "อ.ก.ก.", "ครั้งที่ ๑", "โปรแกรม", datetime(2021, 1, 8, 10, 5, tzinfo=bangkok)
    )
    with Pdf.open(BytesIO(set_blocks([paragraph("ก")], about=about).pdf)) as pdf:
        assert str(pdf.Root.Lang) == "th-TH"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        info = {str(key): str(value) for key, value in pdf.docinfo.items()}
        assert info["/Title"] == "รายงาน"
        assert info["/Author"] == "อ.ก.ก."
        assert info["/CreationDate"] == info["/ModDate"] == "D:20210108100500+07'00'"
        xmp = bytes(pdf.Root.Metadata.read_bytes()).decode()
    for part in ("รายงาน", "อ.ก.ก.", "2021-01-08T10:05:00+07:00", "<pdfaid:part>2<"):
        assert part in xmp


def test_the_same_record_gives_the_same_bytes(set_blocks, everything, furniture):
    assert (
        set_blocks(everything, furniture=furniture).pdf
        == set_blocks(everything, furniture=furniture).pdf
    )


def test_papers_set_before_leave_no_trace(set_blocks, paragraph, typesetter, family):
    first = set_blocks([paragraph("ก่อนอื่นใด ✓ 你")]).pdf
    set_blocks([paragraph("เอกสารอื่น αβγ ☐ ปี่ป้า", Run("หนา", bold=True))])
    assert set_blocks([paragraph("ก่อนอื่นใด ✓ 你")]).pdf == first


SCRIPT = """
import hashlib, sys
from pathlib import Path
from bmahr_desktop.operations.minutes import set_minutes_from_file
paper = set_minutes_from_file(Path(sys.argv[1]), "2/2568")
print(hashlib.sha256(paper.pdf).hexdigest())
"""


def test_the_bytes_are_the_same_in_every_process_and_place(root):
    seen = set()
    for seed, zone, epoch in (("0", "UTC", ""), ("1", "Asia/Bangkok", "1"), ("77", "EST5EDT", "")):
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, str(root / "resources" / "sample" / "data.json")],
            env={"PYTHONHASHSEED": seed, "TZ": zone, "SOURCE_DATE_EPOCH": epoch,
                 "PYTHONPATH": str(root), "PATH": ""},
            capture_output=True, text=True, check=True, cwd=root,
        )  # fmt: skip
        seen.add(done.stdout.strip())
    assert len(seen) == 1


# ---------------------------------------------------------------- structure


def elements(node) -> list[Any]:
    """Every structure element below a node, in order."""
    found = []
    kids = node.K if isinstance(node.K, Array) else [node.K]
    for kid in kids:
        if not isinstance(kid, int) and "/S" in kid:
            found += [kid, *elements(kid)]
    return found


def test_the_structure_names_headings_tables_and_pictures(set_blocks, everything):
    with Pdf.open(BytesIO(set_blocks(everything).pdf)) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        tree = pdf.Root.StructTreeRoot
        roles = [str(element.S) for element in elements(tree)]
        assert roles[:2] == ["/Document", "/H1"]
        assert roles.count("/Table") == 1
        assert roles.count("/TR") == 17
        assert roles.count("/TH") == 9
        figures = [e for e in elements(tree) if Name.Figure == e.S]
        assert [str(figure.get("/Alt", "")) for figure in figures] == ["แผนภูมิ <ก>", ""]


def test_every_marked_content_has_its_owner(set_blocks, everything, furniture):
    with Pdf.open(BytesIO(set_blocks(everything, furniture=furniture).pdf)) as pdf:
        parents = pdf.Root.StructTreeRoot.ParentTree.Nums
        by_page = {int(parents[n]): parents[n + 1] for n in range(0, len(parents), 2)}
        for page in pdf.pages:
            content = page.Contents.read_bytes().decode()
            marks = content.count("/MCID")
            assert content.count("BDC") + content.count(" BMC") == content.count("EMC")
            owners = by_page[int(page.StructParents)]
            assert marks == len(owners)
            for number, owner in enumerate(owners):
                assert number in marks_on(owner, page)


def marks_on(element, page) -> list[int]:
    """The numbers of the marked contents on a page that an element says it owns."""
    numbers = []
    for kid in element.K:
        if isinstance(kid, int) and element.Pg.objgen == page.objgen:
            numbers.append(int(kid))
        elif not isinstance(kid, int) and "/MCID" in kid and kid.Pg.objgen == page.objgen:
            numbers.append(int(kid.MCID))
    return numbers


def test_a_repeated_heading_is_no_part_of_the_text(set_blocks, paragraph, sheet_of):
    rows = [Row([Cell([paragraph(WORDS * 3)])]) for _ in range(12)]
    head = [Row([Cell([paragraph("หัวตาราง")], heading=True)])]
    paper = set_blocks([Table([1], rows, TableStyle(), head)], sheet_of(300, 250))
    with Pdf.open(BytesIO(paper.pdf)) as pdf:
        roles = [str(e.S) for e in elements(pdf.Root.StructTreeRoot)]
    assert paper.pages > 2
    assert roles.count("/TH") == 1


def test_bookmarks_lead_to_their_places(set_blocks, everything):
    reader = PdfReader(BytesIO(set_blocks(everything).pdf))
    first, nested = reader.outline
    assert isinstance(first, Destination)
    assert isinstance(nested, list)
    assert first.title == "วาระที่ ๑ <ทดสอบ>"
    assert [mark.title for mark in nested if isinstance(mark, Destination)] == ["เรื่อง"]
    assert reader.get_destination_page_number(first) == 0


def test_a_bookmark_below_nothing_stands_at_the_top(set_blocks, paragraph):
    paper = set_blocks([paragraph("ก", bookmark=Bookmark("เรื่อง", 3))])
    (mark,) = PdfReader(BytesIO(paper.pdf)).outline
    assert isinstance(mark, Destination)
    assert mark.title == "เรื่อง"


# ---------------------------------------------------------------- furniture


def words_at(pdf: bytes, page: int) -> list[tuple[float, float, float, float, str]]:
    """Words with their boxes in centimetres, the height counted from the top."""
    import re

    done = subprocess.run(
        ["pdftotext", "-bbox", "-f", str(page), "-l", str(page), "-", "-"],
        input=pdf, capture_output=True, check=True,
    )  # fmt: skip
    pattern = r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<'
    return [
        (float(a) / CM, float(b) / CM, float(c) / CM, float(d) / CM, word)
        for a, b, c, d, word in re.findall(pattern, done.stdout.decode())
    ]


def test_page_numbers_stand_at_the_head_of_every_page_but_the_first(
    set_blocks, paragraph, typesetter, family
):
    marks = PageMarks(number=lambda page: to_thai(f"-{page}-"))
    furniture = PageFurniture(typesetter, family, marks)
    pdf = set_blocks([paragraph(WORDS * 150)], furniture=furniture).pdf
    assert not [word for *_, word in words_at(pdf, 1) if word.startswith("-")]
    left, top, right, bottom, word = words_at(pdf, 2)[0]
    assert word == "-๒-"
    assert 1.0 < top < bottom < 2.2
    assert (left + right) / 2 == pytest.approx(3 + 16 / 2, abs=0.1)


def test_a_page_ends_with_the_first_words_of_the_next(set_blocks, paragraph, typesetter, family):
    for slash in (False, True):
        marks = PageMarks(catch_words=True, catch_word_slash=slash)
        furniture = PageFurniture(typesetter, family, marks)
        text = "".join(f"ข้อ{n} {WORDS}" for n in range(150))
        pdf = set_blocks([paragraph(text)], furniture=furniture).pdf
        pages = len(PdfReader(BytesIO(pdf)).pages)
        assert pages > 2
        for page in range(1, pages):
            _left, top, right, _, word = words_at(pdf, page)[-1]
            line = "".join(w for *_, w in words_at(pdf, page)[-3:])
            assert word.endswith("...")
            assert right == pytest.approx(19, abs=0.1)
            assert top > 27.5
            first = squeezed("".join(w for *_, w in words_at(pdf, page + 1)[:4]))
            catch = line[line.rfind("/") + 1 :] if slash else line
            assert any(first.startswith(catch[n:].removesuffix("...")) for n in range(len(catch)))
            assert ("/" in line) is slash
        assert not words_at(pdf, pages)[-1][-1].endswith("...")


def test_secrecy_stands_in_red_at_head_and_foot(set_blocks, paragraph, typesetter, family):
    furniture = PageFurniture(typesetter, family, PageMarks(secrecy="ลับที่สุด"))
    pdf = set_blocks([paragraph(WORDS)], furniture=furniture).pdf
    tops = [top for _, top, _, _, word in words_at(pdf, 1) if word == "ลับที่สุด"]
    assert len(tops) == 2
    assert tops[0] < 2
    assert tops[1] > 27.5
    content = PdfReader(BytesIO(pdf)).pages[0].get_contents()
    assert content is not None
    assert content.get_data().decode().count("0.8 0 0 rg") == 2


def test_a_watermark_lies_below_the_text(set_blocks, paragraph, typesetter, family, readers):
    furniture = PageFurniture(typesetter, family, PageMarks(watermark="ร่าง"))
    pdf = set_blocks([paragraph(WORDS)], furniture=furniture).pdf
    content = PdfReader(BytesIO(pdf)).pages[0].get_contents()
    assert content is not None
    data = content.get_data().decode()
    assert data.index("0.88 0.88 0.88 rg") < data.index("/P <</MCID 0>> BDC")
    assert "ร่าง" in squeezed(readers.pypdf(pdf))


# ---------------------------------------------------------------- map, markup, pictures


def test_the_map_finds_every_character(set_blocks, paragraph, sheet_of):
    text = WORDS * 30
    block = paragraph(Run("๑.\u00a0", bold=True), Run(text, source=Source("matter", 100)))
    paper = set_blocks([block], sheet_of(300, 200))
    covered = sorted((piece.start, piece.stop) for piece in paper.text_map.pieces)
    assert covered[0][0] == 100
    assert covered[-1][1] == 100 + len(text)
    assert all(a[1] == b[0] for a, b in itertools.pairwise(covered))
    for offset in range(100, 100 + len(text), 37):
        piece = paper.text_map.find("matter", offset)
        assert piece
        assert piece.start <= offset < piece.stop
        again = paper.text_map.at(
            piece.page, (piece.left + piece.right) / 2, (piece.top + piece.bottom) / 2
        )
        assert again == piece
    assert paper.text_map.find("other") is None
    assert paper.text_map.at(99, 0, 0) is None


def test_the_map_counts_lines_from_the_head_of_each_page(set_blocks, paragraph, sheet_of):
    block = paragraph(Run("\n".join("กขคงจ"), source=Source("t")))
    paper = set_blocks([block], sheet_of(100, 75))
    assert [(p.page, p.line) for p in paper.text_map.pieces] == [
        (1, 1), (1, 2), (1, 3), (2, 1), (2, 2),
    ]  # fmt: skip


def test_markup_becomes_runs():
    runs = runs_from_markup(
        'ก<b>ข<i>ค</i></b><u>ง</u><br/><font size="20" color="#cc0000">จ</font>&lt;'
    )
    assert [(r.text, r.bold, r.italic, r.underline, r.size) for r in runs] == [
        ("ก", False, False, False, None),
        ("ข", True, False, False, None),
        ("ค", True, True, False, None),
        ("ง", False, False, True, None),
        ("\n", False, False, False, None),
        ("จ", False, False, False, 20.0),
        ("<", False, False, False, None),
    ]
    assert runs[5].color == (0.8, 0.0, 0.0)


@pytest.mark.parametrize(
    "text", ["<b>", "<script>ก</script>", "</text>", '<font color="red">ก</font>']
)
def test_wrong_markup_is_an_error(text):
    with pytest.raises(ValueError, match="markup"):
        runs_from_markup(text)


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"%PDF-1.7", png()[:60]])
def test_a_broken_picture_is_refused(data):
    with pytest.raises(BadPictureError):
        Picture(data, 100, 100)


def test_a_picture_of_too_many_pixels_is_refused(monkeypatch):
    from bmahr_desktop.documents.typesetting import picture

    monkeypatch.setattr(picture, "MOST_PIXELS", 100)
    picture.picture_size.cache_clear()
    with pytest.raises(BadPictureError, match="too many"):
        Picture(png(), 100, 100)


def test_a_picture_is_never_wider_than_the_column_nor_higher_than_allowed():
    assert Picture(png(400, 100), 500, 300).height(200) == pytest.approx(50)
    assert Picture(png(100, 400), 500, 300).height(200) == pytest.approx(300)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK"])
@pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF"])
def test_every_kind_of_picture_becomes_gray_or_rgb(set_blocks, mode, form, tmp_path):
    from PIL import Image

    out = BytesIO()
    try:
        Image.new(mode, (30, 20)).save(out, form)
    except OSError:
        assert (form, mode) in {("PNG", "CMYK"), *(("JPEG", m) for m in ("LA", "P", "RGBA"))}
        return
    path = tmp_path / "p.pdf"
    path.write_bytes(set_blocks([Picture(out.getvalue(), 100, 100)]).pdf)
    assert pdfa.validate_written(path, "2b").verdict == "pass"


def test_a_photograph_lying_on_its_side_is_set_upright():
    from PIL import Image

    out = BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (40, 20)).save(out, "JPEG", exif=exif)
    assert Picture(out.getvalue(), 10, 100).height(10) == pytest.approx(20)
