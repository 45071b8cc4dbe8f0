"""The commands that work on the records of an office."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from bmahr_desktop.cli.place import office
from bmahr_desktop.cli.words import DONE, REFUSED, say
from bmahr_desktop.domain.body import words_of
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.kinds import KIND_NAMES
from bmahr_desktop.domain.records import Record
from bmahr_desktop.domain.registers import MeetingLine
from bmahr_desktop.domain.statements import meeting_name
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations import registers
from bmahr_desktop.operations.crest import office_crest, read_crest
from bmahr_desktop.operations.exchange import LoadedExchange, read_exchange
from bmahr_desktop.operations.exchange_in import (
    Preview,
    match_names,
    namesake_messages,
    preview_import,
    preview_lines,
    take_in,
)
from bmahr_desktop.operations.exchange_out import gather, write_exchange
from bmahr_desktop.operations.health import Level, look_over
from bmahr_desktop.operations.letters import (
    PaperKind,
    read_paper,
    set_meeting_paper,
    write_docx,
)
from bmahr_desktop.operations.minutes import choose_committee, choose_meeting, set_paper
from bmahr_desktop.operations.office import utc_now
from bmahr_desktop.operations.papers import read_minutes
from bmahr_desktop.operations.sample import fill_index, fill_with_sample
from bmahr_desktop.operations.search import find_words
from bmahr_desktop.operations.upkeep import reason_of, write_whole
from bmahr_desktop.operations.word import ENDING, write_minutes_docx
from bmahr_desktop.places import data_place
from bmahr_desktop.storage.store import Store
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.thai.digits import DigitStyle

# ---------------------------------------------------------------- in and out


def take_sample(chosen: argparse.Namespace) -> int:
    """Fill an empty file with the invented year."""
    with office(chosen, make=True) as store:
        count = fill_with_sample(store)
    say(msg("The sample is on file: {new} records.", new=count))
    return DONE


def import_file(chosen: argparse.Namespace) -> int:
    """Take an exchange file or a workbook in, or show what that would do."""
    is_workbook = chosen.file.suffix.lower() == ".xlsx"
    # A bad file is refused before new records are made for it.
    found = None if is_workbook else read_exchange(chosen.file)
    with office(chosen, make=not (chosen.dry_run or is_workbook)) as store:
        loaded = found or _workbook(chosen.file, store)
        with store.reading() if chosen.dry_run else store.writing() as session:
            preview = preview_import(session, loaded)
            if chosen.match_names and preview.namesakes:
                preview = preview_import(session, loaded, match_names(preview))
            if preview.namesakes:
                _refuse_namesakes(preview)
            if not chosen.dry_run:
                take_in(session, preview, loaded)
        _show(preview, details=chosen.dry_run)
        if not chosen.dry_run:
            fill_index(store)
    return DONE


def _workbook(file: Path, store: Store) -> LoadedExchange:
    """Return the projects of a workbook, laid over those on file."""
    # What reads workbooks is loaded for them only.
    from bmahr_desktop.operations.project_sheets import read_projects_workbook  # noqa: PLC0415

    try:
        data = file.read_bytes()
    except OSError as error:
        raise Refused(
            msg("“{file}” cannot be read: {reason}.", file=file, reason=reason_of(error))
        ) from error
    with store.reading() as session:
        return read_projects_workbook(session, data, file.name)


def _refuse_namesakes(preview: Preview) -> None:
    advice = msg("Nothing was written. Add --match-names to take them for one and the same.")
    raise Refused(*namesake_messages(preview.namesakes), advice)


def _show(preview: Preview, *, details: bool) -> None:
    if details:
        for line in preview_lines(preview):
            say(_action(line.action, KIND_NAMES[line.kind], line.label))
            for one in line.differences:
                was, becomes = _words(one.field, one.old), _words(one.field, one.new)
                was, becomes = _where_they_part(was, becomes)
                say(msg("    {field}: {old} → {new}", field=one.field, old=was, new=becomes))
    new, changed, gone, same = preview.counts()
    say(
        msg(
            "New {new}, changed {changed}, removed {gone}, left alone {same}.",
            new=new,
            changed=changed,
            gone=gone,
            same=same,
        )
    )


def _action(action: str, kind: Message, label: str) -> Message:
    match action:
        case "new":
            return msg("+ {kind}: {label}", kind=kind, label=label)
        case "removed":
            return msg("- {kind}: {label}", kind=kind, label=label)
        case _:
            return msg("~ {kind}: {label}", kind=kind, label=label)


def _words(field: str, value: Any) -> str:
    """Return a value in one line; records as in files."""
    if field == "body":
        value = words_of(value)
    elif isinstance(value, tuple | Record):
        value = msgspec.json.encode(value).decode()
    return " ".join(str("-" if value is None else value).split())


def _where_they_part(old: str, new: str) -> tuple[str, str]:
    """Shorten two values so that what differs is to be seen."""
    both = enumerate(zip(old, new, strict=False))
    alike = next((at for at, (one, other) in both if one != other), min(len(old), len(new)))
    start = alike - 20 if alike > 40 else 0
    head = "…" if start else ""
    old, new = old[start:], new[start:]
    return head + _short(old), head + _short(new)


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:59]}…"


def export_json(chosen: argparse.Namespace) -> int:
    """Write records as an exchange file."""
    with office(chosen) as store, store.reading() as session:
        committee, meetings = None, None
        if chosen.meeting is not None:
            meeting = meeting_on_file(store, chosen.meeting, chosen.committee)
            committee, meetings = meeting.committee, [meeting.uid]
        elif chosen.committee is not None:
            known = registers.list_committees(session)
            committee = choose_committee(known, chosen.committee).uid
        exchange = gather(session, committee, meetings)
        write_exchange(exchange, chosen.out, store.files.read)
    say(msg("{count} meetings: {file}", count=len(exchange.meetings), file=chosen.out))
    return DONE


def export_minutes(chosen: argparse.Namespace) -> int:
    """Write the minutes of a meeting on file: a Word file or a PDF, by the name's ending."""
    with office(chosen) as store:
        meeting = meeting_on_file(store, chosen.meeting, chosen.committee)
        with store.reading() as session:
            minutes = read_minutes(session, meeting.uid, draft=chosen.draft)
    if chosen.out.suffix.lower() == ENDING:
        write_minutes_docx(minutes, chosen.out)
        say(msg("Written: {file}", file=chosen.out))
        return DONE
    paper = set_paper(minutes)
    write_whole(chosen.out, paper.pdf)
    say(msg("{pages} pages: {file}", pages=paper.pages, file=chosen.out))
    return DONE


