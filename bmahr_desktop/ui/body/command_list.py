"""Every command of a body: its name, its words, its keys, its icon, and what it does."""

from dataclasses import dataclass
from enum import StrEnum

from bmahr_desktop.domain.body import CellAlign, ComposedKind, Numbering
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.ui.body import acts
from bmahr_desktop.ui.body.editable import EditableBody
from bmahr_desktop.ui.body.levels import at_level, counted, deeper, shallower, unnumbered
from bmahr_desktop.ui.look.icons import IconName


class Group(StrEnum):
    """Where a command belongs in menus and in the list of keys."""

    TEXT = "text"
    PARAGRAPH = "paragraph"
    TABLE = "table"
    INSERT = "insert"
    STATEMENT = "statement"
    CLIPBOARD = "clipboard"
    WORDS = "words"
    SEARCH = "search"


@dataclass(frozen=True)
class Command:
    """A command.

    Attributes:
        name: Its name in code, and the object name of its action.
        text: What menus call it.
        keys: Its shortcut, as `QKeySequence` reads it; none if empty.
        act: What it does.
        checked: Whether it is on, for those that can be.
        possible: Whether it can be done where the caret is; None if it can everywhere.
        reading: Whether it changes nothing, and so can be done in a body that is only read.
    """

    name: str
    group: Group
    text: Message
    keys: str
    act: acts.Act
    icon: IconName | None = None
    checked: acts.Is | None = None
    possible: acts.Is | None = None
    reading: bool = False


_T, _P, _I, _S = Group.TEXT, Group.PARAGRAPH, Group.INSERT, Group.STATEMENT
_LEVELS = (
    (1, msg("Level 1: ๑."), "Alt+1"),
    (2, msg("Level 2: ๑.๑"), "Alt+2"),
    (3, msg("Level 3: ๑.๑.๑"), "Alt+3"),
    (4, msg("Level 4: (๑)"), "Alt+4"),
)


def _outside(editor: EditableBody) -> bool:
    return not acts.in_table(editor)


def _table(
    name: str,
    text: Message,
    act: acts.Act,
    keys: str = "",
    checked: acts.Is | None = None,
    icon: IconName | None = None,
) -> Command:
    return Command(name, Group.TABLE, text, keys, act, icon, checked, acts.in_table)


_TEXT = (
    Command("bold", _T, msg("Bold"), "Ctrl+B", acts.toggle("bold"), IconName.BOLD,
            acts.is_styled("bold")),
    Command("italic", _T, msg("Italic"), "Ctrl+I", acts.toggle("italic"), IconName.ITALIC,
            acts.is_styled("italic")),
    Command("underline", _T, msg("Underlined"), "Ctrl+U", acts.toggle("underline"),
            IconName.UNDERLINE, acts.is_styled("underline")),
    Command("keep_digits", _T, msg("Print digits as typed"), "Ctrl+Shift+D",
            acts.toggle("keep_digits"), IconName.HASH, acts.is_styled("keep_digits")),
)  # fmt: skip

_PARAGRAPH = (
    Command("plain", _P, msg("Plain text"), "Alt+0", acts.shape(at_level(0)), None,
            acts.is_at_level(0)),
    *(
        Command(f"level_{level}", _P, text, keys, acts.shape(at_level(level)), None,
                acts.is_at_level(level))
        for level, text, keys in _LEVELS
    ),
    Command("deeper", _P, msg("One level further in"), "Alt+Right", acts.shape(deeper),
            IconName.INDENT),
    Command("shallower", _P, msg("One level further out"), "Alt+Left", acts.shape(shallower),
            IconName.OUTDENT),
    Command("number_counted", _P, msg("Number counted automatically"), "", acts.shape(counted),
            IconName.LIST_ORDERED, acts.is_numbered(Numbering.AUTOMATIC)),
    Command("number_none", _P, msg("No number"), "", acts.shape(unnumbered), None,
            acts.is_numbered(Numbering.NONE)),
    Command("number_typed", _P, msg("Type the number"), "F2", acts.type_label, IconName.PENCIL,
            acts.is_numbered(Numbering.TYPED)),
    Command("move_up", _P, msg("Move up"), "Alt+Up", acts.move(-1), IconName.ARROW_UP),
    Command("move_down", _P, msg("Move down"), "Alt+Down", acts.move(1), IconName.ARROW_DOWN),
)  # fmt: skip

