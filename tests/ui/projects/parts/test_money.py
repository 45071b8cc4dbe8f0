import pytest
from PySide6.QtCore import Qt

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.projects.money import EventKind, Factor
from bmahr_desktop.operations import records
from bmahr_desktop.ui.projects.budget import BudgetSection
from bmahr_desktop.ui.projects.budget_model import AMOUNT, FORMULA, PRODUCT
from bmahr_desktop.ui.projects.ledger import LedgerSection
from bmahr_desktop.ui.projects.ledger_model import CONFIRMS
from tests.ui.projects.parts.project_parts import KEY


def decide(clerk, kind, day, amount, number=""):
    """Put a decision down with the keyboard."""
    clerk.press(KEY.Key_Insert)
    field = clerk.focused()
    index = list(EventKind).index(kind) - list(EventKind).index(field.value())
    clerk.press(*[KEY.Key_Down if index > 0 else KEY.Key_Up] * abs(index))
    clerk.press(KEY.Key_Tab)
    for text in (day, amount, number):
        clerk.enters(text)
        clerk.press(KEY.Key_Tab)
    clerk.press(KEY.Key_Escape)


@pytest.fixture
def ledger(clerk):
    return clerk.opens(LedgerSection)


@pytest.fixture
def budget(clerk):
    return clerk.opens(BudgetSection)


def test_the_ledger_is_kept_by_keys_and_summed(clerk, ledger):
    figures = ledger.pane.figures
    decide(clerk, EventKind.SPENT, "๒๐/๑๒/๒๕๖๗", "15,000.50", "กท ๐๓๐๓/๑๒")
    decide(clerk, EventKind.RETURNED, "5 ก.พ. 68", "๑๐,๐๐๐")
    events = clerk.project().ledger
    assert [(one.kind, one.amount) for one in events] == [
        (EventKind.ALLOTTED, 6_000_000), (EventKind.SPENT, 1_500_050), (EventKind.RETURNED, 10**6),
    ]  # fmt: skip
    assert events[1].number == "กท ๐๓๐๓/๑๒"
    assert figures.received.text() == "๖๐,๐๐๐"
    assert figures.used.text() == "๑๕,๐๐๐.๕๐"
    assert figures.returned.text() == "๑๐,๐๐๐"
    assert figures.left.text() == "๓๔,๙๙๙.๕๐"
    assert figures.left.accessibleName().endswith("๓๔,๙๙๙.๕๐")


def test_a_letter_that_tells_again_is_not_summed(clerk, ledger, qtbot):
    decide(clerk, EventKind.RETURNED, "5 ก.พ. 68", "10000")
    decide(clerk, EventKind.RETURNED, "6 ก.พ. 68", "10000")
    assert ledger.pane.figures.returned.text() == "๒๐,๐๐๐"
    ledger.pane.table.go_to(2, CONFIRMS)
    clerk.press(KEY.Key_Return)
    popup = ledger.pane.table.popup
    assert popup.isVisible()
    qtbot.keyClick(popup.list, KEY.Key_Space)
    popup.close()
    first = clerk.project().ledger[1]
    assert clerk.project().ledger[2].confirms == (first.uid,)
    assert ledger.pane.figures.returned.text() == "๑๐,๐๐๐"


def test_an_unknown_amount_is_no_nought(clerk, ledger):
    for one in clerk.project().ledger:
        clerk.desk.write(clerk.undo, records.remove, Kind.LEDGER_EVENT, one.uid)
    assert ledger.pane.figures.received.text() not in ("", "๐")
    ledger.begin()
    clerk.press(KEY.Key_Space)  # the button of the empty place
    clerk.press(KEY.Key_Escape)
    assert clerk.project().ledger[0].amount is None
    assert ledger.pane.model.index(0, 2).data() != "๐"
    assert "๑" in ledger.pane.figures.note.text()


def test_a_formula_is_typed_and_its_product_taken_by_one_key(clerk, budget):
    pane = budget.pane
    pane.table.go_to(0, FORMULA)
    clerk.types("๖๐๐ บาท x ๓๐ คน x 5 ครั้ง")
    clerk.press(KEY.Key_Return)
    line = clerk.project().budget[0]
    assert (line.rate, line.factors) == (60_000, (Factor(30, "คน"), Factor(5, "ครั้ง")))
    assert pane.model.index(0, FORMULA).data() == "๖๐๐ บาท × ๓๐ คน × ๕ ครั้ง"
    assert pane.model.index(0, PRODUCT).data() == "๙๐,๐๐๐"
    assert pane.model.differs(0)
    pane.table.go_to(0, AMOUNT)
    clerk.types("=")
    assert clerk.project().budget[0].amount == 9_000_000
    assert not pane.model.differs(0)
    assert "เก้าหมื่นบาทถ้วน" in pane.words.text()
    clerk.undo._button.click()
    assert clerk.project().budget[0].amount == 300_000
    clerk.press(KEY.Key_F6)
    assert clerk.project().budget[0].amount == 9_000_000


def test_a_formula_that_is_none_stays_as_typed(clerk, budget):
    budget.pane.table.go_to(0, FORMULA)
    clerk.types("หลายบาท")
    clerk.press(KEY.Key_Return)
    assert budget.pane.model.index(0, FORMULA).data() == "หลายบาท"
    assert budget.pane.editor.note.text()
    assert clerk.project().budget[0].rate == 5000
    budget.drop_unkept()
    assert budget.pane.model.index(0, FORMULA).data() == "๕๐ บาท × ๖๐ คน"


def test_where_the_money_comes_from_is_composed(clerk, budget):
    budget.begin()
    clerk.enters("๑๒๐๐๐๐")
    clerk.press(KEY.Key_Return)
    assert clerk.project().funding.amount == 12_000_000
    assert "หนึ่งแสนสองหมื่นบาทถ้วน" in budget.form.sentence.text()
    assert budget.pane.difference.isVisible()  # the lines make another sum


def test_what_is_funded_may_be_unknown(clerk, budget, qtbot):
    field = budget.form._entries["funding.funded"].row.field
    assert field.value() is True
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Home)
    assert clerk.project().funding.funded is None
