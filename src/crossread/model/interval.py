"""Day intervals that may be open at either end."""

from datetime import date

import msgspec


class Interval(msgspec.Struct, frozen=True, order=True):
    """ISO days, both ends inclusive; ``None`` is an open end."""

    earliest: str | None = None
    latest: str | None = None

    @property
    def bounded(self) -> bool:
        """Whether both ends are known."""
        return self.earliest is not None and self.latest is not None

    def meets(self, other: "Interval") -> bool:
        """Whether some day lies in both (an open end holds every day on its side)."""
        starts_ok = self.earliest is None or other.latest is None or self.earliest <= other.latest
        ends_ok = other.earliest is None or self.latest is None or other.earliest <= self.latest
        return starts_ok and ends_ok

    def gap(self, other: "Interval") -> int:
        """Days between two intervals that share none; less than 1 where they share some."""
        low = max(self.earliest or "0001-01-01", other.earliest or "0001-01-01")
        high = min(self.latest or "9999-12-31", other.latest or "9999-12-31")
        return (date.fromisoformat(low) - date.fromisoformat(high)).days

    def within(self, other: "Interval") -> bool:
        """Whether every day of this one is a day of ``other``."""
        low = other.earliest is None or (self.earliest is not None and self.earliest >= other.earliest)
        high = other.latest is None or (self.latest is not None and self.latest <= other.latest)
        return low and high
