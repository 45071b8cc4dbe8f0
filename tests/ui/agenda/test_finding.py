"""Filters, words while typing, places in the minutes, saved searches."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.register_query import DueWhen, RegisterQuery
from bmahr_desktop.operations import records
from bmahr_desktop.operations.saved_searches import list_searches
from bmahr_desktop.thai.searchkey import search_key
from bmahr_desktop.ui.agenda.columns import Column
from bmahr_desktop.ui.agenda.filters import Filter
from bmahr_desktop.ui.look.digits import said

ALT = Qt.KeyboardModifier.AltModifier


def typed(tab, write, words):
    tab.search.setFocus()
    tab.search.clear()
    write(tab.search, words)


def lines(tab):
    return [one.line for one in tab.reading.rows_of(tab.model.uids)]


def dropped(qtbot):
    """The list that dropped down."""
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    return QApplication.activePopupWidget()


# ---------------------------------------------------------------- filters


def test_filters_by_keyboard(qtbot, tab, settled):
    every = len(tab.model.uids)
    qtbot.keyClick(tab.search, Qt.Key.Key_F, ALT)
    chips = tab.head.filters.chips
    year, state = chips[Filter.YEAR], chips[Filter.STATE]
    assert year.words.hasFocus()
    qtbot.keyClick(year.words, Qt.Key.Key_Down)
    popup = dropped(qtbot)
    offered = [popup.list.item(row).text() for row in range(popup.list.count())]
    years = sorted({one.year for one in lines(tab)}, reverse=True)
    assert len(offered) == 1 + len(years)
    qtbot.keyClick(popup.list, Qt.Key.Key_Down)
    settled(tab, lambda: qtbot.keyClick(popup.list, Qt.Key.Key_Return))
    assert {one.year for one in lines(tab)} == {years[0]}
    assert tab.focusWidget() is year.words
    for _ in range(4):
        qtbot.keyClick(tab.focusWidget(), Qt.Key.Key_Right)
    assert tab.focusWidget() is state.words
    settled(tab, lambda: qtbot.keyClick(year.words, Qt.Key.Key_Delete))
    assert len(tab.model.uids) == every
    assert year.value is None


def test_filters_narrow_together_say_so_and_are_cleared_at_once(qtbot, tab, settled):
    every = len(tab.model.uids)
    chips = tab.head.filters.chips
    unit, name = tab.head.filters.offered.units[0]
    settled(tab, lambda: chips[Filter.UNIT].list.chosen.emit(unit))
    mine = len(tab.model.uids)
    assert 0 < mine < every
    settled(tab, lambda: chips[Filter.DUE].list.chosen.emit(DueWhen.OVERDUE))
    assert len(tab.model.uids) <= mine
    assert name in chips[Filter.UNIT].words.toolTip()
    assert name in said(tab.shown().words)
    assert tab.shown().query == RegisterQuery(unit=unit, due=DueWhen.OVERDUE)
    assert tab.head.filters.clear.isVisible()
    settled(tab, lambda: qtbot.keyClick(tab.search, Qt.Key.Key_C, ALT))
    assert len(tab.model.uids) == every
    assert not tab.head.filters.clear.isVisible()
    assert tab.shown().query == RegisterQuery()


def test_a_long_list_of_values_is_narrowed_by_typing(qtbot, tab, write):
    chip = tab.head.filters.chips[Filter.UNIT]
    chip.offer([(str(number), tab.shown().words) for number in range(3)] * 5)
    chip.open_list()
    popup = dropped(qtbot)
    assert popup.line.isVisible()
    write(popup.line, "ไม่มีชื่อนี้")
    assert all(popup.list.item(row).isHidden() for row in range(popup.list.count()))
    qtbot.keyClick(popup.line, Qt.Key.Key_Return)
    assert chip.value is None
    popup.close()


def test_nothing_left_is_said_otherwise_than_nothing_there(qtbot, tab, settled, write):
    settled(tab, lambda: typed(tab, write, "ไม่มีคำนี้แน่นอน"))
    assert tab.found.currentWidget() is tab.found.none
    settled(tab, lambda: qtbot.keyClick(tab.search, Qt.Key.Key_Escape))
    assert tab.found.currentWidget() is tab.table


# ---------------------------------------------------------------- words


def test_what_was_found_is_marked_and_the_sentence_around_it_is_shown(qtbot, tab, settled, write):
    settled(tab, lambda: typed(tab, write, "งบประมาณ"))
    assert tab.model.uids
    for row in tab.reading.rows_of(tab.model.uids):
        held = [column for column in (Column.TEXT, Column.MATTER, Column.ASSIGNED)
                if "งบประมาณ" in row.cells[column]]  # fmt: skip
        assert list(row.marks) == sorted(held, key=list(row.marks).index)
        assert held
        for column in held:
            assert {row.cells[column][slice(*mark)] for mark in row.marks[column]} == {"งบประมาณ"}
    first = tab.model.row_at(0)
    qtbot.waitUntil(lambda: tab.view._uid == first.line.uid)
    shown = tab.view._text
    assert [shown.words()[slice(*mark)] for mark in shown.marks()] == ["งบประมาณ"] * len(
        shown.marks()
    )
    tab.table.grab()


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("๒๕๖๘", "2568"), ("2568", "2568"), ("ก", "ก"), ("นํ้า", "น้ำ"), ('"ตามที่เสนอ"', "ตามที่เสนอ"),
    ],
)  # fmt: skip
def test_words_are_found_however_they_are_typed(tab, settled, write, words, holds):
    settled(tab, lambda: typed(tab, write, words))
    key = search_key(holds)
    for row in tab.reading.rows_of(tab.model.uids):
        line = row.line
        texts = (line.text, line.matter_title, " ".join(line.assigned_to))
        assert any(key in search_key(one) for one in texts) or row.line.assigned_to


def test_a_word_that_is_not_wanted(tab, settled, write):
    settled(tab, lambda: typed(tab, write, "แผน"))
    with_it = set(tab.model.uids)
    settled(tab, lambda: typed(tab, write, "แผน -เห็นชอบ"))
    assert set(tab.model.uids) < with_it
    assert not any("เห็นชอบ" in line.text for line in lines(tab))


def test_the_keyboard_goes_from_the_words_into_what_was_found(qtbot, tab, settled, write):
    settled(tab, lambda: typed(tab, write, "รับทราบ"))
    qtbot.keyClick(tab.search, Qt.Key.Key_Down)
    assert tab.table.hasFocus()
    uid = tab.model.uid_at(0)
    with qtbot.waitSignal(tab.open_wanted) as opened:
        qtbot.keyClick(tab.table, Qt.Key.Key_Return)
    assert opened.args == [uid]


# ---------------------------------------------------------------- anywhere


def test_words_anywhere_in_the_minutes_open_at_their_place(qtbot, tab, settled, write):
    settled(tab, lambda: typed(tab, write, "ความเสี่ยง"))
    with qtbot.waitSignal(tab.reading.places_came):
        qtbot.keyClick(tab.search, Qt.Key.Key_A, ALT)
    hits = tab.found.places.hits
    kinds = {hit.kind for hit in hits}
    assert Kind.SECTION in kinds
    for hit in hits:
        assert {search_key(hit.text[slice(*mark)]) for mark in hit.marks} == {"ความเสี่ยง"}
    assert not tab.head.filters.chips[Filter.UNIT].isEnabled()
    qtbot.keyClick(tab.search, Qt.Key.Key_Down)
    assert tab.found.list.hasFocus()
    row = next(at for at, hit in enumerate(hits) if hit.kind is Kind.SECTION)
    tab.found.list.setCurrentIndex(tab.found.places.index(row))
    assert tab.view._text.words() == hits[row].text
    assert tab.view._where.words() == hits[row].where
    tab.found.list.grab()
    with qtbot.waitSignal(tab.open_wanted) as opened:
        qtbot.keyClick(tab.found.list, Qt.Key.Key_Return)
    assert opened.args == [hits[row].record]
    settled(tab, lambda: qtbot.keyClick(tab.search, Qt.Key.Key_A, ALT))
    assert tab.found.currentWidget() in (tab.table, tab.found.none)


def test_a_resolution_among_the_places_is_shown_in_full(qtbot, tab, settled, write):
    settled(tab, lambda: typed(tab, write, "เห็นชอบ"))
    with qtbot.waitSignal(tab.reading.places_came):
        tab.head.change_scope()
    hit = tab.found.hit()
    assert hit.kind is Kind.RESOLUTION
    assert tab.view._uid == hit.record
    assert tab.view.sections[0]._uid == hit.record


def test_anywhere_wants_words(qtbot, tab):
    tab.head.change_scope()
    assert tab.found.currentWidget() is tab.found.wordless


# ---------------------------------------------------------------- saved searches


def named(qtbot, tab, write, words):
    """Type a name where one is being edited; return what stood there."""
    editor = tab.head.saved.list.findChildren(QLineEdit)[-1]
    before = editor.text()
    editor.selectAll()
    write(editor, words)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    saved = tab.head.saved
    qtbot.waitUntil(lambda: words in [one.name for one in saved._searches])
    assert words in [one.name for one in tab._desk.read(list_searches)]
    return before


@pytest.fixture
def unsaved(tab):
    """The register of an office that has saved no search yet."""
    for one in tab._desk.read(list_searches):
        tab._desk.write(None, records.remove, Kind.SEARCH, one.uid)
    return tab


def test_a_search_is_saved_named_asked_again_and_removed(qtbot, unsaved, settled, write):
    tab = unsaved
    settled(tab, lambda: typed(tab, write, "แผน"))
    year = tab.head.filters.offered.years[-1]
    settled(tab, lambda: tab.head.filters.chips[Filter.YEAR].list.chosen.emit(year))
    found = tab.model.uids
    qtbot.keyClick(tab.search, Qt.Key.Key_S, ALT)
    popup = dropped(qtbot)
    assert popup.save.hasFocus()
    qtbot.keyClick(popup.save, Qt.Key.Key_Space)
    assert "แผน" in named(qtbot, tab, write, "แผนของปี")
    (saved,) = tab._desk.read(list_searches)
    assert (saved.name, saved.query) == ("แผนของปี", RegisterQuery("แผน", year=year))
    popup.close()
    settled(tab, lambda: tab.head.show_query(RegisterQuery()))
    assert tab.model.uids != found
    settled(tab, lambda: qtbot.keyClick(tab.table, Qt.Key.Key_1, ALT))
    assert tab.model.uids == found
    assert tab.search.text() == "แผน"
    tab.head.open_saved()
    qtbot.keyClick(popup.list, Qt.Key.Key_Delete)
    assert tab._desk.read(list_searches) == []
    assert tab.undo.isVisible()
    popup.close()
    tab.activateWindow()
    qtbot.waitUntil(tab.isActiveWindow)
    qtbot.keyClick(tab.search, Qt.Key.Key_Z, ALT)
    qtbot.waitUntil(lambda: [one.name for one in tab._desk.read(list_searches)] == ["แผนของปี"])


def test_saved_searches_are_renamed_and_ordered_by_keyboard(qtbot, unsaved, write):
    tab = unsaved
    popup = tab.head.saved
    for words in ("ก", "ข"):
        popup.open_below(RegisterQuery(words), tab.shown().words)
        popup.save_now()
        named(qtbot, tab, write, words)
        assert popup.isVisible()  # Enter named it, and asked nothing
        popup.close()
    tab.head.open_saved()
    assert not popup.save.isEnabled()  # nothing is looked for
    popup.list.setCurrentRow(1)
    qtbot.keyClick(popup.list, Qt.Key.Key_Up, ALT)
    assert [one.name for one in tab._desk.read(list_searches)] == ["ข", "ก"]
    assert popup.list.currentRow() == 0
    qtbot.keyClick(popup.list, Qt.Key.Key_F2)
    named(qtbot, tab, write, "ค")
    assert [one.name for one in tab._desk.read(list_searches)] == ["ค", "ก"]
    with qtbot.waitSignal(tab.head.wanted):
        qtbot.keyClick(popup.list, Qt.Key.Key_Return)
    assert tab.search.text() == "ข"
