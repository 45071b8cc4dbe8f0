"""What the minutes say of votes, dissent, conflicts, coming and going, and of what was not held."""

import datetime

import pytest

from bmahr_desktop.domain.composition import compose_minutes
from bmahr_desktop.domain.meeting import (
    Matter,
    MatterState,
    MeetingState,
    Resolution,
)
from bmahr_desktop.domain.minutes import PaperParagraph
from bmahr_desktop.domain.presence import Away, Conflict
from bmahr_desktop.domain.vote_words import names_joined
from bmahr_desktop.domain.voting import Ballot, Choice, Dissent, Vote, VoteMethod
from bmahr_desktop.i18n import paper
from tests.meetings import AGENDA, PEOPLE, committee, meeting, section, text, uid
from tests.records import replaced

CHAIR, SECOND, THIRD, FOURTH = PEOPLE[:4]


def printed(matter, **changes):
    """The matter as the minutes of the meeting print it."""
    item = replaced(AGENDA[2], matters=(matter,))
    made = meeting(**({"agenda": (item,)} | changes))
    return compose_minutes(made, committee(), {}).items[0].matters[0]


def resolved(**fields):
    resolution = Resolution(uid=uid("r"), text="เห็นชอบ", **fields)
    blocks = printed(Matter(uid=uid("m"), resolutions=(resolution,))).resolutions
    return [block.text for block in blocks]


def counted(for_, against, abstained):
    return [
        paper("{count} votes for", count=for_),
        paper("{count} votes against", count=against),
        paper("{count} abstained", count=abstained),
    ]


def test_without_a_vote_nothing_is_said():
    assert resolved() == ["เห็นชอบ"]


def test_an_open_vote_names_those_against_and_abstaining():
    choices = (Choice.IN_FAVOUR, Choice.AGAINST, Choice.AGAINST, Choice.ABSTAINED)
    ballots = tuple(
        Ballot(one.uid, choice) for one, choice in zip(PEOPLE[:4], choices, strict=True)
    )
    _, told = resolved(vote=Vote(ballots=ballots))
    for_, against, abstained = counted("๑", "๒", "๑")
    assert told.startswith(f"{paper('The meeting voted openly')} {for_} {against} ")
    assert paper("namely {names}", names=names_joined([SECOND.name, THIRD.name])) in told
    assert told.endswith(f"{abstained} {paper('namely {names}', names=FOURTH.name)}")
    assert CHAIR.name not in told


def test_a_secret_vote_says_totals_only():
    ballots = (Ballot(SECOND.uid, Choice.AGAINST),)
    _, told = resolved(vote=Vote(VoteMethod.SECRET, in_favour=3, against=1))
    assert told == " ".join([paper("The meeting voted in secret"), *counted("๓", "๑", "๐")])
    _, told = resolved(vote=Vote(VoteMethod.SECRET, ballots))
    assert SECOND.name not in told


@pytest.mark.parametrize("casting", [Choice.IN_FAVOUR, Choice.AGAINST])
def test_the_chair_s_vote_is_told_only_at_a_tie(casting):
    said = {
        Choice.IN_FAVOUR: paper("the votes being equal, the chair cast one more vote for it"),
        Choice.AGAINST: paper("the votes being equal, the chair cast one more vote against it"),
    }[casting]
    _, told = resolved(vote=Vote(in_favour=2, against=2, casting=casting))
    assert told.endswith(said)
    _, told = resolved(vote=Vote(in_favour=3, against=2, casting=casting))
    assert said not in told


def test_dissent_is_told_with_its_reasons():
    dissents = (Dissent("นาง ก", "แพง\nเกินไป", written=True), Dissent("นาย ข"))
    _, first, second = resolved(dissents=dissents)
    because = paper("{name} does not agree with this resolution because {reasons}",
                    name="นาง ก", reasons="แพง เกินไป")  # fmt: skip
    assert first == f"{because} {paper('and handed in a written dissent')}"
    assert second == paper("{name} does not agree with this resolution", name="นาย ข")


