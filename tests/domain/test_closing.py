"""What the checks before closing find, and that they never fall over."""

import datetime

import pytest
from hypothesis import given, settings

from bmahr_desktop.domain.adoption import Adoption
from bmahr_desktop.domain.agenda import ItemKind
from bmahr_desktop.domain.body import Composed, ComposedKind
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.closing import TESTS, check_meeting
from bmahr_desktop.domain.committee import Role
from bmahr_desktop.domain.findings import Earlier, Look
from bmahr_desktop.domain.meeting import (
    AgendaItem,
    Assignment,
    AttendanceList,
    Due,
    Matter,
    MatterState,
    MeetingState,
    Mode,
    NextMeeting,
    Resolution,
    ResolutionKind,
    Secrecy,
    Signature,
)
from bmahr_desktop.domain.online import Online, Recording
from bmahr_desktop.domain.presence import Away, Conflict
from bmahr_desktop.domain.voting import Vote
from bmahr_desktop.i18n import worded
from tests.meetings import PEOPLE, committee, meeting, present, section, text, uid
from tests.records import in_english, replaced
from tests.strategies import exchanges

CHAIR = PEOPLE[0]
SOUND = (
    AgendaItem(uid=uid("i1"), title="เรื่องแจ้ง", kind=ItemKind.INFORM, matters=(
        Matter(uid=uid("m1"), sections=(section(text("ประธานแจ้งให้ทราบ")),),
               resolutions=(Resolution(uid=uid("r1"), text="รับทราบ"),)),
    )),
    AgendaItem(uid=uid("i2"), title="อื่น ๆ", kind=ItemKind.OTHER),
)  # fmt: skip


def sound(**changes):
    """A meeting in which nothing is wrong, but for what a test changes."""
    values = {"agenda": SOUND, "mode": Mode.ON_SITE, "state": MeetingState.IN_SESSION,
              "attendance": (CHAIR, present("นางมี มา"))}  # fmt: skip
    return meeting(**(values | changes))


def found(one, **beside):
    with in_english():
        looked = check_meeting(Look(one, committee(), **beside))
        return [(worded(f.message), f.kind, f.field) for f in looked]


def words(one, **beside):
    return [message for message, _, _ in found(one, **beside)]


def matter(**changes):
    """An agenda with one matter that is sound, but for what a test changes."""
    values = {"sections": (section(text("พิจารณาแล้ว")),),
              "resolutions": (Resolution(uid=uid("r"), text="เห็นชอบ"),)}  # fmt: skip
    made = Matter(uid=uid("m"), title="เรื่อง ก", **(values | changes))
    return (AgendaItem(uid=uid("i"), title="พิจารณา", matters=(made,)),)


def resolved(**changes):
    return matter(resolutions=(Resolution(uid=uid("r"), **({"text": "ก"} | changes)),))


def saying(*paragraphs):
    return matter(sections=(section(*(text(one) for one in paragraphs)),))


def test_nothing_is_found_in_a_sound_meeting():
    assert found(sound()) == []


@pytest.mark.parametrize(
    ("changes", "expected", "field"),
    [
        (
            {"year": 2567, "next_meeting": None},
            "The year 2567 is not that of the date, 2568.",
            "year",
        ),
        ({"start": None}, "The time of the beginning is missing.", "start"),
        ({"end": None}, "The time of the end is missing.", "end"),
        (
            {"end": "09:30"},
            "The meeting ends before it begins: 09.30 o'clock is not after 09.30 o'clock.",
            "end",
        ),
        ({"venue": ""}, "The venue is missing.", "venue"),
        ({"signatures": ()}, "Nobody signs the minutes. Add who took them.", "signatures"),
        ({"agenda": ()}, "The agenda is empty.", "agenda"),
    ],
)
def test_what_is_wrong_with_the_meeting_itself(changes, expected, field):
    assert found(sound(**changes)) == [(expected, Kind.MEETING, field)]


@pytest.mark.parametrize(
    ("earlier", "expected"),
    [
        ((12, 2567, datetime.date(2024, 12, 4)), []),
        ((1, 2568, datetime.date(2025, 1, 2)),
         ["The number 1/2568 does not follow: the meeting before was 1/2568."]),
        ((12, 2567, datetime.date(2025, 1, 9)),
         ["The date lies before that of the meeting before."]),
    ],
)  # fmt: skip
def test_the_number_follows_the_one_before(earlier, expected):
    assert words(sound(), earlier=Earlier(*earlier)) == expected


