"""Takes tables apart that only place words on the page."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bmahr_desktop.domain.body import TextRun
from bmahr_desktop.domain.committee import Labels
from bmahr_desktop.domain.habits.signs import END, item_of, list_of, resolution_at
from bmahr_desktop.domain.old_minutes import FileRow, FileTable, Piece


def unfolded(pieces: Sequence[Piece], labels: Labels) -> tuple[Piece, ...]:
    """Return the pieces of a file, those of tables that hold whole minutes among the others."""
    found: list[Piece] = []
    for piece in pieces:
        if piece.table and _places_words(piece.table, labels):
            found += _apart(piece.table, labels)
        else:
            found.append(piece)
    return tuple(_parted(found))


def _places_words(table: FileTable, labels: Labels) -> bool:
    if len(table.rows) == 1 and len(table.rows[0].cells) == 1:
        return True
    # A table with rules may speak of resolutions; only an item tells that it holds the minutes.
    items = any(item_of(line) for row in table.rows for cell in row.cells for line in cell.lines)
    return items or (not table.ruled and any(_has_sign(row, labels) for row in table.rows))


def _has_sign(row: FileRow, labels: Labels) -> bool:
    """Tell whether an item, a resolution or the end of the meeting begins in a row."""
    for cell in row.cells:
        for one in cell.paragraphs:
            if item_of(one.text) or END.match(one.text):
                return True
            if resolution_at(one, labels) is not None and one.text.startswith("มติ"):
                return True
    return False


def _apart(table: FileTable, labels: Labels) -> Iterator[Piece]:
    """Yield the paragraphs of a table row by row, but people in lists as rows still."""
    begun = not any(
        list_of(line) for row in table.rows for cell in row.cells for line in cell.lines
    )
    for row in table.rows:
        begun = begun or _has_sign(row, labels)
        if not begun:
            yield Piece(row.number, table=replace(table, rows=(row,), header_rows=0))
            continue
        paragraphs = [one for cell in row.cells for one in cell.paragraphs if one.text.strip()]
        if len(paragraphs) > 1 and _is_bare(paragraphs[0], labels):
            paragraphs[:2] = [_beside(paragraphs[0], paragraphs[1])]
        yield from paragraphs


def _is_bare(piece: Piece, labels: Labels) -> bool:
    """Tell whether a cell only names an item or a resolution, whose words stand beside it."""
    sign = item_of(piece.text)
    return sign is not None and not piece.text[sign.title_at :].strip()


def _beside(left: Piece, right: Piece) -> Piece:
    runs = (*left.runs, TextRun(text="\t", bold=left.bold), *right.runs)
    return replace(left, runs=runs)


def _parted(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield pieces, joining a word that was parted by a hyphen at the end of a typed line."""
    held: Piece | None = None
    for piece in pieces:
        if held is None:
            held = piece
        elif _goes_on(held, piece):
            held = _joined(held, piece)
        else:
            yield held
            held = piece
    if held is not None:
        yield held


def _goes_on(piece: Piece, following: Piece) -> bool:
    """Tell whether a paragraph ends in the middle of a word: "ส่วนราชการ-"."""
    text, more = piece.text, following.text
    if len(text) < 25 or not text.endswith("-") or not _is_thai(text[-2:-1]) or not more:
        return False
    return _is_thai(more[0]) and not following.counted and not following.stands_out


def _is_thai(letter: str) -> bool:
    return "ก" <= letter <= "๎"


def _joined(piece: Piece, following: Piece) -> Piece:
    *runs, last = piece.runs
    cut = TextRun(text=last.text[:-1], bold=last.bold, italic=last.italic, underline=last.underline)
    return replace(piece, runs=(*runs, cut, *following.runs))
