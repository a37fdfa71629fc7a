"""Datings of one event as the sides of a conflict, with the reading that each stands on."""

from __future__ import annotations

import re
from collections.abc import Sequence

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
CLOCK = re.compile(r"T(\d\d):(\d\d)")


def clock_of(time: TimeExpression) -> int | None:
    """Minutes after midnight, where the expression tells a clock time."""
    told = CLOCK.search(time.value)
    return int(told[1]) * 60 + int(told[2]) if told else None


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


def evidence(story: Story, told: Sequence[Dating]) -> tuple[list[Side], str]:
    """One side for each different reading, and in words what each report says."""
    claims = {i: g.id for g in story.groups for i in g.members}
    groups: dict[tuple[str, str], list[Dating]] = {}
    for d in told:
        groups.setdefault(_key(d), []).append(d)
    sides, words = [], []
    for same in groups.values():
        first = same[0]
        spans = tuple(words_of(story.mentions[d.mention], d) for d in same)
        sides.append(Side(in_words(first.time), claims.get(first.mention), spans))
        reports = " and ".join(dict.fromkeys(d.report for d in same))
        words.append(f"{reports} “{first.time.text}” ({in_words(first.time)}{_why(first.time)})")
    return sides, "; ".join(words)


def _key(d: Dating) -> tuple[str, str]:
    clock = clock_of(d.time)
    return (f"{clock}", "") if clock is not None else (d.time.earliest or "", d.time.latest or "")


def _why(time: TimeExpression) -> str:
    reason = time.candidates[0].why if time.candidates else ""
    return f", {reason}" if reason else ""


def in_words(time: TimeExpression) -> str:
    """The days, or the clock time, as figures."""
    clock = clock_of(time)
    if clock is not None:
        return f"{clock // 60:02d}:{clock % 60:02d}"
    days = Interval(time.earliest, time.latest)
    if days.earliest == days.latest:
        return days.earliest or ""
    return f"{days.earliest or '…'} to {days.latest or '…'}"


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
