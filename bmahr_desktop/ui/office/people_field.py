"""Several people picked from the register, one after the other."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from bmahr_desktop.domain.registers import PersonLine
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.records.person_field import PersonField


class PeopleField(QWidget):
    """People in their order: a line to add one, and a button on each that takes them out."""

    edited = Signal(object)
    """Emitted with all uids when the user changed them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("people_field")
        self._uids: tuple[str, ...] = ()
        self._names: dict[str, str] = {}
        self.adding = PersonField(self)
        self.adding.setObjectName("people_field_add")
        self.adding.line.setPlaceholderText(worded(msg("Add somebody by name")))
        self.adding.edited.connect(self._on_picked)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.adding)
        column.addLayout(self._list)
        self.setFocusProxy(self.adding)

    def set_people(self, people: Iterable[PersonLine]) -> None:
        """Offer people, in the order given."""
        lines = list(people)
        self._names = {one.uid: one.printed for one in lines}
        self.adding.set_people(lines)
        self._show()

    def uids(self) -> tuple[str, ...]:
        """Return who is picked."""
        return self._uids

    def set_uids(self, uids: Iterable[str] | None) -> None:
        """Show people, without a signal."""
        self._uids = tuple(uids or ())
        self._show()

    def commit(self) -> bool:
        """Understand what is typed in the line; False, with words why, if nobody is called so."""
        return self.adding.commit()

    def forget_typing(self) -> None:
        """Throw away what is typed in the line."""
        self.adding.forget_typing()
        self.adding.set_value(None)

    def _on_picked(self, uid: str | None) -> None:
        if uid is None:
            return
        self.adding.choose(None)
        if uid not in self._uids:
            self._take((*self._uids, uid))

    def _remove(self, uid: str) -> None:
        self._take(tuple(one for one in self._uids if one != uid))
        self.adding.setFocus()

    def _take(self, uids: tuple[str, ...]) -> None:
        self._uids = uids
        self._show()
        self.edited.emit(uids)

    def _show(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.setObjectName("")  # it goes once its click is over
                widget.deleteLater()
        for uid in self._uids:
            name = self._names.get(uid) or worded(msg("(no longer on file)"))
            button = QToolButton(self)
            button.setObjectName("people_field_remove")
            button.setIcon(icon(IconName.X))
            button.setText(name)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setAutoRaise(True)
            button.setAccessibleName(said(msg("Take {name} out", name=name)))
            button.setToolTip(button.accessibleName())
            button.clicked.connect(lambda _=False, uid=uid: self._remove(uid))
            self._list.addWidget(button)
