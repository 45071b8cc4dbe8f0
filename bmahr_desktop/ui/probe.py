"""Notes how far starting got, when a benchmark asks for it."""

import os
import time
from pathlib import Path

VARIABLE = "BMAHR_PROBE"
"""Names the file that gets the times; the program then ends once it is ready."""


class Probe:
    """Names of steps with the time of the clock at which they were done."""

    def __init__(self) -> None:
        self._file = os.environ.get(VARIABLE, "")
        self._lines: list[str] = []

    def note(self, name: str) -> None:
        """Note that something is done now."""
        if self._file:
            self._lines.append(f"{name} {time.monotonic_ns()}")

    def write(self) -> bool:
        """Write the times; return whether a benchmark asked for them."""
        if self._file:
            Path(self._file).write_text("\n".join(self._lines) + "\n", encoding="ascii")
        return bool(self._file)
