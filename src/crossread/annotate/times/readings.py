"""Readings: a spec and an anchor day give a TIMEX3 value and the days it spans, one function a kind of spec."""

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


def pick(options: list[Reading], now: date, tense: Tense) -> list[Reading]:
    """Readings in order of preference: the latest begun where the tense is past, the next to end where it is future,
    else the nearest; the others follow by nearness."""
    bounded = [(o, o.first, o.last) for o in options if o.first is not None and o.last is not None]

    def gap(first: date, last: date) -> int:
        return max((first - now).days, (now - last).days, 0)

    fits = [b for b in bounded if (b[1] <= now if tense == "past" else b[2] >= now if tense == "future" else True)]
    order = sorted(bounded, key=lambda b: (b not in fits, gap(b[1], b[2]), b[1]))
    return [b[0] for b in order]


def _yearly(make: Callable[[int], Reading], where: Where) -> list[Reading]:
    assert where.now is not None
    years = range(max(where.now.year - 1, 1), where.now.year + 2)
    return pick([make(y) for y in years], where.now, where.tense)


def _relative_year(spec: Spec, where: Where) -> int | None:
    """The year that "last year", "that year" and the like mean."""
    if spec.relation in ("same", "that", "following", "previous"):
        base = where.last[0].year if where.last else where.now.year if where.now else None
        step = {"following": 1, "previous": -1}.get(spec.relation, 0)
        return None if base is None else base + step
    if where.now is None:
        return None
    return where.now.year + {"last": -1, "next": 1}.get(spec.relation, 0)


def read_date(spec: Spec, where: Where) -> list[Reading]:
    """Month and day, month and year, or all three."""
    year = spec.year
    if year is None and spec.relation and spec.unit == "Y":
        year = _relative_year(spec, where)
    if spec.relation == "same" and spec.unit == "M" and where.last:
        return [_dated(where.last[0].year, where.last[0].month, spec.day)]
    if spec.month is None or not 1 <= spec.month <= 12:
        return []
    if year is not None and year < 1:
        return [Reading(f"BC{-year:04d}-{spec.month:02d}", granularity="month")]
    if year is not None:
        return [_dated(year, spec.month, spec.day)]
    month = spec.month
    if where.narrative or where.now is None:
        if where.last is not None:
            return [_dated(where.last[0].year, month, spec.day, "the year last spoken of")]
    if where.now is None:
        return [Reading(f"XXXX-{month:02d}" + (f"-{spec.day:02d}" if spec.day else ""), granularity="day" if spec.day else "month")]
    if spec.relation in ("last", "next", "previous", "following"):
        return [_month_beside(month, spec.relation, where)]
    options = _yearly(lambda y: _dated(y, month, spec.day, f"in {y}"), where)
    if spec.weekday and spec.day:
        options.sort(key=lambda r: r.first is None or r.first.isoweekday() != spec.weekday)
    return options


def read_monthday(spec: Spec, where: Where) -> list[Reading]:
    """ "The 20th": of the month last spoken of, else the nearest by tense."""
    of_month = spec.day or 1
    if where.last_day is not None and (where.narrative or where.now is None):
        return [_dated(where.last_day.year, where.last_day.month, of_month, "of the month last spoken of")]
    if where.now is None:
        return [Reading(f"XXXX-XX-{of_month:02d}", granularity="day")]
    months = [cal.shift_months(where.now.replace(day=1), n) for n in (-1, 0, 1)]
    return pick([_dated(m.year, m.month, of_month, "of the nearest month") for m in months], where.now, where.tense)


def _dated(year: int, month: int, of_month: int | None, why: str = "") -> Reading:
    year = cal.clamp_year(year)
    if of_month is None:
        return month_reading(year, month, why)
    return day_reading(cal.day(year, month, of_month), why)


def _month_beside(month: int, relation: str, where: Where) -> Reading:
    base = where.now or date(2000, 1, 1)
    if relation in ("previous", "following") and where.last:
        base = where.last[0]
    if relation in ("last", "previous"):
        return month_reading(base.year - (month >= base.month), month, f"the {relation} one")
    return month_reading(base.year + (month <= base.month), month, f"the {relation} one")


