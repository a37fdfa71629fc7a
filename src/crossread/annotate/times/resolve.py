"""From specs to time expressions: each is read at every day the report may have come out on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Literal

import msgspec

from crossread.annotate.times import calendar as cal
from crossread.annotate.times.context import DEADLINE, Quotations, is_spoken, tense_of
from crossread.annotate.times.lexer import Tokens
from crossread.annotate.times.merge import DAYS
from crossread.annotate.times.reading import Reading, Where, moved
from crossread.annotate.times.readings import READ
from crossread.annotate.times.spec import Found, Spec
from crossread.model.report import Published
from crossread.model.time import Anchor, TimeCandidate, TimeExpression, TimeType

Domain = Literal["news", "narrative"]

DEICTIC = frozenset(
    {"monthday", "deictic", "unit", "span", "ref", "weekday", "month", "season", "quarter", "half", "holiday"}
)
STAMP = re.compile(r"^\W{0,3}(\d{1,2}[.:]\d{2})\b", re.M)
TICKER = 3
"""Lines that begin with an hour from which a text is a ticker: such an hour is when the line was written."""
ANAPHORIC = frozenset({"anaphor", "daypart", "clock"})
EVERY_DAY_UP_TO = 31
"""A publication interval of at most so many days is tried day by day; a wider one at steps of this many."""
MAX_STEPS = 40
AGREE = 0.6
"""A reading is preferred over a publication interval where at least this share of its days give it."""
DAYS_OF_ONE_WEEK = 7
"""A publication interval no longer than this holds each weekday once: a weekday in it is that one."""
ASIDE_YEARS = 15
"""In a narrative a bare year further than this from the last date is an aside and moves nothing."""
MONTH_MODS = {"START": "START", "MID": "MID", "END": "END"}
HOUR_REACHES = 150
"""Characters back to the day that an hour alone goes with; of 50 to 600 on the corpus' train and dev stories."""
APPOSING = frozenset({", a ", " (a ", " - a ", " – a "})
"""Between a date and the weekday that it is."""
REFERS = frozenset({"day", "weekend", "week", "month", "season", "quarter", "year", "time"})


