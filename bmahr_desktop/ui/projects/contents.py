"""The sections of the form of a project, in their order."""

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.records import Record
from bmahr_desktop.ui.projects.budget import BudgetSection
from bmahr_desktop.ui.projects.curve import PictureSection
from bmahr_desktop.ui.projects.files_section import FilesSection
from bmahr_desktop.ui.projects.forms_section import FormsSection
from bmahr_desktop.ui.projects.identity import IdentitySection
from bmahr_desktop.ui.projects.indicators import IndicatorsSection
from bmahr_desktop.ui.projects.ledger import LedgerSection
from bmahr_desktop.ui.projects.place import PlaceSection
from bmahr_desktop.ui.projects.progress import ProgressSection
from bmahr_desktop.ui.projects.resolutions_section import ResolutionsSection
from bmahr_desktop.ui.projects.risks import RisksSection
from bmahr_desktop.ui.projects.sections import Section
from bmahr_desktop.ui.projects.signatories import SignatoriesSection
from bmahr_desktop.ui.projects.steps import StepsSection
from bmahr_desktop.ui.projects.strategies import StrategiesSection
from bmahr_desktop.ui.projects.targets import TargetsSection
from bmahr_desktop.ui.projects.text_section import (
    BenefitsSection,
    CharacteristicsSection,
    EvaluationSection,
    MonitoringSection,
    ObjectivesSection,
    RationaleSection,
)

SECTIONS: tuple[type[Section], ...] = (
    IdentitySection,
    RationaleSection,
    ObjectivesSection,
    TargetsSection,
    CharacteristicsSection,
    StrategiesSection,
    PlaceSection,
    StepsSection,
    BudgetSection,
    RisksSection,
    BenefitsSection,
    IndicatorsSection,
    MonitoringSection,
    EvaluationSection,
    SignatoriesSection,
    LedgerSection,
    ProgressSection,
    PictureSection,
    FormsSection,
    FilesSection,
    ResolutionsSection,
)
"""Those of the proposal in its order, then those of what happens, then what belongs to it."""


def section_of(
    kind: Kind, part: Record | None, field: str, among: tuple[type[Section], ...] = SECTIONS
) -> type[Section]:
    """Return the section that shows a record or a field; the first one where none says so."""
    return next((one for one in among if one.holds(kind, part, field)), among[0])