def read_weekday(spec: Spec, where: Where) -> list[Reading]:
    """A weekday: the nearest by tense and the one a week off, or the one that the relation names."""
    weekday = spec.weekday or 1
    anaphoric = spec.relation in ("same", "that", "previous", "following")
    base = where.last_day if anaphoric and where.last_day else where.now
    if base is None:
        return [Reading(f"XXXX-WXX-{weekday}", granularity="day")]
    back = cal.shift_days(base, -((base.isoweekday() - weekday) % 7))
    ahead = cal.shift_days(base, (weekday - base.isoweekday()) % 7)
    if spec.unit == "W":
        monday = cal.shift_days(base, 1 - base.isoweekday() + 7 * {"last": -1, "next": 1}.get(spec.relation, 0))
        return [day_reading(cal.shift_days(monday, weekday - 1), f"in {spec.relation} week")]
    if spec.relation in ("last", "previous"):
        strict = cal.shift_days(base, -((base.isoweekday() - weekday - 1) % 7 + 1))
        return _weekly(strict, -7, "the one before", "the one in the week before")
    if spec.relation in ("next", "following"):
        strict = cal.shift_days(base, (weekday - base.isoweekday() - 1) % 7 + 1)
        return _weekly(strict, 7, "the one that follows", "the one in the week after")
    if spec.relation in ("same", "that"):
        return _weekly(back, -7, "the one last spoken of", "the one before")
    if where.tense == "future":
        return _weekly(ahead, 7, "the next one", "the one after")
    if where.tense == "" and spec.relation == "this" and (ahead - base).days <= (base - back).days:
        return _weekly(ahead, -7, "the nearest one", "the one before")
    return _weekly(back, -7, "the latest one", "the one before")


def _weekly(of: date, step: int, why: str, other: str) -> list[Reading]:
    return [day_reading(of, why), day_reading(cal.shift_days(of, step), other)]


def read_deictic(spec: Spec, where: Where) -> list[Reading]:
    """Today, yesterday, tomorrow."""
    if where.now is None:
        return [Reading("PRESENT_REF" if not spec.offset else "XXXX-XX-XX", granularity="day")]
    return [day_reading(cal.shift_days(where.now, spec.offset or 0), "counted from the day of speaking")]


def read_holiday(spec: Spec, where: Where) -> list[Reading]:
    """A holiday of a year, told or nearest."""
    def make(year: int) -> Reading:
        return day_reading(cal.holiday(spec.holiday, year), f"in {year}")

    if spec.year is not None:
        return [make(spec.year)]
    if (where.narrative or where.now is None) and where.last:
        return [make(where.last[0].year)]
    if where.now is None:
        return [Reading("XXXX-XX-XX", granularity="day")]
    now = where.now
    options = _yearly(make, where)
    if spec.relation == "last":
        options = pick([o for o in options if o.first is not None and o.first < now], now, "past")
    elif spec.relation == "next":
        options = pick([o for o in options if o.first is not None and o.first > now], now, "future")
    return options


def read_unit(spec: Spec, where: Where) -> list[Reading]:
    """Last, this, next week, weekend, month, quarter, year …"""
    if where.narrative and spec.relation == "this":
        return read_anaphor(msgspec.structs.replace(spec, relation="same"), where)
    if where.now is None:
        return [Reading("XXXX" if spec.unit == "Y" else "XXXX-XX" if spec.unit == "M" else "XXXX-WXX", granularity=GRANULARITY.get(spec.unit, "unknown"))]
    step = {"last": -1, "next": 1}.get(spec.relation, 0)
    if spec.unit == "WE":
        return _weekend(spec.relation, where.now, where.tense)
    if spec.unit == "D":
        return [day_reading(cal.shift_days(where.now, step))]
    of = where.now if step == 0 else moved(where.now, spec.unit, step)
    return [unit_reading(of, spec.unit, f"the {spec.relation} one, counted from the day of speaking")]


def _weekend(relation: str, now: date, tense: Tense) -> list[Reading]:
    inside = now.isoweekday() >= 6
    this = unit_reading(now, "WE", "the weekend of this week")
    before = unit_reading(cal.shift_days(now, -7), "WE", "the weekend before")
    after = unit_reading(cal.shift_days(now, 7), "WE", "the weekend after")
    if relation == "last":
        older = unit_reading(cal.shift_days(now, -14), "WE", "the weekend before that")
        return [before, this] if inside else [before, older]
    if relation == "next":
        return [after, this] if not inside else [after]
    early = now.isoweekday() <= 3 and tense != "future"
    return [before, this] if early else [this, before] if tense != "future" else [this, after]


