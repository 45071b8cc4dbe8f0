"""Looks for the old words of corrections in the minutes, and offers what is found."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from bmahr_desktop.domain.adoption import Correction
from bmahr_desktop.domain.old_words import Found, Stretch
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.ui.look.digits import shown
from bmahr_desktop.ui.meetings.adoption.frozen import FrozenMinutes
from bmahr_desktop.ui.meetings.adoption.row import Choices, CorrectionForm

_NOT_THERE = msg("These words do not stand in the minutes.")
_AROUND = 24
"""So many letters are shown before and behind words that stand in several places."""
_MOST_CHOICES = 20


class Checking(QObject):
    """Fills in where old words stand; where they do not, says so and offers the nearest."""

    def __init__(
        self,
        frozen: FrozenMinutes,
        form_of: Callable[[str], CorrectionForm | None],
        amend: Callable[..., bool],
        parent: QObject,
    ) -> None:
        """Serve a list of corrections.

        Args:
            frozen: The minutes.
            form_of: Gives the form of a correction, by its uid.
            amend: Changes a correction, by its uid.
            parent: The list.
        """
        super().__init__(parent)
        self._frozen, self._form_of, self._amend = frozen, form_of, amend
        self._unpaged: dict[str, Stretch] = {}
        frozen.paged.connect(self._on_paged)

    def forget(self) -> None:
        """Wait for the pages of no correction any longer."""
        self._unpaged.clear()

    def note_place(self, uid: str, stretch: Stretch) -> None:
        """Fill in the page of a correction as soon as it is known."""
        if not self._frozen.page_of(stretch):
            self._unpaged[uid] = stretch

    def check(self, uid: str) -> None:
        """Look for the old words of a correction in the minutes, and say what is found."""
        form = self._form_of(uid)
        if form is None or form.is_read_only() or self._frozen.text() is None or not form.flush():
            return
        one: Correction = form.record
        if not one.old.strip():
            form.offer(None)
            return
        if one.place is not None and self._stands(one):
            form.offer(None)
            return
        found = self._frozen.find(one.old)
        if len(found.stretches) == 1:
            form.offer(None)
            self._set_place(uid, found.stretches[0])
        else:
            self._offer(form, found)

    def _stands(self, one: Correction) -> bool:
        assert one.place is not None
        stretch = self._frozen.stretch_at(one.place, len(one.old))
        return stretch is not None and self._frozen.words(stretch) == one.old

    def _offer(self, form: CorrectionForm, found: Found) -> None:
        uid = form.record.uid
        if found.stretches:
            why = msg("These words stand in {count} places.", count=len(found.stretches))
            form.offer(why, msg("Say which (Alt+Enter)"), self._places(uid, found))
            return
        if found.nearest is None:
            form.offer(_NOT_THERE)
            return
        nearest = found.nearest
        words = self._frozen.words(nearest)
        why = msg("These words do not stand in the minutes. Nearest to them: “{words}”",
                  words=words)  # fmt: skip
        choice = (words, lambda: self._set_place(uid, nearest))
        form.offer(why, msg("Take the words of the minutes (Alt+Enter)"), (choice,))

    def _places(self, uid: str, found: Found) -> Choices:
        text = self._frozen.text()
        assert text is not None
        choices = []
        for stretch in found.stretches[:_MOST_CHOICES]:
            passage = text.passages[stretch.passage]
            begin = max(0, stretch.start - _AROUND)
            around = passage.words[begin : stretch.stop + _AROUND].replace("\n", " ")
            page = self._frozen.page_of(stretch)
            where = [worded(msg("Page {page}", page=shown(page)))] if page else []
            where += [passage.clause] if passage.clause else []
            label = f"{' '.join(where)}: …{around}…".replace("&", "&&")
            choices.append((label, partial(self._set_place, uid, stretch)))
        return choices

    def _set_place(self, uid: str, stretch: Stretch) -> None:
        fields = self._frozen.fields_of(stretch)
        self.note_place(uid, stretch)
        form = self._form_of(uid)
        if form is not None:
            form.offer(None)
        self._amend(uid, **fields)

    def _on_paged(self) -> None:
        """Fill in the pages that were not known when the words were found."""
        waiting, self._unpaged = self._unpaged, {}
        for uid, stretch in waiting.items():
            form = self._form_of(uid)
            page = self._frozen.page_of(stretch)
            if form is not None and page and form.record.place and not form.record.page:
                self._amend(uid, page=page)
