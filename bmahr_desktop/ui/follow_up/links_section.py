"""What a resolution has to do with others, walked both ways."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import OutOfReach, Refused
from bmahr_desktop.domain.links import LinkKind, LinkTarget
from bmahr_desktop.domain.registers import ResolutionLine
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations import links, project_links, records
from bmahr_desktop.operations.links import LinkLine
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.ui.agenda.section import ResolutionSection
from bmahr_desktop.ui.background import Errands
from bmahr_desktop.ui.citing.search import ResolutionSearch
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.word_field import ChoiceField
from bmahr_desktop.ui.follow_up.project_line import ProjectLine
from bmahr_desktop.ui.look.digits import digits_in_use, said, shown
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import IconLabel, set_tone
from bmahr_desktop.ui.look.measures import GRID, ICON
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.notices import ErrorNote, UndoBar, announce

_SEEN = 6
_SEARCH_HEIGHT = 32 * GRID
_SHOWN = frozenset({Kind.LINK, Kind.RESOLUTION, Kind.MATTER, Kind.ITEM, Kind.MEETING, Kind.PROJECT})
KINDS: Mapping[LinkKind, Message] = {
    LinkKind.CITES: msg("Cites"),
    LinkKind.CONTINUES: msg("Goes on from"),
    LinkKind.AMENDS: msg("Amends"),
    LinkKind.REVOKES: msg("Revokes"),
    LinkKind.CONCERNS: msg("Concerns"),
}
BACK: Mapping[LinkKind, Message] = {
    LinkKind.CITES: msg("Cited by"),
    LinkKind.CONTINUES: msg("Gone on with in"),
    LinkKind.AMENDS: msg("Amended by"),
    LinkKind.REVOKES: msg("Revoked by"),
    LinkKind.CONCERNS: msg("Concerned by"),
}


class LinksSection(ResolutionSection):
    """The links of one resolution. Keys: Enter opens, Insert adds, Delete removes."""

    open_wanted = Signal(str)
    """Emitted with the uid of what is to be opened at its place."""

    def __init__(self, desk: Desk, errands: Errands, parent: QWidget | None = None) -> None:
        super().__init__(msg("Links"), parent)
        self.setObjectName("links_section")
        self._desk = desk
        self._resolution = ""
        self.lines: tuple[LinkLine, ...] = ()
        self.overruled = Overruled()
        self.list = QListWidget(self)
        self.list.setObjectName("links_list")
        self.list.setAccessibleName(worded(msg("Links to other resolutions")))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemDoubleClicked.connect(lambda _: self.open_chosen())
        self.list.installEventFilter(self)
        self.add = QPushButton(icon(IconName.LINK), worded(msg("Add a link…")), self)
        self.add.setObjectName("link_add")
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self.begin)
        self.kind = ChoiceField(list(KINDS.items()))
        self.kind.setObjectName("link_kind")
        self.search = ResolutionSearch(desk, errands, self)
        self.search.setFixedHeight(_SEARCH_HEIGHT)
        self.search.taken.connect(self._on_taken)
        self.search.given_up.connect(self.leave)
        self.adding = QWidget(self)
        column = QVBoxLayout(self.adding)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(Labelled(msg("What it has to do with it"), self.kind, parent=self.adding))
        column.addWidget(self.search)
        self.adding.hide()
        self.note = ErrorNote(self)
        self.undo = UndoBar(self)
        self.project = ProjectLine(desk, self)
        self.project.taken.connect(self._on_project)
        for widget in (self.list, self.add, self.adding, self.project, self.note, self.undo):
            self.column.addWidget(widget)
        self.column.setAlignment(self.add, Qt.AlignmentFlag.AlignLeft)
        desk.changed.connect(self._on_changed)

    # ------------------------------------------------------------ what it shows

    def show_resolution(self, uid: str) -> None:
        """Show the links of a resolution, in place of those of the one before."""
        if uid != self._resolution:
            self.undo.dismiss()
            self.note.show_text("")
            self.adding.hide()
            self.add.show()
            self.project.leave()
        self._resolution = uid
        self.read_again()

    def read_again(self) -> None:
        """Read the links again."""
        try:
            found = self._desk.read(links.read_links, self._resolution) if self._resolution else []
            if self._resolution:
                found += self._desk.read(project_links.read_links_to_projects, self._resolution)
        except OutOfReach:
            return
        self.lines = tuple(found)
        row = self.list.currentRow()
        self.list.clear()
        for one in self.lines:
            item = QListWidgetItem(icon(_icon_of(one)), worded_line(one, "\n"))
            item.setToolTip(f"{worded_line(one)}\n{one.text}")
            self.list.addItem(item)
        self.list.setCurrentRow(max(0, min(row, len(self.lines) - 1)))
        frame = 2 * self.list.frameWidth()
        room = sum(self.list.sizeHintForRow(row) for row in range(min(len(self.lines), _SEEN)))
        self.list.setFixedHeight(room + frame)
        self.list.setVisible(bool(self.lines))
        self.overruled.show_lines(self.lines)

    # ------------------------------------------------------------ what is done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open, add or remove by a key of the list."""
        if watched is self.list and isinstance(event, QKeyEvent):
            acts = {
                Qt.Key.Key_Return: self.open_chosen,
                Qt.Key.Key_Enter: self.open_chosen,
                Qt.Key.Key_Insert: self.begin,
                Qt.Key.Key_Delete: self.remove,
            }
            act = acts.get(Qt.Key(event.key()))
            if act is not None and event.type() is QEvent.Type.KeyPress:
                act()
                return True
        return super().eventFilter(watched, event)

    def chosen(self) -> LinkLine | None:
        """Return the link that is chosen in the list."""
        row = self.list.currentRow()
        return self.lines[row] if 0 <= row < len(self.lines) else None

    def open_chosen(self) -> None:
        """Open the other end of the chosen link at its place."""
        one = self.chosen()
        if one is not None and one.opens:
            self.open_wanted.emit(one.opens)

    def begin(self) -> None:
        """Let an earlier resolution be found to link to."""
        self.note.show_text("")
        self.add.hide()
        self.adding.show()
        self.search.open_fresh(None, self._resolution)

    def leave(self) -> None:
        """Add no link after all."""
        self.adding.hide()
        self.add.show()
        (self.list if self.lines else self.add).setFocus()

    def _on_taken(self, line: ResolutionLine) -> None:
        kind = LinkKind(str(self.kind.value()))
        try:
            self._desk.write(self, links.link_resolution, self._resolution, line.uid, kind)
        except Refused as refused:
            self.note.show_text(said(refused.messages[0]))
            return
        self.note.show_text("")
        self.leave()
        at = next((n for n, one in enumerate(self.lines) if one.opens == line.uid), 0)
        self.list.setCurrentRow(at)
        self.list.setFocus()

    def _on_project(self, uid: str) -> None:
        try:
            self._desk.write(self, project_links.link_to_project, self._resolution, uid)
        except Refused as refused:
            self.note.show_text(said(refused.messages[0]))
            return
        self.note.show_text("")
        at = next((n for n, one in enumerate(self.lines) if one.opens == uid), 0)
        self.list.setCurrentRow(at)
        self.list.setFocus()

    def remove(self) -> None:
        """Remove the chosen link; it can be put back."""
        one = self.chosen()
        if one is None:
            return
        if not one.uid:
            words = msg("The matter itself goes on from the other: this link cannot be removed.")
            self.note.show_text(said(words))
            return
        self._desk.write(self, records.remove, Kind.LINK, one.uid)

        def put_back() -> None:
            self._desk.write(self, records.restore, Kind.LINK, one.uid)

        self.undo.offer(msg("The link was removed"), put_back)
        (self.list if self.lines else self.add).setFocus()

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.kinds & _SHOWN and self._resolution:
            self.read_again()


