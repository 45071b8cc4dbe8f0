"""Papers that list records in tables: the follow-up table, the index of resolutions."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field as field_of

from bmahr_desktop.domain.body import CellAlign, TextRun
from bmahr_desktop.domain.committee import Committee, MinutesForm
from bmahr_desktop.domain.imprint import Imprint, secrecy_words
from bmahr_desktop.domain.letter_paper import line
from bmahr_desktop.domain.meeting import Secrecy
from bmahr_desktop.domain.minutes import PaperCell, PaperParagraph, PaperTable, TextKey


@dataclass(frozen=True)
class ListingPart:
    """A table under a heading.

    Attributes:
        heading: Over the table; empty where the paper has but one.
        table: The table; None where there is nothing to list.
        nothing: What stands in place of the table then.
    """

    heading: str
    table: PaperTable | None
    nothing: str = ""


@dataclass(frozen=True)
class ListingPaper:
    """A paper of tables.

    Attributes:
        heading: The lines at the head.
        notes: Below them: what was looked for, the date of issue.
        parts: Its tables, each after the first on a new page.
        lying: Whether the paper lies on its side.
        imprint: Its form, and what the file says of itself.
    """

    heading: tuple[str, ...]
    notes: tuple[PaperParagraph, ...]
    parts: tuple[ListingPart, ...]
    imprint: Imprint
    lying: bool = False


@dataclass(frozen=True)
class Surroundings:
    """What the listed resolutions were taken in, beyond what is listed.

    Attributes:
        committee: Whose they all are; None for several committees.
        names: Of committees, by their uids, to tell the rows of several apart.
        secrecies: The classes of their meetings.
        changed: When the last of them was changed.
    """

    committee: Committee | None
    names: dict[str, str] = field_of(default_factory=dict)
    secrecies: frozenset[Secrecy] = frozenset()
    changed: datetime.datetime = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)

    @property
    def form(self) -> MinutesForm:
        """The form of the paper: that of the committee."""
        return self.committee.form if self.committee else MinutesForm()

    def imprint(self, title: str, offices: frozenset[str] = frozenset()) -> Imprint:
        """Return the imprint of a paper; its class of secrecy is the highest of what it lists."""
        highest = max(self.secrecies or {Secrecy.NONE}, key=list(Secrecy).index)
        return Imprint(
            form=self.form,
            title=title,
            author=self.committee.name if self.committee else "",
            secrecy=secrecy_words(highest),
            offices=offices,
            changed=self.changed,
        )


def cell(*lines: str | PaperParagraph, align: CellAlign | None = None, span: int = 1) -> PaperCell:
    """Return a cell of some lines, without those that are empty."""
    made = tuple(line(one) if isinstance(one, str) else one for one in lines if one)
    return PaperCell(made or (PaperParagraph(()),), span, align)


def centred(*lines: str) -> PaperCell:
    """Return a cell whose lines stand in the middle."""
    return cell(*lines, align=CellAlign.CENTER)


def heads(*names: str) -> tuple[PaperCell, ...]:
    """Return the row that names the columns."""
    return tuple(cell(bold(name), align=CellAlign.CENTER) for name in names)


def bold(words: str) -> PaperParagraph:
    """Return a bold line."""
    return PaperParagraph((TextRun(text=words, bold=True),))


def text_lines(text: str, key: TextKey) -> Sequence[PaperParagraph]:
    """Return a text word by word, a paragraph for each typed line."""
    made, offset = [], 0
    for one in text.split("\n"):
        made.append(PaperParagraph((TextRun(text=one),) if one else (), key=key, offset=offset))
        offset += len(one) + 1
    return made
