"""When tasks are due, when they are late, and what a report does."""

import datetime

import pytest

from bmahr_desktop.domain.follow_up import FollowUp, Report
from bmahr_desktop.domain.meeting import Assignment, Due
from bmahr_desktop.domain.tasks import (
    Standing,
    after_report,
    asks_when,
    days_overdue,
    due_day,
    is_awaited,
    is_overdue,
    next_time,
    without_report,
)
from tests.meetings import uid
from tests.records import replaced

DONE, WAITING, UNDER_WAY, ENDED = (
    FollowUp.DONE, FollowUp.WAITING, FollowUp.UNDER_WAY, FollowUp.ENDED,
)  # fmt: skip


def day(written):
    return datetime.date.fromisoformat(written)


def task(due=None, **fields):
    return Assignment(uid=uid("task"), due=due, **fields)


def report(on="2025-03-10", state=UNDER_WAY, name="report"):
    return Report(uid=uid(name), date=day(on), state=state)


@pytest.mark.parametrize(
    ("due", "next_due", "expected"),
    [
        (None, None, None),
        (Due(text="โดยเร็ว"), None, None),
        (Due(date=day("2025-03-31")), None, "2025-03-31"),
        (Due(month="2024-02"), None, "2024-02-29"),
        (Due(date=day("2025-03-31")), "2025-06-30", "2025-06-30"),
    ],
)
def test_a_task_is_due_on_its_day_or_at_the_end_of_its_month(due, next_due, expected):
    made = task(due, next_due=next_due and day(next_due))
    assert due_day(made) == (expected and day(expected))


def test_only_what_is_open_is_overdue_and_not_on_the_day_itself():
    due = Due(month="2025-02")
    assert days_overdue(task(due), day("2025-02-28")) == 0
    assert not is_overdue(task(due), day("2025-02-28"))
    assert days_overdue(task(due), day("2025-03-10")) == 10
    assert is_overdue(task(due, state=UNDER_WAY), day("2025-03-10"))
    assert not is_overdue(task(due, state=DONE), day("2025-03-10"))
    assert not is_overdue(task(due, state=ENDED), day("2025-03-10"))
    assert not is_overdue(task(), day("2025-03-10"))


def test_a_report_says_how_the_task_stands():
    once = task(Due(date=day("2025-03-31")))
    assert after_report(once, report(state=UNDER_WAY)) == Standing(UNDER_WAY)
    assert after_report(once, report(state=DONE)) == Standing(DONE)
    put_off = day("2025-05-01")
    assert after_report(once, report(), put_off) == Standing(UNDER_WAY, put_off)


def test_what_comes_again_waits_for_the_next_time_until_it_is_ended():
    quarterly = task(Due(date=day("2025-03-31"), every=3))
    now = after_report(quarterly, report(state=DONE))
    assert now == Standing(WAITING, day("2025-06-30"))
    again = replaced(quarterly, state=now.state, next_due=now.next_due)
    assert after_report(again, report("2025-06-20", DONE)) == Standing(WAITING, day("2025-09-30"))
    assert after_report(again, report(state=ENDED)).state is ENDED
    assert after_report(quarterly, report(state=UNDER_WAY)) == Standing(UNDER_WAY)


def test_nobody_knows_when_it_comes_again_unless_it_is_said():
    vague = task(Due(text="เป็นระยะ", periodic=True))
    assert asks_when(vague, DONE)
    assert not asks_when(vague, UNDER_WAY)
    assert not asks_when(task(Due(periodic=True, every=1)), DONE)
    assert not asks_when(task(), DONE)
    assert after_report(vague, report(state=DONE)) == Standing(WAITING)
    said = day("2025-07-01")
    assert after_report(vague, report(state=DONE), said) == Standing(WAITING, said)


@pytest.mark.parametrize(
    ("due", "now", "every", "expected"),
    [
        (Due(month="2025-01"), None, 1, "2025-02-28"),
        (Due(month="2025-01"), "2025-02-28", 1, "2025-03-31"),
        (Due(date=day("2025-01-30")), "2025-02-28", 1, "2025-03-30"),
        (Due(date=day("2025-01-15")), None, 12, "2026-01-15"),
        (Due(date=day("2025-01-31")), "2025-03-10", 1, "2025-04-10"),  # put off by hand
        (Due(text="เป็นระยะ"), None, 6, "2025-09-10"),  # from the day of the report
    ],
)
def test_the_next_time_keeps_to_its_day_of_the_month(due, now, every, expected):
    made = task(replaced(due, every=every), next_due=now and day(now))
    assert next_time(made, day("2025-03-10")) == day(expected)


def test_a_time_that_nobody_reported_on_is_not_passed_over():
    monthly = task(Due(month="2025-01", every=1))
    assert after_report(monthly, report("2025-05-02", DONE)).next_due == day("2025-02-28")


def test_a_task_that_rests_until_its_next_time_is_not_awaited_before():
    quarterly = task(
        Due(month="2025-03", every=3), next_due=day("2025-06-30"), reports=(report(state=DONE),)
    )
    assert not is_awaited(quarterly, day("2025-05-01"))
    assert is_awaited(quarterly, day("2025-06-30"))
    assert is_awaited(replaced(quarterly, state=UNDER_WAY), day("2025-05-01"))
    assert is_awaited(replaced(quarterly, reports=()), day("2025-05-01"))
    assert is_awaited(task(), day("2025-05-01"))
    assert not is_awaited(task(state=ENDED), day("2025-05-01"))


def test_taking_the_last_report_away_undoes_what_it_did():
    first, last = report("2025-02-01", UNDER_WAY, "1"), report("2025-03-01", DONE, "2")
    made = task(state=DONE, reports=(first, last))
    assert without_report(made, last.uid) == Standing(UNDER_WAY)
    assert without_report(made, first.uid) == Standing(DONE)
    assert without_report(replaced(made, reports=(last,)), last.uid) == Standing(WAITING)
    by_hand = replaced(made, state=ENDED)
    assert without_report(by_hand, last.uid) == Standing(ENDED)


def test_taking_it_away_brings_the_time_back_that_was_due():
    quarterly = Due(month="2025-03", every=3)
    reports = (report("2025-03-30", DONE, "1"), report("2025-06-29", DONE, "2"))
    made = task(quarterly, next_due=day("2025-09-30"), reports=reports)
    assert without_report(made, reports[1].uid) == Standing(WAITING, day("2025-06-30"))
    one = task(quarterly, next_due=day("2025-06-30"), reports=reports[:1])
    assert without_report(one, reports[0].uid) == Standing(WAITING)
