"""The text of a notice of resolutions (แจ้งมติ), as the program words it.

What was resolved is quoted as the minutes have it, word by word; only what stands around it is the
program's own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bmahr_desktop.domain.body import DEEPEST_LEVEL
from bmahr_desktop.domain.citing import MatterPlace, matter_places, order_of, place_words
from bmahr_desktop.domain.committee import Committee
from bmahr_desktop.domain.composition import compose_items
from bmahr_desktop.domain.dispatches import Dispatch
from bmahr_desktop.domain.letter_paper import line
from bmahr_desktop.domain.meeting import Assignment, Meeting, MinutesState, Resolution
from bmahr_desktop.domain.minutes import PaperBlock, PaperParagraph, TextKey
from bmahr_desktop.domain.statements import UNKNOWN
from bmahr_desktop.domain.task_words import task_sentence
from bmahr_desktop.domain.telling import is_for
from bmahr_desktop.i18n import paper
from bmahr_desktop.thai.digits import made_in_style
from bmahr_desktop.thai.numbering import Label, format_label

_INSIDE = 2
"""How far in what stands below a number of the letter begins."""


@dataclass(frozen=True)
class Quoted:
    """Resolutions of one matter that a notice tells, with its place in the minutes."""

    place: MatterPlace
    resolutions: tuple[Resolution, ...]


def quoted_in(letter: Dispatch, meeting: Meeting) -> Iterator[Quoted]:
    """Yield the resolutions that a letter tells, in the order of the agenda."""
    for place in matter_places(meeting):
        told = tuple(one for one in place.matter.resolutions if one.uid in letter.resolutions)
        if told:
            yield Quoted(place, told)


class NoticeWords:
    """Words one notice."""

    def __init__(self, letter: Dispatch, meeting: Meeting, committee: Committee) -> None:
        """Take the records."""
        self._letter, self._meeting, self._committee = letter, meeting, committee
        self._digits = committee.form.digits

    def paragraphs(self, at_the_meeting: str) -> Iterator[PaperBlock]:
        """Yield the text.

        Args:
            at_the_meeting: How it begins, "ด้วยในการประชุม … ครั้งที่ … เมื่อวันที่ …".
        """
        quoted = list(quoted_in(self._letter, self._meeting))
        if not quoted:  # what it told is no longer on file
            yield line(f"{at_the_meeting} {UNKNOWN}")
        elif len(quoted) == 1:
            yield line(f"{at_the_meeting} {self._introduced(quoted[0])}")
            yield from self._quotations(quoted[0], 0, Label.NUMBER_DOT)
        else:
            count = made_in_style(str(len(quoted)), self._digits)
            said = paper("the meeting resolved {count} matters:", count=count)
            yield line(f"{at_the_meeting} {said}")
            for number, one in enumerate(quoted, 1):
                label = format_label(number, Label.NUMBER_DOT, self._digits)
                yield replace(line(self._introduced(one)), label=label)
                yield from self._quotations(one, _INSIDE, Label.NUMBER_BRACKETS)
        told = [resolution for one in quoted for resolution in one.resolutions]
        if self._awaits_adoption(told):
            yield line(paper("The minutes of this meeting are still to be adopted"))
        if any(map(self._tasks, told)):
            yield line(paper("For your information, and to be done"))
        else:
            yield line(paper("For your information"))

    def _introduced(self, one: Quoted) -> str:
        """Return the words before a quotation: where it stands in the minutes."""
        where = place_words(one.place, self._digits)
        order = order_of(one.place, one.resolutions[0])
        if order and len(one.resolutions) == 1:
            number = made_in_style(str(order), self._digits)
            said = paper("the meeting resolved, number {number}:", number=number)
        else:
            said = paper("the meeting resolved:")
        return f"{where} {said}"

    def _quotations(self, one: Quoted, level: int, form: Label) -> Iterator[PaperBlock]:
        """Yield the resolutions of a matter, those of several with their numbers."""
        for resolution in one.resolutions:
            label = ""
            if len(one.resolutions) > 1:
                label = format_label(order_of(one.place, resolution), form, self._digits)
            yield from self._quote(resolution, level, label)

    def _quote(self, resolution: Resolution, level: int, label: str) -> Iterator[PaperBlock]:
        """Yield a resolution word by word, with the votes, and what is to be done about it.

        Args:
            resolution: The resolution.
            level: How far in its paragraphs stand.
            label: Its number, or nothing.
        """
        (item,) = compose_items(self._meeting, self._committee, {}, [resolution.uid])
        own = TextKey(resolution.uid, "text")
        for block in item.matters[0].resolutions:
            if not isinstance(block, PaperParagraph):
                yield block
                continue
            words, deeper = block, level + block.level
            if block.key == own:  # whose number in the minutes gives way to that in the letter
                words, deeper = replace(block, label=""), level
                if not resolution.text.strip():
                    words = line(UNKNOWN)
            if label:
                words, label = replace(words, label=label), ""
            yield replace(words, level=min(deeper, DEEPEST_LEVEL), numbered=False)
        for sentence in self._asked(resolution):
            yield replace(line(sentence), level=level)

    def _asked(self, resolution: Resolution) -> Sequence[str]:
        """Return what the addressee is asked to do, and whether before the minutes are adopted."""
        sentences = [task_sentence(task, self._digits) for task in self._tasks(resolution)]
        said = list(dict.fromkeys(one for one in sentences if one))
        phrase = paper("without waiting for the minutes to be adopted")
        if resolution.before_adoption and phrase not in resolution.text:
            last = said.pop() if said else paper("It is to be done")
            said.append(f"{last} {phrase}")
        return said

    def _tasks(self, resolution: Resolution) -> list[Assignment]:
        return [task for task in resolution.assignments if is_for(self._letter, task)]

    def _awaits_adoption(self, told: Sequence[Resolution]) -> bool:
        """Tell whether it must be said that the minutes are not adopted yet."""
        adopted = self._meeting.minutes_state is MinutesState.ADOPTED
        return not adopted and not all(one.before_adoption for one in told)
