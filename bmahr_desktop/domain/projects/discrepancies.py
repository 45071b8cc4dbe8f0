"""What does not add up in a project: where, what is stated, what is computed, what is right."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as default
from typing import Any

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.findings import Weight
from bmahr_desktop.domain.projects.project import Project
from bmahr_desktop.i18n import Message
from bmahr_desktop.thai.baht import format_baht
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.thai.digits import DigitStyle


@dataclass(frozen=True)
class Discrepancy:
    """Two things that do not agree; it never blocks anything.

    Attributes:
        check: Which check tells it, "weights".
        message: What is wrong, in words.
        kind, uid, field: The record and the field to go to.
        stated, computed: Both as they are read; "" where there is nothing to compare.
        correction: The fields of that record, with the values that would be right; empty where
            only people know.
        weight: How much it matters.
    """

    check: str
    message: Message
    kind: Kind
    uid: str
    field: str = ""
    stated: str = ""
    computed: str = ""
    correction: Mapping[str, Any] = default(default_factory=dict)
    weight: Weight = Weight.LOOK

    @property
    def mark(self) -> str:
        """What names it where it is accepted: another difference at the same place is new."""
        return f"{self.check}:{self.uid}:{self.stated}:{self.computed}"


@dataclass(frozen=True)
class UnitCodes:
    """The codes that letters of units begin with, "กท ๐๓๐๓" without its prefix.

    Attributes:
        names: The units' names by their codes, "0303".
    """

    names: Mapping[str, str] = default(default_factory=dict)


@dataclass(frozen=True)
class ProjectLook:
    """A project under the eyes of the checks.

    Attributes:
        today: To tell what is overdue.
        codes: Of the units on file.
        people: What those on file are called, by uid.
        report_day: The day of the month by which a report is due.
    """

    project: Project
    today: datetime.date
    codes: UnitCodes = default(default_factory=UnitCodes)
    report_day: int = 20
    people: Mapping[str, str] = default(default_factory=dict)

    def of_project(
        self, check: str, message: Message, at: str, stated: str = "", computed: str = "",
        correction: Mapping[str, Any] | None = None, weight: Weight = Weight.LOOK,
    ) -> Discrepancy:  # fmt: skip
        """Return a discrepancy in a field of the project itself."""
        return Discrepancy(
            check, message, Kind.PROJECT, self.project.uid, at, stated, computed,
            correction or {}, weight,
        )  # fmt: skip


def money_told(satang: int | None) -> str:
    """Return an amount as findings show it; "-" for an unknown one."""
    return "-" if satang is None else format_baht(satang, DigitStyle.ARABIC)


def share_told(hundredths: int | None) -> str:
    """Return a share as findings show it, "40.00"; "-" for an unknown one."""
    return "-" if hundredths is None else f"{hundredths // 100}.{hundredths % 100:02}"


def day_told(day: datetime.date | None) -> str:
    """Return a day as findings show it; "-" for an unknown one."""
    return "-" if day is None else format_date(day, DateStyle.SHORT_FULL_YEAR, DigitStyle.ARABIC)
