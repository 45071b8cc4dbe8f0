"""What the next meeting takes over, what is moved or copied into it, and what is called again."""

import datetime

import pytest

from bmahr_desktop.domain.agenda import AgendaTemplate, ItemKind, TemplateItem
from bmahr_desktop.domain.body import words_of
from bmahr_desktop.domain.chain import Link, chain_faults
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.follow_up import Attachment, FollowUp
from bmahr_desktop.domain.meeting import (
    AgendaItem,
    Assignment,
    Matter,
    MatterState,
    Meeting,
    MeetingState,
    Resolution,
    ResolutionKind,
)
from bmahr_desktop.domain.voting import Vote
from bmahr_desktop.i18n import paper, worded
from bmahr_desktop.operations import records, sessions
from bmahr_desktop.operations.carrying import Way, preview_of_carrying
from bmahr_desktop.operations.convening import convene_meeting, propose_meeting
from bmahr_desktop.operations.health import look_over
from bmahr_desktop.operations.papers import read_meeting
from bmahr_desktop.operations.passing_on import (
    call_again,
    duplicate_into,
    may_be_short,
    move_into,
    next_on_file,
    propose_again,
    put_back,
)
from tests.meetings import section, text, uid
from tests.records import LETTER, exchange_of, in_english, replaced, said, second_meeting, sha, take

FIRST, SECOND, THIRD = uid("meeting"), uid("meeting 2"), uid("third")
MARCH = datetime.date(2025, 3, 5)
COMMITTEE = uid("committee")


def write(store, operation, *arguments, **named):
    with store.writing() as session:
        return operation(session, *arguments, **named)


def read(store, operation, *arguments):
    with store.reading() as session:
        return operation(session, *arguments)


def matter(name, **fields):
    return Matter(uid=uid(name), title=f"เรื่อง {name}", **fields)


def held(*matters, **fields):
    """The second meeting, over, with some matters for consideration."""
    item = AgendaItem(uid=uid("i8"), title="เรื่องเพื่อพิจารณา", matters=matters)
    return replaced(second_meeting(), agenda=(item,), state=MeetingState.CLOSED, **fields)


LEFT = matter(
    "ค้าง", state=MatterState.UNDISCUSSED, sections=(section(text("สาระ")),),
    attachments=(Attachment(uid=uid("fx"), file=sha(LETTER), title="แนบ"),),
    resolutions=(Resolution(uid=uid("rx"), text="ร่างมติ"),),
)  # fmt: skip
USUAL = matter(
    "ประจำ", recurring=True, state=MatterState.DISCUSSED,
    sections=(section(text("ครั้งก่อน"), heading="สถิติ"),),
    resolutions=(Resolution(uid=uid("ry"), text="รับทราบ"),),
)  # fmt: skip
SETTLED = matter("จบ", resolutions=(Resolution(uid=uid("rz"), text="เห็นชอบ"),))
DEFERRED = matter(
    "เลื่อน",
    resolutions=(Resolution(uid=uid("rd"), text="เลื่อน", kinds=(ResolutionKind.DEFER,)),),
)
FORGOTTEN = matter("ลืม")


def put(store, *meetings):
    take(store, exchange_of(meetings=meetings))


def previewed(store, date=MARCH):
    found = read(store, preview_of_carrying, COMMITTEE, date)
    return (
        {one.matter: one.way for one in found.comes},
        {one.matter: one.way for one in found.stays},
    )


def test_what_comes_and_what_does_not(full_store):
    put(full_store, held(LEFT, USUAL, SETTLED, DEFERRED, FORGOTTEN))
    comes, stays = previewed(full_store)
    assert comes == {
        uid("ค้าง"): Way.UNDISCUSSED,
        uid("ประจำ"): Way.RECURRING,
        uid("ลืม"): Way.UNDISCUSSED,
        uid("m6"): Way.FOLLOW_UP,  # of the first meeting, whose tasks are still open
    }
    assert stays == {uid("จบ"): Way.FINISHED, uid("เลื่อน"): Way.DEFERRED}
    found = read(full_store, preview_of_carrying, COMMITTEE, MARCH)
    with in_english():
        told = {one.matter: worded(one.reason) for one in (*found.comes, *found.stays)}
    assert told[uid("m6")] == "2 tasks are still open."
    assert told[uid("จบ")] == "It was settled; nothing is open."
    assert [one.meeting for one in found.comes if one.way is Way.FOLLOW_UP] == ["๑/๒๕๖๘"]


