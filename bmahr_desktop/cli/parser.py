"""The words of the command line."""

import argparse
import gettext
import os
from pathlib import Path
from typing import Any

from bmahr_desktop import __version__
from bmahr_desktop.i18n import LANGUAGES, language_in_use, msg, worded
from bmahr_desktop.places import resource

_LETTERS = {
    "agenda": msg("the agenda of a meeting"),
    "invitation": msg("the invitation to a meeting"),
    "reply-slip": msg("the reply slip of an invitation"),
    "sign-in": msg("the sign-in sheets of a meeting"),
    "payment": msg("the evidence of paying allowances for a meeting"),
}
_IN_WORD = ("agenda", "invitation")


def make_parser() -> argparse.ArgumentParser:
    """Return the parser, in the language in use."""
    _translate_argparse()
    parser = argparse.ArgumentParser(
        prog="bmahr-desktop",
        description=worded(
            msg("The committee secretary's desk. Without a command, its window opens.")
        ),
        allow_abbrev=False,
    )
    parser.add_argument(
        "--version", action="version", version=__version__, help=worded(msg("tell the version"))
    )
    parser.add_argument(
        "--data",
        type=Path,
        metavar="FILE",
        help=worded(msg("the file of records; without it, the one in the data folder")),
    )
    _add_language(parser)
    commands = parser.add_subparsers(dest="command", metavar=worded(msg("COMMAND")))
    _add_setting(commands)
    _add_records(commands)
    _add_export(commands)
    _add_looking(commands)
    _add_forms(commands)
    return parser


