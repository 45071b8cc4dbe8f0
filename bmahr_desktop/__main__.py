"""Starts the program."""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

_FOR_THE_WINDOW = ("--data", "--lang")


def main() -> int:
    """Start the program and return its exit code."""
    arguments = sys.argv[1:]
    chosen = window_wanted(arguments) if has_display() else None
    if chosen is not None:
        gc.disable()  # all that starting makes stays; `Program` sweeps from then on
        from bmahr_desktop import app  # noqa: PLC0415 -- Qt is loaded for the window only

        data = chosen.get("--data")
        return app.run(Path(data) if data else None, chosen.get("--lang"))
    from bmahr_desktop import cli  # noqa: PLC0415 -- not for the window, which has no time for it

    try:
        code = cli.main(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our words has gone ("… | head -1"); Python must not flush them again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return cli.REFUSED
    return code


def window_wanted(arguments: Sequence[str]) -> dict[str, str] | None:
    """Return the options that the window is opened with; None if a command is meant.

    Whatever is not plainly for the window is left to the command line, which says what is wrong.
    """
    chosen = {}
    waiting = iter(arguments)
    for argument in waiting:
        name, joined, value = argument.partition("=")
        value = value if joined else next(waiting, "")
        if name not in _FOR_THE_WINDOW or not value:
            return None
        if name == "--lang" and value not in ("th", "en"):
            return None
        chosen[name] = value
    return chosen


def has_display() -> bool:
    """Tell whether there is a screen that a window can be shown on."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    raise SystemExit(main())
