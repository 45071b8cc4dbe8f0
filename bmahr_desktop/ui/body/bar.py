"""The bar above a body: levels, looks, tables, pictures, statements."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QMenu, QToolButton, QWidget, QWidgetAction

from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.ui.body import acts
from bmahr_desktop.ui.body.command_list import Group
from bmahr_desktop.ui.body.editor import BodyEditor
from bmahr_desktop.ui.body.table_picker import TablePicker
from bmahr_desktop.ui.look.icons import IconName, icon

_HEIGHT = 36
_APART = 6
"""Between sections, in pixels."""
_CLOSE = 2
"""Between the buttons of one section."""
_BREAKS = frozenset(
    ("deeper", "number_counted", "move_up", "column_left", "delete_row", "merge_row", "align_left",
     "wider", "detach")
)  # fmt: skip
"""Commands before which a menu draws a line."""


class BodyBar(QWidget):
    """Offers the commands of one editor; what finds no room is in a menu at its end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("body_bar")
        self.setAccessibleName(worded(msg("Tools for the body")))
        self._editor: BodyEditor | None = None
        self._buttons: dict[str, QToolButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, _CLOSE, 0, _CLOSE)
        self._row.setSpacing(_APART)
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        statements = self._menu(
            "statement", msg("From the records"), IconName.REFRESH, self._fill_statements
        )
        statements.setToolTip(worded(msg("Composed by the program")))
        self._sections = [
            self._section(
                self._menu("levels", msg("Level"), IconName.LIST_ORDERED, self._fill_levels)
            ),
            self._section(*self._made("shallower", "deeper")),
            self._section(*self._made("bold", "italic", "underline", "keep_digits")),
            self._section(
                self._menu("table", msg("Table"), IconName.TABLE, self._fill_table, icon_only=True),
                *self._made("insert_picture"),
            ),
            self._section(statements),
        ]
        self._more = self._menu(
            "more", msg("More tools"), IconName.MORE_HORIZONTAL, self._fill_more, icon_only=True
        )
        self._row.addWidget(self._more)
        self._row.addStretch(1)
        self._more.hide()
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
            for before in button.actions():
                button.removeAction(before)
            action = editor.commands[name]
            button.setDefaultAction(action)
            button.setAccessibleName(action.text())

    def leave_statements_out(self) -> None:
        """Offer no statements of a meeting: the body belongs to something else."""
        self._sections.pop().hide()
        if self._editor is not None:
            for action in self._editor.commands.in_group(Group.STATEMENT):
                action.setVisible(False)

    def _on_gone(self) -> None:
        self._editor = None
        self.setEnabled(False)

    # ------------------------------------------------------------------ room

    def sizeHint(self) -> QSize:
        """Return the size at which every button finds room."""
        widths = [section.sizeHint().width() for section in self._sections]
        return QSize(sum(widths) + _APART * (len(widths) - 1), _HEIGHT + 2 * _CLOSE)

    def minimumSizeHint(self) -> QSize:
        """Return the size at which everything is in the menu at the end."""
        return QSize(self._more.sizeHint().width(), _HEIGHT + 2 * _CLOSE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the sections that find room, from the left."""
        super().resizeEvent(event)
        whole = self.sizeHint().width() <= self.width()
        left = self.width() if whole else self.width() - self._more.sizeHint().width()
        for section in self._sections:
            left -= section.sizeHint().width()
            section.setVisible(left >= 0)
            left -= _APART
        self._more.setVisible(not whole)

    # ------------------------------------------------------------------ buttons

    def _section(self, *buttons: QToolButton) -> QWidget:
        section = QWidget(self)
        row = QHBoxLayout(section)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_CLOSE)
        for button in buttons:
            row.addWidget(button)
        self._row.addWidget(section)
        return section

    def _made(self, *names: str) -> Iterable[QToolButton]:
        for name in names:
            button = self._button(name)
            button.clicked.connect(self._back)
            self._buttons[name] = button
            yield button

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"{name}_button")
        button.setAutoRaise(True)
        button.setMinimumSize(_HEIGHT, _HEIGHT)
        return button

    def _menu(
        self,
        name: str,
        words: Message,
        image: IconName,
        fill: Callable[[QMenu], None],
        *,
        icon_only: bool = False,
    ) -> QToolButton:
        button = self._button(name)
        styles = Qt.ToolButtonStyle
        button.setToolButtonStyle(
            styles.ToolButtonIconOnly if icon_only else styles.ToolButtonTextBesideIcon
        )
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setText(worded(words))
        button.setToolTip(worded(words))
        button.setAccessibleName(worded(words))
        button.setIcon(icon(image))
        menu = QMenu(worded(words), button)
        menu.setObjectName(f"{name}_menu")
        menu.setIcon(icon(image))
        menu.aboutToShow.connect(lambda: self._show(menu, fill))
        menu.aboutToHide.connect(self._back)
        button.setMenu(menu)
        return button

    def _back(self) -> None:
        """Give the focus back to the text."""
        if self._editor is not None:
            self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------------ menus

    def _show(self, menu: QMenu, fill: Callable[[QMenu], None]) -> None:
        menu.clear()
        if self._editor is not None:
            self._editor.commands.refresh()
            fill(menu)

    def _fill_group(self, menu: QMenu, group: Group) -> None:
        if self._editor is None:
            return
        for action in self._editor.commands.in_group(group):
            if action.objectName() in _BREAKS:
                menu.addSeparator()
            menu.addAction(action)

    def _fill_levels(self, menu: QMenu) -> None:
        self._fill_group(menu, Group.PARAGRAPH)

    def _fill_statements(self, menu: QMenu) -> None:
        self._fill_group(menu, Group.STATEMENT)

    def _fill_more(self, menu: QMenu) -> None:
        for section in self._sections:
            if not section.isHidden():
                continue
            menu.addSeparator()
            for button in section.findChildren(QToolButton):
                if button.menu() is not None:
                    menu.addMenu(button.menu())
                else:
                    menu.addAction(button.defaultAction())

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
        place.setEnabled(not editor.isReadOnly())
        menu.addAction(place)

        def insert(rows: int, columns: int) -> None:
            self._close_menus(menu)
            acts.new_table(editor, rows, columns)

        picker.picked.connect(insert)

    def _close_menus(self, menu: QMenu) -> None:
        menu.close()
        self._more.menu().close()
