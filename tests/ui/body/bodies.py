"""Bodies of every kind, as hypothesis makes them up."""

from itertools import groupby

from hypothesis import strategies as st

from bmahr_desktop.domain.body import (
    Body,
    Cell,
    CellAlign,
    Composed,
    ComposedKind,
    Numbering,
    Paragraph,
    Picture,
    Table,
    TextRun,
)

SIGNS = "กขค่้ำ๎ัเแ๐๙12 \n\t\u00a0.()-–a\u0301\u200b\u200d\ufffcé漢😀👩\U0001f3fd\U00020000﷐\x00"
words = st.text(st.sampled_from(SIGNS), max_size=12) | st.text(max_size=6)
widths = st.floats(0.01, 100_000, allow_nan=False)


def normal(paragraph: Paragraph) -> Paragraph:
    """Return a paragraph as it is after a journey through Qt: only spellings of it may differ."""
    runs = []
    for style, group in groupby(
        (run for run in paragraph.runs if run.text),
        key=lambda run: (run.bold, run.italic, run.underline, run.keep_digits),
    ):
        runs.append(TextRun("".join(run.text for run in group), *style))
    label = paragraph.label if paragraph.numbering is Numbering.TYPED else ""
    return Paragraph(tuple(runs), paragraph.level, paragraph.numbering, label)


def fits_qt(text: str) -> str:
    from bmahr_desktop.ui.body.fitness import fit

    return fit(text)


texts = words.map(fits_qt)
labels = st.sampled_from(["๑.", "(๒)", "-", "ข้อ ๑๒", "", "😀"])
numbered = {
    "level": st.integers(0, 4),
    "numbering": st.sampled_from(Numbering),
    "label": labels,
}
runs = st.builds(
    TextRun, text=texts, bold=st.booleans(), italic=st.booleans(), underline=st.booleans(),
    keep_digits=st.booleans(),
)  # fmt: skip
paragraphs = st.builds(
    Paragraph, runs=st.lists(runs, max_size=4).map(tuple), **numbered
).map(normal)  # fmt: skip
cells = st.lists(paragraphs, max_size=3).map(tuple)
pictures = st.builds(
    Picture,
    file=st.sampled_from(["0" * 64, "a" * 64]),
    width_mm=st.floats(5, 1000),
    caption=texts,
)
statements = st.builds(Composed, statement=st.sampled_from(ComposedKind), **numbered).map(
    lambda made: Composed(
        made.statement,
        made.level,
        made.numbering,
        made.label if made.numbering is Numbering.TYPED else "",
    )
)


@st.composite
def rows(draw, columns: int) -> tuple[Cell, ...]:
    made = []
    left = columns
    while left:
        span = draw(st.integers(1, left) | st.just(left if left == columns else 1))
        align = draw(st.none() | st.sampled_from(CellAlign))
        made.append(Cell(draw(cells), span, align))
        left -= span
    return tuple(made)


@st.composite
def tables(draw) -> Table:
    columns = draw(st.integers(1, 4))
    return Table(
        widths=tuple(draw(st.lists(widths, min_size=columns, max_size=columns))),
        rows=tuple(draw(st.lists(rows(columns), max_size=4))),
        header_rows=draw(st.integers(0, 3)),
    )


blocks = paragraphs | tables() | pictures | statements
bodies: st.SearchStrategy[Body] = st.lists(blocks, max_size=6).map(tuple)
