"""The agenda of old minutes as records: items, matters, their parts, resolutions."""

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bmahr_desktop.domain.adoption import Adoption
from bmahr_desktop.domain.agenda import ItemKind
from bmahr_desktop.domain.body import Paragraph, words_of
from bmahr_desktop.domain.committee import Committee, Labels
from bmahr_desktop.domain.habits.signs import item_kind
from bmahr_desktop.domain.habits.wording import (
    adoption_of,
    assignments_of,
    kinds_of,
    may_act_before_adoption,
)
from bmahr_desktop.domain.meeting import (
    AgendaItem,
    Matter,
    MatterState,
    Resolution,
    ResolutionKind,
    Section,
    SectionKind,
)
from bmahr_desktop.domain.old_minutes import Part, PartKind, Piece
from bmahr_desktop.domain.people import Unit
from bmahr_desktop.domain.proposals.bodies import Stuff, body_of
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.domain.statements import adoption_words
from bmahr_desktop.i18n import paper
from bmahr_desktop.thai.searchkey import search_key

_LABEL_TAB = re.compile(r"^(\S{1,8})\t[ \t]*")
_EDGE = " \t\u00a0\n:："


@dataclass
class _Heap:
    """A section that is being filled."""

    kind: SectionKind
    heading: str | None
    stuff: list[Stuff] = field(default_factory=list)


@dataclass
class _Work:
    """A matter that is being filled."""

    title: list[str] = field(default_factory=list)
    sections: list[_Heap] = field(default_factory=list)
    resolutions: list[list[str]] = field(default_factory=list)

    def put(self, stuff: Stuff) -> None:
        """Put something into the section that is open."""
        if not self.sections:
            self.sections.append(_Heap(SectionKind.TEXT, None))
        self.sections[-1].stuff.append(stuff)


@dataclass
class _ItemWork:
    title: list[str] = field(default_factory=list)
    matters: list[_Work] = field(default_factory=list)

    def matter(self, number: int) -> _Work:
        """Return a matter by its number; 0 is the first one."""
        while len(self.matters) < max(number, 1):
            self.matters.append(_Work())
        return self.matters[max(number, 1) - 1]


