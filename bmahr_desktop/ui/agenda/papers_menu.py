"""The button over the register whose menu makes papers of what is shown."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.ui.agenda.register_papers import RegisterPapers
from bmahr_desktop.ui.agenda.tab import ResolutionsTab
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.shrinking import ShrinkingButton


class RegisterPapersButton(ShrinkingButton):
    """Makes the follow-up table of what the register shows, and the index of a year."""

    def __init__(
        self, tab: ResolutionsTab, papers: RegisterPapers, parent: QWidget | None = None
    ) -> None:
        """Stand ready.

        Args:
            tab: The register.
            papers: Shows the papers.
            parent: The widget that it stands in.
        """
        super().__init__(icon(IconName.FILE_TEXT), worded(msg("Papers")), parent)
        self.setObjectName("register_papers")
        self.setAutoDefault(False)
        self.tell(worded(msg("Papers of what is shown (Alt+P)")))
        self._tab, self._papers = tab, papers
        menu = QMenu(self)
        menu.setObjectName("register_papers_menu")
        menu.aboutToShow.connect(self._enable)
        wanted = (
            ("register_table", msg("Follow-up table of what is shown…"), IconName.TABLE,
             self.show_table),
            ("register_index", msg("Index of the year's resolutions…"), IconName.BOOK,
             self.show_index),
        )  # fmt: skip
        self.ways = {}
        for name, words, image, act in wanted:
            action = menu.addAction(icon(image), worded(words))
            action.setObjectName(name)
            action.triggered.connect(lambda _=False, do=act: do())
            self.ways[name] = action
        self.setMenu(menu)
        shortcut = QShortcut(QKeySequence("Alt+P"), tab)
        shortcut.activated.connect(self.click)

    def show_table(self) -> None:
        """Show the follow-up table of the resolutions that the register shows, in its order."""
        shown = self._tab.shown()
        self._papers.show_table(shown.uids, said(shown.words))

    def show_index(self) -> None:
        """Show the index of the committee and the year that the register is narrowed to."""
        query = self._tab.shown().query
        self._papers.show_index(query.committee, query.year)

    def _enable(self) -> None:
        self.ways["register_table"].setEnabled(bool(self._tab.shown().uids))
