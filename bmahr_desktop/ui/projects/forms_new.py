"""Begins a form: which one, which edition; and says what is wrong with the office's own files."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from bmahr_desktop.domain.changes import Changes
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.forms.definition import RecordKind
from bmahr_desktop.i18n import Message, msg, verbatim, worded
from bmahr_desktop.operations.filled_forms import begin_form
from bmahr_desktop.operations.form_shelf import Edition, FormsAtHand, forms_to_begin
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.word_field import ChoiceField
from bmahr_desktop.ui.look.digits import said, shown
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.notices import ErrorNote
from bmahr_desktop.ui.projects.forms_answers import narrow

_MOST_FAULTS = 6


class NewFormBar(QWidget):
    """Two choices and the buttons that begin a form, or give it blank.

    The folder of the office's own forms is looked at each time that the bar is shown or its window
    is turned to, so that a file dropped there is offered at once.
    """

    begun = Signal(str)
    """Emitted with the uid of a form that was begun."""
    blank_wanted = Signal(str, str)
    """Emitted with form and edition when they are wanted to be filled in by hand."""

    def __init__(self, desk: Desk, year: Callable[[], int], parent: QWidget | None = None) -> None:
        """Make a bar.

        Args:
            desk: The door to the records.
            year: Tells the fiscal year of a form that is about no project.
            parent: The widget that it stands in.
        """
        super().__init__(parent)
        self.setObjectName("new_form_bar")
        self._desk, self._year = desk, year
        self._project = ""
        self._at_hand: FormsAtHand | None = None
        self.form, self.edition = narrow(ChoiceField()), narrow(ChoiceField())
        self.form.setObjectName("new_form")
        self.edition.setObjectName("new_form_edition")
        self.form.chosen.connect(self._offer_editions)
        self.begin = QPushButton(icon(IconName.FILE_PLUS), worded(msg("Begin this form")), self)
        self.begin.setObjectName("new_form_begin")
        self.begin.setAutoDefault(False)
        self.begin.clicked.connect(self.begin_now)
        self.blank = QPushButton(icon(IconName.PRINTER), worded(msg("Blank form…")), self)
        self.blank.setObjectName("new_form_blank")
        self.blank.setAutoDefault(False)
        self.blank.setToolTip(worded(msg("The form without answers, to be filled in by hand")))
        self.blank.clicked.connect(self._want_blank)
        self.note = ErrorNote(self)
        self.faults = QLabel(self)
        self.faults.setObjectName("form_faults")
        self.faults.setWordWrap(True)
        self.faults.setTextFormat(Qt.TextFormat.PlainText)
        self.faults.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        set_tone(self.faults, Role.WAITING)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(GRID // 2)
        grid.addWidget(Labelled(msg("New form"), self.form, parent=self), 0, 0, 1, 2)
        grid.addWidget(Labelled(msg("Edition of the form"), self.edition, parent=self), 1, 0, 1, 2)
        grid.addWidget(self.begin, 2, 0)
        grid.addWidget(self.blank, 2, 1)
        grid.addWidget(self.note, 3, 0, 1, 2)
        grid.addWidget(self.faults, 4, 0, 1, 2)
        self._window: QWidget | None = None

    # ------------------------------------------------------------ what it offers

    def show_project(self, project: str) -> None:
        """Offer the forms of a project; "" for those that need none."""
        if project != self._project or self._at_hand is None:
            self._project, self._at_hand = project, None
            self.refresh()

    def refresh(self) -> None:
        """Look at the forms as their files are now."""
        found = self._desk.read(forms_to_begin)
        if found == self._at_hand:
            return
        self._at_hand = found
        kinds = [one.definition for one in found.kinds() if self._fits(one)]
        if self._project:  # what shows the project comes before what is only about it
            kinds.sort(key=lambda one: one.record is not RecordKind.PROJECT)
        self.form.set_choices([(one.form, verbatim(one.title)) for one in kinds])
        for at, one in enumerate(kinds):
            self.form.setItemData(at, one.title, Qt.ItemDataRole.ToolTipRole)
        self._offer_editions(self.form.value())
        self._tell_faults(found)

    def _fits(self, edition: Edition) -> bool:
        return bool(self._project) or edition.definition.record is not RecordKind.PROJECT

    def _offer_editions(self, form: object) -> None:
        editions = self._at_hand.of(str(form)) if self._at_hand is not None else ()
        self.edition.set_choices([(one.definition.edition, _named(one)) for one in editions])
        if editions:
            self.edition.set_value(editions[0].definition.edition)
        self.begin.setEnabled(bool(editions))
        self.blank.setEnabled(bool(editions))
        self.note.show_text("")

    def _tell_faults(self, found: FormsAtHand) -> None:
        lines = [said(one) for one in found.faults[:_MOST_FAULTS]]
        if more := len(found.faults) - _MOST_FAULTS:
            lines += [said(msg("and {count} more", count=more))] if more > 0 else []
        head = msg("These definitions are not used until they are mended ({folder}):",
                   folder=found.folder)  # fmt: skip
        self.faults.setText("\n".join([said(head), *lines]) if lines else "")
        self.faults.setVisible(bool(lines))

    # ------------------------------------------------------------ what it does

    def begin_now(self) -> None:
        """Put the chosen form on file, to be filled in."""
        made = ""

        def begin(session: Any) -> Changes:
            nonlocal made
            form, edition = str(self.form.value()), str(self.edition.value())
            changes, made = begin_form(session, form, edition, self._project or None, self._year())
            return changes

        try:
            self._desk.write(self, begin)
        except Refused as refused:
            self.note.show_text("\n".join(said(one) for one in refused.messages))
            return
        self.note.show_text("")
        self.begun.emit(made)

    def _want_blank(self) -> None:
        if self.form.value():
            self.blank_wanted.emit(str(self.form.value()), str(self.edition.value()))

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the folder, and again whenever the window is turned to."""
        super().showEvent(event)
        self.refresh()
        if self._window is not self.window():
            self._window = self.window()
            self._window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the folder when the window is turned to."""
        if event.type() is QEvent.Type.WindowActivate and self.isVisible():
            self.refresh()
        return super().eventFilter(watched, event)


def _named(edition: Edition) -> Message:
    number = shown(edition.definition.edition)
    if edition.own:
        return msg("{edition} (the office's own)", edition=number)
    return verbatim(number)
