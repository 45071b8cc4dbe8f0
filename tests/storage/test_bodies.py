"""Bodies: blocks in an order with gaps, of which only those that differ are written."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bmahr_desktop.domain.body import Composed, ComposedKind, Picture
from bmahr_desktop.storage.bodies import _GAP, save_body
from bmahr_desktop.storage.shapes import APPENDIX, SECTION
from bmahr_desktop.storage.trees import read_bodies
from tests.meetings import text, uid
from tests.records import PICTURE, TABLE, full_meeting, opened, rows, sha

OWN = full_meeting().agenda[-1].matters[0].sections[0].uid
OTHER = "SELECT id, position, content FROM block WHERE section IS NOT ? ORDER BY id"


def blocks(session):
    found = session.connection().exec_driver_sql(
        "SELECT id, position, content FROM block WHERE section = ? ORDER BY position", (OWN,)
    )
    return [tuple(row) for row in found]


def save(store, body):
    with store.writing() as session:
        before = blocks(session)
        differed = save_body(session, SECTION, OWN, body)
        after = blocks(session)
        assert read_bodies(session, SECTION, [OWN]).get(OWN, ()) == body
        assert differed == (before != after)
        return before, after


@pytest.fixture
def store(full_store):
    save(full_store, tuple(text(f"{number}") for number in range(6)))
    return full_store


PLAIN = tuple(text(f"{number}") for number in range(6))
NEW = text("ใหม่")


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        (PLAIN, [0, 1, 2, 3, 4, 5]),
        ((*PLAIN[:2], NEW, *PLAIN[3:]), [0, 1, 3, 4, 5]),
        ((*PLAIN[:3], NEW, TABLE, *PLAIN[3:]), [0, 1, 2, 3, 4, 5]),
        ((NEW, *PLAIN), [0, 1, 2, 3, 4, 5]),
        ((*PLAIN, NEW), [0, 1, 2, 3, 4, 5]),
        (PLAIN[1:], [1, 2, 3, 4, 5]),
        (PLAIN[:1] + PLAIN[4:], [0, 4, 5]),
        ((), []),
        ((NEW,), []),
    ],
)
def test_only_what_differs_is_written(store, body, kept):
    elsewhere = rows(store.path, OTHER, OWN)
    before, after = save(store, body)
    assert [row for row in before if row in after] == [before[number] for number in kept]
    assert rows(store.path, OTHER, OWN) == elsewhere


def test_blocks_stand_apart_so_that_others_fit_between(store):
    _, after = save(store, (PLAIN[0], NEW, *PLAIN[1:]))
    places = [place for _, place, _ in after]
    assert places == sorted(places)
    assert min(b - a for a, b in pairwise(places)) >= _GAP // 2


def test_when_no_place_is_left_all_are_numbered_anew(store):
    body = PLAIN
    for number in range(60):  # each one in the same gap, between the first two
        body = (body[0], text(f"แทรก {number}"), *body[1:])
        _, after = save(store, body)
    places = [place for _, place, _ in after]
    assert len(set(places)) == len(body)
    assert places == sorted(places)


def test_every_kind_of_block_is_kept(store):
    composed = Composed(statement=ComposedKind.ATTENDANCE, level=1, label="๑.")
    save(store, (TABLE, Picture(file=sha(PICTURE), width_mm=33.3, caption="ภาพ"), composed))


def test_a_body_of_an_appendix_is_its_own(store):
    with store.writing() as session:
        save_body(session, APPENDIX, uid("x1"), (NEW,))
        assert read_bodies(session, APPENDIX, [uid("x1")]) == {uid("x1"): (NEW,)}
        assert read_bodies(session, SECTION, [OWN]) == {OWN: PLAIN}


def test_a_long_body_is_kept_whole(store):
    words = "ข้อความยาว " * 9000
    save(store, (text(words[:100_000]), *(text(f"{number}") for number in range(3000))))


@settings(max_examples=25, deadline=None)
@given(bodies=st.lists(st.lists(st.sampled_from(["ก", "ข", "ค"]), max_size=6), max_size=5))
def test_any_body_after_any_other(office_file, bodies):
    store = opened(office_file)
    with store.writing() as session:
        for letters in bodies:
            body = tuple(text(letter) for letter in letters)
            save_body(session, SECTION, OWN, body)
            assert read_bodies(session, SECTION, [OWN]).get(OWN, ()) == body
            places = [place for _, place, _ in blocks(session)]
            assert places == sorted(set(places))
        session.rollback()
    store.close()
