import datetime

import msgspec
import pytest

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.projects.checks import every, look_over
from bmahr_desktop.domain.projects.money import BudgetLine, EventKind, Factor, Funding, LedgerEvent
from bmahr_desktop.domain.projects.progress import IndicatorResult, Stage, Standing
from bmahr_desktop.domain.projects.project import Accepted, Indicator, TargetGroup
from bmahr_desktop.i18n import worded
from tests.domain.projects.projects import DAY, LEDGER, REAL, REPORTS, STEPS, look, report
from tests.meetings import uid


def told(seen):
    return {one.check: one for one in every(seen)}


def changed(record, **fields):
    return msgspec.structs.replace(record, **fields)


def test_a_real_project_is_told_all_that_does_not_add_up():
    found = {(one.check, one.uid) for one in look_over(look())}
    assert found == {
        ("report_figures", uid("report 7")), ("era", uid("report 6")), ("returned", uid("real")),
        ("claimed", uid("report 9")), ("nothing_spent", uid("report 9")),
        ("two_numbers", uid("all")),
    }  # fmt: skip


def test_every_finding_is_worded_and_names_its_place():
    for one in every(look()):
        assert worded(one.message)
        assert one.kind in (Kind.PROJECT, Kind.PROGRESS, Kind.LEDGER_EVENT)
        assert one.field


def test_what_is_accepted_stays_quiet_until_it_changes():
    (shown,) = [one for one in look_over(look()) if one.check == "returned"]
    quiet = look(accepted=(Accepted(shown.mark, "พิมพ์ตามแบบเดิม"),))
    assert "returned" not in {one.check for one in look_over(quiet)}
    more = changed(quiet.project, funding=Funding(2563, amount=200_000_000))
    assert "returned" in {one.check for one in look_over(look(more))}


def test_a_letter_that_names_a_sum_is_proposed_as_told_again():
    bare = (*LEDGER[:3], changed(LEDGER[3], confirms=()))
    found = told(look(ledger=bare))["told_twice"]
    assert found.correction == {"confirms": (uid("first"), uid("rest"))}
    assert "told_twice" not in told(look(ledger=bare[:3]))


def test_weights_make_a_hundred_and_the_last_one_is_proposed():
    assert "weights" not in told(look(steps=STEPS))
    short = (*STEPS[:2], changed(STEPS[2], weight=2000))
    found = told(look(steps=short))["weights"]
    assert (found.stated, found.computed, found.correction) == ("95.00", "100.00", {"weight": 2500})
    unknown = (changed(STEPS[0], weight=None), *STEPS[1:])
    assert {"weight"} <= set(told(look(steps=unknown)))
    assert "weights" not in told(look(steps=unknown))


@pytest.mark.parametrize(
    ("months", "start", "end", "outside"),
    [
        ((0, 1), DAY(2019, 10, 1), DAY(2020, 9, 30), False),
        ((0, 1), DAY(2019, 10, 15), DAY(2019, 11, 2), False),
        ((0, 1), DAY(2019, 11, 1), DAY(2020, 9, 30), True),
        ((10, 11), DAY(2019, 10, 1), DAY(2020, 8, 31), True),
        ((0, 1), None, None, False),
    ],
)
def test_steps_lie_within_the_days_of_the_project(months, start, end, outside):
    steps = (changed(STEPS[0], months=months, weight=10_000),)
    assert ("step_dates" in told(look(steps=steps, start=start, end=end))) is outside


def test_a_step_without_months_is_told():
    assert told(look(steps=(changed(STEPS[0], months=()),)))["step_months"].uid == uid("s1")


def test_groups_multiply_and_add_up():
    wrong = TargetGroup(uid("group"), people=900, meetings=30, per_meeting=20)
    found = told(look(groups=(wrong,)))["group"]
    assert (found.stated, found.computed, found.correction) == ("900", "600", {"people": 600})
    two = (REAL.groups[0], TargetGroup(uid("other"), people=10, meetings=2, per_meeting=5))
    found = told(look(groups=two))
    assert found["group_people"].correction == {"people": 910}
    assert found["group_meetings"].correction == {"meetings": 32}
    unknown = (*REAL.groups, TargetGroup(uid("other")))
    assert not {"group_people", "group", "group_meetings"} & set(told(look(groups=unknown)))


