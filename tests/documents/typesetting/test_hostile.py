"""Hostile text is just text."""

import pypdfium2
import pytest

from tests.reading import squeezed

HOSTILE = {
    "markup": '<b>&"</b> <para> &lt; ]]> <font size=99> ${x} {0} %s \\n',
    "pdf": "(()) \\) >> endstream endobj BT ET /F1 Tf [ ] << ' \"",
    "emoji": "ที่ประชุม 😀👍🏽👨‍👩‍👧 🇹🇭 เห็นชอบ",
    "right to left": "\u202eกลับ\u202c עברית العربية",
    "zero width": "ก\u200bข\u200cค\u200d\ufeffง\u2060จ\u00adฉ",
    "controls": "ก\x00ข\x07ค\x1bง\x7f",
    "private": "\ue000\uf8ff\U000f0000",
    "not characters": "\ufffe\uffff\ufdd0",
    "astral": "𝒜𠀀𓀀",
    "combining": "e\u0301\u0302\u0303 ก\u0e49\u0e49\u0e49\u0e49 \u0e49\u0e31 ็็็",
    "lone surrogates": "ก\ud800ข\udfffค",
    "line ends": "หนึ่ง\nสอง\r\nสาม\n\n\nสี่\u2028ห้า",
    "tabs": "\tหนึ่ง\t\tสอง",
    "spaces": "   " * 200 + "ท้าย",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_set(set_blocks, paragraph, name):
    paper = set_blocks([paragraph(HOSTILE[name])])
    document = pypdfium2.PdfDocument(paper.pdf)
    assert len(document) == paper.pages == 1
    document.close()


def test_markup_is_shown_as_typed(set_blocks, paragraph, readers):
    text = HOSTILE["markup"]
    assert squeezed(readers.pypdf(set_blocks([paragraph(text)]).pdf)) == squeezed(text)


def test_a_lone_surrogate_is_read_back_as_unknown(set_blocks, paragraph, readers):
    pdf = set_blocks([paragraph(HOSTILE["lone surrogates"])]).pdf
    assert readers.pypdf(pdf).strip() == "ก\ufffdข\ufffdค"


def test_zero_width_characters_draw_nothing(paragraph):
    block = paragraph(HOSTILE["zero width"])
    assert [cluster.text for cluster in block.text.clusters] == list("กขคงจฉ")


def test_what_no_font_has_is_drawn_as_its_number(paragraph):
    cluster = paragraph("你").text.clusters[0]
    assert cluster.advance > 300
    assert not cluster.missing


def test_nothing_is_ever_blank(paragraph):
    """Every character but spaces puts ink on the paper."""
    text = "กA→↔✓☐●α你😀\ue000ﷺ"
    for cluster in paragraph(text).text.clusters:
        assert any(sign.parts for sign in cluster.signs), cluster.text
        assert not cluster.missing, cluster.text


def test_a_hundred_thousand_characters_in_one_paragraph(set_blocks, paragraph):
    text = "การประชุมคณะอนุกรรมการเพื่อพิจารณาแผนปฏิบัติราชการ " * 2000
    paper = set_blocks([paragraph(text)])
    assert len(text) > 100_000
    assert paper.pages > 25


def test_a_hundred_thousand_letters_without_a_space(set_blocks, paragraph, readers):
    for letters in ("กขคง" * 25_000, "x" * 100_000):
        paper = set_blocks([paragraph(letters)])
        assert squeezed(readers.poppler(paper.pdf)) == letters
