"""Tables: made, walked through, changed, joined, copied."""

from bmahr_desktop.domain.body import Cell, CellAlign, Paragraph, Picture, Table, TextRun
from tests.ui.body.conftest import ALT, CONTROL, KEYS, SHIFT, numbered, plain


def filled(*rows, header_rows=1):
    cells = tuple(tuple(Cell((plain(text),)) if text else Cell() for text in row) for row in rows)
    return Table((100 / len(rows[0]),) * len(rows[0]), cells, header_rows)


ABCD = filled(["ก", "ข"], ["ค", "ง"])


def test_a_new_table_stands_behind_the_paragraph_with_the_caret_in_its_first_cell(desk):
    desk.write("ก่อน\nหลัง")
    desk.go_behind("ก่อน")
    desk.press(KEYS.Key_T, CONTROL | ALT)
    desk.write("หัว")
    assert [type(block) for block in desk.editor.body()] == [Paragraph, Table, Paragraph]
    assert desk.rows() == [["หัว", "", ""], ["", "", ""], ["", "", ""]]
    assert desk.table().header_rows == 1


def test_tab_walks_the_cells_and_adds_a_row_at_the_end(desk):
    desk.do("insert_table")
    desk.write("๑\t๒\t๓\tก\tข\tค\tง\tจ\tฉ\tใหม่")
    assert desk.rows() == [["๑", "๒", "๓"], ["ก", "ข", "ค"], ["ง", "จ", "ฉ"], ["ใหม่", "", ""]]
    desk.press(KEYS.Key_Backtab, SHIFT, times=2)
    desk.write("แทน")
    assert desk.rows()[2] == ["ง", "แทน", "ฉ"]


def test_tab_in_a_table_that_is_only_read_adds_nothing(desk):
    desk.editor.set_body((ABCD,))
    desk.editor.setReadOnly(True)
    desk.go_behind("ง")
    desk.press(KEYS.Key_Tab)
    assert desk.editor.body() == (ABCD,)


def test_rows_come_and_go(desk):
    desk.editor.set_body((ABCD,))
    desk.go_behind("ค")
    desk.press(KEYS.Key_Up, ALT | SHIFT)
    desk.write("บน")
    desk.go_behind("ค")
    desk.press(KEYS.Key_Down, ALT | SHIFT)
    desk.write("ล่าง")
    assert [row[0] for row in desk.rows()] == ["ก", "บน", "ค", "ล่าง"]
    desk.go_behind("บน")
    desk.press(KEYS.Key_Delete, ALT | SHIFT)
    assert [row[0] for row in desk.rows()] == ["ก", "ค", "ล่าง"]


def test_columns_come_and_go_and_the_last_one_takes_the_table_along(desk):
    desk.editor.set_body((plain("ก่อน"), ABCD))
    desk.go_behind("ข")
    desk.do("column_left")
    assert [len(row) for row in desk.rows()] == [3, 3]
    desk.write("ใหม่")
    assert desk.rows()[0] == ["ก", "ใหม่", "ข"]
    for _ in range(3):
        desk.go_behind("ก่อน")
        desk.press(KEYS.Key_Right)
        desk.do("delete_column")
    assert desk.editor.body() == (plain("ก่อน"),)


def test_a_row_becomes_one_title_and_parts_again(desk):
    desk.editor.set_body((filled(["ก", "ข", "ค"], ["ง", "จ", "ฉ"]),))
    desk.go_behind("ข")
    desk.do("merge_row")
    assert [(cell.span, [p.text for p in cell.paragraphs]) for cell in desk.table().rows[0]] == [
        (3, ["ก", "ข", "ค"])
    ]
    desk.go_behind("ค")
    desk.do("split_row")
    assert [cell.span for cell in desk.table().rows[0]] == [1, 1, 1]
    assert desk.rows()[1] == ["ง", "จ", "ฉ"]


