from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bmahr_desktop.domain.projects.accounts import balance, spent_since, standing_reports
from bmahr_desktop.domain.projects.costs import product
from bmahr_desktop.domain.projects.curve import across, curve_of
from bmahr_desktop.domain.projects.goals import Goal, GoalKind, read_goal
from bmahr_desktop.domain.projects.money import BudgetLine, EventKind, Factor, LedgerEvent
from bmahr_desktop.domain.projects.project import Risk, Step
from bmahr_desktop.domain.projects.risk import RiskBand, band
from bmahr_desktop.domain.projects.schedule import (
    WHOLE,
    cumulative,
    done_by_steps,
    planned_months,
    planned_on,
)
from tests.domain.projects.projects import DAY, LEDGER, REAL, REPORTS, STEPS
from tests.meetings import uid

MONTHS = st.sets(st.integers(0, 11), min_size=1).map(lambda some: tuple(sorted(some)))
MONEY = st.integers(0, 10**12)


@st.composite
def whole_plans(draw):
    """Steps whose weights make 100 per cent."""
    cuts = sorted(draw(st.lists(st.integers(0, WHOLE), max_size=8)))
    edges = [0, *cuts, WHOLE]
    return tuple(
        Step(uid(f"step {n}"), weight=high - low, months=draw(MONTHS))
        for n, (low, high) in enumerate(pairwise(edges))
    )


@given(whole_plans())
def test_a_whole_plan_rises_to_a_hundred_per_cent(steps):
    column = planned_months(steps)
    assert list(column) == sorted(column)
    assert column[-1] == WHOLE == cumulative(steps)[-1]
    assert planned_on(steps, 2563, DAY(2020, 9, 30)) == WHOLE
    assert planned_on(steps, 2563, DAY(2019, 9, 30)) == 0
    first = min(min(step.months) for step in steps if step.weight)
    assert all(value == 0 for value in column[:first])


def test_a_step_is_done_evenly_over_its_months():
    assert planned_months(STEPS) == (
        833, 1667, 2500, 3750, 5000, 6250, 7500, 7500, 10_000, 10_000, 10_000, 10_000
    )  # fmt: skip
    assert planned_on(STEPS, 2563, DAY(2020, 6, 15)) == 8750
    assert cumulative(STEPS) == (2500, 7500, 10_000)
    assert cumulative((STEPS[0], Step(uid("x")), STEPS[1])) == (2500, None, None)


def test_finished_steps_propose_the_progress():
    assert done_by_steps(STEPS, DAY(2019, 12, 29)) == 0
    assert done_by_steps(STEPS, DAY(2019, 12, 30)) == 2500
    assert done_by_steps((Step(uid("x")),), DAY(2020, 1, 1)) is None


@given(st.lists(st.tuples(st.sampled_from(EventKind), MONEY), max_size=12))
def test_the_ledger_is_summed_by_kind(made):
    events = [LedgerEvent(uid(f"e{n}"), kind, None, sum_) for n, (kind, sum_) in enumerate(made)]
    found = balance(events)
    by_kind = {kind: sum(s for k, s in made if k is kind) for kind in EventKind}
    assert found.received == by_kind[EventKind.ALLOTTED] + by_kind[EventKind.TRANSFERRED]
    assert found.left == found.received - by_kind[EventKind.RETURNED] - by_kind[EventKind.SPENT]
    again = LedgerEvent(uid("again"), EventKind.RETURNED, None, 5, confirms=(uid("e0"),))
    assert balance([*events, again]) == found


def test_what_was_sent_back_is_not_there():
    found = balance(LEDGER)
    assert (found.received, found.returned, found.left) == (191_800_000, 191_800_000, 0)
    assert balance(LEDGER, DAY(2020, 4, 25)).left == 60_000_000
    unknown = LedgerEvent(uid("u"), EventKind.SPENT)
    assert balance([*LEDGER, unknown]).unknown == 1


