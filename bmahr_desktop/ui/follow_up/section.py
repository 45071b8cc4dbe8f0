"""The follow-up of a resolution: each task with what is awaited and what was reported."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import OutOfReach
from bmahr_desktop.domain.tasks import Standing
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations import records
from bmahr_desktop.operations.follow_up import Tasks, read_tasks, restore_report
from bmahr_desktop.ui.agenda.section import ResolutionSection
from bmahr_desktop.ui.background import Errands
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.days import Today, today_here
from bmahr_desktop.ui.follow_up.report_files import file_removed
from bmahr_desktop.ui.follow_up.task_card import TaskCard
from bmahr_desktop.ui.notices import UndoBar

_SHOWN = frozenset({Kind.RESOLUTION, Kind.ASSIGNMENT, Kind.REPORT, Kind.ATTACHMENT})


class FollowUpSection(ResolutionSection):
    """The tasks of one resolution; hidden where nobody is to act.

    Ctrl+Shift+R logs a report on the task that the keyboard is in, or the first one;
    Ctrl+Shift+S goes to its state.
    """

    in_view = Signal(QWidget)
    """Emitted with a widget that is to be brought into view."""

    def __init__(
        self,
        desk: Desk,
        errands: Errands | None = None,
        parent: QWidget | None = None,
        *,
        today: Today = today_here,
    ) -> None:
        super().__init__(msg("Follow-up"), parent)
        self.setObjectName("follow_up_section")
        self._desk, self._errands, self._today = desk, errands, today
        self._resolution = ""
        self.cards: list[TaskCard] = []
        self.undo = UndoBar(self)
        self.column.addWidget(self.undo)
        self.hide()
        desk.changed.connect(self._on_changed)

    def answer_keys(self, area: QWidget) -> None:
        """Let the keys work wherever the keyboard is in a part of the window."""
        for keys, act in (("Ctrl+Shift+R", self.begin_report), ("Ctrl+Shift+S", self.go_to_state)):
            shortcut = QShortcut(QKeySequence(keys), area)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # ------------------------------------------------------------ what it shows

    def show_resolution(self, uid: str) -> None:
        """Show the tasks of a resolution, in place of those of the one before."""
        if uid != self._resolution:
            self.undo.dismiss()
            self.finish()
        self._resolution = uid
        self.read_again()

    def read_again(self) -> None:
        """Read the tasks again."""
        try:
            found = self._desk.read(read_tasks, self._resolution) if self._resolution else Tasks()
        except OutOfReach:
            return
        while len(self.cards) < len(found.reads):
            self.cards.append(self._made())
        for card, read in zip(self.cards, found.reads, strict=False):
            card.show_task(read, dict(found.files))
            card.show()
        for card in self.cards[len(found.reads) :]:
            card.finish()
            card.hide()
        self.setVisible(bool(found.reads) or not self.undo.isHidden())

    def _made(self) -> TaskCard:
        card = TaskCard(self._desk, self._errands, self, today=self._today)
        card.removed.connect(self._offer_back)
        card.file_removed.connect(self._offer_file_back)
        self.column.insertWidget(1 + len(self.cards), card)
        return card

    def flush(self) -> bool:
        """Keep what is typed; return whether it is on file or safely held."""
        kept = [card.flush() for card in self.cards if not card.isHidden()]
        return all(kept)

    def finish(self) -> None:
        """End writing on reports."""
        for card in self.cards:
            card.finish()

    def is_writing(self) -> bool:
        """Tell whether a report is being written, so that another resolution should wait."""
        return any(card.is_writing() for card in self.cards if not card.isHidden())

    # ------------------------------------------------------------ what is done

    def _chosen(self) -> TaskCard | None:
        shown = [card for card in self.cards if not card.isHidden()]
        focus: QWidget | None = self.window().focusWidget()
        inside = [one for one in shown if focus is not None and one.isAncestorOf(focus)]
        return next(iter(inside or shown), None)

    def begin_report(self) -> None:
        """Log a report on the task that the keyboard is in, or on the first one."""
        if (card := self._chosen()) is not None:
            card.begin_report()
            if card.form is not None:
                self._bring_up(card.form)

    def go_to_state(self) -> None:
        """Go to the state of the task that the keyboard is in, or of the first one."""
        if (card := self._chosen()) is not None:
            card.task.state.field.setFocus()
            self._bring_up(card.task)

    def _bring_up(self, widget: QWidget) -> None:
        """Bring something into view once it has found its place."""
        QTimer.singleShot(0, widget, lambda: self.in_view.emit(widget))

    def _offer_back(self, uid: str, standing: Standing) -> None:
        def put_back() -> None:
            self._desk.write(self, restore_report, uid, standing)
            self.read_again()

        self.undo.offer(msg("The report was removed"), put_back)

    def _offer_file_back(self, uid: str, title: str) -> None:
        def put_back() -> None:
            self._desk.write(self, records.restore, Kind.ATTACHMENT, uid)
            for card in self.cards:
                if card.form is not None and card.is_writing():
                    card.form.files.read_again()
            self.read_again()

        self.undo.offer(file_removed(title), put_back)

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.kinds & _SHOWN and self._resolution:
            self.read_again()
