"""The join: which mentions tell the same claim."""

from importlib import resources

import msgspec
import numpy as np
from numpy.typing import NDArray

from crossread.align import candidates, features, profile
from crossread.align.cluster import average_link
from crossread.model.story import Grouped, Story
from crossread.model.vector import Embed, ScorePairs


class Weights(msgspec.Struct, frozen=True):
    """A logistic model over ``features.NAMES``, and the mean probability two clusters must reach to be joined."""

    weights: dict[str, float]
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

    def __init__(self, embed: Embed, score: ScorePairs | None = None, weights: Weights | None = None) -> None:
        self._embed = embed
        self._score = score
        self._weights = weights or load()

    def __call__(self, story: Story) -> Story:
        """The story with its mentions partitioned into claims, and restatements marked."""
        if not story.mentions:
            return story
        pairs, probabilities, apart = self.score(story)
        scores = {(int(i), int(j)): float(p) for (i, j), p in zip(pairs.tolist(), probabilities.tolist(), strict=True)}
        clusters = average_link(len(story.mentions), scores, apart, self._weights.threshold)
        return _grouped(story, clusters)

    def score(self, story: Story) -> Scored:
        """The candidate pairs, the probability that each tells one claim, and the pairs that may never be joined."""
        profiles = profile.build(story, self._embed)
        pairs, hub = candidates.find(profiles)
        x = features.matrix(profiles, pairs, hub)
        return without_clashes(pairs, 1 / (1 + np.exp(-(x @ self._weights.vector()))), x)


def without_clashes(pairs: NDArray[np.int64], probabilities: NDArray[np.float64], x: NDArray[np.float64]) -> Scored:
    """Set apart pairs that cannot tell one claim: figures for one thing that are disjoint (another value in the same
    slot is another claim), who somebody is against what happened, and a denial against what it denies."""
    clash = np.any([x[:, features.NAMES.index(name)] > 0 for name in APART], axis=0)
    return pairs, probabilities, [(int(i), int(j)) for i, j in pairs[clash].tolist()]


APART = ("number_clashes", "role_differs", "denied_differs")
"""Features that forbid a join."""


def _grouped(story: Story, clusters: list[tuple[int, ...]]) -> Story:
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