def test_a_report_proposes_what_was_spent_since_the_last_one():
    paid = [
        LedgerEvent(uid(f"p{day}"), EventKind.SPENT, DAY(2020, 1, day), 100) for day in (1, 15, 31)
    ]
    assert spent_since(paid, None, DAY(2020, 1, 20)) == 200
    assert spent_since(paid, DAY(2020, 1, 1), DAY(2020, 1, 31)) == 200


def test_a_correction_takes_the_place_of_a_report():
    new = msgspec.structs.replace(REPORTS[3], uid=uid("new"), corrects=REPORTS[3].uid)
    newer = msgspec.structs.replace(new, uid=uid("newer"), corrects=new.uid)
    assert [one.uid for one in standing_reports((newer, *REPORTS, new))][3] == uid("newer")
    assert len(standing_reports((newer, *REPORTS, new))) == 9


@given(st.integers(0, 10**9), st.lists(st.integers(0, 10**4), max_size=3))
def test_a_formula_is_rate_times_all_factors(rate, counts):
    line = BudgetLine(uid("b"), rate=rate, factors=tuple(Factor(one) for one in counts))
    expected = rate
    for one in counts:
        expected *= one
    assert product(line) == expected
    assert product(BudgetLine(uid("b"))) is None


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        ("-", Goal(GoalKind.NONE)),
        ("", Goal(GoalKind.NONE)),
        ("ร้อยละ ๘๐", Goal(GoalKind.PERCENT, Decimal(80))),
        ("ไม่น้อยกว่าร้อยละ 80.5", Goal(GoalKind.PERCENT, Decimal("80.5"), True)),
        ("อย่างน้อย 2 ระบบ", Goal(GoalKind.AMOUNT, Decimal(2), True, "ระบบ")),
        ("จำนวน ๑,๒๐๐ ตำแหน่ง", Goal(GoalKind.AMOUNT, Decimal(1200), False, "ตำแหน่ง")),
        ("7 หลักสูตร", Goal(GoalKind.AMOUNT, Decimal(7), False, "หลักสูตร")),
        ("ภายในเดือน กรกฎาคม ๒๕๖๔", Goal(GoalKind.DEADLINE, month=(2021, 7))),
        ("ภายในเดือนธ.ค. 2563", Goal(GoalKind.DEADLINE, month=(2020, 12))),
        ("ภายในสิ้นปี", Goal(GoalKind.WORDS)),
        ("ตามที่ตกลงกัน", Goal(GoalKind.WORDS)),
    ],
)
def test_targets_are_read(text, goal):
    found = read_goal(text)
    assert (found.kind, found.least, found.counted, found.month) == (
        goal.kind, goal.least, goal.counted, goal.month,
    )  # fmt: skip
    assert found.value is None if goal.value is None else str(found.value) == str(goal.value)


@given(st.text(max_size=60))
def test_a_target_may_be_anything(text):
    assert read_goal(text).kind in GoalKind


@pytest.mark.parametrize(
    ("likelihood", "impact", "word"),
    [(1, 3, RiskBand.LOW), (2, 3, RiskBand.MEDIUM), (3, 3, RiskBand.MEDIUM), (2, 5, RiskBand.HIGH),
     (4, 4, RiskBand.HIGH), (5, 5, RiskBand.VERY_HIGH), (None, 3, None)],
)  # fmt: skip
def test_bands_of_risk(likelihood, impact, word):
    assert band(Risk(uid("r"), "", likelihood, impact)) is word


def test_the_picture_of_a_project():
    drawn = curve_of(msgspec.structs.replace(REAL, steps=STEPS))
    assert [point.value for point in drawn.planned][-1] == WHOLE
    assert len(drawn.planned) == 13
    assert len(drawn.reported) == 8
    assert drawn.reported[0].across == Fraction(19, 31)
    assert [point.value for point in drawn.received] == [191_800_000, 60_000_000, 0, 0]
    assert drawn.most_money == 191_800_000
    assert curve_of(REAL).planned == ()
    assert across(2563, DAY(2030, 1, 1)) == 12
    assert across(2563, DAY(2000, 1, 1)) == 0