def test_formulas_and_sums():
    lunch = BudgetLine(uid("b1"), item="ค่าอาหาร", rate=5_000, amount=450_000,
                       factors=(Factor(30, "คน"), Factor(3, "ครั้ง")))  # fmt: skip
    funding = Funding(2563, amount=450_000)
    base = {"funding": funding, "ledger": ()}
    assert not {"formula", "budget_sum"} & set(told(look(budget=(lunch,), **base)))
    found = told(look(budget=(changed(lunch, amount=400_000),), **base))
    assert found["formula"].correction == {"amount": 450_000}
    assert found["budget_sum"].computed == "4,000"
    assert "budget_sum" not in told(look(budget=(lunch, BudgetLine(uid("b2"))), **base))


def test_reports_are_counted_and_never_fall():
    gap = (*REPORTS[:2], *REPORTS[3:])
    assert told(look(progress=gap))["report_number"].computed == "3"
    less = (*REPORTS[:2], changed(REPORTS[2], percent=200), *REPORTS[3:])
    assert told(look(progress=less))["falling"].uid == uid("report 3")
    early = (REPORTS[0], changed(REPORTS[1], date=DAY(2019, 10, 1)), *REPORTS[2:])
    assert told(look(progress=early))["report_dates"].uid == uid("report 2")


def test_a_corrected_report_is_looked_at_in_its_new_version():
    better = changed(
        REPORTS[6], uid=uid("better"), corrects=uid("report 7"), percent=5000, spent=0,
        on_plan=Standing.AS_PLANNED,
    )  # fmt: skip
    assert "report_figures" not in told(look(progress=(*REPORTS, better)))


def test_a_claim_with_results_and_letters_is_left_alone():
    results = (
        IndicatorResult(uid("k1"), result="ร้อยละ 100", evidence=("กท 0303/1",)),
        IndicatorResult(uid("k2"), result="เห็นชอบแล้ว"),
    )
    done = (*REPORTS[:8], changed(REPORTS[8], results=results))
    found = told(look(progress=done))
    assert "claimed" not in found
    assert found["evidence"].uid == uid("report 9")
    bare = told(look(indicators=()))["claimed"]
    assert bare.stated == "100.00"
    unfinished = (*REPORTS[:8], report(9, DAY(2020, 6, 17), 9000, stage=Stage.FINISHED))
    assert told(look(progress=unfinished))["finished"].correction == {"percent": 10_000}


def test_the_ledger_agrees_with_the_reports_and_with_itself():
    spent = LedgerEvent(uid("paid"), EventKind.SPENT, DAY(2019, 11, 5), 1_000_00)
    found = told(look(ledger=(*LEDGER, spent)))
    assert (found["spent"].stated, found["spent"].computed) == ("0", "1,000")
    assert found["ledger_order"].uid == uid("paid")
    assert found["overspent"].stated == "1,000"
    late = changed(LEDGER[0], dated=DAY(2020, 1, 5))
    assert told(look(ledger=(late,)))["letter_date"].uid == uid("given")
    strange = changed(LEDGER[0], number="กท ๙๙๐๑/๑")
    assert told(look(ledger=(strange,)))["letter_code"].stated == "กท ๙๙๐๑/๑"


def test_behind_the_plan_is_told():
    behind = (changed(REPORTS[0], planned=2000), *REPORTS[1:])
    found = told(look(progress=behind))["on_plan"]
    assert (found.stated, found.computed) == ("1.00", "20.00")
    assert found.correction == {"on_plan": Standing.BEHIND}


def test_a_missing_report_is_overdue_while_the_project_goes_on():
    assert told(look(progress=REPORTS[:2]))["overdue"].computed == "20 ธ.ค. 2562"
    assert "overdue" not in told(look())
    assert told(look(progress=()))["overdue"].computed == "20 ต.ค. 2562"


def test_indicators_have_targets_in_the_year():
    late = Indicator(uid("k3"), "อื่น", target="ภายในเดือนธันวาคม 2563")
    twice = Indicator(uid("k4"), "ร้อยละของภารกิจที่สำรวจ", target="ร้อยละ 80")
    found = told(look(indicators=(*REAL.indicators, late, twice, Indicator(uid("k5"), "ไม่มี"))))
    assert found["deadline"].uid == uid("k3")
    assert found["same_indicator"].correction == {"target": "ร้อยละ 100"}
    assert found["target"].uid == uid("k5")


@pytest.mark.parametrize(
    ("code", "good"),
    [("03000000-2457", True), ("๐๓๐๐๐๐๐๐-๒๔๕๗", True), ("", True), ("0300-1", False)],
)
def test_the_code_of_a_project(code, good):
    assert ("code" not in told(look(code=code))) is good


def test_dates_of_the_project():
    found = told(look(start=DAY(2020, 9, 1), end=DAY(2020, 8, 1)))
    assert found["dates"].field == "end"
    assert told(look(end=datetime.date(2021, 1, 1)))["fiscal_year"].field == "end"