def read_anaphor(spec: Spec, where: Where) -> list[Reading]:
    """The same, next, previous day, week, month, year, counted from the days last spoken of."""
    base = where.last_day or (where.last[0] if where.last and spec.unit != "D" else None)
    if spec.unit in ("M", "Y", "Q", "DE", "CE") and where.last:
        base = where.last[0]
    if base is None:
        base = where.now if spec.relation not in ("following", "previous") or where.narrative is False else None
    if base is None:
        return [Reading("XXXX-XX-XX" if spec.unit in ("D", "") else "", granularity=GRANULARITY.get(spec.unit, "day"))]
    step = {"next": 1, "following": 1, "previous": -1, "last": -1}.get(spec.relation, 0)
    unit = spec.unit or "D"
    of = base if step == 0 else moved(base, unit, step)
    return [unit_reading(of, unit, f"the {spec.relation} one, counted from the date last spoken of")]


def read_season(spec: Spec, where: Where) -> list[Reading]:
    """A season of a year, told, relative or nearest."""
    def make(year: int) -> Reading:
        year = cal.clamp_year(year)
        return spanned(f"{year:04d}-{spec.season}", cal.season_days(year, spec.season), "season", f"in {year}")

    if spec.year is not None and spec.year < 1:
        return [Reading(f"BC{-spec.year:04d}-{spec.season}", granularity="season")]
    if spec.year is not None:
        return [make(spec.year)]
    if spec.unit == "Y":
        year = _relative_year(spec, where)
        return [make(year)] if year is not None else []
    if (where.narrative or where.now is None or spec.relation in ("same", "that", "following", "previous")) and where.last:
        step = {"following": 1, "previous": -1}.get(spec.relation, 0)
        return [make(where.last[0].year + step)]
    if where.now is None:
        return [Reading(f"XXXX-{spec.season}", granularity="season")]
    now = where.now
    years = [make(y) for y in range(now.year - 2, now.year + 3)]
    if spec.relation == "last":
        return pick([o for o in years if o.last is not None and o.last < now], now, "past")[:2]
    if spec.relation == "next":
        return pick([o for o in years if o.first is not None and o.first > now], now, "future")[:2]
    return pick(years, now, where.tense)[:2]


def read_quarter(spec: Spec, where: Where) -> list[Reading]:
    """A quarter or half of a year; the fiscal year is read as the calendar's."""
    number = spec.ord or 1
    halves = spec.kind == "half"
    if not 1 <= number <= (2 if halves else 4):
        return []

    def make(year: int) -> Reading:
        year = cal.clamp_year(year)
        days = cal.half_days(year, number) if halves else cal.quarter_days(year, number)
        name = "half" if halves else "quarter"
        return spanned(f"{year:04d}-{'H' if halves else 'Q'}{number}", days, name if name == "quarter" else "month", f"in {year}")

    if spec.year is not None:
        return [make(spec.year)]
    if spec.relation:
        year = _relative_year(spec, where)
        return [make(year)] if year is not None else []
    if where.now is None:
        return [Reading(f"XXXX-Q{number}", granularity="quarter")]
    now = where.now
    options = [make(y) for y in range(now.year - 1, now.year + 2)]
    if where.tense != "future":
        options = [o for o in options if o.last is not None and o.last <= now] or options
    return pick(options, now, where.tense)[:2]


def read_decade(spec: Spec, _where: Where) -> list[Reading]:
    """ "The 1980s", "the '90s", "the nineties"."""
    year = spec.decade if spec.decade is not None else spec.year
    if year is None or year % 10:
        return []
    return [unit_reading(date(cal.clamp_year(max(year, 1)), 1, 1), "DE")]


def read_century(spec: Spec, where: Where) -> list[Reading]:
    """ "The 19th century", "the turn of the century"."""
    if spec.relation == "turn":
        year = where.now.year // 100 * 100 if where.now else None
        return [spanned(f"{year:04d}", cal.years_days(max(year - 5, 1), year + 5), "year")] if year else []
    number = spec.ord or 1
    if not 1 <= number <= 30:
        return []
    if spec.value == "BC":
        return [Reading(f"BC{number - 1:02d}", granularity="century")]
    return [spanned(f"{number - 1:02d}", cal.years_days(max(100 * (number - 1), 1), 100 * number - 1), "century")]


