"""A report on a project as plain words, so that two versions of it can be laid side by side."""

from collections.abc import Iterator, Sequence

from bmahr_desktop.domain.body import words_of
from bmahr_desktop.domain.projects.progress import IndicatorResult, Progress
from bmahr_desktop.domain.projects.project import Indicator
from bmahr_desktop.i18n import msg
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.projects.ledger_model import UNKNOWN
from bmahr_desktop.ui.projects.progress_model import DATE, PERCENT, PLAN, SPENT, TARGET, cell_words
from bmahr_desktop.ui.projects.steps_model import exact_share


def report_words(report: Progress, indicators: Sequence[Indicator]) -> str:
    """Return all that a report tells, a line each."""
    return "\n".join(_lines(report, indicators))


def _lines(report: Progress, indicators: Sequence[Indicator]) -> Iterator[str]:
    unknown = said(UNKNOWN)
    told = {at: cell_words(report, at) or unknown for at in (DATE, PERCENT, SPENT, PLAN, TARGET)}
    yield said(msg("Date: {day}", day=told[DATE]))
    stage = cell_words(report, 2) or unknown
    yield said(msg("Stage: {stage}", stage=stage))
    yield words_of(report.body)
    yield said(msg("Progress: {percent}", percent=told[PERCENT]))
    yield said(msg("Spent: {amount}", amount=told[SPENT]))
    yield said(msg("Plan: {standing}", standing=told[PLAN]))
    yield said(msg("Target: {standing}", standing=told[TARGET]))
    names = {one.uid: one.text for one in indicators}
    for result in report.results:
        yield from _result(result, names.get(result.indicator, ""))


def _result(result: IndicatorResult, name: str) -> Iterator[str]:
    unknown = said(UNKNOWN)
    yield said(msg("Indicator: {name}", name=name))
    yield said(msg("Result: {result}", result=result.result or unknown))
    yield said(
        msg("Share of the target: {percent}", percent=exact_share(result.percent) or unknown)
    )
    for letter in result.evidence:
        yield said(msg("Evidence: {letter}", letter=letter))
