"""Compiles the message catalogues (.po) beside this script into .mo files."""

from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


def main() -> None:
    """Write a .mo beside every .po; one that stays the same is not opened for writing.

    A wheel is built in the gate while other processes of it read their messages.
    """
    for source in Path(__file__).parent.glob("*/LC_MESSAGES/*.po"):
        with source.open("rb") as file:
            catalogue = read_po(file, locale=source.parts[-3], abort_invalid=True)
        made, compiled = BytesIO(), source.with_suffix(".mo")
        write_mo(made, catalogue)
        if compiled.exists() and compiled.read_bytes() == made.getvalue():
            compiled.touch()
        else:
            compiled.write_bytes(made.getvalue())


if __name__ == "__main__":
    main()
