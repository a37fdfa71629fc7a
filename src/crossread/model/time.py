"""Time expressions (TIMEX3, ISO 24617-1) with the day intervals they may mean."""

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
