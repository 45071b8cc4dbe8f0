"""The keys that are no command of a menu: what they do in lists, fields, the roll, a body."""

from bmahr_desktop.i18n import Message, msg

Keys = tuple[tuple[str, Message], ...]
Section = tuple[Message, Keys]
"""Where keys work, and what each does there."""

EVERYWHERE: Keys = (
    ("Ctrl+1 … Ctrl+4", msg("Go to a tab")),
    ("Ctrl+Z, Ctrl+Y", msg("Undo and redo what was typed")),
    ("Alt+Z", msg("Undo a removal, while its bar is shown")),
    ("Alt+M", msg("Open the menu")),
    ("Tab, Shift+Tab", msg("To the next field, to the one before")),
)
ELSEWHERE: tuple[Section, ...] = (
    (
        msg("Checks before closing"),
        (
            ("F8", msg("To the next place that was found")),
            ("Shift+F8", msg("To the place before")),
            ("Ctrl+F8", msg("Put it right as proposed")),
            ("Enter", msg("To the place that is chosen in the list")),
        ),
    ),
    (
        msg("In the paper beside the text"),
        (
            ("Ctrl+F", msg("Find in the paper")),
            ("F3, Shift+F3", msg("Next place, place before")),
            ("Ctrl++, Ctrl+−", msg("Larger, smaller")),
            ("Ctrl+0", msg("As wide as there is room")),
            ("Home, End", msg("To the first page, to the last")),
        ),
    ),
)
AFTERWARDS: tuple[Section, ...] = (
    (
        msg("Corrections of minutes"),
        (
            ("Enter", msg("Reword what is chosen in the minutes; add the correction")),
            ("F3, Shift+F3", msg("Next place, place before; next difference, difference before")),
            ("Alt+Enter", msg("Take the words of the minutes that are offered")),
            ("Alt+↑, Alt+↓", msg("Move up or down")),
            ("Esc", msg("Close the minutes, back to the adoption")),
        ),
    ),
    (
        msg("In the letters after a meeting"),
        (
            ("F5", msg("Sent today, all that are chosen")),
            ("Shift+F5, Ctrl+F5", msg("Received today, answered today")),
            ("Ctrl+A", msg("Choose all")),
        ),
    ),
)
FOLLOWING: tuple[Section, ...] = (
    (
        msg("In the register of resolutions"),
        (
            ("Ctrl+F", msg("Search the resolutions")),
            ("Alt+A", msg("Resolutions only, or anywhere in the minutes")),
            ("Alt+F", msg("To the filters; ← → from one to the next")),
            ("Delete, Alt+C", msg("Clear a filter, clear all")),
            ("Alt+S, Alt+1 … Alt+9", msg("Saved searches; ask one of them")),
            ("Alt+O", msg("Columns and order")),
            ("Alt+P", msg("Papers of what is shown")),
            ("Enter", msg("Open in the minutes")),
        ),
    ),
    (
        msg("Following resolutions up"),
        (
            ("Ctrl+Shift+R", msg("Log a report")),
            ("Ctrl+Shift+S", msg("To the state of the task")),
            ("Ctrl+Enter, Esc", msg("Finish writing the report")),
            ("F2, Enter; Delete", msg("Edit a report, remove it")),
            ("Enter", msg("Link: open the other resolution")),
            ("Insert, Delete", msg("Add a link, remove it")),
        ),
    ),
)
LIVE: tuple[Section, ...] = (
    (
        msg("Roll call"),
        (
            ("1", msg("Is in the room")),
            ("2", msg("Takes part online")),
            ("3", msg("Has not come; again: the next reason")),
            ("4", msg("A substitute has come")),
            ("5", msg("Leaves, or is back")),
            ("6", msg("All others are in the room")),
            ("7", msg("Has an interest in the matter")),
            ("Insert", msg("Add a name")),
            ("Enter, F2", msg("Write more of whoever is chosen")),
            ("Esc", msg("Back to the roll")),
        ),
    ),
    (
        msg("While votes are taken by name"),
        (
            ("1", msg("In favour")),
            ("2", msg("Against")),
            ("3", msg("Abstained")),
            ("Delete", msg("not voted yet")),
        ),
    ),
    (
        msg("Agenda, text modules, room"),
        (
            ("Enter", msg("Go to the matter, put the text in")),
            ("Esc", msg("Close the window for the room")),
        ),
    ),
)
LISTS: tuple[Section, ...] = (
    (
        msg("In every list"),
        (
            ("Insert", msg("Add")),
            ("F2, Enter", msg("Edit what is chosen")),
            ("Alt+↑, Alt+↓", msg("Move up or down")),
            ("Delete", msg("Remove what is chosen")),
        ),
    ),
    (
        msg("In the agenda"),
        (
            ("Insert", msg("Add a matter")),
            ("Ctrl+Enter", msg("Next agenda item")),
            ("Ctrl+Shift+PgDown", msg("Move to the next meeting")),
            ("Ctrl+Alt+PgDown", msg("Copy into the next meeting")),
        ),
    ),
    (
        msg("In the lists of attendance"),
        (
            ("Space", msg("Come, or not come")),
            ("1, 2, 3", msg("To the members present, absent, the others")),
            ("4", msg("In the room or online")),
        ),
    ),
    (
        msg("Among the attachments"),
        (
            ("Enter", msg("Open a copy")),
            ("F2", msg("Rename")),
            ("Insert", msg("Attach files")),
        ),
    ),
    (
        msg("In the window of the office"),
        (
            ("Ctrl+1 … Ctrl+5", msg("Go to a section")),
            ("Ctrl+N", msg("Add")),
            ("Ctrl+F", msg("Find people")),
            ("Ctrl+V", msg("Paste a list of people from a spreadsheet")),
            ("Alt+←, Alt+→", msg("Unit: a level up or down")),
            ("Ctrl+W", msg("Close the window")),
        ),
    ),
    (
        msg("In fields"),
        (
            ("↑, ↓", msg("Date or time: a day or five minutes on or back")),
            ("PgUp, PgDown", msg("Date: a month on or back; with Ctrl a year")),
            ("Alt+↓, F4", msg("Date: open the calendar")),
            ("F5", msg("Time: now; date: today")),
            ("↓, F4", msg("Words and names: open the list")),
            ("Enter, Esc", msg("Take what is chosen in it, close it")),
        ),
    ),
)
AIDS: tuple[Section, ...] = (
    (
        msg("While text modules and names are offered"),
        (
            (";ชอบ", msg("The code of a text module; Space, Tab or Enter puts it in")),
            ("↑, ↓", msg("Choose in the list")),
            ("Enter, Tab", msg("Put in what is chosen")),
            ("Esc", msg("Close the list")),
            ("Tab", msg("Where a gap is chosen: to the next gap")),
        ),
    ),
    (
        msg("In the bar for finding"),
        (
            ("Enter, Shift+Enter", msg("Next place, place before")),
            ("Enter", msg("In the field for other words: replace")),
            ("Esc", msg("Back to the text")),
        ),
    ),
)
WRITING: tuple[Section, ...] = (
    (
        msg("While writing"),
        (
            ("Tab, Shift+Tab", msg("At the beginning of a line: a level in or out")),
            ("Tab", msg("In a table: next cell, at the end a new row")),
            ("Ctrl+←, Ctrl+→", msg("Word by word")),
            ("Ctrl+Backspace, Ctrl+Delete", msg("Delete a word")),
        ),
    ),
)
