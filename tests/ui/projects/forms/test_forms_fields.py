"""A form's own answers are typed on a screen made from its definition."""

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.operations import records
from bmahr_desktop.operations.filled_forms import amend_form
from tests.meetings import uid
from tests.records import PEOPLE, PROJECT
from tests.ui.projects.forms.conftest import EVERY


@pytest.fixture
def every(forms):
    """The form with every kind of field, shown."""
    forms.drop(EVERY)
    forms.show(forms.begun("every-kind", project=PROJECT.uid), PROJECT.uid)
    return forms


def typed(every, write, name, words):
    field = every.field(name)
    line = getattr(field, "line", field)
    line.setFocus()
    line.selectAll()
    write(line, words)
    assert every.pane.flush()
    return every.answer(name)


@pytest.mark.parametrize(
    ("name", "words", "kept"),
    [
        ("remark", "เขียนอะไรก็ได้", "เขียนอะไรก็ได้"),
        ("number", "๑๒", 12),
        ("total", "๑,๕๐๐.๕๐", 150_050),
        ("percent_done", "40.25", 4025),
        ("day", "๖ ม.ค. ๖๘", "2025-01-06"),
        ("person", "นายใครก็ได้", "นายใครก็ได้"),
        ("unit", "กองใหม่", "กองใหม่"),
    ],
)
def test_what_is_typed_is_kept(every, write, name, words, kept):
    assert typed(every, write, name, words) == kept
    assert every.record().changed.date() != datetime.date(2000, 1, 1)


def test_the_other_answers_stay(every, write):
    typed(every, write, "remark", "หนึ่ง")
    typed(every, write, "number", "2")
    assert (every.answer("remark"), every.answer("number"), every.answer("year")) == (
        "หนึ่ง", 2, None,
    )  # fmt: skip
    other = {**every.record().answers, "unit": "จากที่อื่น"}
    every.desk.write(every.window, amend_form, Kind.FORM, every.pane.uid, None, answers=other)
    assert every.field("unit").text() == "จากที่อื่น"
    typed(every, write, "remark", "ต่อ")
    assert every.answer("unit") == "จากที่อื่น"
    assert every.answer("remark") == "ต่อ"


def test_what_means_nothing_stays_in_its_field_and_is_said(every, write):
    field = every.field("total")
    field.line.setFocus()
    write(field.line, "สองพัน")
    assert not every.pane.flush()
    assert field.message()
    assert field.line.text() == "สองพัน"
    assert every.answer("total") is None
    every.pane.drop_unkept()
    assert field.line.text() == ""


def test_months_choices_and_emptied_fields(every, write, qtbot):
    months = every.field("months")
    months.buttons[0].setFocus()
    qtbot.keyClick(months.buttons[0], Qt.Key.Key_Space)
    qtbot.keyClick(months.buttons[0], Qt.Key.Key_Right)
    assert months.buttons[1].hasFocus()
    qtbot.keyClick(months.buttons[1], Qt.Key.Key_Space)
    assert every.answer("months") == [0, 1]
    choice = every.field("choice")
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert every.answer("choice") == "yes"
    assert not every.field("why").isVisible()
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: every.field("why").isVisible())
    qtbot.keyClick(choice, Qt.Key.Key_Home)
    assert every.answer("choice") is None
    typed(every, write, "remark", "ก")
    every.field("remark").clear()
    every.field("remark").commit()
    assert "remark" not in every.record().answers


def test_a_body_is_kept_as_it_is_typed(every, write):
    body = every.field("body")
    body.editor.setFocus()
    write(body.editor, "ข้อความยาว")
    assert every.pane.flush()
    assert every.answer("body")[0]["runs"][0]["text"] == "ข้อความยาว"
    body.editor.undo()
    assert every.pane.flush()
    assert every.answer("body") is None


def test_a_form_is_shown_again_as_it_was_left(every, write):
    typed(every, write, "remark", "ของเดิม")
    typed(every, write, "total", "1500")
    own = every.pane.uid
    every.list.choose("")
    every.pane.show_form("")
    assert every.pane.form is None
    every.pane.show_form(own)
    assert every.field("remark").toPlainText() == "ของเดิม"
    assert every.field("total").value() == 150_000


def test_names_on_file_are_offered(every, write, qtbot):
    line = every.field("person")
    line.setFocus()
    write(line, PEOPLE[0].name[:3])
    popup = line.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert every.answer("person") == line.text() == PEOPLE[0].printed


# ---------------------------------------------------------------- tables


def table(every):
    return every.field("costs").table


