"""Files are kept, one or all that are ready; a number that is on file already is asked about."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.registers import MeetingLine
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.ui.look.digits import shown
from bmahr_desktop.ui.notices import Choice, UndoBar, ask
from bmahr_desktop.ui.old_minutes.changing import Changing
from bmahr_desktop.ui.old_minutes.files_model import FilesModel
from bmahr_desktop.ui.old_minutes.filing import Filing
from bmahr_desktop.ui.old_minutes.preview import Preview
from bmahr_desktop.ui.old_minutes.taken_file import Standing, TakenFile

_BACK = Choice(msg("Back to the file"), safe=True)
_ATTACH = Choice(msg("Attach it to the one on file"))
_INSTEAD = Choice(msg("Keep it in place of that one"), danger=True)


class Keeping(QObject):
    """Keeps files, and offers to take it back.

    Signals:
        told: Why something could not be kept, the messages; none when it is tried anew.
        done: All that were to be kept are, or were refused; with those that are.
    """

    told = Signal(object)
    done = Signal(object)

    def __init__(
        self,
        changing: Changing,
        preview: Preview,
        files: FilesModel,
        filing: Filing,
        undo: UndoBar,
        parent: QObject,
    ) -> None:
        """Be ready to keep.

        Args:
            changing: Knows the file that is shown.
            preview: Where it is shown.
            files: The list.
            filing: Keeps files.
            undo: Offers to take it back.
            parent: What it lives with.
        """
        super().__init__(parent)
        self._changing, self._preview, self._files = changing, preview, files
        self._filing, self._undo = filing, undo
        self._kept: list[TakenFile] = []
        self._faults: list[Message] = []
        filing.kept.connect(self._on_kept)
        filing.refused.connect(self._on_refused)
        filing.all_kept.connect(self._on_all_kept)

    def keep_one(self) -> None:
        """Keep the file that is shown; what stands in the way is asked or said."""
        file = self._changing.file
        if file is None or self._filing.under_way or not self._changing.commit():
            return
        self.told.emit(())
        standing = self._files.standing(file)
        if standing is Standing.KEPT or file.look is None:
            return
        twin = self._files.twin(file)
        if any(one.needed for one in file.questions()):
            self._preview.go_to_missing(file)
            self.told.emit([one.message for one in file.questions() if one.needed])
        elif twin is not None:
            self._ask(file, twin)
        else:
            self._keep([(file, "")])

    def keep_ready(self) -> None:
        """Keep all files that are ready, each by itself."""
        if self._filing.under_way or not self._changing.commit():
            return
        self.told.emit(())
        ready = [one for one in self._files.files if self._files.standing(one) is Standing.READY]
        if ready:
            self._keep([(one, "") for one in ready])

    def _keep(self, wanted: list[tuple[TakenFile, str]]) -> None:
        self._faults.clear()
        self._filing.keep(wanted)

    def _ask(self, file: TakenFile, twin: MeetingLine) -> None:
        name = shown(f"{twin.number}/{twin.year}")
        chosen = ask(
            self._preview,
            msg("Meeting {name} is on file already. What is to be done?", name=name),
            msg(
                "Nothing of the one on file is changed unless you say so. If the number is wrong,"
                " go back and change it."
            ),
            _INSTEAD,
            _ATTACH,
            _BACK,
        )
        if chosen is _INSTEAD:
            self._keep([(file, twin.uid)])
        elif chosen is _ATTACH:
            self._attach(file, twin.uid)
        else:
            self._preview.heading.go_to("number")

    def _attach(self, file: TakenFile, meeting: str) -> None:
        try:
            self._filing.attach(file, meeting)
        except Refused as refused:
            self.told.emit(refused.messages)

    # ------------------------------------------------------------ what came of it

    def _on_kept(self, file: TakenFile) -> None:
        self._kept.append(file)

    def _on_refused(self, _file: TakenFile, refused: Refused) -> None:
        self._faults += refused.messages

    def _on_all_kept(self) -> None:
        kept, self._kept = self._kept, []
        if self._faults:
            self.told.emit(tuple(self._faults))
        if kept:
            self._undo.offer(_words(kept), partial(self._take_back, kept))
        self.done.emit(tuple(kept))

    def _take_back(self, kept: list[TakenFile]) -> None:
        fault = self._filing.take_back(kept)
        self.told.emit((fault,) if fault else ())
        if self._changing.file in kept:
            self._changing.show_file(self._changing.file)


def _words(kept: list[TakenFile]) -> Message:
    if len(kept) > 1:
        return msg("{count} meetings were kept", count=len(kept))
    number = kept[0].kept_as or (0, 0)
    name = shown(f"{number[0]}/{number[1]}")
    if kept[0].attached:
        return msg("The file was attached to meeting {name}", name=name)
    return msg("Meeting {name} was kept", name=name)
