"""Letters as papers: plain values for the two layouts of the regulation, ready to be set in type.

Whoever writes letters composes one of these: the invitation, a notice of resolution, a form.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bmahr_desktop.domain.body import TextRun
from bmahr_desktop.domain.imprint import Imprint
from bmahr_desktop.domain.letters import LetterKind, Urgency
from bmahr_desktop.domain.minutes import PaperBlock, PaperParagraph, SignatureBlock, TextKey
from bmahr_desktop.i18n import paper
from bmahr_desktop.thai.digits import DigitStyle
from bmahr_desktop.thai.numbering import Label, format_label

NOTHING = PaperParagraph(())


@dataclass(frozen=True)
class LetterPaper:
    """A letter: บันทึกข้อความ or หนังสือภายนอก. What is empty leaves its room, or falls away.

    Attributes:
        kind: Its layout.
        office: ส่วนราชการ of a memo, with its phone.
        number, date: As printed; room to write by hand where they are empty.
        subject: เรื่อง.
        to: เรียน.
        body: The text.
        signature: Who signs.
        imprint: Its form, and what the file says of itself.
        address: Owner and address at the head of an external letter, a line each.
        references: อ้างถึง, a line each, with a number where there are several.
        enclosures: สิ่งที่ส่งมาด้วย, the same.
        closing: ขอแสดงความนับถือ; a memo has none.
        contact: At the left foot of the first page of an external letter, a line each.
        urgency: In words, or nothing.
    """

    kind: LetterKind
    office: PaperParagraph
    number: PaperParagraph
    date: PaperParagraph
    subject: PaperParagraph
    to: PaperParagraph
    body: tuple[PaperBlock, ...]
    signature: SignatureBlock
    imprint: Imprint
    address: tuple[PaperParagraph, ...] = ()
    references: tuple[PaperParagraph, ...] = ()
    enclosures: tuple[PaperParagraph, ...] = ()
    closing: str = ""
    contact: tuple[PaperParagraph, ...] = ()
    urgency: str = ""


@dataclass(frozen=True)
class Blank:
    """Something to be filled in by hand: words, dots, and maybe words behind them.

    Attributes:
        after: Behind the dots.
        part: Which part of the width it takes.
        dots: Whether there is anything to write at all.
    """

    label: str
    after: str = ""
    part: float = 1.0
    dots: bool = True


@dataclass(frozen=True)
class BlankLine:
    """A line to be filled in.

    Attributes:
        blanks: From left to right.
        level: How far in it begins.
    """

    blanks: tuple[Blank, ...]
    level: int = 0


@dataclass(frozen=True)
class ReplySlip:
    """แบบตอบรับ: what somebody who is invited fills in and sends back.

    Attributes:
        heading: The lines at the head.
        lines: What is filled in.
        signing: The lines to be signed on, at the right.
        note: By when it is awaited, and where.
        imprint: Its form, and what the file says of itself.
    """

    heading: tuple[str, ...]
    lines: tuple[BlankLine, ...]
    signing: tuple[BlankLine, ...]
    note: tuple[PaperParagraph, ...]
    imprint: Imprint


def line(text: str, key: TextKey | None = None) -> PaperParagraph:
    """Return a line of text; with a key, one whose place on paper leads back to the records."""
    return PaperParagraph((TextRun(text=text),) if text else (), key=key)


def listed(lines: Sequence[PaperParagraph], digits: DigitStyle) -> tuple[PaperParagraph, ...]:
    """Return lines, numbered where there are several."""
    if len(lines) < 2:
        return tuple(lines)
    return tuple(
        replace(one, label=format_label(number, Label.NUMBER_DOT, digits), numbered=True)
        for number, one in enumerate(lines, 1)
    )


def lines_of(lines: Sequence[str], key: TextKey) -> tuple[PaperParagraph, ...]:
    """Return a field of several lines, each of which knows its offset in the field as typed."""
    made, offset = [], 0
    for one in lines:
        made.append(replace(line(one, key), offset=offset))
        offset += len(one) + 1
    return tuple(made)


def urgency_words(urgency: Urgency) -> str:
    """Return the class of urgency as printed (regulation on office work, 2526, clause 28)."""
    match urgency:
        case Urgency.NONE:
            return ""
        case Urgency.URGENT:
            return paper("urgent")
        case Urgency.VERY_URGENT:
            return paper("very urgent")
        case Urgency.MOST_URGENT:
            return paper("most urgent")
