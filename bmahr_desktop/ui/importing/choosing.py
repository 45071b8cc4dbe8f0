"""What of a file is taken in, and what is left: records, and single fields of them."""

from collections.abc import Iterable

from bmahr_desktop.operations.exchange_choice import Left, left_with
from bmahr_desktop.operations.exchange_in import Preview


class Choosing:
    """Keeps what is left out; what cannot stand without it is left out with it.

    Attributes:
        left: All that stays out.
    """

    def __init__(self, preview: Preview) -> None:
        self._preview = preview
        self._own: set[tuple[str, str]] = set()
        self._touched: frozenset[str] = frozenset()
        self.left: Left = frozenset()

    def touches(self, uid: str) -> bool:
        """Tell whether anything of a record is left out."""
        return uid in self._touched

    def is_left(self, uid: str, field: str) -> bool:
        """Tell whether a field is left out; "" for the record as a whole."""
        outer = field.partition(".")[0]
        return any((uid, one) in self.left for one in ("", outer, field))

    def set_taken(self, uid: str, field: str, fields: Iterable[str], *, taken: bool) -> None:
        """Take a field of a record or leave it; "" for the record as a whole.

        Args:
            uid: The record.
            field: The field.
            fields: All fields of the record that differ.
            taken: Whether it is taken.
        """
        if not taken:
            self._own.add((uid, field))
        elif field and (uid, "") in self._own:
            self._own.discard((uid, ""))
            self._own |= {(uid, one) for one in fields if one != field}
        else:
            self._own.discard((uid, field))
            if not field:
                self._own = {one for one in self._own if one[0] != uid}
        self._reckon()
        if taken:
            self._take_what_it_needs(uid)

    def _reckon(self) -> None:
        self.left = left_with(self._preview, self._own)
        self._touched = frozenset(uid for uid, _ in self.left)

    def _take_what_it_needs(self, uid: str) -> None:
        """Take what a record cannot stand without, if it is still out because of that."""
        new = {row.uid: row for row in self._preview.merge.new}
        while (uid, "") in self.left and uid in new:
            named = {one for one in new[uid].values.values() if isinstance(one, str)}
            needed = {one for one in self._own if one[0] in named and not one[1]}
            if not needed:
                return
            self._own -= needed
            self._reckon()
