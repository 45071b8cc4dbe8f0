"""Every change leaves its trace, and what is removed comes back as it was."""

import pytest
import sqlalchemy.exc
from hypothesis import given, settings
from hypothesis import strategies as st

from bmahr_desktop.domain.agenda import ItemKind
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import StaleText
from bmahr_desktop.domain.follow_up import Attachment
from bmahr_desktop.domain.meeting import AgendaItem
from bmahr_desktop.domain.records import parts_of
from bmahr_desktop.operations import records
from bmahr_desktop.operations.exchange_out import gather
from bmahr_desktop.storage import edits
from bmahr_desktop.storage.shapes import ITEM, MEETING
from tests.meetings import text, uid
from tests.records import LETTER, at_the_desk, dump, office, opened, rows, sha, tamper

TRAIL = 'SELECT action, "table", record FROM trail WHERE sitting = ? ORDER BY id'


def trail(store, sitting="sitting-2"):
    return rows(store.path, TRAIL, sitting)


def change(store, operation, *arguments, **fields):
    with store.writing() as session:
        return operation(session, *arguments, **fields)


def version(store, kind, own):
    with store.reading() as session:
        return records.version_of(session, kind, uid(own))


def agenda(store):
    with store.reading() as session:
        return [one.record.title for one in records.read_parts_of(session, Kind.ITEM, MEETING_UID)]


MEETING_UID = uid("meeting")


# ---------------------------------------------------------------- the trail


def test_the_trail_says_who_did_what_when(full_store, clock):
    change(full_store, records.amend, Kind.PERSON, uid("p1"), None, job="ปลัด")
    assert rows(full_store.path, "SELECT * FROM trail WHERE sitting = 'sitting-2'")[0][1:] == (
        "2025-01-11T03:00:00.000000Z", "sitting-2", "pc เลขานุการ", "changed", "person", uid("p1"),
    )  # fmt: skip


def test_what_is_saved_again_and_again_is_one_line(full_store):
    for number in range(3):
        change(full_store, records.amend, Kind.RESOLUTION, uid("r3"), None, text=f"ร่าง {number}")
        change(full_store, records.move, Kind.RESOLUTION, uid("r3"), number % 2)
    assert trail(full_store) == [
        ("changed", "resolution", uid("r3")), ("moved", "resolution", uid("r3"))
    ]  # fmt: skip


def test_what_is_removed_twice_is_two_lines(full_store):
    for _ in range(2):
        change(full_store, records.remove, Kind.MATTER, uid("m3"))
        change(full_store, records.restore, Kind.MATTER, uid("m3"))
    assert [action for action, _, _ in trail(full_store)] == ["removed", "restored"] * 2


def test_what_changes_nothing_leaves_no_trace(full_store):
    before = dump(full_store.path)
    assert not change(full_store, records.amend, Kind.RESOLUTION, uid("r3"), None, text="เห็นชอบ")
    with full_store.reading() as session:
        section = records.read(session, Kind.MATTER, uid("m3")).record.sections[0]
    own, body = section.uid, section.body
    assert not change(full_store, records.write_body, Kind.SECTION, own, None, body)
    assert not change(full_store, records.move, Kind.RESOLUTION, uid("r3"), 0)
    assert dump(full_store.path) == before


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE trail SET actor = 'somebody else'",
        "DELETE FROM trail",
        "REPLACE INTO trail SELECT id, at, sitting, 'x', action, \"table\", record FROM trail",
        "INSERT OR REPLACE INTO trail VALUES (1, '', '', '', '', '', '')",
        "UPDATE OR REPLACE trail SET id = 1 WHERE id = 2",
    ],
)
def test_the_trail_is_only_added_to(full_store, statement):
    before = rows(full_store.path, "SELECT * FROM trail")
    assert len(before) > 1
    with pytest.raises(Exception, match="the trail is not"):
        tamper(full_store.path, statement)
    assert rows(full_store.path, "SELECT * FROM trail") == before


# ---------------------------------------------------------------- wordings