def test_a_conflict_of_interest_is_told_before_the_resolution():
    conflicts = (Conflict(SECOND.uid, "เป็นญาติ"), Conflict(uid("nobody")), Conflict(THIRD.uid))
    matter = printed(
        Matter(uid=uid("m"), sections=(section(text("สาระ")),), conflicts=conflicts,
               resolutions=(Resolution(uid=uid("r"), text="เห็นชอบ"),))
    )  # fmt: skip

    def out(one):
        return paper("{name} was not at the meeting for this item, having an interest",
                     name=one.name)  # fmt: skip

    last = matter.sections[-1].blocks
    assert [block.text for block in last] == [
        f"{out(SECOND)} {paper('({reason})', reason='เป็นญาติ')}", out(THIRD),
    ]  # fmt: skip


def test_what_the_meeting_did_not_come_to_is_left_for_the_next():
    matter = printed(
        Matter(uid=uid("m"), title="เรื่อง ก", state=MatterState.UNDISCUSSED,
               sections=(section(text("สาระ")),),
               resolutions=(Resolution(uid=uid("r"), text="ร่าง"),))
    )  # fmt: skip
    assert matter.title
    assert matter.title.text == "เรื่อง ก"
    assert [b.text for s in matter.sections for b in s.blocks] == [
        paper("left for the next meeting")
    ]
    assert (matter.resolution_label, matter.resolutions) == ("", ())


def test_the_list_notes_who_came_late():
    late = replaced(SECOND, away=(Away(None, uid("m2")),))
    rows = compose_minutes(meeting(attendance=(CHAIR, late)), committee(), {}).lists[0].rows
    note = paper("came from agenda item {item} on", item="๓")
    assert rows[1].lines[-1] == f"({note})"
    assert rows[0].lines == (CHAIR.name,)


@pytest.mark.parametrize(
    ("state", "counted_"), [(MeetingState.IN_SESSION, "๑"), (MeetingState.CLOSED, "๒")]
)
def test_whom_the_roll_has_not_come_to_is_not_counted_in_the_statement(state, counted_):
    people = (CHAIR, replaced(SECOND, mode=None))
    made = compose_minutes(meeting(attendance=people, state=state), committee(), {})
    statement = made.items[0].matters[0].sections[0].blocks[2]
    assert isinstance(statement, PaperParagraph)
    assert f"จำนวน {counted_} คน" in statement.text


# ---------------------------------------------------------------- not held


def short(state, **changes):
    return compose_minutes(meeting(state=state, **changes), committee(), {})


def test_a_meeting_that_was_put_off():
    made = short(MeetingState.POSTPONED, state_reason="ประธานติดราชการ")
    because = paper("because {reason}", reason="ประธานติดราชการ")
    assert made.opening == f"{paper('This meeting is put off')} {because}"
    assert made.closing == paper("The new date will be announced")
    assert (made.lists, made.items) == ((), ())
    known = short(MeetingState.POSTPONED, put_off_to=datetime.date(2025, 1, 15))
    assert known.closing == paper("It will be held on {date}", date="วันพุธที่ ๑๕ มกราคม ๒๕๖๘")


def test_a_meeting_that_was_called_off():
    made = short(MeetingState.CANCELLED)
    assert (made.opening, made.closing) == (
        paper("This meeting is called off"), paper("No meeting was held"),
    )  # fmt: skip


def test_a_meeting_without_a_quorum_lists_who_came():
    waiting = (*PEOPLE[:2], replaced(THIRD, mode=None), *PEOPLE[3:])
    made = short(MeetingState.NO_QUORUM, attendance=waiting)
    assert [len(people.rows) for people in made.lists] == [4, 1, 1]
    figures = {"time": "๐๙.๓๐ น.", "present": "๓", "of": "๕"}
    assert made.opening == paper(
        "At {time} only {present} of {of} members had come, which is no quorum", **figures
    )
    assert made.items == ()
    unknown = short(MeetingState.NO_QUORUM, start=None, attendance=())
    assert unknown.opening == paper(
        "Only {present} of {of} members came, which is no quorum", present="๐", of="๐"
    )
