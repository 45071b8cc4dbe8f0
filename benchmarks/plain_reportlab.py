"""The floor: the same text by ReportLab alone, without shaping and without Thai line ends.

Run as a process: ``python -m benchmarks.plain_reportlab WORDS.json FONT.ttf OUT.pdf``.
"""

import json
import sys
from html import escape
from pathlib import Path

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table


def main(words: str, font: str, out: str) -> None:
    """Set the words."""
    pdfmetrics.registerFont(TTFont("Thai", font))
    text = ParagraphStyle("text", fontName="Thai", fontSize=10.7, leading=21.3)
    cell = ParagraphStyle("cell", fontName="Thai", fontSize=9.4, leading=18.6)
    story: list[Flowable] = []
    for part in json.loads(Path(words).read_text(encoding="utf-8")):
        if isinstance(part, str):
            story.append(Paragraph(escape(part), text))
            continue
        columns = max(len(row) for row in part)
        rows = [
            [Paragraph(escape(words), cell) for words in row] + [""] * (columns - len(row))
            for row in part
        ]
        story.append(Table(rows, [454 / columns] * columns, splitInRow=1))
    SimpleDocTemplate(out, leftMargin=85, rightMargin=57, topMargin=71, bottomMargin=57).build(
        story
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
