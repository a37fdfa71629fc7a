"""Readings of what is counted from a day or lasts: "two years ago", "the past three days", "twice a week", "now"."""

from __future__ import annotations

from datetime import date

import msgspec

from crossread.annotate.times import calendar as cal
from crossread.annotate.times.reading import (
    GRANULARITY,
    MONTHS_IN,
    Reading,
    Where,
    day_reading,
    duration_value,
    iso,
    moved,
    unit_reading,
)
from crossread.annotate.times.spec import Spec


def read_offset(spec: Spec, where: Where) -> list[Reading]:
    """ "Two years ago", "three days later"."""
    base = where.now if spec.to == "now" else (where.last_day or (where.last[0] if where.last else None))
    if spec.to == "ref" and spec.unit == "Y" and where.last is not None and base is not None:
        # "Born on 24 February 1955, … In 1984 …. One year later …": years are counted from the year last told.
        base = base if where.last[0] <= base <= where.last[1] else where.last[0]
    if spec.to == "ref" and base is None:
        base = where.now
    sign = spec.sign or 1
    if spec.low is None and spec.high is None:
        days = (None, base) if sign < 0 else (base, None)
        named = spec.to == "now" or where.narrative
        value = ("PAST_REF" if sign < 0 else "FUTURE_REF") if named else duration_value(None, spec.unit)
        return [Reading(value, days[0], days[1], GRANULARITY.get(spec.unit, "unknown"))]
    if base is None:
        return [
            Reading("XXXX-XX-XX" if spec.unit == "D" else "XXXX", granularity=GRANULARITY.get(spec.unit, "unknown"))
        ]
    if spec.weekday:
        base = cal.shift_days(base, (spec.weekday - base.isoweekday()) % 7)
    elif spec.offset is not None:
        base = cal.shift_days(base, spec.offset)
    low, high = spec.low or 0.0, spec.high or spec.low or 0.0
    if sign < 0 and high * MONTHS_IN.get(spec.unit, 0) / MONTHS_IN["Y"] >= base.year:
        return [Reading("PAST_REF", granularity=GRANULARITY.get(spec.unit, "unknown"))]  # before the year 1
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
    return Reading(
        reading.value,
        first,
        last,
        reading.granularity,
        "counted from the day of speaking" if spec.to == "now" else "counted from the date last spoken of",
    )


def read_span(spec: Spec, where: Where) -> list[Reading]:
    """ "The past three days", "the next two weeks": a duration that also has days."""
    value = duration_value(spec.low, spec.unit)
    anaphoric = spec.relation in ("following", "previous", "first", "final", "ensuing", "intervening")
    if where.now is None or spec.low is None or spec.unit in ("H", "min", "S") or anaphoric or where.narrative:
        return [Reading(value, granularity="duration")]
    if spec.relation == "last":
        return [
            Reading(value, moved(where.now, spec.unit, -spec.low), where.now, "duration", "ends on the day of speaking")
        ]
    return [
        Reading(value, where.now, moved(where.now, spec.unit, spec.low), "duration", "begins on the day of speaking")
    ]


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
    """A clock time or a part of a day alone: of the day last spoken of, else of the day of speaking; "overnight" is the
    night before it."""
    of = where.last_day or where.now
    if of is None:
        return [Reading("XXXX-XX-XX", granularity="day")]
    why = "the day last spoken of" if where.last_day else "the day of speaking"
    if spec.value == "overnight":
        before = cal.shift_days(of, -1)
        return [Reading(of.isoformat(), before, of, "day", f"the night before {why}")]
    return [day_reading(of, why)]