def read_year(spec: Spec, _where: Where) -> list[Reading]:
    """A year; years before our era have no days here."""
    if spec.year is None:
        return []
    if spec.year < 1:
        return [Reading(f"BC{-spec.year:04d}", granularity="year")]
    if spec.year > cal.LAST_YEAR:
        return []
    return [spanned(f"{spec.year:04d}", cal.year_days(spec.year), "year")]


def read_offset(spec: Spec, where: Where) -> list[Reading]:
    """ "Two years ago", "three days later"."""
    base = where.now if spec.to == "now" else (where.last_day or (where.last[0] if where.last else None))
    if spec.to == "ref" and base is None:
        base = where.now
    sign = spec.sign or 1
    if spec.low is None and spec.high is None:
        days = (None, base) if sign < 0 else (base, None)
        named = spec.to == "now" or where.narrative
        value = ("PAST_REF" if sign < 0 else "FUTURE_REF") if named else duration_value(None, spec.unit)
        return [Reading(value, days[0], days[1], GRANULARITY.get(spec.unit, "unknown"))]
    if base is None:
        return [Reading("XXXX-XX-XX" if spec.unit == "D" else "XXXX", granularity=GRANULARITY.get(spec.unit, "unknown"))]
    if spec.weekday:
        base = cal.shift_days(base, (spec.weekday - base.isoweekday()) % 7)
    elif spec.offset is not None:
        base = cal.shift_days(base, spec.offset)
    low, high = spec.low or 0.0, spec.high or spec.low or 0.0
    of, far = moved(base, spec.unit, sign * low), moved(base, spec.unit, sign * high)
    if spec.unit in ("H", "min", "S"):
        return [Reading(f"{iso(of)}TXX:XX", of, of, "time")]
    reading = unit_reading(of, spec.unit) if not (spec.weekday or spec.offset is not None) else day_reading(of)
    if spec.unit == "2W" or (spec.unit == "W" and low == high == 1 and not spec.mod):
        reading = msgspec.structs.replace(reading, first=of, last=of)
    return [_bounded(spec, reading, base, of, far)]


def _bounded(spec: Spec, reading: Reading, base: date, of: date, far: date) -> Reading:
    """The days of an offset: open where it is only bounded, a stretch where it is a range or a rough figure."""
    sign = spec.sign or 1
    first, last = reading.first, reading.last
    if spec.mod in ("MORE_THAN", "EQUAL_OR_MORE"):
        first, last = (None, of) if sign < 0 else (of, None)
    elif spec.mod in ("LESS_THAN", "EQUAL_OR_LESS"):
        first, last = (of, base) if sign < 0 else (base, of)
    elif far != of and first is not None and last is not None:
        first, last = min(of, far), max(of, far)
    return Reading(reading.value, first, last, reading.granularity, "counted from the day of speaking" if spec.to == "now" else "counted from the date last spoken of")


def read_span(spec: Spec, where: Where) -> list[Reading]:
    """ "The past three days", "the next two weeks": a duration that also has days."""
    value = duration_value(spec.low, spec.unit)
    anaphoric = spec.relation in ("following", "previous", "first", "final", "ensuing", "intervening")
    if where.now is None or spec.low is None or spec.unit in ("H", "min", "S") or anaphoric or where.narrative:
        return [Reading(value, granularity="duration")]
    if spec.relation == "last":
        return [Reading(value, moved(where.now, spec.unit, -spec.low), where.now, "duration", "ends on the day of speaking")]
    return [Reading(value, where.now, moved(where.now, spec.unit, spec.low), "duration", "begins on the day of speaking")]


def read_duration(spec: Spec, _where: Where) -> list[Reading]:
    """A length of time; no days of its own."""
    return [Reading(duration_value(spec.low, spec.unit), granularity="duration")]


