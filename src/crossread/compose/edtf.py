"""Times as EDTF, the Extended Date/Time Format (ISO 8601-2:2019, level 2), which keeps what is uncertain."""

from __future__ import annotations

import re
from datetime import date

from crossread.model.time import TimeExpression

SEASONS = {
    "SP": "21",
    "SU": "22",
    "FA": "23",
    "WI": "24",
    "Q1": "33",
    "Q2": "34",
    "Q3": "35",
    "Q4": "36",
    "H1": "40",
    "H2": "41",
}
"""EDTF's codes for parts of a year that no hemisphere or calendar fixes to months."""
PLAIN = re.compile(r"\d{4}(?:-\d{2}){0,2}")
PART_OF_YEAR = re.compile(r"(\d{4})-(SP|SU|FA|WI|Q[1-4]|H[12])")
UNSPECIFIED = re.compile(r"XXXX-\d{2}(?:-\d{2})?")
CLOCK = re.compile(r"(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(:\d{2})?")
DECADE = re.compile(r"\d{3}")
CENTURY = re.compile(r"\d{2}")


def of_days(earliest: str | None, latest: str | None, approximate: bool = False) -> str:
    """An interval of ISO days: one day, ``first/last``, ``../last``; "" where neither end is known. ``~``: rough."""
    mark = "~" if approximate else ""
    if earliest is None and latest is None:
        return ""
    if earliest == latest:
        return f"{earliest}{mark}"
    return f"{_end(earliest, mark)}/{_end(latest, mark)}"


def _end(day: str | None, mark: str) -> str:
    return ".." if day is None else f"{day}{mark}"


def of_time(time: TimeExpression) -> str:
    """The EDTF form of an expression; "" for durations without days, repeated times and what names no time.

    A value of its own form (a month, a season, a decade) keeps it; days among which the report's unknown day leaves a
    choice are a set ("one of these"); every other is the interval of its days.
    """
    if time.type == "SET":
        return ""
    rough = "~" if time.mod in ("APPROX", "LESS_THAN", "MORE_THAN") else ""
    whole = not time.mod and time.type == "DATE"
    if whole and PLAIN.fullmatch(time.value):
        return time.value
    told = PART_OF_YEAR.fullmatch(time.value)
    if whole and told:
        return f"{told[1]}-{SEASONS[told[2]]}"
    if whole and (DECADE.fullmatch(time.value) or CENTURY.fullmatch(time.value)):
        return time.value + "X" * (4 - len(time.value))
    clock = CLOCK.fullmatch(time.value)
    if clock and not rough:
        return f"{clock[1]}T{clock[2]}{clock[3] or ':00'}"
    if time.earliest is None and time.latest is None:
        return time.value if UNSPECIFIED.fullmatch(time.value) else ""
    return _choice(time) or of_days(time.earliest, time.latest, bool(rough))


def _choice(time: TimeExpression) -> str:
    """``[a,b]``: one of these days, where readings on several days stand against each other; ``[a..b]``: of a run."""
    days = {c.earliest for c in time.candidates if c.earliest is not None and c.earliest == c.latest}
    inside = sorted(d for d in days if (time.earliest or "") <= d <= (time.latest or ""))
    several = "X" in time.value and time.earliest != time.latest and len(inside) > 1
    if not several:
        return ""
    run = (date.fromisoformat(inside[-1]) - date.fromisoformat(inside[0])).days == len(inside) - 1
    return f"[{inside[0]}..{inside[-1]}]" if run and len(inside) > 2 else f"[{','.join(inside)}]"