def _command(commands: Any, name: str, words: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(
        name, help=words, description=words, allow_abbrev=False
    )
    _add_language(parser)
    return parser


def _add_setting(commands: Any) -> None:
    setting = _command(commands, "set", worded(msg("set a paper in type, from a file to a PDF")))
    papers = setting.add_subparsers(dest="paper", required=True, metavar=worded(msg("PAPER")))
    minutes = _command(papers, "minutes", worded(msg("the minutes of a meeting")))
    _add_exchange_file(minutes)
    _add_out(minutes, "OUT.pdf")
    minutes.add_argument(
        "--meeting", metavar="1/2564", help=worded(msg("which meeting, when there are several"))
    )
    _add_committee(minutes)
    _add_draft(minutes)


def _add_records(commands: Any) -> None:
    _command(commands, "sample", worded(msg("fill an empty file with the invented year")))
    inventing = _command(
        commands, "generate-archive", worded(msg("fill an empty file with invented years"))
    )
    years = worded(msg("how many years, up to 2568"))
    inventing.add_argument("--years", type=int, default=20, metavar="N", help=years)
    seed = worded(msg("the same number invents the same"))
    inventing.add_argument("--seed", type=int, default=1, metavar="N", help=seed)
    taking = _command(commands, "import", worded(msg("take an exchange file in")))
    _add_exchange_file(taking)
    taking.add_argument(
        "--dry-run", action="store_true", help=worded(msg("show what would happen; write nothing"))
    )
    taking.add_argument(
        "--match-names",
        action="store_true",
        help=worded(msg("take units, people and committees of the same name for the same")),
    )
    minutes = _command(
        commands, "import-minutes", worded(msg("take minutes of old in, from Word files"))
    )
    minutes.add_argument(
        "file",
        type=Path,
        metavar="FILE.docx|FOLDER",
        help=worded(msg("a Word file, or a folder of them")),
    )
    minutes.add_argument(
        "--committee",
        metavar="CODE",
        required=True,
        help=worded(msg("its code, or a part of its name")),
    )
    minutes.add_argument(
        "--dry-run",
        action="store_true",
        help=worded(msg("show what was recognised; write nothing")),
    )


def _add_export(commands: Any) -> None:
    export = _command(commands, "export", worded(msg("write records or papers to a file")))
    kinds = export.add_subparsers(dest="paper", required=True, metavar=worded(msg("KIND")))
    records = _command(kinds, "json", worded(msg("an exchange file (.json or .zip)")))
    _add_out(records, "OUT")
    _add_committee(records)
    records.add_argument(
        "--meeting", metavar="1/2564", help=worded(msg("only this meeting of its committee"))
    )
    minutes = _command(kinds, "minutes", worded(msg("the minutes of a meeting")))
    minutes.add_argument("meeting", metavar="1/2564", help=worded(msg("which meeting")))
    _add_out(minutes, "OUT.pdf|OUT.docx")
    _add_committee(minutes)
    _add_draft(minutes)
    pack = _command(kinds, "pack", worded(msg("the agenda of a meeting with all attachments")))
    pack.add_argument("meeting", metavar="1/2564", help=worded(msg("which meeting")))
    _add_out(pack, "OUT.pdf")
    _add_committee(pack)
    for name, words in _LETTERS.items():
        letter = _command(kinds, name, worded(words))
        letter.add_argument("meeting", metavar="1/2564", help=worded(msg("which meeting")))
        _add_out(letter, "OUT.pdf|OUT.docx" if name in _IN_WORD else "OUT.pdf")
        _add_committee(letter)
        if name == "invitation":
            _add_crest(letter)
    _add_sent(kinds)
    _add_of_projects(kinds)


def _add_of_projects(kinds: Any) -> None:
    """Add what is written of projects: forms, and the workbook of a year."""
    form = _command(kinds, "form", worded(msg("a form that shows a project, or a blank one")))
    names = worded(msg("which form, with its edition where it matters: progress, progress-2563"))
    form.add_argument("form", metavar="FORM", help=names)
    project = worded(msg("the project's code, or a part of its name"))
    form.add_argument("project", metavar="CODE", nargs="?", help=project)
    _add_out(form, "OUT.pdf|OUT.docx")
    report = worded(msg("show the progress reports up to this number"))
    form.add_argument("--report", type=int, metavar="9", help=report)
    blank = worded(msg("without answers, to be filled in by hand"))
    form.add_argument("--blank", action="store_true", help=blank)
    workbook = _command(kinds, "xlsx", worded(msg("a workbook for Excel")))
    workbook.add_argument("what", choices=["projects"], help=worded(msg("what to write")))
    _add_out(workbook, "OUT.xlsx")
    year = worded(msg("only the projects of this fiscal year (B.E.)"))
    workbook.add_argument("--year", type=int, metavar="2563", help=year)


def _add_sent(kinds: Any) -> None:
    """Add what goes out after a meeting, and what lists resolutions."""
    which = worded(msg("which meeting"))
    notice = _command(kinds, "notice", worded(msg("the notices of what a meeting resolved")))
    notice.add_argument("meeting", metavar="1/2564", help=which)
    _add_out(notice, "OUT.pdf|OUT.docx|FOLDER")
    to = worded(msg("only the one whose address holds these words; somebody who has no task, too"))
    notice.add_argument("--to", metavar="WORDS", help=to)
    part = worded(msg("only this item, matter or resolution: 3, 3.1, 3.1.2"))
    notice.add_argument("--part", metavar="3.1", help=part)
    word = worded(msg("write Word files into the folder"))
    notice.add_argument("--word", action="store_true", help=word)
    _add_crest(notice)
    _add_committee(notice)
    extract = _command(kinds, "extract", worded(msg("a certified extract of the minutes")))
    extract.add_argument("meeting", metavar="1/2564", help=which)
    of = worded(msg("which item, matter or resolution: 3, 3.1, 3.1.2"))
    extract.add_argument("part", metavar="3.1", nargs="+", help=of)
    _add_out(extract, "OUT.pdf|OUT.docx")
    _add_committee(extract)
    follow_up = _command(kinds, "follow-up", worded(msg("the table that follows resolutions up")))
    index = _command(kinds, "index", worded(msg("the index of a year's resolutions")))
    for listing in (follow_up, index):
        _add_out(listing, "OUT.pdf|OUT.docx")
        _add_committee(listing)
        year = worded(msg("only this year (B.E.)"))
        listing.add_argument(
            "--year", type=int, metavar="2564", required=listing is index, help=year
        )
    unit = worded(msg("only what a unit is to do whose name holds these words"))
    follow_up.add_argument("--unit", metavar="WORDS", help=unit)
    still = worded(msg("only what is not done yet"))
    follow_up.add_argument("--open", action="store_true", help=still)


def _add_crest(parser: argparse.ArgumentParser) -> None:
    crest = worded(msg("a picture of the Garuda, instead of the office's own"))
    parser.add_argument("--crest", type=Path, metavar="PICTURE", help=crest)


def _add_looking(commands: Any) -> None:
    listing = _command(commands, "list", worded(msg("list records, a line each")))
    listing.add_argument(
        "what",
        choices=["meetings", "resolutions", "people", "projects"],
        help=worded(msg("what to list")),
    )
    year = worded(msg("only this year (B.E.); of projects, the fiscal year"))
    listing.add_argument("--year", type=int, metavar="2563", help=year)
    finding = _command(commands, "find", worded(msg("find words anywhere in the records")))
    finding.add_argument("query", metavar="WORDS", help=worded(msg("words or parts of words")))
    checking = _command(commands, "check", worded(msg("look the file over")))
    checking.add_argument(
        "--json", action="store_true", help=worded(msg("answer in JSON, for programs"))
    )
    project = worded(msg("look a project over instead: its code, or a part of its name"))
    checking.add_argument("--project", metavar="CODE", help=project)


def _add_forms(commands: Any) -> None:
    forms = _command(commands, "forms", worded(msg("form definitions: check, try, list")))
    kinds = forms.add_subparsers(dest="what", required=True, metavar=worded(msg("COMMAND")))
    checking = _command(kinds, "check", worded(msg("tell what is wrong in a form definition")))
    trying = _command(kinds, "preview", worded(msg("set a form with its example values, or blank")))
    for one in (checking, trying):
        words = worded(msg("a form definition (.toml)"))
        one.add_argument("file", type=Path, metavar="FILE", help=words)
    _add_out(trying, "OUT.pdf|OUT.docx")
    _command(kinds, "list", worded(msg("list the forms at hand, a line each")))


def _add_exchange_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file",
        type=Path,
        metavar="FILE",
        help=worded(msg("an exchange file (.json or .zip)")),
    )


def _add_out(parser: argparse.ArgumentParser, shown: str) -> None:
    parser.add_argument("out", type=Path, metavar=shown, help=worded(msg("where to write it")))


def _add_committee(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--committee", metavar="CODE", help=worded(msg("its code, or a part of its name"))
    )


def _add_draft(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--draft", action="store_true", help=worded(msg("mark every page as a draft"))
    )


def _add_language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--lang",
        choices=LANGUAGES,
        default=argparse.SUPPRESS,
        help=worded(msg("the language of messages")),
    )


def _translate_argparse() -> None:
    """Let argparse find its own words in our catalogue, where gettext looks for them."""
    os.environ["LANGUAGE"] = language_in_use()
    gettext.bindtextdomain("argparse", str(resource("locale")))
    gettext.textdomain("argparse")
