"""Minutes are adopted: at the next meeting, in the same, by letter; the adopted version is kept."""

import datetime
import io

import msgspec
import pypdf
import pytest

from bmahr_desktop.domain.adoption import Correction, OldWords
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import StaleText
from bmahr_desktop.domain.exchange import Exchange
from bmahr_desktop.domain.meeting import MeetingState, MinutesState
from bmahr_desktop.i18n import use_language, worded
from bmahr_desktop.operations import adopting, adoptions, corrections, editions, records, sessions
from bmahr_desktop.operations import versions as made
from bmahr_desktop.operations.chain import check
from bmahr_desktop.operations.health import look_over
from bmahr_desktop.operations.originals import read_text
from bmahr_desktop.operations.sent_papers import set_sent_paper
from bmahr_desktop.thai.searchkey import search_key
from tests.adoption import (
    AGENDA,
    CORRECTIONS,
    FIRST,
    SECOND,
    closed_office,
    copied_office,
    correct,
    read,
    refused,
    state_of,
    write,
)  # fmt: skip
from tests.meetings import uid
from tests.records import at_the_desk, in_english, opened, replaced, tamper

TODAY = datetime.date(2025, 2, 20)


def plain(text):
    return search_key("".join(text.split()))


def pdf_words(data):
    return plain("".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages))


def record_in(store, sha256):
    data = read(store, editions.read_edition, sha256)
    return msgspec.json.decode(data, type=Exchange)


@pytest.fixture(scope="module")
def closed_file(office_file, tmp_path_factory):
    use_language("th")
    return closed_office(office_file, tmp_path_factory.mktemp("closed"))


@pytest.fixture
def closed_store(closed_file, tmp_path, clock):
    path = copied_office(closed_file, tmp_path / "records.sqlite")
    clock.goes_on(days=1)
    store = opened(path, at_the_desk("sitting-2", clock))
    yield store
    store.close()


def end_and_close(store):
    write(store, sessions.end, SECOND, "11:00")
    write(store, adopting.close, SECOND)


# ---------------------------------------------------------------- at the next meeting


def test_the_adopted_version_is_made_of_the_original_and_the_corrections(closed_store):
    correct(closed_store)
    assert state_of(closed_store) is MinutesState.AWAITING_ADOPTION
    end_and_close(closed_store)
    assert state_of(closed_store) is MinutesState.ADOPTED
    (version,) = read(closed_store, made.list_versions, FIRST)
    (edition,) = read(closed_store, editions.list_editions, FIRST)
    assert (version.number, version.corrects, version.adopted_in) == (2, 1, uid("m8"))
    original, adopted = (
        record_in(closed_store, edition.record),
        record_in(closed_store, version.record),
    )
    assert adopted != original
    (before,), (after,) = original.meetings, adopted.meetings
    assert replaced(adopted, meetings=()) == replaced(original, meetings=())
    title = after.agenda[2].matters[0].title
    assert (before.agenda[2].matters[0].title, title) == ("เรื่อง แผนหนึ่ง", "เรื่อง แผนที่หนึ่ง")
    words = [pdf_words(read(closed_store, editions.read_edition, one.paper))
             for one in (edition, version)]  # fmt: skip
    assert [plain("แผนที่หนึ่ง") in one for one in words] == [False, True]
    assert [plain("แผนหนึ่ง") in one for one in words] == [True, False]
    assert plain("เห็นชอบและมอบหมายให้สำนักงาน") in words[1]
    back = words[1].replace(plain("แผนที่หนึ่ง"), plain("แผนหนึ่ง"))
    assert back.replace(plain("เห็นชอบและมอบหมาย"), plain("มอบหมาย")) == words[0]
    assert look_over(closed_store) == []


def test_the_adopted_version_freezes_nothing_else(closed_store):
    correct(closed_store)
    end_and_close(closed_store)
    assert read(closed_store, editions.is_frozen, FIRST)
    write(closed_store, editions.reopen, SECOND, "ผิดที่")
    assert read(closed_store, editions.frozen_meetings) == frozenset({FIRST})


