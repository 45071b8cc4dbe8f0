"""How papers say by when a task is due, to whom it is reported, and how far it has come."""

import datetime

from bmahr_desktop.domain.follow_up import FollowUp
from bmahr_desktop.domain.meeting import Assignment, Due
from bmahr_desktop.i18n import paper
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.thai.digits import DigitStyle, made_in_style


def due_words(due: Due | None, digits: DigitStyle) -> str:
    """Return by when something is due: as it was worded, else from its day; or nothing."""
    if due is None:
        return ""
    words = due.text.strip() or _day_words(due, digits)
    again = ""
    if due.every is not None:
        again = paper("every {count} months", count=made_in_style(str(due.every), digits))
    elif due.periodic:
        again = paper("from time to time")
    return words if again in words else f"{words} {again}".strip()


def task_sentence(task: Assignment, digits: DigitStyle) -> str:
    """Return in a sentence what is awaited, by when and to whom it is reported; or nothing."""
    due, report = due_words(task.due, digits), report_words(task.report_to)
    needed = " ".join(task.needed.split())
    if needed:
        parts = [paper("You are asked to {needed}", needed=needed)]
        parts += [paper("(to be done {due})", due=due)] if due else []
        parts += [paper("and to report {report}", report=report)] if report else []
    elif due:
        parts = [paper("It is to be done {due}", due=due)]
        parts += [paper("and to report {report}", report=report)] if report else []
    elif report:
        parts = [paper("You are asked to report {report}", report=report)]
    else:
        return ""
    return " ".join(parts)


def report_words(report_to: str) -> str:
    """Return to whom something is reported, "ให้ที่ประชุมทราบ", "ให้ ก.ก. ทราบ"; or nothing."""
    name = " ".join(report_to.split())
    if not name:
        return ""
    first, last = name.split(" ")[0], name.split(" ")[-1]
    before, after = (" " if "." in one else "" for one in (first, last))
    return paper("to {name}", name=f"{before}{name}{after}")


def state_words(state: FollowUp) -> str:
    """Return how far a task has come."""
    match state:
        case FollowUp.WAITING:
            return paper("waiting to be done")
        case FollowUp.UNDER_WAY:
            return paper("being done")
        case FollowUp.DONE:
            return paper("done")
        case FollowUp.ENDED:
            return paper("ended without result")


def day_words(day: datetime.date, digits: DigitStyle) -> str:
    """Return a day as a narrow column has it, "๖ ม.ค. ๒๕๖๔"."""
    return format_date(day, DateStyle.SHORT_FULL_YEAR, digits)


def _day_words(due: Due, digits: DigitStyle) -> str:
    if due.date is not None:
        return paper("by the date of {date}", date=format_date(due.date, DateStyle.LONG, digits))
    if due.month is not None:
        year, month = (int(part) for part in due.month.split("-"))
        first = datetime.date(year, month, 1)
        return paper("within {month}", month=format_date(first, DateStyle.MONTH_YEAR, digits))
    return ""
