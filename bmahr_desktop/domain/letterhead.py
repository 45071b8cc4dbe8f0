"""What all letters of a committee take from its letterhead."""

from bmahr_desktop.domain.committee import Committee
from bmahr_desktop.domain.letter_paper import line, lines_of
from bmahr_desktop.domain.minutes import PaperParagraph, TextKey
from bmahr_desktop.i18n import paper


def office_line(committee: Committee) -> PaperParagraph:
    """Return ส่วนราชการ of a memo: the office with its phone."""
    head = committee.letterhead
    words = head.office
    if head.phone:
        phone = paper("phone {phone}", phone=head.phone)
        words = f"{words} {phone}".strip()
    return line(words, TextKey(committee.uid, "letterhead.office"))


def lines_of_head(committee: Committee, name: str) -> tuple[PaperParagraph, ...]:
    """Return a field of the letterhead that has several lines: "address" or "contact"."""
    key = TextKey(committee.uid, f"letterhead.{name}")
    return lines_of(getattr(committee.letterhead, name), key)


def everybody(committee: Committee) -> str:
    """Return how all members are addressed: "อ.ก.ก. ทุกท่าน"."""
    name = committee.short_name or committee.labels.member
    space = " " if "." in name else ""
    return paper("{members} all", members=name + space)
