"""What the commands of a body do to the editor."""

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication, QTextCursor, QTextTable

from bmahr_desktop.domain.body import (
    CellAlign,
    Composed,
    ComposedKind,
    Numbering,
    Paragraph,
    Table,
)
from bmahr_desktop.i18n import msg
from bmahr_desktop.ui.body import grid
from bmahr_desktop.ui.body.clipboard import paste_text
from bmahr_desktop.ui.body.columns import STEP, Edge, move_edge_by
from bmahr_desktop.ui.body.editable import EditableBody
from bmahr_desktop.ui.body.editing import one_step, selected_cells
from bmahr_desktop.ui.body.formats import PLAIN, shape_of, style_of, text_format
from bmahr_desktop.ui.body.gaps import select_next_gap
from bmahr_desktop.ui.body.insertion import insert_blocks
from bmahr_desktop.ui.body.label_field import LabelField
from bmahr_desktop.ui.body.levels import Change, reshape
from bmahr_desktop.ui.body.moving import move_paragraph
from bmahr_desktop.ui.body.paragraphs import remove_selection
from bmahr_desktop.ui.body.reading import in_cell, read_block, table_of
from bmahr_desktop.ui.body.styles import has_style, restyle
from bmahr_desktop.ui.body.tables import change_table, insert_table

Act = Callable[[EditableBody], None]
Is = Callable[[EditableBody], bool]

_TOO_WIDE = msg("A table has room for {most} columns.", most=grid.MOST_COLUMNS)

# ------------------------------------------------------------------ text and paragraphs


def toggle(field: str) -> Act:
    """Return the act that gives text a mark of `Style`, or takes it away."""

    def act(editor: EditableBody) -> None:
        cursor = editor.textCursor()
        on = not has_style(cursor, field)
        if cursor.hasSelection():
            restyle(cursor, field, on=on)
        else:
            style = style_of(cursor.charFormat())._replace(**{field: on})
            editor.setCurrentCharFormat(text_format(style))

    return act


def is_styled(field: str) -> Is:
    """Return what tells whether the text at the caret has a mark of `Style`."""
    return lambda editor: has_style(editor.textCursor(), field)


def shape(change: Change) -> Act:
    """Return the act that changes the shape of the selected paragraphs."""
    return lambda editor: reshape(editor.textCursor(), change)


def is_at_level(level: int) -> Is:
    """Return what tells whether the caret is in a paragraph of a level."""
    return lambda editor: shape_of(editor.textCursor().blockFormat()).level == level


def is_numbered(numbering: Numbering) -> Is:
    """Return what tells whether the caret is in a paragraph numbered in a way."""
    return lambda editor: shape_of(editor.textCursor().blockFormat()).numbering is numbering


def type_label(editor: EditableBody) -> None:
    """Open the field for the label of the paragraph."""
    LabelField(editor)


def move(step: int) -> Act:
    """Return the act that moves the row of a table, or the paragraph, up (-1) or down (1)."""

    def act(editor: EditableBody) -> None:
        cursor = editor.textCursor()
        table = table_of(cursor)
        if table is None:
            move_paragraph(cursor, step)
        else:
            row = table.cellAt(cursor).row()
            change_table(cursor, table, lambda made: grid.move_row(made, row, step), row + step)
        editor.show_caret(cursor)

    return act


# ------------------------------------------------------------------ tables


def in_table(editor: EditableBody) -> bool:
    """Tell whether the caret is in a table."""
    return in_cell(editor.textCursor().block())


def new_table(editor: EditableBody, rows: int = 3, columns: int = 3) -> None:
    """Insert an empty table."""
    cursor = editor.textCursor()
    if table_of(cursor) is None:
        insert_table(cursor, rows, columns)
        editor.show_caret(cursor)


class Selected:
    """The rows and columns of a table that are selected, or those of the caret."""

    def __init__(self, cursor: QTextCursor, table: QTextTable) -> None:
        self.cells = selected_cells(cursor, table)
        rows = [row for row, _ in self.cells]
        self.first_row, self.last_row = min(rows), max(rows)
        self.first_column = min(column for _, column in self.cells)
        self.last_column = max(
            column + table.cellAt(row, column).columnSpan() - 1 for row, column in self.cells
        )


def on_table(
    change: Callable[[Table, Selected], Table | None], *, down: int = 0, right: int = 0
) -> Act:
    """Return the act that changes the table of the caret.

    Args:
        change: Makes another table of it; None removes it.
        down: How far below the first selected row the caret goes.
        right: How far right of the first selected column.
    """

    def act(editor: EditableBody) -> None:
        cursor = editor.textCursor()
        table = table_of(cursor)
        if table is None:
            return
        at = Selected(cursor, table)
        change_table(
            cursor,
            table,
            lambda made: change(made, at),
            max(0, at.first_row + down),
            max(0, at.first_column + right),
        )
        editor.show_caret(cursor)

    return act


