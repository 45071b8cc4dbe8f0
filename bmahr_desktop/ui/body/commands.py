"""The actions of an editor: its commands with their keys, for menus, bars and the list of keys."""

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.ui.body.command_list import COMMANDS, GROUP_NAMES, Command, Group
from bmahr_desktop.ui.body.editable import EditableBody
from bmahr_desktop.ui.body.pressed import pressed
from bmahr_desktop.ui.look.icons import IconName, icon

_PAUSE_MS = 60
_COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_TICKED = frozenset((Group.TEXT, Group.PARAGRAPH, Group.TABLE))
"""Groups whose menus show ticks, which an icon would stand in the way of."""
_IN_MENU = (
    Group.TEXT, Group.PARAGRAPH, Group.TABLE, Group.INSERT, Group.STATEMENT, Group.WORDS,
    Group.SEARCH,
)  # fmt: skip
_SHORTCUT = "{words} ({keys})"


class Commands(QObject):
    """The commands of one editor as actions, whose keys work while it has the focus."""

    def __init__(self, editor: EditableBody) -> None:
        super().__init__(editor)
        self._editor = editor
        self._actions = {command.name: self._made(command) for command in COMMANDS}
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        for signal in (editor.cursorPositionChanged, editor.currentCharFormatChanged):
            signal.connect(self._soon)
        editor.changed.connect(self._soon)
        self.refresh()

    def __getitem__(self, name: str) -> QAction:
        """Return an action by its command's name."""
        return self._actions[name]

    def _made(self, command: Command) -> QAction:
        words = worded(command.text)
        action = QAction(words, self._editor)
        action.setObjectName(command.name)
        if command.icon is not None:
            action.setIcon(icon(command.icon))
            action.setIconVisibleInMenu(command.group not in _TICKED)
        if command.keys:
            action.setShortcut(QKeySequence(command.keys))
            keys = QKeySequence(command.keys).toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(_SHORTCUT.format(words=words, keys=keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setCheckable(command.checked is not None)
        action.triggered.connect(lambda: self._run(command))
        self._editor.addAction(action)
        return action

    def _run(self, command: Command) -> None:
        if self._is_possible(command):
            command.act(self._editor)
        self.refresh()

    def _soon(self) -> None:
        if not self._pause.isActive():
            self._pause.start()

    def refresh(self) -> None:
        """Show which commands are possible where the caret is, and which are on."""
        for command in COMMANDS:
            action = self._actions[command.name]
            action.setEnabled(self._is_possible(command))
            if command.checked is not None:
                action.setChecked(command.checked(self._editor))

    def _is_possible(self, command: Command) -> bool:
        editor = self._editor
        may = command.reading or not editor.isReadOnly()
        return may and (command.possible is None or command.possible(editor))

    def of_keys(self, event: QKeyEvent) -> QAction | None:
        """Return the possible command that the keys of an event stand for, if any."""
        if not (event.modifiers() & _COMMANDING or event.key() >= Qt.Key.Key_F1):
            return None
        if self._pause.isActive():
            self._pause.stop()
            self.refresh()
        keys = pressed(event)
        found = (one for one in self._actions.values() if one.shortcut() == keys)
        return next((one for one in found if one.isEnabled()), None)

    def groups(self) -> dict[str, list[QAction]]:
        """Return the actions under the names of their groups, as a list of keys shows them."""
        return {worded(name): self.in_group(group) for group, name in GROUP_NAMES.items()}

    def in_group(self, group: Group) -> list[QAction]:
        """Return the actions of a group."""
        return [self._actions[command.name] for command in COMMANDS if command.group is group]

    def menu(self, parent: QWidget) -> QMenu:
        """Return a menu of what can be done where the caret is."""
        self.refresh()
        menu = QMenu(parent)
        menu.setObjectName("body_menu")
        for entry in self._usual(menu):
            menu.addAction(entry)
        menu.addAction(self["paste_plain"])
        for group in _IN_MENU:
            possible = [action for action in self.in_group(group) if action.isEnabled()]
            if possible:
                sub = menu.addMenu(worded(GROUP_NAMES[group]))
                sub.addActions(possible)
        return menu

    def _usual(self, menu: QMenu) -> list[QAction]:
        editor = self._editor
        editable, selected = not editor.isReadOnly(), editor.textCursor().hasSelection()
        document = editor.document()
        keys = QKeySequence.StandardKey
        made = []
        for name, words, key, image, act, possible in (
            ("undo", msg("Undo"), keys.Undo, IconName.UNDO, editor.undo,
             editable and document.isUndoAvailable()),
            ("redo", msg("Redo"), keys.Redo, IconName.REDO, editor.redo,
             editable and document.isRedoAvailable()),
            ("cut", msg("Cut"), keys.Cut, IconName.SCISSORS, editor.cut, editable and selected),
            ("copy", msg("Copy"), keys.Copy, IconName.COPY, editor.copy, selected),
            ("paste", msg("Paste"), keys.Paste, IconName.CLIPBOARD_PASTE, editor.paste,
             editable and editor.canPaste()),
            ("select_all", msg("Select all"), keys.SelectAll, None, editor.selectAll, True),
        ):  # fmt: skip
            action = QAction(worded(words), menu)
            action.setObjectName(name)
            action.setShortcut(QKeySequence(key))
            if image is not None:
                action.setIcon(icon(image))
            action.triggered.connect(act)
            action.setEnabled(possible)
            made.append(action)
        return made
