"""Goes through a file from top to bottom and says what each piece of it is."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bmahr_desktop.domain.body import TextRun
from bmahr_desktop.domain.committee import Labels
from bmahr_desktop.domain.habits import agenda, before, behind
from bmahr_desktop.domain.habits.forcing import force
from bmahr_desktop.domain.habits.signs import CATCH_WORD, PAGE_NUMBER, item_of
from bmahr_desktop.domain.habits.trail import Stage, Trail
from bmahr_desktop.domain.habits.unfolding import unfolded
from bmahr_desktop.domain.old_minutes import (
    Confidence,
    FileTable,
    FileText,
    PartKind,
    Piece,
    Reading,
)
from bmahr_desktop.i18n import msg
from bmahr_desktop.thai.numbering import split_label
from bmahr_desktop.thai.searchkey import search_key

_LEAST_CATCH_WORD, _LONGEST_CATCH_WORD = 2, 120


def recognise(
    file: FileText, labels: Labels, put_right: Mapping[int, PartKind] | None = None
) -> Reading:
    """Say what each piece of a file is, as minutes are usually typed.

    Args:
        file: What was read from it.
        labels: The words of the committee, which its minutes use.
        put_right: What somebody said that pieces or rows are, by their numbers; all that follows is
            recognised with that in mind.
    """
    pieces = unfolded(file.pieces, labels)
    trail = Trail(pieces, labels, put_right or {})
    for at, piece in enumerate(pieces):
        trail.at = at
        if piece.number in trail.forced:
            force(trail, piece, trail.forced[piece.number])
        elif not _leave_out(trail, piece):
            _STAGES[trail.stage](trail, piece)
    return Reading(file, pieces, tuple(trail.parts), dict(trail.forced))


def _take_head(trail: Trail, piece: Piece) -> None:
    if piece.table:
        _take_rows(trail, piece, piece.table)
    elif piece.picture:
        trail.add(piece, PartKind.PICTURE, Confidence.GUESS, msg("It stands at the head."))
    elif not _begins(trail, piece):
        before.take_head(trail, piece)


def _take_lists(trail: Trail, piece: Piece) -> None:
    if piece.table:
        _take_rows(trail, piece, piece.table)
    elif piece.picture:
        trail.add(piece, PartKind.PICTURE, Confidence.GUESS, msg("It stands in a list."))
    elif not _begins(trail, piece):
        before.take_listed(trail, piece)


def _take_rows(trail: Trail, piece: Piece, table: FileTable) -> None:
    """Take a table of people; a row that somebody said something of, for what they said."""
    if not any(row.number in trail.forced for row in table.rows):
        before.take_list_table(trail, piece)
        return
    for row in table.rows:
        if row.number in trail.forced:
            line = Piece(row.number, (TextRun(text=row.text),))
            force(trail, line, trail.forced[row.number])
        else:
            before.take_list_table(trail, replace(piece, table=replace(table, rows=(row,))))


def _begins(trail: Trail, piece: Piece) -> bool:
    """Take a line that ends the head or a list; tell whether it does."""
    return (
        before.take_start(trail, piece)
        or (item_of(piece.text) is not None and agenda.take_item(trail, piece))
        or before.take_list_heading(trail, piece)
        or before.take_not_held(trail, piece)
    )


def _take_agenda(trail: Trail, piece: Piece) -> None:
    if not trail.item and not piece.table and before.take_list_heading(trail, piece):
        return
    agenda.take_agenda(trail, piece)


_STAGES: Mapping[Stage, Callable[[Trail, Piece], None]] = {
    Stage.HEAD: _take_head,
    Stage.LISTS: _take_lists,
    Stage.AGENDA: _take_agenda,
    Stage.AFTER: behind.take_behind,
    Stage.APPENDIX: behind.take_behind,
}


def _leave_out(trail: Trail, piece: Piece) -> bool:
    """Leave out what belongs to the page and not to the text; tell whether it was."""
    text = piece.text.strip()
    if piece.table or piece.picture or not text:
        return False
    if PAGE_NUMBER.fullmatch(text):
        reason = msg("The number of a page.")
    elif _is_catch_word(trail, text):
        reason = msg("The first words of the next page, at the foot of this one.")
    else:
        return False
    trail.add(piece, PartKind.LEFT_OUT, Confidence.SURE, reason)
    return True


def _is_catch_word(trail: Trail, text: str) -> bool:
    if len(text) > _LONGEST_CATCH_WORD:
        return False
    found, label = CATCH_WORD.fullmatch(text), split_label(text)
    if found is None and label is None:
        return False
    # The number of the next page may stand between the two.
    behind = (one for one in trail.pieces[trail.at + 1 :] if not PAGE_NUMBER.fullmatch(one.text))
    following = next(behind, None)
    if following is None:
        return False
    # A number that stands twice with the same words behind it was typed once more for the page.
    words, next_words = _squeezed(found["words"] if found else text), _squeezed(following.text)
    long_enough = len(words) >= _LEAST_CATCH_WORD and len(next_words) > len(words)
    return long_enough and next_words.startswith(words)


def _squeezed(text: str) -> str:
    return "".join(search_key(text).split())
