"""What follows from the blocks of a paper, whatever sets it: depths, headings, what leads on."""

import re
from collections.abc import Iterator, Sequence

from bmahr_desktop.domain.body import DEEPEST_LEVEL
from bmahr_desktop.domain.minutes import (
    PaperBlock,
    PaperCell,
    PaperList,
    PaperParagraph,
    PaperTable,
)

_ANNOUNCES = re.compile("(?:ดังนี้|ได้แก่|ดังต่อไปนี้|ประกอบด้วย|:)$")
_FIGURE = re.compile(r"[0-9๐-๙][0-9๐-๙,.]*|-")


def is_heading(cells: Sequence[PaperCell]) -> bool:
    """Tell whether a row is a heading inside a table: it is bold, and holds no figures."""
    runs = [run for cell in cells for paragraph in cell.paragraphs for run in paragraph.runs]
    written = [run for run in runs if run.text.strip()]
    figures = any(_FIGURE.fullmatch(run.text.strip()) for run in written)
    return bool(written) and not figures and all(run.bold for run in written)


def leads_on(paragraph: PaperParagraph, following: PaperBlock) -> bool:
    """Tell whether a paragraph announces what follows, so that no page may end behind it."""
    if isinstance(following, PaperParagraph):
        return _ANNOUNCES.search(paragraph.text.rstrip()) is not None
    return isinstance(following, PaperTable | PaperList)


def depths_of(blocks: Sequence[PaperBlock]) -> Iterator[int]:
    """Yield how deep each paragraph stands: (๑) directly below ๑. is one step in, not three."""
    above: list[int] = []
    for block in blocks:
        if isinstance(block, PaperParagraph):
            while above and above[-1] >= block.level:
                above.pop()
            depth = len(above) + 1 if above or block.level == DEEPEST_LEVEL else block.level
            if block.level:
                above.append(block.level)
            yield depth if block.level else 0