@pytest.mark.parametrize(
    ("following", "expected"),
    [
        ((2, 2568, datetime.date(2025, 2, 5)), []),
        ((1, 2569, datetime.date(2026, 1, 7)), []),
        ((2, 2568, datetime.date(2025, 1, 8)), ["The next meeting is not later than this one."]),
        ((3, 2568, datetime.date(2025, 2, 5)),
         ["The next meeting would be number 2/2568, not 3/2568."]),
        ((2, 2568, datetime.date(2026, 2, 5)),
         ["The year 2568 is not that of the date, 2569."]),
    ],
)  # fmt: skip
def test_the_next_meeting_is_later(following, expected):
    assert words(sound(next_meeting=NextMeeting(*following))) == expected


def test_a_sentence_on_the_next_meeting_needs_its_date():
    body = section(Composed(statement=ComposedKind.NEXT_MEETING))
    assert words(sound(agenda=matter(sections=(body,)), next_meeting=None)) == [
        "The date of the next meeting is missing."
    ]


def test_a_meeting_online_is_recorded_and_people_are_identified():
    online = present("นายไกล อยู่", mode=Mode.ONLINE)
    people = (CHAIR, online)
    assert words(sound(mode=Mode.HYBRID, attendance=people, online=Online())) == [
        "The meeting system is missing.",
        "No recording is noted. A meeting held online is recorded unless it is secret.",
        "It is not noted how นายไกล อยู่ was identified online.",
    ]
    kept = Online(platform="Webex", recordings=(Recording(name="ก.mp4"),))
    known = replaced(online, identified="เห็นหน้า")
    assert words(sound(mode=Mode.HYBRID, attendance=(CHAIR, known), online=kept)) == []
    assert words(sound(mode=Mode.HYBRID, attendance=(CHAIR,), online=Online(platform="Webex"),
                       secrecy=Secrecy.SECRET)) == [
        "Nobody takes part online. Is the mode right?"
    ]  # fmt: skip
    assert words(sound(attendance=people)) == [
        "นายไกล อยู่ takes part online, but the meeting is held in the room."
    ]
    uncalled = (replaced(CHAIR, mode=None),)
    assert words(sound(mode=Mode.HYBRID, attendance=uncalled, online=kept)) == [
        f"The roll has not come to {CHAIR.name}.",
        "No quorum: 0 of 1; at least 1 are needed.",
    ]


def test_of_a_meeting_that_was_not_held_only_its_short_minutes_are_looked_at():
    twice = {"attendance": (CHAIR, CHAIR, absent("นายไม่ มา")), "end": None, "agenda": ()}
    gone = replaced(CHAIR, mode=None)
    for state in (MeetingState.POSTPONED, MeetingState.CANCELLED):
        assert words(sound(state=state, **twice | {"attendance": (gone,)})) == []
        assert words(sound(state=state, year=2569)) == [
            "The year 2569 is not that of the date, 2568."
        ]
    assert words(sound(state=MeetingState.NO_QUORUM, **twice)) == [
        f"{CHAIR.name} is listed twice.",
        "The reason why นายไม่ มา is absent is missing.",
    ]
    assert words(sound(state=MeetingState.NO_QUORUM, signatures=())) == [
        "Nobody signs the minutes. Add who took them."
    ]


def absent(name, **more):
    return replaced(present(name, mode=None, **more), list=AttendanceList.ABSENT)


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ((), ["Nobody is listed as present.", "Nobody is listed as a member."]),
        ((present("ก", mode=None), present("ข", Role.CHAIR)), ["The roll has not come to ก."]),
        ((*(present(name, mode=None) for name in "กคงจ"), present("ข", Role.CHAIR)),
         ["The roll has not come to 4 of those listed.",
          "No quorum: 1 of 5; at least 3 are needed."]),
        ((present("ข", Role.CHAIR), absent("ค", reason="ติดราชการ"),
          absent("ง", reason="ติดภารกิจ")), ["No quorum: 1 of 3; at least 2 are needed."]),
        ((present("ก"), absent("ข", role=Role.CHAIR, reason="ติดราชการ")),
         ["Neither the chair nor a vice chair is present. Say in the text who presided."]),
        ((present("ก", Role.VICE_CHAIR), absent("ข", role=Role.CHAIR)),
         ["The reason why ข is absent is missing."]),
        ((CHAIR, replaced(CHAIR, uid=uid("again"), name="นาย สมมาตร  ใจกว้าง")),
         ["นาย สมมาตร  ใจกว้าง is listed twice."]),
        ((CHAIR, present("ก", joined="10:00", left="09:50")), ["ก leaves before coming."]),
        ((CHAIR, present("ก", joined="11:50")), ["ก comes after the end of the meeting."]),
        ((CHAIR, present("ก", left="11:50")), ["ก leaves outside the hours of the meeting."]),
        ((CHAIR, present("ก", away=(Away(uid("gone")),))),
         ["ก is away from a matter that is no longer there."]),
        ((present("นางปั้นหยา ฟื้นฟู", Role.CHAIR, away=(Away(uid("m1")),)), present("ก")),
         ["นางปั้นหยา ฟื้นฟู signs the minutes, and so cannot leave for good."]),
    ],
)  # fmt: skip
def test_who_came(people, expected):
    assert words(sound(attendance=people)) == expected


