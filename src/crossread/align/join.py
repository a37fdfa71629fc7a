"""The join: which mentions tell the same claim."""

import re
from collections.abc import Sequence
from importlib import resources

import msgspec
import numpy as np
from numpy.typing import NDArray

from crossread.align import candidates, features, profile, stock
from crossread.align.cluster import average_link
from crossread.model.interval import Interval
from crossread.model.mention import Mention
from crossread.model.opposites import OPPOSITES
from crossread.model.report import Report
from crossread.model.story import Grouped, Story
from crossread.model.time import ZONED, TimeExpression, clocks_apart
from crossread.model.vector import Embed, EmbedMentions, ScorePairs

SECOND = ("bias", "first", "same", "refines", "contradicts")
"""What the second model looks at: the first's log odds, and the pair model's probabilities."""
LEAST_FIRST = 0.01
"""Probability of the first model below which the pair model is not asked."""
ASKED_PER_MENTION = 1.7
"""Pairs asked about for each mention of the story at the most, the likeliest first: bounds the time. With 1, 2, 3 and 8
AP on corpus dev is .634, .639, .643, .645; so many keep the five seeds within 8 s of processor time."""


class Weights(msgspec.Struct, frozen=True):
    """Two logistic models and a threshold.

    ``weights`` are over ``features.NAMES``, ``second`` over ``SECOND``; ``threshold`` is the mean probability that two
    clusters must reach to be joined.
    """

    weights: dict[str, float]
    second: dict[str, float]
    threshold: float

    def vector(self) -> NDArray[np.float64]:
        """The weights in the order of ``features.NAMES``."""
        return np.array([self.weights[name] for name in features.NAMES])


def load() -> Weights:
    """The shipped weights (``align/join.json``; made by ``training/join.py``)."""
    data = resources.files("crossread.align").joinpath("join.json").read_bytes()
    return msgspec.json.decode(data, type=Weights)


Scored = tuple[NDArray[np.int64], NDArray[np.float64], list[tuple[int, int]]]
"""Pairs (n, 2), their probabilities (n,), and the pairs that may never share a claim."""


class Aligner:
    """The stage: a story with mentions to a story with groups."""

    name = "align"
    version = "1"

    def __init__(self, embed: Embed, place: EmbedMentions, ask: ScorePairs, weights: Weights | None = None) -> None:
        self._embed = embed
        self._place = place
        self._ask = ask
        self._weights = weights or load()

    def __call__(self, story: Story) -> Story:
        """The story with its mentions partitioned into claims, and restatements marked."""
        if not story.mentions:
            return story
        pairs, chances, barred = self.score(story)
        scores = {(int(i), int(j)): float(p) for (i, j), p in zip(pairs.tolist(), chances.tolist(), strict=True)}
        clusters = average_link(len(story.mentions), scores, barred, self._weights.threshold)
        return grouped(story, in_roles(story, clusters))

    def score(self, story: Story) -> Scored:
        """The candidate pairs, the probability that each tells one claim, and the pairs that may never be joined."""
        profiles = profile.build(story, self._embed, self._place)
        open_cause = stock.pairs(story.mentions)
        pairs, hub = candidates.find(profiles, open_cause)
        x = features.matrix(profiles, pairs, hub)
        first = x @ self._weights.vector()
        rows = stock.rows(open_cause, pairs)
        first[rows] = np.maximum(first[rows], stock.ODDS)
        told = asked(story, pairs, first, self._ask, rows)
        w = np.array([self._weights.second[name] for name in SECOND])
        x[rows, features.NAMES.index("polarity_differs")] = 0  # "unclear" and "not known" agree
        barred = [
            *apart(pairs, x),
            *_years_apart(story, pairs),
            *_hours_apart(story, pairs),
            *_opposed(profiles, pairs),
        ]
        return pairs, probabilities(first, told, w), barred


def asked(
    story: Story,
    pairs: NDArray[np.int64],
    first: NDArray[np.float64],
    ask: ScorePairs,
    always: NDArray[np.int64] | None = None,
) -> NDArray[np.float64]:
    """What the pair model says of the likelier pairs and of the rows ``always``, shape (pairs, 4); rows of -1 where it
    was not asked."""
    told = np.full((len(pairs), 4), -1.0)
    likely = np.argsort(-first, kind="stable")[: int(ASKED_PER_MENTION * len(story.mentions))]
    likely = likely[1 / (1 + np.exp(-first[likely])) >= LEAST_FIRST]
    rows = np.union1d(likely, always) if always is not None and len(always) else np.sort(likely)
    if len(rows):
        told[rows] = ask(story, [(int(i), int(j)) for i, j in pairs[rows].tolist()])
    return told


