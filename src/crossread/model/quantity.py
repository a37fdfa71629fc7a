"""Quantities: figures with what they count."""

import msgspec

from crossread.model.stems import stem


class Quantity(msgspec.Struct, frozen=True):
    """A figure: ``min``/``max`` bound it (None: open), ``unit`` is a normalised unit or currency ("USD", "%", "km"),
    ``counted`` the noun counted with its modifiers. ``counted_start``/``counted_end`` is where that noun stands."""

    start: int
    end: int
    text: str
    min: float | None = None
    max: float | None = None
    unit: str | None = None
    counted: str | None = None
    approximate: bool = False
    counted_start: int | None = None
    counted_end: int | None = None

    @property
    def noun(self) -> str:
        """The stem of the noun counted; "" where none is."""
        return stem((self.counted or "").split(" ")[-1])
