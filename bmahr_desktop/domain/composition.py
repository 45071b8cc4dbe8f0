"""Composes the minutes: from the records of a meeting to the paper that prints them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from bmahr_desktop.domain import statements
from bmahr_desktop.domain.attending import notes_of
from bmahr_desktop.domain.body import (
    Body,
    Composed,
    ComposedKind,
    Numbering,
    Paragraph,
    Picture,
    Table,
    TextRun,
)
from bmahr_desktop.domain.committee import Committee
from bmahr_desktop.domain.heading import before_name, place_line
from bmahr_desktop.domain.imprint import offices_in, rooms_in, secrecy_words
from bmahr_desktop.domain.meeting import (
    AgendaItem,
    AttendanceList,
    Matter,
    MatterState,
    Meeting,
    Resolution,
    Section,
    SectionKind,
    Signature,
)
from bmahr_desktop.domain.minutes import (
    MinutesPaper,
    PaperAppendix,
    PaperBlock,
    PaperCell,
    PaperItem,
    PaperList,
    PaperMatter,
    PaperParagraph,
    PaperPicture,
    PaperSection,
    PaperTable,
    SignatureBlock,
    TextKey,
)
from bmahr_desktop.domain.not_held import NOT_HELD, what_happened, who_came
from bmahr_desktop.domain.vote_words import conflict_statement, decided_statement
from bmahr_desktop.i18n import paper
from bmahr_desktop.thai import numbering
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.thai.digits import made_in_style


def compose_minutes(
    meeting: Meeting, committee: Committee, pictures: Mapping[str, bytes], *, draft: bool = False
) -> MinutesPaper:
    """Compose the minutes of a meeting.

    Args:
        meeting: The meeting with all that is recorded of it.
        committee: Whose meeting it is: names, words and form of its papers.
        pictures: The files of the pictures in its bodies, by their SHA-256.
        draft: Whether to mark every page as a draft.
    """
    return _Composition(meeting, committee, pictures).paper(draft=draft)


def compose_heading(meeting: Meeting, committee: Committee) -> tuple[str, ...]:
    """Return the lines at the head of the minutes."""
    return _Composition(meeting, committee, {}).heading()


def compose_items(
    meeting: Meeting,
    committee: Committee,
    pictures: Mapping[str, bytes],
    wanted: Collection[str],
) -> tuple[PaperItem, ...]:
    """Compose a part of the minutes, its numbers those of the whole.

    Args:
        meeting: The meeting with all that is recorded of it.
        committee: Whose meeting it is.
        pictures: The files of the pictures in its bodies, by their SHA-256.
        wanted: The uids of items, matters or resolutions; of the matter that a resolution belongs
            to, no other resolution is composed.
    """
    composition = _Composition(meeting, committee, pictures)
    found = (
        composition.item_with(number, item, frozenset(wanted))
        for number, item in enumerate(meeting.agenda, 1)
    )
    return tuple(item for item in found if item is not None)


def compose_statement(meeting: Meeting, committee: Committee, kind: ComposedKind) -> Body:
    """Return a composed statement as paragraphs that could have been typed."""
    blocks = _Composition(meeting, committee, {}).statement(kind)
    return tuple(typed for block in blocks for typed in _as_typed(block))


def _as_typed(block: PaperBlock) -> Iterator[Paragraph]:
    match block:
        case PaperParagraph():
            numbering_ = Numbering.TYPED if block.label else Numbering.NONE
            yield Paragraph(block.runs, block.level, numbering_, block.label)
        case PaperList():
            for row in block.rows:
                words = " ".join([*row.lines, *row.at_right])
                yield Paragraph((TextRun(text=words),), 1, Numbering.TYPED, row.number)
        case PaperTable() | PaperPicture():
            return


class _Composition:
    """One meeting on its way to paper."""

    def __init__(
        self, meeting: Meeting, committee: Committee, pictures: Mapping[str, bytes]
    ) -> None:
        self._meeting, self._committee, self._pictures = meeting, committee, pictures
        self._digits = committee.form.digits

    def paper(self, *, draft: bool) -> MinutesPaper:
        meeting, committee = self._meeting, self._committee
        heading = self.heading()
        held = meeting.state not in NOT_HELD
        opening, closing = self._hours() if held else what_happened(meeting, self._digits)
        agenda = meeting.agenda if held else ()
        return MinutesPaper(
            heading=heading,
            lists=tuple(self._lists()),
            opening=opening,
            items=tuple(self._item(number, item) for number, item in enumerate(agenda, 1)),
            closing=closing,
            signatures=tuple(map(_signature, meeting.signatures)),
            appendices=tuple(
                PaperAppendix(
                    _titled(appendix.title, TextKey(appendix.uid, "title")),
                    tuple(self._blocks(appendix.body, TextKey(appendix.uid, "body"))),
                )
                for appendix in meeting.appendices
            ),
            form=committee.form,
            secrecy=secrecy_words(meeting.secrecy),
            draft=draft,
            title=" ".join(heading[:2]),
            author=committee.name,
            names=frozenset(one.name for one in meeting.attendance) | rooms_in(meeting),
            offices=frozenset(offices_in(meeting)),
            changed=meeting.changed,
        )

    def _hours(self) -> tuple[str, str]:
        return (
            paper("The meeting began at {time}", time=self._clock(self._meeting.start)),
            paper("The meeting ended at {time}", time=self._clock(self._meeting.end)),
        )

    def _clock(self, time: str | None) -> str:
        if time is None:
            return paper("{dots} o'clock", dots=statements.UNKNOWN)
        return statements.clock(time, self._digits)

    # ------------------------------------------------------------------ head

    def heading(self) -> tuple[str, ...]:
        meeting, committee = self._meeting, self._committee
        number = statements.meeting_name(meeting.number, meeting.year, self._digits)
        date = format_date(meeting.date, DateStyle.LONG, self._digits)
        said = paper("on the date of {date}") if committee.form.say_when else paper("date {date}")
        lines = (
            before_name(paper("Minutes of"), committee.name),
            paper("meeting {meeting}", meeting=number),
            said.format(date=date),
            place_line(meeting),
        )
        return tuple(line for line in lines if line)

    def _lists(self) -> Iterator[PaperList]:
        headings = {
            AttendanceList.PRESENT: paper("Members present"),
            AttendanceList.ABSENT: paper("Members absent"),
            AttendanceList.PARTICIPANT: paper("Others present"),
        }
        notes = notes_of(self._meeting, self._digits)
        for kind, heading in headings.items():
            people = tuple(one for one in who_came(self._meeting) if one.list is kind)
            if people:
                rows = statements.list_rows(people, self._digits, notes)
                yield PaperList(rows, heading, wide_right=kind is AttendanceList.PARTICIPANT)

    # ------------------------------------------------------------------ agenda

    def _item(self, number: int, item: AgendaItem) -> PaperItem:
        labelled = self._labelled(number, item)
        matters = [self._matter(matter, label) for matter, label in labelled]
        return self._item_of(number, item, matters)

    def _item_of(self, number: int, item: AgendaItem, matters: Sequence[PaperMatter]) -> PaperItem:
        printed = made_in_style(str(number), self._digits)
        title = _titled(item.title, TextKey(item.uid, "title"))
        return PaperItem(paper("Agenda item {number}", number=printed), title, tuple(matters))

    def _labelled(self, number: int, item: AgendaItem) -> Iterator[tuple[Matter, str]]:
        """Yield the matters of an item, numbered where several have a title."""
        count = iter(range(1, len(item.matters) + 1))
        several = sum(bool(matter.title) for matter in item.matters) > 1
        for matter in item.matters:
            own = f"{number}.{next(count)}" if matter.title and several else ""
            yield matter, made_in_style(own, self._digits)

    def item_with(self, number: int, item: AgendaItem, wanted: frozenset[str]) -> PaperItem | None:
        """Return an item with what is wanted of it; None if nothing is."""
        if item.uid in wanted:
            return self._item(number, item)
        matters = []
        for matter, label in self._labelled(number, item):
            resolved = wanted & {one.uid for one in matter.resolutions}
            if matter.uid in wanted:
                matters.append(self._matter(matter, label))
            elif resolved:
                matters.append(self._matter(matter, label, resolved))
        return self._item_of(number, item, matters) if matters else None

    def _matter(
        self, matter: Matter, label: str, only: Collection[str] | None = None
    ) -> PaperMatter:
        title = _titled(matter.title, TextKey(matter.uid, "title"))
        titled = replace(title, label=label) if matter.title else None
        if matter.state is MatterState.UNDISCUSSED:
            left = PaperParagraph((TextRun(text=paper("left for the next meeting")),))
            return PaperMatter(titled, (PaperSection("", (left,)),), "", ())
        sections = [
            PaperSection(
                self._section_heading(section),
                tuple(self._blocks(section.body, TextKey(section.uid, "body"))),
            )
            for section in matter.sections
        ]
        if out := tuple(conflict_statement(self._meeting, matter)):
            sections.append(PaperSection("", out))
        return PaperMatter(
            titled,
            tuple(sections),
            self._committee.labels.resolution if matter.resolutions else "",
            tuple(self._resolutions(matter, only)),
        )

    def _section_heading(self, section: Section) -> str:
        if section.heading is not None:
            return section.heading
        labels = self._committee.labels
        match section.kind:
            case SectionKind.SUBSTANCE:
                return paper("Substance of the matter")
            case SectionKind.OPINION:
                return labels.opinion
            case SectionKind.DISCUSSION:
                return labels.discussion
            case SectionKind.TEXT | SectionKind.REQUEST:
                return ""

    def _resolutions(
        self, matter: Matter, only: Collection[str] | None = None
    ) -> Iterator[PaperBlock]:
        count = numbering.Numbering(self._digits)
        several = len(matter.resolutions) > 1
        for resolution in matter.resolutions:
            label = count.next(1) if several else ""
            if only is not None and resolution.uid not in only:
                continue
            if resolution.composed and matter.adopts:
                yield from statements.adoption_statement(matter.adopts, self._digits)
            else:
                yield from _worded(resolution, label)
            yield from decided_statement(self._meeting, resolution, self._digits)

    # ------------------------------------------------------------------ bodies

    def _blocks(self, body: Body, key: TextKey) -> Iterator[PaperBlock]:
        count = numbering.Numbering(self._digits)
        for number, block in enumerate(body):
            own = key._replace(block=number)
            match block:
                case Paragraph():
                    yield _paragraph(block, count, own)
                case Table():
                    yield self._table(block, own)
                case Picture():
                    caption = PaperParagraph((TextRun(text=block.caption),), key=own)
                    yield PaperPicture(self._pictures.get(block.file), block.width_mm, caption)
                case Composed():
                    label = _label(block, count)
                    for at, part in enumerate(self.statement(block.statement)):
                        if isinstance(part, PaperParagraph) and not part.label:
                            part = replace(
                                part,
                                level=block.level,
                                label="" if at else label,
                                numbered=not at and _is_counted(block),
                            )
                        yield part

    def _table(self, table: Table, key: TextKey) -> PaperTable:
        rows = []
        for r, row in enumerate(table.rows):
            cells = []
            for c, cell in enumerate(row):
                count = numbering.Numbering(self._digits)
                paragraphs = tuple(
                    _paragraph(paragraph, count, key._replace(cell=(r, c, p)))
                    for p, paragraph in enumerate(cell.paragraphs)
                )
                cells.append(PaperCell(paragraphs, cell.span, cell.align))
            rows.append(tuple(cells))
        return PaperTable(table.widths, tuple(rows), table.header_rows)

    def statement(self, kind: ComposedKind) -> Iterator[PaperBlock]:
        """Yield a statement made from the records."""
        meeting, committee, digits = self._meeting, self._committee, self._digits
        match kind:
            case ComposedKind.ATTENDANCE:
                yield from statements.attendance_statement(meeting, committee.labels, digits)
            case ComposedKind.NEXT_MEETING if meeting.next_meeting:
                name = committee.short_name or committee.name
                yield from statements.next_meeting_statement(meeting.next_meeting, name, digits)
            case ComposedKind.CORRECTIONS:
                for item in meeting.agenda:
                    for matter in item.matters:
                        if matter.adopts:
                            yield from statements.adoption_statement(matter.adopts, digits)
            case ComposedKind.NEXT_MEETING:
                return


def _titled(text: str, key: TextKey) -> PaperParagraph:
    return PaperParagraph((TextRun(text=text),), key=key)


def _label(block: Paragraph | Composed, count: numbering.Numbering) -> str:
    match block.numbering:
        case Numbering.AUTOMATIC:
            return count.next(block.level)
        case Numbering.TYPED:
            return block.label
        case Numbering.NONE:
            return ""


def _is_counted(block: Paragraph | Composed) -> bool:
    return block.numbering is Numbering.AUTOMATIC and block.level > 0


def _paragraph(paragraph: Paragraph, count: numbering.Numbering, key: TextKey) -> PaperParagraph:
    label, counted = _label(paragraph, count), _is_counted(paragraph)
    return PaperParagraph(paragraph.runs, label, paragraph.level, key, numbered=counted)


def _worded(resolution: Resolution, label: str) -> Iterator[PaperBlock]:
    """Yield the wording of a resolution, a paragraph for each typed line."""
    key = TextKey(resolution.uid, "text")
    offset = 0
    for line in resolution.text.split("\n"):
        level = 1 if label else 0
        yield PaperParagraph((TextRun(text=line),), label, level, key, offset, bool(label))
        label, offset = "", offset + len(line) + 1


def _signature(signature: Signature) -> SignatureBlock:
    lines = (*signature.lines, signature.label) if signature.label else signature.lines
    return SignatureBlock(signature.name, lines, TextKey(signature.uid, "name"))
