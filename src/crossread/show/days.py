"""Days and intervals in words."""

import re
from calendar import monthrange
from datetime import date

UNKNOWN = "date unknown"

_ISO = r"\d{4}-\d{2}-\d{2}"
_QUOTED_OR_DAYS = re.compile(rf"“[^”]*”|\b({_ISO})(?: to ({_ISO}))?\b")


def day(iso: str | None) -> date | None:
    """An ISO day, or None for an open end or what Python's calendar cannot hold (years before 1)."""
    if iso is None:
        return None
    try:
        return date.fromisoformat(iso[:10])
    except ValueError:
        return None


def words(iso: str | None) -> str:
    """One day: ``words("2031-03-10") == "10 March 2031"``; what is no such day stands as it is."""
    when = day(iso)
    return f"{when.day} {when:%B} {when.year}" if when else iso or ""


def interval(earliest: str | None, latest: str | None) -> str:
    """An interval, as short as it can be: a day, a month, a year, "by", "from", or both ends."""
    if earliest is None and latest is None:
        return UNKNOWN
    if earliest == latest:
        return words(earliest)
    if earliest is None:
        return f"by {words(latest)}"
    if latest is None:
        return f"from {words(earliest)}"
    first, last = day(earliest), day(latest)
    if first is None or last is None or first > last:
        return f"{words(earliest)} to {words(latest)}"
    return _both(first, last)


def readable(text: str) -> str:
    """A sentence with its ISO days and intervals of days in words, save within quotation marks (“…”)."""
    return _QUOTED_OR_DAYS.sub(lambda m: m[0] if m[1] is None else interval(m[1], m[2] or m[1]), text)


def _both(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
        return f"{last:%B} {last.year}" if whole else f"{first.day}–{last.day} {last:%B} {last.year}"
    if first.year == last.year:
        whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
        return str(last.year) if whole else f"{first.day} {first:%B} – {last.day} {last:%B} {last.year}"
    return f"{first.day} {first:%B} {first.year} – {last.day} {last:%B} {last.year}"
