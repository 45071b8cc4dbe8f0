"""An item of the agenda, and a paper at the end of the minutes."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations.records import Read
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.word_field import ChoiceField
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.records.body_field import BodyField
from bmahr_desktop.ui.records.form import RecordForm
from bmahr_desktop.ui.records.text_field import TextField


class ItemForm(RecordForm):
    """The title and the kind of an item."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, Kind.ITEM, parent)
        self.title = TextField(lines=1, most=3)
        self.title.setObjectName("item_title")
        title = Labelled(msg("Title of the agenda item"), self.title, parent=self)
        self.bind_text("title", title, self.title)
        kind = ChoiceField(wording.choices(wording.ITEM_KINDS))
        kind.setObjectName("item_kind")
        kind.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        kind.setMinimumContentsLength(8)
        # What can be chosen says by itself what it is: a label would take a line of the text below.
        for tell in (kind.setAccessibleName, kind.setToolTip):
            tell(worded(msg("Kind of agenda item")))
        self.bind_choice("kind", None, kind)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(title)
        column.addWidget(kind)


class AppendixForm(RecordForm):
    """A paper at the end: its title and its body."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, Kind.APPENDIX, parent)
        self.title = TextField(lines=2, most=4)
        self.title.setObjectName("appendix_title")
        row = Labelled(msg("Title of the paper"), self.title, parent=self)
        self.bind_text("title", row, self.title)
        self.body = BodyField(desk, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row)
        column.addWidget(self.body, 1)

    def show_appendix(self, read: Read, meeting: str) -> None:
        """Show a paper."""
        self.show_record(read)
        self.body.show_body(Kind.APPENDIX, read, meeting)

    def drop_unkept(self) -> None:
        """Throw away what could not be kept."""
        super().drop_unkept()
        self.body.drop_unkept()

    def flush(self) -> bool:
        """Keep everything that is typed."""
        return super().flush() and self.body.flush()