def test_a_quorum_is_lost_at_one_matter():
    three = (CHAIR, present("ก"), present("ข"))
    out = (Conflict(three[1].uid), Conflict(three[2].uid), Conflict(uid("nobody")))
    agenda = (*SOUND[:1], *matter(conflicts=out))
    assert found(sound(attendance=three, agenda=agenda)) == [
        ("No quorum in item 2: 1 of 3; at least 2 needed.", Kind.MATTER, ""),
        ("Somebody with an interest in the matter is no longer in the lists.", Kind.MATTER,
         "conflicts"),
    ]  # fmt: skip
    (item,) = matter(conflicts=out[:2], state=MatterState.UNDISCUSSED, resolutions=())
    assert words(sound(attendance=three, agenda=(item,))) == []


@pytest.mark.parametrize(
    ("agenda", "expected"),
    [
        (matter(resolutions=()), ["Item 1 has no resolution."]),
        (matter(sections=()), ["Nothing is recorded under item 1 but its resolution."]),
        (matter(sections=(), resolutions=()),
         ["Item 1 was not discussed. Record it, or leave it for the next meeting."]),
        (matter(sections=(), resolutions=(), state=MatterState.UNDISCUSSED), []),
        (matter(sections=(), resolutions=(), state=MatterState.DISCUSSED),
         ["Nothing is recorded under item 1.", "Item 1 has no resolution."]),
        (matter(state=MatterState.UNDISCUSSED),
         ["Item 1 is left for the next meeting, but has a resolution;"
          " the minutes will not print it."]),
        (resolved(text=" \n"), ["A resolution in item 1 has no wording."]),
        (resolved(kinds=(ResolutionKind.ASSIGN,)),
         ["A resolution in item 1 assigns, but nobody is named."]),
        (resolved(assignments=(Assignment(uid=uid("a"), due=Due(periodic=True)),)),
         ["A task in item 1 has no owner."]),
        (resolved(assignments=(Assignment(uid=uid("a"), assigned_to="กอง", due=Due()),)),
         ["A task in item 1 has no time by which it is done."]),
        (resolved(vote=Vote(in_favour=9)), ["9 votes, and only 2 members are there."]),
        (matter(adopts=Adoption(1, 2568, datetime.date(2025, 1, 8))),
         ["The minutes adopted are not those of an earlier meeting."]),
        ((AgendaItem(uid=uid("i"), title=" "),),
         ["Item 1 has no title.", "Nothing is recorded under item 1."]),
    ],
)  # fmt: skip
def test_what_was_recorded_and_decided(agenda, expected):
    assert words(sound(agenda=agenda)) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("แก้ไขบันทึกการประชุมแล้ว",
         "“บันทึกการประชุม” is not the regulation's word; it writes “รายงานการประชุม”."),
        ("ตามวาระการประชุมนี้",
         "“วาระการประชุม” is not the regulation's word; it writes “ระเบียบวาระการประชุม”."),
        ("ประธานเปิดประชุมเวลา ๐๙.๓๐ น.",
         "“เปิดประชุมเวลา” is not the regulation's word; it writes “เริ่มประชุมเวลา”."),
        ("มีผู้ไม่เข้าประชุมสามคน",
         "“ผู้ไม่เข้าประชุม” is not the regulation's word; it writes “ผู้ไม่มาประชุม”."),
        ("ในวันพุธที่ ๖ กุมภาพันธ์ ๒๕๖๘",
         "6 กุมภาพันธ์ 2568 is วันพฤหัสบดี, not วันพุธ. Correct the weekday or the date."),
        ("ก่อน 31 เม.ย. 68", "เมษายน 2568 has only 30 days; there is no day 31."),
        ("มอบหมายให้ [หน่วยงาน] ทำ", "“[หน่วยงาน]” was left to be filled in."),
        ("ในวันที่ .......... นี้", "“..........” was left to be filled in."),
        ("มี อ.ก.ก.ฯ เข้าร่วมประชุม ณ ห้องประชุม จำนวน ๕ คน",
         "The text says 5 persons; the lists have 2."),
        ("และมี อ.ก.ก.ฯ ประชุมผ่านสื่ออิเล็กทรอนิกส์ จำนวน ๔ คน",
         "The text says 4 persons; the lists have 0."),
    ],
)  # fmt: skip
def test_what_the_texts_say(said, expected):
    assert words(sound(agenda=saying("ข้อความแรก", f"ที่ประชุมรับทราบ {said}"))) == [expected]


