"""Dates that part: one event, told of days that no reading of the reports' words lets agree.

Two datings are compared only where syntax says that they date one event: the same head word ("conversation",
"handed over") with much the same clause, or one claim with nearly one wording. Events of speech are left out, and so
are clauses that tell of another time ("again", "the last strike"), for a false conflict costs more than a missed one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from crossread.compare import durations
from crossread.compare.dated_sides import Readings, evidence, gather
from crossread.compare.pairs import conflict
from crossread.model.annotated import Annotated
from crossread.model.conflict import Conflict, Severity
from crossread.model.dating import Dating, datings
from crossread.model.interval import Interval
from crossread.model.stems import content_stems
from crossread.model.story import Story
from crossread.model.time import ZONED, clocks_apart
from crossread.model.vector import Embed

SAME_HEAD, SAME_CLAUSE, SAME_WORDING = 0.5, 0.4, 0.62
"""Least cosines: of two event heads that share their word; of the clauses about them; of two clauses of one claim.
Chosen on the corpus and the two development stories so that no pair of different events passes at severity conflict."""
CLEAR_HEAD, LOOSE_CLAUSE = 0.65, 0.3
"""Where the heads are this alike, the clauses need be no more alike than the second."""
LIKE_HEAD = 0.55
"""Cosine of two event heads in other words ("hear", "examine") from which they are likely one event: on corpus train
and dev four in nine of the tensions that this adds are right."""
HORIZON_DAYS, HORIZON_YEARS = 30, 2
"""Days (for years: years) beyond which two dates are rather of two events than of one."""
WIDE_DAYS = 62
"""Days beyond which a dating sharpens another only where both tell one claim."""
CLOCK_SLACK = 30
"""Minutes by which clock times of one event may differ without parting."""
ANOTHER = frozenset(
    """
    again another earlier previous previously second third fourth last first similar new next former
    anniversary initially originally later then since before
    """.split()
)
"""Words that speak of another event of the kind: where only one of two clauses has one, they are not compared."""
PRONOUNS = frozenset({"it", "they", "he", "she", "we", "that", "this", "which", "what", "there", "who", ""})
SPELLS = frozenset({"seconds", "minutes", "hours", "days", "weeks", "months", "years"})
"""Heads that only say how long ("for thirty-five minutes last Thursday")."""
COARSE = frozenset({"decade", "century", "duration", "unknown"})
LOOSE = re.compile(r"(?:last|next|this) ", re.IGNORECASE)
"""After these a weekday or weekend means either of two: both readings count, whatever the report's day."""


def find(story: Story, embed: Embed) -> list[Conflict]:
    """Date conflicts, tensions and refinements of a story; ids are given later. Embeds each clause and head once."""
    reports = {a.report.id: a for a in story.reports}
    told = [d for d in datings(story) if _comparable(d) and not _elsewhen(reports[d.report], d)]
    if len(told) < 2:
        return durations.find(story, embed)
    pairs = Pairs(story, told, embed)
    links: list[tuple[int, int, Severity]] = []
    for i in range(len(told)):
        for j in range(i + 1, len(told)):
            severity = pairs.judge(i, j)
            if severity is not None:
                links.append((i, j, severity))
    found = [_conflict(story, [told[i] for i in part], severity, pairs.readings) for part, severity in gather(links)]
    return found + durations.find(story, embed)


def _comparable(d: Dating) -> bool:
    bounded = d.time.earliest is not None and d.time.latest is not None
    return bounded and not d.spoken and d.time.granularity not in COARSE and d.head not in PRONOUNS | SPELLS


def _elsewhen(annotated: Annotated, d: Dating) -> bool:
    """Whether a day is any such day ("on a Friday"), or of a year that its sentence names and that it was not resolved
    to ("in 2019 the ferry ran aground on a Friday")."""
    if INDEFINITE.search(annotated.report.text[: d.time.start]):
        return True
    sentence = annotated.sentence_at(d.time.start)
    mine = Interval(d.time.earliest, d.time.latest)
    years = [
        Interval(t.earliest, t.latest)
        for t in annotated.times
        if sentence and sentence.start <= t.start < sentence.end and t.granularity == "year" and t.earliest and t.latest
    ]
    return bool(years) and not any(y.meets(mine) for y in years)


