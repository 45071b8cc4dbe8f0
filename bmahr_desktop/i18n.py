"""How things are called: messages for people, and the fixed wording of papers.

Code writes English. What a person reads on screen goes through the catalogue of the language in
use; what is printed on a paper goes through the Thai catalogue of papers, whatever language the
window speaks. A message is carried as a `Message` and worded only where it is shown.
"""

import gettext
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from bmahr_desktop.places import resource

LANGUAGES = ("th", "en")
_SCREEN = "bmahr_desktop"
_PAPERS = "papers"
_in_use = "th"


@dataclass(frozen=True)
class Message:
    """Something to tell a person, not yet in any language.

    Attributes:
        text: The English wording, which is its key in the catalogue; ``{name}`` marks a value.
        values: What stands in the marked places; a `Message` among them is worded too.
    """

    text: str
    values: Mapping[str, object] = field(default_factory=dict)


def msg(text: str, /, **values: object) -> Message:
    """Make a message; the text must be a literal, so that it reaches the catalogues."""
    return Message(text, values)


def verbatim(text: str) -> Message:
    """Return a message that is a text of the office's, as it is in every language."""
    return Message("{text}", {"text": text})


def use_language(language: str) -> None:
    """Word messages in this language from now on, one of `LANGUAGES`."""
    global _in_use
    if language not in LANGUAGES:
        raise ValueError(language)
    _in_use = language


def language_in_use() -> str:
    """Return the language that messages are worded in."""
    return _in_use


def language_of_system() -> str:
    """Return the language that the environment asks for: Thai, else English."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return "th" if value.lower().startswith("th") else "en"
    return "en"


def worded(message: Message) -> str:
    """Return the message in the language in use."""
    values = {
        name: worded(value) if isinstance(value, Message) else value
        for name, value in message.values.items()
    }
    text = _catalogue(_SCREEN, _in_use).gettext(message.text)
    return text.format_map(values) if values else text


def paper(text: str, /, **values: object) -> str:
    """Return a fixed wording as papers print it, in Thai."""
    found = _catalogue(_PAPERS, "th").gettext(text)
    return found.format_map(values) if values else found


@cache
def _catalogue(domain: str, language: str) -> gettext.NullTranslations:
    """Return a compiled catalogue; English needs none, its wording is the key."""
    if language == "en":
        return gettext.NullTranslations()
    return gettext.translation(domain, resource("locale"), [language])
