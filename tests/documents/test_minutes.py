"""The minutes on paper: every word once, everything in its place."""

import re
import subprocess
from collections import Counter
from io import BytesIO

import msgspec
import pytest
from pikepdf import pdfa
from pypdf import PdfReader
from pypdf.generic import Destination

from bmahr_desktop.documents.minutes import set_minutes
from bmahr_desktop.documents.typesetting.document import POINTS_PER_CM as CM
from bmahr_desktop.documents.typesetting.ink import draw_clusters
from bmahr_desktop.domain.body import Cell, CellAlign, Table
from bmahr_desktop.domain.committee import AgendaLayout, Justification
from bmahr_desktop.domain.composition import compose_minutes
from bmahr_desktop.domain.meeting import AgendaItem, Matter, Secrecy
from bmahr_desktop.domain.minutes import (
    MinutesPaper,
    PaperBlock,
    PaperList,
    PaperParagraph,
    PaperPicture,
    PaperTable,
    TextKey,
)
from bmahr_desktop.operations.exchange import read_exchange
from bmahr_desktop.thai.digits import DigitStyle
from tests.meetings import committee, meeting, section, text, uid
from tests.reading import Readers, squeezed

LONG = "ที่ประชุมพิจารณาแล้วเห็นว่าเรื่องนี้สอดคล้องกับแนวทางที่กำหนดไว้ในปีที่ผ่านมา และควรดำเนินการต่อไป " * 4


def paper_of(form=None, draft=False, **changes) -> MinutesPaper:
    return compose_minutes(meeting(**changes), committee(**(form or {})), {}, draft=draft)


def one_matter(*sections, **more) -> tuple[AgendaItem, ...]:
    matter = Matter(uid=uid("m"), sections=sections, **more)
    return (AgendaItem(uid=uid("i"), title="เรื่องเพื่อพิจารณา", matters=(matter,)),)