def test_a_wording_is_kept_as_it_was_before_each_sitting(full_store, clock):
    for words in ("ครั้งแรก", "ครั้งที่สอง"):
        change(full_store, records.amend, Kind.RESOLUTION, uid("r3"), None, text=words)
    store = opened(full_store.path, at_the_desk("sitting-3", clock))
    change(store, records.amend, Kind.RESOLUTION, uid("r3"), None, text="วันต่อมา")
    store.close()
    kept = "SELECT sitting, field, content FROM wording WHERE record = ?"
    assert rows(full_store.path, kept, uid("r3")) == [
        ("sitting-2", "text", '"เห็นชอบ"'), ("sitting-3", "text", '"ครั้งที่สอง"')
    ]  # fmt: skip


def test_a_body_is_kept_as_it_was(full_store):
    with full_store.reading() as session:
        section = records.read(session, Kind.MATTER, uid("m3")).record.sections[0]
    for words in ("หนึ่ง", "สอง", "สาม"):
        change(full_store, records.write_body, Kind.SECTION, section.uid, None, (text(words),))
    ((kept,),) = rows(full_store.path, "SELECT content FROM wording WHERE field = 'body'")
    assert "ขอให้พิจารณา" in kept
    with full_store.reading() as session:
        assert records.read(session, Kind.SECTION, section.uid).record.body == (text("สาม"),)


def test_only_words_are_kept_not_switches(full_store):
    change(full_store, records.amend, Kind.RESOLUTION, uid("r3"), None, before_adoption=True)
    assert rows(full_store.path, "SELECT * FROM wording") == []


# ---------------------------------------------------------------- versions


def test_a_stale_version_is_refused_and_nothing_is_written(full_store):
    read = version(full_store, Kind.RESOLUTION, "r3")
    change(full_store, records.amend, Kind.RESOLUTION, uid("r3"), read, text="ของเขา")
    before = dump(full_store.path)
    with pytest.raises(StaleText):
        change(full_store, records.amend, Kind.RESOLUTION, uid("r3"), read, text="ของเรา")
    assert dump(full_store.path) == before
    assert version(full_store, Kind.RESOLUTION, "r3") == read + 1


def test_a_stale_body_is_refused(full_store):
    with full_store.reading() as session:
        own = records.read(session, Kind.MATTER, uid("m3")).record.sections[0].uid
        read = records.version_of(session, Kind.SECTION, own)
    change(full_store, records.write_body, Kind.SECTION, own, read, (text("ของเขา"),))
    with pytest.raises(StaleText):
        change(full_store, records.write_body, Kind.SECTION, own, read, (text("ของเรา"),))
    change(full_store, records.write_body, Kind.SECTION, own, read + 1, (text("ต่อ"),))


def test_what_was_removed_cannot_be_written_to(full_store):
    read = version(full_store, Kind.RESOLUTION, "r3")
    change(full_store, records.remove, Kind.RESOLUTION, uid("r3"))
    for given_version in (read, None):
        with pytest.raises(StaleText):
            change(full_store, records.amend, Kind.RESOLUTION, uid("r3"), given_version, text="x")
    with pytest.raises(StaleText):
        change(full_store, records.amend, Kind.RESOLUTION, uid("never"), None, text="x")


def test_a_change_dates_its_meeting_and_no_other(full_store, clock):
    changes = change(full_store, records.amend, Kind.ASSIGNMENT, uid("a1"), None, report_to="ก")
    assert changes.meetings == {MEETING_UID}
    assert rows(full_store.path, "SELECT uid FROM meeting WHERE changed LIKE '2025-01-11%'") == [
        (MEETING_UID,)
    ]


# ---------------------------------------------------------------- away and back


@pytest.mark.parametrize(
    ("kind", "own"),
    [(Kind.MEETING, "meeting"), (Kind.ITEM, "i3"), (Kind.MATTER, "m6"), (Kind.RESOLUTION, "r5"),
     (Kind.CORRECTION, "c1"), (Kind.ATTENDANCE, "absent"), (Kind.APPENDIX, "x1"),
     (Kind.ATTACHMENT, "f1"), (Kind.ATTACHMENT, "f3"), (Kind.REPORT, "report"),
     (Kind.LINK, "link"), (Kind.DISPATCH, "d1"),
     (Kind.ASSIGNMENT, "a2"), (Kind.SIGNATURE, "s")],
)  # fmt: skip
def test_what_comes_back_is_whole_and_in_its_place(full_store, kind, own):
    with full_store.reading() as session:
        before = gather(session)
    change(full_store, records.remove, kind, uid(own))
    with full_store.reading() as session:
        without = gather(session)
    assert own == "meeting" or without != before
    held = {part.uid for _, part in parts_of(without.meetings) if hasattr(part, "uid")}
    assert uid(own) not in held
    change(full_store, records.restore, kind, uid(own))
    with full_store.reading() as session:
        after = gather(session)
    assert undated(after) == undated(before) == undated(office())


