"""Starts the program."""

from bmahr_desktop import cli


def main() -> int:
    """Start the program and return its exit code."""
    return cli.main()


if __name__ == "__main__":
    raise SystemExit(main())