def _names_event(text: str, d: Dating) -> bool:
    """Whether a day stands before its event and says which one is meant: of "the March 4 quake" and "the April quake"
    neither puts the other elsewhere."""
    behind = re.match(r"[\s-]*(\w+)", text[d.time.end :])
    return behind is not None and bool(d.head) and behind[1].lower() == d.head.split()[-1]


def _one_phrase(a: Dating, b: Dating) -> bool:
    """Whether both are one word of people who are quoted ("tonight" said to two papers is said on any day), or tell of
    each report's own day: two reports of two days that say "today" tell of two days."""
    quoted = a.time.anchor == b.time.anchor == "quote" and a.time.text.lower() == b.time.text.lower()
    return quoted or all(TODAY.fullmatch(d.time.text) for d in (a, b)) or _one_weekday(a.time.text, b.time.text)


def _one_weekday(a: str, b: str) -> bool:
    """Whether both name one day of the week and no date: a later report that still says "Saturday" has it from an
    earlier one more often than it means its own."""
    mine, other = (WEEKDAY.fullmatch(text) for text in (a, b))
    return mine is not None and other is not None and mine[1].lower() == other[1].lower()


def _one_of_several(a: str, b: str) -> bool:
    """Whether one word is the other's plural: a speech on Monday is none of Wednesday's speeches."""
    short, long = sorted((a.lower(), b.lower()), key=len)
    return long in (short + "s", short + "es")


TODAY = re.compile(r"(?:earlier |late[r]? |early )?(?:today|tonight|now|this (?:morning|afternoon|evening|week))", re.I)
"""Words for the day, or the week, on which a report comes out."""
WEEKDAY = re.compile(
    r"(?:the )?(?:early |late )?(?:(?:hours|morning|afternoon|evening|night) of )?"
    r"((?:mon|tues|wednes|thurs|fri|satur|sun)day)\b(?: (?:morning|afternoon|evening|night))?"
    r"(?:,? (?:at |about |around |just |before |after |shortly )*\d[\d.:]* ?(?:[ap]\.?m\.?)?)?",
    re.I,
)
"""A bare day of the week, be it with an hour."""
INDEFINITE = re.compile(r"\b(?:a|an|any|every|some)\s$", re.IGNORECASE)


