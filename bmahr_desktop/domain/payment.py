"""Composes the evidence of paying allowances for a meeting (หลักฐานการจ่ายเบี้ยประชุม)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bmahr_desktop.domain.attending import is_called
from bmahr_desktop.domain.committee import Committee, Role
from bmahr_desktop.domain.heading import heading_lines
from bmahr_desktop.domain.imprint import Imprint, imprint_of
from bmahr_desktop.domain.letter_paper import Blank, BlankLine
from bmahr_desktop.domain.meeting import Attendance, AttendanceList, Meeting, Mode
from bmahr_desktop.domain.minutes import TextKey
from bmahr_desktop.i18n import paper
from bmahr_desktop.thai.baht import baht_words, format_baht
from bmahr_desktop.thai.digits import DigitStyle, made_in_style


@dataclass(frozen=True)
class Payee:
    """Somebody who is paid.

    Attributes:
        number: From one, as printed.
        lines: The name, and for whom they stand in.
        title: What they are in the committee, as printed.
        satang: How much they get.
        amount: The same as printed.
        remark: "ผ่านสื่ออิเล็กทรอนิกส์".
    """

    number: str
    lines: tuple[str, ...]
    title: str
    satang: int
    amount: str
    remark: str
    key: TextKey


@dataclass(frozen=True)
class PaymentPaper:
    """Everything that the evidence prints.

    Attributes:
        heading: The lines at the head.
        basis: What the payment rests on; may be empty.
        columns: What stands over the columns: number, name, role, amount, signature, date, remark.
        payees: Who is paid.
        satang: The sum.
        total_label: Before the sum in figures, with the number of persons.
        total: The sum in figures.
        words: The sum in words.
        signing: The lines that the payer fills in.
    """

    heading: tuple[str, ...]
    basis: str
    columns: tuple[str, str, str, str, str, str, str]
    payees: tuple[Payee, ...]
    satang: int
    total_label: str
    total: str
    words: str
    signing: tuple[BlankLine, ...]
    imprint: Imprint


def compose_payment(meeting: Meeting, committee: Committee) -> PaymentPaper:
    """Compose the evidence from who came: in the room, online, or in place of a member."""
    heading = heading_lines(meeting, committee, paper("Evidence of paying meeting allowances of"))
    digits = committee.form.digits
    payees = tuple(_payees(meeting, rates_of(committee), digits))
    satang = sum(one.satang for one in payees)
    count = made_in_style(str(len(payees)), digits)
    basis = committee.rules.allowance_basis
    return PaymentPaper(
        heading=heading,
        basis=paper("Paid according to {basis}", basis=basis) if basis else "",
        columns=(
            paper("No."),
            paper("Name"),
            paper("Role in the committee"),
            paper("Amount (baht)"),
            paper("Signature of the receiver"),
            paper("Date of receipt"),
            paper("Remark"),
        ),
        payees=payees,
        satang=satang,
        total_label=paper("Total, {count} persons", count=count),
        total=format_baht(satang, digits),
        words=paper("Sum in words: {words}", words=baht_words(satang)),
        signing=(
            BlankLine((Blank(paper("signed"), paper("payer")),)),
            BlankLine((Blank("(", ")"),)),
            BlankLine((Blank(paper("Position")),)),
            BlankLine((Blank(paper("on the date")),)),
        ),
        imprint=imprint_of(meeting, committee, " ".join(heading[:2])),
    )


def rates_of(committee: Committee) -> Mapping[Role, int]:
    """Return what each role is paid, in satang; roles that get nothing are left out."""
    return {one.role: one.satang for one in committee.rules.allowances if one.satang}


def _payees(meeting: Meeting, rates: Mapping[Role, int], digits: DigitStyle) -> Iterator[Payee]:
    number = 0
    for one in meeting.attendance:
        role = _role(one)
        satang = rates.get(role, 0) if role and _came(one, meeting) else 0
        if not satang:
            continue
        number += 1
        lines = [one.name]
        if one.substitute_for:
            lines.append(paper("in place of {post}", post=one.substitute_for))
        yield Payee(
            number=made_in_style(str(number), digits),
            lines=tuple(lines),
            title=one.title,
            satang=satang,
            amount=format_baht(satang, digits),
            remark=paper("online") if one.mode is Mode.ONLINE else "",
            key=TextKey(one.uid, "name"),
        )


def _came(one: Attendance, meeting: Meeting) -> bool:
    return one.list is AttendanceList.PRESENT and is_called(one, meeting)


def _role(one: Attendance) -> Role | None:
    """Return the role that somebody is paid for; a substitute has that of the member."""
    if one.role is None and (one.substitute_for or one.stands_for):
        return Role.MEMBER
    return one.role
