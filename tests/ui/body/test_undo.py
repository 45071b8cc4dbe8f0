"""Undo goes back phrase by phrase, over everything, and over saving."""

from collections.abc import Callable
from functools import partial

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bmahr_desktop.domain.body import Picture
from bmahr_desktop.ui.body.document import BodyDocument
from bmahr_desktop.ui.body.editor import BodyEditor
from bmahr_desktop.ui.body.reading import read_body
from tests.ui.body.bodies import bodies
from tests.ui.body.conftest import ALT, CONTROL, KEYS, SHIFT, Desk, numbered, plain


def test_undo_takes_back_a_phrase_not_the_page(desk):
    desk.write("มติที่ประชุม เห็นชอบ ตามเสนอ")
    desk.undo()
    assert desk.texts() == ["มติที่ประชุม เห็นชอบ"]
    desk.undo()
    assert desk.texts() == ["มติที่ประชุม"]
    desk.press(KEYS.Key_Y, CONTROL, times=2)
    assert desk.texts() == ["มติที่ประชุม เห็นชอบ ตามเสนอ"]


def test_undo_goes_over_saving(desk):
    desk.write("ก ข")
    desk.editor.set_saved()
    assert not desk.editor.is_modified()
    desk.undo(3)
    assert "".join(desk.texts()) == ""
    assert desk.editor.is_modified()


def test_undo_takes_back_levels_and_their_numbers(desk):
    desk.editor.set_body((numbered(1, "ก"), numbered(1, "ข")))
    desk.select("ข")
    desk.do("deeper")
    assert desk.labels() == ["๑.", "๑.๑"]
    desk.undo()
    assert desk.labels() == ["๑.", "๒."]
    assert desk.editor.body() == (numbered(1, "ก"), numbered(1, "ข"))


def test_each_body_has_an_undo_of_its_own(desk):
    first, second = BodyDocument((plain("ก"),)), BodyDocument((plain("ข"),))
    desk.editor.show_document(first)
    desk.press(KEYS.Key_End)
    desk.write("๑")
    desk.editor.show_document(second)
    desk.undo()
    assert desk.texts() == ["ข"]
    desk.editor.show_document(first)
    assert desk.editor.textCursor().position() == 2
    desk.undo()
    assert desk.texts() == ["ก"]
    desk.editor.set_body(())


def test_a_picture_goes_and_comes_back(desk):
    body = (plain("ก"), Picture(file="a" * 64, caption="ภาพ"), plain("ข"))
    desk.editor.set_body(body)
    desk.go_behind("ก")
    desk.press(KEYS.Key_Delete)
    assert desk.editor.body() == body
    desk.press(KEYS.Key_Delete)
    assert Picture not in map(type, desk.editor.body())
    desk.undo()
    assert desk.editor.body() == body


HTML = "<p>๑. ก</p><table><tr><td>ข</td><td>ค</td></tr></table><p><b>ง</b></p>"


def replace(desk):
    desk.editor.finder.find("ก", exactly=True)
    desk.editor.finder.replace_all("ขข 😀")
    desk.editor.finder.clear()


def copy_and_paste(desk):
    mime = desk.editor.createMimeDataFromSelection()
    desk.press(KEYS.Key_End)
    desk.editor.insertFromMimeData(mime)


ACTS: dict[str, Callable[[Desk], object]] = {
    "type": lambda desk: desk.write("น้ำ ๑"),
    "enter": lambda desk: desk.press(KEYS.Key_Return),
    "tab": lambda desk: desk.press(KEYS.Key_Tab),
    "back": lambda desk: desk.press(KEYS.Key_Backtab, SHIFT),
    "backspace": lambda desk: desk.press(KEYS.Key_Backspace),
    "delete": lambda desk: desk.press(KEYS.Key_Delete),
    "up": lambda desk: desk.press(KEYS.Key_Up),
    "home": lambda desk: desk.press(KEYS.Key_Home),
    "down": lambda desk: desk.press(KEYS.Key_Down),
    "select": lambda desk: desk.press(KEYS.Key_Up, SHIFT),
    "select all": lambda desk: desk.press(KEYS.Key_A, CONTROL),
    "word": lambda desk: desk.press(KEYS.Key_Backspace, CONTROL),
    "html": lambda desk: desk.paste(html=HTML),
    "tsv": lambda desk: desk.paste(text="ก\tข\nค\tง"),
    "raise": lambda desk: desk.press(KEYS.Key_Up, ALT),
    "point": lambda desk: desk.editor.add_point("นาย ก"),
    "words": lambda desk: desk.editor.insert_text("ก 😀\n๑. ข\nค [ง]"),
    "gap": lambda desk: desk.press(KEYS.Key_F4),
    "replace": replace,
    "right": lambda desk: desk.press(KEYS.Key_Right, times=3),
    "select right": lambda desk: desk.press(KEYS.Key_Right, SHIFT, times=5),
    "copy and paste": copy_and_paste,
    "cut": lambda desk: desk.press(KEYS.Key_X, CONTROL),
    "picture": lambda desk: desk.editor.insert((Picture(file="b" * 64),)),
    **{
        name: partial(Desk.do, command=name)
        for name in (
            "bold", "keep_digits", "level_1", "level_3", "plain", "number_none", "insert_table",
            "row_above", "row_below", "column_left", "column_right", "delete_row", "delete_column",
            "delete_table", "merge_row", "merge_cells", "split_row", "header", "align_right",
            "wider", "narrower", "insert_attendance", "remove_statement", "move_down",
            "number_counted", "italic", "align_usual", "shallower",
        )
    },
}  # fmt: skip


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(body=bodies, names=st.lists(st.sampled_from(sorted(ACTS)), min_size=1, max_size=12))
def test_whatever_is_done_is_a_body_and_can_be_undone(qtbot, write, body, names):
    editor = BodyEditor()
    editor.set_body(body)
    desk = Desk(editor, write)
    with qtbot.captureExceptions() as raised:
        for name in names:
            ACTS[name](desk)
    assert raised == []
    after = editor.body()
    assert read_body(BodyDocument(after)) == after
    steps = editor.document().availableUndoSteps()
    desk.undo(steps)
    assert editor.body() == body
    for _ in range(steps):
        editor.redo()
    assert editor.body() == after
    editor.deleteLater()