def probabilities(
    first: NDArray[np.float64], told: NDArray[np.float64], second: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Of each pair: by the second model where the pair model was asked, by the first's log odds elsewhere."""
    logits = first.copy()
    rows = np.flatnonzero(told[:, -1] >= 0)
    logits[rows] = second_features(first[rows], told[rows]) @ second
    chances: NDArray[np.float64] = 1 / (1 + np.exp(-logits))
    return chances


def second_features(first: NDArray[np.float64], told: NDArray[np.float64]) -> NDArray[np.float64]:
    """The columns of ``SECOND``, shape (n, 5)."""
    return np.column_stack([np.ones(len(first)), first, told[:, :3]])


def apart(pairs: NDArray[np.int64], x: NDArray[np.float64]) -> list[tuple[int, int]]:
    """Pairs that cannot tell one claim: figures for one thing that are disjoint (another value in the same slot is
    another claim), who somebody is against what happened, a denial against what it denies, and two stretches of one
    sentence, which are told apart because each tells something of its own (of 4,924 such pairs in the corpus' train and
    dev keys 15 are one claim)."""
    clash = np.any([x[:, features.NAMES.index(name)] > 0 for name in APART], axis=0)
    return [(int(i), int(j)) for i, j in pairs[clash].tolist()]


def _years_apart(story: Story, pairs: NDArray[np.int64]) -> list[tuple[int, int]]:
    """Pairs of which one names a year and the other a day far from it: an old event told again is another claim."""
    dated = {a.report.id: a.dated for a in story.reports}
    days = [[t for t in dated[m.report] if m.start <= t.start and t.end <= m.end] for m in story.mentions]
    reports = {a.report.id: a.report for a in story.reports}
    old = [_is_retold(m, some, reports[m.report]) for m, some in zip(story.mentions, days, strict=True)]
    out = []
    for i, j in pairs.tolist():
        mine, other = days[i], days[j]
        retold = (old[i] and not other) or (old[j] and not mine)
        if retold or _is_far(mine, other) or _is_far(other, mine):
            out.append((int(i), int(j)))
    return out


def _is_retold(mention: Mention, days: list[TimeExpression], report: Report) -> bool:
    """Whether a mention speaks of an event of the same kind as the story's, years before its report came out."""
    published = Interval(report.published.earliest, report.published.latest)
    return published.earliest is not None and RETELLING.search(mention.text) is not None and _is_far(days, [published])


def _is_far(years: list[TimeExpression], days: Sequence[TimeExpression | Interval]) -> bool:
    """Whether one of some times names a year that is far from all of some others."""
    named = (Interval(t.earliest, t.latest) for t in years if YEAR.search(t.text))
    others = [Interval(t.earliest, t.latest) for t in days]
    return bool(others) and any(all(year.gap(day) >= FAR_APART for day in others) for year in named)


def _hours_apart(story: Story, pairs: NDArray[np.int64]) -> list[tuple[int, int]]:
    """Pairs that put what they tell at two times of the clock."""
    clocks = {a.report.id: [(t, t.clock) for t in a.times if t.clock is not None] for a in story.reports}
    told = [
        [n for t, n in clocks[m.report] if m.start <= t.start and t.end <= m.end] if not ZONED.search(m.text) else []
        for m in story.mentions
    ]
    return [(i, j) for i, j in pairs.tolist() if told[i] and told[j] and _is_apart(told[i], told[j])]


def _is_apart(mine: list[int], others: list[int]) -> bool:
    """Whether no two of some clock times (minutes) are near one another."""
    return all(clocks_apart(a, b) >= OTHER_TIME for a in mine for b in others)


def _opposed(profiles: profile.Profiles, pairs: NDArray[np.int64]) -> list[tuple[int, int]]:
    """Pairs whose predicates are opposites: doors that are open and doors that are locked are two claims."""
    heads = [row.head for row in profiles.rows]
    return [(int(i), int(j)) for i, j in pairs.tolist() if frozenset((heads[i], heads[j])) in OPPOSITES]


YEAR = re.compile(r"\b[12]\d{3}\b")
RETELLING = re.compile(r"^when\b|\b(?:same|earlier|previous|last|another)\b", re.I)
"""Words of what is told of another time. Of the joins of such with what has no day, on corpus train and dev, that this
forbids eight are right and five wrong: an old event told as this one misleads more than one told twice."""
FAR_APART = 180
"""Days: of the joins on 44 corpus stories that this forbids three are wrong and none is right; without a year in
figures, where a month may be read in the wrong year, ten are wrong and eight right."""
OTHER_TIME = 10
"""Minutes: of 588 pairs of key mentions that are further apart (corpus train and dev), three are of one claim."""
APART = ("number_clashes", "role_differs", "denied_differs", "polarity_differs", "together")
"""Features that forbid a join."""


def in_roles(story: Story, clusters: list[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """Clusters in which a phrase that nobody else tells joins the role that holds it: "a former driver" tells nothing
    besides "Varga, a former driver"."""
    home = {i: n for n, members in enumerate(clusters) for i in members}
    roles: dict[str, list[int]] = {}
    for i, m in enumerate(story.mentions):
        if m.form == "role":
            roles.setdefault(m.report, []).append(i)
    out = [list(members) for members in clusters]
    for n, members in enumerate(clusters):
        m = story.mentions[members[0]]
        if len(members) > 1 or m.form != "phrase":
            continue
        beside = ((i, story.mentions[i]) for i in roles.get(m.report, ()))
        holding = next((i for i, r in beside if r.start <= m.start and m.end <= r.end), None)
        if holding is not None:
            out[home[holding]] += out[n]
            out[n] = []
    return [tuple(sorted(members)) for members in out if members]


def grouped(story: Story, clusters: list[tuple[int, ...]]) -> Story:
    """The story with its mentions in these clusters; a second mention of a claim in one report restates it."""
    width = max(3, len(str(len(clusters))))
    groups = tuple(Grouped(f"c{n:0{width}d}", members) for n, members in enumerate(clusters, 1))
    mentions = list(story.mentions)
    for members in clusters:
        seen: set[str] = set()
        for i in members:
            if mentions[i].report in seen:
                mentions[i] = msgspec.structs.replace(mentions[i], restates=True)
            elif not mentions[i].restates:
                seen.add(mentions[i].report)
    return msgspec.structs.replace(story, mentions=tuple(mentions), groups=groups)
