"""How the adoption of minutes stands, in words."""

import datetime

from bmahr_desktop.domain.meeting import MinutesState
from bmahr_desktop.domain.statements import meeting_name
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.operations.adoptions import Minutes, Standing
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.ui.look.digits import digits_in_use

_BANGKOK = datetime.timezone(datetime.timedelta(hours=7))


def told(standing: Standing) -> list[Message]:
    """Return in words how and when minutes were adopted, or will be."""
    lines = []
    if standing.by_letter and standing.circulated and standing.circulated.decided:
        date = format_date(standing.circulated.decided, DateStyle.LONG, digits_in_use())
        lines.append(msg("Adopted by circulation on {date}.", date=date))
    elif standing.at is not None:
        lines.append(_at_meeting(standing))
    elif standing.state is MinutesState.ADOPTED:
        lines.append(msg("The minutes are adopted; where is not on file."))
    elif standing.state is MinutesState.AWAITING_ADOPTION:
        lines.append(msg("No matter adopts them yet. When the next meeting is prepared, the matter"
                         " for it is made ready."))  # fmt: skip
    else:
        lines.append(msg("The minutes are a draft. They await adoption when the record of the"
                         " meeting is closed."))  # fmt: skip
    return lines


def _at_meeting(standing: Standing) -> Message:
    assert standing.at is not None
    at, values = standing.at, _cited(standing.at.minutes)
    values["item"] = at.item
    if standing.in_same_meeting:
        return msg("Adopted in the same meeting, item {item}.", item=at.item) if at.over else msg(
            "To be adopted in the same meeting, item {item}.", item=at.item)  # fmt: skip
    if not at.over:
        return msg("On the agenda of meeting {number} on {date}, item {item}.", **values)
    if at.corrections:
        count = len(at.corrections)
        return msg("Adopted at meeting {number} on {date}, item {item}, with {count} corrections.",
                   count=count, **values)  # fmt: skip
    return msg("Adopted at meeting {number} on {date}, item {item}, as they were.", **values)


def named_minutes(minutes: Minutes) -> Message:
    """Return which minutes they are, in words."""
    return msg("Minutes of meeting {number} on {date}", **_cited(minutes))


def _cited(minutes: Minutes) -> dict[str, object]:
    digits = digits_in_use()
    return {
        "number": meeting_name(minutes.number, minutes.year, digits),
        "date": format_date(minutes.date, DateStyle.LONG, digits),
    }


def kept(number: int, at: datetime.datetime) -> Message:
    """Return in words which edition a paper is, and of when."""
    date = format_date(at.astimezone(_BANGKOK).date(), DateStyle.SHORT, digits_in_use())
    return msg("Edition {number}, kept on {date}", number=number, date=date)


def no_version(standing: Standing) -> Message:
    """Return in words why there is no adopted version."""
    if not standing.corrections:
        return msg("None is needed: nothing is corrected.")
    if standing.original is None:
        return msg("None is made: no closed minutes are on file.")
    if standing.at is not None and not standing.at.closed:
        return msg("It is made when the record of the adopting meeting is closed.")
    return msg("None was made.")
