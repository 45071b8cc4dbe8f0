"""Checks of what is reported on a project: numbers, dates, percent, results."""

import datetime
import re
from collections.abc import Iterator
from itertools import pairwise

from bmahr_desktop.domain.body import words_of
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.findings import Weight
from bmahr_desktop.domain.projects.accounts import balance, reported_spending, standing_reports
from bmahr_desktop.domain.projects.discrepancies import (
    Discrepancy,
    ProjectLook,
    day_told,
    money_told,
    share_told,
)
from bmahr_desktop.domain.projects.progress import Progress, Stage, Standing
from bmahr_desktop.domain.projects.schedule import WHOLE
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.thai.searchkey import search_key

_YEAR = re.compile(r"(?<!\d)([12]\d{3}|2[4-9]\d{2})(?!\d)")
_FIRST_BE = 2400
_TELLING = 3
"""From so many reports on, it says something that all are alike."""


def _at(
    check: str, words: Message, report: Progress, field: str, stated: str = "",
    computed: str = "", weight: Weight = Weight.LOOK, **correction: object,
) -> Discrepancy:  # fmt: skip
    return Discrepancy(
        check, words, Kind.PROGRESS, report.uid, field, stated, computed, correction, weight
    )


def numbers(look: ProjectLook) -> Iterator[Discrepancy]:
    """Reports are numbered from 1 without gaps, and their dates rise."""
    reports = standing_reports(look.project.progress)
    for expected, report in enumerate(reports, 1):
        if report.number != expected:
            words = msg("Report {number} follows no report {before}.",
                        number=report.number, before=report.number - 1)  # fmt: skip
            yield _at("report_number", words, report, "number", str(report.number), str(expected))
            break
    for before, report in pairwise(reports):
        if before.date and report.date and report.date <= before.date:
            words = msg("Report {number} is not dated after the one before ({day}).",
                        number=report.number, day=day_told(before.date))  # fmt: skip
            yield _at("report_dates", words, report, "date", day_told(report.date),
                      day_told(before.date), Weight.WRONG)  # fmt: skip


def figures(look: ProjectLook) -> Iterator[Discrepancy]:
    """Every report tells percent, money, and how it stands; nothing falls."""
    reports = standing_reports(look.project.progress)
    for report in reports:
        missing = [name for name in ("percent", "spent") if getattr(report, name) is None]
        if missing:
            words = (
                msg("Report {number} tells neither progress nor money.", number=report.number)
                if len(missing) > 1
                else msg("Report {number} tells no progress.", number=report.number)
                if missing == ["percent"]
                else msg("Report {number} tells no money.", number=report.number)
            )
            yield _at("report_figures", words, report, missing[0])
        if report.date is None:
            words = msg("Report {number} has no date.", number=report.number)
            yield _at("report_date", words, report, "date")
        if not words_of(report.body).strip():
            words = msg("Report {number} does not say what was done.", number=report.number)
            yield _at("report_words", words, report, "body")
    told = [one for one in reports if one.percent is not None]
    for before, report in pairwise(told):
        if (report.percent or 0) < (before.percent or 0):
            words = msg("Report {number} tells less progress than report {before}.",
                        number=report.number, before=before.number)  # fmt: skip
            yield _at("falling", words, report, "percent", share_told(report.percent),
                      share_told(before.percent), Weight.WRONG)  # fmt: skip


def eras(look: ProjectLook) -> Iterator[Discrepancy]:
    """Dates of one paper are all written in the Buddhist Era."""
    for report in standing_reports(look.project.progress):
        found = _YEAR.search(search_key(report.written))
        if found and int(found[1]) < _FIRST_BE:
            words = msg("The date of report {number} is written in the Christian Era: {written}.",
                        number=report.number, written=report.written)  # fmt: skip
            yield _at("era", words, report, "written", report.written, day_told(report.date),
                      written="")  # fmt: skip


