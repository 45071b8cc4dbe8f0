"""The command line: what can be done without a window, and without a display."""

import argparse
import io
import sys
from collections.abc import Sequence

from bmahr_desktop.cli.parser import make_parser
from bmahr_desktop.cli.words import DONE, REFUSED, WRONG_USAGE, say
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import LANGUAGES, language_of_system, use_language

__all__ = ["DONE", "REFUSED", "WRONG_USAGE", "main"]

_SENT = ("notice", "extract", "follow-up", "index")
"""Papers that go out after a meeting."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments say; return 0 done, 1 refused with words, 2 wrong usage."""
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    choose_language(arguments)
    for stream in (sys.stdout, sys.stderr):  # what a terminal cannot show is no reason to stop
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    chosen = make_parser().parse_args(arguments)
    try:
        return _run(chosen)
    except Refused as refused:
        for message in refused.messages:
            say(message, sys.stderr)
        return REFUSED


def _run(chosen: argparse.Namespace) -> int:
    # Each kind of command loads only what it needs: the database costs 0.2 s, Qt more.
    if chosen.command in (None, "set"):
        from bmahr_desktop.cli import setting  # noqa: PLC0415

        return (
            setting.set_minutes(chosen) if chosen.command else setting.without_window(setting.OUT)
        )
    if chosen.command == "generate-archive":
        from bmahr_desktop.cli import archive  # noqa: PLC0415

        return archive.generate(chosen)
    if chosen.command == "forms":
        from bmahr_desktop.cli import forms  # noqa: PLC0415

        return forms.run(chosen)
    if chosen.command == "import-minutes":
        from bmahr_desktop.cli import old_minutes  # noqa: PLC0415

        return old_minutes.import_minutes(chosen)
    if _is_about_projects(chosen):
        return _run_on_projects(chosen)
    if chosen.command == "export" and chosen.paper in _SENT:
        from bmahr_desktop.cli import sending  # noqa: PLC0415

        return sending.export_sent(chosen)
    from bmahr_desktop.cli import records  # noqa: PLC0415

    commands = {
        "sample": records.take_sample,
        "import": records.import_file,
        "list": records.list_records,
        "find": records.find,
        "check": records.check,
    }
    exports = {
        "json": records.export_json,
        "minutes": records.export_minutes,
        "pack": records.export_pack,
    }
    if chosen.command == "export":
        return exports.get(chosen.paper, records.export_paper)(chosen)
    return commands[chosen.command](chosen)


def _is_about_projects(chosen: argparse.Namespace) -> bool:
    match chosen.command:
        case "list":
            return bool(chosen.what == "projects")
        case "check":
            return chosen.project is not None
        case "export":
            return chosen.paper in ("form", "xlsx")
    return False


def _run_on_projects(chosen: argparse.Namespace) -> int:
    from bmahr_desktop.cli import projects  # noqa: PLC0415

    match chosen.command:
        case "list":
            return projects.list_all(chosen)
        case "check":
            return projects.check(chosen)
    written = projects.export_form if chosen.paper == "form" else projects.export_workbook
    return written(chosen)


def choose_language(arguments: Sequence[str]) -> None:
    """Take the language from --lang, else from the system, before anything is worded."""
    language = language_of_system()
    for at, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            language = value or "".join(arguments[at + 1 : at + 2])
    use_language(language if language in LANGUAGES else language_of_system())
