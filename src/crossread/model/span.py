"""Extents and spans: where words stand.

Offsets are Unicode code points into a report's ``text``, end exclusive.
"""

import msgspec


class Extent(msgspec.Struct, frozen=True, order=True, array_like=True):
    """A stretch of one known text: written as ``[start, end]``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def overlaps(self, other: "Extent") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Extent") -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


class Span(msgspec.Struct, frozen=True, order=True):
    """Words of one report: ``report.text[start:end] == text`` always."""

    report: str
    start: int
    end: int
    text: str

    @property
    def extent(self) -> Extent:
        """The place without the words."""
        return Extent(self.start, self.end)
