"""The letters that go out after a meeting, made and dated by the keyboard."""

import datetime

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.dispatches import Answer, Dispatch, DispatchKind
from bmahr_desktop.domain.letters import LetterKind
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.operations import editions, records
from bmahr_desktop.ui.meetings.letters.after import AfterPane
from tests.meetings import uid
from tests.records import replaced

TODAY = datetime.date(2025, 2, 10)
MEETING, GIVEN, MATTER = uid("meeting"), uid("r5"), uid("m6")
ACTING = {"กองระบบงาน", "ฝ่ายเลขานุการ"}
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def pane(qtbot, desk):
    """The letters of the meeting in which something was assigned to two; none is there yet."""
    for one in desk.read(records.read_parts_of, Kind.DISPATCH, MEETING):
        desk.write(None, records.remove, Kind.DISPATCH, one.record.uid)
    pane = AfterPane(desk, today=lambda: TODAY)
    qtbot.addWidget(pane)
    pane.resize(720, 600)
    pane.show_meeting(MEETING)
    pane.show()
    pane.activateWindow()
    return pane


@pytest.fixture
def letters(desk):
    """The letters on file."""

    def read():
        return [one.record for one in desk.read(records.read_parts_of, Kind.DISPATCH, MEETING)]

    return read


@pytest.fixture
def written(desk, pane):
    """Put letters on file, as if they had been made before, and go to the first."""

    def put(*some):
        for one in some:
            desk.write(None, records.add, Kind.DISPATCH, one, MEETING)
        pane.view.setFocus()
        return some

    return put


def letter(**values):
    return Dispatch(
        **({"uid": new_uid(), "kind": DispatchKind.NOTICE, "to": "กองระบบงาน"} | values)
    )


def in_dialog(act, *steps):
    """Do something that opens a dialog, and then what the user does in it."""

    def go():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        try:
            for step in steps:
                step(dialog)
                QApplication.processEvents()
        finally:
            if dialog.isVisible():
                dialog.reject()  # a test that failed must not wait for an answer

    QTimer.singleShot(0, go)
    act()


def pressed(name):
    return lambda dialog: dialog.findChild(QPushButton, name).click()


def entered(qtbot):
    """Enter, in whatever field the keyboard is: the main button is meant."""
    return lambda dialog: qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)


# ---------------------------------------------------------------- notices of the whole meeting


def test_everybody_who_is_to_act_gets_a_notice(qtbot, pane, letters):
    in_dialog(pane._empty.button.click, pressed("telling_make"))
    made = letters()
    assert len(made) == len(ACTING)
    assert all(one.kind is DispatchKind.NOTICE and one.resolutions == (GIVEN,) for one in made)
    assert {one.unit for one in made} == {uid("u2"), None}
    assert set(pane.view.selected()) == {one.uid for one in made}
    assert pane.undo.isVisible()
    assert pane.count() == pane.view.topLevelItemCount() == len(made)


def test_who_has_no_tick_gets_none(qtbot, pane, letters):
    def untick(dialog):
        assert dialog.focusWidget() is dialog.tree
        qtbot.keyClick(dialog.tree, Qt.Key.Key_Space)

    shown = []
    in_dialog(
        pane.making.tell_all,
        lambda dialog: shown.append(dialog.tree.topLevelItem(0).text(0)),
        untick,
        pressed("telling_make"),
    )
    (made,) = letters()
    assert made.to not in shown


def test_nothing_ticked_makes_nothing(pane, letters):
    enabled = []

    def untick_all(dialog):
        dialog.tree.tick(GIVEN, False)
        enabled.append(dialog.make.isEnabled())

    in_dialog(pane.making.tell_all, untick_all, pressed("telling_leave"))
    assert enabled == [False]
    assert letters() == []


def test_somebody_else_is_told_too(qtbot, write, pane, letters):
    def name(dialog):
        dialog.to.setFocus()
        write(dialog.to, "ผู้ว่าราชการ")

    in_dialog(pane.making.tell_all, name, entered(qtbot))
    made = letters()
    assert len(made) == len(ACTING) + 1
    assert made[-1].to == "ผู้ว่าราชการ"
    assert GIVEN not in made[-1].resolutions  # that one is told to those who are to act
    assert made[-1].resolutions


