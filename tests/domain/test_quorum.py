"""Who counts, whether they are enough, and how a vote comes out."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bmahr_desktop.domain.attending import (
    away_words,
    matter_label,
    refusals_of_away,
)
from bmahr_desktop.domain.ballots import (
    Outcome,
    dissent_faults,
    outcome_of,
    outcome_words,
    vote_faults,
)
from bmahr_desktop.domain.committee import Role, Rules, Share
from bmahr_desktop.domain.meeting import AttendanceList, Matter, MeetingState, Mode, Resolution
from bmahr_desktop.domain.presence import Away, Conflict
from bmahr_desktop.domain.quorum import counted_at, least, members_in_office, quorum_at
from bmahr_desktop.domain.voting import Ballot, Choice, Dissent, Vote, VoteMethod
from bmahr_desktop.i18n import paper, worded
from bmahr_desktop.thai.digits import DigitStyle
from tests.meetings import AGENDA, PEOPLE, meeting, present, uid
from tests.records import in_english, replaced

CHAIR, SECOND, ONLINE, SECRETARY, ASSISTANT, ABSENT = (one.uid for one in PEOPLE[:6])
THAI = DigitStyle.THAI


def people(**changed):
    """The people of the meeting, some of them changed, by the places of their names."""
    places = {f"p{n}": n for n in range(len(PEOPLE))}
    listed = list(PEOPLE)
    for name, fields in changed.items():
        listed[places[name]] = replaced(listed[places[name]], **fields)
    return tuple(listed)


def reasons(quorum):
    with in_english():
        return [worded(reason) for reason in quorum.reasons]


def with_matter(**changes):
    """The meeting with a changed matter m3."""
    item = AGENDA[2]
    changed = replaced(item, matters=(replaced(item.matters[0], **changes), *item.matters[1:]))
    return replaced(meeting(), agenda=(*AGENDA[:2], changed, *AGENDA[3:]))


def voting(vote, **changes):
    """The faults of a vote in m3."""
    found = with_matter(resolutions=(Resolution(uid=uid("r"), text="ก", vote=vote),), **changes)
    matter = found.agenda[2].matters[0]
    with in_english():
        return [worded(one) for one in vote_faults(found, matter, matter.resolutions[0])]


# ---------------------------------------------------------------- the quorum


def test_only_members_count_and_absent_ones_are_in_office():
    assert len(members_in_office(meeting())) == 5
    assert [one.uid for one in counted_at(meeting())] == [CHAIR, SECOND, ONLINE, SECRETARY]
    found = quorum_at(meeting(), Rules())
    assert (found.present, found.needed, found.of, found.enough) == (4, 3, 5, True)
    assert reasons(found) == ["A quorum: 4 of 5; at least 3 are needed."]


@pytest.mark.parametrize(
    ("members", "needed"), [(0, 1), (1, 1), (15, 8), (16, 8), (17, 9)]
)  # fmt: skip
def test_at_least_half_means_half_and_not_less(members, needed):
    assert least(Share(1, 2), members) == needed


@given(st.integers(0, 300), st.integers(1, 100), st.integers(1, 100))
def test_the_least_number_reaches_the_share_and_one_fewer_does_not(members, parts, of):
    needed = least(Share(parts, of), members)
    assert needed * of >= members * parts
    assert needed == 1 or (needed - 1) * of < members * parts


def test_whom_the_roll_has_not_come_to_counts_only_when_the_meeting_is_over():
    waiting = people(p0={"mode": None}, p3={"mode": None})
    found = quorum_at(meeting(attendance=waiting), Rules())
    assert (found.present, found.enough, found.missing) == (2, False, 1)
    assert reasons(found) == [
        "No quorum: 2 of 5; at least 3 are needed.",
        "1 more are missing.",
        "The roll has not come to 2 of the members.",
    ]
    over = meeting(attendance=waiting, state=MeetingState.CLOSED)
    assert quorum_at(over, Rules()).present == 4


def test_a_member_and_their_substitute_are_one_seat():
    stood_for = people(p5={"person": uid("p9")}, p1={"stands_for": uid("p9")})
    assert len(members_in_office(meeting(attendance=stood_for))) == 4


def test_one_who_has_an_interest_or_is_away_does_not_count_there():
    found = replaced(
        with_matter(conflicts=(Conflict(SECRETARY, "ญาติ"),)),
        attendance=people(p2={"away": (Away(uid("m3"), None),)}),
    )
    here = quorum_at(found, Rules(), uid("m3"))
    assert (here.present, here.of, here.enough) == (2, 5, False)
    assert reasons(here)[2:] == [
        "นางปั้นหยา ฟื้นฟู takes no part in this matter, having an interest in it.",
        "ดร.วิชัย ณ บางกอก is away at this matter.",
    ]
    assert quorum_at(found, Rules(), uid("m1")).present == 4
    assert quorum_at(found, Rules(), uid("m4")).present == 3
    assert quorum_at(found, Rules()).present == 4


@pytest.mark.parametrize(
    ("short", "again", "days", "needed"),
    [(True, True, 14, 2), (True, True, 15, 3), (False, True, 7, 3), (True, False, 7, 3),
     (True, True, None, 2)],
)  # fmt: skip
def test_the_smaller_quorum_of_a_meeting_called_again(short, again, days, needed):
    repeat = meeting(short_quorum=short, again=uid("first") if again else None)
    earlier = None if days is None else repeat.date - datetime.timedelta(days=days)
    found = quorum_at(repeat, Rules(), None, earlier)
    assert (found.needed, found.short) == (needed, needed == 2)


def test_nobody_at_all():
    found = quorum_at(meeting(attendance=()), Rules())
    assert (found.enough, reasons(found)) == (False, ["Nobody is listed as a member."])


# ---------------------------------------------------------------- away


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (None, "m2", ("came from agenda item {item} on", {"item": "๓"})),
        (None, "m3", ("came from agenda item {item} on", {"item": "๓.๒"})),
        ("m4", None, ("stayed until agenda item {item}", {"item": "๓.๑"})),
        ("m3", None, ("stayed until agenda item {item}", {"item": "๒"})),
        ("m2", "m2", ("was away at agenda item {item}", {"item": "๒"})),
        ("m3", "m4", ("was away at agenda item {item}", {"item": "๓"})),
        ("m4", "m4", ("was away at agenda item {item}", {"item": "๓.๒"})),
        ("m2", "m3", ("was away from agenda item {first} to {last}",
                      {"first": "๒", "last": "๓.๑"})),
        (None, None, ("was not at the meeting", {})),
    ],
)  # fmt: skip
def test_papers_say_who_came_late_or_left(first, last, words):
    span = Away(first and uid(first), last and uid(last))
    one = replaced(PEOPLE[1], away=(span,))
    assert away_words(meeting(), one, THAI) == (paper(words[0], **words[1]),)


def test_nobody_is_away_from_a_matter_that_is_no_longer_there():
    for away in (Away(uid("gone"), None), Away(None, uid("gone")), Away(uid("m4"), uid("m2"))):
        one = replaced(PEOPLE[1], away=(away,))
        found = meeting(attendance=(one,))
        assert away_words(found, one, THAI) == ()
        assert counted_at(found, uid("m3")) == (one,)


def test_matters_are_called_by_their_numbers():
    assert [matter_label(meeting(), uid(name), THAI) for name in ("m1", "m3", "m4", "m5", "x")] == [
        "๑", "๓.๑", "๓.๒", "๔", "",
    ]  # fmt: skip


def test_one_who_votes_dissents_or_signs_cannot_be_away():
    ballot = Vote(ballots=(Ballot(SECOND, Choice.AGAINST),))
    resolution = Resolution(
        uid=uid("r"), text="ก", vote=ballot, dissents=(Dissent("ก", "ข", attendance=SECOND),)
    )
    found = with_matter(resolutions=(resolution,))

    def refused(who, *away):
        with in_english():
            return [worded(one) for one in refusals_of_away(found, who, away)]

    assert refused(SECOND, Away(uid("m2"), uid("m3"))) == [
        "นางสาวมะลิวัลย์ แก้วประดับ votes in item 3.1, and so cannot be away there.",
        "นางสาวมะลิวัลย์ แก้วประดับ dissents in item 3.1, and so cannot be away there.",
    ]
    assert refused(SECOND, Away(uid("m4"), None)) == []
    assert refused(SECRETARY, Away(uid("m4"), None)) == [
        "นางปั้นหยา ฟื้นฟู signs the minutes, and so cannot leave for good."
    ]
    assert refused(SECRETARY, Away(None, uid("m1"))) == []
    assert refused(uid("nobody"), Away()) == []


# ---------------------------------------------------------------- votes


@pytest.mark.parametrize(
    ("vote", "outcome"),
    [
        (Vote(in_favour=3, against=2, abstained=9), Outcome.CARRIED),
        (Vote(in_favour=2, against=3), Outcome.REJECTED),
        (Vote(in_favour=2, against=2), Outcome.TIED),
        (Vote(in_favour=2, against=2, casting=Choice.IN_FAVOUR), Outcome.CARRIED),
        (Vote(in_favour=2, against=2, casting=Choice.AGAINST), Outcome.REJECTED),
        (Vote(in_favour=2, against=3, casting=Choice.IN_FAVOUR), Outcome.REJECTED),
        (Vote(abstained=3), Outcome.NONE),
        (Vote(ballots=(Ballot(CHAIR, Choice.IN_FAVOUR),), against=9), Outcome.CARRIED),
    ],
)
def test_how_a_vote_comes_out(vote, outcome):
    assert outcome_of(vote) is outcome


def test_a_vote_in_words():
    with in_english():
        words = worded(outcome_words(Vote(in_favour=3, against=2, abstained=1)))
    assert words == "For 3, against 2, abstained 1: carried"


def by_name(*uids):
    return Vote(ballots=tuple(Ballot(one, Choice.IN_FAVOUR) for one in uids))


@pytest.mark.parametrize(
    ("vote", "faults"),
    [
        (by_name(CHAIR, SECOND), []),
        (by_name(CHAIR, CHAIR), ["นายสมมาตร ใจกว้าง votes twice."]),
        (by_name(ASSISTANT), ["นายเลขา ช่วยงาน votes and is no member."]),
        (by_name(ABSENT), ["นายติด ภารกิจ votes and is not present."]),
        (by_name(uid("nobody")), ["Somebody votes who is no longer in the lists."]),
        (by_name(SECRETARY), ["นางปั้นหยา ฟื้นฟู votes and has an interest in the matter."]),
        (Vote(in_favour=3, against=1), ["4 votes, and only 3 members are there."]),
        (Vote(in_favour=1, against=1),
         ["The vote is tied; the chair has one more vote to decide it."]),
        (Vote(in_favour=2, against=1, casting=Choice.IN_FAVOUR),
         ["The chair decides by an additional vote only where there is a tie."]),
        (Vote(in_favour=1, against=1, casting=Choice.ABSTAINED),
         ["The chair's additional vote must be for or against."]),
        (Vote(VoteMethod.SECRET, (Ballot(CHAIR, Choice.AGAINST),)),
         ["A secret vote keeps totals only; it must not say who voted how."]),
        (Vote(VoteMethod.SECRET, in_favour=2, against=1), []),
        (Vote(ballots=(Ballot(CHAIR, Choice.AGAINST),), in_favour=1),
         ["The vote has both names and totals; the totals do not count."]),
    ],
)  # fmt: skip
def test_what_cannot_be_in_a_vote(vote, faults):
    assert voting(vote, conflicts=(Conflict(SECRETARY),)) == faults


def test_one_who_is_away_or_was_not_called_cannot_vote():
    found = with_matter(resolutions=(Resolution(uid=uid("r"), vote=by_name(CHAIR, SECOND)),))
    gone = people(p0={"away": (Away(None, uid("m3")),)}, p1={"mode": None})
    found = replaced(found, attendance=gone)
    matter = found.agenda[2].matters[0]
    with in_english():
        faults = [worded(one) for one in vote_faults(found, matter, matter.resolutions[0])]
    assert faults == [
        "นายสมมาตร ใจกว้าง votes and is away at this matter.",
        "นางสาวมะลิวัลย์ แก้วประดับ votes and the roll has not come to them.",
    ]


def test_a_dissent_has_reasons_and_its_author_is_there():
    dissents = (Dissent("ก"), Dissent("ข", written=True), Dissent("ค", "เหตุ", attendance=CHAIR))
    matter = Matter(uid=uid("m3"), resolutions=(Resolution(uid=uid("r"), dissents=dissents),))
    found = meeting(attendance=people(p0={"away": (Away(),)}))
    with in_english():
        faults = [worded(one) for one in dissent_faults(found, matter, matter.resolutions[0])]
    assert faults == ["ก dissents without a reason.", "ค dissents and is away at this matter."]


def test_a_vice_chair_is_a_member():
    listed = (present("ก", Role.VICE_CHAIR, Mode.ONLINE), present("ข", Role.SECRETARY))
    guest = replaced(listed[0], uid=uid("c"), list=AttendanceList.PARTICIPANT)
    assert counted_at(meeting(attendance=(*listed, guest))) == (listed[0],)
