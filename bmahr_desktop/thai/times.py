"""Times of day and lengths of meetings, as papers print them and as people type them."""

import datetime
import re

from bmahr_desktop.i18n import msg
from bmahr_desktop.thai.digits import DigitStyle, made_in_style
from bmahr_desktop.thai.reading import Unreadable, quoted
from bmahr_desktop.thai.searchkey import search_key

_TIME = re.compile(
    r"(?:เวลา ?)?"
    r"(?:(?P<hour>[0-9]{1,2}) ?[.:] ?(?P<minute>[0-9]{1,2})(?::00)?(?P<said> ?(?:น ?\.?|นาฬิกา))?"
    r"|(?P<hhmm>[0-9]{4}) ?(?:น ?\.?|นาฬิกา)?"
    r"|(?P<whole>[0-9]{1,2}) ?(?:น ?\.?|นาฬิกา))"
)


class BadTime(Unreadable):
    """A text that is no time of day; its ``message`` says what is wrong and what is right."""


def format_time(time: datetime.time, digits: DigitStyle = DigitStyle.THAI) -> str:
    """Return a time of day as papers print it: ๐๙.๓๐ น. (standards B7: a dot, no colon)."""
    return made_in_style(f"{time.hour:02}.{time.minute:02} น.", digits)


def format_duration(minutes: int, digits: DigitStyle = DigitStyle.THAI) -> str:
    """Return a length in minutes in words: ๒ ชั่วโมง ๑๐ นาที, ๒ ชั่วโมง, ๑๐ นาที.

    Raises:
        ValueError: If it is negative.
    """
    if minutes < 0:
        raise ValueError(minutes)
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} ชั่วโมง"] if hours else []
    if rest or not hours:
        parts.append(f"{rest} นาที")
    return made_in_style(" ".join(parts), digits)


def parse_time(text: str) -> datetime.time:
    """Read a time of day, of 24 hours: 09.30, 9:30, ๐๙.๓๐ น., 0930, 9 น., เวลา 9.30 น.

    Minutes have two digits, because 9.5 may be meant as 9.05, as 9.50 or as half past nine; and
    a whole hour needs its น., because 9 by itself may be anything.

    Raises:
        BadTime: If it is no time from 00.00 to 23.59.
    """
    found = _TIME.fullmatch(search_key(text).strip())
    if found is None:
        raise BadTime(
            msg("“{text}” is not a time. Write it in 24 hours, as 09.30.", text=quoted(text))
        )
    if packed := found["hhmm"]:
        hour, minute = packed[:2], packed[2:]
    else:
        hour, minute = found["hour"] or found["whole"], found["minute"] or "00"
    if len(minute) != 2:
        raise BadTime(
            msg(
                "“{text}” is not clear. Write the minutes with two digits, as 09.05 or 09.50.",
                text=quoted(text),
            )
        )
    if int(hour) == 24 and int(minute) == 0:
        raise BadTime(msg("Midnight is written 00.00, on the next day."))
    if int(hour) > 23:
        raise BadTime(msg("There is no hour {hour}. The hours are 0 to 23.", hour=int(hour)))
    if int(minute) > 59:
        raise BadTime(
            msg("There is no minute {minute}. The minutes are 0 to 59.", minute=int(minute))
        )
    return datetime.time(int(hour), int(minute))