def export_paper(chosen: argparse.Namespace) -> int:
    """Set a paper before or after a meeting on file: agenda, invitation, sheets to sign."""
    kind = PaperKind(chosen.paper.replace("-", "_"))
    crest = None
    if kind is PaperKind.INVITATION:
        crest = crest_for(chosen)
    with office(chosen) as store:
        meeting = meeting_on_file(store, chosen.meeting, chosen.committee)
        with store.reading() as session:
            found = read_paper(session, meeting.uid, kind)
    if chosen.out.suffix.lower() == ENDING:
        write_docx(found, chosen.out, crest)
        say(msg("Written: {file}", file=chosen.out))
        return DONE
    paper = set_meeting_paper(found, crest=crest)
    write_whole(chosen.out, paper.pdf)
    say(msg("{pages} pages: {file}", pages=paper.pages, file=chosen.out))
    return DONE


def crest_for(chosen: argparse.Namespace) -> bytes | None:
    """Return the picture of the Garuda for a letter: the one that is named, else the office's."""
    if chosen.crest is not None:
        return read_crest(chosen.crest)
    return office_crest(data_place(chosen.data).forms)


def export_pack(chosen: argparse.Namespace) -> int:
    """Write the agenda of a meeting with all attachments as one PDF; name what is not in it."""
    # What reads other programs' files is loaded for this command only.
    from bmahr_desktop.operations.pack import (  # noqa: PLC0415
        gather_pack,
        set_gathered,
        told_of,
        write_pack,
    )

    with office(chosen) as store:
        meeting = meeting_on_file(store, chosen.meeting, chosen.committee)
        with store.reading() as session:
            gathered = gather_pack(session, meeting.uid)
        made = set_gathered(gathered)
    write_pack(made, chosen.out)
    say(msg("{pages} pages: {file}", pages=made.pages, file=chosen.out))
    for told in told_of(made):
        say(msg("Only a sheet stands for {told}", told=told), sys.stderr)
    return DONE


