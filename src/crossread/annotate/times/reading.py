"""A reading: a TIMEX3 value and the days it spans; the calendar units that readings are made of."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import msgspec

from crossread.annotate.times import calendar as cal
from crossread.annotate.times.context import Tense
from crossread.annotate.times.spec import Spec

GRANULARITY = {
    "D": "day", "W": "week", "WE": "weekend", "M": "month", "Q": "quarter", "Y": "year", "DE": "decade",
    "CE": "century", "H": "time", "min": "time", "S": "time", "2W": "week", "ML": "century",
}  # fmt: skip
DURATION_CODE = {
    "S": ("T", "S", 1), "min": ("T", "M", 1), "H": ("T", "H", 1), "2W": ("", "W", 2), "Q": ("", "M", 3),
    "DE": ("", "DE", 1), "CE": ("", "CE", 1), "ML": ("", "ML", 1), "NI": ("T", "NI", 1), "WE": ("", "WE", 1),
    "MO": ("T", "MO", 1), "AF": ("T", "AF", 1), "EV": ("T", "EV", 1), "SU": ("", "SU", 1), "WI": ("", "WI", 1),
    "SP": ("", "SP", 1), "FA": ("", "FA", 1),
}  # fmt: skip
"""TIMEX3 duration designators where they are not the unit code itself: prefix, letter, factor."""
DAYS_IN = {"D": 1, "W": 7, "2W": 14, "WE": 7, "NI": 1}
MONTHS_IN = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}
HALF_MONTH = 14
"""Days in half a month, for "two and a half months"."""


class Where(msgspec.Struct, frozen=True):
    """The anchors of one reading: the day of speaking, the days last spoken of, the tense, the domain."""

    now: date | None
    tense: Tense = ""
    last: cal.Days | None = None
    last_day: date | None = None
    narrative: bool = False


class Reading(msgspec.Struct, frozen=True):
    """A value, its days (None: none can be told; either end may be None), granularity, and the assumption in words."""

    value: str
    first: date | None = None
    last: date | None = None
    granularity: str = "unknown"
    why: str = ""


def iso(of: date) -> str:
    """``YYYY-MM-DD``."""
    return of.isoformat()


def spanned(value: str, days: cal.Days, granularity: str, why: str = "") -> Reading:
    """A reading whose days are both known."""
    return Reading(value, days[0], days[1], granularity, why)


def day_reading(of: date, why: str = "") -> Reading:
    """A reading that is one day."""
    return Reading(iso(of), of, of, "day", why)


def month_reading(year: int, month: int, why: str = "") -> Reading:
    """A reading that is one month."""
    return spanned(f"{year:04d}-{month:02d}", cal.month_days(year, month), "month", why)


def unit_reading(of: date, unit: str, why: str = "") -> Reading:
    """The calendar unit around a day."""
    if unit in ("W", "2W"):
        return spanned(cal.iso_week(of), cal.week_days(of), "week", why)
    if unit == "WE":
        return spanned(f"{cal.iso_week(of)}-WE", cal.weekend_days(of), "weekend", why)
    if unit == "M":
        return month_reading(of.year, of.month, why)
    if unit == "Q":
        quarter = (of.month + 2) // 3
        return spanned(f"{of.year:04d}-Q{quarter}", cal.quarter_days(of.year, quarter), "quarter", why)
    if unit == "Y":
        return spanned(f"{of.year:04d}", cal.year_days(of.year), "year", why)
    if unit == "DE":
        first = of.year // 10 * 10
        return spanned(f"{first // 10:03d}", cal.years_days(max(first, 1), first + 9), "decade", why)
    if unit in ("CE", "ML"):
        first = of.year // 100 * 100
        return spanned(f"{first // 100:02d}", cal.years_days(max(first, 1), first + 99), "century", why)
    return day_reading(of, why)


def moved(of: date, unit: str, amount: float) -> date:
    """A day moved by an amount of a unit."""
    if unit in DAYS_IN:
        return cal.shift_days(of, round(amount * DAYS_IN[unit]))
    if unit in MONTHS_IN:
        months = amount * MONTHS_IN[unit]
        if abs(months) > 12 * cal.LAST_YEAR:
            months = 12.0 * cal.LAST_YEAR * (1 if months > 0 else -1)
        whole = int(months)
        return cal.shift_days(cal.shift_months(of, whole), round((months - whole) * 2 * HALF_MONTH))
    hours = {"H": 24, "min": 1440, "S": 86400}.get(unit, 24)
    return cal.shift_days(of, int(amount / hours))


def duration_value(low: float | None, unit: str) -> str:
    """``P3D``, ``PT2H``, ``PXW`` (vague), ``P2.5Y``."""
    prefix, letter, factor = DURATION_CODE.get(unit, ("", unit, 1))
    if low is None:
        return f"P{prefix}X{letter}"
    if low == 0.5 and unit in HALVED:
        prefix, letter, number = HALVED[unit]
        return f"P{prefix}{number}{letter}"
    amount = low * factor
    return f"P{prefix}{int(amount) if amount == int(amount) else amount}{letter}"


HALVED = {"H": ("T", "M", 30), "Y": ("", "M", 6), "DE": ("", "Y", 5), "CE": ("", "Y", 50), "min": ("T", "S", 30)}
"""Half a unit, written in the next smaller one."""


FAR_AWAY, NEAR_BY, NEAR_PAST = 270, 45, 14
"""Days: a day without a year that the tense would put so far off is rather the one that lies near (a past
one nearer still, where the tense is future)."""


def pick(options: list[Reading], now: date, tense: Tense) -> list[Reading]:
    """Readings in order of preference: the latest begun where the tense is past, the next to end where it is future,
    else the nearest; the others follow by nearness."""
    bounded = [(o, o.first, o.last) for o in options if o.first is not None and o.last is not None]

    def gap(first: date, last: date) -> int:
        return max((first - now).days, (now - last).days, 0)

    fits = [b for b in bounded if (b[1] <= now if tense == "past" else b[2] >= now if tense == "future" else True)]
    order = sorted(bounded, key=lambda b: (b not in fits, gap(b[1], b[2]), b[1]))
    days = [b for b in order if b[0].granularity == "day"]
    if days and gap(days[0][1], days[0][2]) > FAR_AWAY:
        reach = NEAR_PAST if tense == "future" else NEAR_BY
        near = [b for b in days if gap(b[1], b[2]) <= reach]
        order = near + [b for b in order if b not in near]
    return [b[0] for b in order]


def yearly(make: Callable[[int], Reading], where: Where) -> list[Reading]:
    assert where.now is not None
    years = range(max(where.now.year - 1, 1), where.now.year + 2)
    return pick([make(y) for y in years], where.now, where.tense)


def relative_year(spec: Spec, where: Where) -> int | None:
    """The year that "last year", "that year" and the like mean."""
    if spec.relation in ("same", "that", "following", "previous"):
        base = where.last[0].year if where.last else where.now.year if where.now else None
        step = {"following": 1, "previous": -1}.get(spec.relation, 0)
        return None if base is None else base + step
    if where.now is None:
        return None
    return where.now.year + {"last": -1, "next": 1}.get(spec.relation, 0)
