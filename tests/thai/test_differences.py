"""Two wordings compared in whole Thai words."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bmahr_desktop.thai.differences import Mark, Words, differences

SAME, GONE, NEW = Mark.SAME, Mark.GONE, Mark.NEW


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", []),
        ("มติที่ประชุม", "มติที่ประชุม", [Words("มติที่ประชุม", SAME)]),
        ("", "เห็นชอบ", [Words("เห็นชอบ", NEW)]),
        ("เห็นชอบ", "", [Words("เห็นชอบ", GONE)]),
        ("ที่ประชุมรับทราบรายงาน", "ที่ประชุมเห็นชอบรายงาน",
         [Words("ที่ประชุม", SAME), Words("รับทราบ", GONE), Words("เห็นชอบ", NEW),
          Words("รายงาน", SAME)]),
        ("วันที่ 3 มกราคม", "วันที่ 4 มกราคม",
         [Words("วันที่ ", SAME), Words("3", GONE), Words("4", NEW), Words(" มกราคม", SAME)]),
        ("ก\nข", "ก\nค\nข", [Words("ก\n", SAME), Words("ค\n", NEW), Words("ข", SAME)]),
    ],
)  # fmt: skip
def test_words_are_marked_whole(old, new, expected):
    assert differences(old, new) == expected


TEXT = st.text(st.sampled_from("กขานี้ำ่  \n1๑aZ.,😀"), max_size=60)


@given(TEXT, TEXT)
def test_both_texts_are_in_what_is_shown(old, new):
    found = differences(old, new)
    assert "".join(one.text for one in found if one.mark is not NEW) == old
    assert "".join(one.text for one in found if one.mark is not GONE) == new
    assert all(one.text for one in found)
    assert (differences(old, old) == [Words(old, SAME)]) or not old


def test_a_long_body_is_compared_while_one_looks():
    old = "\n".join(f"{n} ที่ประชุมพิจารณาแล้วเห็นชอบตามที่ฝ่ายเลขานุการเสนอ" for n in range(1500))
    new = old.replace("เห็นชอบ", "รับทราบ").replace("\n", " ", 700)
    begun = time.process_time()
    found = differences(old, new)
    assert time.process_time() - begun < 5
    assert "".join(one.text for one in found if one.mark is not GONE) == new