class Overruled(QFrame):
    """Says at the head of a resolution that a later one revoked or amended it; else hidden."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("overruled")
        self.setProperty("look", "bar")
        self.words = QLabel(self)
        self.words.setObjectName("overruled_words")
        self.words.setWordWrap(True)
        set_tone(self.words, Role.DANGER)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        row.setSpacing(GRID)
        mark = IconLabel(IconName.ALERT_TRIANGLE, Role.DANGER, ICON, self)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        self.hide()

    def show_lines(self, lines: tuple[LinkLine, ...]) -> None:
        """Say by which resolutions of some links this one was revoked or amended."""
        told = [worded_line(one) for one in lines if one.back and one.kind in links.OVERRULING]
        words = "\n".join(told)
        changed = words != self.words.text()
        self.words.setText(words)
        self.setVisible(bool(told))
        if told and changed:
            announce(self, words)


def worded_line(one: LinkLine, between: str = " · ") -> str:
    """Return a link in words: how, which meeting, when; what it is about, `between` before it."""
    how = worded((BACK if one.back else KINDS)[LinkKind(one.kind)])
    if one.leads_to is LinkTarget.PROJECT and one.opens:
        year = said(msg("B.E. {year}", year=shown(str(one.year))))
        return f"{how}: {' '.join(one.text.split())} · {year}"
    if one.date is None:
        gone = one.words or worded(msg("(no longer on file)"))
        return f"{how}: {gone}"
    date = format_date(one.date, DateStyle.SHORT_FULL_YEAR, digits_in_use())
    where = shown(f"{one.committee} {one.number}/{one.year} · {date}")
    return f"{how}: {where}{between}{' '.join(one.text.split())}"


def _icon_of(one: LinkLine) -> IconName:
    if one.leads_to is LinkTarget.PROJECT:
        return IconName.CHART_GANTT
    if one.kind in links.OVERRULING:
        return IconName.ALERT_TRIANGLE if one.back else IconName.PEN
    return IconName.ARROW_LEFT if one.back else IconName.ARROW_RIGHT
