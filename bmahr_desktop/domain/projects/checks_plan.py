"""Checks of what a project plans: its steps, groups of people, dates, targets."""

import re
from collections.abc import Iterator

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.findings import Weight
from bmahr_desktop.domain.projects.costs import gathered
from bmahr_desktop.domain.projects.discrepancies import (
    Discrepancy,
    ProjectLook,
    day_told,
    share_told,
)
from bmahr_desktop.domain.projects.goals import GoalKind, read_goal
from bmahr_desktop.domain.projects.schedule import (
    WHOLE,
    cumulative,
    first_and_last,
    total_weight,
)
from bmahr_desktop.i18n import msg
from bmahr_desktop.thai.dates import fiscal_months
from bmahr_desktop.thai.searchkey import search_key

_CODE = re.compile(r"\d{8}-\d{4}")


def code(look: ProjectLook) -> Iterator[Discrepancy]:
    """A code is eight digits of the unit and four of its own (standards E)."""
    written = look.project.code
    if written and not _CODE.fullmatch(search_key(written).strip()):
        words = msg("The code of a project is 8 digits, a hyphen and 4 digits: 03000000-2457.")
        yield look.of_project("code", words, "code", stated=written)


def weights(look: ProjectLook) -> Iterator[Discrepancy]:
    """The weights of all steps make up 100 per cent, and each step has one."""
    steps = look.project.steps
    if not steps:
        return
    for number, step in enumerate(steps, 1):
        if step.weight is None:
            words = msg("Step {number} has no weight.", number=number)
            yield Discrepancy("weight", words, Kind.STEP, step.uid, "weight")
    found = total_weight(steps)
    if None in cumulative(steps) or found == WHOLE:
        return
    last = steps[-1]
    rest = (last.weight or 0) + WHOLE - found
    yield Discrepancy(
        "weights",
        msg("The weights of the steps make {sum} per cent; they must make 100.",
            sum=share_told(found)),
        Kind.STEP, last.uid, "weight", share_told(found), share_told(WHOLE),
        {"weight": rest} if 0 <= rest <= WHOLE else {}, Weight.WRONG,
    )  # fmt: skip


def months(look: ProjectLook) -> Iterator[Discrepancy]:
    """Every step has its months, within the days of the project."""
    project = look.project
    for number, step in enumerate(project.steps, 1):
        spans = first_and_last(step, project.year)
        if spans is None:
            words = msg("Step {number} has no month.", number=number)
            yield Discrepancy("step_months", words, Kind.STEP, step.uid, "months")
            continue
        first, last = spans
        # a step that shares a month with the project's first or last day is within it
        early = project.start is not None and last < project.start.replace(day=1)
        early = early or (project.start is not None and first < project.start.replace(day=1))
        late = project.end is not None and (last.year, last.month) > (
            project.end.year, project.end.month,
        )  # fmt: skip
        if early or late:
            yield Discrepancy(
                "step_dates",
                msg("Step {number} is planned outside of the project's days, {start} to {end}.",
                    number=number, start=day_told(project.start), end=day_told(project.end)),
                Kind.STEP, step.uid, "months", f"{day_told(first)} - {day_told(last)}",
                f"{day_told(project.start)} - {day_told(project.end)}",
            )  # fmt: skip


def dates(look: ProjectLook) -> Iterator[Discrepancy]:
    """The project begins before it ends, and lies in its fiscal year."""
    project = look.project
    if project.start and project.end and project.end < project.start:
        words = msg("The project ends before it begins.")
        yield look.of_project("dates", words, "end", day_told(project.end),
                              day_told(project.start), weight=Weight.WRONG)  # fmt: skip
    spans = fiscal_months(project.year)
    for at, day in (("start", project.start), ("end", project.end)):
        if day is not None and (day.year, day.month) not in spans:
            words = msg(
                "The day {day} is not in the fiscal year {year}.",
                day=day_told(day), year=project.year,
            )  # fmt: skip
            yield look.of_project("fiscal_year", words, at, stated=day_told(day))


def groups(look: ProjectLook) -> Iterator[Discrepancy]:
    """Meetings times people per meeting is the number of people; all groups make the total."""
    project = look.project
    for group in project.groups:
        found = gathered(group)
        if found is not None and group.people is not None and found != group.people:
            yield Discrepancy(
                "group",
                msg("{meetings} meetings of {each} people make {found} people, not {people}.",
                    meetings=group.meetings, each=group.per_meeting, found=found,
                    people=group.people),
                Kind.TARGET_GROUP, group.uid, "people", str(group.people), str(found),
                {"people": found}, Weight.WRONG,
            )  # fmt: skip
    for at, check in (("people", "group_people"), ("meetings", "group_meetings")):
        counts = [getattr(group, at) for group in project.groups]
        stated = getattr(project, at)
        if stated is None or not counts or None in counts or sum(counts) == stated:
            continue
        words = (
            msg("The groups make {sum} people, not {stated}.", sum=sum(counts), stated=stated)
            if at == "people"
            else msg("The groups make {sum} meetings, not {stated}.", sum=sum(counts),
                     stated=stated)
        )  # fmt: skip
        yield look.of_project(
            check, words, at, str(stated), str(sum(counts)), {at: sum(counts)}, Weight.WRONG
        )


def indicators(look: ProjectLook) -> Iterator[Discrepancy]:
    """Each indicator has a target; the same one has the same; deadlines lie in the year."""
    spans = fiscal_months(look.project.year)
    seen: dict[str, str] = {}
    for number, one in enumerate(look.project.indicators, 1):
        goal = read_goal(one.target)
        if goal.kind is GoalKind.NONE:
            words = msg("Indicator {number} has no target.", number=number)
            yield Discrepancy("target", words, Kind.INDICATOR, one.uid, "target")
        if goal.kind is GoalKind.DEADLINE and goal.month not in spans:
            words = msg("The deadline of indicator {number} is not in the fiscal year {year}.",
                        number=number, year=look.project.year)  # fmt: skip
            yield Discrepancy(
                "deadline", words, Kind.INDICATOR, one.uid, "target", stated=one.target
            )
        key = search_key(one.text).strip()
        before = seen.setdefault(key, one.target)
        if key and search_key(before) != search_key(one.target):
            yield Discrepancy(
                "same_indicator", msg("The same indicator has another target before."),
                Kind.INDICATOR, one.uid, "target", one.target, before, {"target": before},
            )  # fmt: skip
