"""The command line: what can be done without a window, and without a display."""

import argparse
import gettext
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from bmahr_desktop import __version__
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import (
    LANGUAGES,
    Message,
    language_in_use,
    language_of_system,
    msg,
    use_language,
    worded,
)
from bmahr_desktop.operations.minutes import set_minutes_from_file
from bmahr_desktop.operations.upkeep import write_whole
from bmahr_desktop.places import resource

DONE, REFUSED, WRONG_USAGE = 0, 1, 2
SAMPLE_MEETING = "1/2568"


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments say; return 0 done, 1 refused with words, 2 wrong usage."""
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    _choose_language(arguments)
    chosen = _parser().parse_args(arguments)
    try:
        return _run(chosen)
    except Refused as refused:
        for message in refused.messages:
            _say(message, sys.stderr)
        return REFUSED


def _run(chosen: argparse.Namespace) -> int:
    if chosen.command == "set":
        return _set_minutes(chosen)
    return without_window(Path("out"))


def without_window(folder: Path) -> int:
    """Say that there is no window yet, and set the minutes of the sample into a folder."""
    out = folder / "sample-minutes.pdf"
    paper = set_minutes_from_file(resource("sample", "data.json"), SAMPLE_MEETING)
    write_whole(out, paper.pdf)
    _say(msg("The window is not built yet; the sample minutes were set instead."))
    _say(msg("{pages} pages: {file}", pages=paper.pages, file=out))
    return DONE


def _set_minutes(chosen: argparse.Namespace) -> int:
    paper = set_minutes_from_file(chosen.file, chosen.meeting, chosen.committee, draft=chosen.draft)
    write_whole(chosen.out, paper.pdf)
    _say(msg("{pages} pages: {file}", pages=paper.pages, file=chosen.out))
    return DONE


def _say(message: Message, stream: TextIO | None = None) -> None:
    print(worded(message), file=stream or sys.stdout)


def _choose_language(arguments: Sequence[str]) -> None:
    """Take the language from --lang, else from the system, before anything is worded."""
    language = language_of_system()
    for at, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            language = value or "".join(arguments[at + 1 : at + 2])
    use_language(language if language in LANGUAGES else language_of_system())


def _parser() -> argparse.ArgumentParser:
    _translate_argparse()
    parser = argparse.ArgumentParser(
        prog="bmahr-desktop",
        description=worded(msg("The committee secretary's desk.")),
        allow_abbrev=False,
    )
    parser.add_argument(
        "--version", action="version", version=__version__, help=worded(msg("tell the version"))
    )
    _add_language(parser)
    commands = parser.add_subparsers(dest="command", metavar=worded(msg("COMMAND")))
    setting = commands.add_parser(
        "set", help=worded(msg("set a paper in type, from a file to a PDF"))
    )
    papers = setting.add_subparsers(dest="paper", required=True, metavar=worded(msg("PAPER")))
    minutes = papers.add_parser("minutes", help=worded(msg("the minutes of a meeting")))
    minutes.add_argument(
        "file", type=Path, metavar="FILE", help=worded(msg("an exchange file (.json or .zip)"))
    )
    minutes.add_argument(
        "out", type=Path, metavar="OUT.pdf", help=worded(msg("where to write the paper"))
    )
    minutes.add_argument(
        "--meeting", metavar="1/2564", help=worded(msg("which meeting, when there are several"))
    )
    minutes.add_argument(
        "--committee", metavar="CODE", help=worded(msg("its code, or a part of its name"))
    )
    minutes.add_argument(
        "--draft", action="store_true", help=worded(msg("mark every page as a draft"))
    )
    for one in (setting, minutes):
        _add_language(one)
    return parser


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
