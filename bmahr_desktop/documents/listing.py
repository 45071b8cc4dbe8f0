"""Papers of tables, set in type: the follow-up table, the index of resolutions."""

from collections.abc import Iterator

from bmahr_desktop.documents.bodies import BodySetter
from bmahr_desktop.documents.lines import head_lines
from bmahr_desktop.documents.press import WentOn, lying, office_styles, printed, setter_of
from bmahr_desktop.documents.typesetting.blocks import Block, NewPage, Space
from bmahr_desktop.documents.typesetting.document import SetPaper
from bmahr_desktop.documents.typesetting.paragraph import Bookmark
from bmahr_desktop.domain.listing_paper import ListingPaper, ListingPart


def set_listing(listing: ListingPaper, went_on: WentOn = None) -> SetPaper:
    """Set a paper of tables in type.

    Args:
        listing: The paper.
        went_on: Called with the number of each finished page; it may raise to stop.

    Raises:
        Refused: If the PC lacks the font of the committee's form.
    """
    styles = office_styles(listing.imprint.form)
    setter = setter_of(listing.imprint, lying(styles) if listing.lying else styles)
    blocks = list(_blocks(listing, setter))
    return printed(blocks, listing.imprint, setter, went_on, catch_words=False)


def _blocks(listing: ListingPaper, setter: BodySetter) -> Iterator[Block]:
    yield from head_lines(listing.heading, setter)
    for note in listing.notes:
        yield setter.paragraph(note, setter.styles.centred())
    yield Space(6)
    for number, part in enumerate(listing.parts):
        if number:
            yield NewPage()
        yield from _part(part, setter)


def _part(part: ListingPart, setter: BodySetter) -> Iterator[Block]:
    if part.heading:
        mark = Bookmark(setter.digits(part.heading), 0)
        style = setter.styles.heading("H2")
        yield setter.line(part.heading, style, bold=True, bookmark=mark)
    if part.table is None:
        yield setter.line(part.nothing, setter.styles.centred())
    else:
        yield setter.table(part.table)
