"""How likely two figures of two reports count one thing of one event: a logistic model over what they share.

Rules on the counted noun (``numbers.py``) miss a figure told by another noun ("121 people", "121 passengers"), by none
("18 tonnes"), or in a clause of other words. The model weighs slot, wording, names and which other figures the two
reports tell. Its weights (``number_pairs.toml``) are learned by ``python -m training.number_pairs`` on corpus train.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Sequence
from importlib import resources
from math import exp, log

import numpy as np
from numpy.typing import NDArray

from crossread.compare.counted import LASTING, PERSONS, Count
from crossread.compare.pairs import embedded
from crossread.model.stems import content_stems
from crossread.model.story import Story
from crossread.model.vector import Embed

_TABLE = tomllib.loads(resources.files("crossread.compare").joinpath("number_pairs.toml").read_text("utf-8"))
WEIGHTS: dict[str, float] = _TABLE["weights"]
MONEY = re.compile(r"[A-Z]{3}$")
NEAR = 0.2
"""Least mean cosine of noun, clause and sentence of a pair that is weighed; on the corpus others rarely pass."""
NO_RIVAL = -0.5
"""How much less alike a rival is taken to be where a report has no other figure of the unit."""
FAR_RATIO = 3.0
"""The logarithm of how far apart two figures are where one is nought."""


class Likeness:
    """The features of two figures of one story, and the chance that they count one thing."""

    def __init__(self, story: Story, told: Sequence[Count], clauses: NDArray[np.float32], embed: Embed) -> None:
        self.told = told
        self._sentences = embedded([c.around for c in told], embed)
        nouns = embedded([c.quantity.counted or "" for c in told], embed)
        self._near = (clauses @ clauses.T + self._sentences @ self._sentences.T + nouns @ nouns.T) / 3
        self._stems = [frozenset(content_stems(c.about)) for c in told]
        seen = Counter(s for stems in self._stems for s in stems)
        self._weight = {s: log(1 + len(told) / n) for s, n in seen.items()}
        self._sources = [_source(story, c) for c in told]
        self._backing = _backing(told)
        self._of: dict[tuple[str, str | None], list[int]] = defaultdict(list)
        for k, c in enumerate(told):
            self._of[c.report, c.quantity.unit].append(k)

    def chance(self, i: int, j: int) -> float:
        """The probability that the two figures count one thing."""
        told = self.features(i, j)
        return 1 / (1 + exp(-sum(WEIGHTS.get(name, 0.0) * value for name, value in told.items())))

    def near(self, i: int, j: int) -> bool:
        """Whether two figures are alike enough to be worth weighing."""
        return bool(self._near[i, j] >= NEAR)

    def features(self, i: int, j: int) -> dict[str, float]:
        """What speaks for or against one thing counted, by name."""
        a, b = self.told[i], self.told[j]
        unit = a.quantity.unit or ""
        money = bool(MONEY.match(unit))
        rivals = sorted((self._rival(i, j), self._rival(j, i)))
        return {
            "bias": 1.0,
            "slot": float(a.slot == b.slot and bool(a.quantity.counted and b.quantity.counted)),
            "persons": float(_persons(a) and _persons(b)),
            "sentence": float(self._sentences[i] @ self._sentences[j]),
            "clause_stems": self._overlap(i, j),
            "names": float(bool(a.names & b.names)),
            "names_clash": float(bool(a.names and b.names and not a.names & b.names)),
            "rival": rivals[1],
            "rival_other": rivals[0],
            "ratio": _apart(a, b),
            "sources": float(self._sources[i] != self._sources[j]),
            "backed": log(max(self._backing[i], self._backing[j])),
            "odd": float(min(self._backing[i], self._backing[j]) == 1),
            "exact": float(not a.quantity.approximate and not b.quantity.approximate),
            "money": float(money),
            "lasting": float(unit == LASTING),
            "measured": float(unit not in ("", "%", LASTING) and not money),
        }

    def _rival(self, i: int, j: int) -> float:
        """How much more alike to ``i`` than ``j`` the nearest other figure of ``j``'s report is; below 0: less."""
        a, b = self.told[i], self.told[j]
        others = [
            float(self._near[i, k]) for k in self._of[b.report, a.quantity.unit] if figure(self.told[k]) != figure(b)
        ]
        return max(max(others) - float(self._near[i, j]), NO_RIVAL) if others else NO_RIVAL

    def _overlap(self, i: int, j: int) -> float:
        """Common stems of two clauses, each by how rare it is (Dice)."""
        a, b = self._stems[i], self._stems[j]
        total = sum(self._weight[s] for s in sorted(a)) + sum(self._weight[s] for s in sorted(b))
        return 2 * sum(self._weight[s] for s in sorted(a & b)) / total if total else 0.0


def figure(c: Count) -> tuple[float | None, float | None, str | None]:
    """What a figure says, whatever it counts."""
    return (c.quantity.min, c.quantity.max, c.quantity.unit)


def _backing(told: Sequence[Count]) -> list[int]:
    """How many reports tell each figure."""
    tellers: dict[tuple[float | None, float | None, str | None], set[str]] = {}
    for c in told:
        tellers.setdefault(figure(c), set()).add(c.report)
    return [len(tellers[figure(c)]) for c in told]


def _source(story: Story, c: Count) -> str:
    """The innermost source of a figure's mention; "" where it is the report's own voice."""
    chain = story.mentions[c.mention].chain
    return chain[-1].name if len(chain) > 1 else ""


def _persons(c: Count) -> bool:
    return not PERSONS.isdisjoint((c.quantity.counted or "").lower().split()[-1:])


def _apart(a: Count, b: Count) -> float:
    """The logarithm of how many times one figure is the other."""
    low, high = sorted(_middle(c) for c in (a, b))
    return log(high / low) if low > 0 else FAR_RATIO


def _middle(c: Count) -> float:
    ends = [x for x in (c.quantity.min, c.quantity.max) if x is not None]
    return abs(sum(ends) / len(ends)) if ends else 0.0
