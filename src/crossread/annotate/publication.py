"""When an undated report came out: an interval inferred from what the story's own reports say.

A report without a date names days all the same: years, days of a month, holidays, "this Sunday". Each is a piece of
evidence for or against every day of the year that the reports speak of; the days that fit best make the interval.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import msgspec

from crossread.annotate import times
from crossread.annotate.publication_evidence import Evidence, evidence_of
from crossread.annotate.times import calendar as cal
from crossread.model.annotated import Annotated
from crossread.model.report import Published, Report

URL_DAY = re.compile(r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>\d{1,2})[/-](?P<day>\d{1,2})(?:[/-]|$)")
URL_SLACK = 2
"""A page's address and its metadata may name days this far apart: then the report came out on one of them."""
AROUND_KNOWN = 7
"""An undated report of a story whose dated reports are known came out within so many days of them."""
NEAR_BEST = 1.0
"""Days whose evidence falls short of the best day's by no more than this stay in the interval."""
WEEK = 6
"""A weekday named alone ("on Friday") is at most so many days before the report."""


def resolve(annotated: Annotated, published: Published) -> Annotated:
    """The report with another publication: its time expressions are read again from there."""
    report = msgspec.structs.replace(annotated.report, published=published)
    read = times.find(report.text, published, annotated.sentences)
    return msgspec.structs.replace(annotated, report=report, times=read)


def infer(reports: Sequence[Annotated]) -> dict[str, Published]:
    """A publication interval for each report whose own is unknown, and for each whose address tells another day.

    Reports that nothing can be told of are left out. Keys are report ids.
    """
    out = {r.report.id: p for r in reports if (p := _by_address(r.report)) is not None}
    undated = [r for r in reports if r.report.published.basis == "unknown" and r.report.id not in out]
    if not undated:
        return out
    found = {r.report.id: evidence_of(r.report.text) for r in reports}
    known = sorted(p for r in reports for p in _known_days(out.get(r.report.id, r.report.published)))
    shared = _around(known) if known else _from_story([found[r.report.id] for r in undated])
    if shared is None:
        return out
    for r in undated:
        out[r.report.id] = _narrowed(shared, found[r.report.id])
    return out


def _by_address(report: Report) -> Published | None:
    """A report whose address tells its day: alone where nothing else does, else as one end."""
    told = URL_DAY.search(report.url or "")
    if told is None:
        return None
    try:
        day = date(int(told["year"]), int(told["month"]), int(told["day"]))
    except ValueError:
        return None
    published = report.published
    if published.basis == "unknown":
        return Published(day.isoformat(), day.isoformat(), "metadata", "the day in the page's address")
    if published.earliest is None or published.earliest != published.latest:
        return None
    stored = date.fromisoformat(published.earliest)
    if not 0 < abs((stored - day).days) <= URL_SLACK:
        return None
    low, high = sorted((stored, day))
    why = f"{published.why}; the page's address says {day.isoformat()}".lstrip("; ")
    return Published(low.isoformat(), high.isoformat(), published.basis, why)


def _known_days(published: Published) -> list[date]:
    ends = (published.earliest, published.latest) if published.basis != "unknown" else ()
    return [date.fromisoformat(e) for e in ends if e is not None]


class Shared(msgspec.Struct, frozen=True):
    """Days that an undated report of the story may have come out on, and why."""

    first: date
    last: date
    why: str


def _around(known: list[date]) -> Shared:
    first, last = cal.shift_days(known[0], -AROUND_KNOWN), cal.shift_days(known[-1], AROUND_KNOWN)
    return Shared(first, last, f"the story's dated reports are of {known[0].isoformat()} to {known[-1].isoformat()}")


def _from_story(found: list[list[Evidence]]) -> Shared | None:
    """The best days of the latest year that the reports speak of; None where they name no year."""
    years = [e.year for one in found for e in one if e.year is not None and e.tense != "future"]
    if not years:
        return None
    year = max(years)
    first, last = cal.year_days(year)
    days = [cal.shift_days(first, n) for n in range((last - first).days + 1)]
    pieces = [e for one in found for e in one]
    scores = [sum(e.weight(day) for e in pieces) for day in days]
    best = max(scores)
    at = scores.index(best)
    low = high = at
    while low > 0 and scores[low - 1] >= best - NEAR_BEST:
        low -= 1
    while high < len(days) - 1 and scores[high + 1] >= best - NEAR_BEST:
        high += 1
    why = f"{year} is the latest year the reports name"
    named = sorted({e.text for e in pieces if e.weighs and e.weight(days[at]) >= 0})
    if named:
        why += f"; it fits with {', '.join(named[:4])}"
    return _after_latest(days[low], days[high], pieces, why)


def _after_latest(low: date, high: date, pieces: list[Evidence], why: str) -> Shared:
    """From the latest day that the reports tell as past; weekdays named after it reach on from there."""
    past = [day for e in pieces if e.tense == "past" and (day := e.day_before(high)) is not None and low <= day]
    if not past:
        return Shared(low, high, why)
    latest = max(past)
    weekdays = sorted({e.weekday for e in pieces if e.weekday is not None and e.tense != "future"})
    ahead = [cal.shift_days(latest, (w - latest.isoweekday()) % 7) for w in weekdays]
    run = max(ahead, default=latest)
    last = min(high, cal.shift_days(run, WEEK))
    return Shared(
        run,
        max(run, last),
        f"{why}; {latest.isoformat()} is the latest day told as past, and news names weekdays of the week before",
    )


def _narrowed(shared: Shared, own: list[Evidence]) -> Published:
    """The shared interval, cut by the report's own words: "this Sunday" told as past, weekdays named alone."""
    first, last, why = shared.first, shared.last, shared.why
    this = [e for e in own if e.weekday is not None and e.this and e.tense != "future"]
    if this and (last - first).days <= 2 * WEEK:
        days = [
            d for n in range((last - first).days + 1) if (d := cal.shift_days(first, n)).isoweekday() == this[0].weekday
        ]
        if days:
            today = any(e.today for e in own)
            first, last = days[0], days[0] if today else min(last, cal.shift_days(days[0], 1))
            why += f"; “{this[0].text}” is told" + (" with “today”" if today else "")
    return Published(first.isoformat(), last.isoformat(), "inferred", why)
