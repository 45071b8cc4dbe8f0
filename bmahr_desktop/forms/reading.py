"""Reads the definition of a form from a TOML file; a wrong one is refused with all its faults."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bmahr_desktop.domain.forms.definition import (
    CHECKS,
    Choice,
    Definition,
    Equation,
    FormLayout,
    LetterParts,
    Page,
    RecordKind,
    Section,
)
from bmahr_desktop.domain.forms.kinds import STYLES, FieldKind
from bmahr_desktop.forms.entries import LONGEST_WORDS, Entries, Faults
from bmahr_desktop.forms.faults import BadForm, FormFault
from bmahr_desktop.forms.fields import read_choices, read_field
from bmahr_desktop.forms.soundness import look_through
from bmahr_desktop.forms.toml_lines import TomlLines, depth_of
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.thai.digits import DigitStyle

LARGEST = 256 * 1024
"""The largest definition, in bytes: some hundred pages of text."""
_DEEPEST = 16
_FORM = re.compile("[a-z0-9ก-๙]+(?:-[a-z0-9ก-๙]+)*")
_EDITION = re.compile("[0-9A-Za-zก-๙]+(?:[.-][0-9A-Za-zก-๙]+)*")
_LONGEST_NAME = 40
_MOST_SECTIONS, _MOST_FIELDS = 100, 600
_PLACE = re.compile(r"(.*) \(at (?:line (\d+), column \d+|end of document)\)", re.DOTALL)


def read_form_file(path: Path) -> Definition:
    """Read a definition from a file.

    Raises:
        BadForm: If it cannot be read, or something is wrong in it.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        reason = msg("it cannot be read: {words}", words=error.strerror or str(error))
        raise BadForm(FormFault(path.name, 0, reason)) from error
    return read_definition(data, path.name)


def read_definition(data: bytes, file: str) -> Definition:
    """Read a definition.

    Args:
        data: The file's content.
        file: Its name, for messages.

    Raises:
        BadForm: If something is wrong in it.
    """
    text = _decoded(data, file)
    loaded, lines = _loaded(text, file)
    faults = Faults(file, lines)
    definition = _definition(Entries(loaded, (), faults))
    if not faults.found:
        look_through(definition, faults)
    if faults.found:
        raise BadForm(*sorted(faults.found, key=lambda one: one.line))
    return definition


def _decoded(data: bytes, file: str) -> str:
    if len(data) > LARGEST:
        most = LARGEST // 1024
        said = msg("it is larger than {most} KB, which no form needs", most=most)
        raise BadForm(FormFault(file, 0, said))
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        said = msg("it is not written in UTF-8. Save it again and choose UTF-8.")
        raise BadForm(FormFault(file, line, said)) from error


def _loaded(text: str, file: str) -> tuple[dict[str, Any], TomlLines]:
    try:
        loaded = tomllib.loads(text)
        if depth_of(loaded, _DEEPEST + 1) > _DEEPEST:
            raise RecursionError
        return loaded, TomlLines(text)
    except RecursionError as error:
        said = msg("too many tables or lists stand inside each other")
        raise BadForm(FormFault(file, 0, said)) from error
    except ValueError as error:
        raise BadForm(_of_toml(str(error), text, file)) from error


_TOML_FAULTS: tuple[tuple[str, Message], ...] = (
    ("Expected '=' after a key", msg("here a name, “=” and a value are expected")),
    ("Invalid statement", msg("here a name, “=” and a value are expected")),
    ("Invalid value", msg("the value cannot be read; texts stand in quotation marks")),
    ("Unterminated string", msg("a quotation mark is missing at the end of a text")),
    ("Illegal character", msg("a quotation mark is missing at the end of a text")),
    ("Unclosed array", msg("“{sign}” is missing at the end", sign="]")),
    ("Unclosed inline table", msg("“{sign}” is missing at the end", sign="}")),
    ("Expected newline", msg("there is something behind the value; each begins a line")),
    ("Cannot overwrite", msg("this name stands here for the second time")),
    ("Duplicate inline table key", msg("this name stands here for the second time")),
    ("Cannot declare", msg("this table was begun before; use [[…]] for several")),
    ("Cannot mutate", msg("this table was begun before; use [[…]] for several")),
    ("Expected ']", msg("a “]” is missing behind the name of a table")),
    ("Unescaped '\\'", msg("a backslash must be written twice")),
)


def _of_toml(said: str, text: str, file: str) -> FormFault:
    """Return a fault of the file's form in words."""
    found = _PLACE.fullmatch(said)
    words, line = (found[1], found[2]) if found else (said, None)
    known = (message for start, message in _TOML_FAULTS if words.startswith(start))
    message = next(known, msg("it is no sound TOML: {words}", words=words))
    return FormFault(file, int(line) if line else text.count("\n") + 1, message)


# ---------------------------------------------------------------- the whole


