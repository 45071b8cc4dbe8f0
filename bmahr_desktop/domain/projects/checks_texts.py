"""Checks of what the texts of a project say, against each other and against its fields."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bmahr_desktop.domain.body import Numbering as Numbered
from bmahr_desktop.domain.body import Paragraph
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.findings import Weight
from bmahr_desktop.domain.habits.facts import dates_in
from bmahr_desktop.domain.projects.discrepancies import Discrepancy, ProjectLook, day_told
from bmahr_desktop.domain.projects.project import Project, TextKind
from bmahr_desktop.domain.projects.texts import ProjectWords, paragraphs_of, texts_of
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.thai.searchkey import search_key

_CODE = re.compile(r"(?<!\d)\d{8} ?- ?\d{4}(?!\d)")
_FORM = re.compile(r"(?P<name>สพข|hrd)\.? ?(?P<number>\d{1,3})(?: ?/ ?(?P<year>\d{2,4}))?")
_CLAUSE = re.compile(r"\d{1,2}(?:\.\d{1,2})*")
_OBJECTIVE = re.compile(r"วัตถุประสงค์ ?(?:ข้อ)? ?(?:ที่)? ?(?P<number>\d{1,2}(?:\.\d{1,2})?)")
_LETTER = re.compile(r"กท ?(?P<code>\d{4}) ?/ ?(?P<number>\d{1,6})(?!\d)")


def _at(
    check: str, words: Message, text: ProjectWords, stated: str, computed: str = "",
    weight: Weight = Weight.LOOK,
) -> Discrepancy:  # fmt: skip
    return Discrepancy(
        check, words, text.kind, text.uid, text.field, stated, computed, weight=weight
    )


def weekdays(look: ProjectLook) -> Iterator[Discrepancy]:
    """A day of the week is that of its date, and the date exists."""
    for text in texts_of(look.project):
        for found in dates_in(text.words):
            if found.fault is not None:
                written = " ".join(text.words[found.start : found.stop].split())
                yield _at("text_date", found.fault, text, written, weight=Weight.WRONG)


def own_code(look: ProjectLook) -> Iterator[Discrepancy]:
    """A code that the texts cite is the project's own."""
    own = search_key(look.project.code).replace(" ", "")
    if not own:
        return
    for text in texts_of(look.project):
        for found in _CODE.finditer(search_key(text.words)):
            cited = found[0].replace(" ", "")
            if cited != own:
                words = msg("The text cites the code {cited}; this project's is {own}.",
                            cited=cited, own=look.project.code)  # fmt: skip
                yield _at("cited_code", words, text, cited, look.project.code)


def form_names(look: ProjectLook) -> Iterator[Discrepancy]:
    """A form is called by the same name wherever it is named."""
    first: dict[tuple[str, str], str] = {}
    for text in texts_of(look.project):
        for name, written in forms_named(text.words):
            before = first.setdefault(name, written)
            if before != written:
                words = msg("The form “{before}” is called “{written}” here.",
                            before=before, written=written)  # fmt: skip
                yield _at("form_name", words, text, written, before)