def test_selected_cells_of_a_row_are_joined(desk):
    desk.editor.set_body((filled(["ก", "ข", "ค"], ["ง", "จ", "ฉ"]),))
    desk.go_behind("ง")
    desk.press(KEYS.Key_Right, SHIFT)
    desk.do("merge_cells")
    assert desk.rows() == [["ก", "ข", "ค"], ["ง/จ", "ฉ"]]


def test_cells_are_aligned_and_headings_marked(desk):
    desk.editor.set_body((ABCD,))
    desk.go_behind("ง")
    desk.press(KEYS.Key_R, CONTROL | SHIFT)
    assert desk.table().rows[1][1].align is CellAlign.RIGHT
    desk.do("header")
    assert desk.table().header_rows == 2
    desk.do("header")
    assert desk.table().header_rows == 1


def test_a_column_made_wider_takes_from_its_neighbour(desk):
    desk.editor.set_body((ABCD,))
    desk.go_behind("ก")
    desk.press(KEYS.Key_Right, ALT | SHIFT)
    left, right = desk.table().widths
    assert left > 50 > right
    assert round(left + right, 6) == 100


def test_each_cell_numbers_by_itself(desk):
    cell = Cell((numbered(1, "ก"), numbered(1, "ข")))
    desk.editor.set_body((numbered(1, "แรก"), Table((50, 50), ((cell, cell),)), numbered(1, "สอง")))
    assert desk.labels() == ["๑.", "๑.", "๒.", "๑.", "๒.", "๒."]


def test_a_table_that_came_without_rows_can_be_filled(desk):
    desk.editor.set_body((plain("ก่อน"), Table((50, 50)), plain("หลัง")))
    desk.go_behind("ก่อน")
    desk.press(KEYS.Key_Right)
    desk.do("align_right")
    desk.do("split_row")
    desk.write("ก\tข\tค")
    assert desk.rows() == [["ก", "ข"], ["ค", ""]]


def test_a_table_can_be_deleted_and_comes_back(desk):
    body = (plain("ก่อน"), ABCD, plain("หลัง"))
    desk.editor.set_body(body)
    desk.go_behind("ค")
    desk.do("delete_table")
    assert desk.editor.body() == (plain("ก่อน"), plain("หลัง"))
    desk.undo()
    assert desk.editor.body() == body


def test_backspace_behind_a_table_leaves_it_whole(desk):
    body = (ABCD, plain("หลัง"))
    desk.editor.set_body(body)
    desk.go_behind("หลัง")
    desk.press(KEYS.Key_Home)
    desk.press(KEYS.Key_Backspace)
    assert desk.editor.body() == body
    desk.write("เพิ่ม")
    assert desk.rows()[-1][-1] == "งเพิ่ม"


def test_cells_copied_inside_come_back_as_a_table(desk):
    desk.editor.set_body((ABCD, plain("ท้าย")))
    desk.go_behind("ค")
    desk.press(KEYS.Key_Right, SHIFT, times=2)
    mime = desk.editor.createMimeDataFromSelection()
    assert mime.text() == "ค\tง"
    desk.go_behind("ท้าย")
    desk.editor.insertFromMimeData(mime)
    assert desk.editor.body()[-1].rows == (ABCD.rows[1],)


def test_a_picture_is_refused_in_a_cell_in_words(desk):
    desk.editor.set_body((ABCD,))
    desk.go_behind("ก")
    desk.editor.insert((Picture(file="0" * 64),))
    assert desk.editor.body() == (ABCD,)
    assert len(desk.refusals) == 1


def test_no_more_columns_than_a_table_may_have(desk):
    wide = Table((1.0,) * 40, ((Cell((Paragraph((TextRun("ก"),)),)), *(Cell(),) * 39),))
    desk.editor.set_body((wide,))
    desk.go_behind("ก")
    desk.do("column_right")
    assert len(desk.table().widths) == 40
    assert len(desk.refusals) == 1
