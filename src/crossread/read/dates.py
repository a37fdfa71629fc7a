"""Calendar days as pages and metadata write them, to ISO days. A day is kept as written: no time zone moves it."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=lambda m: (-len(m), m))) + r")\.?"
_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"

# A day in words, with its year: "3 March 2024", "March 3rd, 2024", "2024-03-03".
WRITTEN_DAYS: tuple[re.Pattern[str], ...] = (
    re.compile(rf"\b{_DAY} {{1,2}}(?:of )?{_MONTH},? {{1,2}}{_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{_MONTH} {{1,2}}{_DAY},? {{1,2}}{_YEAR}\b", re.IGNORECASE),
    re.compile(r"\b(?P<year>(?:1[6-9]|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)"),
)
_COMPACT = re.compile(r"(?P<year>(?:1[6-9]|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?:T?\d{6})?")
_SLASHED_YEAR_FIRST = re.compile(r"(?P<year>(?:1[6-9]|20)\d\d)[/.](?P<month>[01]?\d)[/.](?P<day>[0-3]?\d)\b")
_SLASHED = re.compile(r"(?P<a>[0-3]?\d)[/.](?P<b>[0-3]?\d)[/.](?P<year>(?:1[6-9]|20)\d\d)\b")
_EPOCH = re.compile(r"\d{9,10}(?:\d{3})?(?:\.\d{1,9})?")
_MILLISECONDS = 100_000_000_000


def written_day(text: str) -> tuple[str, str] | None:
    """The first full date in ``text`` as (ISO day, its words), or None."""
    found = [m for pattern in WRITTEN_DAYS for m in pattern.finditer(text)]
    for match in sorted(found, key=lambda m: m.start()):
        if day := _iso(match["year"], match["month"], match["day"]):
            return day, match[0]
    return None


def metadata_day(value: object) -> str | None:
    """The ISO day of a metadata value: ISO 8601, RFC 2822, seconds or milliseconds since 1970, or words; else None.

    "03/04/2024" may be either of two days and gives None; "23/04/2024" can only be one.
    """
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = str(value).strip()[:80]
    if _EPOCH.fullmatch(text):
        return _epoch(float(text))
    if match := _COMPACT.fullmatch(text) or _SLASHED_YEAR_FIRST.match(text):
        return _iso(match["year"], match["month"], match["day"])
    if found := written_day(text):
        return found[0]
    return _slashed(text) or _rfc2822(text)


def _iso(year: str, month: str, day: str) -> str | None:
    number = int(month) if month.isdigit() else MONTHS[month.lower()]
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return None


def _epoch(seconds: float) -> str | None:
    seconds = seconds / 1000 if seconds >= _MILLISECONDS else seconds
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()


def _slashed(text: str) -> str | None:
    match = _SLASHED.match(text)
    if match is None:
        return None
    a, b, year = match["a"], match["b"], match["year"]
    readings = {r for r in (_iso(year, b, a), _iso(year, a, b)) if r}
    return readings.pop() if len(readings) == 1 else None


def _rfc2822(text: str) -> str | None:
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return None
