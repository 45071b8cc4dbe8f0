import datetime
from fractions import Fraction

import pytest

from bmahr_desktop.domain.projects.axes import money_scale
from bmahr_desktop.domain.projects.formulas import BadFormula, formula_text, read_formula
from bmahr_desktop.domain.projects.gantt import (
    Bar,
    extended,
    finished_bar,
    planned_bars,
    spans,
)
from bmahr_desktop.domain.projects.money import BudgetLine, Factor
from bmahr_desktop.domain.projects.project import Step
from bmahr_desktop.thai.digits import DigitStyle

DAY = datetime.date


def test_months_without_a_gap_are_one_bar():
    assert spans((5, 0, 1, 3)) == ((0, 1), (3, 3), (5, 5))
    assert planned_bars(Step("u", months=(0, 1))) == (Bar(Fraction(0), Fraction(2)),)


def test_a_finished_step_reaches_from_its_beginning_to_the_day():
    step = Step("u", months=(0, 1), finished=DAY(2019, 12, 31))
    assert finished_bar(step, 2563) == Bar(Fraction(0), Fraction(3))
    assert finished_bar(Step("u", months=(0,)), 2563) is None
    before = Step("u", months=(5,), finished=DAY(2019, 10, 31))
    assert finished_bar(before, 2563) == Bar(Fraction(0), Fraction(1))


def test_a_stretch_is_added_or_taken_away_in_either_direction():
    assert extended((0, 8), 3, 1, planned=True) == (0, 1, 2, 3, 8)
    assert extended((0, 1, 2, 3), 2, 3, planned=False) == (0, 1)


@pytest.mark.parametrize(
    ("most", "scale"),
    [
        (0, (0, 100)),
        (100, (0, 100)),
        (191_800_000, (0, 50_000_000, 100_000_000, 150_000_000, 200_000_000)),
        (600, (0, 200, 400, 600)),
    ],
)
def test_a_scale_of_money_is_even_and_reaches_the_sum(most, scale):
    assert money_scale(most) == scale


@pytest.mark.parametrize(
    ("text", "rate", "factors"),
    [
        ("600 x 30 คน x 5 ครั้ง", 60_000, (Factor(30, "คน"), Factor(5, "ครั้ง"))),
        ("๖๐๐ บาท × ๓๐ คน", 60_000, (Factor(30, "คน"),)),
        ("(25.50x1,000)", 2550, (Factor(1000),)),
        ("5000", 500_000, ()),
        ("", None, ()),
    ],
)
def test_a_formula_is_read_as_people_write_it(text, rate, factors):
    assert read_formula(text) == {"rate": rate, "factors": factors}


@pytest.mark.parametrize("text", ["คน x 30", "600 x คน", "-5 x 2", "600 x 99999999999 คน"])
def test_what_is_no_formula_is_refused(text):
    with pytest.raises(BadFormula):
        read_formula(text)


@pytest.mark.parametrize("digits", [DigitStyle.THAI, DigitStyle.ARABIC])
def test_what_is_shown_of_a_formula_is_read_again(digits):
    line = BudgetLine("u", rate=60_050, factors=(Factor(1200, "คน"), Factor(5, "ครั้ง")))
    assert read_formula(formula_text(line, digits)) == {"rate": 60_050, "factors": line.factors}
