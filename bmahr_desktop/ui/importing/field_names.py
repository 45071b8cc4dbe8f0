"""What the fields of records are called where one sees how they would change."""

from collections.abc import Mapping

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.i18n import Message, msg, verbatim

_ANYWHERE: Mapping[str, Message] = {
    "name": msg("Name"),
    "title": msg("Title"),
    "position": msg("Place in the order"),
    "body": msg("Body"),
    "lines": msg("Position and office, as printed"),
    "person": msg("Person"),
    "unit": msg("Unit"),
    "committee": msg("Committee"),
    "meeting": msg("Meeting it belongs to"),
    "item": msg("Agenda item it belongs to"),
    "matter": msg("Matter it belongs to"),
    "resolution": msg("Resolution it belongs to"),
    "kind": msg("Kind"),
    "kinds": msg("Kind of resolution"),
    "short_name": msg("Short name"),
    "code": msg("Code"),
    "parent": msg("Belongs to"),
    "honorific": msg("Title before the name"),
    "job": msg("Position"),
    "secretariat": msg("Secretariat"),
    "labels": msg("Words of the committee"),
    "rules": msg("Rules"),
    "form": msg("Form of the minutes"),
    "role": msg("Role"),
    "seat": msg("Sits there as"),
    "since": msg("Since"),
    "until": msg("Until"),
    "instrument": msg("Appointed by"),
    "items": msg("Agenda items"),
    "number": msg("Number"),
    "year": msg("Year (B.E.)"),
    "date": msg("Date"),
    "month": msg("Month"),
    "start": msg("Began at"),
    "end": msg("Ended at"),
    "mode": msg("Mode"),
    "venue": msg("Venue"),
    "venue_line": msg("Line of the place in the heading"),
    "online": msg("Online room"),
    "platform": msg("Meeting system"),
    "room": msg("Room number in the system"),
    "state": msg("State of the meeting"),
    "minutes_state": msg("State of the minutes"),
    "secrecy": msg("Secrecy"),
    "next_meeting": msg("The next meeting"),
    "changed": msg("Last changed"),
    "list": msg("In which list"),
    "substitute_for": msg("Stands in for"),
    "reason": msg("Reason of absence"),
    "label": msg("Words under the signature"),
    "file": msg("The file itself"),
    "heading": msg("Heading"),
    "text": msg("Wording of the resolution"),
    "composed": msg("Composed by the program"),
    "before_adoption": msg("Without waiting for adoption"),
    "assigned_to": msg("Assigned to"),
    "due": msg("By when"),
    "periodic": msg("Again and again"),
    "report_to": msg("Reports to"),
    "old": msg("Wording before"),
    "new": msg("Wording after"),
    "page": msg("Page"),
    "clause": msg("Clause"),
    "adopts_number": msg("Minutes of meeting number"),
    "adopts_year": msg("Minutes of the year"),
    "adopts_date": msg("Minutes of the date"),
    "adopts_meeting": msg("Minutes of the meeting on file"),
    # in the words, the rules and the form of a committee
    "member": msg("Word for members"),
    "opinion": msg("Words before the opinion"),
    "discussion": msg("Words before the discussion"),
    "quorum": msg("Quorum"),
    "quorum_again": msg("Quorum when called again"),
    "again_within_days": msg("Days to call it again"),
    "notice_days": msg("Days of notice"),
    "digits": msg("Digits"),
    "font": msg("Font"),
    "layout": msg("Layout"),
    "justification": msg("Edges"),
    "say_when": msg("“เมื่อ” before the date"),
    "indent_cm": msg("First line, cm"),
    "margin_left_cm": msg("Left margin, cm"),
    "margin_right_cm": msg("Right margin, cm"),
    "margin_top_cm": msg("Top margin, cm"),
    "margin_bottom_cm": msg("Bottom margin, cm"),
    "page_numbers": msg("Page numbers"),
    "catch_words": msg("First words of the next page"),
    "catch_word_slash": msg("Stroke before them"),
    "header": msg("Line at the head of pages"),
    "footer": msg("Line at the foot of pages"),
}
_BY_KIND: Mapping[tuple[Kind, str], Message] = {
    (Kind.MATTER, "title"): msg("Title of the matter"),
    (Kind.ITEM, "title"): msg("Title of the agenda item"),
    (Kind.MEMBERSHIP, "title"): msg("Role as printed"),
    (Kind.ATTENDANCE, "title"): msg("Role as printed"),
}


def field_name(kind: Kind, field: str) -> Message:
    """Return what a field of a record is called; of "form.font" both steps are told."""
    first, _, rest = field.partition(".")
    outer = _BY_KIND.get((kind, first)) or _ANYWHERE.get(first) or verbatim(first)
    if not rest:
        return outer
    # "resolution" is a wording among the words of a committee, elsewhere a record.
    inner = msg("Words before a resolution") if field == "labels.resolution" else None
    return msg("{whole}: {part}", whole=outer, part=inner or field_name(kind, rest))