def undated(exchange):
    return str(exchange).replace("2025, 1, 11", "2025, 1, 10")


# ---------------------------------------------------------------- order


def item(title):
    return AgendaItem(uid=uid(title), title=title, kind=ItemKind.OTHER)


def test_the_last_stays_last_after_something_was_removed(full_store):
    first, _, *rest = agenda(full_store)
    change(full_store, records.remove, Kind.ITEM, uid("i2"))
    change(full_store, records.add, Kind.ITEM, item("ใหม่"), MEETING_UID)
    assert agenda(full_store) == [first, *rest, "ใหม่"]


def test_what_was_removed_comes_back_beside_its_neighbour(full_store):
    old = agenda(full_store)
    change(full_store, records.remove, Kind.ITEM, uid("i3"))
    change(full_store, records.add, Kind.ITEM, item("แทรก"), MEETING_UID, 0)
    change(full_store, records.move, Kind.ITEM, uid("i5"), 0)
    change(full_store, records.restore, Kind.ITEM, uid("i3"))
    assert agenda(full_store) == [old[3], "แทรก", old[0], old[1], old[2], old[4]]


def test_moving_one_disturbs_nobody_who_writes_in_another(full_store):
    read = version(full_store, Kind.ITEM, "i2")
    changes = change(full_store, records.move, Kind.ITEM, uid("i1"), 3)
    assert {uid("i1"), uid("i2"), uid("i3"), uid("i5")} <= changes.uids
    change(full_store, records.amend, Kind.ITEM, uid("i2"), read, title="พิมพ์ต่อ")
    assert agenda(full_store)[0] == "พิมพ์ต่อ"


STEPS = st.lists(
    st.tuples(st.sampled_from(["add", "move", "remove", "restore"]), st.integers(0, 8),
              st.integers(-2, 9)),
    max_size=14,
)  # fmt: skip


@settings(max_examples=15, deadline=None)
@given(steps=STEPS)
def test_the_order_is_that_of_a_plain_list(office_file, steps):
    store = opened(office_file)
    with store.writing() as session:
        wanted = edits.siblings(session, ITEM, MEETING_UID)
        gone: list[str] = []
        for number, (what, one, place) in enumerate(steps):
            if what == "add":
                made = item(f"{number}")
                at = None if place < 0 else place
                records.add(session, Kind.ITEM, made, MEETING_UID, at)
                wanted.insert(len(wanted) if at is None else at, made.uid)
            elif what == "restore" and gone:
                records.restore(session, Kind.ITEM, gone[-1])
                assert set(edits.siblings(session, ITEM, MEETING_UID)) == {*wanted, gone[-1]}
                records.remove(session, Kind.ITEM, gone[-1])
            elif wanted:
                own = wanted.pop(one % len(wanted))
                if what == "move":
                    records.move(session, Kind.ITEM, own, place)
                    wanted.insert(max(0, place), own)
                else:
                    records.remove(session, Kind.ITEM, own)
                    gone.append(own)
            assert edits.siblings(session, ITEM, MEETING_UID) == wanted
        session.rollback()
    store.close()


def test_an_attachment_has_one_owner(full_store):
    shape = MEETING.parts["attachments"]
    made = Attachment(uid=uid("new"), file=sha(LETTER), title="ใหม่")
    change(full_store, edits.add, shape, made, MEETING_UID)
    asked = "SELECT meeting, matter, position FROM attachment WHERE uid = ?"
    assert rows(full_store.path, asked, uid("new")) == [(MEETING_UID, None, 1)]
    with pytest.raises(sqlalchemy.exc.IntegrityError):
        change(full_store, edits.amend, shape, uid("new"), None, matter=uid("m6"))
