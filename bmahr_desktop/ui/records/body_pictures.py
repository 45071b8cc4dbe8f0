"""Pictures on their way into a body: chosen from a folder or pasted, kept, then shown."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from bmahr_desktop.domain.body import Picture
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.operations import papers
from bmahr_desktop.operations.upkeep import reason_of
from bmahr_desktop.ui.body.editor import BodyEditor
from bmahr_desktop.ui.body.objects import size_of_picture
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.file_dialogs import ask_which

_WIDEST_MM, _NARROWEST_MM = 160.0, 20.0
_DOTS_PER_MM = 96 / 25.4
_PATTERN = "*.png *.jpg *.jpeg"


class BodyPictures(QObject):
    """Takes in the pictures that an editor asks for, and puts them where its caret stands."""

    def __init__(self, desk: Desk, editor: BodyEditor, say: Callable[[Message], None]) -> None:
        """Serve an editor.

        Args:
            desk: The door to the records.
            editor: Where pictures are wanted and pasted.
            say: Shows why a picture cannot be taken.
        """
        super().__init__(editor)
        self._desk, self._editor, self._say = desk, editor, say
        editor.picture_wanted.connect(self.choose)
        editor.picture_pasted.connect(self.take)

    def choose(self) -> None:
        """Let a file be chosen, and take it in."""
        document = self._editor.body_document
        title = msg("Insert a picture")
        chosen = ask_which(self._editor, title, msg("Pictures"), _PATTERN)
        if chosen is None or self._editor.body_document is not document:
            return
        try:
            with chosen.open("rb") as file:
                data = file.read(papers.LARGEST_PICTURE + 1)
        except OSError as error:
            reason = reason_of(error)
            self._say(msg("“{file}” cannot be read: {reason}.", file=chosen, reason=reason))
            return
        self.take(data)

    def take(self, data: bytes) -> None:
        """Take in the file of a picture, and put it where the caret stands."""
        try:
            sha256 = self._desk.write_aside(papers.keep_picture, data)
        except Refused as refused:
            self._say(refused.messages[0])
            return
        self._editor.insert((Picture(file=sha256, width_mm=_width_mm(data)),))


def _width_mm(data: bytes) -> float:
    """Return how wide a picture is shown at first: as on a screen, if the column has the room."""
    natural = size_of_picture(data).width() / _DOTS_PER_MM
    return round(max(_NARROWEST_MM, min(natural, _WIDEST_MM)), 1)
