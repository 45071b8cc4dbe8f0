"""Which meeting is meant."""

import msgspec
import pytest

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.exchange import Exchange
from bmahr_desktop.domain.meeting import MeetingState
from bmahr_desktop.i18n import worded
from bmahr_desktop.operations.minutes import choose_committee, choose_meeting, meeting_number
from tests.meetings import committee, meeting, uid

OTHER = msgspec.structs.replace(
    committee(), uid=uid("other"), code="OTH", name="คณะกรรมการอื่นเกี่ยวกับการทดลอง"
)
FILE = Exchange(
    format="bmahr-desktop/exchange",
    version=1,
    committees=(committee(), OTHER),
    meetings=(
        meeting(),
        meeting(uid=uid("m2"), number=2),
        meeting(uid=uid("m3"), committee=uid("other")),
    ),
)


def refusal(*arguments) -> list[str]:
    with pytest.raises(Refused) as refused:
        choose_meeting(*arguments)
    return [worded(message) for message in refused.value.messages]


@pytest.mark.parametrize(
    ("number", "code", "chosen"),
    [
        ("2/2568", None, "m2"),
        ("๒/๒๕๖๘", None, "m2"),
        (" 2 / 2568 ", None, "m2"),
        ("1/2568", "TST", "meeting"),
        ("1/2568", "tst", "meeting"),
        ("1/2568", "ทดลอง", "m3"),
        (None, "OTH", "m3"),
    ],
)
def test_the_one_that_fits(number, code, chosen):
    assert choose_meeting(FILE.committees, FILE.meetings, number, code).uid == uid(chosen)


def test_a_number_means_the_meeting_that_is_held():
    put_off = meeting(uid=uid("put off"), number=2, state=MeetingState.POSTPONED)
    called_off = meeting(uid=uid("called off"), number=2, state=MeetingState.CANCELLED)
    meetings = (put_off, called_off, *FILE.meetings)
    assert choose_meeting(FILE.committees, meetings, "2/2568", None).uid == uid("m2")
    assert choose_meeting(FILE.committees, (put_off,), "2/2568", None) is put_off
    assert len(refusal(FILE.committees, (put_off, called_off), "2/2568", None)) == 3


def test_several_that_fit_are_listed():
    lines = refusal(FILE.committees, FILE.meetings, "1/2568", None)
    assert len(lines) == 3
    assert "--committee TST" in lines[1]
    assert "--committee OTH" in lines[2]
    assert len(refusal(FILE.committees, FILE.meetings, None, None)) == 4


def test_none_that_fits_lists_what_there_is():
    assert len(refusal(FILE.committees, FILE.meetings, "9/2568", "TST")) == 3
    assert refusal(FILE.committees, (), None, None) == ["ในแฟ้มไม่มีการประชุม"]


def test_a_committee_by_a_part_of_its_name():
    assert choose_committee(FILE.committees, "ทดสอบ").code == "TST"
    with pytest.raises(Refused):
        choose_committee(FILE.committees, "เกี่ยวกับ")
    with pytest.raises(Refused):
        choose_committee(FILE.committees, "ไม่มี")
    with pytest.raises(Refused):
        choose_committee(FILE.committees, "")


@pytest.mark.parametrize("text", ["", "1", "1/68", "x/2568", "1/2568/3", "0001/2568", "-1/2568"])
def test_what_is_no_number_of_a_meeting(text):
    with pytest.raises(Refused):
        meeting_number(text)