class AgendaMaker:
    """Makes the agenda of one meeting."""

    def __init__(
        self,
        committee: Committee,
        units: Iterable[Unit],
        pieces: Mapping[int, Piece],
        held: datetime.date | None,
    ) -> None:
        """Take what is known.

        Args:
            committee: Whose meeting it was.
            units: Those on file.
            pieces: Of the file, by their numbers.
            held: When the meeting was held.
        """
        self._committee, self._units, self._held = committee, tuple(units), held
        self._pieces = pieces
        self._items: list[_ItemWork] = []
        self._front: list[Stuff] = []
        self._behind: list[Stuff] = []
        self._ended = False

    def make(self, parts: Sequence[Part]) -> tuple[AgendaItem, ...]:
        """Return the items; words of no item stand in the nearest one."""
        for part in parts:
            self._take(part)
        if (self._front or self._behind) and not self._items:
            self._items.append(_ItemWork([paper("Text of earlier minutes")]))
        if self._front:
            first = self._items[0].matter(1)
            first.sections.insert(0, _Heap(SectionKind.TEXT, None, self._front))
        if self._behind:
            last = self._items[-1]
            last.matters.append(_Work(sections=[_Heap(SectionKind.TEXT, None, self._behind)]))
        return tuple(self._item(one) for one in self._items)

    # ------------------------------------------------------------------ gathering

    def _take(self, part: Part) -> None:
        match part.kind:
            case PartKind.ITEM:
                while len(self._items) < part.item:
                    self._items.append(_ItemWork())
                self._items[part.item - 1].title.append(part.words)
            case PartKind.ITEM_TITLE if part.item:
                self._items[part.item - 1].title.append(part.words)
            case PartKind.MATTER | PartKind.MATTER_MORE if part.item:
                self._matter(part).title.append(part.words)
            case PartKind.SECTION if part.item:
                kind = part.found if isinstance(part.found, SectionKind) else SectionKind.TEXT
                heading = _heading(part.words, kind, self._committee.labels)
                self._matter(part).sections.append(_Heap(kind, heading))
            case PartKind.RESOLUTION if part.item:
                self._matter(part).resolutions.append([_line(part.words)])
            case PartKind.RESOLUTION_MORE if part.item:
                self._more(part)
            case PartKind.END:
                self._ended = True
            case _ if part.kind in _TEXTS:
                self._put(part)

    def _matter(self, part: Part) -> _Work:
        while len(self._items) < part.item:
            self._items.append(_ItemWork())
        return self._items[part.item - 1].matter(part.matter)

    def _more(self, part: Part) -> None:
        resolutions = self._matter(part).resolutions
        if not resolutions:
            resolutions.append([])
        resolutions[-1].append(_line(part.words))

    def _put(self, part: Part) -> None:
        stuff = Stuff(part, self._pieces.get(part.piece))
        if self._ended:
            self._behind.append(stuff)
        elif not part.item:
            self._front.append(stuff)
        else:
            self._matter(part).put(stuff)

    # ------------------------------------------------------------------ making

    def _item(self, work: _ItemWork) -> AgendaItem:
        title = "\n".join(filter(None, (line.strip(_EDGE) for line in work.title)))
        kind = item_kind(title)
        matters = tuple(self._made(one, title, kind) for one in work.matters)
        return AgendaItem(uid=new_uid(), title=title, kind=kind, matters=matters)

    def _made(self, work: _Work, item_title: str, kind: ItemKind) -> Matter:
        title = "\n".join(filter(None, (line.strip(_EDGE) for line in work.title)))
        texts = ["\n".join(filter(None, lines)) for lines in work.resolutions]
        resolutions = tuple(self._resolution(text) for text in texts)
        adopts = None
        if kind is ItemKind.ADOPT or any(ResolutionKind.ADOPT in r.kinds for r in resolutions):
            # What earlier minutes were adopted is cited in the title more often than not.
            adopts = adoption_of(f"{item_title}\n{title}", "\n".join(texts))
        if adopts:
            resolutions = tuple(self._composed(one, adopts) for one in resolutions)
        matter = Matter(
            uid=new_uid(), title=title, sections=tuple(self._sections(work.sections, kind)),
            resolutions=resolutions, adopts=adopts, state=MatterState.DISCUSSED,
        )  # fmt: skip
        return _left(matter)

    def _sections(self, heaps: Sequence[_Heap], kind: ItemKind) -> Iterable[Section]:
        for at, heap in enumerate(heaps):
            body = body_of(heap.stuff)
            own = heap.kind
            plain = all(isinstance(one, Paragraph) and not one.level for one in body)
            if (
                at == 0 and len(heaps) > 1 and own is SectionKind.TEXT and heap.heading is None
                and kind is not ItemKind.INFORM and plain and body
                and heaps[1].kind is not SectionKind.TEXT
            ):  # fmt: skip
                own = SectionKind.REQUEST
            yield Section(uid=new_uid(), kind=own, body=body, heading=heap.heading)

    def _resolution(self, text: str) -> Resolution:
        kinds = kinds_of(text)
        assignments = assignments_of(text, self._units, self._held)
        return Resolution(
            uid=new_uid(), text=text, kinds=kinds, assignments=assignments,
            before_adoption=may_act_before_adoption(text),
        )  # fmt: skip

    def _composed(self, one: Resolution, adopts: Adoption) -> Resolution:
        """Let a resolution that says no more than the program would be worded by it."""
        words = adoption_words(adopts, self._committee.form.digits)
        if _squeezed(words) != _squeezed(one.text):
            return one
        kinds = (ResolutionKind.ADOPT, *((ResolutionKind.AMEND,) if adopts.corrections else ()))
        return Resolution(uid=one.uid, composed=True, kinds=kinds)


_TEXTS = frozenset(
    (PartKind.PARAGRAPH, PartKind.TABLE, PartKind.PICTURE, PartKind.CAPTION, PartKind.UNKNOWN)
)


def _line(words: str) -> str:
    """Return a line of a resolution, its number typed as people type it."""
    return _LABEL_TAB.sub(r"\1 ", words.strip())


def _heading(words: str, kind: SectionKind, labels: Labels) -> str | None:
    """Return a heading as typed; None for the committee's usual one."""
    usual = {
        SectionKind.OPINION: labels.opinion,
        SectionKind.DISCUSSION: labels.discussion,
        SectionKind.SUBSTANCE: paper("Substance of the matter"),
    }
    typed = words.strip(_EDGE)
    return None if usual.get(kind) == typed else typed


def _left(matter: Matter) -> Matter:
    """Return a matter as undiscussed when its only words say that the meeting left it."""
    words = "".join(words_of(one.body) for one in matter.sections)
    if matter.resolutions or _squeezed(words) != _squeezed(paper("left for the next meeting")):
        return matter
    return Matter(uid=matter.uid, title=matter.title, state=MatterState.UNDISCUSSED)


def _squeezed(text: str) -> str:
    return "".join(search_key(text).split())
