"""What was typed is what a reader of the PDF gets back: by pypdf, pdfium and poppler alike."""

import string
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bmahr_desktop.documents.typesetting.paragraph import Align, Paragraph, ParagraphStyle
from bmahr_desktop.documents.typesetting.text import Run
from tests.reading import squeezed

STACKED = [
    "น้ำ ก่ำ ปี่ ป้า ปิ้ ป้ำ ฟื้นฟู ญาติ ญู ฐุ ฎุ ฏู ศิลป์ สิทธิ์ ก็ กฺ",
    "ที่ประชุมพิจารณาแล้วเห็นชอบตามที่เสนอ ทั้งนี้ ให้รับข้อสังเกตไปดำเนินการ",
    "แผนปฏิบัติราชการ (Action Plan) ประจำปี พ.ศ. ๒๕๖๔ ร้อยละ ๘๓.๒๐ e-Service COVID-19",
    "“ผู้ช่วยศาสตราจารย์” จาก – ถึง — ฯลฯ ต่าง ๆ … ฿ ½ × ± ≤ ≥",
    "→ ← ↔ ⟷ ✓ ✗ ☐ ☑ ☒ ● ○ ■ □",
]


def words_back(readers, pdf: bytes, typed: str) -> None:
    for name, text in readers.all(pdf).items():
        assert squeezed(text) == squeezed(typed), name


@pytest.mark.parametrize("text", STACKED)
def test_marks_and_signs_come_back(set_blocks, paragraph, readers, text):
    words_back(readers, set_blocks([paragraph(text)]).pdf, text)


def test_styles_come_back(set_blocks, paragraph, readers):
    runs = [
        Run("ตัวธรรมดา"),
        Run("ตัวหนาปี่ป้า", bold=True),
        Run("ตัวเอียงน้ำ", italic=True),
        Run("หนาเอียงฟื้นฟู", bold=True, italic=True),
        Run("ขีดเส้นใต้ญาติ", underline=True, size=20, rise=3),
        Run("แดง", color=(0.8, 0, 0)),
    ]
    pdf = set_blocks([paragraph(*runs)]).pdf
    words_back(readers, pdf, "".join(run.text for run in runs))


def test_a_spread_paragraph_comes_back(set_blocks, paragraph, family, readers):
    text = " ".join(STACKED[1:3] * 12)
    spread = ParagraphStyle(family, align=Align.SPREAD, first=70)
    words_back(readers, set_blocks([paragraph(text, style=spread)]).pdf, text)


def test_spaces_come_back_too(set_blocks, paragraph, readers):
    text = "มติ อ.ก.ก. เห็นชอบ Action Plan ๒๕๖๔"
    for name, found in readers.all(set_blocks([paragraph(text)]).pdf).items():
        assert found.strip() == text, name


def test_a_no_break_space_is_read_as_a_space(set_blocks, paragraph, readers):
    pdf = set_blocks([paragraph("๑.\u00a0เรื่อง")]).pdf
    for name, found in readers.all(pdf).items():
        assert found.strip() == "๑. เรื่อง", name


DRAWABLE = st.characters(
    codec="utf-8", categories=("L", "N", "P", "S", "M"), max_codepoint=0xFFFF,
    exclude_characters="\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u3164\uffa0\u2028\u2029",
)  # fmt: skip
THAI = st.text(alphabet="กขคงจชซญฐดตนบปผพฟมยรลวศสหอะัาำิีึืุูเแโใไๅ็่้๊๋์ฯๆ๐๑๒๓", max_size=40)
LATIN = st.text(alphabet=string.ascii_letters + string.digits + " .,;:-/()%", max_size=20)
ANYTHING = st.text(alphabet=DRAWABLE, max_size=8)
MIXED = st.lists(st.one_of(THAI, LATIN, ANYTHING), min_size=1, max_size=6).map(" ".join)


def drawn_text(block: Paragraph, width: float) -> str:
    """The characters of the clusters that the lines at a width show, with their spaces."""
    clusters = block.text.clusters
    return "".join(
        cluster.text for line in block.lines(width) for cluster in clusters[line.start : line.stop]
    )


@settings(max_examples=2_000, deadline=None, suppress_health_check=[HealthCheck.too_slow,
          HealthCheck.function_scoped_fixture])  # fmt: skip
@given(text=MIXED, width=st.floats(40, 460))
def test_no_text_is_lost_or_doubled_in_lines(paragraph, text, width):
    block = paragraph(text)
    kept = "".join(c for c in text.replace("\t", " ") if not is_invisible(c) and c != "\n")
    assert drawn_text(block, width) == kept
    assert block.height(width) == len(block.lines(width)) * block.style.line_height


def is_invisible(character: str) -> bool:
    from bmahr_desktop.documents.typesetting.text import _INVISIBLE

    return _INVISIBLE.fullmatch(character) is not None


@settings(max_examples=60, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
@given(texts=st.lists(MIXED, min_size=1, max_size=8))
def test_random_text_is_set_without_error_and_every_character_comes_back(
    set_blocks, paragraph, readers, texts
):
    pdf = set_blocks([paragraph(text) for text in texts]).pdf
    read, typed = squeezed(readers.pypdf(pdf)), squeezed("".join(texts))
    assert sorted(read) == sorted(typed)
    if not any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in typed):
        assert read == typed  # pypdf turns what is written from right to left around by itself
