"""Merges people, or units, that are on file twice, and takes mergings back."""

import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.statements import meeting_name
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations import joining, people, records, registers, twins
from bmahr_desktop.operations.joining import Joined
from bmahr_desktop.operations.references import count_names
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.days import Today, today_here
from bmahr_desktop.ui.look.digits import digits_in_use, said
from bmahr_desktop.ui.office.merge_layout import MergeLayout
from bmahr_desktop.ui.office.names import date_words, unit_picks
from bmahr_desktop.ui.records.person_field import PersonField

_MOST_TOLD = 5
_AT_HOME = datetime.timezone(datetime.timedelta(hours=7))


class MergeDialog(MergeLayout):
    """Two records that are one: chosen from what is proposed or by name, compared, merged.

    Signals:
        merged: With the uid of the one that stays.
    """

    merged = Signal(str)

    def __init__(
        self,
        desk: Desk,
        kind: Kind,
        first: str = "",
        parent: QWidget | None = None,
        today: Today = today_here,
    ) -> None:
        """Propose what may be the same.

        Args:
            desk: The door to the records.
            kind: Person or unit.
            first: The uid of one that is to be merged, where it is known.
            parent: The widget whose window is held meanwhile.
            today: What day it is.
        """
        super().__init__(kind, parent)
        self._desk, self._today = desk, today
        self._names: dict[str, str] = {}
        self._joined: Joined | None = None
        self._connect()
        self._refill()
        if first and not self.lists.choose_with(first):
            self.show_pair(first, "")
            self.other.setFocus()
        else:
            self.lists.choose_first()
            self.lists.likely.setFocus()

    def _connect(self) -> None:
        self.lists.pair_chosen.connect(self.show_pair)
        self.lists.joined_chosen.connect(self._show_joined)
        self.lists.currentChanged.connect(lambda _: self._show_page())
        for field in (self.one, self.other):
            field.edited.connect(lambda _: self._compare())
        self.go.clicked.connect(self.merge)
        self.part.clicked.connect(self._take_chosen_apart)

    # ------------------------------------------------------------ what it shows

    def _refill(self) -> None:
        """Read again who is on file, who may be one, and what was merged."""
        units = self._desk.read(people.list_units)
        self._names = {one.uid: one.name for one in units}
        if self._kind is Kind.PERSON:
            everybody = self._desk.read(registers.list_people, self._today())
            self._names |= {one.uid: one.printed for one in everybody}
            for field in (self.one, self.other):
                if isinstance(field, PersonField):
                    field.set_people(everybody)
        else:
            for field in (self.one, self.other):
                field.set_picks(unit_picks(units))
        self.lists.show_pairs(self._desk.read(twins.likely_twins, self._kind), self._names)
        joined = self._desk.read(joining.list_joined, self._kind)
        dates = {one.number: date_words(one.at.astimezone(_AT_HOME).date()) for one in joined}
        self.lists.show_joined(joined, dates)
        self._show_page()

    def _show_page(self) -> None:
        likely = self.lists.shows_likely()
        self._both.setVisible(likely)
        self.go.setVisible(likely)
        self.note.show_text("")
        both = self.choice.stays() is not None
        joined = self._joined is not None
        page = (1 if both else 0) if likely else (2 if joined else 0)
        self._pages.setCurrentIndex(page)
        self.go.setEnabled(both)

    def show_pair(self, one: str, other: str) -> None:
        """Compare two records."""
        for field, uid in ((self.one, one), (self.other, other)):
            field.forget_typing()
            field.set_value(uid)
        self._compare()

    def _compare(self) -> None:
        uids = [field.value() or "" for field in (self.one, self.other)]
        same = uids[0] == uids[1] != ""
        both = None
        self.note.show_text("")
        if all(uids) and not same:
            try:
                both = self._read_both(*uids)
            except Refused as refused:
                self.note.show_text(said(refused.messages[0]))
        named = tuple(self._named(uid) for uid in uids) if both else (0, 0)
        self.choice.show_both(both, (named[0], named[-1]), self._called)
        self._tell_against(*uids) if both else self._against.clear()
        self._show_page()
        if same:
            self.note.show_text(worded(msg("These are one record already.")))

    def _read_both(self, one: str, other: str) -> tuple[Any, Any]:
        return (
            self._desk.read(records.read, self._kind, one).record,
            self._desk.read(records.read, self._kind, other).record,
        )

    def _named(self, uid: str) -> int:
        return sum(self._desk.read(count_names, self._kind, uid).values())

    def _called(self, field: str, value: Any) -> str:
        return self._names.get(value or "", "") if field in ("unit", "parent") else str(value or "")

    def _tell_against(self, one: str, other: str) -> None:
        """Tell what two people who are one could hardly have done."""
        words: list[str] = []
        if self._kind is Kind.PERSON:
            meetings = self._desk.read(twins.meetings_with_both, one, other)
            if meetings:
                names = [meeting_name(number, year, digits_in_use()) for number, year in meetings]
                listed = ", ".join(names[:_MOST_TOLD]) + (" …" if names[_MOST_TOLD:] else "")
                words.append(
                    said(
                        msg("Both are listed in meeting {meetings}; are they two?", meetings=listed)
                    )
                )
            codes = self._desk.read(twins.committees_with_both, one, other)
            if codes:
                listed = ", ".join(codes)
                words.append(
                    said(
                        msg("Both have a seat in {names}; remove one of them later.", names=listed)
                    )
                )
        self._against.setText("\n".join(words))

    def _show_joined(self, joined: Joined) -> None:
        self._joined = joined
        date = date_words(joined.at.astimezone(_AT_HOME).date())
        self._about.setText(
            said(
                msg(
                    "“{away}” was merged into “{into}” on {date}. Taken apart, both are on file"
                    " again, and what named either before names it again; what was changed by"
                    " hand since stays.",
                    away=joined.away,
                    into=joined.into,
                    date=date,
                )
            )
        )
        self._show_page()

    # ------------------------------------------------------------ what it does

    def merge(self) -> None:
        """Merge the two records that are compared."""
        stays, goes = self.choice.stays(), self.choice.goes()
        if stays is None:
            return
        values = self.choice.values()
        name = self._names.get(goes.uid, goes.name)
        act = partial(joining.merge, kind=self._kind, away=goes.uid, into=stays.uid, values=values)
        if not self._done(act):
            return
        self.undo.offer(
            msg("“{away}” was merged into “{into}”", away=name, into=self._names[stays.uid]),
            partial(self._undo_merge, goes.uid),
        )
        self.merged.emit(stays.uid)

    def _undo_merge(self, away: str) -> None:
        try:
            number = self._desk.read(joining.latest_merge, away)
        except Refused as refused:
            self.note.show_text(said(refused.messages[0]))
            return
        self._done(partial(joining.take_apart, number=number))

    def _take_chosen_apart(self) -> None:
        joined = self._joined
        if joined is not None and self._done(partial(joining.take_apart, number=joined.number)):
            self.undo.dismiss()

    def _done(self, act: Any) -> bool:
        """Write something, then show how things are; if it is refused, tell why."""
        try:
            changes: Changes = self._desk.write(self, act)
        except Refused as refused:
            self.note.show_text(" ".join(said(one) for one in refused.messages))
            return False
        self._joined = None
        for field in (self.one, self.other):
            field.forget_typing()
            field.set_value(None)
        self.choice.show_both(None)
        self._refill()
        self.lists.choose_first()
        register = self.lists.likely if self.lists.shows_likely() else self.lists.before
        register.setFocus()
        return bool(changes)