def read_set(spec: Spec, where: Where) -> list[Reading]:
    """Repeated times."""
    if where.narrative and spec.value == "P1D":
        return [Reading("XXXX-XX-XX", granularity="set")]
    if spec.value:
        return [Reading(spec.value, granularity="set")]
    if where.narrative and spec.unit == "D" and spec.low is None:
        return [Reading("XXXX-XX-XX", granularity="set")]
    if spec.weekday is not None:
        value = {0: "XXXX-WXX-WD", 8: "XXXX-WXX-WE"}.get(spec.weekday, f"XXXX-WXX-{spec.weekday}")
        return [Reading(value + (f"T{spec.daypart}" if spec.daypart else ""), granularity="set")]
    if spec.daypart:
        return [Reading(f"XXXX-XX-XXT{spec.daypart}", granularity="set")]
    if spec.season:
        return [Reading(f"XXXX-{spec.season}", granularity="set")]
    if spec.month:
        return [Reading(f"XXXX-{spec.month:02d}", granularity="set")]
    return [Reading(duration_value(spec.low or 1.0, spec.unit), granularity="set")]


def read_ref(spec: Spec, where: Where) -> list[Reading]:
    """Now, recently, the future: no more than a direction; "now" holds on the day of speaking."""
    if spec.value == "PRESENT_REF":
        return [Reading(spec.value, where.now, where.now, "unknown", "the day of speaking")]
    return [Reading(spec.value, granularity="unknown")]


def read_hour(spec: Spec, where: Where) -> list[Reading]:
    """A clock time or a part of a day alone: of the day last spoken of, else of the day of speaking."""
    of = where.last_day or where.now
    if of is None:
        return [Reading("XXXX-XX-XX", granularity="day")]
    return [day_reading(of, "the day last spoken of" if where.last_day else "the day of speaking")]


def read_within(spec: Spec, where: Where) -> list[Reading]:
    """ "The first week of November", "the last Sunday of the month"."""
    base = READ[spec.base](msgspec.structs.replace(spec, kind=spec.base, unit="" if spec.base == "month" else spec.unit), where)
    return [r for b in base if b.first and b.last and (r := _piece(spec, b, (b.first, b.last)))]


def _piece(spec: Spec, base: Reading, days: cal.Days) -> Reading | None:
    nth, unit = spec.ord or 1, spec.ord_unit
    first, last = days
    if unit == "weekday" and spec.weekday:
        return day_reading(cal.nth_weekday(first.year, first.month, spec.weekday, nth), base.why)
    if unit in ("H2", "H3"):
        return _fraction(base, days, nth, int(unit[1]))
    if unit == "D" and spec.low is None and spec.high is None and spec.freq != "X":
        of = last if nth < 0 else cal.shift_days(first, nth - 1)
        return day_reading(of, base.why)
    size = spec.low or 1.0
    if nth < 0:
        begin, end = cal.shift_days(moved(last, unit, -size), 1), last
    else:
        begin = moved(first, unit, (nth - 1) * size)
        end = cal.shift_days(moved(first, unit, nth * size), -1)
    if unit == "W":
        return spanned(cal.iso_week(cal.shift_days(begin, 3)), (begin, end), "week", base.why)
    if unit in ("Q", "M", "Y", "WE") and spec.low is None:
        return msgspec.structs.replace(unit_reading(begin, unit), why=base.why)
    return spanned(duration_value(spec.low, unit), (begin, end), "duration", base.why)


def _fraction(base: Reading, days: cal.Days, nth: int, parts: int) -> Reading:
    length = (days[1] - days[0]).days + 1
    index = parts - 1 if nth < 0 else min(nth, parts) - 1
    begin = cal.shift_days(days[0], index * length // parts)
    end = cal.shift_days(days[0], (index + 1) * length // parts - 1)
    value = f"{base.value}-H{index + 1}" if parts == 2 and base.granularity == "year" else base.value
    return spanned(value, (begin, end), base.granularity, base.why)


READ: dict[str, Callable[[Spec, Where], list[Reading]]] = {
    "date": read_date, "month": read_date, "weekday": read_weekday, "deictic": read_deictic, "holiday": read_holiday,
    "unit": read_unit, "anaphor": read_anaphor, "season": read_season, "quarter": read_quarter, "half": read_quarter,
    "decade": read_decade, "century": read_century, "year": read_year, "offset": read_offset, "span": read_span,
    "duration": read_duration, "set": read_set, "ref": read_ref, "clock": read_hour, "daypart": read_hour,
    "within": read_within, "monthday": read_monthday,
}  # fmt: skip
"""How each kind of spec is read, preferred reading first; [] where the words are no time after all."""
