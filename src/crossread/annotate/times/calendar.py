"""Day arithmetic for time expressions: months, ISO weeks, seasons, holidays, and the days a TIMEX3 value spans."""

from __future__ import annotations

import calendar
from datetime import date

from crossread.annotate.times.tables import table

Days = tuple[date, date]

FIRST_YEAR, LAST_YEAR = 1, 9998
"""Years that day arithmetic can hold with room for a season that ends in the year after."""

SEASONS: dict[str, tuple[tuple[int, int], tuple[int, int]]] = {
    "SP": ((3, 1), (6, 20)),
    "SU": ((6, 1), (9, 22)),
    "FA": ((9, 1), (12, 20)),
    "WI": ((12, 1), (3, 19)),
}
"""First and last day, from the first day of the meteorological season to the last of the astronomical one:
news means either. A winter ends in the year after the one that names it."""


def clamp_year(year: int) -> int:
    """The nearest year that day arithmetic can hold."""
    return min(max(year, FIRST_YEAR), LAST_YEAR)


def day(year: int, month: int, of_month: int) -> date:
    """That day, or the last of its month where the month is shorter."""
    year = clamp_year(year)
    return date(year, month, min(max(of_month, 1), calendar.monthrange(year, month)[1]))


def shift_days(start: date, days: int) -> date:
    """``days`` later (earlier where negative), held within the calendar."""
    ordinal = start.toordinal() + days
    return date.fromordinal(min(max(ordinal, 1), date(LAST_YEAR, 12, 31).toordinal()))


def shift_months(start: date, months: int) -> date:
    """The same day of the month ``months`` later, or the month's last day."""
    index = clamp_year(start.year) * 12 + start.month - 1 + months
    return day(index // 12, index % 12 + 1, start.day)


def month_days(year: int, month: int) -> Days:
    """First and last day of a month."""
    return day(year, month, 1), day(year, month, 31)


def year_days(year: int) -> Days:
    """First and last day of a year."""
    return day(year, 1, 1), day(year, 12, 31)


def years_days(first: int, last: int) -> Days:
    """First day of one year and last day of another."""
    return day(first, 1, 1), day(last, 12, 31)


def iso_week(of: date) -> str:
    """The ISO 8601 week of a day, as ``2010-W20``."""
    year, week, _ = of.isocalendar()
    return f"{year:04d}-W{week:02d}"


def week_days(of: date) -> Days:
    """The calendar week of a day: its ISO week with the Sunday before, where weeks that begin on Sunday begin.

    Which of the two a report means cannot be told, so the interval holds both.
    """
    monday = shift_days(of, -of.weekday())
    return shift_days(monday, -1), shift_days(monday, 6)


def weekend_days(of: date) -> Days:
    """Saturday and Sunday of a day's ISO week."""
    monday = shift_days(of, -of.weekday())
    return shift_days(monday, 5), shift_days(monday, 6)


def quarter_days(year: int, quarter: int) -> Days:
    """First and last day of a calendar quarter."""
    return day(year, 3 * quarter - 2, 1), day(year, 3 * quarter, 31)


def half_days(year: int, half: int) -> Days:
    """First and last day of a half year."""
    return day(year, 6 * half - 5, 1), day(year, 6 * half, 31)


def season_days(year: int, season: str) -> Days:
    """First and last day of a season; see ``SEASONS``."""
    (m0, d0), (m1, d1) = SEASONS[season]
    return day(year, m0, d0), day(year + (m1 < m0), m1, d1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The ``nth`` (from 1; -1 the last) ISO ``weekday`` of a month."""
    first, last = month_days(year, month)
    if nth < 0:
        return shift_days(last, -((last.isoweekday() - weekday) % 7))
    return shift_days(first, (weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian computus, Meeus 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month = (h + m - 7 * n + 114) // 31
    return day(year, month, (h + m - 7 * n + 114) % 31 + 1)


HOLIDAYS: dict[str, dict[str, str | int]] = table("holidays.toml")
"""Rules of ``holidays.toml`` by the holiday's name."""


def holiday(name: str, year: int) -> date:
    """The day of a holiday in a year. Raises ``KeyError`` for a name the table lacks."""
    rule = HOLIDAYS[name]
    year = clamp_year(year)
    if "date" in rule:
        month, of_month = map(int, str(rule["date"]).split("-"))
        return day(year, month, of_month)
    if "easter" in rule:
        return shift_days(easter(year), int(rule["easter"]))
    nth, weekday, month_of = str(rule["nth"]).rsplit("-", 2)
    return nth_weekday(year, int(month_of), int(weekday), int(nth))


def part_of(days: Days, part: str) -> Days:
    """The first, middle or last third of a stretch (START, MID, END); the last third of a month begins on the 20th.

    Months are cut 1-10, 11-20, 20-end, as dossier keys cut them; years into four months each.
    """
    first, last = days
    length = (last - first).days + 1
    if 28 <= length <= 31 and first.day == 1:
        cuts = {"START": (1, 10), "MID": (11, 20), "END": (20, 31)}[part]
        return day(first.year, first.month, cuts[0]), day(first.year, first.month, cuts[1])
    if 365 <= length <= 366 and first.month == first.day == 1:
        months = {"START": (1, 4), "MID": (5, 8), "END": (9, 12)}[part]
        return day(first.year, months[0], 1), day(first.year, months[1], 31)
    third = max(length // 3, 1)
    if part == "START":
        return first, shift_days(first, third - 1)
    if part == "END":
        return shift_days(last, 1 - third), last
    return shift_days(first, third if length > 2 else 0), shift_days(last, -third if length > 2 else 0)