def test_minutes_without_corrections_are_adopted_without_another_paper(closed_store):
    end_and_close(closed_store)
    assert state_of(closed_store) is MinutesState.ADOPTED
    assert read(closed_store, made.list_versions, FIRST) == ()
    standing = read(closed_store, adoptions.read_standing, FIRST)
    assert (standing.at.over, standing.at.closed, standing.at.item) == (True, True, 1)
    assert standing.corrections == ()


def test_reopening_takes_the_adoption_back(closed_store, clock):
    correct(closed_store)
    end_and_close(closed_store)
    moment = clock.goes_on(hours=1)
    write(closed_store, editions.reopen, SECOND, " แก้มติ ")
    assert state_of(closed_store) is MinutesState.AWAITING_ADOPTION
    (version,) = read(closed_store, made.list_versions, FIRST)
    assert (version.reopened, version.reason) == (moment, "แก้มติ")
    assert read(closed_store, made.standing_version, FIRST) is None
    third = Correction(uid("k3"), "ติดราชการ", "ติดภารกิจ", place=OldWords(uid("absent"), "reason"))
    write(closed_store, corrections.add, AGENDA, third)
    write(closed_store, adopting.close, SECOND)
    assert state_of(closed_store) is MinutesState.ADOPTED
    first, second = read(closed_store, made.list_versions, FIRST)
    assert (first.reopened, second.reopened) == (moment, None)
    assert (second.number, second.corrects) == (3, 1)
    people = record_in(closed_store, second.record).meetings[0].attendance
    assert "ติดภารกิจ" in [one.reason for one in people]
    assert look_over(closed_store) == []


def test_going_on_takes_the_adoption_back(closed_store):
    write(closed_store, sessions.end, SECOND, "11:00")
    assert state_of(closed_store) is MinutesState.ADOPTED
    write(closed_store, sessions.go_on, SECOND)
    assert state_of(closed_store) is MinutesState.AWAITING_ADOPTION


def test_corrections_that_do_not_fit_make_no_version(closed_store):
    correct(closed_store, listed=(*CORRECTIONS, Correction(uid("k3"), "ไม่มี", "มี")))
    found = [one for one in read(closed_store, check, SECOND) if one.kind is Kind.CORRECTION]
    assert [(one.uid, one.field) for one in found] == [(uid("k3"), "old")]
    end_and_close(closed_store)
    assert state_of(closed_store) is MinutesState.ADOPTED
    standing = read(closed_store, adoptions.read_standing, FIRST)
    assert standing.version is None
    assert [one.values["number"] for one in standing.faults] == [3]


def test_nothing_is_adopted_that_the_meeting_did_not_come_to(closed_store):
    correct(closed_store)
    write(closed_store, sessions.mark_undiscussed, uid("m8"))
    end_and_close(closed_store)
    assert state_of(closed_store) is MinutesState.AWAITING_ADOPTION
    assert read(closed_store, made.list_versions, FIRST) == ()


def test_minutes_opened_again_meanwhile_are_not_adopted_as_they_were(closed_store):
    correct(closed_store)
    write(closed_store, sessions.end, SECOND, "11:00")
    prepared = read(closed_store, adopting.prepare_closing, SECOND)
    papers = adopting.set_closing(prepared)
    later = [records.amend, Kind.MEETING, SECOND, None]
    write(closed_store, *later, state=MeetingState.IN_SESSION)
    write(closed_store, editions.reopen, FIRST, "แก้คำผิด")
    write(closed_store, *later, state=MeetingState.CLOSED)
    with pytest.raises(StaleText):
        write(closed_store, adopting.close_meeting, prepared, papers)
    assert not read(closed_store, editions.is_frozen, SECOND)


