"""Minutes are adopted by letter; corrections are kept in a matter, or with the answers."""

import datetime

import pytest

from bmahr_desktop.domain.adoption import Circulation
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.dispatches import Answer, Dispatch, DispatchKind
from bmahr_desktop.domain.errors import StaleText
from bmahr_desktop.domain.meeting import MinutesState
from bmahr_desktop.i18n import use_language
from bmahr_desktop.operations import adopting, adoptions, corrections, records
from bmahr_desktop.operations import versions as made
from bmahr_desktop.operations.chain import check
from bmahr_desktop.operations.health import look_over
from bmahr_desktop.operations.minutes import set_paper
from bmahr_desktop.operations.originals import read_adopted_text
from tests.adoption import (
    AGENDA,
    CORRECTIONS,
    FIRST,
    ROUND,
    SECOND,
    TITLE,
    closed_office,
    copied_office,
    correct,
    read,
    refused,
    state_of,
    write,
)  # fmt: skip
from tests.meetings import uid
from tests.records import at_the_desk, opened, replaced

TODAY = datetime.date(2025, 2, 20)


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


# ---------------------------------------------------------------- by letter


def letter(name, **more):
    return Dispatch(uid(name), DispatchKind.CIRCULATION, to=name, **more)


def circulate(store, *letters, reply_by=datetime.date(2025, 2, 15)):
    write(store, adopting.set_circulation, FIRST, reply_by)
    for one in letters:
        write(store, records.add, Kind.DISPATCH, one, FIRST)


def adopt(store, today=TODAY):
    version = read(store, adopting.prepare_circulated, FIRST, today)
    pdf = set_paper(version.minutes).pdf if version else b""
    return write(store, adopting.adopt_by_letter, FIRST, today, version, pdf)


def why(store, today=TODAY):
    record = read(store, adopting.read_sent, FIRST)
    reason = adopting.why_not_yet(record, today)
    return None if reason is None else reason.text


EARLY, LAST = datetime.date(2025, 2, 10), datetime.date(2025, 2, 15)


@pytest.mark.parametrize(
    ("letters", "today", "words"),
    [
        ((), TODAY, "not gone round"),
        ((letter("ก"),), EARLY, "have not answered yet"),
        ((letter("ก"),), LAST, "have not answered yet"),
        ((letter("ก"),), TODAY, None),
        ((letter("ก", answer=Answer.AGREES), letter("ข", answer=Answer.CORRECTS)), EARLY, None),
        ((letter("ก", answer=Answer.AGREES), letter("ข")), EARLY, "have not answered yet"),
        ((letter("ก", answer=Answer.DISAGREES),), TODAY, "does not agree"),
        ((Dispatch(uid("n"), DispatchKind.DRAFT),), TODAY, "not gone round"),
    ],
)
def test_who_is_silent_agrees_after_the_day_of_reply(closed_store, letters, today, words):
    circulate(closed_store, *letters)
    reason = why(closed_store, today)
    assert reason is None if words is None else words in reason


def test_without_a_day_all_must_answer(closed_store):
    circulate(closed_store, letter("ก"), reply_by=None)
    assert "no day is set" in why(closed_store)


def test_minutes_are_adopted_by_letter_with_corrections_from_answers(closed_store):
    circulate(closed_store, letter("ก", answer=Answer.CORRECTS, answer_text="แก้"), letter("ข"))
    correct(closed_store, ROUND)
    adopt(closed_store)
    assert state_of(closed_store) is MinutesState.ADOPTED
    (version,) = read(closed_store, made.list_versions, FIRST)
    assert (version.corrects, version.adopted_in) == (1, FIRST)
    words = [one.words for one in read(closed_store, read_adopted_text, FIRST).passages]
    assert "เรื่อง แผนที่หนึ่ง" in words
    standing = read(closed_store, adoptions.read_standing, FIRST)
    assert standing.by_letter
    assert standing.corrections == CORRECTIONS
    assert "already" in refused(closed_store, corrections.remove, ROUND, uid("k1"))
    assert "already" in refused(closed_store, adopting.set_circulation, FIRST, None)
    assert look_over(closed_store) == []


def test_an_adoption_by_letter_is_taken_back_with_a_reason(closed_store):
    circulate(closed_store, letter("ก"))
    correct(closed_store, ROUND)
    assert "not adopted by letter" in refused(
        closed_store, adopting.take_back_letters, FIRST, "เหตุ"
    )
    adopt(closed_store)
    assert "why" in refused(closed_store, adopting.take_back_letters, FIRST, " ")
    write(closed_store, adopting.take_back_letters, FIRST, "คัดค้านภายหลัง")
    assert state_of(closed_store) is MinutesState.AWAITING_ADOPTION
    assert read(closed_store, made.standing_version, FIRST) is None
    adopt(closed_store)
    assert read(closed_store, made.standing_version, FIRST).number == 3


def test_what_was_corrected_meanwhile_is_not_adopted_unseen(closed_store):
    circulate(closed_store, letter("ก"))
    version = read(closed_store, adopting.prepare_circulated, FIRST, TODAY)
    correct(closed_store, ROUND)
    with pytest.raises(StaleText):
        write(closed_store, adopting.adopt_by_letter, FIRST, TODAY, version)


def test_minutes_that_go_round_are_not_missed_on_the_agenda(full_store):
    def missing():
        return [
            one.message.text
            for one in read(full_store, check, SECOND)
            if "await" in one.message.text
        ]

    write(full_store, adopting.close, FIRST)
    assert len(missing()) == 1
    circulate(full_store, letter("ก"))
    assert missing() == []


# ---------------------------------------------------------------- corrections


@pytest.mark.parametrize("owner", [AGENDA, ROUND])
def test_corrections_are_amended_moved_removed_and_put_back(closed_store, owner):
    def listed():
        return [one.record for one in read(closed_store, corrections.read_corrections, owner)]

    correct(closed_store, owner)
    write(closed_store, corrections.amend, Kind.CORRECTION, uid("k1"), None, new="แผนแรก")
    assert listed() == [replaced(CORRECTIONS[0], new="แผนแรก"), CORRECTIONS[1]]
    write(closed_store, corrections.amend, Kind.CORRECTION, uid("k1"), None, old="หนึ่ง")
    assert listed()[0].place is None
    place = replaced(TITLE, start=10)
    changed = {"old": "นึ่ง", "place": place, "page": "๓"}
    write(closed_store, corrections.amend, Kind.CORRECTION, uid("k1"), None, **changed)
    gone = listed()[0]
    assert (gone.place, gone.page) == (place, "๓")
    write(closed_store, corrections.move, owner, uid("k1"), 1)
    assert [one.uid for one in listed()] == [uid("k2"), uid("k1")]
    write(closed_store, corrections.remove, owner, uid("k1"))
    assert [one.uid for one in listed()] == [uid("k2")]
    write(closed_store, corrections.put_back, owner, gone, 1)
    assert listed() == [CORRECTIONS[1], gone]
    with pytest.raises(StaleText):
        write(closed_store, corrections.amend, Kind.CORRECTION, uid("none"), None, new="ก")


def test_a_circulation_without_day_or_corrections_is_none(closed_store):
    circulate(closed_store)
    write(closed_store, adopting.set_circulation, FIRST, None)
    assert read(closed_store, adopting.read_sent, FIRST).circulated is None
    correct(closed_store, ROUND)
    write(closed_store, adopting.set_circulation, FIRST, None)
    circulated = read(closed_store, adopting.read_sent, FIRST).circulated
    assert circulated == Circulation(corrections=CORRECTIONS)