def days_of(published: Published | None) -> list[date]:
    """The days to read at: every day the report may have come out on, or steps through a wide interval. [] unknown."""
    if published is None or (published.earliest is None and published.latest is None):
        return []
    low = date.fromisoformat((published.earliest or published.latest or "")[:10])
    high = date.fromisoformat((published.latest or published.earliest or "")[:10])
    length = max((high - low).days, 0) + 1
    step = 1 if length <= EVERY_DAY_UP_TO else max(EVERY_DAY_UP_TO, length // MAX_STEPS)
    return [cal.shift_days(low, n) for n in range(0, length, step)]


class Resolver:
    """Reads the expressions of one text in order, keeping the dates last spoken of."""

    def __init__(self, text: str, tokens: Tokens, published: Published | None, domain: Domain) -> None:
        self.text, self.tokens, self.narrative = text, tokens, domain == "narrative"
        self.days = days_of(published)
        self.quotations = Quotations(text)
        self.last: cal.Days | None = None
        self.last_day: date | None = None
        self._before: tuple[Found, Reading] | None = None
        self._clocks: dict[tuple[int, int], date] = {}
        self._events: Counter[date] = Counter()
        self._placed = 0
        stamps = {m.start(1) for m in STAMP.finditer(text)}
        self._stamps = stamps if len(stamps) >= TICKER else set()

    def resolve(self, found: Found, behind: Found | None = None) -> TimeExpression | None:
        """One expression with all its readings; None where its words are no time after all.

        ``behind`` is the day named behind an hour that something parts from it.
        """
        spec = found.spec
        readings = self._readings(found, behind)
        if not readings:
            return None
        chosen = readings[0]
        if (same := self._appositive(found)) is not None:
            chosen, readings = same, [same]
        self._remember(found, chosen)
        self._remember_event(found)
        self._before = (found, chosen)
        if spec.hour is not None and spec.minute and chosen.first is not None and chosen.first == chosen.last:
            self._clocks.setdefault((spec.hour, spec.minute), chosen.first)
        quoted = self.quotations.hold(found.start)
        return TimeExpression(
            start=found.start,
            end=found.end,
            text=self.text[found.start : found.end],
            type=type_of(spec, chosen),
            value=chosen.value,
            earliest=_iso(chosen.first),
            latest=_iso(chosen.last),
            granularity="time" if _timed(spec) else chosen.granularity,
            approximate=bool(spec.mod or spec.part or "X" in chosen.value),
            anchor=anchor_of(spec, quoted),
            candidates=candidates_of(readings),
            mod=MONTH_MODS.get(spec.part, spec.mod),
        )

    def _readings(self, found: Found, behind: Found | None) -> list[Reading]:
        spec = found.spec
        kind = spec.base if spec.kind == "clocked" else spec.kind
        base = msgspec.structs.replace(spec, kind=kind)
        tense = tense_of(found, self.tokens)
        votes: dict[Reading, float] = {}
        days: list[date | None] = [*self.days] or [None]
        for now in days:
            named = behind and self._named(behind, Where(now, tense, self.last, self.last_day, self.narrative))
            day = named or self._stamped(found) or self._told_at(spec) or self._event_day(found)
            where = Where(now, tense, self.last, day, self.narrative)
            for rank, reading in enumerate(READ[kind](base, where)):
                finished = self._finished(found, reading, now)
                votes[finished] = votes.get(finished, 0.0) + (1.0 if rank == 0 else 0.001 / rank)
        ordered = sorted(votes, key=lambda r: -votes[r])
        return self._settled(spec, ordered, votes)

    def _settled(self, spec: Spec, ordered: list[Reading], votes: dict[Reading, float]) -> list[Reading]:
        """One preferred reading for a publication interval: the one most of its days give, or the days of all."""
        if len(self.days) <= 1 or len(ordered) <= 1:
            return ordered
        firsts = [r for r in ordered if votes[r] >= 1.0]
        if len(firsts) == 1 or votes[firsts[0]] >= AGREE * len(self.days):
            return ordered
        if spec.weekday and len(self.days) <= DAYS_OF_ONE_WEEK:
            within = [r for r in firsts if r.first is not None and self.days[0] <= r.first <= self.days[-1]]
            if within:
                return [*within, *(r for r in ordered if r not in within)]
        bounded = [r for r in firsts if r.first is not None and r.last is not None]
        if len(bounded) != len(firsts):
            return ordered
        low, high = min(r.first for r in bounded if r.first), max(r.last for r in bounded if r.last)
        why = "the report's day is known only within an interval"
        value = _common_value([r.value for r in firsts])
        return [Reading(value, low, high, firsts[0].granularity, why), *ordered]

    def _finished(self, found: Found, reading: Reading, now: date | None) -> Reading:
        """The part of the stretch and the hour of the day put on a reading; "by the end of June" is June's last day."""
        spec = found.spec
        value, first, last = reading.value, reading.first, reading.last
        if first is not None and last is not None and spec.part in ("START", "MID", "END") and first != last:
            words = [w.lower() for w in self.tokens.words[max(found.first - 1, 0) : found.last]]
            deadline = spec.part == "END" and words[0] in DEADLINE and "end" in words
            first, last = (last, last) if deadline else cal.part_of((first, last), spec.part)
        elif spec.part == "EARLIER" and first is not None and now is not None and reading.granularity != "day":
            last = max(first, min(last or now, cal.shift_days(now, -1)))
        elif spec.part == "LATER" and last is not None and now is not None and reading.granularity != "day":
            first = min(last, max(first or now, now))
        return msgspec.structs.replace(reading, value=_with_time(value, spec), first=first, last=last)

    def _named(self, behind: Found, where: Where) -> date | None:
        """The day named behind an hour."""
        kind = behind.spec.base if behind.spec.kind == "clocked" else behind.spec.kind
        reading = READ[kind](msgspec.structs.replace(behind.spec, kind=kind), where)[0]
        return reading.first if reading.first == reading.last else None

    def _stamped(self, found: Found) -> date | None:
        """The day of the report, for the hour that a line of a ticker begins with."""
        return self.days[-1] if self.days and found.start in self._stamps else None

    def _told_at(self, spec: Spec) -> date | None:
        """The day on which the same minute was told before: who goes back to 21:04 means the night already told."""
        return self._clocks.get((spec.hour, spec.minute)) if spec.hour is not None and spec.minute else None

    def _event_day(self, found: Found) -> date | None:
        """The day that an hour goes with: the one last told where that is near, else the one told most so far."""
        kind = found.spec.base if found.spec.kind == "clocked" else found.spec.kind
        near = found.start - self._placed <= HOUR_REACHES
        if kind not in ("clock", "daypart") or self.narrative or not self._events or near:
            return self.last_day
        return min(self._events, key=lambda d: (-self._events[d], d))

    def _appositive(self, found: Found) -> Reading | None:
        """The day right before that a weekday only names again ("February 20, a Friday")."""
        if self._before is None or found.spec.kind != "weekday" or found.spec.relation:
            return None
        before, reading = self._before
        one_day = reading.first is not None and reading.first == reading.last
        return reading if one_day and self.text[before.end : found.start] in APPOSING else None

    def _remember(self, found: Found, reading: Reading) -> None:
        spec = found.spec
        if reading.first is None or reading.last is None or reading.granularity not in REFERS:
            return
        if spec.kind in ("set", "ref", "span", "duration") or (self.narrative and spec.kind in ("deictic", "unit")):
            return
        aside = spec.kind == "year" and self.last is not None
        if self.narrative and aside and abs((self.last or (reading.first,))[0].year - reading.first.year) > ASIDE_YEARS:
            return
        self.last = (reading.first, reading.last)
        # None on which what is told next may have happened: a day to come, or one on which somebody spoke.
        ahead = bool(self.days) and reading.first > self.days[-1]
        if not self.narrative and (ahead or (self.last_day is not None and is_spoken(found, self.tokens))):
            return
        if reading.first == reading.last:
            self.last_day = reading.first
            self._placed = found.end
            self._events[reading.first] += 1
        elif self.narrative:
            self.last_day = (
                self.last_day if self.last_day and reading.first <= self.last_day <= reading.last else reading.first
            )

    def _remember_event(self, found: Found) -> None:
        """ "The report comes one day after …" puts what it speaks of next one day before the report."""
        spec, words = found.spec, self.tokens.words
        exact = spec.kind == "duration" and spec.low is not None and not spec.mod and spec.unit in ("D", "W", "M", "Y")
        if not exact or len(self.days) != 1 or not 0 < found.first < found.last < len(words):
            return
        sign = {"after": -1, "before": 1}.get(words[found.last].lower())
        if sign and words[found.first - 1].lower() == "comes":
            self.last_day = moved(self.days[0], spec.unit, sign * (spec.low or 0))
            self.last = (self.last_day, self.last_day)


def candidates_of(readings: Sequence[Reading]) -> tuple[TimeCandidate, ...]:
    """Each different stretch of days once, with the first assumption that gives it."""
    once: dict[tuple[str | None, str | None], TimeCandidate] = {}
    for r in readings:
        days = (_iso(r.first), _iso(r.last))
        once.setdefault(days, TimeCandidate(*days, r.why))
    return tuple(once.values())


def _with_time(value: str, spec: Spec) -> str:
    if spec.hour is not None:
        hour = spec.hour + 12 if spec.daypart in ("AF", "EV") and 1 <= spec.hour < 12 else spec.hour
        clock = f"T{hour:02d}:{spec.minute or 0:02d}"
        return value + clock + (f":{spec.second:02d}" if spec.second is not None else "")
    if spec.daypart and spec.kind != "set":
        return f"{value}T{spec.daypart}"
    return value


def _timed(spec: Spec) -> bool:
    return (spec.hour is not None or bool(spec.daypart)) and spec.kind != "set"


def _iso(of: date | None) -> str | None:
    return of.isoformat() if of else None


def _common_value(values: list[str]) -> str:
    """The value with an X for every place where the readings differ."""
    if len({len(v) for v in values}) > 1:
        return values[0]
    return "".join(c[0] if len(set(c)) == 1 else "X" for c in zip(*values, strict=True))


def type_of(spec: Spec, reading: Reading) -> TimeType:
    """The TIMEX3 type."""
    if spec.kind == "set":
        return "SET"
    if reading.value.startswith("P") and not reading.value.endswith("_REF"):
        return "DURATION"
    return "TIME" if _timed(spec) or reading.granularity == "time" else "DATE"


def anchor_of(spec: Spec, quoted: bool) -> Anchor:
    """What the reading counts from: nothing outside the words (document), the day of the report, of the utterance
    where the expression stands in a quotation, or an event told before."""
    kind = spec.base if spec.kind == "clocked" else spec.kind
    relative = spec.relation in ("same", "that", "previous", "following") or spec.to == "ref"
    if kind in ANAPHORIC or relative:
        return "event"
    deictic = kind in DEICTIC or spec.to == "now" or (kind in ("date", "holiday", "within") and spec.year is None)
    if not deictic or (kind in ("season", "quarter", "half", "holiday") and spec.year is not None):
        return "document"
    return "quote" if quoted else "publication"


def resolve(
    text: str, found: Sequence[Found], tokens: Tokens, published: Published | None, domain: Domain
) -> list[TimeExpression]:
    """Every expression read, in text order."""
    resolver = Resolver(text, tokens, published, domain)
    behind = (_day_behind(found[n : n + 3], tokens) for n in range(len(found)))
    return [t for f, day in zip(found, behind, strict=True) if (t := resolver.resolve(f, day)) is not None]


def _day_behind(found: Sequence[Found], tokens: Tokens) -> Found | None:
    """The day behind the first of three expressions, an hour that another zone's parts from it ("10 am (0800 GMT) on
    Friday")."""
    if found[0].spec.kind != "clock":
        return None
    later = found[1:2]
    if later and later[0].spec.kind == "clocked" and later[0].spec.base in DAYS:
        stop = any(tokens.words[i] in ".!?;" for i in range(found[0].last, later[0].first))
        return None if stop else later[0]  # "the 07:26 to Rovik hit a wagon at 07:52 on Monday"
    day = next((f for f in found[1:3] if f.spec.kind in DAYS), None)
    if day is None or day.spec.hour is not None:
        return None
    between = set(range(found[0].last, day.first)) - {i for f in found[1:3] for i in range(f.first, f.last)}
    return day if all(tokens.words[i].lower() in PARTING for i in between) else None


PARTING = frozenset({"(", ")", ",", "/", "on", "local", "time"})
"""What may stand between an hour and its day where the hour of another zone does."""