def meeting_on_file(store: Store, number: str, committee: str | None) -> MeetingLine:
    """Return the one meeting that is meant.

    Raises:
        Refused: If none or several fit; the candidates are listed.
    """
    with store.reading() as session:
        known = registers.list_committees(session)
        return choose_meeting(known, registers.list_meetings(session), number, committee)


# ---------------------------------------------------------------- looking


def list_records(chosen: argparse.Namespace) -> int:
    """List meetings, resolutions or people, a line each."""
    listing: Callable[[Store, int | None], Iterator[str]] = {
        "meetings": _meetings,
        "resolutions": _resolutions,
        "people": _people,
    }[chosen.what]
    with office(chosen) as store:
        for line in listing(store, chosen.year):
            print(line)
    return DONE


def _meetings(store: Store, year: int | None) -> Iterator[str]:
    with store.reading() as session:
        codes = {one.uid: one.code for one in registers.list_committees(session)}
        found = registers.list_meetings(session)
    for one in found:
        if year not in (None, one.year):
            continue
        date = format_date(one.date, DateStyle.LONG, DigitStyle.ARABIC)
        venue = " ".join(one.venue.split())
        yield f"{one.number}/{one.year}\t{codes[one.committee]}\t{date}\t{venue}"


def _resolutions(store: Store, year: int | None) -> Iterator[str]:
    with store.reading() as session:
        codes = {one.uid: one.code for one in registers.list_committees(session)}
        found = registers.list_resolutions(session, None, year)
    for one in found:
        place = f"{meeting_name(one.number, one.year, DigitStyle.ARABIC)} {one.item}.{one.order}"
        yield f"{place}\t{codes[one.committee]}\t{' '.join(one.text.split())}"


def _people(store: Store, year: int | None) -> Iterator[str]:
    if year is not None:
        raise Refused(msg("People have no year. Leave --year out."))
    with store.reading() as session:
        found = registers.list_people(session, utc_now().date())
    for one in found:
        columns = (one.printed, one.job, one.unit, " ".join(one.seats))
        yield "\t".join(" ".join(column.split()) for column in columns).rstrip()


def find(chosen: argparse.Namespace) -> int:
    """Print what holds the words, the place first."""
    with office(chosen) as store, store.reading() as session:
        hits = find_words(session, chosen.query)
    for hit in hits:
        place = f"{hit.where} {worded(KIND_NAMES[hit.kind])}".strip()
        print(f"{place}\t{hit.text}")
    say(msg("{count} found.", count=len(hits)))
    return DONE


def check(chosen: argparse.Namespace) -> int:
    """Look the file over; return REFUSED when something is wrong with it."""
    with office(chosen) as store:
        findings = look_over(store)
    bad = [one for one in findings if one.level is not Level.NOTICE]
    if chosen.json:
        told = [{"level": one.level.value, "message": worded(one.message)} for one in findings]
        print(json.dumps({"ok": not bad, "findings": told}, ensure_ascii=False, indent=1))
    else:
        for one in findings:
            say(one.message)
        say(msg("The file is in order.") if not bad else msg("{count} faults.", count=len(bad)))
    return REFUSED if bad else DONE
