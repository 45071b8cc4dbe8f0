"""Reads the fields of a definition, its tables and signatures among them."""

from typing import Any

from bmahr_desktop.domain.body import CellAlign
from bmahr_desktop.domain.forms.definition import (
    Arrows,
    Band,
    Choice,
    Column,
    Field,
    MonthHeads,
    RowCell,
    Signing,
    TableParts,
)
from bmahr_desktop.domain.forms.kinds import FieldKind
from bmahr_desktop.domain.forms.templates import Template
from bmahr_desktop.forms.entries import LONGEST_WORDS, Entries
from bmahr_desktop.i18n import msg

_MOST_COLUMNS, _MOST_CHOICES = 40, 200
_IN_COLUMNS = (
    FieldKind.TEXT,
    FieldKind.BODY,
    FieldKind.NUMBER,
    FieldKind.MONEY,
    FieldKind.PERCENT,
    FieldKind.DATE,
    FieldKind.MONTHS,
    FieldKind.CHOICE,
    FieldKind.PERSON,
    FieldKind.UNIT,
)
_EMPTY = Template("", ())


def read_field(entries: Entries) -> Field:
    """Read one [[section.field]]; what is wrong is told to its faults."""
    kind = entries.one_of("kind", FieldKind, FieldKind.TEXT)
    table = signing = None
    if kind is FieldKind.TABLE:
        table = _table(entries)
    elif kind is FieldKind.SIGNATURE:
        signing = _signing(entries)
    made = Field(
        **_shown(entries, kind),
        when=entries.conditions(),
        printed=entries.flag("printed", default=True),
        wide=entries.flag("wide"),
        lines=entries.whole("lines", 0, 0, 60),
        by_hand=entries.flag("by_hand"),
        bold=entries.flag("bold"),
        level=entries.whole("level", 0, 0, 4),
        table=table,
        signing=signing,
    )
    entries.close()
    return made


def _shown(entries: Entries, kind: FieldKind) -> dict[str, Any]:
    """Return what fields and columns have alike."""
    return {
        "kind": kind,
        "name": entries.text("name"),
        "label": entries.text("label"),
        "bind": entries.text("bind"),
        "text": entries.template("text"),
        "compute": entries.expression("compute"),
        "style": entries.text("style"),
        "unknown": _unknown(entries),
        "default": entries.text("default", longest=LONGEST_WORDS),
        "choices": read_choices(entries, "choices"),
        "bands": tuple(_bands(entries)),
        "required": entries.flag("required"),
        "help": entries.text("help", longest=LONGEST_WORDS),
        "align": entries.maybe_one_of("align", CellAlign),
        "dots": entries.whole("dots", 0, 0, 200),
    }


def _unknown(entries: Entries) -> str | None:
    """Return what stands where nothing is known; None where that is left to the form."""
    found = entries.text("unknown")
    return found if entries.has("unknown") else None


def read_choices(entries: Entries, key: str) -> tuple[Choice, ...]:
    """Return what can be chosen: a list of words, or a table of values with their words."""
    if not isinstance(entries.raw_of(key), dict):
        return tuple(Choice(one, one) for one in entries.texts(key, _MOST_CHOICES))
    inner = entries.inner(key)
    if inner is None:
        return ()
    return tuple(Choice(value, inner.text(value)) for value in inner.names())


def _bands(entries: Entries) -> list[Band]:
    made: list[Band] = []
    for one in entries.each("bands", 40):
        last = not one.has("upto")
        number = one.whole("upto", 0, 0, 10**9)
        upto = None if last else number
        words = one.text("words")
        one.close()
        if made and (made[-1].upto is None or (upto is not None and upto <= (made[-1].upto or 0))):
            one.wrong("upto", msg("Each “upto” must be larger than the one before."))
        made.append(Band(upto, words))
    return made


# ---------------------------------------------------------------- tables


def _table(entries: Entries) -> TableParts:
    return TableParts(
        rows=entries.text("rows"),
        columns=tuple(_column(one) for one in entries.each("column", _MOST_COLUMNS)),
        layout=_rows(entries, "row"),
        closing=_rows(entries, "closing"),
        header=entries.flag("header", default=True),
        rules=entries.flag("rules", default=True),
        arrows=entries.one_of("arrows", Arrows, Arrows.SPAN),
        heads=entries.one_of("months_under", MonthHeads, MonthHeads.FISCAL),
        blank_rows=entries.whole("blank_rows", 5, 0, 100),
        first=entries.whole("first", 1, 0, 10_000),
    )


def _column(entries: Entries) -> Column:
    kind = entries.one_of("kind", FieldKind, FieldKind.TEXT)
    if kind not in _IN_COLUMNS:
        words = " ".join(_IN_COLUMNS)
        entries.wrong("kind", msg("“{key}” must be one of: {words}.", key="kind", words=words))
        kind = FieldKind.TEXT
    made = Column(
        **_shown(entries, kind),
        width=entries.measure("width", 1.0, 0.1, 100),
        under=entries.text("under"),
        footer=entries.template("footer"),
    )
    entries.close()
    return made


def _rows(entries: Entries, key: str) -> tuple[tuple[RowCell, ...], ...]:
    return tuple(tuple(_cell(one) for one in row) for row in entries.grid(key))


def _cell(entries: Entries) -> RowCell:
    made = RowCell(
        text=entries.template("text") or _EMPTY,
        span=entries.whole("span", 1, 1, 60),
        align=entries.maybe_one_of("align", CellAlign),
        bold=entries.flag("bold"),
        when=entries.conditions(),
    )
    entries.close()
    return made


def _signing(entries: Entries) -> Signing:
    return Signing(
        lines=entries.templates("sign", 12),
        rows=entries.text("rows"),
        role=entries.text("role"),
        beside=entries.flag("beside"),
    )
