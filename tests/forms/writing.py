"""Definitions written by a test, and what is wrong with them in words."""

from bmahr_desktop.domain.forms.definition import Definition
from bmahr_desktop.forms.faults import BadForm
from bmahr_desktop.forms.reading import read_definition
from bmahr_desktop.i18n import use_language, worded

HEAD = 'form = "test"\nedition = "1"\ntitle = "แบบทดสอบ"\n'


def read(text: str, *, head: str = HEAD) -> Definition:
    return read_definition((head + text).encode(), "test.toml")


def fields(*each: str, head: str = "") -> Definition:
    """A form of one section with these fields, each its keys in lines."""
    return read(head + "[[section]]\n" + "".join(f"[[section.field]]\n{one}\n" for one in each))


def faults(data: str | bytes) -> list[tuple[int, str]]:
    """The faults of a file: line and reason, in English."""
    use_language("en")
    try:
        read_definition(data.encode() if isinstance(data, str) else data, "test.toml")
    except BadForm as bad:
        return [(one.line, worded(one.message)) for one in bad.faults]
    return []
