"""What a report's own words say about the day it came out on."""

from __future__ import annotations

from datetime import date

import msgspec

from crossread.annotate.times import calendar as cal
from crossread.annotate.times.context import Quotations, Tense, tense_of
from crossread.annotate.times.detect import detect
from crossread.annotate.times.spec import Found

FRESH, RECENT, HALF_YEAR = 10, 45, 180
"""Days: a dated event is mostly told within FRESH of it, often within RECENT, seldom within HALF_YEAR."""
SOON, AHEAD = 31, 92
"""Days: an announced date lies mostly within SOON, often within AHEAD."""
HOLIDAY_NEAR, HOLIDAY_ROUND = 14, 35
"""Days around a holiday within which news speaks of it."""
COSTS = (0.0, -1.0, -3.0, -4.0)
"""Weight of a day by how far off the evidence puts it: mostly, often, seldom, against the tense."""
UNSURE = 0.4
"""Share of the weight that counts where no tense is told."""
DATED = frozenset({"date", "month", "within"})
DAY_AHEAD = frozenset({"until", "till", "by", "before"})


class Evidence(msgspec.Struct, frozen=True):
    """One expression: a year, a day or month of any year, a holiday, a weekday; with the tense that speaks of it."""

    text: str
    tense: Tense = ""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    holiday: str = ""
    weekday: int | None = None
    this: bool = False
    today: bool = False

    @property
    def weighs(self) -> bool:
        """Whether it speaks for some days of a year and against others."""
        return bool(self.holiday) or self.month is not None

    def days_in(self, year: int) -> cal.Days | None:
        """Its days in a year."""
        if self.year is not None and self.year != year:
            return None
        if self.holiday:
            at = cal.holiday(self.holiday, year)
            return at, at
        if self.month is None:
            return None
        if self.day is not None:
            at = cal.day(year, self.month, self.day)
            return at, at
        return cal.month_days(year, self.month)

    def day_before(self, latest: date) -> date | None:
        """Its day, where it is one day of that year and no later than ``latest``."""
        days = self.days_in(latest.year)
        return days[0] if days is not None and days[0] == days[1] <= latest else None

    def weight(self, of: date) -> float:
        """How badly a publication day fits: 0 well, less the worse."""
        if not self.weighs:
            return 0.0
        options = [w for year in (of.year - 1, of.year, of.year + 1) if (w := self._in_year(year, of)) is not None]
        best = max(options, default=0.0)
        return best if self.tense else UNSURE * best

    def _in_year(self, year: int, of: date) -> float | None:
        days = self.days_in(year)
        if days is None:
            return None
        since, until = (of - days[1]).days, (days[0] - of).days
        if self.holiday:
            off = max(since, until, 0)
            cost = COSTS[0] if off <= HOLIDAY_NEAR else COSTS[1] if off <= HOLIDAY_ROUND else COSTS[2]
            against = (self.tense == "past" and until > 0) or (self.tense == "future" and since > 0)
            return cost + (COSTS[2] if against else 0.0)
        if until > 0:
            return (
                COSTS[3]
                if self.tense == "past"
                else COSTS[0]
                if until <= SOON
                else COSTS[1]
                if until <= AHEAD
                else COSTS[2]
            )
        if since > 0 and self.tense == "future":
            return COSTS[3]
        month_only = self.day is None
        if since <= (HALF_YEAR if month_only else FRESH):
            return COSTS[0]
        return COSTS[1] if month_only or since <= RECENT else COSTS[2]


def evidence_of(text: str) -> list[Evidence]:
    """Every expression of a text that tells something of its day, quotations left out."""
    found, tokens = detect(text)
    quotations = Quotations(text)
    out = []
    for f in found:
        tense = tense_of(f, tokens)
        before = tokens.words[f.first - 1].lower() if f.first else ""
        if before in DAY_AHEAD and tense != "past":
            tense = "future"
        made = _evidence(f, tense, text[f.start : f.end])
        if made is not None and not (quotations.hold(f.start) and made.year is None):
            out.append(made)
    return out


def _evidence(found: Found, tense: Tense, text: str) -> Evidence | None:
    spec = found.spec
    kind = spec.base if spec.kind == "clocked" else spec.kind
    if kind == "year" or (kind in DATED and spec.year is not None and spec.month is None):
        return Evidence(text, tense, year=spec.year) if spec.year and spec.year > 0 and not spec.relation else None
    if kind in DATED and spec.month is not None and not spec.relation:
        return Evidence(text, tense, spec.year, spec.month, spec.day if kind == "date" else None)
    if kind == "holiday" and not spec.relation:
        return Evidence(text, tense, spec.year, holiday=spec.holiday)
    if kind == "weekday" and spec.relation in ("", "this") and not spec.unit:
        return Evidence(text, tense, weekday=spec.weekday, this=spec.relation == "this")
    if kind == "deictic" and spec.offset == 0 and not spec.daypart:
        return Evidence(text, tense, today=True)
    return None
