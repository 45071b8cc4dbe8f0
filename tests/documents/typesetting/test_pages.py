"""Pages: what stays together, what is parted, and that parting loses nothing."""

from dataclasses import replace

import pytest

from bmahr_desktop.documents.typesetting.arrows import Arrow, TickBox
from bmahr_desktop.documents.typesetting.blocks import (
    Beside,
    Indented,
    NewPage,
    Space,
    Whole,
    WithTail,
)
from bmahr_desktop.documents.typesetting.filling import TooTallError
from bmahr_desktop.documents.typesetting.paragraph import ParagraphStyle
from bmahr_desktop.documents.typesetting.table import Cell, Row, Table, TableStyle
from tests.reading import squeezed

WORDS = "ที่ประชุมพิจารณาแล้วมีมติเห็นชอบตามที่ฝ่ายเลขานุการเสนอ "


def test_a_paragraph_parted_at_every_height_loses_nothing(set_blocks, paragraph, readers, sheet_of):
    text = "".join(f"{n} {WORDS}" for n in range(30))
    for height in range(50, 400, 7):
        paper = set_blocks([paragraph(text)], sheet_of(300, height))
        assert squeezed(readers.poppler(paper.pdf)) == squeezed(text), height


def test_no_line_of_a_paragraph_stands_alone(paragraph, style):
    block = paragraph(WORDS * 10)
    lines = len(block.lines(300))
    for height in range(0, 400, 3):
        parts = block.split(300, height)
        if parts:
            counts = [len(part.lines(300)) for part in parts]
            assert min(counts) >= 2
            assert sum(counts) == lines
            assert parts[0].height(300) <= height + 0.01


def test_a_part_may_be_set_at_another_width_without_doubling(paragraph):
    block = paragraph(WORDS * 10)
    first, second = block.split(300, 60)
    shown = ""
    for part, width in ((first, 170), (second, 410)):
        clusters = part.text.clusters
        for line in part.lines(width):
            shown += "".join(c.text for c in clusters[line.start : line.stop])
    assert shown == WORDS * 10


def table(paragraph, rows: int, style=None, header=1, lines=4) -> Table:
    heads = [Row([Cell([paragraph(f"หัว{c}")], heading=True) for c in "กขค"])] * header
    body = [
        Row([Cell([paragraph(f"แถว{r}ช่อง{c} " + WORDS * lines)]) for c in range(3)])
        for r in range(rows)
    ]
    return Table([1, 1, 2], body, style or TableStyle(), heads)


def test_a_table_parted_at_every_height_loses_nothing(set_blocks, paragraph, readers, sheet_of):
    wanted = squeezed("".join(f"แถว{r}ช่อง{c} " + WORDS * 4 for r in range(4) for c in range(3)))
    for height in range(120, 640, 13):
        paper = set_blocks([table(paragraph, 4)], sheet_of(420, height))
        text = squeezed(readers.poppler(paper.pdf))
        for heading in ("หัวก", "หัวข", "หัวค"):
            assert text.count(heading) == paper.pages, height
            text = text.replace(heading, "")
        assert sorted(text) == sorted(wanted), height


def test_small_rows_are_not_parted(set_blocks, paragraph, sheet_of, readers):
    paper = set_blocks([table(paragraph, 12, lines=1)], sheet_of(420, 300))
    for page in range(paper.pages):
        import pypdfium2

        document = pypdfium2.PdfDocument(paper.pdf)
        textpage = document[page].get_textpage()
        text = squeezed(textpage.get_text_range())
        textpage.close()
        document.close()
        assert text.count("แถว") % 3 == 0


def test_a_row_that_is_higher_than_a_page_is_parted(set_blocks, paragraph, readers, sheet_of):
    rows = [Row([Cell([paragraph("สั้น")]), Cell([paragraph(WORDS * 80)])])]
    paper = set_blocks([Table([1, 2], rows, TableStyle())], sheet_of(400, 300))
    assert paper.pages > 3
    assert squeezed(readers.poppler(paper.pdf)).count("ที่ประชุม") == 80


def rules(pdf: bytes) -> list[list[str]]:
    """The rectangles of the rules on every page."""
    from io import BytesIO

    from pypdf import PdfReader

    found = []
    for page in PdfReader(BytesIO(pdf)).pages:
        content = page.get_contents()
        assert content is not None
        found.append([x for x in content.get_data().decode().split("\n") if x.endswith(" re")])
    return found


def test_every_part_of_a_row_has_its_rules(set_blocks, paragraph, sheet_of):
    rows = [Row([Cell([paragraph("สั้น")]), Cell([paragraph(WORDS * 80)])])]
    paper = set_blocks([Table([1, 2], rows, TableStyle())], sheet_of(400, 300))
    assert [len(page) for page in rules(paper.pdf)] == [2] * paper.pages


def test_cells_may_span_columns_and_rows(set_blocks, paragraph, readers):
    rows = [
        Row([Cell([paragraph("ก")], rows=2), Cell([paragraph("ข")], columns=2)]),
        Row([Cell([paragraph("ค")]), Cell([paragraph("ง")])]),
        Row([Cell([paragraph("จ")], columns=3)]),
    ]
    paper = set_blocks([Table([1, 1, 1], rows, TableStyle())])
    assert squeezed(readers.poppler(paper.pdf)) == "กขคงจ"
    assert len(rules(paper.pdf)[0]) == 5


def test_a_cell_too_many_is_an_error_of_the_caller(paragraph):
    rows = [Row([Cell([paragraph("ก")]), Cell([paragraph("ข")])])]
    with pytest.raises(ValueError, match="more cells"):
        Table([1], rows, TableStyle()).height(100)


