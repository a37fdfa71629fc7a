"""Cannot-links: pairs of mentions that never share a claim, however alike they read."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from crossread.align import features
from crossread.align.profile import Profiles
from crossread.model.interval import Interval
from crossread.model.mention import Mention
from crossread.model.opposites import OPPOSABLE, OPPOSITES, opposed, part_ways
from crossread.model.report import Report
from crossread.model.story import Story
from crossread.model.time import ZONED, TimeExpression, clocks_apart

NEVER = ("number_clashes", "role_differs", "together")
"""Features that forbid a join: figures for one thing that are disjoint (another value in the same slot is another
claim), who somebody is against what happened, and two stretches of one sentence, which are told apart because each
tells something of its own (of 4,924 such pairs in the corpus' train and dev keys 15 are one claim)."""
CONTRADICTS = 2
"""The pair model's column for a contradiction."""
AGREED = 0.2
"""Probability of a contradiction under which two of unlike polarity agree: "refused to step down" and "did not step
down" are one claim, "stepped down" is another. Pair F1 on corpus dev .487 to .501."""
YEAR = re.compile(r"\b[12]\d{3}\b")
RETELLING = re.compile(r"^when\b|\b(?:same|earlier|previous|last|another)\b", re.I)
"""Words of what is told of another time. Of the joins of such with what has no day, on corpus train and dev, that this
forbids eight are right and five wrong: an old event told as this one misleads more than one told twice."""
FAR_APART = 180
"""Days: of the joins on 44 corpus stories that this forbids three are wrong and none is right; without a year in
figures, where a month may be read in the wrong year, ten are wrong and eight right."""
OTHER_TIME = 10
"""Minutes: of 588 pairs of key mentions that are further apart (corpus train and dev), three are of one claim."""


def by_features(x: NDArray[np.float64], likely: NDArray[np.bool_], told: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which pairs their features keep apart, shape (n,).

    ``x`` are the features, ``likely`` tells which pairs would be joined on their own account, ``told`` is what the pair
    model says of each, shape (n, 4), -1 where it was not asked.
    """
    contradicts = told[:, CONTRADICTS]
    agreed = likely & (contradicts >= 0) & (contradicts < AGREED)
    polarity, denied = _has(x, "polarity_differs"), _has(x, "denied_differs")
    never = np.any([_has(x, name) for name in NEVER], axis=0)
    # "No call was made" and a denial of "a call was made" agree: both differ.
    return np.asarray(never | (denied & ~polarity) | (polarity & ~agreed))


def _has(x: NDArray[np.float64], name: str) -> NDArray[np.bool_]:
    return np.asarray(x[:, features.NAMES.index(name)] > 0)


def by_story(story: Story, profiles: Profiles, pairs: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which pairs (n, 2) their days, clock times or predicates keep apart, shape (n,)."""
    tests = (_years_apart(story), _hours_apart(story), _opposed(profiles))
    return np.array([any(test(i, j) for test in tests) for i, j in pairs.tolist()], np.bool_)


Test = Callable[[int, int], bool]
"""Whether two mentions, by their numbers, are apart."""


class _Dated(NamedTuple):
    """When a mention says that something was: the days of all its times, of those that name a year, and whether it
    tells an old event again."""

    days: list[Interval]
    years: list[Interval]
    old: bool


def _years_apart(story: Story) -> Test:
    """One names a year and the other a day far from it: an old event told again is another claim."""
    inside = _within(story, {a.report.id: a.dated for a in story.reports})
    reports = {a.report.id: a.report for a in story.reports}
    dated = [_dated(m, times, reports[m.report]) for m, times in zip(story.mentions, inside, strict=True)]

    def test(i: int, j: int) -> bool:
        a, b = dated[i], dated[j]
        retold = (a.old and not b.days) or (b.old and not a.days)
        return retold or _is_far(a.years, b.days) or _is_far(b.years, a.days)

    return test


def _dated(mention: Mention, times: list[TimeExpression], report: Report) -> _Dated:
    days = [Interval(t.earliest, t.latest) for t in times]
    years = [day for t, day in zip(times, days, strict=True) if YEAR.search(t.text)]
    published = Interval(report.published.earliest, report.published.latest)
    of_old = published.earliest is not None and RETELLING.search(mention.text) is not None
    return _Dated(days, years, of_old and _is_far(years, [published]))


def _is_far(years: list[Interval], days: list[Interval]) -> bool:
    """Whether one of some years is far from all of some days."""
    return bool(days) and any(all(year.gap(day) >= FAR_APART for day in days) for year in years)


def _hours_apart(story: Story) -> Test:
    """They put what they tell at two times of the clock."""
    inside = _within(story, {a.report.id: [t for t in a.times if t.clock is not None] for a in story.reports})
    clocks = [
        [] if ZONED.search(m.text) else [t.clock for t in times if t.clock is not None]
        for m, times in zip(story.mentions, inside, strict=True)
    ]
    return lambda i, j: bool(clocks[i]) and bool(clocks[j]) and is_apart(clocks[i], clocks[j])


def is_apart(mine: list[int], others: list[int]) -> bool:
    """Whether no two of some clock times (minutes) are near one another."""
    return all(clocks_apart(a, b) >= OTHER_TIME for a in mine for b in others)


def _within(story: Story, times: Mapping[str, list[TimeExpression]]) -> list[list[TimeExpression]]:
    """Of some times of each report, those within each mention."""
    return [[t for t in times[m.report] if m.start <= t.start and t.end <= m.end] for m in story.mentions]


def _opposed(profiles: Profiles) -> Test:
    """One tells the opposite of what the other does: doors that are open and doors that are locked are two claims, in
    the predicate or below it ("stays open", "was seen closed"). Of the joins on the corpus' train and dev stories and
    the real ones that words below the predicate forbid, nine are wrong and three right."""
    heads = [row.head for row in profiles.rows]
    held = [(row.own & OPPOSABLE) - ORDERING for row in profiles.rows]

    def test(i: int, j: int) -> bool:
        below = bool(held[i] and held[j]) and opposed(held[i], held[j])
        ways = part_ways(profiles.rows[i].own, profiles.rows[j].own)
        return below or ways or frozenset((heads[i], heads[j])) in OPPOSITES

    return test


ORDERING = frozenset({"first", "last", "befor", "after", "buy", "sell"})
"""Stems of opposites that both may stand in tellings of one thing."""