class Pairs:
    """Judges two datings at a time."""

    def __init__(self, story: Story, told: Sequence[Dating], embed: Embed) -> None:
        self.told, self.mentions = told, story.mentions
        self.claims = {i: g.id for g in story.groups for i in g.members}
        self.clauses: NDArray[np.float32] = embed([d.about for d in told])
        self.heads: NDArray[np.float32] = embed([d.head for d in told])
        self.undated = {
            r.report.id for r in story.reports if _several_days(r.report.published.earliest, r.report.published.latest)
        }
        self.others = [frozenset(re.findall(r"[a-z]+", d.about.lower())) & ANOTHER for d in told]
        texts = {r.report.id: r.report.text for r in story.reports}
        self.naming = [_names_event(texts[d.report], d) for d in told]

    def judge(self, i: int, j: int) -> Severity | None:
        """How two datings part: None where they date two events, or one in one wording."""
        a, b = self.told[i], self.told[j]
        if a.report == b.report or a.role != b.role or self.others[i] != self.others[j]:
            return None
        sure = self._one_event(i, j)
        if sure is None or (self.naming[i] and self.naming[j]) or _one_phrase(a, b):
            return None
        clock = self._clocks(a, b)
        if clock is not None:
            return None if not clock else ("conflict" if sure else "tension")
        if a.time.anchor == "event" or b.time.anchor == "event":
            return None
        return self._days(a, b, sure)

    def _one_event(self, i: int, j: int) -> bool | None:
        """True: surely one event; False: likely; None: not."""
        head, clause = float(self.heads[i] @ self.heads[j]), float(self.clauses[i] @ self.clauses[j])
        a, b = self.told[i], self.told[j]
        need = LOOSE_CLAUSE if head >= CLEAR_HEAD else SAME_CLAUSE
        if a.heads & b.heads and head >= SAME_HEAD and clause >= need:
            return a.past_perfect == b.past_perfect and not _one_of_several(a.head, b.head)
        one_claim = self.claims.get(a.mention) is not None and self.claims.get(a.mention) == self.claims.get(b.mention)
        shared = set(content_stems(a.about)) & set(content_stems(b.about))
        clocks = a.time.clock is not None and b.time.clock is not None
        if one_claim and clause >= SAME_WORDING and len(shared) > 1:
            return False
        if clocks and shared and clause >= SAME_WORDING:
            return False
        if head >= LIKE_HEAD and clause >= SAME_CLAUSE and a.past_perfect == b.past_perfect:
            return False
        return None

    def _clocks(self, a: Dating, b: Dating) -> bool | None:
        """Whether clock times part; None where one has none or the days do."""
        first, then = a.time.clock, b.time.clock
        if first is None or then is None:
            return None
        if any(ZONED.search(self.mentions[d.mention].text) for d in (a, b)):
            return False
        return clocks_apart(first, then) > CLOCK_SLACK

    def _days(self, a: Dating, b: Dating, sure: bool) -> Severity | None:
        mine, other = self.readings(a), self.readings(b)
        if any(x.meets(y) for x in mine for y in other):
            return "refinement" if sure and self._sharpens(a, b, mine[0], other[0]) else None
        if mine[0].gap(other[0]) > _horizon(a, b):
            return None
        today = any(TODAY.fullmatch(d.time.text) for d in (a, b))
        return "conflict" if sure and not (today and mine[0].gap(other[0]) <= 1) else "tension"

    def _sharpens(self, a: Dating, b: Dating, mine: Interval, other: Interval) -> bool:
        """Whether one dating makes the other more exact: other days, and neither so wide that it says little."""
        one_claim = self.claims.get(a.mention) is not None and self.claims.get(a.mention) == self.claims.get(b.mention)
        return mine != other and (one_claim or max(_length(mine), _length(other)) <= WIDE_DAYS)

    def readings(self, d: Dating) -> list[Interval]:
        """The day intervals that a dating may mean: all its readings where the report's own day is not known."""
        chosen = [Interval(d.time.earliest, d.time.latest)]
        open_day = d.report in self.undated and d.time.anchor in ("publication", "quote")
        if open_day or LOOSE.match(d.time.text):
            chosen += [Interval(c.earliest, c.latest) for c in d.time.candidates if c.earliest and c.latest]
        return [_widened(x, d) for x in dict.fromkeys(chosen)]


def _several_days(earliest: str | None, latest: str | None) -> bool:
    return earliest is None or earliest != latest


def _widened(of: Interval, d: Dating) -> Interval:
    """A night belongs to two days: "overnight" reaches back into the day before, "Friday night" on into the next."""
    if not d.time.value.endswith("TNI") or of.earliest is None or of.latest is None:
        return of
    back = d.time.text.lower() == "overnight"
    low = date.fromisoformat(of.earliest).toordinal() - back
    high = date.fromisoformat(of.latest).toordinal() + (not back)
    return Interval(date.fromordinal(low).isoformat(), date.fromordinal(high).isoformat())


def _length(of: Interval) -> int:
    """Days of an interval with both ends."""
    return date.fromisoformat(of.latest or "").toordinal() - date.fromisoformat(of.earliest or "").toordinal() + 1


def _horizon(a: Dating, b: Dating) -> int:
    years = a.time.granularity == b.time.granularity == "year"
    return HORIZON_YEARS * 366 if years else HORIZON_DAYS


def _conflict(story: Story, told: Sequence[Dating], severity: Severity, readings: Readings) -> Conflict:
    sides, why = evidence(story, told, None if severity == "refinement" else readings)
    verb = {
        "conflict": "No reading of these shares a day",
        "tension": "These share no day, if they date one event",
        "refinement": "These can all hold; one is more exact",
    }[severity]
    return conflict("date", severity, sides, f"{verb}: {why}.")
