"""A spec and an anchor day give readings, one function a kind of spec; ``READ`` lists them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import msgspec

from crossread.annotate.times import calendar as cal
from crossread.annotate.times.context import Tense
from crossread.annotate.times.reading import (
    GRANULARITY,
    NEAR_BY,
    Reading,
    Where,
    day_reading,
    duration_value,
    month_reading,
    moved,
    pick,
    relative_year,
    spanned,
    unit_reading,
    yearly,
)
from crossread.annotate.times.spans import read_duration, read_hour, read_offset, read_ref, read_set, read_span
from crossread.annotate.times.spec import Spec


def read_date(spec: Spec, where: Where) -> list[Reading]:
    """Month and day, month and year, or all three."""
    year = spec.year
    if year is None and spec.relation and spec.unit == "Y":
        year = relative_year(spec, where)
    if spec.relation == "same" and spec.unit == "M" and where.last:
        return [_dated(where.last[0].year, where.last[0].month, spec.day)]
    if spec.month is None or not 1 <= spec.month <= 12:
        return []
    if year is not None and year < 1:
        return [Reading(f"BC{-year:04d}-{spec.month:02d}", granularity="month")]
    if year is not None:
        return [_dated(year, spec.month, spec.day)]
    month = spec.month
    if (where.narrative or where.now is None) and where.last is not None:
        return [_dated(where.last[0].year, month, spec.day, "the year last spoken of")]
    if where.now is None:
        return [
            Reading(
                f"XXXX-{month:02d}" + (f"-{spec.day:02d}" if spec.day else ""),
                granularity="day" if spec.day else "month",
            )
        ]
    if spec.relation in ("last", "next", "previous", "following"):
        return [_month_beside(month, spec.relation, where)]
    options = yearly(lambda y: _dated(y, month, spec.day, f"in {y}"), where)
    if spec.weekday and spec.day:
        options.sort(key=lambda r: r.first is None or r.first.isoweekday() != spec.weekday)
    return options


def read_monthday(spec: Spec, where: Where) -> list[Reading]:
    """ "The 20th": of the month last spoken of, else the nearest by tense."""
    of_month = spec.day or 1
    near = where.now is None or (where.last_day is not None and abs((where.last_day - where.now).days) <= NEAR_BY)
    if where.last_day is not None and (where.narrative or near):
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
        return month_reading(base.year - (month >= base.month), month, _one(relation))
    return month_reading(base.year + (month <= base.month), month, _one(relation))


def _one(relation: str) -> str:
    """Which of several a word of relation picks, in words."""
    return {"": "that one", "this": "the present one"}.get(relation, f"the {relation} one")


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
    options = yearly(make, where)
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
        return [
            Reading(
                "XXXX" if spec.unit == "Y" else "XXXX-XX" if spec.unit == "M" else "XXXX-WXX",
                granularity=GRANULARITY.get(spec.unit, "unknown"),
            )
        ]
    step = {"last": -1, "next": 1}.get(spec.relation, 0)
    if spec.unit == "WE":
        return _weekend(spec.relation, where.now, where.tense)
    if spec.unit == "D":
        return [day_reading(cal.shift_days(where.now, step))]
    of = where.now if step == 0 else moved(where.now, spec.unit, step)
    return [unit_reading(of, spec.unit, f"{_one(spec.relation)}, counted from the day of speaking")]


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
    return [unit_reading(of, unit, f"{_one(spec.relation)}, counted from the date last spoken of")]


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
        year = relative_year(spec, where)
        return [make(year)] if year is not None else []
    if (
        where.narrative or where.now is None or spec.relation in ("same", "that", "following", "previous")
    ) and where.last:
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
    # "This summer" is the nearest, ahead of a past verb too ("met before the convention this summer").
    return pick(years, now, "" if spec.relation == "this" else where.tense)[:2]


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
        return spanned(
            f"{year:04d}-{'H' if halves else 'Q'}{number}", days, name if name == "quarter" else "month", f"in {year}"
        )

    if spec.year is not None:
        return [make(spec.year)]
    if spec.relation:
        year = relative_year(spec, where)
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


def read_within(spec: Spec, where: Where) -> list[Reading]:
    """ "The first week of November", "the last Sunday of the month"."""
    base = READ[spec.base](
        msgspec.structs.replace(spec, kind=spec.base, unit="" if spec.base == "month" else spec.unit), where
    )
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
