"""Recognises the agenda: items, matters, their parts, and resolutions."""

from bmahr_desktop.domain.habits.before import take_rest, take_start
from bmahr_desktop.domain.habits.facts import time_in
from bmahr_desktop.domain.habits.resolving import begin_resolution, goes_on, take_resolution
from bmahr_desktop.domain.habits.signs import (
    END,
    ItemSign,
    is_decision,
    item_of,
    names_topic,
    resolution_at,
    section_of,
)
from bmahr_desktop.domain.habits.trail import RESOLVED, Stage, Trail
from bmahr_desktop.domain.meeting import SectionKind
from bmahr_desktop.domain.old_minutes import Confidence, PartKind, Piece
from bmahr_desktop.i18n import msg
from bmahr_desktop.thai.digits import to_arabic
from bmahr_desktop.thai.numbering import split_label

_MATTER_OUTLINE, _SECTION_OUTLINE = 2, 3
_LONGEST_TITLE = 400
_LONGEST_LINE = 120
_LOOKED_AT = 400
_SPACED = "\u00a0\u00a0"


def take_agenda(trail: Trail, piece: Piece) -> None:
    """Take a piece between the lists and the end of the meeting."""
    if piece.table or piece.picture:
        _take_block(trail, piece)
        return
    for take in (_take_end, take_item, _take_item_title, take_start, _take_resolution_label,
                 take_matter, _take_section):  # fmt: skip
        if take(trail, piece):
            return
    if trail.resolving and goes_on(trail, piece, before_next=trail.resolved_again()):
        take_resolution(trail, piece)
    elif is_decision(piece.text) and _decides(trail, piece):
        begin_resolution(trail)
        take_resolution(trail, piece)
    else:
        take_paragraph(trail, piece)


def _take_block(trail: Trail, piece: Piece) -> None:
    """Take a table or a picture."""
    trail.awaits_title = False
    _open_matter(trail)
    kind = PartKind.TABLE if piece.table else PartKind.PICTURE
    text = "\n".join(row.text for row in piece.table.rows) if piece.table else ""
    reason = msg("It stands so in the file.")
    sure = Confidence.SURE
    if trail.resolving:
        sure, reason = Confidence.GUESS, msg("It stands behind a resolution.")
    trail.add(piece, kind, sure, reason, text=text)


# ---------------------------------------------------------------- the end, items


def _take_end(trail: Trail, piece: Piece) -> bool:
    sign = END.match(piece.text)
    if sign is None or not trail.item:
        return False
    time = time_in(piece.text, sign.end())
    if time and time.start - sign.end() > len(" ประมาณ "):
        time = None
    if time is None and piece.text[sign.end() :].strip(" .…น\t"):
        return False
    trail.stage, trail.resolving = Stage.AFTER, False
    stop = time.stop if time else len(piece.text)
    sure = Confidence.SURE if time and time.time else Confidence.GUESS
    reason = msg("The hour at which it ended.") if time else msg("The hour is not said.")
    found = time.time if time else None
    trail.add(piece, PartKind.END, sure, reason, span=(0, stop), found=found)
    take_rest(trail, piece, stop)
    return True


def take_item(trail: Trail, piece: Piece) -> bool:
    """Take the line that begins an item; tell whether it does."""
    sign = item_of(piece.text)
    if sign is None:
        return False
    if trail.item and sign.number == trail.item:
        if not sign.again and len(piece.text) > _LONGEST_LINE:
            return False
        reason = msg("The item's number once more, on a new page.")
        trail.add(piece, PartKind.LEFT_OUT, Confidence.SURE, reason)
        return True
    if not _may_follow(trail, piece, sign):
        return False
    title = piece.text[sign.title_at :]
    fits = sign.number == trail.item + 1
    sure = Confidence.SURE if fits else Confidence.LIKELY
    reason = msg("The next item.") if fits else msg("An item, but its number is not the next one.")
    begin_item(trail)
    trail.add(
        piece, PartKind.ITEM, sure, reason, span=(sign.title_at, len(piece.text)),
        label=to_arabic(str(sign.number)),
    )  # fmt: skip
    trail.awaits_title = not title.strip()
    return True


