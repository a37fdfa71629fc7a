"""The unit model: how likely a stretch of a sentence is to tell one thing, and which stretches stand together."""

from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from typing import Literal

import msgspec
import numpy as np
from numpy.typing import NDArray

SCALE = 100
"""The weights of features are stored as whole hundredths: the file is a third as long, and no choice changes."""

Rank = Literal["clause", "denial", "role", "phrase"]
"""What a stretch is to the choice: "denial" is a clause that hangs on a verb of denying."""
LEAST_DENIAL = 0.1
"""Score from which a denial is told: to deny is to tell, however little is said ("the police denied that")."""
LEAST_ALONE: dict[Rank, float] = {"clause": 0.2, "denial": LEAST_DENIAL, "role": 0.15, "phrase": 0.2}
"""Score from which a stretch is told where nothing else tells its words. On corpus dev 93 % of the key's mentions are
then stood for (91 % without), claims F1 is .518 (.504)."""


class Weights(msgspec.Struct, frozen=True):
    """A network of one hidden layer over features that are there or not (``unit_features``).

    ``features`` gives each its weight to every hidden unit, in hundredths; ``hidden`` holds the units' biases, ``out``
    their weights, ``bias`` the last bias. ``threshold`` is the score from which a stretch tells something; two chosen
    ones overlap by less than ``overlap`` (intersection over union).
    """

    features: dict[str, list[int]]
    hidden: list[float]
    out: list[float]
    bias: float
    threshold: float
    overlap: float


class UnitModel:
    """The network, ready to score."""

    def __init__(self, weights: Weights) -> None:
        self.threshold, self.overlap = weights.threshold, weights.overlap
        self._row = {name: i for i, name in enumerate(weights.features)}
        self._table = np.array(list(weights.features.values()), np.float64).reshape(-1, len(weights.hidden)) / SCALE
        self._hidden, self._out = np.array(weights.hidden), np.array(weights.out)
        self._bias = weights.bias

    def score(self, candidates: Sequence[Sequence[str]]) -> NDArray[np.float64]:
        """Of each candidate, by its features: the share of a claim's words that it is likely to hold, 0 to 1."""
        sums = np.zeros((len(candidates), len(self._hidden)))
        for k, names in enumerate(candidates):
            sums[k] = self._table[[self._row[n] for n in names if n in self._row]].sum(0)
        logit = np.maximum(sums + self._hidden, 0) @ self._out + self._bias
        return np.asarray(1 / (1 + np.exp(-logit)))

    def choose(
        self, places: Sequence[tuple[int, int]], scores: NDArray[np.float64], ranks: Sequence[Rank]
    ) -> list[int]:
        """The stretches that stand, by index: clauses before phrases, the likeliest first, then all that no chosen one
        overlaps too far. A phrase never stands in for the clause that it is a part of.

        A name with its role stands beside the clause that it is a part of: it gives way to its like alone.
        """
        chosen: list[int] = []
        for k in _order(places, scores, ranks):
            if scores[k] < (self.threshold if ranks[k] != "denial" else LEAST_DENIAL):
                continue
            rivals = (c for c in chosen if (ranks[c] == "role") == (ranks[k] == "role"))
            if all(overlap(places[k], places[c]) < self.overlap for c in rivals):
                chosen.append(k)
        return sorted(chosen)

    def left(
        self,
        places: Sequence[tuple[int, int]],
        scores: NDArray[np.float64],
        ranks: Sequence[Rank],
        chosen: Sequence[int],
    ) -> list[int]:
        """Of the words that no chosen stretch tells the likeliest stretches, by index, if they are likely at all."""
        taken = [places[k] for k in chosen]
        out: list[int] = []
        for k in _order(places, scores, ranks):
            if scores[k] >= LEAST_ALONE[ranks[k]] and all(overlap(places[k], other) == 0 for other in taken):
                taken.append(places[k])
                out.append(k)
        return sorted(out)


def _order(places: Sequence[tuple[int, int]], scores: NDArray[np.float64], ranks: Sequence[Rank]) -> list[int]:
    """Clauses before phrases, the likeliest first."""
    return sorted(range(len(places)), key=lambda k: (ranks[k] == "phrase", -scores[k], places[k]))


def overlap(a: tuple[int, int], b: tuple[int, int]) -> float:
    """Intersection over union of two stretches."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return max(0, shared) / (max(a[1], b[1]) - min(a[0], b[0]))


@lru_cache(maxsize=1)
def shipped() -> UnitModel:
    """The model of ``trace/unit_model.json`` (made by ``training/units.py``)."""
    data = resources.files("crossread.trace").joinpath("unit_model.json").read_bytes()
    return UnitModel(msgspec.json.decode(data, type=Weights))