def test_tasks_that_are_done_or_old_are_not_followed_up(full_store):
    later = MARCH.replace(year=2027)
    _, stays = previewed(full_store, later)
    assert stays[uid("m6")] is Way.FOLLOW_UP
    for task in ("a1", "a2"):
        write(full_store, records.amend, Kind.ASSIGNMENT, uid(task), None, state=FollowUp.ENDED)
    comes, stays = previewed(full_store)
    assert uid("m6") not in comes
    assert stays[uid("m6")] is Way.FINISHED


def test_a_meeting_being_prepared_gives_nothing(full_store):
    put(full_store, replaced(held(LEFT), state=MeetingState.PREPARING))
    assert uid("ค้าง") not in previewed(full_store)[0]


TEMPLATE = AgendaTemplate(
    uid=uid("t2"), committee=COMMITTEE, name="ห้าวาระ",
    items=tuple(TemplateItem(title=kind.value, kind=kind) for kind in (
        ItemKind.INFORM, ItemKind.ADOPT, ItemKind.CONSIDER, ItemKind.OTHER, ItemKind.NEXT_MEETING,
    )),
)  # fmt: skip


def convened(store, *carried, template=TEMPLATE.uid):
    write(store, records.add, Kind.TEMPLATE, TEMPLATE)
    third = Meeting(uid=THIRD, committee=COMMITTEE, number=3, year=2568, date=MARCH)
    write(store, convene_meeting, third, template, SECOND, carried)
    return read(store, read_meeting, THIRD)


def test_chosen_matters_are_taken_over_with_their_papers_and_nothing_decided(full_store):
    put(full_store, held(LEFT, USUAL, SETTLED))
    made = convened(full_store, uid("ค้าง"), uid("ประจำ"), uid("m6"))
    kinds = [item.kind for item in made.agenda]
    assert kinds == [ItemKind.INFORM, ItemKind.ADOPT, ItemKind.CONTINUE, ItemKind.CONSIDER,
                     ItemKind.OTHER, ItemKind.NEXT_MEETING]  # fmt: skip
    (follow_up,) = made.agenda[2].matters
    assert follow_up.continues == uid("m6")
    assert words_of(follow_up.sections[0].body).splitlines()[1:3] == [
        "มอบหมายให้กองระบบงาน", "รายงานผล",
    ]  # fmt: skip
    state = paper("waiting to be done")
    assert paper("{who}: {state}", who="ฝ่ายเลขานุการ", state=state) in words_of(
        follow_up.sections[0].body
    )
    left, usual = made.agenda[3].matters
    assert (left.continues, left.state, left.resolutions) == (
        uid("ค้าง"), MatterState.PENDING, (),
    )  # fmt: skip
    assert left.sections[0].body == LEFT.sections[0].body
    assert [one.file for one in left.attachments] == [sha(LETTER)]
    assert (usual.recurring, usual.sections[0].heading, usual.sections[0].body) == (
        True, "สถิติ", (),
    )  # fmt: skip
    assert look_over(full_store) == []
    uids = {left.uid, left.sections[0].uid, left.attachments[0].uid}
    assert not uids & {LEFT.uid, LEFT.sections[0].uid, LEFT.attachments[0].uid}


