"""The commands about form definitions; they need no database."""

import argparse

from bmahr_desktop.cli.words import DONE, REFUSED, say
from bmahr_desktop.domain.forms.paper import FormLetter
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations.forms import (
    forms_at_hand,
    preview_form,
    read_form,
    write_form_paper,
)
from bmahr_desktop.places import data_place


def run(chosen: argparse.Namespace) -> int:
    """Do what a command about forms says."""
    return {"check": check, "preview": preview, "list": list_all}[chosen.what](chosen)


def check(chosen: argparse.Namespace) -> int:
    """Look a definition through, and say what it defines."""
    found = read_form(chosen.file)
    sections, fields = len(found.sections), sum(1 for _ in found.fields())
    say(
        msg(
            "The form “{name}” is in order: {title}, {sections} sections, {fields} fields.",
            name=found.name,
            title=found.title,
            sections=sections,
            fields=fields,
        )
    )
    return DONE


def preview(chosen: argparse.Namespace) -> int:
    """Write a definition's form with its example values, or blank."""
    paper = preview_form(read_form(chosen.file))
    crest = None
    if isinstance(paper, FormLetter):
        # Loads the records, which no other form needs here.
        from bmahr_desktop.operations.crest import office_crest  # noqa: PLC0415

        crest = office_crest(data_place(chosen.data).forms)
    pages = write_form_paper(paper, chosen.out, crest)
    if pages:
        say(msg("{pages} pages: {file}", pages=pages, file=chosen.out))
    else:
        say(msg("Written: {file}", file=chosen.out))
    return DONE


def list_all(chosen: argparse.Namespace) -> int:
    """List the forms at hand, then what is wrong with others; REFUSED if anything is."""
    shelf = forms_at_hand(data_place(chosen.data))
    for one in shelf.forms:
        definition = one.definition
        print(f"{definition.name}\t{definition.title}\t{one.file}")
    for fault in shelf.faults:
        say(fault.told())
    return REFUSED if shelf.faults else DONE
