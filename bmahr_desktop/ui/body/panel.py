"""An editor with all that belongs around it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bmahr_desktop.ui.body.bar import BodyBar
from bmahr_desktop.ui.body.editor import BodyEditor
from bmahr_desktop.ui.body.find_bar import BodyFindBar
from bmahr_desktop.ui.body.offers import Offers
from bmahr_desktop.ui.body.places import position_of
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.notices import ErrorNote


class BodyPanel(QWidget):
    """The editor of a body, its tools and its search above it, what is wrong below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = BodyEditor(self)
        self.bar = BodyBar(self)
        self.bar.follow(self.editor)
        self.find_bar = BodyFindBar(self.editor, self)
        self.note = ErrorNote(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.bar)
        column.addWidget(self.find_bar)
        column.addWidget(self.editor, 1)
        column.addWidget(self.note)
        self.setFocusProxy(self.editor)

    def set_offers(self, offers: Offers | None) -> None:
        """Offer text modules and names while somebody types; nothing for None."""
        self.editor.set_offers(offers)

    def add_point(self, speaker: str = "") -> bool:
        """Begin a numbered paragraph behind all others, and go there, as one step of undo.

        Args:
            speaker: Who speaks; the paragraph begins with the name.

        Returns:
            False, in words, if there is no room for it.
        """
        return self.editor.add_point(speaker)

    def insert_text(self, text: str) -> bool:
        """Put words where the caret stands, in place of what is selected, as one step of undo.

        Returns:
            False, in words, if there is no room for them.
        """
        return self.editor.insert_text(text)

    def go_to(self, block: int, cell: tuple[int, int, int] | None, offset: int) -> None:
        """Put the caret before a letter of the body."""
        self.editor.setFocus()
        at = position_of(self.editor.document(), block, cell, offset)
        if at is not None:
            cursor = self.editor.textCursor()
            cursor.setPosition(at)
            self.editor.show_caret(cursor)
