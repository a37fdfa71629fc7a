"""The join: which mentions tell the same claim."""

from collections.abc import Sequence
from importlib import resources

import msgspec
import numpy as np
from numpy.typing import NDArray

from crossread.align import apart, candidates, details, features, profile, stock, sure, verbatim
from crossread.align.cluster import average_link
from crossread.model.story import Grouped, Story
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


Scored = tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.bool_]]
"""Pairs (n, 2), their probabilities (n,), and which of them may never share a claim (n,)."""


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
        """The story with its mentions partitioned into claims, restatements marked, and details that reports share."""
        if not story.mentions:
            return story
        pairs, chances, barred = self.score(story)
        clusters = joined(len(story.mentions), pairs, chances, barred, self._weights.threshold)
        story = grouped(story, in_roles(story, clusters))
        story = msgspec.structs.replace(story, groups=sure.parted(story.groups, sure.scores(pairs, chances, barred)))
        return msgspec.structs.replace(story, detailed=details.grouped(story, pairs, chances, barred))

    def score(self, story: Story) -> Scored:
        """The candidate pairs, the probability that each tells one claim, and the pairs that may never be joined."""
        profiles = profile.build(story, self._embed, self._place)
        open_cause, same_words = stock.pairs(story.mentions), verbatim.pairs(story.mentions)
        pairs, hub = candidates.find(profiles, open_cause | same_words)
        x = features.matrix(profiles, pairs, hub)
        first = x @ self._weights.vector()
        rows = candidates.rows(open_cause, pairs)
        first[rows] = np.maximum(first[rows], stock.ODDS)
        told = asked(story, pairs, first, self._ask, rows)
        w = np.array([self._weights.second[name] for name in SECOND])
        chances = probabilities(first, told, w)
        again = candidates.rows(same_words, pairs)
        chances[again] = np.maximum(chances[again], verbatim.CHANCE)
        x[rows, features.NAMES.index("polarity_differs")] = 0  # "unclear" and "not known" agree
        unlike = apart.by_features(x, chances >= self._weights.threshold, told)
        agree = [x[again, features.NAMES.index(name)] == 0 for name in ("polarity_differs", "denied_differs")]
        unlike[again[agree[0] & agree[1]]] = False  # whatever a pronoun among the words was read as
        barred = unlike | apart.by_story(story, profiles, pairs)
        return pairs, chances, barred


def joined(
    count: int, pairs: NDArray[np.int64], chances: NDArray[np.float64], barred: NDArray[np.bool_], threshold: float
) -> list[tuple[int, ...]]:
    """``count`` mentions in clusters."""
    told = [(int(i), int(j)) for i, j in pairs.tolist()]
    scores = dict(zip(told, chances.tolist(), strict=True))
    return average_link(count, scores, [told[k] for k in np.flatnonzero(barred).tolist()], threshold)


def asked(
    story: Story,
    pairs: NDArray[np.int64],
    first: NDArray[np.float64],
    ask: ScorePairs,
    always: Sequence[int] | NDArray[np.int64] = (),
) -> NDArray[np.float64]:
    """What the pair model says of the likelier pairs and of the rows ``always``, shape (pairs, 4); rows of -1 where it
    was not asked."""
    told = np.full((len(pairs), 4), -1.0)
    likely = np.argsort(-first, kind="stable")[: int(ASKED_PER_MENTION * len(story.mentions))]
    likely = likely[1 / (1 + np.exp(-first[likely])) >= LEAST_FIRST]
    rows = np.union1d(likely, np.asarray(always, np.int64))
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
    """The story with its mentions in these clusters; a second mention of a claim in one report restates it. What stands
    in a passage of repetition counts where the report tells the claim nowhere else."""
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
        for i in members:
            if mentions[i].report not in seen:
                mentions[i] = msgspec.structs.replace(mentions[i], restates=False)
                seen.add(mentions[i].report)
    return msgspec.structs.replace(story, mentions=tuple(mentions), groups=groups)
