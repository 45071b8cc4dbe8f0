"""Opens frozen minutes beside a list of corrections, so that words can be picked in them."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from bmahr_desktop.domain.old_words import Stretch
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations.adoptions import Minutes
from bmahr_desktop.ui.background import Errands
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.meetings.adoption.corrections_list import CorrectionsList
from bmahr_desktop.ui.meetings.adoption.picker import Picker
from bmahr_desktop.ui.meetings.adoption.standing_words import named_minutes
from bmahr_desktop.ui.meetings.meeting_pane import MeetingPane
from bmahr_desktop.ui.meetings.tab import MeetingsTab
from bmahr_desktop.ui.notices import announce
from bmahr_desktop.ui.paper.pane import PaperPane


class Correcting(QObject):
    """Shows the minutes where the paper stands, as long as words are picked in them."""

    def __init__(
        self, tab: MeetingsTab, pane: MeetingPane, paper: PaperPane, errands: Errands
    ) -> None:
        super().__init__(pane)
        self._tab, self._pane, self._paper = tab, pane, paper
        self._list: CorrectionsList | None = None
        self._paper_shown = False
        self._sizes: list[int] = []
        self.picker = Picker(tab)
        self.picker.hide()
        self.picker.picked.connect(self._take)
        self.picker.leave_wanted.connect(self.leave)
        for listed in (pane.agenda.matter.adoption.list, pane.adoption.corrections):
            listed.frozen.use(errands)
            listed.pick_wanted.connect(self.open)
            listed.frozen.forgotten.connect(self._on_forgotten)
        pane.tab_changed.connect(lambda _: self.leave())
        pane.agenda.outline.chosen.connect(lambda *_: self.leave())

    def open(self, listed: CorrectionsList) -> None:
        """Open the minutes that a list corrects."""
        text = listed.frozen.text()
        if text is None or not listed.flush():
            return
        self._list = listed
        splitter = self._tab.splitter
        if self.picker.isHidden():
            self._sizes = sizes = splitter.sizes()
            self._paper_shown = not self._paper.isHidden()
            self._paper.hide()
            splitter.addWidget(self.picker)
            self.picker.show()
            _share(splitter, sizes, self.picker)
        one = text.meeting
        cited = Minutes(one.uid, one.number, one.year, one.date)
        self.picker.show_minutes(listed.frozen, said(named_minutes(cited)))

    def leave(self) -> None:
        """Put the paper back where it was."""
        if self.picker.isHidden():
            return
        now = QApplication.focusWidget()
        inside = now is not None and self.picker.isAncestorOf(now)
        self.picker.hide()
        self.picker.setParent(self._tab)  # the splitter remembers its three parts only
        self._paper.setVisible(self._paper_shown)
        self._tab.splitter.setSizes(self._sizes)
        if self._list is not None and inside:
            self._list.pick.setFocus()
        self._list = None

    def _take(self, stretch: Stretch, new: str) -> None:
        if self._list is not None:
            self._list.take(stretch, new)
            announce(self.picker, worded(msg("The correction is in the list.")))

    def _on_forgotten(self) -> None:
        """Show the text that took the place of the one that was shown, or close."""
        if self._list is None or self.picker.isHidden():
            return
        if self._list.frozen.text() is None:
            self.leave()
        else:
            self.picker.show_again()


def _share(splitter: QSplitter, before: list[int], picker: QWidget) -> None:
    """Give the minutes the room that the paper had, or what they need at least."""
    whole = sum(before)
    beside = max(before[2] if len(before) > 2 else 0, picker.minimumWidth(), whole * 3 // 10)
    splitter.setSizes([before[0], whole - before[0] - beside, 0, beside])