def begin_item(trail: Trail) -> None:
    """Count one more item."""
    trail.stage, trail.item, trail.matter, trail.order = Stage.AGENDA, trail.item + 1, 0, 0
    trail.resolving, trail.listed, trail.listing = False, None, None


def _may_follow(trail: Trail, piece: Piece, sign: ItemSign) -> bool:
    title = piece.text[sign.title_at :].strip()
    looks = not title or title.startswith("เรื่อง") or piece.stands_out
    if sign.number == trail.item + 1:
        return looks or len(title) <= _LONGEST_LINE
    return looks and len(title) <= _LONGEST_TITLE and (sign.number > trail.item or not title)


def _take_item_title(trail: Trail, piece: Piece) -> bool:
    if not trail.awaits_title:
        return False
    trail.awaits_title = False
    if resolution_at(piece, trail.labels) is not None or section_of(piece, trail.labels):
        return False
    label = split_label(piece.text)
    if label and not piece.stands_out:
        return False
    reason = msg("It stands below the item's number.")
    trail.add(piece, PartKind.ITEM_TITLE, Confidence.SURE, reason)
    return True


# ---------------------------------------------------------------- matters


def take_matter(trail: Trail, piece: Piece) -> bool:
    """Take the title of a matter, or a further line of it; tell whether it is one."""
    text = piece.text
    label = split_label(text)
    rest = label[2] if label else text
    last = trail.last
    if last and last.kind in (PartKind.MATTER, PartKind.MATTER_MORE) and _goes_on(trail, piece):
        reason = msg("It goes on from the title above.")
        trail.add(piece, PartKind.MATTER_MORE, Confidence.LIKELY, reason)
        return True
    own = bool(label) and _is_own(trail, label[0] if label else "")
    topic = names_topic(rest)
    if len(text) > _LONGEST_TITLE or not trail.item:
        return False
    if own and (topic or piece.stands_out):
        sure, reason = Confidence.SURE, msg("It has a number of its own in the item.")
    elif own and _is_resolved_apart(trail):
        sure, reason = Confidence.LIKELY, msg("A resolution of its own follows.")
    elif topic and piece.stands_out:
        sure, reason = Confidence.SURE, msg("It begins with “เรื่อง” and looks like a heading.")
    elif piece.outline == _MATTER_OUTLINE and not label:
        sure, reason = Confidence.LIKELY, msg("It has the style of a heading.")
    elif topic and not label and _may_begin(trail):
        sure, reason = Confidence.LIKELY, msg("It begins with “เรื่อง” where a matter may begin.")
    else:
        return False
    begin_matter(trail)
    span = (len(text) - len(rest), len(text))
    trail.add(piece, PartKind.MATTER, sure, reason, span=span, label=label[0] if label else "")
    return True


def begin_matter(trail: Trail) -> None:
    """Count one more matter in the item."""
    trail.matter, trail.order = trail.matter + 1, 0
    trail.resolving, trail.listed, trail.awaits_title = False, None, False


def _open_matter(trail: Trail) -> None:
    """Let there be a matter for what comes."""
    if trail.item and not trail.matter:
        begin_matter(trail)


def _is_own(trail: Trail, label: str) -> bool:
    """Tell whether a number is that of a matter in the item: ๓.๑, ๓.๒."""
    parts = to_arabic(label).rstrip(".").split(".")
    return len(parts) == 2 and parts[0] == str(trail.item) and parts[1].isdecimal()


def _may_begin(trail: Trail) -> bool:
    """Tell whether a matter without a number may begin here: at an item, or behind a resolution."""
    last = trail.last
    return last is not None and (
        last.kind in (PartKind.ITEM, PartKind.ITEM_TITLE) or (trail.resolving and trail.order > 0)
    )


def _goes_on(trail: Trail, piece: Piece) -> bool:
    """Tell whether a line goes on from the title of the matter above."""
    above = next(one for one in trail.pieces[trail.at - 1 :: -1] if one.text)
    if not above.stands_out or not piece.stands_out or piece.outline != above.outline:
        return False
    if split_label(piece.text) or names_topic(piece.text) or piece.centred != above.centred:
        return False
    return section_of(piece, trail.labels) is None and (resolution_at(piece, trail.labels) is None)


