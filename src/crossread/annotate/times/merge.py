"""Adjacent atoms become one expression: "Friday" + "morning", "9 a.m." + "on" + "March 3", "early" + "October"."""

from __future__ import annotations

import msgspec

from crossread.annotate.times.lexer import Tokens
from crossread.annotate.times.spec import Found, Spec, join

DAYS = frozenset({"date", "weekday", "deictic", "anaphor", "holiday", "offset", "monthday"})
"""Kinds that can name a day, which a clock time or a part of the day may join."""

PARTED = frozenset(
    {"date", "month", "year", "weekday", "deictic", "unit", "anaphor", "season", "decade", "century", "quarter",
     "half", "holiday", "span"}
)  # fmt: skip
"""Kinds that "early", "late", "the end of" may qualify."""

HOLDERS = frozenset({"date", "month", "year", "unit", "anaphor", "season", "decade", "century"})
"""Kinds that "the first week of" may count within."""

CLOCK_GAPS = frozenset(
    {(), (",",), ("at",), (",", "at"), ("at", "about"), ("at", "around"), ("at", "approximately"), ("@",),
     ("from",), ("-",), ("|",)}
)  # fmt: skip
DAY_GAPS = frozenset({(), (",",), ("on",), ("of",), (",", "on"), ("on", "the"), ("on", "a"), ("-",)})
DAYPART_GAPS = frozenset({(), (",",), ("in", "the"), ("in",), ("at",)})
DATE_GAPS = frozenset({(), (",",), ("the",), (",", "the"), ("-",), (".",)})
MAX_GAP = 3
"""The longest of the gaps above, in tokens."""


def merge(found: list[Found], tokens: Tokens) -> list[Found]:
    """Join neighbours until none joins; text order is kept."""
    while True:
        out: list[Found] = []
        for item in found:
            joined = _pair(out[-1], item, tokens) if out else None
            if joined is not None:
                out[-1] = joined
            else:
                out.append(item)
        if len(out) == len(found):
            return out
        found = out


def _pair(left: Found, right: Found, tokens: Tokens) -> Found | None:
    if right.first - left.last > MAX_GAP:
        return None
    gap = tuple(w.lower() for w in tokens.words[left.last : right.first])
    if any(w[0] == "\n" for w in gap):
        return None
    spec = _joined(left.spec, right.spec, gap)
    return None if spec is None else Found(spec, left.start, right.end, left.first, right.last)


def _joined(a: Spec, b: Spec, gap: tuple[str, ...]) -> Spec | None:
    for rule in (_part, _within, _weekday_date, _daypart_of, _day_daypart, _clock_day, _day_clock, _dated):
        spec = rule(a, b, gap)
        if spec is not None:
            return spec
    return None


def _part(a: Spec, b: Spec, gap: tuple[str, ...]) -> Spec | None:
    if a.kind != "part" or gap or b.kind not in PARTED or b.part:
        return None
    return msgspec.structs.replace(b, part=a.part, weak=False)


def _within(a: Spec, b: Spec, gap: tuple[str, ...]) -> Spec | None:
    if a.kind != "ordinal" or gap or b.kind not in HOLDERS:
        return None
    counted = {"ord": a.ord, "ord_unit": a.unit or "weekday", "low": a.low, "high": a.high, "weekday": a.weekday}
    return msgspec.structs.replace(b, kind="within", base=b.kind, **counted)


def _weekday_date(a: Spec, b: Spec, gap: tuple[str, ...]) -> Spec | None:
    dated = b.kind == "date" and b.day is not None and b.weekday is None
    if a.weekday is None or a.kind not in ("weekday", "clocked") or not dated or gap not in DATE_GAPS:
        return None
    if gap in (("-",), (".",)) and not a.weak:
        return None
    return msgspec.structs.replace(join(a, b, b.kind if a.kind == "weekday" else "clocked"), weak=False, relation="")


def _daypart_of(a: Spec, b: Spec, gap: tuple[str, ...]) -> Spec | None:
    if a.kind != "daypart" or b.kind not in DAYS or b.daypart or b.hour is not None:
        return None
    if gap not in {("of",), ("on",), ("of", "the"), (), (",",)} or b.weak:
        return None
    if not gap and a.daypart == "NI" and not a.part:
        return None
    return msgspec.structs.replace(join(a, b, b.kind), weak=False)


def _day_daypart(a: Spec, b: Spec, gap: tuple[str, ...]) -> Spec | None:
    clocked = a.kind == "clock" and b.kind == "daypart" and gap in {("in", "the"), ("at",), ("in",), ()}
    if clocked:
        return join(a, b, "clock")
    if b.kind == "daypart" and a.kind == "clocked" and not a.daypart and gap in {(), ("in", "the")}:
        return msgspec.structs.replace(a, daypart=b.daypart)
    if b.kind != "daypart" or a.kind not in DAYS or a.daypart or a.weak or gap not in DAYPART_GAPS:
        return None
    if a.kind == "offset" and a.unit not in ("D", "W"):
        return None
    return msgspec.structs.replace(join(a, b, a.kind), weak=False)


def _clock_day(a: Spec, b: Spec, gap: tuple[str, ...]) -> Spec | None:
    if a.kind != "clock" or (b.kind not in DAYS and b.kind != "clocked") or b.hour is not None or gap not in DAY_GAPS:
        return None
    if b.weak and gap not in {(), (",",)}:
        return None
    return msgspec.structs.replace(join(a, b, "clocked"), weak=False, base=b.kind)


def _day_clock(a: Spec, b: Spec, gap: tuple[str, ...]) -> Spec | None:
    if b.kind != "clock" or a.kind not in DAYS or a.hour is not None or a.weak or gap not in CLOCK_GAPS:
        return None
    return msgspec.structs.replace(join(a, b, "clocked"), base=a.kind)


def _dated(a: Spec, b: Spec, gap: tuple[str, ...]) -> Spec | None:
    """ "Friday morning, March 22" and "June 8 this year"."""
    if a.kind in ("season", "month") and b.kind == "year" and a.year is None and gap in ((), ("of",), (",",)):
        return msgspec.structs.replace(a, year=b.year, weak=False, kind="date" if a.kind == "month" else a.kind)
    if a.kind == "weekday" and a.daypart and b.kind == "date" and b.day is not None and gap in DATE_GAPS:
        return join(a, b, "date")
    if a.kind == "date" and a.day and a.year is None and not a.relation and not gap:
        if b.kind == "unit" and b.unit == "Y" and not b.part:
            return msgspec.structs.replace(a, relation=b.relation, unit="Y")
        if b.kind == "year" and b.year:
            return msgspec.structs.replace(a, year=b.year)
    return None
