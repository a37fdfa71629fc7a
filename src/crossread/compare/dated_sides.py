"""Datings of one event as the sides of a conflict, with the reading that each stands on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from crossread.compare.pairs import listed
from crossread.model.conflict import Severity, Side
from crossread.model.dating import Dating
from crossread.model.interval import Interval
from crossread.model.mention import Mention
from crossread.model.span import Span
from crossread.model.story import Story
from crossread.model.time import TimeExpression

GRAVITY: dict[Severity, int] = {"conflict": 0, "tension": 1, "refinement": 2}
LONG_MENTION = 90
"""Characters: a side quotes a longer mention only from the word dated to its date."""


def gather(links: Sequence[tuple[int, int, Severity]]) -> list[tuple[list[int], Severity]]:
    """What parts by one severity, put together: sorted indices of each event, the gravest severity first."""
    parent: dict[int, int] = {}

    def root(i: int) -> int:
        parent.setdefault(i, i)
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    out: list[tuple[list[int], Severity]] = []
    for severity in GRAVITY:
        parent.clear()
        for i, j, _ in [x for x in links if x[2] == severity]:
            a, b = root(i), root(j)
            parent[max(a, b)] = min(a, b)
        for first in sorted({root(i) for i in list(parent)}):
            members = sorted(i for i in list(parent) if root(i) == first)
            if not any(set(members) <= set(known) for known, _ in out):
                out.append((members, severity))
    return out


Readings = Callable[[Dating], Sequence[Interval]]
"""The day intervals that a dating may mean, the preferred one first."""


def evidence(story: Story, told: Sequence[Dating], readings: Readings | None = None) -> tuple[list[Side], str]:
    """The sides of a conflict, and in words what each report says.

    Datings of one reading are one side; given ``readings``, so are datings that have some day in common, for what can
    agree agrees.
    """
    claims = {i: g.id for g in story.groups for i in g.members}
    sides, words = [], []
    for days, same in _agreeing(told, readings):
        first = same[0]
        value = in_words(first.time) if days is None else _span(days)
        spans = tuple(words_of(story.mentions[d.mention], d) for d in same)
        sides.append(Side(value, claims.get(first.mention), spans))
        words.append(listed([f"{d.report} “{d.time.text}”" for d in same]))
        words[-1] += f" ({value}{_why(first.time, days)})"
    return sides, "; ".join(words)


def _agreeing(told: Sequence[Dating], readings: Readings | None) -> list[tuple[Interval | None, list[Dating]]]:
    """Groups of datings, with the days they agree on where readings are given."""
    exact: dict[tuple[str, str], list[Dating]] = {}
    for d in told:
        exact.setdefault(_key(d), []).append(d)
    if readings is None:
        return [(None, same) for same in exact.values()]
    out: list[tuple[list[Interval], list[Dating]]] = []
    for same in exact.values():
        mine = list(readings(same[0])) if same[0].time.clock is None else []
        for n, (days, others) in enumerate(out):
            common = [_common(x, y) for x in days for y in mine if x.meets(y)]
            if common:
                out[n] = (common, others + same)
                break
        else:
            out.append((mine, same))
    return [(days[0] if days else None, same) for days, same in out]


def _common(a: Interval, b: Interval) -> Interval:
    low = max((x for x in (a.earliest, b.earliest) if x), default=None)
    high = min((x for x in (a.latest, b.latest) if x), default=None)
    return Interval(low, high)


def _span(days: Interval) -> str:
    return days.earliest or "" if days.earliest == days.latest else f"{days.earliest or '…'} to {days.latest or '…'}"


def _key(d: Dating) -> tuple[str, str]:
    clock = d.time.clock
    return (f"{clock}", "") if clock is not None else (d.time.earliest or "", d.time.latest or "")


def _why(time: TimeExpression, days: Interval | None) -> str:
    """The reason of the reading that is shown."""
    for candidate in time.candidates:
        if days is None or Interval(candidate.earliest, candidate.latest).meets(days):
            return f", {candidate.why}" if candidate.why else ""
    return ""


def in_words(time: TimeExpression) -> str:
    """The days, or the clock time, as figures."""
    clock = time.clock
    if clock is not None:
        return f"{clock // 60:02d}:{clock % 60:02d}"
    return _span(Interval(time.earliest, time.latest))


def words_of(mention: Mention, d: Dating) -> Span:
    """The exact words: the mention, or of a long one the part from the event's head to its date."""
    if mention.end - mention.start <= LONG_MENTION or not d.head:
        return Span(mention.report, mention.start, mention.end, mention.text)
    start, end = d.time.start, d.time.end
    low = mention.text.lower()
    for word in d.head.split():
        at = low.find(word)
        if at >= 0:
            start, end = min(start, mention.start + at), max(end, mention.start + at + len(word))
    return Span(mention.report, start, end, mention.text[start - mention.start : end - mention.start])