def fill(every, write, row, column, words):
    view = table(every)
    view.go_to(row, column, edit=True)
    write(QApplication.focusWidget(), words)
    view.cells.commit_open()


def test_rows_are_typed_and_what_is_computed_follows(every, write):
    typed(every, write, "total", "2000")
    editor = every.field("costs").editor
    editor.add()
    fill(every, write, 0, 1, "ค่าอาหาร")
    fill(every, write, 0, 2, "500")
    fill(every, write, 0, 3, "6/1/2568")
    editor.add()
    fill(every, write, 1, 2, "1,000")
    assert every.answer("costs") == [
        {"item": "ค่าอาหาร", "amount": 50_000, "day": "2025-01-06"}, {"amount": 100_000},
    ]  # fmt: skip
    model = table(every).parts
    shown = [[model.index(row, column).data() for column in range(6)] for row in range(3)]
    assert shown[0] == ["๑", "ค่าอาหาร", "๕๐๐", "๖ ม.ค. ๒๕๖๘", "", "๒๕"]
    assert shown[1][5] == "๕๐"
    assert shown[2][2] == "๑,๕๐๐"
    typed(every, write, "total", "4000")
    assert model.index(0, 5).data() == "๑๒.๕"


def test_rows_are_chosen_moved_removed_and_put_back(every, write, qtbot):
    editor = every.field("costs").editor
    for words in ("ก", "ข"):
        editor.add()
        fill(every, write, editor.current_row(), 1, words)
    table(every).parts.choose(0, "paid", "yes")
    assert every.answer("costs")[0] == {"item": "ก", "paid": "yes"}
    table(every).go_to(1, 1)
    qtbot.keyClick(table(every), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [one["item"] for one in every.answer("costs")] == ["ข", "ก"]
    qtbot.keyClick(table(every), Qt.Key.Key_Delete)
    assert [one["item"] for one in every.answer("costs")] == ["ก"]
    every.window.undo._button.click()
    assert [one["item"] for one in every.answer("costs")] == ["ข", "ก"]
    for _ in range(2):
        table(every).go_to(0, 1)
        editor.remove()
    assert every.answer("costs") is None


def test_a_cell_that_means_nothing_is_said_and_kept_in_sight(every, write):
    every.field("costs").editor.add()
    fill(every, write, 0, 2, "มาก")
    assert every.field("costs").editor.note.text()
    assert table(every).parts.index(0, 2).data() == "มาก"
    assert not every.pane.flush()
    fill(every, write, 0, 2, "9")
    assert every.pane.flush()
    assert every.answer("costs") == [{"amount": 900}]


# ---------------------------------------------------------------- what the records tell


def bound(every, label):
    return next(row for _, row in every.pane.form._bound if row.label.text() == label)


def test_bound_fields_are_shown_as_printed_and_lead_to_their_place(every, qtbot):
    assert bound(every, "ชื่อโครงการ").value.text() == PROJECT.name
    assert bound(every, "ได้รับ").value.text() == "๖๐,๐๐๐"
    assert "หลักการ" in bound(every, "หลักการ").value.text()
    assert bound(every, "ขั้นตอน").value.text() == "เตรียมการ\nดำเนินการ"
    wanted = {
        "ชื่อโครงการ": (Kind.PROJECT, PROJECT.uid, "name"),
        "ได้รับ": (Kind.PROJECT, PROJECT.uid, "ledger"),
        "หลักการ": (Kind.PROJECT_TEXT, uid("pt"), "body"),
        "ขั้นตอน": (Kind.PROJECT, PROJECT.uid, "steps"),
    }
    for label, place in wanted.items():
        with qtbot.waitSignal(every.window.place_wanted) as found:
            qtbot.mouseClick(bound(every, label).go, Qt.MouseButton.LeftButton)
        assert found.args == [PROJECT.uid, *place]


def test_what_the_project_becomes_is_shown_at_once(every, write):
    every.desk.write(every.window, records.amend, Kind.PROJECT, PROJECT.uid, None, name="ชื่อใหม่")
    assert bound(every, "ชื่อโครงการ").value.text() == "ชื่อใหม่"
    typed(every, write, "total", "100")
    assert bound(every, "สองเท่า").value.text() == "๒๐๐"
    assert not bound(every, "สองเท่า").go.isVisible()


def test_two_sides_that_must_agree_are_told(every, write):
    typed(every, write, "total", "100")
    every.field("costs").editor.add()
    fill(every, write, 0, 2, "90")
    every.qtbot.waitUntil(
        lambda: any("รวม" in str(one.message.values) for one in every.window.checks.findings.told)
    )
    every.settle()
