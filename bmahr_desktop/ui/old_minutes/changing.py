"""The file that is shown, and what somebody puts right in it."""

from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from bmahr_desktop.domain.old_minutes import PartKind
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations.old_minutes_edits import PartEdit, PartKey
from bmahr_desktop.operations.old_minutes_scans import TypedResolution
from bmahr_desktop.ui.notices import UndoBar
from bmahr_desktop.ui.old_minutes.files_model import FilesModel
from bmahr_desktop.ui.old_minutes.preview import Preview
from bmahr_desktop.ui.old_minutes.taken_file import TakenFile
from bmahr_desktop.ui.old_minutes.work import Work


class Changing(QObject):
    """Notes in a file what is typed at right.

    Attributes:
        file: The file that is shown; None for none.
    """

    def __init__(
        self, preview: Preview, files: FilesModel, work: Work, undo: UndoBar, parent: QObject
    ) -> None:
        """Listen to the preview.

        Args:
            preview: Where files are shown.
            files: The list that they are in.
            work: Recognises a file again.
            undo: Offers back what was removed.
            parent: What it lives with.
        """
        super().__init__(parent)
        self._preview, self._files, self._work, self._undo = preview, files, work, undo
        self.file: TakenFile | None = None
        preview.heading.typed.connect(self._on_typed)
        preview.adopted.connect(self._on_adopted)
        preview.seen.connect(self._on_seen)
        preview.parts.said.connect(self._on_said)
        preview.parts.edited.connect(self._on_edited)
        preview.typing.changed.connect(self._on_rows)
        preview.typing.removed.connect(self._on_row_removed)
        preview.end.register.clicked.connect(self._on_register)
        preview.end.again.clicked.connect(self._on_again)
        files.dataChanged.connect(lambda *_: self.refresh())

    def show_file(self, file: TakenFile | None) -> None:
        """Show a file; what is typed in the one before is said first."""
        if file is not self.file:
            self._preview.commit()
        self.file = file
        self._preview.setVisible(file is not None)
        if file is not None:
            standing = self._files.standing(file)
            self._preview.show_file(file, standing, adopted=self._files.adopted(file))
            self.refresh()

    def commit(self) -> bool:
        """Note what is typed; return whether all of it is understood."""
        return self.file is None or self._preview.commit()

    def refresh(self) -> None:
        """Say anew what is to be looked at."""
        file = self.file
        if file is not None:
            self._preview.show_standing(file, self._files.twin(file), self._files.rival(file))

    # ------------------------------------------------------------ the heading

    def _on_typed(self, name: str, value: Any) -> None:
        file = self.file
        if file is None or file.look is None:
            return
        if (value or None) == (file.look.heading.get(name) or None):
            file.typed.pop(name, None)
        else:
            file.typed[name] = value
        self._show_heading(file)
        self._files.refresh()

    def _on_adopted(self, adopted: bool) -> None:
        if self.file is not None:
            self.file.adopted = adopted

    def _show_heading(self, file: TakenFile) -> None:
        self._preview.heading.show_heading(file.heading())
        self._preview.adopted_tick.setChecked(self._files.adopted(file))

    def _on_seen(self, seen: bool) -> None:
        if self.file is not None:
            self.file.seen = seen
            self._files.refresh()

    # ------------------------------------------------------------ the parts

    def _on_said(self, piece: int, kind: PartKind | None) -> None:
        file = self.file
        if file is None:
            return
        if kind is None:
            file.said.pop(piece, None)
        else:
            file.said[piece] = kind
        self._work.read_again(file)

    def _on_edited(self, key: PartKey, edit: PartEdit) -> None:
        if self.file is None:
            return
        if edit:
            self.file.edits[key] = edit
        else:
            self.file.edits.pop(key, None)

    # ------------------------------------------------------------ a paper

    def _on_rows(self, rows: tuple[TypedResolution, ...]) -> None:
        if self.file is not None:
            self.file.rows = list(rows)
            self._files.refresh()

    def _on_row_removed(self, row: TypedResolution, at: int) -> None:
        self._undo.offer(
            msg("The resolution was removed"), partial(self._put_back, self.file, row, at)
        )

    def _put_back(self, file: TakenFile | None, row: TypedResolution, at: int) -> None:
        if file is None or file.kept:
            return
        if file is self.file:
            self._preview.typing.put_back(row, at)
        else:
            file.rows.insert(at, row)
            self._files.refresh()

    def _on_register(self) -> None:
        """Register a file that cannot be read as it is."""
        if self.file is not None:
            self.file.scan = True
            self._on_again()

    def _on_again(self) -> None:
        if self.file is not None:
            self.file.refusals = ()
            self._work.first = self.file
            self._files.refresh()
            self._work.resume()