@pytest.mark.parametrize(("heading", "sections"), [("สถิติ", 2), (None, 1)])
def test_a_recurring_matter_comes_back_with_what_is_still_to_be_done(full_store, heading, sections):
    task = Assignment(uid=uid("task"), assigned_to="กองทดลองงาน")
    over = Assignment(uid=uid("over"), assigned_to="กองอื่น", state=FollowUp.DONE)
    usual = replaced(
        USUAL,
        sections=(section(text("ครั้งก่อน"), heading=heading),),
        resolutions=(replaced(USUAL.resolutions[0], assignments=(task, over)),),
    )
    put(full_store, held(usual))
    (one,) = (
        one for one in read(full_store, preview_of_carrying, COMMITTEE, MARCH).comes
        if one.matter == usual.uid
    )  # fmt: skip
    assert one.way is Way.RECURRING
    assert one.reason.values == {"count": 1}
    made = convened(full_store, usual.uid)
    (matter,) = (
        one for item in made.agenda for one in item.matters if one.continues == usual.uid
    )  # fmt: skip
    assert matter.recurring
    assert len(matter.sections) == sections
    told = words_of(matter.sections[0].body)
    assert "รับทราบ" in told
    assert "กองทดลองงาน" in told
    assert "กองอื่น" not in told
    assert "ครั้งก่อน" not in told
    assert matter.sections[-1].heading == heading


def test_nothing_is_taken_over_twice(full_store):
    put(full_store, held(LEFT, USUAL))
    convened(full_store, uid("ค้าง"))
    comes, stays = previewed(full_store, datetime.date(2025, 3, 4))
    assert uid("ค้าง") not in comes
    assert stays[uid("ค้าง")] is Way.FINISHED
    write(full_store, records.remove, Kind.MEETING, THIRD)
    assert uid("ค้าง") in previewed(full_store)[0]


def test_without_a_template_what_is_taken_over_makes_its_items(full_store):
    put(full_store, held(LEFT))
    made = convened(full_store, uid("m6"), uid("ค้าง"), template=None)
    assert [item.kind for item in made.agenda] == [ItemKind.CONTINUE, ItemKind.CONSIDER]


def test_nobody_has_come_to_a_meeting_that_is_only_called(full_store):
    assert [one.mode for one in convened(full_store).attendance] == [None, None]


# ---------------------------------------------------------------- moved, copied


def test_the_next_meeting_that_is_being_prepared(full_store):
    found = read(full_store, next_on_file, FIRST)
    assert (found.uid, found.number) == (SECOND, 2)
    assert read(full_store, next_on_file, SECOND) is None
    write(full_store, sessions.start, SECOND, "09:30")
    assert read(full_store, next_on_file, FIRST) is None


def test_a_matter_is_moved_with_what_was_resolved_and_taken_back(full_store):
    write(full_store, records.amend, Kind.MEETING, FIRST, None, current=uid("m3"))
    before = read(full_store, read_meeting, FIRST)
    changes = write(full_store, move_into, uid("m3"), SECOND)
    assert changes.meetings == {FIRST, SECOND}
    here, there = (read(full_store, read_meeting, one) for one in (FIRST, SECOND))
    assert [one.uid for one in here.agenda[2].matters] == [uid("m4")]
    assert here.current is None
    assert there.agenda[0].matters[-1] == before.agenda[2].matters[0]
    write(full_store, put_back, uid("m3"), before.agenda[2].uid, 0)
    back = read(full_store, read_meeting, FIRST)
    assert back.agenda == before.agenda
    assert look_over(full_store) == []


def test_a_copy_has_the_papers_and_nothing_resolved(full_store):
    write(full_store, duplicate_into, uid("m6"), SECOND, uid("copy"))
    made = read(full_store, read_meeting, SECOND).agenda
    assert [item.kind for item in made] == [ItemKind.CONSIDER, ItemKind.OTHER]
    (copied,) = made[1].matters
    assert (copied.uid, copied.title, copied.continues) == (uid("copy"), "เรื่อง ระบบงาน", uid("m6"))
    assert copied.resolutions == ()
    assert len(copied.sections[0].body) == 3
    kept = read(full_store, read_meeting, FIRST).agenda[-1].matters[0]
    assert len(kept.resolutions) == 1


def test_a_matter_is_not_moved_to_where_it_is(full_store):
    with pytest.raises(Refused) as refusal:
        write(full_store, move_into, uid("m3"), FIRST)
    assert "already" in said(refusal)
    write(full_store, records.remove, Kind.MATTER, uid("m3"))
    with pytest.raises(Refused) as refusal:
        write(full_store, duplicate_into, uid("m3"), SECOND, uid("copy"))
    assert "no longer" in said(refusal)


# ---------------------------------------------------------------- called again