def test_minutes_that_are_not_on_file_are_cited_freely(full_store):
    date = datetime.date(2024, 12, 4)
    write(full_store, adoptions.cite, uid("m8"), SECOND, 9, 2567, date)
    adoption = read(full_store, records.read, Kind.MATTER, uid("m8")).record.adopts
    assert (adoption.number, adoption.meeting) == (9, None)
    assert read(full_store, read_text, adoption.meeting) is None
    correct(full_store, listed=(Correction(uid("k"), "เก่า", "ใหม่", "๑๑", "๖"),))
    write(full_store, sessions.start, SECOND, "09:30")
    end_and_close(full_store)
    assert [
        one.kind for one in read(full_store, check, SECOND) if one.kind is Kind.CORRECTION
    ] == []
    assert look_over(full_store) == []


def test_minutes_on_file_are_found_by_their_number(full_store):
    write(full_store, adoptions.cite, uid("m8"), SECOND, 1, 2568, datetime.date(2025, 1, 8))
    adoption = read(full_store, records.read, Kind.MATTER, uid("m8")).record.adopts
    assert adoption.meeting == FIRST
    assert read(full_store, adoptions.propose, SECOND).meeting == FIRST
    assert read(full_store, adoptions.propose, FIRST).meeting is None


# ---------------------------------------------------------------- in the same meeting


def test_a_meeting_adopts_its_own_minutes_when_it_is_closed(full_store):
    write(full_store, sessions.start, SECOND, "09:30")
    write(full_store, adoptions.cite, uid("m8"), SECOND, 2, 2568, datetime.date(2025, 2, 5))
    text = read(full_store, read_text, SECOND, live=True)
    assert read(full_store, read_text, SECOND) is None
    assert any(one.words == "รับรองโดยไม่มีแก้ไข" for one in text.passages)
    correct(full_store, listed=(
        Correction(uid("k"), "ไม่มีแก้ไข", "มีแก้ไข", place=OldWords(uid("r8"), "text", (), 9)),
    ))  # fmt: skip
    assert [one for one in read(full_store, check, SECOND) if one.field == "adopts"] == []
    end_and_close(full_store)
    assert state_of(full_store, SECOND) is MinutesState.ADOPTED
    (version,) = read(full_store, made.list_versions, SECOND)
    assert (version.number, version.corrects, version.adopted_in) == (2, 1, uid("m8"))
    assert read(full_store, adoptions.read_standing, SECOND).in_same_meeting
    write(full_store, editions.reopen, SECOND, "เหตุ")
    assert state_of(full_store, SECOND) is MinutesState.DRAFT
    assert read(full_store, made.standing_version, SECOND) is None


# ---------------------------------------------------------------- kept and listed


def test_health_tells_what_is_lost_and_what_is_unlike(closed_store):
    correct(closed_store)
    end_and_close(closed_store)
    (version,) = read(closed_store, made.list_versions, FIRST)
    with closed_store.reading() as session:
        papers = made.papers_of(session)
    tamper(closed_store.path, "UPDATE correction SET new = 'อื่น' WHERE old = 'มอบหมาย'")
    assert [worded(one.message) for one in look_over(closed_store, deep=False)] == []
    with in_english():
        told = [worded(one.message) for one in look_over(closed_store)]
    assert [one for one in told if "not what the original" in one] != []
    papers.place(version.record).write_bytes(b"{}")
    papers.place(version.paper).unlink()
    with in_english():
        told = [worded(one.message) for one in look_over(closed_store)]
    assert "was altered" in told[0]
    assert "is missing" in told[1]


def test_the_list_of_corrections_is_a_paper(closed_store):
    assert "Nothing was corrected" in refused(closed_store, adoptions.read_corrections_paper, FIRST)
    correct(closed_store)
    end_and_close(closed_store)
    paper = read(closed_store, adoptions.read_corrections_paper, FIRST)
    words = pdf_words(set_sent_paper(paper).pdf)
    for expected in ("แผนหนึ่ง", "แผนที่หนึ่ง", "๓.๑", "๒/๒๕๖๘", "มอบหมาย"):
        assert plain(expected) in words
    table = paper.parts[0].table
    assert [len(row) for row in table.rows] == [5, 5, 5]