_TABLE = (
    _table("row_above", msg("Insert a row above"), acts.row_above, "Alt+Shift+Up"),
    _table("row_below", msg("Insert a row below"), acts.row_below, "Alt+Shift+Down"),
    _table("column_left", msg("Insert a column at left"), acts.insert_column(right=False)),
    _table("column_right", msg("Insert a column at right"), acts.insert_column(right=True)),
    _table("delete_row", msg("Delete the row"), acts.delete_rows, "Alt+Shift+Delete"),
    _table("delete_column", msg("Delete the column"), acts.delete_columns),
    _table("delete_table", msg("Delete the table"), acts.delete_table, icon=IconName.TRASH),
    _table("merge_row", msg("Make the row one title"), acts.merge_row),
    _table("merge_cells", msg("Join the selected cells of the row"), acts.merge_cells),
    _table("split_row", msg("Part the row into cells"), acts.split_row),
    _table("header", msg("Heading repeated on every page"), acts.toggle_header,
           checked=acts.is_header),
    _table("align_left", msg("Align the cell at left"), acts.align(CellAlign.LEFT),
           "Ctrl+Shift+L"),
    _table("align_center", msg("Align the cell in the middle"), acts.align(CellAlign.CENTER),
           "Ctrl+Shift+M"),
    _table("align_right", msg("Align the cell at right"), acts.align(CellAlign.RIGHT),
           "Ctrl+Shift+R"),
    _table("align_usual", msg("Align the cell as usual"), acts.align(None)),
    _table("wider", msg("Make the column wider"), acts.widen(1), "Alt+Shift+Right"),
    _table("narrower", msg("Make the column narrower"), acts.widen(-1), "Alt+Shift+Left"),
)  # fmt: skip

_INSERT = (
    Command("insert_table", _I, msg("Table of 3 rows and 3 columns"), "Ctrl+Alt+T", acts.new_table,
            IconName.TABLE, None, _outside),
    Command("insert_picture", _I, msg("Insert a picture…"), "Ctrl+Alt+I", acts.want_picture,
            IconName.IMAGE, None, _outside),
)  # fmt: skip

_STATEMENT = (
    Command("insert_attendance", _S, msg("Insert who attends"), "",
            acts.insert_statement(ComposedKind.ATTENDANCE), IconName.USERS, None, _outside),
    Command("insert_corrections", _S, msg("Insert the adoption of earlier minutes"), "",
            acts.insert_statement(ComposedKind.CORRECTIONS), IconName.FILE_CHECK, None, _outside),
    Command("insert_next_meeting", _S, msg("Insert the next meeting"), "",
            acts.insert_statement(ComposedKind.NEXT_MEETING), IconName.CALENDAR, None, _outside),
    Command("detach", _S, msg("Make ordinary text of the statement"), "",
            acts.detach_statement, IconName.PEN, None, acts.can_detach),
    Command("remove_statement", _S, msg("Remove the statement"), "",
            acts.remove_statement, IconName.TRASH, None,
            lambda editor: acts.statement_at(editor) is not None),
)  # fmt: skip

_CLIPBOARD = (
    Command("paste_plain", Group.CLIPBOARD, msg("Paste words only"), "Ctrl+Shift+V",
            acts.paste_plain, IconName.CLIPBOARD_PASTE),
)  # fmt: skip

_WORDS = (
    Command("offer", Group.WORDS, msg("Put in a text module or a name"), "Ctrl+Space",
            acts.want_offers, None),
    Command("cite", Group.WORDS, msg("Cite an earlier resolution…"), "Ctrl+Shift+K",
            acts.want_citation, IconName.LINK),
    Command("next_gap", Group.WORDS, msg("Go to the next gap to fill in, […]"), "F4",
            acts.go_to_gap, None),
)  # fmt: skip

_SEARCH = (
    Command("find", Group.SEARCH, msg("Find in the body"), "Ctrl+F",
            acts.want_search(replacing=False), IconName.SEARCH, reading=True),
    Command("find_next", Group.SEARCH, msg("Next place"), "F3", acts.want_step(1),
            IconName.CHEVRON_DOWN, reading=True),
    Command("find_previous", Group.SEARCH, msg("Previous place"), "Shift+F3", acts.want_step(-1),
            IconName.CHEVRON_UP, reading=True),
    Command("replace", Group.SEARCH, msg("Find and replace in the body"), "Ctrl+H",
            acts.want_search(replacing=True), None),
)  # fmt: skip

COMMANDS: tuple[Command, ...] = (
    *_TEXT, *_PARAGRAPH, *_TABLE, *_INSERT, *_STATEMENT, *_CLIPBOARD, *_WORDS, *_SEARCH,
)  # fmt: skip

GROUP_NAMES = {
    Group.TEXT: msg("Looks of the text"),
    Group.PARAGRAPH: msg("Levels and numbers"),
    Group.TABLE: msg("Table"),
    Group.INSERT: msg("Insert"),
    Group.STATEMENT: msg("Composed by the program"),
    Group.CLIPBOARD: msg("Clipboard"),
    Group.WORDS: msg("Text modules and names"),
    Group.SEARCH: msg("Search and replace"),
}
