"""The picture of a project as a paper shows it: plan, progress and money of a fiscal year."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from bmahr_desktop.domain.committee import MinutesForm
from bmahr_desktop.domain.imprint import Imprint
from bmahr_desktop.domain.projects.accounts import balance, standing_reports
from bmahr_desktop.domain.projects.axes import money_scale
from bmahr_desktop.domain.projects.curve import Curve, across, curve_of
from bmahr_desktop.domain.projects.gantt import Bar, finished_bar, planned_bars
from bmahr_desktop.domain.projects.project import Project, Step
from bmahr_desktop.domain.projects.schedule import (
    month_of,
    planned_months,
    planned_on,
    total_weight,
)
from bmahr_desktop.i18n import paper
from bmahr_desktop.thai.baht import format_baht
from bmahr_desktop.thai.dates import (
    BE_OFFSET,
    MONTHS_SHORT,
    DateStyle,
    fiscal_months,
    format_date,
)
from bmahr_desktop.thai.digits import DigitStyle, made_in_style


@dataclass(frozen=True)
class PictureRow:
    """A step of the plan.

    Attributes:
        weight: As printed.
        bars: When it is planned.
        done: The stretch to the day it was finished; None while it is not.
        words: What stands in its bar.
    """

    text: str
    weight: str
    bars: tuple[Bar, ...] = ()
    done: Bar | None = None
    words: str = ""


@dataclass(frozen=True)
class ProjectPicture:
    """All that the page shows.

    Attributes:
        heading: The lines at the head.
        years: The years over the months: words, first and last month.
        months: The twelve months.
        rows: The steps.
        sums: The sum of the weights, and what is planned by the end of each month.
        curve: The lines below the plan.
        money: The marks of the scale of money in satang.
        money_labels: The same as printed.
        today: Where the day of the page lies in the year; None outside of it.
        figures: Captions with their amounts.
        standing: How it stands, in a line.
        progress_told, money_told: The figures of the lines, for those who do not see them.
        imprint: The page's form, and what the file says of itself.
    """

    heading: tuple[str, ...]
    years: tuple[tuple[str, int, int], ...]
    months: tuple[str, ...]
    rows: tuple[PictureRow, ...]
    sums: tuple[str, ...]
    curve: Curve
    money: tuple[int, ...]
    money_labels: tuple[str, ...]
    today: Fraction | None
    figures: tuple[tuple[str, str], ...]
    standing: str
    progress_told: str
    money_told: str
    imprint: Imprint


def compose_picture(
    project: Project, today: datetime.date, digits: DigitStyle = DigitStyle.THAI
) -> ProjectPicture:
    """Return the picture of a project.

    Args:
        project: The project.
        today: The day of the page.
        digits: Of its figures.
    """
    style = _Figures(digits)
    curve = curve_of(project)
    scale = money_scale(curve.most_money)
    inside = month_of(project.year, today) is not None
    title = paper("Picture of the progress of a project")
    return ProjectPicture(
        heading=tuple(_heading(project, today, style)),
        years=_years(project.year, style),
        months=tuple(MONTHS_SHORT[month - 1] for _, month in fiscal_months(project.year)),
        rows=tuple(_row(step, project.year, style) for step in project.steps),
        sums=_sums(project, style),
        curve=curve,
        money=scale,
        money_labels=tuple(format_baht(one, digits) for one in scale),
        today=across(project.year, today) if inside else None,
        figures=tuple(_money(project, style)),
        standing=_standing(project, today, style),
        progress_told=_progress_told(project, style),
        money_told=_money_told(project, style),
        imprint=Imprint(
            form=MinutesForm(digits=digits, page_numbers=False, catch_words=False),
            title=f"{title} {project.name}",
            author=project.offices[-1] if project.offices else "",
            names=frozenset(filter(None, (project.manager.name,))),
            offices=frozenset(project.offices),
            changed=project.changed,
        ),
    )


@dataclass(frozen=True)
class _Figures:
    """Words for figures, in one style of digits."""

    digits: DigitStyle

    def share(self, hundredths: int | None) -> str:
        if hundredths is None:
            return ""
        return made_in_style(f"{hundredths // 100}.{hundredths % 100:02}", self.digits)

    def rounded(self, hundredths: int) -> str:
        return made_in_style(str((hundredths + 50) // 100), self.digits)

    def day(self, day: datetime.date) -> str:
        return format_date(day, DateStyle.SHORT, self.digits)

    def baht(self, satang: int) -> str:
        return format_baht(satang, self.digits)


def _heading(project: Project, today: datetime.date, style: _Figures) -> Iterator[str]:
    yield paper("Picture of the progress of a project")
    yield project.name
    year = made_in_style(str(project.year), style.digits)
    words = paper("fiscal year {year}", year=year)
    if project.code:
        words = paper("{words}, code {code}", words=words, code=project.code)
    day = format_date(today, DateStyle.LONG, style.digits)
    yield paper("{words}, as of {day}", words=words, day=day)


def _years(year: int, style: _Figures) -> tuple[tuple[str, int, int], ...]:
    years = [at + BE_OFFSET for at, _ in fiscal_months(year)]
    return tuple(
        (
            paper("B.E. {year}", year=made_in_style(str(one), style.digits)),
            years.index(one),
            years.index(one) + years.count(one) - 1,
        )
        for one in dict.fromkeys(years)
    )


def _row(step: Step, year: int, style: _Figures) -> PictureRow:
    done = finished_bar(step, year)
    words = paper("done {day}", day=style.day(step.finished)) if step.finished else ""
    return PictureRow(step.text, style.share(step.weight), planned_bars(step), done, words)


def _sums(project: Project, style: _Figures) -> tuple[str, ...]:
    if not project.steps:
        return ()
    ends = planned_months(project.steps)
    return (style.share(total_weight(project.steps)), *(style.rounded(end) for end in ends))


def _money(project: Project, style: _Figures) -> Iterator[tuple[str, str]]:
    unknown = paper("not known")
    sums = balance(project.ledger)
    known = bool(project.ledger)
    for caption, amount in (
        (paper("Received (baht)"), sums.received),
        (paper("Returned (baht)"), sums.returned),
        (paper("Used (baht)"), sums.used),
        (paper("Left (baht)"), sums.left),
    ):
        yield caption, style.baht(amount) if known else unknown


def _standing(project: Project, today: datetime.date, style: _Figures) -> str:
    words = []
    if any(step.months and step.weight for step in project.steps):
        planned = style.share(planned_on(project.steps, project.year, today))
        words.append(paper("planned until this day {percent} %", percent=planned))
    told = [one for one in standing_reports(project.progress) if one.percent is not None]
    if told:
        last = told[-1]
        day = style.day(last.date) if last.date else paper("not known")
        words.append(
            paper("last reported {percent} % ({day})", percent=style.share(last.percent), day=day)
        )
    else:
        words.append(paper("nothing is reported yet"))
    return "  ".join(words)


def _progress_told(project: Project, style: _Figures) -> str:
    parts = []
    if any(step.months and step.weight for step in project.steps):
        ends = zip(fiscal_months(project.year), planned_months(project.steps), strict=True)
        figures = [f"{MONTHS_SHORT[month - 1]} {style.share(end)}" for (_, month), end in ends]
        parts.append(" ".join((paper("planned"), ", ".join(figures))))
    told = [
        f"{style.day(one.date)} {style.share(one.percent)}"
        for one in standing_reports(project.progress)
        if one.date is not None and one.percent is not None
    ]
    if told:
        parts.append(" ".join((paper("reported"), ", ".join(told))))
    return "; ".join(parts) or paper("not known")


def _money_told(project: Project, style: _Figures) -> str:
    if not project.ledger:
        return paper("not known")
    return ", ".join(" ".join(one) for one in _money(project, style))
