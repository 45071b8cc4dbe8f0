"""What forms compute: exact, and unknown where it rests on something unknown."""

import datetime
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bmahr_desktop.domain.forms.definition import Definition
from bmahr_desktop.domain.forms.expressions import (
    LARGEST,
    BadExpression,
    Condition,
    names_in,
    parse_condition,
    parse_expression,
    share,
)
from bmahr_desktop.domain.forms.kinds import STYLES, FieldKind
from bmahr_desktop.domain.forms.scope import Material, Scope
from bmahr_desktop.domain.forms.values import Value, plain_value, read_value, written
from bmahr_desktop.thai.digits import DigitStyle
from tests.forms.writing import fields

ROWS = """name = "lines"
kind = "table"
[[section.field.column]]
name = "rate"
kind = "money"
[[section.field.column]]
name = "people"
kind = "number"
[[section.field.column]]
name = "amount"
kind = "money"
compute = "rate * people"
[[section.field.column]]
name = "so_far"
kind = "money"
compute = "cumulative(amount)"
[[section.field.column]]
name = "part"
kind = "percent"
compute = "share(amount, sum(lines.amount))"
"""
TABLE = fields(
    ROWS,
    'name = "total"\nkind = "money"\ncompute = "sum(lines.amount)"',
    'name = "known"\nkind = "money"\ncompute = "sum_known(lines.amount)"',
    'name = "many"\nkind = "number"\ncompute = "count(lines)"',
    'name = "said"\ncompute = "words(total)"',
)
AMOUNTS = st.none() | st.integers(0, 10**11)
LINES = st.lists(st.tuples(AMOUNTS, st.none() | st.integers(0, 10**4)), max_size=12)


def scope(form: Definition, **answers) -> Scope:
    return Scope(form, Material(answers=answers))


def calculated(expression: str, **answers):
    """What an expression of numbers gives."""
    own = (f'name = "{name}"\nkind = "number"' for name in answers)
    form = fields(*own, f'name = "result"\nkind = "number"\ncompute = "{expression}"')
    return scope(form, **answers).value("result").data


@pytest.mark.parametrize(
    ("expression", "result"),
    [("1 + 2 * 3", 7), ("(1 + 2) * 3", 9), ("a - b - 1", 4), ("2 * (a - (b + 1))", 8), ("a*a", 49)],
)
def test_computing_goes_by_the_rules(expression, result):
    assert calculated(expression, a=7, b=2) == result


def test_what_rests_on_something_unknown_is_unknown():
    assert calculated("a + b", a=1, b=None) is None
    assert calculated("a * b", a=0, b=None) is None


def test_nothing_grows_without_end():
    assert calculated("a * a", a=LARGEST) is None
    assert calculated("a * a", a=10**9) == 10**18


def test_days_are_counted():
    form = fields(
        'name = "start"\nkind = "date"',
        'name = "end"\nkind = "date"',
        'name = "due"\nkind = "date"\ncompute = "end + 14"',
        'name = "days"\nkind = "number"\ncompute = "end - start + 1"',
        'name = "far"\nkind = "date"\ncompute = "end + 99999999"',
    )
    found = scope(form, start="2021-02-01", end="2021-02-20")
    assert found.value("due").data == datetime.date(2021, 3, 6)
    assert found.value("days").data == 20
    assert found.value("far").data is None
    assert scope(form, start="2021-02-01").value("due").data is None


@given(LINES)
def test_computed_rows_and_sums_agree(lines):
    answers = [{"rate": rate, "people": people} for rate, people in lines]
    found = scope(TABLE, lines=answers)
    table = found.names.fields["lines"]
    products = [None if rate is None or people is None else rate * people for rate, people in lines]
    rows = found.rows(table)
    assert [row.value("amount").data for row in rows] == products
    sums: list[int | None] = []
    so_far: int | None = 0
    for one in products:
        so_far = None if so_far is None or one is None else so_far + one
        sums.append(so_far)
    assert [row.value("so_far").data for row in rows] == sums
    assert found.value("total").data == (sums[-1] if sums else None)
    known = [one for one in products if one is not None]
    assert found.value("known").data == (sum(known) if known else None)
    assert found.value("many").data == (len(lines) or None)
    parts = [row.value("part").data for row in rows]
    if sums and sums[-1]:
        assert all(0 <= one <= 10_000 for one in parts)
        assert abs(sum(parts) - 10_000) <= len(parts)
    else:
        assert parts == [None] * len(parts)


@given(st.integers(0, 10**12), st.integers(1, 10**12))
def test_a_share_is_the_nearest_hundredth(part, whole):
    found = share(part, whole)
    assert abs(found * whole - part * 10_000) * 2 <= whole


def test_words_say_the_sum():
    found = scope(TABLE, lines=[{"rate": 50_000, "people": 2}])
    assert found.value("said").data == "หนึ่งพันบาทถ้วน"
    assert not scope(TABLE, lines=[{"rate": 50_000}]).value("said").known


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("a", Condition("a")),
        ("not a.b", Condition("a.b", None, True)),
        ("a is ลาป่วย", Condition("a", "ลาป่วย")),
        ("a is not x y", Condition("a", "x y", True)),
    ],
)
def test_a_condition_is_read(text, condition):
    assert parse_condition(text) == condition


@pytest.mark.parametrize("text", ["", "a b", "not a is b", "a is "])
def test_what_is_no_condition_is_refused(text):
    with pytest.raises(BadExpression):
        parse_condition(text)


@given(st.text(alphabet="ab.+-*() ,1๑กsum", max_size=30))
def test_any_text_is_read_or_refused(text):
    with suppress(BadExpression):
        assert list(names_in(parse_expression(text))) is not None


@given(
    st.sampled_from(list(FieldKind)),
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats()
        | st.text()
        | st.dates(max_value=datetime.date(2400, 1, 1)),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
        max_leaves=8,
    ),
)
def test_any_answer_is_taken_or_unknown(kind, answer):
    data = read_value(kind, answer)
    for style in ("", *STYLES.get(kind, ())):
        assert isinstance(written(Value(kind, data), style, DigitStyle.THAI, "long"), str)
    if kind is not FieldKind.TABLE:
        assert read_value(kind, plain_value(kind, data)) == data
