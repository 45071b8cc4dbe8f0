"""Starts the program."""

import os
import sys

from bmahr_desktop import cli


def main() -> int:
    """Start the program and return its exit code."""
    arguments = sys.argv[1:]
    wanted = cli.window_wanted(arguments) if has_display() else None
    if wanted is not None:
        from bmahr_desktop import app  # noqa: PLC0415 -- Qt is loaded for the window only

        return app.run(wanted.data, getattr(wanted, "lang", None))
    try:
        code = cli.main(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our words has gone ("… | head -1"); Python must not flush them again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return cli.REFUSED
    return code


def has_display() -> bool:
    """Tell whether there is a screen that a window can be shown on."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    raise SystemExit(main())
