"""Compiles the message catalogues whenever a wheel is built."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalogues(BuildHookInterface[Any]):
    """A wheel carries .mo files; git does not."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Run the same script that dev.py runs."""
        script = Path(__file__).with_name("build_catalogues.py")
        subprocess.run([sys.executable, str(script)], check=True)