def test_a_meeting_without_a_quorum_is_called_again(full_store):
    put(full_store, replaced(held(SETTLED, LEFT), state=MeetingState.PREPARING))
    resolution = uid("rz")
    write(full_store, records.amend, Kind.RESOLUTION, resolution, None, vote=Vote(in_favour=1))
    write(full_store, sessions.no_quorum, SECOND, "มาไม่ครบ")
    soon = datetime.date(2025, 2, 19)
    assert read(full_store, may_be_short, SECOND, soon)
    assert not read(full_store, may_be_short, SECOND, soon + datetime.timedelta(days=1))
    proposed = read(full_store, propose_again, SECOND, soon)
    assert (proposed.number, proposed.year, proposed.again, proposed.short_quorum) == (
        3, 2568, SECOND, True,
    )  # fmt: skip
    write(full_store, call_again, proposed)
    made = read(full_store, read_meeting, proposed.uid)
    settled, left = made.agenda[0].matters
    assert (settled.resolutions[0].text, settled.resolutions[0].vote) == ("เห็นชอบ", None)
    assert (settled.continues, settled.state) == (uid("จบ"), MatterState.PENDING)
    assert [one.file for one in left.attachments] == [sha(LETTER)]
    assert [one.mode for one in made.attendance] == [None, None]
    assert previewed(full_store, soon)[0] == {uid("m6"): Way.FOLLOW_UP}


def test_a_meeting_that_was_put_off_gives_its_number_back(full_store):
    write(full_store, sessions.postpone, SECOND, "")
    assert read(full_store, propose_meeting, COMMITTEE, MARCH).number == 2
    proposed = read(full_store, propose_again, SECOND, MARCH)
    assert (proposed.number, proposed.short_quorum) == (2, False)
    write(full_store, call_again, proposed)
    with pytest.raises(Refused) as refusal:
        write(full_store, sessions.prepare_again, SECOND)
    assert "2/2568" in said(refusal)


@pytest.mark.parametrize(
    ("changes", "words"),
    [({"date": datetime.date(2025, 2, 5)}, "later"), ({"again": None}, "which meeting"),
     ({"number": 1}, "๑/๒๕๖๘")],
)  # fmt: skip
def test_what_cannot_be_called_again(full_store, changes, words):
    write(full_store, sessions.no_quorum, SECOND)
    proposed = read(full_store, propose_again, SECOND, MARCH)
    with pytest.raises(Refused) as refusal:
        write(full_store, call_again, replaced(proposed, **changes))
    assert words in said(refusal)


def test_a_meeting_that_was_held_is_not_called_again(full_store):
    proposed = read(full_store, propose_again, FIRST, MARCH)
    with pytest.raises(Refused) as refusal:
        write(full_store, call_again, proposed)
    assert "not held" in said(refusal)


# ---------------------------------------------------------------- the chain

JANUARY, FEBRUARY = datetime.date(2025, 1, 8), datetime.date(2025, 2, 5)
LINKS = (Link(1, 2568, JANUARY), Link(2, 2568, FEBRUARY))


@pytest.mark.parametrize(
    ("links", "new", "faults"),
    [
        (LINKS, (3, 2568, MARCH), []),
        ((), (1, 2568, MARCH), []),
        ((Link(9, 2567, datetime.date(2024, 12, 4)),), (1, 2568, MARCH), []),
        ((Link(9, 2568, FEBRUARY),), (10, 2568, MARCH), []),
        (LINKS, (5, 2568, MARCH), ["Numbers of this year are left out: 3–4."]),
        ((), (3, 2568, MARCH), ["Numbers of this year are left out: 1–2."]),
        (LINKS, (3, 2567, MARCH),
         ["The year 2567 is not that of the date, 2568.",
          "Numbers of this year are left out: 1–2.",
          "The date lies after that of meeting 1/2568."]),
        (LINKS, (2, 2568, MARCH), ["There is a meeting 2/2568 already."]),
        (LINKS, (3, 2568, JANUARY), ["The date lies before that of meeting 2/2568."]),
    ],
)  # fmt: skip
def test_where_the_chain_breaks(links, new, faults):
    with in_english():
        assert [worded(one) for one in chain_faults(links, *new)] == faults