def test_the_heading_says_continued_on_further_pages(set_blocks, paragraph, readers, sheet_of):
    body = [Row([Cell([paragraph(WORDS * 3)])]) for _ in range(8)]
    head = [Row([Cell([paragraph("ยุทธศาสตร์")])])]
    again = [Row([Cell([paragraph("ยุทธศาสตร์ (ต่อ)")])])]
    paper = set_blocks([Table([1], body, TableStyle(), head, again)], sheet_of(300, 200))
    text = squeezed(readers.poppler(paper.pdf))
    assert text.count("(ต่อ)") == paper.pages - 1
    assert text.count("ยุทธศาสตร์") == paper.pages


def heading(paragraph, style, text="หัวข้อ"):
    keep = ParagraphStyle(style.family, keep_with_next=True)
    return paragraph(text, style=keep)


def test_no_page_ends_with_a_heading(set_blocks, paragraph, style, readers, sheet_of):
    for lines in range(1, 14):
        blocks = [Space(1), paragraph("\n".join("ก" * lines)), heading(paragraph, style),
                  heading(paragraph, style, "หัวข้อรอง"), paragraph(WORDS * 5)]  # fmt: skip
        for text in readers.pages(set_blocks(blocks, sheet_of(250, 260)).pdf):
            assert not text.rstrip().endswith(("หัวข้อ", "หัวข้อรอง")), lines


def test_what_announces_a_list_sends_its_last_lines_on_with_it(
    set_blocks, paragraph, style, readers, sheet_of
):
    lead = replace(style, keep_with_next=True)
    for lines in range(1, 14):
        blocks = [paragraph("\n".join("ก" * lines)), paragraph("\n".join("ขคงจฉช"), style=lead),
                  table(paragraph, 3, lines=1)]  # fmt: skip
        texts = readers.pages(set_blocks(blocks, sheet_of(420, 300)).pdf)
        page = next(text for text in texts if "แถว0" in text)
        assert "ฉ" in page
        assert "ช" in page
        assert len(texts) <= 3


def test_a_heading_stays_with_the_first_rows_of_a_table(
    set_blocks, paragraph, style, readers, sheet_of
):
    for lines in range(1, 14):
        blocks = [paragraph("\n".join("ก" * lines)), heading(paragraph, style),
                  table(paragraph, 3, lines=1)]  # fmt: skip
        for text in readers.pages(set_blocks(blocks, sheet_of(420, 300)).pdf):
            if "หัวข้อ" in text:
                assert "แถว0" in text


def test_a_closing_never_stands_alone(set_blocks, paragraph, style, readers, sheet_of):
    for count in range(1, 20):
        tail = Whole([paragraph("เลิกประชุม"), Space(40), paragraph("(ลงชื่อ)")])
        last = paragraph("ท้าย " + WORDS * count)
        texts = readers.pages(set_blocks([WithTail(last, tail)], sheet_of(250, 200)).pdf)
        page = next(text for text in texts if "เลิกประชุม" in text)
        assert "(ลงชื่อ)" in page
        before = page.split("เลิกประชุม")[0].strip().splitlines()
        assert len(before) >= min(2, len(last.lines(250)))


def test_a_closing_higher_than_a_page_is_set_all_the_same(set_blocks, paragraph, sheet_of):
    tail = Whole([paragraph("ปิด"), Space(150)])
    paper = set_blocks([WithTail(paragraph("\n".join("กขค")), tail)], sheet_of(250, 200))
    assert paper.pages == 2


def test_a_block_higher_than_a_page_is_refused(set_blocks, paragraph, sheet_of):
    with pytest.raises(TooTallError):
        set_blocks([Whole([paragraph("ก"), Space(500)])], sheet_of(200, 300))


def test_a_new_page_begins_where_it_is_asked_for(set_blocks, paragraph, readers):
    paper = set_blocks([NewPage(), paragraph("หนึ่ง"), NewPage(), NewPage(), paragraph("สอง")])
    assert [text.strip() for text in readers.pages(paper.pdf)] == ["หนึ่ง", "สอง"]


def test_blocks_beside_and_indented_may_be_parted(set_blocks, paragraph, readers, sheet_of):
    long = WORDS * 20
    blocks = [Beside(paragraph("วาระ"), paragraph(long), 60), Indented(paragraph(long), 30, 20)]
    paper = set_blocks(blocks, sheet_of(300, 200))
    assert paper.pages > 2
    assert squeezed(readers.poppler(paper.pdf)) == "วาระ" + squeezed(long + long)


def test_no_blocks_give_one_empty_page(set_blocks):
    assert set_blocks([]).pages == 1


def test_setting_may_be_stopped_between_pages(paragraph):
    from bmahr_desktop.documents.typesetting.document import Sheet, set_paper
    from bmahr_desktop.documents.typesetting.pdfa import About
    from bmahr_desktop.places import resource
    from tests.documents.typesetting.conftest import NoFurniture

    seen = []

    def stop(page: int) -> None:
        seen.append(page)
        if page == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        set_paper([paragraph(WORDS * 900)], Sheet(), About("ก"), NoFurniture(),
                  resource("icc", "sRGB.icc"), stop)  # fmt: skip
    assert seen == [1, 2]


def test_arrows_and_boxes_are_drawn_into_cells(set_blocks, paragraph):
    rows = [Row([Cell([paragraph("ขั้นตอน")]), Cell([Arrow(18)], columns=3), Cell([TickBox(9)])])]
    pdf = set_blocks([Table([4, 1, 1, 1, 1], rows, TableStyle())]).pdf
    from io import BytesIO

    from pypdf import PdfReader

    content = PdfReader(BytesIO(pdf)).pages[0].get_contents()
    assert content is not None
    drawn = content.get_data().decode()
    assert drawn.count(" l h f") == 2
    assert drawn.count("9.00 9.00 re S") == 1
