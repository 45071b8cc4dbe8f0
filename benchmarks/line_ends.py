"""Line ends on a text that the word list was never tuned on, to be read by eye.

The text is the Universal Declaration of Human Rights in Thai (the United Nations' wording). Every
line end that falls between two Thai letters is listed with what stands around it.
"""

from pathlib import Path

from benchmarks.measuring import OUT, show
from bmahr_desktop.documents.fonts import family_named
from bmahr_desktop.documents.typesetting.paragraph import Paragraph, ParagraphStyle
from bmahr_desktop.documents.typesetting.text import Run, Typesetter
from bmahr_desktop.thai.segment import Segmenter

TEXT = Path(__file__).parent / "texts" / "udhr_th.txt"
WIDTHS = (454.0, 383.0, 200.0, 130.0)
"""The text width of a page, of the committee's column, of two kinds of table cells; points."""
AROUND = 14


def line_ends() -> None:
    """List the line ends between Thai letters."""
    typesetter, style = Typesetter(Segmenter()), ParagraphStyle(family_named("Sarabun"))
    found: dict[str, None] = {}
    lines = 0
    for paragraph in TEXT.read_text(encoding="utf-8").splitlines():
        block = Paragraph(typesetter, (Run(paragraph),), style)
        for width in WIDTHS:
            for line in block.lines(width)[:-1]:
                lines += 1
                at = block.text.offsets[line.stop]
                if _is_thai(paragraph[at - 1]) and _is_thai(paragraph[at]):
                    shown = f"{paragraph[max(0, at - AROUND) : at]}|{paragraph[at : at + AROUND]}"
                    found[shown] = None
    OUT.mkdir(parents=True, exist_ok=True)
    listing = OUT / "line-ends.txt"
    listing.write_text("\n".join(found) + "\n", encoding="utf-8")
    rows = [
        ("lines set at four widths", str(lines)),
        ("different ends between Thai letters", f"{len(found)}, listed in {listing}"),
    ]
    show("Line ends on the Universal Declaration of Human Rights, to be read", rows)


def _is_thai(character: str) -> bool:
    return "ก" <= character <= "๎"