def claims(look: ProjectLook) -> Iterator[Discrepancy]:
    """What is claimed to be all done shows the results of its indicators."""
    project = look.project
    reports = standing_reports(project.progress)
    if not reports:
        return
    last = reports[-1]
    if last.percent == WHOLE or last.stage is Stage.FINISHED:
        shown = {one.indicator for one in last.results if one.result.strip()}
        missing = [
            number for number, one in enumerate(project.indicators, 1) if one.uid not in shown
        ]
        if missing or not project.indicators:
            words = (
                msg("All is said to be done, but no result is told for indicators {numbers}.",
                    numbers=", ".join(str(number) for number in missing))
                if missing
                else msg("All is said to be done, but the project has no indicator to show it.")
            )  # fmt: skip
            yield _at("claimed", words, last, "results", share_told(last.percent))
        if last.stage is Stage.FINISHED and last.percent not in (None, WHOLE):
            words = msg("The project is said to be finished at {percent} per cent.",
                        percent=share_told(last.percent))  # fmt: skip
            yield _at("finished", words, last, "percent", share_told(last.percent), "100.00",
                      percent=WHOLE)  # fmt: skip
    for report in reports:
        evident = [one for one in report.results if one.result.strip() and not one.evidence]
        if evident:
            words = msg("Report {number} tells results without a letter that shows them.",
                        number=report.number)  # fmt: skip
            yield _at("evidence", words, report, "results")


def spending(look: ProjectLook) -> Iterator[Discrepancy]:
    """What reports tell was spent is what the ledger tells; always on plan with nothing spent."""
    project = look.project
    reports = standing_reports(project.progress)
    told = reported_spending(reports)
    sums = balance(project.ledger)
    if told is not None and project.ledger and told != sums.used:
        words = msg("The reports tell {told} baht spent, the ledger {used}.",
                    told=money_told(told), used=money_told(sums.used))  # fmt: skip
        yield _at("spent", words, reports[-1], "spent", money_told(told), money_told(sums.used))
    said = [one.on_plan for one in reports if one.on_plan is not None]
    had = project.funding.amount or sums.received
    if len(said) >= _TELLING and set(said) == {Standing.AS_PLANNED} and told == 0 and had:
        words = msg("All {count} reports say “as planned”, but nothing was spent of {had} baht.",
                    count=len(said), had=money_told(had))  # fmt: skip
        yield _at("nothing_spent", words, reports[-1], "on_plan", "0", money_told(had))


def standing(look: ProjectLook) -> Iterator[Discrepancy]:
    """What is said about the plan agrees with the planned progress."""
    for report in standing_reports(look.project.progress):
        if report.percent is None or report.planned is None or report.on_plan is None:
            continue
        behind = report.percent < report.planned
        if behind and report.on_plan is not Standing.BEHIND:
            words = msg("Report {number} tells {percent} per cent, but {planned} were planned.",
                        number=report.number, percent=share_told(report.percent),
                        planned=share_told(report.planned))  # fmt: skip
            yield _at("on_plan", words, report, "on_plan", share_told(report.percent),
                      share_told(report.planned), on_plan=Standing.BEHIND)  # fmt: skip


def overdue(look: ProjectLook) -> Iterator[Discrepancy]:
    """While a project is under way, a report is due every month."""
    day = next_due(look)
    if day is not None and day < look.today:
        words = msg("The report that was due on {day} is missing.", day=day_told(day))
        yield look.of_project("overdue", words, "progress", computed=day_told(day))


def next_due(look: ProjectLook) -> datetime.date | None:
    """Return the day that the next report is due; None for a finished project, or no dates."""
    project = look.project
    reports = [one for one in standing_reports(project.progress) if one.date]
    over = reports and (reports[-1].stage is Stage.FINISHED or reports[-1].percent == WHOLE)
    if over or project.start is None or project.state != "under_way":
        return None
    last = reports[-1].date if reports else None
    year, month = project.start.year, project.start.month
    if last is not None:
        year, month = last.year + last.month // 12, last.month % 12 + 1
    return datetime.date(year, month, min(look.report_day, 28))
