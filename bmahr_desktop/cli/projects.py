"""The commands about projects: their list, their forms, their workbook, what does not add up."""

import argparse
import datetime
import json

from sqlalchemy.orm import Session

from bmahr_desktop.cli.place import office
from bmahr_desktop.cli.words import DONE, REFUSED, say
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.kinds import KIND_NAMES
from bmahr_desktop.domain.projects.discrepancies import (
    Discrepancy,
    day_told,
    money_told,
    share_told,
)
from bmahr_desktop.domain.projects.lines import ProjectLine
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations.office import utc_now
from bmahr_desktop.operations.projects import find_project, list_projects
from bmahr_desktop.operations.upkeep import write_whole
from bmahr_desktop.places import data_place
from bmahr_desktop.thai.searchkey import search_key

_HERE = datetime.timezone(datetime.timedelta(hours=7))


def list_all(chosen: argparse.Namespace) -> int:
    """List projects, a line each: code, year, per cent, what is left, when a report is due."""
    with office(chosen) as store, store.reading() as session:
        lines = list_projects(session, chosen.year, _today())
    for line in lines:
        print("\t".join(_columns(line)))
    return DONE


def _columns(line: ProjectLine) -> tuple[str, ...]:
    return (
        line.code or "-",
        str(line.year),
        share_told(line.percent),
        money_told(line.money.left),
        day_told(line.next_due),
        " ".join(line.name.split()),
        " ".join(line.unit_name.split()) or "-",
    )


def export_form(chosen: argparse.Namespace) -> int:
    """Write a form that shows a project, or a blank one: Word or PDF, by the name's ending."""
    # Each command loads only what it needs: what sets type, or reads workbooks, costs 0.2 s.
    from bmahr_desktop.operations.crest import office_crest  # noqa: PLC0415
    from bmahr_desktop.operations.form_papers import (  # noqa: PLC0415
        read_blank_paper,
        read_project_paper,
    )
    from bmahr_desktop.operations.forms import write_form_paper  # noqa: PLC0415

    form, edition = _named(chosen.form)
    _check_blank(chosen)
    with office(chosen) as store, store.reading() as session:
        if chosen.blank:
            paper = read_blank_paper(session, form, edition)
        else:
            uid = project_of(session, chosen.project)
            paper = read_project_paper(session, form, uid, chosen.report, edition)
    crest = office_crest(data_place(chosen.data).forms)
    pages = write_form_paper(paper, chosen.out, crest)
    if pages:
        say(msg("{pages} pages: {file}", pages=pages, file=chosen.out))
    else:
        say(msg("Written: {file}", file=chosen.out))
    return DONE


def _check_blank(chosen: argparse.Namespace) -> None:
    """Check that a project is named, or a blank form is wanted, and not both.

    Raises:
        Refused: If neither or both.
    """
    if chosen.blank and chosen.project is not None:
        raise Refused(msg("A blank form shows no project. Leave the project or --blank out."))
    if not chosen.blank and chosen.project is None:
        raise Refused(msg("Name a project by its code, or ask for a blank form with --blank."))


def _named(form: str) -> tuple[str, str]:
    """Return which form is meant, and which edition of it: "progress-2563"."""
    name, _, edition = form.rpartition("-")
    return (name, edition) if name and edition.isdigit() else (form, "")


def export_workbook(chosen: argparse.Namespace) -> int:
    """Write the projects of a year as a workbook."""
    from bmahr_desktop.operations.project_sheets import projects_workbook  # noqa: PLC0415

    with office(chosen) as store, store.reading() as session:
        data = projects_workbook(session, chosen.year)
    write_whole(chosen.out, data)
    say(msg("Written: {file}", file=chosen.out))
    return DONE


def check(chosen: argparse.Namespace) -> int:
    """Tell what does not add up in a project; return REFUSED when anything does not."""
    from bmahr_desktop.operations.project_checks import findings_of_project  # noqa: PLC0415

    with office(chosen) as store, store.reading() as session:
        uid = project_of(session, chosen.project)
        found = findings_of_project(session, uid, _today())
    if chosen.json:
        answer = {
            "ok": not found.told,
            "findings": [_as_json(one) for one in found.told],
            "meant": [_as_json(one.found) | {"reason": one.reason} for one in found.meant],
        }
        print(json.dumps(answer, ensure_ascii=False, indent=1))
        return REFUSED if found.told else DONE
    for one in found.told:
        say(_told(one))
    for meant in found.meant:
        what = meant.found.message
        say(msg("Meant so ({reason}): {what}", reason=meant.reason, what=what))
    count = len(found.told)
    say(msg("{count} to be looked at.", count=count) if count else msg("Everything adds up."))
    return REFUSED if found.told else DONE


def _told(one: Discrepancy) -> Message:
    sides = {"place": KIND_NAMES[one.kind], "what": one.message}
    if one.stated and one.computed:
        return msg("{place}: {what} [{stated} ≠ {computed}]", **sides, stated=one.stated,
                   computed=one.computed)  # fmt: skip
    return msg("{place}: {what}", **sides)


def _as_json(one: Discrepancy) -> dict[str, str | bool]:
    return {
        "check": one.check,
        "message": worded(one.message),
        "kind": one.kind.value,
        "uid": one.uid,
        "field": one.field,
        "stated": one.stated,
        "computed": one.computed,
        "proposed": bool(one.correction),
    }


def project_of(session: Session, wanted: str) -> str:
    """Return the uid of the project of a code, else of a name that only one has a part of.

    Raises:
        Refused: If none or several fit; the candidates are listed.
    """
    found = find_project(session, wanted)
    if found is not None:
        return found
    key = search_key(wanted).strip()
    lines = [one for one in list_projects(session, None, _today()) if key in search_key(one.name)]
    if len(lines) == 1 and key:
        return lines[0].uid
    first = (
        msg("Several projects are called so; name one by its code:")
        if lines and key
        else msg("There is no project “{name}”.", name=wanted)
    )
    names = [msg("  {code}  {name}", code=one.code or "-", name=one.name) for one in lines[:20]]
    raise Refused(first, *(names if key else ()))


def _today() -> datetime.date:
    return utc_now().astimezone(_HERE).date()
