"""A quiet word at the foot: how many resolutions are overdue, and the way to them."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QStatusBar, QTabWidget, QToolButton

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations.follow_up import count_overdue
from bmahr_desktop.ui.background import Errands, Progress
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.days import Today, today_here
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.palette import Role

_PAUSE_MS = 700
_HOUR_MS = 3_600_000
_TOLD = frozenset(
    {Kind.ASSIGNMENT, Kind.REPORT, Kind.RESOLUTION, Kind.MATTER, Kind.ITEM, Kind.MEETING}
)


class OverdueNotice(QObject):
    """Counts in the background: at the start, after changes, and when a day has passed.

    Nothing is to be seen while nothing is overdue.
    """

    wanted = Signal()
    """Emitted when the overdue resolutions are to be shown."""

    def __init__(
        self,
        desk: Desk,
        errands: Errands,
        foot: QStatusBar,
        tabs: QTabWidget,
        tab: int,
        *,
        today: Today = today_here,
    ) -> None:
        """Stand ready; `look` counts.

        Args:
            desk: The door to the records.
            errands: Where it is counted.
            foot: Where it is said.
            tabs: The tabs of the window.
            tab: The one of the resolutions, which is marked.
            today: Tells which day it is.
        """
        super().__init__(foot)
        self._desk, self._errands, self._today = desk, errands, today
        self._tabs, self._tab = tabs, tab
        self.count = 0
        self.button = QToolButton(foot)
        self.button.setObjectName("overdue_notice")
        self.button.setAutoRaise(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.setIcon(icon(IconName.CLOCK, Role.WAITING))
        self.button.clicked.connect(self.wanted)
        foot.addPermanentWidget(self.button)
        self.button.hide()
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._soon.timeout.connect(self.look)
        self._hourly = QTimer(self, interval=_HOUR_MS)
        self._hourly.timeout.connect(self.look)
        self._hourly.start()
        desk.changed.connect(self._on_changed)

    def look(self) -> None:
        """Count again."""
        today = self._today()

        def work(_: Progress) -> int:
            return self._desk.read(count_overdue, today)

        self._errands.run(work, self._tell, channel="overdue", context=self)

    def _tell(self, count: int) -> None:
        self.count = count
        words = said(msg("{count:,} resolutions overdue", count=count)) if count else ""
        self.button.setText(words)
        self.button.setToolTip(said(msg("Show the overdue resolutions (Ctrl+Shift+G)")))
        self.button.setAccessibleName(words)
        self.button.setVisible(bool(count))
        self._tabs.setTabIcon(self._tab, icon(IconName.CLOCK, Role.WAITING) if count else QIcon())
        self._tabs.setTabToolTip(self._tab, words)

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.kinds & _TOLD:
            self._soon.start()