def test_this_matter_is_the_one_that_was_looked_at(pane, letters):
    pane.making.at_hand = lambda: MATTER
    seen = []
    in_dialog(
        pane.making.tell_matter,
        lambda dialog: seen.append(dialog.matter.value()),
        pressed("telling_make"),
    )
    assert seen == [MATTER]
    assert {one.resolutions for one in letters()} == {(GIVEN,)}


def test_what_was_made_can_be_taken_back(qtbot, pane, letters):
    in_dialog(pane.making.tell_all, pressed("telling_make"))
    assert letters()
    pane.undo._button.click()
    assert letters() == []
    assert pane._empty.isVisible()


def test_who_was_told_is_not_told_again(pane, letters):
    in_dialog(pane.making.tell_all, pressed("telling_make"))
    before = letters()
    offered = []
    in_dialog(
        pane.making.tell_all,
        lambda dialog: offered.append(dialog.tree.topLevelItemCount()),
        pressed("telling_leave"),
    )
    assert offered == [0]
    assert letters() == before


# ---------------------------------------------------------------- the minutes, an extract


def test_the_draft_goes_to_all_in_one_letter_with_a_day(qtbot, pane, letters):
    in_dialog(lambda: pane.making.menu.actions()[2].trigger(), entered(qtbot))
    (made,) = letters()
    assert made.kind is DispatchKind.DRAFT
    assert made.reply_by is not None


def test_by_circulation_every_member_gets_a_letter(pane, letters):
    in_dialog(lambda: pane.making.menu.actions()[3].trigger(), pressed("sending_make"))
    made = letters()
    assert len(made) > 1
    assert {one.kind for one in made} == {DispatchKind.CIRCULATION}
    assert len({one.to for one in made}) == len(made)


def test_an_extract_goes_to_whom_one_names(qtbot, write, pane, letters):
    pane.making.at_hand = lambda: MATTER

    def name(dialog):
        dialog.to.setFocus()
        write(dialog.to, "ศาลปกครอง")

    in_dialog(lambda: pane.making.menu.actions()[4].trigger(), name, entered(qtbot))
    (made,) = letters()
    assert (made.kind, made.to, made.resolutions) == (DispatchKind.EXTRACT, "ศาลปกครอง", (GIVEN,))


# ---------------------------------------------------------------- what became of them


def test_a_key_says_of_all_that_are_chosen_that_they_went_out_today(qtbot, pane, letters, written):
    earlier = TODAY - datetime.timedelta(3)
    written(letter(), letter(sent=earlier), letter())
    qtbot.keyClick(pane.view, Qt.Key.Key_A, CONTROL)
    qtbot.keyClick(pane.view, Qt.Key.Key_F5)
    assert [one.sent for one in letters()] == [TODAY, earlier, TODAY]
    assert len(pane.view.selected()) == 3
    pane.undo._button.click()
    assert [one.sent for one in letters()] == [None, earlier, None]


def test_received_and_answered_have_keys_of_their_own(qtbot, pane, letters, written):
    one, _ = written(letter(kind=DispatchKind.DRAFT), letter())
    pane.view.choose(one.uid)
    qtbot.keyClick(pane.view, Qt.Key.Key_F5, SHIFT)
    qtbot.keyClick(pane.view, Qt.Key.Key_F5, CONTROL)
    first, second = letters()
    assert (first.sent, first.received, first.answered) == (None, TODAY, TODAY)
    assert (second.received, second.answered) == (None, None)
    assert pane.form._rows["received"].field.value() == TODAY


def test_saying_it_again_is_told(qtbot, pane, written):
    written(letter(sent=TODAY))
    qtbot.keyClick(pane.view, Qt.Key.Key_F5)
    assert pane.note.text()


def test_an_answer_brings_its_day(pane, letters, written):
    written(letter(kind=DispatchKind.CIRCULATION))
    answer = pane.form._rows["answer"].field
    at = answer._values.index(Answer.CORRECTS)
    answer.setCurrentIndex(at)
    answer.activated.emit(at)
    (now,) = letters()
    assert (now.answer, now.answered) == (Answer.CORRECTS, TODAY)


