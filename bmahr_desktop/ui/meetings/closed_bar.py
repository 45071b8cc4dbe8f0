"""The bar over a meeting whose record is closed: that it is only read, and the way back."""

import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations.editions import Edition
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.ui.look.digits import digits_in_use, said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import IconLabel
from bmahr_desktop.ui.look.measures import GRID, ICON
from bmahr_desktop.ui.look.palette import Role

_HERE = datetime.timezone(datetime.timedelta(hours=7))


class ClosedBar(QFrame):
    """Says that a record is closed, since when and by whom; hidden while it is open."""

    reopen_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("closed_bar")
        self.setProperty("look", "bar")
        self.told = QLabel(self)
        self.told.setObjectName("closed_told")
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.reopen = QPushButton(icon(IconName.PENCIL), worded(msg("Open it again…")), self)
        self.reopen.setObjectName("closed_reopen")
        self.reopen.setAutoDefault(False)
        self.reopen.clicked.connect(lambda _=False: self.reopen_wanted.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID // 2, GRID, GRID // 2)
        row.setSpacing(GRID)
        row.addWidget(IconLabel(IconName.LOCK, Role.MUTED, ICON, self))
        row.addWidget(self.told, 1)
        row.addWidget(self.reopen)
        self.hide()

    def show_edition(self, edition: Edition | None) -> None:
        """Show which edition stands; None while the record is open."""
        self.setVisible(edition is not None)
        if edition is not None:
            self.told.setText(said(_words(edition)))


def _words(edition: Edition) -> Message:
    return msg(
        "The record is closed and only read: edition {number} of {date}, by {who}.",
        number=edition.number,
        date=format_date(edition.at.astimezone(_HERE).date(), DateStyle.SHORT, digits_in_use()),
        who=edition.actor,
    )