def _definition(top: Entries) -> Definition:
    form, edition = _named(top, "form", _FORM), _named(top, "edition", _EDITION)
    title = top.text("title")
    if not title.strip():
        top.wrong("title", msg("A form needs a title, as title = \"…\"."))  # fmt: skip
    made = Definition(
        form=form,
        edition=edition,
        title=title,
        record=top.one_of("record", RecordKind, RecordKind.NONE),
        layout=top.one_of("layout", FormLayout, FormLayout.SHEET),
        digits=top.one_of("digits", DigitStyle, DigitStyle.THAI),
        dates=_date_style(top),
        unknown=top.text("unknown", "-"),
        page=_page(top.inner("page")),
        letter=_letter(top.inner("letter")),
        words=_words(top.inner("words")),
        checks=_checks(top),
        equations=tuple(_equations(top)),
        sections=tuple(_section(one) for one in top.each("section", _MOST_SECTIONS)),
        notes=top.text("notes", longest=LONGEST_WORDS),
        example=top.raw("example"),
    )
    top.close()
    if not made.sections and not top.faults.found:
        top.wrong("section", msg("A form needs at least one [[section]]."))
    if sum(1 for _ in made.fields()) > _MOST_FIELDS:
        top.wrong("section", msg("There are more than {most} “{key}”.", key="field",
                                 most=_MOST_FIELDS))  # fmt: skip
    return made


def _named(top: Entries, key: str, pattern: re.Pattern[str]) -> str:
    found = top.text(key)
    if top.has(key) and not isinstance(top.raw_of(key), str):
        return found
    if not pattern.fullmatch(found) or len(found) > _LONGEST_NAME:
        top.wrong(
            key,
            msg("“{key}” must be a short name of letters and digits, with “-” in it at most.",
                key=key),
        )  # fmt: skip
    return found


def _date_style(top: Entries) -> str:
    found = top.text("dates", "long")
    if found not in STYLES[FieldKind.DATE]:
        words = " ".join(STYLES[FieldKind.DATE])
        top.wrong("dates", msg("“{key}” must be one of: {words}.", key="dates", words=words))
    return found


def _page(entries: Entries | None) -> Page:
    if entries is None:
        return Page()
    made = Page(
        heading=entries.templates("heading", 6),
        every_page=entries.flag("heading_on_every_page"),
        landscape=entries.flag("landscape"),
        numbers=entries.flag("numbers", default=True),
        catch_words=entries.flag("catch_words"),
        spread=entries.flag("spread", default=True),
        margins=_margins(entries),
    )
    entries.close()
    return made


def _margins(entries: Entries) -> tuple[float, float, float, float]:
    left, right, top, bottom = entries.numbers("margins_cm", Page().margins, 6)
    return left, right, top, bottom


def _letter(entries: Entries | None) -> LetterParts:
    if entries is None:
        return LetterParts()
    made = LetterParts(
        office=entries.template("office"),
        number=entries.template("number"),
        date=entries.template("date"),
        subject=entries.template("subject"),
        to=entries.template("to"),
        closing=entries.template("closing"),
        urgency=entries.template("urgency"),
        address=entries.templates("address"),
        references=entries.templates("references"),
        enclosures=entries.templates("enclosures"),
        contact=entries.templates("contact"),
    )
    entries.close()
    return made


def _words(entries: Entries | None) -> Mapping[str, tuple[Choice, ...]]:
    if entries is None:
        return {}
    return {key: read_choices(entries, key) for key in entries.names()}


def _checks(top: Entries) -> tuple[str, ...]:
    found = top.texts("checks")
    for one in found:
        if one not in CHECKS:
            known = " ".join(CHECKS)
            top.wrong("checks", msg("There is no check “{name}”, only {known}.",
                                    name=one, known=known))  # fmt: skip
    return found


def _equations(top: Entries) -> list[Equation]:
    made = []
    for one in top.each("check", 40):
        stated, computed = one.expression("stated"), one.expression("computed")
        says = one.template("says")
        if stated is None or computed is None or says is None:
            one.wrong("", msg("A check needs “stated”, “computed” and “says”."))
        else:
            made.append(Equation(stated, computed, says))
        one.close()
    return made


def _section(entries: Entries) -> Section:
    made = Section(
        title=entries.template("title"),
        level=entries.whole("level", 1, 1, 2),
        columns=entries.whole("columns", 1, 1, 4),
        between=entries.text("between", " : "),
        label_width=entries.measure("label_width", 0.0, 0.0, 0.9),
        digits=entries.maybe_one_of("digits", DigitStyle),
        landscape=entries.flag("landscape"),
        new_page=entries.flag("new_page"),
        together=entries.flag("together"),
        when=entries.conditions(),
        fields=tuple(read_field(one) for one in entries.each("field")),
    )
    entries.close()
    return made