@pytest.mark.parametrize(
    "said",
    [
        "ระเบียบวาระการประชุม และรายงานการประชุม",
        "วันพุธที่ ๕ กุมภาพันธ์ ๒๕๖๘ และ ๒๘ ก.พ. ๖๘",
        "ปี ๒๕๖๗ มกราคม ๒๕๖๘",
        "ดูหน้า [1] และ [a] ... ต่อไป",
        "มี อ.ก.ก.ฯ เข้าร่วมประชุม ณ ห้องประชุม จำนวน ๒ คน",
        "จัดฝึกอบรม จำนวน ๕๐ คน",
        "ตามมติการประชุมครั้งที่ ๙/๒๕๖๗",
    ],
)
def test_what_is_left_in_peace(said):
    assert words(sound(agenda=saying(said))) == []


def test_a_finding_leads_to_its_letter():
    one = check_meeting(Look(sound(agenda=saying("ก่อน", "ดู [เรื่อง] นี้")), committee()))[0]
    assert one.key
    assert (one.kind, one.key.part, one.key.block, one.offset) == (Kind.SECTION, "body", 1, 3)
    lines = Resolution(uid=uid("r"), text="บรรทัดแรก\nถึง [ใคร] ครับ")
    two = check_meeting(Look(sound(agenda=matter(resolutions=(lines,))), committee()))[0]
    assert (two.kind, two.uid, two.field) == (Kind.RESOLUTION, uid("r"), "text")
    assert lines.text[two.offset :].startswith("[ใคร]")


def test_meetings_are_cited_by_their_numbers():
    adopts = Adoption(9, 2567, datetime.date(2024, 12, 4))
    wrong = Resolution(uid=uid("r"), text="รับรองรายงานการประชุมครั้งที่ ๘/๒๕๖๗")
    assert words(sound(agenda=matter(adopts=adopts, resolutions=(wrong,)))) == [
        "Meeting 8/2567 is cited; the minutes adopted are those of 9/2567."
    ]
    (item,) = matter(adopts=adopts)
    item = replaced(item, title="รับรองรายงานการประชุม ครั้งที่ 8/2567", kind=ItemKind.ADOPT)
    assert found(sound(agenda=(item,)))[0][1:] == (Kind.ITEM, "title")
    later = Resolution(uid=uid("r"), text="ให้เสนอในการประชุมครั้งที่ ๗/๒๕๖๘")
    assert words(sound(agenda=matter(resolutions=(later,)))) == [
        "Meeting 7/2568 is cited, which has not been held yet."
    ]
    following = Resolution(uid=uid("r"), text="ให้เสนอในการประชุมครั้งที่ ๒/๒๕๖๘")
    assert words(sound(agenda=matter(resolutions=(following,)))) == []


def test_the_label_of_a_signature_is_the_regulation_s():
    block = Signature(uid=uid("s"), name="ก", label="ผู้บันทึกการประชุม")
    assert found(sound(signatures=(block,)))[0][1:] == (Kind.SIGNATURE, "label")


def test_every_test_says_what_it_is_for():
    assert all(test.__doc__ for test in TESTS)


@settings(max_examples=60, deadline=None)
@given(exchange=exchanges())
def test_nothing_that_can_be_on_file_makes_a_check_fail(exchange):
    committees = {one.uid: one for one in exchange.committees}
    for one in exchange.meetings:
        for finding in check_meeting(Look(one, committees[one.committee])):
            assert worded(finding.message)
            assert finding.uid