def words(pdf: bytes) -> list[tuple[int, float, float, float, str]]:
    """Every word with its page, left, right and top in centimetres."""
    done = subprocess.run(
        ["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True
    )
    found, page = [], 0
    pattern = r'<page|xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)<'
    for match in re.finditer(pattern, done.stdout.decode()):
        if match[4] is None:
            page += 1
        else:
            left, top, right = (float(match[n]) / CM for n in (1, 2, 3))
            found.append((page, left, right, top, match[4]))
    return found


def lefts(pdf: bytes, word: str) -> list[float]:
    return [left for _, left, _, _, found in words(pdf) if found.startswith(word)]


# ---------------------------------------------------------------- every word once


def said_by(block) -> list[str]:
    match block:
        case PaperParagraph():
            return [block.label, block.text]
        case PaperTable():
            cells = [cell for row in block.rows for cell in row]
            return [word for cell in cells for p in cell.paragraphs for word in said_by(p)]
        case PaperPicture():
            return said_by(block.caption)
        case PaperList():
            rows = [(row.number, *row.lines, *row.at_right) for row in block.rows]
            return [block.heading, *(word for row in rows for word in row)]
    raise TypeError(block)


def words_of_paper(paper: MinutesPaper) -> str:
    """Every word that the paper holds, in any order."""
    said = [*paper.heading, paper.opening, paper.closing]
    blocks: list[PaperBlock] = [*paper.lists]
    for item in paper.items:
        said.append(item.label)
        blocks.append(item.title)
        for matter in item.matters:
            blocks += [matter.title] if matter.title else []
            blocks += [block for part in matter.sections for block in part.blocks]
            blocks += matter.resolutions
            said.append(matter.resolution_label)
            said += [part.heading for part in matter.sections if part.blocks]
    for signature in paper.signatures:
        said.extend(("(", signature.name, ")", *signature.lines))
    for appendix in paper.appendices:
        blocks += [appendix.title, *appendix.blocks]
    return "".join([*said, *(word for block in blocks for word in said_by(block))])


@pytest.fixture(scope="module")
def sample(request):
    root = request.config.rootpath
    return read_exchange(root / "resources" / "sample" / "data.json")


@pytest.fixture(scope="module")
def sample_papers(sample):
    return [
        compose_minutes(one, sample.exchange.committees[0], sample.pictures)
        for one in sorted(sample.exchange.meetings, key=lambda one: one.date)
    ]


@pytest.fixture
def drawn(monkeypatch):
    """The characters that paragraphs draw, but not those of repeated headings."""
    seen: list[str] = []

    def record(surface, shaped, start, stop, place, y):
        if not surface._artifacts:
            seen.extend(cluster.text for cluster in shaped.clusters[start:stop])
        draw_clusters(surface, shaped, start, stop, place, y)

    monkeypatch.setattr("bmahr_desktop.documents.typesetting.paragraph.draw_clusters", record)
    return seen


def folded(text: str) -> Counter[str]:
    return Counter(squeezed(text).translate(str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")))


@pytest.mark.parametrize("layout", list(AgendaLayout))
@pytest.mark.parametrize("justification", list(Justification))
def test_source_characters_are_drawn_characters(sample, drawn, layout, justification):
    owner = sample.exchange.committees[0]
    form = msgspec.structs.replace(owner.form, layout=layout, justification=justification)
    owner = msgspec.structs.replace(owner, form=form)
    for one in sample.exchange.meetings:
        paper = compose_minutes(one, owner, sample.pictures)
        drawn.clear()
        set_minutes(paper)
        assert folded("".join(drawn)) == folded(words_of_paper(paper))


def test_the_sample_is_long_and_awkward_enough(sample_papers):
    assert len(sample_papers) >= 8
    assert 20 <= set_minutes(sample_papers[0]).pages <= 24
    assert len(sample_papers[0].lists[0].rows) == 15


def test_three_readers_get_the_same_words_back(sample_papers, tmp_path):
    readers = Readers(tmp_path)
    for paper in sample_papers[:3]:
        texts = [squeezed(found) for found in readers.all(set_minutes(paper).pdf).values()]
        assert texts[0] == texts[1] == texts[2]


def test_every_paper_of_the_sample_is_pdf_a(sample_papers, tmp_path):
    path = tmp_path / "paper.pdf"
    for paper in sample_papers:
        path.write_bytes(set_minutes(paper).pdf)
        report = pdfa.validate_written(path, "2b")
        assert (report.verdict, list(report.findings)) == ("pass", [])


def test_no_line_of_the_sample_begins_wrongly(sample_papers, tmp_path):
    readers = Readers(tmp_path)
    for paper in sample_papers:
        for line in readers.poppler(set_minutes(paper).pdf).splitlines():
            assert not line.startswith(("ๆ", "ฯ", ")", "”", ",", ":")), line


# ---------------------------------------------------------------- places


def test_the_column_form_is_the_default():
    """The number of an item in a column at left, all text to its right (domain 2)."""
    paper = paper_of(agenda=one_matter(section(text(f"ข้อหนึ่ง{LONG}", 1), text(f"ข้อรอง{LONG}", 2))))
    pdf = set_minutes(paper).pdf
    assert lefts(pdf, "ระเบียบวาระที่")[0] == pytest.approx(3.0, abs=0.05)
    assert lefts(pdf, "เรื่องเพื่อพิจารณา")[0] > 5.5
    numbers = [left for _, left, _, _, word in words(pdf) if word == "๑."]
    assert numbers[-1] == pytest.approx(3 + 2.5 + 0.75, abs=0.05)
    assert lefts(pdf, "๑.๑")[0] == pytest.approx(3 + 2.5 + 1.5, abs=0.05)
    body = [left for page, left, _, _, w in words(pdf) if page > 1 and w.startswith("ที่ประชุม")]
    assert min(body) >= 5.5 - 0.02


def test_a_level_that_is_left_out_does_not_indent():
    paper = paper_of(agenda=one_matter(section(text("ก", 1), text("ข", 4), text("ค", 4))))
    pdf = set_minutes(paper).pdf
    assert lefts(pdf, "(๑)")[-1] == pytest.approx(3 + 2.5 + 1.5, abs=0.05)
    assert lefts(pdf, "(๒)")[-1] == pytest.approx(3 + 2.5 + 1.5, abs=0.05)
    paper = paper_of(
        agenda=one_matter(section(text("ก", 1), text("ข", 2), text("ค", 3), text("ง", 4)))
    )
    assert lefts(set_minutes(paper).pdf, "(๑)")[-1] == pytest.approx(3 + 2.5 + 3.0, abs=0.05)


def test_cells_stand_where_they_are_told():
    cells = [
        Cell(paragraphs=(text(word),), align=align)
        for word, align in (("ซ้าย", None), ("กลาง", CellAlign.CENTER), ("ขวา", CellAlign.RIGHT))
    ]
    total = [Cell(paragraphs=(text(word, bold=True),)) for word in ("รวมยอด", "๑,๒๐๐", "๕")]
    heading = [Cell(paragraphs=(text(word, bold=True),)) for word in ("หัวหนึ่ง", "หัวสอง", "หัวสาม")]
    table = Table(widths=(1, 1, 1), rows=(tuple(heading), tuple(cells), tuple(total)))
    pdf = set_minutes(paper_of(agenda=one_matter(section(table)))).pdf
    where = {word: (left, right) for _, left, right, _, word in words(pdf)}
    column = 16 / 3
    assert where["ซ้าย"][0] < 3.3
    assert sum(where["กลาง"]) / 2 == pytest.approx(3 + 1.5 * column, abs=0.05)
    assert where["ขวา"][1] == pytest.approx(19, abs=0.2)
    assert sum(where["หัวสอง"]) / 2 == pytest.approx(3 + 1.5 * column, abs=0.05)
    assert where["รวมยอด"][0] < 3.3, "a row of sums is no heading"


def test_a_long_heading_is_cut_in_equal_lines():
    name = "คณะอนุกรรมการวิสามัญเกี่ยวกับการพัฒนาบริการดิจิทัลและระบบสารสนเทศด้านทรัพยากรบุคคลของกรุงเทพมหานคร"
    paper = compose_minutes(meeting(), msgspec.structs.replace(committee(), name=name), {})
    rows: dict[float, list[float]] = {}
    for page, left, right, top, _ in words(set_minutes(paper).pdf):
        if page == 1:
            rows.setdefault(round(top, 1), []).extend((left, right))
    first, second = (max(rows[top]) - min(rows[top]) for top in sorted(rows)[:2])
    assert second > 0.6 * first


def test_the_form_of_the_regulation_indents_first_lines():
    """First lines 2.5 cm in, the others from margin to margin (standards B4)."""
    paper = paper_of(
        form={"layout": AgendaLayout.INDENTED, "justification": Justification.LEFT},
        agenda=one_matter(section(text(f"เปิดเรื่อง {LONG}"))),
    )
    pdf = set_minutes(paper).pdf
    assert lefts(pdf, "เปิดเรื่อง")[0] == pytest.approx(3 + 2.5, abs=0.05)
    page, top = next((p, t) for p, _, _, t, w in words(pdf) if w == "เปิดเรื่อง")
    below = [left for p, left, _, t, _ in words(pdf) if p == page and 0.6 < t - top < 0.9]
    assert min(below) == pytest.approx(3.0, abs=0.05)


def test_the_text_is_sixteen_centimetres_wide():
    pdf = set_minutes(paper_of(agenda=one_matter(section(text(LONG))))).pdf
    assert max(right for _, _, right, _, _ in words(pdf)) <= 19.15
    assert min(left for _, left, _, _, _ in words(pdf)) >= 2.98


def test_the_lists_stand_in_columns():
    pdf = set_minutes(paper_of()).pdf
    numbers = {round(left, 1) for page, left, _, _, w in words(pdf) if page == 1 and w == "๒."}
    assert 3.0 in numbers
    assert lefts(pdf, "นายสมมาตร")[0] == pytest.approx(4.0, abs=0.05)
    assert lefts(pdf, "แทนปลัดเมือง")[0] == pytest.approx(4.0, abs=0.05)
    assert lefts(pdf, "อ.ก.ก.")[1] == pytest.approx(14.5, abs=0.3)
    assert lefts(pdf, "ติดราชการ")[0] == pytest.approx(14.5, abs=0.3)
    assert lefts(pdf, "นักทรัพยากรบุคคล")[0] == pytest.approx(10.9, abs=0.3)


def test_the_signature_stands_in_the_middle_of_the_right_half():
    pdf = set_minutes(paper_of()).pdf
    page = max(page for page, *_ in words(pdf))
    lines: dict[float, list[tuple[float, float]]] = {}
    last = [w for w in words(pdf) if w[0] == page]
    start = max(n for n, w in enumerate(last) if w[4].startswith("(นางปั้นหยา"))
    for _, left, right, top, _ in last[start:]:
        lines.setdefault(round(top, 1), []).append((left, right))
    assert len(lines) == 4
    for parts in lines.values():
        left, right = min(a for a, _ in parts), max(b for _, b in parts)
        assert left > 11
        assert (left + right) / 2 == pytest.approx(3 + 16 * 0.75, abs=0.15)


def test_the_title_is_centred():
    pdf = set_minutes(paper_of()).pdf
    first = [w for w in words(pdf) if w[0] == 1 and w[3] < 3.2]
    left, right = min(w[1] for w in first), max(w[2] for w in first)
    assert (left + right) / 2 == pytest.approx(11.0, abs=0.1)


def test_the_margins_are_settings():
    form = {"margin_left_cm": 4.0, "margin_right_cm": 3.0, "margin_top_cm": 5.0}
    pdf = set_minutes(paper_of(form=form, agenda=one_matter(section(text(LONG))))).pdf
    assert min(w[1] for w in words(pdf)) >= 3.98
    assert max(w[2] for w in words(pdf)) <= 18.2
    assert min(w[3] for w in words(pdf) if w[0] == 1) >= 4.9


# ---------------------------------------------------------------- options


def page_text(pdf: bytes) -> str:
    return squeezed("".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages))


def test_digits_follow_the_form_but_kept_ones_stay():
    agenda = one_matter(
        section(text("ปี 2564 ระบบ COVID-19 "), text("โทร. 1234", keep_digits=True)),
    )
    thai = page_text(set_minutes(paper_of(agenda=agenda)).pdf)
    assert "ปี๒๕๖๔ระบบCOVID-19" in thai
    assert "โทร.1234" in thai
    arabic = page_text(set_minutes(paper_of(form={"digits": DigitStyle.ARABIC}, agenda=agenda)).pdf)
    assert "ครั้งที่1/2568" in arabic
    typed = page_text(
        set_minutes(paper_of(form={"digits": DigitStyle.AS_TYPED}, agenda=agenda)).pdf
    )
    assert "ปี2564" in typed


def test_a_draft_and_a_secret_are_marked_on_every_page():
    paper = paper_of(
        draft=True, secrecy=Secrecy.SECRET, agenda=one_matter(section(text(LONG * 12)))
    )
    set_paper = set_minutes(paper)
    assert set_paper.pages >= 3
    for page in PdfReader(BytesIO(set_paper.pdf)).pages:
        found = squeezed(page.extract_text())
        assert found.count("ลับมาก") == 2
        assert "ร่าง" in found


def test_page_numbers_and_catch_words_may_be_left_out():
    agenda = one_matter(section(text(LONG * 20)))
    plain = {"page_numbers": False, "catch_words": False}
    with_all = page_text(set_minutes(paper_of(agenda=agenda)).pdf)
    without = page_text(set_minutes(paper_of(form=plain, agenda=agenda)).pdf)
    assert "-๒-" in with_all
    assert "..." in with_all
    assert "-๒-" not in without
    assert "..." not in without


def test_free_lines_at_head_and_foot():
    form = {"header": "สำเนาคู่ฉบับ", "footer": "พิมพ์ครั้งที่ 2"}
    found = page_text(set_minutes(paper_of(form=form)).pdf)
    assert "สำเนาคู่ฉบับ" in found
    assert "พิมพ์ครั้งที่๒" in found


def test_there_is_a_bookmark_for_each_item_and_each_titled_matter():
    outline = PdfReader(BytesIO(set_minutes(paper_of()).pdf)).outline
    titles = []
    for mark in outline:
        if isinstance(mark, Destination):
            titles.append(str(mark.title))
        else:
            titles.append([str(m.title) for m in mark if isinstance(m, Destination)])  # type: ignore[arg-type]
    assert titles == [
        "ระเบียบวาระที่ ๑ เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ",
        "ระเบียบวาระที่ ๒ เรื่องรับรองรายงานการประชุม",
        "ระเบียบวาระที่ ๓ เรื่องเพื่อพิจารณา",
        ["๓.๑ เรื่อง แผนหนึ่ง", "๓.๒ เรื่อง แผนสอง"],
        "ระเบียบวาระที่ ๔ เรื่องกำหนดวันประชุม",
    ]


def test_the_map_leads_from_a_record_to_its_place():
    paper = set_minutes(paper_of())
    piece = paper.text_map.find(TextKey(uid("r4"), "text"), 25)
    assert piece
    assert piece.start <= 25 < piece.stop
    assert paper.text_map.find(TextKey(uid("i3"), "title"))
    assert paper.text_map.find(TextKey(meeting().agenda[2].matters[0].sections[1].uid, "body", 1))


def test_progress_is_told_and_the_work_can_be_stopped():
    seen: list[int] = []
    paper = paper_of(agenda=one_matter(section(text(LONG * 30))))
    pages = set_minutes(paper, seen.append).pages
    assert seen == list(range(1, pages))

    def stop(page: int) -> None:
        raise InterruptedError(page)

    with pytest.raises(InterruptedError):
        set_minutes(paper, stop)


def test_hostile_words_in_every_field_are_just_text(tmp_path):
    evil = "<b>&\"' %s {0} \\ =cmd() ../ \u202e\u200b😀"
    paper = paper_of(
        venue=evil,
        agenda=(
            AgendaItem(uid=uid("i"), title=evil, matters=(
                Matter(uid=uid("m"), title=evil, sections=(section(text(evil), heading=evil),)),
            )),
        ),
    )  # fmt: skip
    found = page_text(set_minutes(paper).pdf)
    assert found.count("<b>&\"'%s{๐}\\=cmd()../") >= 5
