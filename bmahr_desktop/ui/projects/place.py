"""When and where a project is carried out."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.projects.project import Project, ProjectText, TextKind
from bmahr_desktop.domain.records import Record
from bmahr_desktop.i18n import msg
from bmahr_desktop.thai.dates import DateStyle, fiscal_months, format_date
from bmahr_desktop.ui.fields.date_field import DateField
from bmahr_desktop.ui.look.digits import digits_in_use, said
from bmahr_desktop.ui.look.marks import State
from bmahr_desktop.ui.projects.project_form import ProjectForm, grid_of
from bmahr_desktop.ui.projects.sections import Around, Section
from bmahr_desktop.ui.projects.standing_label import StandingLabel
from bmahr_desktop.ui.projects.text_section import ProjectTextField
from bmahr_desktop.ui.projects.wording import TEXTS

_TOP = Qt.AlignmentFlag.AlignTop


class PlaceForm(ProjectForm):
    """The first and the last day, and where, on one line."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(around.desk, parent)
        grid = grid_of(4)
        start = DateField(today=around.today)
        end = DateField(today=around.today)
        grid.addWidget(self.typed("start", msg("First day"), start), 0, 0, 1, 2, _TOP)
        grid.addWidget(self.typed("end", msg("Last day"), end), 0, 2, 1, 2, _TOP)
        self.standing = StandingLabel(self)
        grid.addWidget(self.standing, 1, 0, 1, 4)
        grid.addWidget(self.word("place", msg("Place, on one line")), 2, 0, 1, 4, _TOP)
        self.setLayout(grid)
        self.amended.connect(lambda _: self._look())

    def _show_all(self) -> None:
        super()._show_all()
        if self.record is not None:
            self._look()

    def _look(self) -> None:
        """Say at once where the days are the wrong way round or outside of the fiscal year."""
        start, end = self.record.start, self.record.end
        months = fiscal_months(self.record.year)
        outside = [day for day in (start, end) if day and (day.year, day.month) not in months]
        if start and end and end < start:
            self.standing.show_standing(
                State.WAITING, said(msg("The last day is before the first one."))
            )
        elif outside:
            day = format_date(outside[0], DateStyle.LONG, digits_in_use())
            words = msg("{day} is not in the fiscal year of the project.", day=day)
            self.standing.show_standing(State.WAITING, said(words))
        else:
            self.standing.clear_words()


class PlaceSection(Section):
    """ระยะเวลาและสถานที่ดำเนินการ."""

    title = TEXTS[TextKind.PLACE]
    kinds = frozenset({Kind.PROJECT_TEXT})
    fields = frozenset({"start", "end", "place"})
    roomy = True

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.form = PlaceForm(around, self)
        self.text = ProjectTextField(self.desk, TextKind.PLACE, self)
        self.column.addWidget(self.form)
        self.column.addWidget(self.text, 1)

    @classmethod
    def is_complete(cls, project: Project) -> bool:
        """Tell whether both days and a place are given."""
        return bool(project.start and project.end and project.place)

    @classmethod
    def holds(cls, kind: Kind, part: Record | None, field: str) -> bool:
        """Tell whether it is the text of the place, or one of its fields."""
        if kind is Kind.PROJECT_TEXT:
            return isinstance(part, ProjectText) and part.kind is TextKind.PLACE
        return super().holds(kind, part, field)

    def show_project(self, uid: str | None) -> None:
        """Show when and where a project is carried out."""
        self.form.show_uid(uid)
        self.text.show_owner(uid)

    def flush(self) -> bool:
        """Keep what is typed."""
        kept = (self.form.flush(), self.text.body.flush())
        return all(kept)

    def drop_unkept(self) -> None:
        """Throw away what could not be kept."""
        self.form.drop_unkept()
        self.text.body.drop_unkept()

    def go_to(self, kind: Kind, uid: str, field: str) -> bool:
        """Put the keyboard into a field or the text."""
        if kind is Kind.PROJECT_TEXT:
            self.text.begin()
        elif not self.form.focus_field(field):
            self.begin()
        return True
