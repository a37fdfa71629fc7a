"""A day axis for a picture: linear over a short story, compressed where years lie between days."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from math import log1p
from typing import NamedTuple

LINEAR_DAYS = 92
"""Up to a quarter of a year the axis is linear; beyond, a gap of n days is drawn log(1 + n) wide, so that a year
between two weeks of news does not flatten both. The page says so where it is done."""

MARGIN = 4.0
"""Per cent kept free at either end, where open intervals run out."""

TICKS = 5
"""At most about so many labels fit beside each other."""


class Tick(NamedTuple):
    """A labelled day at a place in per cent."""

    at: float
    label: str


class Axis:
    """Places days between ``MARGIN`` and 100 - ``MARGIN`` per cent."""

    def __init__(self, days: Iterable[date]) -> None:
        self.days = sorted(set(days))
        gaps = [(b - a).days for a, b in pairwise(self.days)]
        self.compressed = sum(gaps) > LINEAR_DAYS
        widths = [log1p(g) if self.compressed else float(g) for g in gaps]
        total = sum(widths) or 1.0
        self._places = [50.0] if len(self.days) == 1 else [MARGIN]
        for width in widths:
            self._places.append(self._places[-1] + width / total * (100 - 2 * MARGIN))

    def at(self, when: date) -> float:
        """The place of a day in per cent; a day between two known ones is placed in proportion."""
        n = bisect_right(self.days, when) - 1
        if n < 0:
            return 0.0
        if n >= len(self.days) - 1:
            return self._places[-1] if when == self.days[-1] else 100.0
        share = (when - self.days[n]).days / (self.days[n + 1] - self.days[n]).days
        return self._places[n] + share * (self._places[n + 1] - self._places[n])

    def ticks(self) -> list[Tick]:
        """Labelled days, none closer to the next than a label is wide."""
        if not self.days:
            return []
        apart = 100.0 / TICKS
        out: list[Tick] = []
        for when in self._candidates():
            place = self.at(when)
            if not out or place - out[-1].at >= apart:
                out.append(Tick(round(place, 2), self._label(when)))
        return out

    def _candidates(self) -> list[date]:
        if self.compressed or len(self.days) == 1:
            return self.days
        length = (self.days[-1] - self.days[0]).days
        step = max(1, -(-length // (TICKS - 1)))
        return [self.days[0] + timedelta(n) for n in range(0, length + 1, step)]

    def _label(self, when: date) -> str:
        return f"{when.day} {when:%b}" + (f" {when.year}" if self.compressed else "")
