"""Starts the program."""

import os
import sys

from bmahr_desktop import cli


def main() -> int:
    """Start the program and return its exit code."""
    try:
        code = cli.main()
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our words has gone ("… | head -1"); Python must not flush them again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return cli.REFUSED
    return code


if __name__ == "__main__":
    raise SystemExit(main())