def forms_named(words: str) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the forms that a text names: which one, and how it is written, white space apart."""
    for found in _FORM.finditer(search_key(words)):
        year = found["year"] or ""
        number = f"{found['number']}/{year}" if year else found["number"]
        dot = "." if found[0].startswith(f"{found['name']}.") else ""
        yield (found["name"], found["number"]), f"{found['name'].upper()}{dot} {number}"


def numbering(look: ProjectLook) -> Iterator[Discrepancy]:
    """Numbers that were typed before paragraphs follow each other."""
    for text in look.project.texts:
        for before, after in pairwise(_labels(text.body)):
            if not _follows(before, after):
                said = ".".join(map(str, after))
                words = msg("The number {after} does not follow {before}.",
                            before=".".join(map(str, before)), after=said)  # fmt: skip
                yield Discrepancy("text_numbers", words, Kind.PROJECT_TEXT, text.uid, "body", said)


def _labels(body: tuple[object, ...]) -> Iterator[tuple[int, ...]]:
    for block in body:
        if isinstance(block, Paragraph) and block.numbering is Numbered.TYPED:
            label = search_key(block.label).strip().rstrip(".")
            if _CLAUSE.fullmatch(label):
                yield tuple(map(int, label.split(".")))


def _follows(before: Sequence[int], after: Sequence[int]) -> bool:
    """Tell whether a number can come after another: the next one, a deeper first, or a new list."""
    if after[-1] == 1:
        return True
    depth = len(after)
    return depth <= len(before) and list(after) == [*before[: depth - 1], before[depth - 1] + 1]


def objectives(look: ProjectLook) -> Iterator[Discrepancy]:
    """Where goals or indicators name objectives by number, they name all, and only those there."""
    known = _objectives_of(look.project)
    if not known:
        return
    for part, at in _citing(look.project):
        cited: set[str] = set()
        for text in at:
            for found in _OBJECTIVE.finditer(search_key(text.words)):
                number = found["number"]
                cited.add(number)
                if not _is_known(number, known):
                    words = msg("Objective {number} is named; there is none of this number.",
                                number=number)  # fmt: skip
                    yield _at("objective", words, text, number, weight=Weight.WRONG)
        missing = [one for one in known if not any(_is_known(two, [one]) for two in cited)]
        if cited and missing:
            words = msg("Objectives {numbers} are not named in the {part}.",
                        numbers=", ".join(missing), part=part)  # fmt: skip
            yield _at("objective_unused", words, at[0], ", ".join(missing))


def _citing(project: Project) -> Iterator[tuple[Message, list[ProjectWords]]]:
    """Yield where objectives may be named: in the goals, and in the indicators."""
    texts = list(texts_of(project))
    goals = [one for one in texts if one.part is TextKind.TARGETS]
    indicators = [one for one in texts if one.kind is Kind.INDICATOR]
    for part, at in ((msg("goals"), goals), (msg("indicators"), indicators)):
        if at:
            yield part, at


def _objectives_of(project: Project) -> list[str]:
    """Return the numbers of the objectives: as typed, else as they are counted."""
    body = next((one.body for one in project.texts if one.kind is TextKind.OBJECTIVES), ())
    found: list[str] = []
    counted = 0
    for one in paragraphs_of(body):
        label = search_key(one.label).strip().rstrip(".")
        typed = _CLAUSE.match(search_key(one.text).strip()) if not label else None
        if one.numbering is Numbered.AUTOMATIC and one.level == 1:
            counted += 1
            found.append(str(counted))
        elif _CLAUSE.fullmatch(label):
            found.append(label)
        elif typed and typed[0] != one.text.strip():
            found.append(typed[0].rstrip("."))
    return found


def _is_known(number: str, known: Sequence[str]) -> bool:
    """Tell whether a number is one of others; 1 and 2.1 may be the same objective."""
    return any(number == one or one.rpartition(".")[2] == number for one in known)


def letter_order(look: ProjectLook) -> Iterator[Discrepancy]:
    """Letters of one unit are numbered in the order of their days, within a calendar year."""
    by_unit: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    ledger = look.project.ledger
    for at, event in enumerate(ledger):
        day = event.dated or event.date
        found = _LETTER.search(search_key(event.number))
        if day is not None and found:
            by_unit[found["code"], day.year].append((int(found["number"]), at))
    for some in by_unit.values():
        some.sort()
        for (_, first), (_, second) in pairwise(some):
            before, event = ledger[first], ledger[second]
            days = [one.dated or one.date for one in (before, event)]
            if days[0] and days[1] and days[1] < days[0]:
                words = msg("The letter {number} is dated before {before}, which comes before it.",
                            number=event.number, before=before.number)  # fmt: skip
                yield Discrepancy(
                    "letter_order", words, Kind.LEDGER_EVENT, event.uid, "dated",
                    day_told(days[1]), day_told(days[0]),
                )  # fmt: skip
