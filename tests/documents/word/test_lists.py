"""Word's own numbers are the paper's labels."""

import pytest
from docx.oxml import OxmlElement
from hypothesis import given
from hypothesis import strategies as st

from bmahr_desktop.documents.word import lists as of_lists
from bmahr_desktop.documents.word.lists import NumberedLists
from bmahr_desktop.thai.digits import DigitStyle
from bmahr_desktop.thai.numbering import Numbering
from tests.documents.word.reading import Counting


def labels_in_word(lists: NumberedLists, places) -> list[list[str]]:
    """What Word shows, whichever way it takes levels that were left out."""
    root = OxmlElement("w:numbering")
    lists.write_to(root)
    shown = []
    for passed_count in (False, True):
        counting = Counting(root, passed_count=passed_count)
        shown.append([counting.label(str(place.number), place.level) for place in places])
    return shown


@given(st.lists(st.lists(st.integers(1, 4), max_size=12), max_size=4), st.sampled_from(DigitStyle))
def test_word_counts_any_order_of_levels_as_the_paper_does(flows, digits):
    lists = NumberedLists(digits)
    places, labels = [], []
    for levels in flows:
        count, own = Numbering(digits), lists.begin()
        for level in levels:
            labels.append(count.next(level))
            places.append(own.place(labels[-1], level))
    assert labels_in_word(lists, places) == [labels, labels]


def test_an_orderly_body_is_one_list():
    lists, count = NumberedLists(DigitStyle.THAI), Numbering()
    own = lists.begin()
    levels = [1, 2, 2, 3, 3, 4, 4, 2, 1, 2, 3, 1, 1]
    places = [own.place(count.next(level), level) for level in levels]
    assert [place and place.number for place in places] == [1] * len(levels)
    assert lists.begin().place("๑.", 1) == (2, 0)


@pytest.mark.parametrize(
    ("label", "level"),
    [
        ("ก.", 1),
        ("-", 2),
        ("1.", 1),
        ("๑", 1),
        ("๑.", 2),
        ("๑.๑", 0),
        ("", 1),
        ("๑)", 4),
        ("๑.", 5),
    ],
)
def test_a_label_that_word_would_not_show_is_not_counted(label, level):
    assert NumberedLists(DigitStyle.THAI).begin().place(label, level) is None


def test_when_word_can_hold_no_more_lists_labels_are_typed(monkeypatch):
    monkeypatch.setattr(of_lists, "MOST_LISTS", 2)
    lists = NumberedLists(DigitStyle.ARABIC)
    places = [lists.begin().place("1.", 1) for _ in range(3)]
    assert [place and place.number for place in places] == [1, 2, None]
    root = OxmlElement("w:numbering")
    lists.write_to(root)
    assert len(root) == 4
