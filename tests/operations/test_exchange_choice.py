"""Of a file only what is wanted is taken in; the rest stays as it is."""

import msgspec
import pytest

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.people import Person, Unit
from bmahr_desktop.domain.projects.money import Funding
from bmahr_desktop.domain.projects.project import Contact
from bmahr_desktop.operations.exchange_choice import chosen_of, left_with
from bmahr_desktop.operations.exchange_in import preview_import, preview_lines, take_in
from bmahr_desktop.operations.exchange_out import gather
from bmahr_desktop.operations.health import look_over
from tests.meetings import uid
from tests.records import FORM, PROJECT, dump, loaded, office, replaced


def changed_project(**changes):
    return replaced(office(), projects=(replaced(PROJECT, **changes),))


def taken(store, exchange, *left):
    with store.writing() as session:
        preview = preview_import(session, loaded(exchange))
        chosen = chosen_of(preview, left_with(preview, left))
        take_in(session, chosen, loaded(exchange))
    assert not look_over(store)
    return gathered(store)


def gathered(store):
    with store.reading() as session:
        return gather(session)


def project_of(exchange):
    return next(one for one in exchange.projects if one.uid == PROJECT.uid)


def test_without_anything_left_out_all_is_taken(full_store):
    exchange = changed_project(name="ชื่อใหม่")
    assert project_of(taken(full_store, exchange)).name == "ชื่อใหม่"


def test_a_field_that_is_left_stays_as_it_is(full_store):
    exchange = changed_project(name="ชื่อใหม่", place="ที่ใหม่")
    found = project_of(taken(full_store, exchange, (PROJECT.uid, "name")))
    assert (found.name, found.place) == (PROJECT.name, "ที่ใหม่")


def test_a_field_inside_another_is_left_by_itself(full_store):
    funding = Funding(2568, office="สำนักใหม่", amount=7_000_000, funded=True)
    manager = Contact("นายใหม่ ใจดี", "1111")
    exchange = changed_project(funding=funding, manager=manager)
    left = [(PROJECT.uid, "funding.amount"), (PROJECT.uid, "manager.phone")]
    found = project_of(taken(full_store, exchange, *left))
    assert found.funding == msgspec.structs.replace(funding, amount=6_000_000)
    assert found.manager == Contact("นายใหม่ ใจดี", PROJECT.manager.phone)
    whole = [(PROJECT.uid, f"funding.{one}") for one in ("office", "amount")]
    found = project_of(taken(full_store, changed_project(funding=funding, manager=manager), *whole))
    assert found.funding.office == "สำนักใหม่"  # taken before; nothing of it differs now


def test_answers_of_a_form_are_taken_one_by_one(full_store):
    form = replaced(FORM, answers={"ผู้รับรอง": "ข", "ตำแหน่ง": "ค"})
    exchange = replaced(office(), forms=(form,))
    (found,) = taken(full_store, exchange, (FORM.uid, "answers.ผู้รับรอง")).forms
    assert found.answers == {"ผู้รับรอง": "ก", "ตำแหน่ง": "ค"}
    (found,) = taken(full_store, exchange, (FORM.uid, "answers.ตำแหน่ง")).forms
    assert found.answers["ผู้รับรอง"] == "ข"


def test_a_record_that_is_left_brings_none_of_its_parts(store):
    found = taken(store, office(), (PROJECT.uid, ""))
    assert (found.projects, found.forms) == ((), ())
    assert len(found.meetings) == 2
    assert project_of(taken(store, office())) == PROJECT


def test_what_names_a_record_that_is_left_is_left_too(full_store):
    unit = Unit(uid("new unit"), "กองใหม่")
    person = Person(uid("new person"), "มาใหม่ ใจดี", unit=unit.uid)
    exchange = replaced(
        changed_project(person=person.uid, place="ที่ใหม่"),
        units=(*office().units, unit), people=(*office().people, person),
    )  # fmt: skip
    with full_store.reading() as session:
        preview = preview_import(session, loaded(exchange))
        left = left_with(preview, [(unit.uid, "")])
    assert left == {(unit.uid, ""), (person.uid, ""), (PROJECT.uid, "person")}
    found = taken(full_store, exchange, (unit.uid, ""))
    assert {one.uid for one in found.people} == {one.uid for one in office().people}
    assert project_of(found).person == PROJECT.person
    assert project_of(found).place == "ที่ใหม่"


def test_a_part_that_would_go_can_stay(full_store):
    exchange = changed_project(steps=PROJECT.steps[:1], risks=())
    step = PROJECT.steps[1].uid
    found = project_of(taken(full_store, exchange, (step, "")))
    assert (found.steps, found.risks) == (PROJECT.steps, ())


@pytest.mark.parametrize("left", [[], [(PROJECT.uid, "place")]])
def test_the_lines_tell_what_is_taken(full_store, left):
    exchange = changed_project(name="ใหม่", place="ใหม่")
    with full_store.reading() as session:
        preview = preview_import(session, loaded(exchange))
        lines = list(preview_lines(chosen_of(preview, left_with(preview, left))))
    (line,) = lines
    assert (line.kind, line.project) == (Kind.PROJECT, PROJECT.uid)
    assert len(line.differences) == 2 - len(left)


def test_all_left_out_changes_nothing(full_store):
    before = dump(full_store.path)
    taken(full_store, changed_project(name="ใหม่"), (PROJECT.uid, ""))
    assert dump(full_store.path) == before
