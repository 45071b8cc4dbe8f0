"""A committee is founded and settled, and its seats and templates keep their order."""

import datetime

import pytest

from bmahr_desktop.domain.agenda import AgendaTemplate
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.committee import Membership, Role, Rules, Share
from bmahr_desktop.domain.errors import Refused, StaleText
from bmahr_desktop.operations import records
from bmahr_desktop.operations.committees import (
    amend_committee,
    found_committee,
    memberships_of,
    next_position,
    read_committee,
    templates_of,
)
from tests.meetings import committee, uid
from tests.records import SEATS, TEMPLATES, dump, replaced, said

NEW = replaced(committee(), uid=uid("new"), code="NEW", name="คณะกรรมการใหม่")


def write(store, operation, *arguments, **fields):
    with store.writing() as session:
        return operation(session, *arguments, **fields)


def read(store, operation, *arguments):
    with store.reading() as session:
        return operation(session, *arguments)


def test_a_committee_is_founded_with_the_defaults_of_the_law(store):
    write(store, found_committee, NEW)
    found = read(store, read_committee, uid("new"))
    assert found == NEW
    assert (found.rules.quorum, found.rules.quorum_again) == (Share(1, 2), Share(1, 3))


@pytest.mark.parametrize("code", ["TST", "tst", "Tst"])
def test_a_code_is_given_once_whatever_its_case(full_store, code):
    before = dump(full_store.path)
    with pytest.raises(Refused) as refused:
        write(full_store, found_committee, replaced(NEW, code=code))
    assert f"The code “{code}” belongs to another committee" in said(refused)
    assert dump(full_store.path) == before


def test_settings_are_changed_and_stale_ones_are_not(full_store):
    rules = Rules(quorum=Share(2, 3))
    write(full_store, amend_committee, uid("committee"), 1, rules=rules, code="tst")
    found = read(full_store, read_committee, uid("committee"))
    assert (found.rules, found.code) == (rules, "tst")
    with pytest.raises(StaleText):
        write(full_store, amend_committee, uid("committee"), 1, name="ช้าไป")


def test_seats_and_templates_stand_in_their_order(full_store):
    assert read(full_store, memberships_of, uid("committee")) == list(SEATS)
    assert read(full_store, next_position, uid("committee")) == 2
    early = Membership(
        uid=uid("early"), committee=uid("committee"), person=uid("p3"), role=Role.MEMBER,
        position=1, since=datetime.date(2020, 1, 1),
    )  # fmt: skip
    second = AgendaTemplate(uid=uid("t0"), committee=uid("committee"), name="สอง", position=7)
    with full_store.writing() as session:
        records.add(session, Kind.MEMBERSHIP, early)
        records.add(session, Kind.TEMPLATE, second)
    found = read(full_store, memberships_of, uid("committee"))
    assert [one.uid for one in found] == [uid("seat1"), uid("seat2"), uid("early")]
    assert read(full_store, templates_of, uid("committee")) == [*TEMPLATES, second]
    assert read(full_store, next_position, uid("nobody")) == 1


def test_a_committee_that_is_not_there(full_store):
    with pytest.raises(Refused) as refused:
        read(full_store, read_committee, uid("never"))
    assert said(refused) == "The committee is no longer on file."
