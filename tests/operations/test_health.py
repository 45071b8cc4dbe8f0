"""A look over the file: sound is sound, and what is not is named."""

import pytest

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import worded
from bmahr_desktop.operations.health import Level, is_empty, look_over
from tests.meetings import uid
from tests.records import LETTER, PICTURE, in_english, sha, tamper


def findings(store, **how):
    with in_english():
        return [(one.level.value, worded(one.message)) for one in look_over(store, **how)]


@pytest.mark.parametrize("fixture", ["full_store", "store"])
def test_a_sound_file_is_sound(request, fixture):
    store = request.getfixturevalue(fixture)
    assert findings(store) == findings(store, deep=False) == []


def test_a_meeting_that_was_put_off_leaves_its_number_to_another(full_store):
    tamper(full_store.path, "UPDATE meeting SET number = 1, state = 'postponed'")
    assert findings(full_store) == []


CONTRADICTIONS = {
    "the next year": (
        "UPDATE meeting SET date = '2026-01-08'", Level.NOTICE, "dated in another year",
    ),
    "two of a number": ("UPDATE meeting SET number = 1", Level.NOTICE, "Several meetings have"),
    "backwards": ('UPDATE meeting SET "end" = \'08:00\'', Level.FAULT, "ends before it begins"),
    "a uid twice": (
        f"UPDATE person SET uid = '{uid('u3')}' WHERE uid = '{uid('p3')}'",
        Level.FAULT, "is used twice",
    ),
    "no name": ("UPDATE unit SET name = ''", Level.FAULT, "not as it must be"),
    "no such year": ("UPDATE meeting SET year = 2025", Level.FAULT, "not as it must be"),
    "no JSON": ("UPDATE block SET content = '{'", Level.FAULT, "not as it must be"),
    "no such block": (
        "UPDATE block SET content = '{\"kind\":\"x\"}'", Level.FAULT, "not as it must be",
    ),
    "no such kind": ("UPDATE agenda_item SET kind = 'x'", Level.FAULT, "not as it must be"),
    "no date": ("UPDATE meeting SET date = 'x'", Level.FAULT, "not as it must be"),
    "nobody's seat": (
        f"UPDATE membership SET person = '{uid('nobody')}'", Level.DAMAGE, "The file is damaged",
    ),
    "an index apart": (
        "DROP TRIGGER search_entry_changed; UPDATE search_entry SET key = 'อย่างอื่น'",
        Level.FAULT, "The search index does not fit",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", CONTRADICTIONS)
def test_what_does_not_hold_together_is_named(full_store, what):
    statements, level, words = CONTRADICTIONS[what]
    full_store.close()
    tamper(full_store.path, *statements.split("; "))
    found = findings(full_store)
    assert any(words in text and of == level for of, text in found), found
    if level is Level.DAMAGE:
        assert {of for of, _ in found} == {"damage"}


def test_a_file_that_is_missing_or_altered_is_named(full_store):
    full_store.files.place(sha(LETTER)).unlink()
    full_store.files.place(sha(PICTURE)).write_bytes(b"altered")
    assert sorted(findings(full_store)) == [
        ("fault", "The file “ภาพ.png” in the attachments folder was altered."),
        ("fault", "The file “หนังสือ.txt” is missing from the attachments folder."),
    ]
    assert len(findings(full_store, deep=False)) == 1


def test_a_picture_that_was_never_listed_is_looked_for_too(full_store):
    tamper(full_store.path, f"DELETE FROM file WHERE sha256 = '{sha(PICTURE)}'")
    assert findings(full_store) == []
    full_store.files.place(sha(PICTURE)).unlink()
    assert len(findings(full_store)) == 1


def test_a_damaged_page_is_found_and_nothing_else_is_read(full_store):
    full_store.close()
    data = bytearray(full_store.path.read_bytes())
    for page in range(20, len(data) // 4096):
        data[page * 4096 : page * 4096 + 64] = b"\x07" * 64
    full_store.path.write_bytes(data)
    assert {level for level, _ in findings(full_store)} == {"damage"}


def test_it_tells_how_far_it_is_and_can_be_stopped(full_store):
    steps = []
    look_over(full_store, went_on=lambda done, of: steps.append((done, of)))
    assert steps == [(number, len(steps)) for number in range(len(steps))]

    def stop(done, _):
        if done == 2:
            raise Refused

    with pytest.raises(Refused):
        look_over(full_store, went_on=stop)


def test_a_file_with_records_is_not_empty(full_store):
    with full_store.reading() as session:
        assert not is_empty(session)


def test_a_new_file_is_empty(store):
    with store.reading() as session:
        assert is_empty(session)