def test_a_notice_has_no_fields_for_an_answer(pane, written):
    written(letter())
    assert pane.form._rows["answer"].isHidden()
    written(letter(kind=DispatchKind.DRAFT))
    pane.view.choose(pane.listed[-1].uid)
    assert not pane.form._rows["answer"].isHidden()


def test_all_that_are_chosen_are_removed_and_put_back(qtbot, pane, letters, written):
    some = written(letter(), letter(), letter(to="คนที่สาม"))
    pane.view.choose_all({one.uid for one in some[:2]})
    qtbot.keyClick(pane.view, Qt.Key.Key_Delete)
    assert [one.to for one in letters()] == ["คนที่สาม"]
    assert pane.form.record.to == "คนที่สาม"
    pane.undo._button.click()
    assert [one.uid for one in letters()] == [one.uid for one in some]


# ---------------------------------------------------------------- the form


def test_enter_goes_to_what_is_to_be_filled_in_and_keeps_it(qtbot, write, pane, letters, written):
    written(letter())
    qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    qtbot.waitUntil(pane.form.number.hasFocus)
    write(pane.form.number, "กท 0301/88")
    pane.flush()
    assert letters()[0].number == "กท 0301/88"
    assert pane.view.topLevelItem(0).text(2) == "กท 0301/88"


def test_the_composed_text_stands_in_grey_until_it_is_taken(write, pane, letters, written):
    written(letter(resolutions=(GIVEN,)))
    form = pane.form
    assert "มอบหมายให้กองระบบงาน" in form.body.placeholderText()
    form.prepared.click()
    assert "มอบหมายให้กองระบบงาน" in letters()[0].text
    assert not form.prepared.isEnabled()


def test_f5_in_a_field_of_a_day_is_today(qtbot, pane, letters, written):
    written(letter())
    sent = pane.form._rows["sent"].field
    sent._today = lambda: TODAY
    qtbot.keyClick(sent.line, Qt.Key.Key_F5)
    assert letters()[0].sent == TODAY


def test_references_belong_to_letters_outside(pane, written):
    written(letter(), letter(layout=LetterKind.EXTERNAL))
    pane.view.choose(pane.listed[0].uid)
    assert pane.form._rows["references"].isHidden()
    pane.view.choose(pane.listed[1].uid)
    assert not pane.form._rows["references"].isHidden()


def test_every_field_is_named_and_reached_by_tab(pane, written):
    written(letter())
    for name, row in pane.form._rows.items():
        assert row.field.accessibleName(), name
        target = row.field.focusProxy() or row.field
        assert target.focusPolicy() & Qt.FocusPolicy.TabFocus, name


# ---------------------------------------------------------------- a closed record


def test_letters_go_on_after_the_record_is_closed(qtbot, write, desk, pane, letters):
    prepared = desk.read(editions.prepare_edition, MEETING)
    desk.write(None, editions.close_record, prepared, b"%PDF-1.7")
    in_dialog(pane.making.tell_all, pressed("telling_make"))
    qtbot.keyClick(pane.view, Qt.Key.Key_F5)
    assert [one.sent for one in letters()] == [TODAY] * len(ACTING)
    assert not pane.form.is_read_only()
    pane.form.go_to("number")
    write(pane.form.number, "กท 0301/9")
    assert pane.flush()
    assert "กท 0301/9" in {one.number for one in letters()}
    qtbot.keyClick(pane.view, Qt.Key.Key_Delete)
    assert letters() == []


def test_an_answer_that_is_late_is_marked(pane, written):
    late = letter(kind=DispatchKind.DRAFT, reply_by=TODAY - datetime.timedelta(1))
    answered = replaced(late, uid=new_uid(), answered=TODAY)
    written(late, answered)
    first, second = pane.view.topLevelItem(0), pane.view.topLevelItem(1)
    assert not first.icon(6).isNull()
    assert second.icon(6).isNull()
