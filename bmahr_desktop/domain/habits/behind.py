"""Recognises what stands behind the agenda: signatures and papers attached."""

import re

from bmahr_desktop.domain.habits.signs import APPENDIX, is_signed_label, signed_label_in
from bmahr_desktop.domain.habits.trail import Stage, Trail
from bmahr_desktop.domain.old_minutes import Confidence, PartKind, Piece
from bmahr_desktop.i18n import msg
from bmahr_desktop.thai.names import same_person_key, split_name

SIGNED = re.compile(r"\s*(?:\(?ลงชื่อ\)?|\(?ลงนาม\)?)")
BRACKETED = re.compile(r"\s*\(\s*(?P<name>[^()]*[^()\s.…_][^()]*?)\s*\)\s*")
_DOTS = re.compile(r"[.…_\s]*")
_LONGEST_LINE = 150


def take_behind(trail: Trail, piece: Piece) -> None:
    """Take a piece behind the end of the meeting."""
    if _begins_appendix(trail, piece):
        _take_title(trail, piece)
    elif trail.stage is Stage.APPENDIX:
        reason = msg("It belongs to the paper attached.")
        trail.add(piece, PartKind.APPENDIX_TEXT, Confidence.LIKELY, reason)
    elif piece.table:
        _take_signed_table(trail, piece)
    elif piece.picture:
        _attach(trail, piece)
    else:
        take_signed_line(trail, piece.number, piece.text)


def _begins_appendix(trail: Trail, piece: Piece) -> bool:
    if piece.table or piece.picture or not piece.text.strip():
        return False
    looks = piece.stands_out or piece.centred
    if len(piece.text) > 2 * _LONGEST_LINE or BRACKETED.fullmatch(piece.text):
        return False
    named = APPENDIX.match(piece.text.strip()) is not None
    return (named and (looks or piece.new_page)) or (piece.new_page and looks)


def _take_title(trail: Trail, piece: Piece) -> None:
    trail.stage = Stage.APPENDIX
    reason = msg("A heading behind the signatures.")
    trail.add(piece, PartKind.APPENDIX, Confidence.LIKELY, reason)


def _attach(trail: Trail, piece: Piece) -> None:
    """Begin an attached paper that has no heading."""
    trail.stage = Stage.APPENDIX
    reason = msg("It stands behind the signatures.")
    trail.add(piece, PartKind.APPENDIX_TEXT, Confidence.GUESS, reason)


def _take_signed_table(trail: Trail, piece: Piece) -> None:
    """Take a table: signatures side by side, column by column, or a paper attached."""
    rows = piece.table.rows if piece.table else ()
    texts = [line for row in rows for cell in row.cells for line in cell.lines]
    signs = any(BRACKETED.fullmatch(one) or SIGNED.match(one) for one in texts)
    if not signs or any(len(one) > _LONGEST_LINE for one in texts):
        _attach(trail, piece)
        return
    widest = max(len(row.cells) for row in rows)
    for column in range(widest):
        for row in rows:
            if column >= len(row.cells):
                continue
            for one in row.cells[column].paragraphs:
                if one.text.strip():
                    take_signed_line(trail, one.number, one.text)


def take_signed_line(trail: Trail, number: int, text: str) -> None:
    """Take a line of a signature."""
    if len(text) > _LONGEST_LINE:
        reason = msg("It stands behind the end of the meeting; it stays as text.")
        trail.add(number, PartKind.UNKNOWN, Confidence.GUESS, reason, text=text)
        return
    name = BRACKETED.fullmatch(text)
    begins = SIGNED.match(text) is not None
    if _DOTS.fullmatch(text):
        kind, sure = PartKind.LEFT_OUT, Confidence.SURE
        reason = msg("Dots to sign on.")
    elif begins or name or _is_bare_name(text):
        signs = _signer_of(text, name)
        new = not trail.signing or (trail.named != "" and trail.named != signs)
        kind = PartKind.SIGNATURE if new else PartKind.SIGNATURE_MORE
        trail.signing, trail.named = True, signs or ("" if new else trail.named)
        sure, reason = Confidence.SURE, msg("Somebody signs here.")
    elif trail.signing:
        kind, sure = PartKind.SIGNATURE_MORE, Confidence.LIKELY
        reason = msg("It stands below a signature.")
    elif is_signed_label(text):
        trail.signing = True
        kind, sure = PartKind.SIGNATURE, Confidence.LIKELY
        reason = msg("It says what is signed for.")
    else:
        kind, sure = PartKind.UNKNOWN, Confidence.GUESS
        reason = msg("It stands behind the end of the meeting; it stays as text.")
    trail.add(number, kind, sure, reason, text=text)


def _is_bare_name(text: str) -> bool:
    """Tell whether a line is a name with its title, maybe with what it signs for behind it."""
    label = signed_label_in(text)
    words = text[: label.start()] if label else text
    return bool(split_name(words.strip()).honorific) and len(words) <= _LONGEST_LINE // 2


def _signer_of(text: str, name: re.Match[str] | None) -> str:
    """Return whom a line of a signature names, as names of one person are alike; or nothing."""
    if name:
        return same_person_key(name["name"])
    rest = SIGNED.sub("", text, count=1).strip(" .…_\t:()")
    label = signed_label_in(rest)
    words = rest[: label.start()].strip(" .…_\t:()") if label else rest
    return same_person_key(words) if split_name(words).honorific else ""
