"""Composes the table that follows resolutions up (ตารางติดตามผลการดำเนินงานตามมติ)."""

import datetime
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bmahr_desktop.domain.follow_up import Report
from bmahr_desktop.domain.letter_paper import line
from bmahr_desktop.domain.listing_paper import (
    ListingPaper,
    ListingPart,
    Surroundings,
    bold,
    cell,
    centred,
    heads,
    text_lines,
)
from bmahr_desktop.domain.meeting import Assignment
from bmahr_desktop.domain.minutes import PaperCell, PaperParagraph, PaperTable, TextKey
from bmahr_desktop.domain.registers import ResolutionLine
from bmahr_desktop.domain.statements import meeting_name
from bmahr_desktop.domain.task_words import day_words, due_words, state_words
from bmahr_desktop.domain.tasks import days_overdue, due_day
from bmahr_desktop.i18n import paper
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.thai.digits import DigitStyle, made_in_style

_WIDTHS = (1.2, 2.7, 3.7, 5.0, 2.7, 2.4, 2.1, 4.9)
_NONE = "-"

Rows = tuple[tuple[PaperCell, ...], ...]


class Followed(NamedTuple):
    """A resolution with its tasks."""

    line: ResolutionLine
    tasks: Sequence[Assignment]


def compose_follow_up_table(
    followed: Sequence[Followed], words: str, on: datetime.date, around: Surroundings
) -> ListingPaper:
    """Compose the table.

    Args:
        followed: The resolutions, in the order of the rows.
        words: What was looked for.
        on: The day of issue.
        around: Whose they are, and how the paper looks.
    """
    return _FollowUpTable(on, around).paper(followed, words)


class _FollowUpTable:
    """One table on its way to paper."""

    def __init__(self, on: datetime.date, around: Surroundings) -> None:
        self._on, self._around = on, around
        self._digits: DigitStyle = around.form.digits

    def paper(self, followed: Sequence[Followed], words: str) -> ListingPaper:
        title = paper("Follow-up table of resolutions")
        committee = self._around.committee
        heading = (title, committee.name) if committee else (title,)
        tasks = [task for one in followed for task in one.tasks]
        offices = frozenset(task.assigned_to for task in tasks if task.assigned_to)
        table = PaperTable(_WIDTHS, (self._heads(), *self._rows(followed)), header_rows=1)
        return ListingPaper(
            heading=heading,
            notes=tuple(self._notes(followed, tasks, words)),
            parts=(
                ListingPart("", table if followed else None, paper("(no resolution is listed)")),
            ),
            imprint=self._around.imprint(" ".join(heading), offices),
            lying=True,
        )

    def _notes(
        self, followed: Sequence[Followed], tasks: Sequence[Assignment], words: str
    ) -> Iterator[PaperParagraph]:
        if words.strip():
            yield line(" ".join(words.split()))
        date = format_date(self._on, DateStyle.LONG, self._digits)
        late = sum(days_overdue(task, self._on) > 0 for task in tasks)
        said = [paper("as of {date}", date=date),
                paper("{count} resolutions", count=self._number(len(followed)))]  # fmt: skip
        if late:
            said.append(paper("{count} tasks overdue", count=self._number(late)))
        yield line(" ".join(said))

    def _heads(self) -> tuple[PaperCell, ...]:
        return heads(
            paper("No."),
            paper("Meeting and date"),
            paper("Agenda item and matter"),
            paper("Resolution"),
            paper("Who is to act"),
            paper("Due"),
            paper("State"),
            paper("What was done"),
        )

    # ------------------------------------------------------------------ rows

    def _rows(self, followed: Sequence[Followed]) -> Iterator[tuple[PaperCell, ...]]:
        for number, one in enumerate(followed, 1):
            resolved = (
                centred(self._number(number)),
                self._meeting(one.line),
                self._matter(one.line),
                cell(*text_lines(one.line.text, TextKey(one.line.uid, "text"))),
            )
            if not one.tasks:
                yield (*resolved, *(centred(_NONE) for _ in range(4)))
            for at, task in enumerate(one.tasks):
                # What is the same as in the row above is not told again.
                again = (
                    centred(self._number(number), paper("(continued)")),
                    cell(),
                    cell(),
                    cell(),
                )
                yield (*(again if at else resolved), *self._task(task))

    def _meeting(self, one: ResolutionLine) -> PaperCell:
        number = meeting_name(one.number, one.year, self._digits)
        lines = [] if self._around.committee else [self._around.names.get(one.committee, "")]
        lines += [paper("meeting {meeting}", meeting=number), day_words(one.date, self._digits)]
        return cell(*lines)

    def _matter(self, one: ResolutionLine) -> PaperCell:
        item = paper("Agenda item {number}", number=place_number(one, self._digits))
        title = PaperParagraph(line(one.matter_title or one.item_title).runs,
                               key=TextKey(one.matter, "title"))  # fmt: skip
        order = ""
        if one.siblings > 1:
            numbers = self._number(one.order)
            order = paper("resolution number {numbers}", numbers=numbers)
        return cell(f"{item} {order}".strip(), title)

    def _task(self, task: Assignment) -> Iterator[PaperCell]:
        yield cell(task.assigned_to or _NONE)
        yield self._due(task)
        yield self._state(task)
        yield cell(*self._reports(task))

    def _due(self, task: Assignment) -> PaperCell:
        """Return when a task is due: as it was worded, and the day that it is counted from."""
        lines = [due_words(task.due, self._digits)]
        day = due_day(task)
        if task.next_due is not None:
            lines.append(paper("next on {date}", date=day_words(task.next_due, self._digits)))
        elif day is not None and task.due is not None and task.due.text:
            lines.append(f"({day_words(day, self._digits)})")
        return cell(*lines) if any(lines) else centred(_NONE)

    def _state(self, task: Assignment) -> PaperCell:
        lines: list[str | PaperParagraph] = [state_words(task.state)]
        if days := days_overdue(task, self._on):
            lines.append(bold(paper("overdue")))
            lines.append(paper("({count} days)", count=self._number(days)))
        return cell(*lines)

    def _reports(self, task: Assignment) -> Iterator[str | PaperParagraph]:
        for report in task.reports:
            yield bold(day_words(report.date, self._digits))
            yield self._letter(report)
            if report.text:
                yield from text_lines(report.text, TextKey(report.uid, "text"))

    def _letter(self, report: Report) -> str:
        """Return with what letter something was reported, and by whom; or nothing."""
        words = []
        if report.number:
            words.append(paper("letter {number}", number=report.number))
        if report.dated:
            words.append(paper("dated {date}", date=day_words(report.dated, self._digits)))
        if report.by:
            words.append(f"({report.by})")
        return " ".join(words)

    def _number(self, number: int) -> str:
        return made_in_style(str(number), self._digits)


def place_number(one: ResolutionLine, digits: DigitStyle) -> str:
    """Return the number of a resolution's matter in the minutes, "๓.๑", or of its item."""
    own = f"{one.item}.{one.matter_number}" if one.matter_number else str(one.item)
    return made_in_style(own, digits)
