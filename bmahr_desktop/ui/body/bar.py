"""The bar above a body: levels, looks, tables, pictures, statements."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QToolButton, QWidget, QWidgetAction

from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.ui.body import acts
from bmahr_desktop.ui.body.command_list import Group
from bmahr_desktop.ui.body.editor import BodyEditor
from bmahr_desktop.ui.body.table_picker import TablePicker
from bmahr_desktop.ui.look.icons import IconName, icon

_SPACE = 8
_HEIGHT = 36


class BodyBar(QWidget):
    """Offers the commands of one editor: the one it follows, or that last had the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("body_bar")
        self.setAccessibleName(worded(msg("Tools for the body")))
        self._editor: BodyEditor | None = None
        self._buttons: dict[str, QToolButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 2, 0, 2)
        self._row.setSpacing(2)
        self._add_menu("levels_menu", msg("Level"), IconName.LIST_ORDERED, self._fill_levels)
        self._add("shallower", "deeper")
        self._add("bold", "italic", "underline", "keep_digits")
        self._add_menu("table_menu", msg("Table"), IconName.TABLE, self._fill_table)
        self._add("insert_picture")
        self._add_menu("statement_menu", msg("Composed"), IconName.REFRESH, self._fill_statements)
        self._row.addStretch(1)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)
        self.setEnabled(False)

    def follow(self, editor: BodyEditor | None) -> None:
        """Offer the commands of an editor from now on; of none for None."""
        if editor is self._editor:
            return
        if self._editor is not None:
            self._editor.destroyed.disconnect(self._on_gone)
        self._editor = editor
        self.setEnabled(editor is not None)
        if editor is None:
            return
        editor.destroyed.connect(self._on_gone)
        for name, button in self._buttons.items():
            for action in button.actions():
                button.removeAction(action)
            button.setDefaultAction(editor.commands[name])

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, BodyEditor) and now.window() is self.window():
            self.follow(now)

    def _on_gone(self) -> None:
        self._editor = None
        self.setEnabled(False)

    # ------------------------------------------------------------------ buttons

    def _add(self, *names: str) -> None:
        for name in names:
            button = QToolButton(self)
            button.setObjectName(f"{name}_button")
            button.setAutoRaise(True)
            button.setMinimumSize(_HEIGHT, _HEIGHT)
            button.clicked.connect(self._back)
            self._buttons[name] = button
            self._row.addWidget(button)
        self._row.addSpacing(_SPACE)

    def _add_menu(
        self, name: str, words: Message, image: IconName, fill: Callable[[QMenu], None]
    ) -> None:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(worded(words))
        button.setToolTip(worded(words))
        button.setIcon(icon(image))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setAutoRaise(True)
        button.setMinimumHeight(_HEIGHT)
        menu = QMenu(button)
        menu.setObjectName(f"{name}_entries")
        menu.aboutToShow.connect(lambda: self._show(menu, fill))
        menu.aboutToHide.connect(self._back)
        button.setMenu(menu)
        self._row.addWidget(button)
        self._row.addSpacing(_SPACE)

    def _back(self) -> None:
        """Give the focus back to the text."""
        if self._editor is not None:
            self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------------ menus

    def _show(self, menu: QMenu, fill: Callable[[QMenu], None]) -> None:
        for action in menu.actions():
            menu.removeAction(action)
            if action.parent() is menu:
                action.deleteLater()
        if self._editor is not None:
            self._editor.commands.refresh()
            fill(menu)

    def _fill_group(self, menu: QMenu, group: Group) -> None:
        if self._editor is not None:
            menu.addActions(self._editor.commands.in_group(group))

    def _fill_levels(self, menu: QMenu) -> None:
        self._fill_group(menu, Group.PARAGRAPH)

    def _fill_statements(self, menu: QMenu) -> None:
        self._fill_group(menu, Group.STATEMENT)

    def _fill_table(self, menu: QMenu) -> None:
        """Offer the commands of a table inside of one, the size of a new one elsewhere."""
        editor = self._editor
        if editor is None:
            return
        if acts.in_table(editor):
            self._fill_group(menu, Group.TABLE)
            return
        picker = TablePicker(menu)
        place = QWidgetAction(menu)
        place.setDefaultWidget(picker)
        menu.addAction(place)
        menu.setActiveAction(place)

        def insert(rows: int, columns: int) -> None:
            menu.hide()
            acts.new_table(editor, rows, columns)

        picker.picked.connect(insert)
