"""The picture of a project in words, with its figures, for those who do not see it."""

import datetime
from collections.abc import Iterator

from bmahr_desktop.domain.projects.accounts import balance, standing_reports
from bmahr_desktop.domain.projects.project import Project
from bmahr_desktop.domain.projects.schedule import planned_months, planned_on
from bmahr_desktop.i18n import msg
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.projects.ledger_model import UNKNOWN, day_shown, money_shown
from bmahr_desktop.ui.projects.steps_model import exact_share, month_names


def is_planned(project: Project) -> bool:
    """Tell whether any step has a weight and months."""
    return any(step.months and step.weight for step in project.steps)


def standing_words(project: Project, today: datetime.date) -> str:
    """Return in a line how a project stands: plan, last report, money."""
    words = []
    if is_planned(project):
        planned = exact_share(planned_on(project.steps, project.year, today))
        words.append(said(msg("Planned until today {percent} %", percent=planned)))
    told = [one for one in standing_reports(project.progress) if one.percent is not None]
    if told:
        last = told[-1]
        percent, day = exact_share(last.percent), day_shown(last.date) or said(UNKNOWN)
        words.append(said(msg("last reported {percent} % ({day})", percent=percent, day=day)))
    else:
        words.append(said(msg("nothing is reported yet")))
    if project.ledger:
        sums = balance(project.ledger)
        words.append(
            said(
                msg(
                    "received {received} baht, used {used} baht",
                    received=money_shown(sums.received - sums.returned),
                    used=money_shown(sums.used),
                )
            )
        )
    return " · ".join(words)


def picture_words(project: Project, today: datetime.date) -> str:
    """Return all that the picture shows, with its figures."""
    return "\n".join((standing_words(project, today), *_figures(project)))


def _figures(project: Project) -> Iterator[str]:
    if is_planned(project):
        ends = planned_months(project.steps)
        months = month_names(project.year)
        figures = ", ".join(
            f"{name} {exact_share(end)}" for name, end in zip(months, ends, strict=True)
        )
        yield said(msg("Planned by the end of each month (%): {figures}", figures=figures))
    reports = [
        f"{day_shown(one.date) or said(UNKNOWN)} {exact_share(one.percent) or said(UNKNOWN)}"
        for one in standing_reports(project.progress)
    ]
    if reports:
        yield said(msg("Reported (%): {figures}", figures=", ".join(reports)))
    days = sorted({one.date for one in project.ledger if one.date is not None})
    money = []
    for day in days:
        sums = balance([one for one in project.ledger if one.date is not None], day)
        had, used = money_shown(sums.received - sums.returned), money_shown(sums.used)
        shown_day = day_shown(day)
        money.append(said(msg("{day} had {had}, used {used}", day=shown_day, had=had, used=used)))
    if money:
        yield said(msg("Money (baht): {figures}", figures="; ".join(money)))
