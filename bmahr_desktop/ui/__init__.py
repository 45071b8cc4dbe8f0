"""The window. Screens speak to operations through the desk, and to nothing below them."""

import builtins

from bmahr_desktop.thai.native import library

library()  # Qt looks for it at the first Thai text that it lays out, and never again

# PySide replaces the import of Python by one that reads the source of every module, to see whether
# it switches names to snake_case. No module here does; loading the program took a fifth longer.
_plain_import = builtins.__import__
import PySide6.QtCore  # noqa: E402, F401

builtins.__import__ = _plain_import
