"""What a report told before it was corrected, beside what it tells now."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bmahr_desktop.domain.projects.progress import Progress
from bmahr_desktop.domain.projects.project import Indicator
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.ui.fields.word_field import ChoiceField
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.projects.progress_words import report_words
from bmahr_desktop.ui.records.comparison import Comparison

_HEIGHT = 260


class ComparedVersions(QWidget):
    """A button for the versions before, and the comparison when it is wanted; hidden without."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progress_compared")
        self._now: Progress | None = None
        self._before: tuple[Progress, ...] = ()
        self._indicators: Sequence[Indicator] = ()
        self.button = QPushButton(
            icon(IconName.HISTORY), worded(msg("Compare with the version before")), self
        )
        self.button.setObjectName("progress_compare")
        self.button.setAccessibleName(self.button.text())
        self.button.setCheckable(True)
        self.button.setAutoDefault(False)
        self.version = ChoiceField()
        self.version.setObjectName("progress_version")
        self.version.setAccessibleName(worded(msg("Which version before")))
        self.comparison = Comparison(msg("Before it was corrected"), msg("As it is now"), self)
        self.comparison.setMinimumHeight(_HEIGHT)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.button)
        row.addWidget(self.version)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(row)
        column.addWidget(self.comparison)
        self.button.toggled.connect(lambda _: self._show())
        self.version.chosen.connect(lambda _: self._show())
        self.show_versions(None, (), ())

    def show_versions(
        self,
        now: Progress | None,
        before: Sequence[Progress],
        indicators: Sequence[Indicator],
    ) -> None:
        """Offer to compare a report with its versions before.

        Args:
            now: The report.
            before: Its versions, the latest first.
            indicators: Of the project, for their names.
        """
        if now is None or self._now is None or now.uid != self._now.uid:
            self.button.setChecked(False)
        self._now, self._before, self._indicators = now, tuple(before), indicators
        count = len(before)
        self.version.set_choices(
            [(one.uid, msg("Version {number}", number=count - at)) for at, one in enumerate(before)]
        )
        self.setVisible(bool(before))
        self._show()

    def _show(self) -> None:
        wanted = self.button.isChecked() and self._now is not None and bool(self._before)
        self.version.setVisible(wanted and len(self._before) > 1)
        self.comparison.setVisible(wanted)
        if not wanted or self._now is None:
            return
        chosen = self.version.value()
        before = next((one for one in self._before if one.uid == chosen), self._before[0])
        self.comparison.show_texts(
            report_words(before, self._indicators), report_words(self._now, self._indicators)
        )
