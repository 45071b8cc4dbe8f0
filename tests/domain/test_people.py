"""People as papers print them."""

import pytest

from bmahr_desktop.domain.people import Person


@pytest.mark.parametrize(
    ("honorific", "name", "printed"),
    [
        ("นาย", "สมมาตร ณ บางกอก", "นายสมมาตร ณ บางกอก"),
        ("รองศาสตราจารย์ ดร.", "วิชัย ใจดี", "รองศาสตราจารย์ ดร.วิชัย ใจดี"),
        ("ว่าที่ร้อยตรี", "ชยพล เวียงธารา", "ว่าที่ร้อยตรี ชยพล เวียงธารา"),
        ("", "มะลิ", "มะลิ"),
        ("Dr.", "Jane van Doe", "Dr. Jane van Doe"),
    ],
)
def test_the_title_joins_the_name_where_that_is_the_rule(honorific, name, printed):
    assert Person(uid="0" * 32, name=name, honorific=honorific).printed == printed
