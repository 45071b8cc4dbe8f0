"""A full disk: what is typed into a cell waits, and is written when there is room."""

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import event

from bmahr_desktop.ui.fields.pausing import USUAL, Pace, use_pace
from bmahr_desktop.ui.projects.steps import StepsSection
from bmahr_desktop.ui.projects.steps_model import TEXT
from tests.ui.projects.parts.project_parts import KEY

LONG = "ประชุมเพื่อพิจารณา" * 1500


@pytest.fixture(autouse=True)
def quick():
    use_pace(Pace(pause=40, longest=200, again=100, aside=20))
    yield
    use_pace(USUAL)


def test_a_cell_on_a_full_disk_waits_and_is_written_later(clerk, full_store, tmp_path, qtbot):
    with closing(sqlite3.connect(tmp_path / "records.sqlite")) as connection:
        connection.execute("VACUUM")
    most = 1

    def begin(connection):
        if not connection.get_execution_options().get("reading"):
            connection.exec_driver_sql(f"PRAGMA max_page_count = {most}")

    event.listen(full_store.engine, "begin", begin)
    section = clerk.opens(StepsSection)
    section.pane.table.go_to(0, TEXT)
    clerk.press(KEY.Key_F2)
    field = clerk.focused()
    field.setText(LONG)
    field.setModified(True)
    clerk.press(KEY.Key_Return)
    assert section.pane.editor.note.text()
    assert section.pane.model.index(0, TEXT).data() == LONG
    assert section.flush()  # safely held
    assert [one.value for one in clerk.desk.unkept.pending()] == [LONG]
    most = 1_000_000
    qtbot.waitUntil(clerk.desk.unkept.empty, timeout=5_000)
    assert clerk.project().steps[0].text == LONG
    assert not section.pane.editor.note.text()
    assert not section.pane.model.waiting()
