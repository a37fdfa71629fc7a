"""Time expressions (TIMEX3, ISO 24617-1) with the day intervals they may mean."""

import re
from typing import Literal

import msgspec

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Anchor = Literal["publication", "event", "quote", "document"]


class TimeCandidate(msgspec.Struct, frozen=True):
    """One reading of a time expression: ISO days inclusive, and the assumption it stands on."""

    earliest: str | None
    latest: str | None
    why: str


class TimeExpression(msgspec.Struct, frozen=True):
    """A time expression. ``value`` is its TIMEX3 value ("" where none can be told).

    ``earliest``/``latest`` bound the reading preferred, ``candidates`` list every reading, preferred first.
    ``granularity`` is one of time, day, weekend, week, month, season, quarter, year, decade, century, duration, set,
    unknown.
    """

    start: int
    end: int
    text: str
    type: TimeType
    value: str
    earliest: str | None
    latest: str | None
    granularity: str
    approximate: bool
    anchor: Anchor
    candidates: tuple[TimeCandidate, ...] = ()
    mod: str = ""

    @property
    def clock(self) -> int | None:
        """Minutes after midnight, where it tells a clock time; else None."""
        told = CLOCK.search(self.value)
        return int(told[1]) * 60 + int(told[2]) if told else None


def clocks_apart(one: int, other: int) -> int:
    """Minutes between two clock times, each of which may be of the morning or the afternoon."""
    gap = abs(one - other) % HALF_DAY
    return min(gap, HALF_DAY - gap)


CLOCK = re.compile(r"T(\d\d):(\d\d)")
HALF_DAY = 12 * 60
"""Minutes by which two readings of one clock time differ: "twenty to five" may be of the morning or the afternoon."""
ZONED = re.compile(r"\b(?:GMT|UTC|BST|CET|EST|EDT|PST|PDT|local time|Coordinated Universal)\b")
"""Clock times told by a zone are not compared with others: which zone the other means cannot be told."""
