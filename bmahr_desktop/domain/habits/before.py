"""Recognises what stands before the agenda: the heading, the three lists, the hour."""

import re

from bmahr_desktop.domain.habits import heading, people
from bmahr_desktop.domain.habits.facts import time_in
from bmahr_desktop.domain.habits.signs import START, list_of
from bmahr_desktop.domain.habits.trail import Stage, Trail
from bmahr_desktop.domain.meeting import AttendanceList
from bmahr_desktop.domain.old_minutes import Confidence, FileRow, PartKind, PersonRow, Piece
from bmahr_desktop.i18n import msg
from bmahr_desktop.thai.names import split_name
from bmahr_desktop.thai.numbering import split_label

_LONGEST_LINE = 600
_NOT_HELD = re.compile("ไม่ครบองค์ประชุม|(?:เลื่อน|งด|ยกเลิก)(?:การ)?ประชุม")
_NO_PERSON = msg("This line names nobody; it stays as text.")


def take_head(trail: Trail, piece: Piece) -> None:
    """Take a line at the head of the minutes."""
    text = piece.text
    last = trail.last
    goes_on = last is not None and last.kind is PartKind.TITLE
    for span in heading.spans_of(text, after_title=goes_on):
        kind = span.kind
        if kind is PartKind.TITLE:
            trail.titled = True
        if kind is PartKind.START:
            trail.started = True
        sure = Confidence.SURE if trail.titled else Confidence.LIKELY
        if span.fault:
            sure = Confidence.GUESS
        reason = span.fault or msg("It stands at the head.")
        trail.add(piece, kind, sure, reason, span=(span.start, span.stop), found=span.found)


def take_list_heading(trail: Trail, piece: Piece | FileRow) -> bool:
    """Take a line that heads a list; tell whether it does."""
    text = piece.text
    sign = list_of(text)
    if sign is None:
        return False
    kind, rest = sign
    sure, reason = Confidence.SURE, msg("These words head a list.")
    if kind is AttendanceList.PARTICIPANT and not _has_present(trail):
        kind, sure = AttendanceList.PRESENT, Confidence.GUESS
        reason = msg("No other list says who was present.")
    trail.stage, trail.listing = Stage.LISTS, kind
    start = text.index(rest) if rest and rest in text else len(text)
    span = (start, start + len(rest)) if rest else (len(text), len(text))
    trail.add(piece.number, PartKind.LIST_HEADING, sure, reason, text=text, span=span, found=kind)
    return True


def _has_present(trail: Trail) -> bool:
    for piece in trail.pieces:
        lines = [piece.text]
        if piece.table:
            lines = [row.text for row in piece.table.rows]
        for line in lines:
            sign = list_of(line)
            if sign and sign[0] is AttendanceList.PRESENT:
                return True
    return False


def take_listed(trail: Trail, piece: Piece) -> None:
    """Take a line in a list: somebody, or more about the one before."""
    kind = trail.listing or AttendanceList.PRESENT
    text = piece.text
    last = trail.last
    if len(text) > _LONGEST_LINE:
        trail.add(piece, PartKind.UNKNOWN, Confidence.GUESS, _NO_PERSON)
        return
    begins = people.is_person_line(text) or last is None or last.kind is PartKind.LIST_HEADING
    found = people.person_of_line(text, kind) if begins else None
    if found is not None:
        _add_person(trail, piece.number, text, found)
    elif last is not None and last.kind in (PartKind.PERSON, PartKind.PERSON_MORE):
        reason = msg("It goes on from the name above.")
        trail.add(piece, PartKind.PERSON_MORE, Confidence.LIKELY, reason)
    else:
        trail.add(piece, PartKind.UNKNOWN, Confidence.GUESS, _NO_PERSON)


def _add_person(trail: Trail, number: int, text: str, found: PersonRow) -> None:
    label = split_label(text)
    sure = bool(split_name(found.name).honorific)
    reason = msg("A name with its title.") if sure else msg("A name without a title.")
    confidence = Confidence.SURE if sure else Confidence.GUESS
    begin = len(text) - len(label[2]) if label else 0
    trail.add(
        number, PartKind.PERSON, confidence, reason, text=text, span=(begin, len(text)),
        label=label[0] if label else "", found=found,
    )  # fmt: skip


def take_list_table(trail: Trail, piece: Piece) -> None:
    """Take a table in which people are listed."""
    for row in piece.table.rows if piece.table else ():
        if take_list_heading(trail, row):
            continue
        kind = trail.listing or AttendanceList.PRESENT
        found = people.people_of_row(row, kind)
        if found:
            for one in found:
                _add_person(trail, row.number, row.text, one)
        elif not row.text.strip():
            continue
        elif found is None and trail.last and trail.last.kind in (
            PartKind.PERSON, PartKind.PERSON_MORE,
        ):  # fmt: skip
            reason = msg("It goes on from the row above.")
            trail.add(row.number, PartKind.PERSON_MORE, Confidence.LIKELY, reason, text=row.text)
        else:
            trail.add(row.number, PartKind.UNKNOWN, Confidence.GUESS, _NO_PERSON, text=row.text)


def take_not_held(trail: Trail, piece: Piece) -> bool:
    """Take a sentence that says why there was no meeting; tell whether it does."""
    if not _NOT_HELD.search(piece.text) or trail.item:
        return False
    trail.stage = Stage.AFTER
    reason = msg("It seems that the meeting was not held; the sentence stays as text.")
    trail.add(piece, PartKind.UNKNOWN, Confidence.GUESS, reason)
    return True


def take_start(trail: Trail, piece: Piece) -> bool:
    """Take the line that says when the meeting began; tell whether it does."""
    text = piece.text
    sign = START.match(text)
    if sign is None or (trail.started and trail.stage is Stage.AGENDA):
        return False
    time = time_in(text, sign.end())
    if time and time.start - sign.end() > len(" ประมาณ "):
        time = None
    if time is None and text[sign.end() :].strip(" .…น\t"):
        return False
    trail.started, trail.stage = True, Stage.AGENDA
    stop = time.stop if time else len(text)
    sure = Confidence.SURE if time and time.time else Confidence.GUESS
    reason = msg("The hour at which it began.") if time else msg("The hour is not said.")
    trail.add(
        piece, PartKind.START, sure, reason, span=(0, stop), found=time.time if time else None
    )
    take_rest(trail, piece, stop)
    return True


def take_rest(trail: Trail, piece: Piece, start: int) -> None:
    """Keep what a line says beyond what was recognised in it, as text."""
    rest = piece.text[start:].strip(" .…\t\n\u00a0")
    if rest:
        begin = piece.text.index(rest, start)
        reason = msg("It stands behind the hour; it stays as text.")
        trail.add(piece, PartKind.UNKNOWN, Confidence.GUESS, reason, span=(begin, len(piece.text)))
