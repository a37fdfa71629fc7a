"""Features of a pair of mentions: how alike what they tell is, and in what they differ."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from crossread.align.profile import Profile, Profiles

NAMES = (
    "bias", "cosine", "sentence_cosine", "placed_cosine", "margin", "placed_margin", "words_alike", "word_apart",
    "neighbours", "dice", "containment", "own_dice", "own_containment",
    "own_stems", "names", "names_clash", "head", "figures_agree", "figures_clash", "number_agrees", "number_clashes",
    "polarity_differs", "quoted_alike", "quoted_words", "length", "one_report", "role_alike", "role_differs",
    "denied_differs", "source_alike", "source_clashes", "together",
)  # fmt: skip


def matrix(profiles: Profiles, pairs: NDArray[np.int64], hub: NDArray[np.float32]) -> NDArray[np.float64]:
    """Features of pairs, shape (pairs, len(NAMES)).

    ``hub`` is each mention's mean cosine with its nearest neighbours: a mention near to all is near to none (CSLS,
    Conneau et al. 2018).
    """
    left, right = pairs[:, 0], pairs[:, 1]
    out = np.zeros((len(pairs), len(NAMES)))
    out[:, 0] = 1.0
    for column, vectors in enumerate((profiles.vectors, profiles.sentences, profiles.placed.vectors), 1):
        out[:, column] = np.einsum("ij,ij->i", vectors[left], vectors[right])
    out[:, 4] = 2 * out[:, 1] - hub[left, 0] - hub[right, 0]
    out[:, 5] = 2 * out[:, 3] - hub[left, 1] - hub[right, 1]
    out[:, 6:8] = _word_by_word(profiles.placed.words, pairs)
    out[:, 8] = _neighbours(profiles, pairs)
    for k, (i, j) in enumerate(pairs.tolist()):
        out[k, SYMBOLIC:] = _symbolic(profiles.rows[i], profiles.rows[j], profiles.idf)
    return out


SYMBOLIC = NAMES.index("dice")
"""From here on the features come from words, names and figures."""


def _word_by_word(words: Sequence[NDArray[np.float16]], pairs: NDArray[np.int64]) -> NDArray[np.float64]:
    """Each word's best cosine on the other side (late interaction; Khattab and Zaharia 2020), shape (n, 2): the mean
    over the side that is better covered, and the worst word of either."""
    out = np.zeros((len(pairs), 2))
    full = [w.astype(np.float32) for w in words]
    for k, (i, j) in enumerate(pairs.tolist()):
        if len(full[i]) and len(full[j]):
            cosines = full[i] @ full[j].T
            mine, other = cosines.max(axis=1), cosines.max(axis=0)
            out[k] = max(mine.mean(), other.mean()), min(mine.min(), other.min())
    return out


def _neighbours(profiles: Profiles, pairs: NDArray[np.int64]) -> NDArray[np.float64]:
    """The better cosine of the mentions before, or behind, both: reports tell one story in like order. (n,)."""
    order = sorted(range(len(profiles.rows)), key=lambda i: (profiles.rows[i].report, profiles.rows[i].start))
    beside = np.full((len(order), 2), -1)
    for a, b in pairwise(order):
        if profiles.rows[a].report == profiles.rows[b].report:
            beside[a, 1], beside[b, 0] = b, a
    vectors = profiles.placed.vectors
    out = np.zeros(len(pairs))
    for side in (0, 1):
        i, j = beside[pairs[:, 0], side], beside[pairs[:, 1], side]
        rows = np.flatnonzero((i >= 0) & (j >= 0))
        out[rows] = np.maximum(out[rows], np.einsum("ij,ij->i", vectors[i[rows]], vectors[j[rows]]))
    return out


def _symbolic(a: Profile, b: Profile, idf: dict[str, float]) -> list[float]:
    agrees, clashes = number_relation(a, b)
    both_quoted = a.quoted and b.quoted
    return [
        *_overlap(a.stems, b.stems, idf),
        *_overlap(a.own, b.own, idf),
        min(len(a.own), len(b.own), LONG) / LONG,
        len(a.names & b.names) / max(1, min(len(a.names), len(b.names))),
        float(bool(a.names) and bool(b.names) and not a.names & b.names),
        float(bool(a.head) and a.head == b.head),
        float(bool(a.figures & b.figures)),
        float(bool(a.figures) and bool(b.figures) and not a.figures & b.figures),
        agrees,
        clashes,
        float(a.negated != b.negated),
        float(both_quoted),
        fuzz.ratio(a.folded, b.folded) / 100 if both_quoted else 0.0,
        abs(np.log((1 + a.words) / (1 + b.words))),
        float(a.report == b.report),
        float(a.role and b.role),
        float(a.role != b.role),
        float(a.denied != b.denied),
        len(a.source & b.source) / max(1, min(len(a.source), len(b.source))),
        float(bool(a.source) and bool(b.source) and not a.source & b.source),
        float(a.report == b.report and (a.sentence == b.sentence or (a.start < b.end and b.start < a.end))),
    ]


LONG = 10
"""Content stems from which a mention is long: overlap of long mentions is no chance."""


def _overlap(a: frozenset[str], b: frozenset[str], idf: dict[str, float]) -> tuple[float, float]:
    """(Dice, containment) of two sets of stems, weighted by how rare each stem is."""
    shared = sum(idf[s] for s in sorted(a & b))
    left, right = sum(idf[s] for s in sorted(a)), sum(idf[s] for s in sorted(b))
    least = min(left, right)
    return (2 * shared / (left + right) if left + right else 0.0, shared / least if least > 0 else 0.0)


def number_relation(a: Profile, b: Profile) -> tuple[float, float]:
    """(1 if some figures of one noun or unit meet, 1 if some are disjoint)."""
    agrees = clashes = 0.0
    for low, high, unit, noun in a.numbers:
        for low2, high2, unit2, noun2 in b.numbers:
            if unit != unit2 or (noun and noun2 and noun != noun2):
                continue
            disjoint = (high is not None and low2 is not None and high < low2) or (
                high2 is not None and low is not None and high2 < low
            )
            agrees, clashes = (agrees, 1.0) if disjoint else (1.0, clashes)
    return agrees, clashes