row_above = on_table(lambda table, at: grid.insert_row(table, at.first_row))
row_below = on_table(lambda table, at: grid.insert_row(table, at.last_row + 1), down=1)
delete_rows = on_table(lambda table, at: grid.delete_rows(table, at.first_row, at.last_row))
delete_columns = on_table(
    lambda table, at: grid.delete_columns(table, at.first_column, at.last_column)
)
delete_table = on_table(lambda _table, _at: None)
merge_row = on_table(lambda table, at: grid.merge_row(table, at.first_row))
split_row = on_table(lambda table, at: grid.split_row(table, at.first_row))
merge_cells = on_table(
    lambda table, at: grid.merge_cells(table, at.first_row, at.first_column, at.last_column)
)


def insert_column(*, right: bool) -> Act:
    """Return the act that inserts a column at the left or the right of the caret's."""
    insert = on_table(
        lambda table, at: grid.insert_column(
            table, at.last_column + 1 if right else at.first_column
        ),
        right=int(right),
    )

    def act(editor: EditableBody) -> None:
        table = table_of(editor.textCursor())
        if table is not None and table.columns() >= grid.MOST_COLUMNS:
            editor.refuse(_TOO_WIDE)
        else:
            insert(editor)

    return act


def is_header(editor: EditableBody) -> bool:
    """Tell whether the caret is in a row that is repeated on every page."""
    cursor = editor.textCursor()
    table = table_of(cursor)
    return table is not None and table.cellAt(cursor).row() < table.format().headerRowCount()


def toggle_header(editor: EditableBody) -> None:
    """Make the rows down to that of the caret the head of the table, or make it none of it."""
    off = is_header(editor)
    on_table(
        lambda table, at: grid.with_header_rows(table, at.first_row if off else at.last_row + 1)
    )(editor)


def align(how: CellAlign | None) -> Act:
    """Return the act that aligns the selected cells."""
    return on_table(lambda table, at: grid.align_cells(table, at.cells, how))


def widen(step: int) -> Act:
    """Return the act that makes the column of the caret wider, or narrower for -1."""

    def act(editor: EditableBody) -> None:
        cursor = editor.textCursor()
        table = table_of(cursor)
        if table is not None:
            at = Selected(cursor, table)
            move_edge_by(Edge(table, at.last_column), step * STEP)

    return act


# ------------------------------------------------------------------ pictures and statements


def want_picture(editor: EditableBody) -> None:
    """Ask for a picture to insert."""
    editor.picture_wanted.emit()


def insert_statement(kind: ComposedKind) -> Act:
    """Return the act that inserts a composed statement; an empty paragraph gives it its number."""

    def act(editor: EditableBody) -> None:
        block = editor.textCursor().block()
        if not in_table(editor):
            taken = shape_of(block.blockFormat()) if block.length() == 1 else PLAIN
            editor.insert((Composed(kind, *taken),))

    return act


def statement_at(editor: EditableBody) -> Composed | None:
    """Return the composed statement of the caret's paragraph."""
    block = editor.textCursor().block()
    found = [part for part in read_block(block) if isinstance(part, Composed)]
    return found[0] if found else None


def can_detach(editor: EditableBody) -> bool:
    """Tell whether the caret is at a composed statement that can become ordinary text."""
    return editor.body_document.detach is not None and statement_at(editor) is not None


def detach_statement(editor: EditableBody) -> None:
    """Make ordinary paragraphs of the composed statement; they no longer follow the records."""
    composed, detach = statement_at(editor), editor.body_document.detach
    made = detach(composed.statement) if composed is not None and detach is not None else ()
    if composed is None or not made:
        return
    cursor = editor.textCursor()
    blocks = []
    for number, block in enumerate(made):
        if isinstance(block, Paragraph) and block.numbering is Numbering.NONE:
            first = number == 0
            block = Paragraph(
                block.runs,
                block.level or composed.level,
                composed.numbering if first else Numbering.NONE,
                composed.label if first else "",
            )
        blocks.append(block)
    with one_step(cursor):
        _select_block(cursor)
        remove_selection(cursor)
        insert_blocks(cursor, blocks)
    editor.show_caret(cursor)


def remove_statement(editor: EditableBody) -> None:
    """Remove the composed statement."""
    if statement_at(editor) is not None:
        cursor = editor.textCursor()
        _select_block(cursor)
        remove_selection(cursor)
        editor.show_caret(cursor)


def _select_block(cursor: QTextCursor) -> None:
    moves = QTextCursor.MoveOperation
    cursor.movePosition(moves.StartOfBlock)
    cursor.movePosition(moves.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)


# ------------------------------------------------------------------ words


def want_offers(editor: EditableBody) -> None:
    """Ask for the text modules and names that may be put in."""
    editor.offers_wanted.emit()


def want_citation(editor: EditableBody) -> None:
    """Ask for an earlier resolution to cite."""
    editor.cite_wanted.emit()


def go_to_gap(editor: EditableBody) -> None:
    """Select the next gap to fill in."""
    cursor = editor.textCursor()
    if select_next_gap(cursor):
        editor.show_caret(cursor)


def want_search(*, replacing: bool) -> Act:
    """Return the act that asks for the search, or for search and replace."""
    return lambda editor: editor.search_wanted.emit(replacing)


def want_step(by: int) -> Act:
    """Return the act that goes to the next place found, or to the one before for -1."""
    return lambda editor: editor.step_wanted.emit(by)


def paste_plain(editor: EditableBody) -> None:
    """Paste the words on the clipboard without their looks."""
    paste_text(editor, QGuiApplication.clipboard().text())