def _is_resolved_apart(trail: Trail) -> bool:
    """Tell whether a resolution comes before the next number of this item, and one behind it."""
    found: list[str] = []
    for sign in trail.signs_ahead():
        if sign == RESOLVED or _is_own(trail, sign):
            found.append(sign)
        if len(found) == _LOOKED_AT:
            break
    resolved = [sign == RESOLVED for sign in found]
    if resolved[:2] != [False, True]:
        return False
    return trail.order > 0 or resolved.count(False) == resolved.count(True) > 1


# ---------------------------------------------------------------- parts of a matter


def _take_section(trail: Trail, piece: Piece) -> bool:
    if not trail.item:
        return False
    sign = section_of(piece, trail.labels)
    text = piece.text
    if sign:
        kind, start = sign.kind, sign.text_at
        sure, reason = Confidence.SURE, msg("The heading of a part of a matter.")
    elif piece.outline >= _SECTION_OUTLINE and len(text) <= _LONGEST_LINE:
        kind, start = SectionKind.TEXT, len(text)
        sure, reason = Confidence.LIKELY, msg("It has the style of a heading.")
    elif stop := _run_in(piece):
        kind, start = SectionKind.TEXT, stop
        sure, reason = Confidence.LIKELY, msg("Bold words at the beginning of a line.")
    else:
        return False
    trail.resolving, trail.awaits_title = False, False
    if trail.order:
        begin_matter(trail)
    _open_matter(trail)
    trail.add(piece, PartKind.SECTION, sure, reason, span=(0, start), found=kind)
    if start < len(text):
        trail.add(
            piece, PartKind.PARAGRAPH, Confidence.SURE, msg("Text behind its heading."),
            span=(start, len(text)),
        )  # fmt: skip
    return True


def _run_in(piece: Piece) -> int:
    """Return where the text begins behind a heading in its line; 0 when there is none."""
    first = piece.runs[0] if piece.runs else None
    if first is None or not first.bold or piece.bold or piece.counted:
        return 0
    words = first.text
    heads = words.endswith(_SPACED) and len(words.strip()) <= _LONGEST_LINE
    return len(words) if heads else 0


def _take_resolution_label(trail: Trail, piece: Piece) -> bool:
    start = resolution_at(piece, trail.labels)
    if start is None or not trail.item:
        return False
    if trail.order and trail.last and trail.last.kind is not PartKind.LEFT_OUT:
        begin_matter(trail)
    _open_matter(trail)
    begin_resolution(trail)
    reason = msg("It heads a resolution.")
    trail.add(piece, PartKind.RESOLUTION_LABEL, Confidence.SURE, reason, span=(start, start))
    if start < len(piece.text):
        take_resolution(trail, piece, start)
    return True


def _decides(trail: Trail, piece: Piece) -> bool:
    """Tell whether a sentence is the resolution of a matter that has no heading for it."""
    if not trail.item or trail.order or trail.resolved_again():
        return False
    following = trail.following
    return following is None or bool(
        item_of(following.text)
        or END.match(following.text)
        or split_label(following.text)
        or names_topic(following.text)
    )


def take_paragraph(trail: Trail, piece: Piece) -> None:
    """Take a paragraph of a body."""
    text = piece.text
    if trail.resolving and trail.order:
        begin_matter(trail)
    trail.resolving, trail.awaits_title = False, False
    _open_matter(trail)
    last = trail.last
    before = last.level if last and last.kind is PartKind.PARAGRAPH else 0
    label = split_label(text, before)
    if not trail.item:
        reason = msg("It stands before the first item; it stays as text there.")
        trail.add(piece, PartKind.UNKNOWN, Confidence.GUESS, reason)
    elif piece.caption:
        trail.add(piece, PartKind.CAPTION, Confidence.SURE, msg("It has the style of a caption."))
    elif label:
        span = (len(text) - len(label[2]), len(text))
        reason = msg("A numbered paragraph.")
        trail.add(
            piece, PartKind.PARAGRAPH, Confidence.SURE, reason, span=span, label=label[0],
            level=label[1],
        )  # fmt: skip
    else:
        trail.add(piece, PartKind.PARAGRAPH, Confidence.SURE, msg("A paragraph of text."))
