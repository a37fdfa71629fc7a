"""Features of a pair of mentions: how alike what they tell is, and in what they differ."""

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from crossread.align.profile import Profile, Profiles

NAMES = (
    "bias", "cosine", "span_cosine", "margin", "dice", "containment", "names", "names_clash", "head",
    "number_agrees", "number_clashes", "polarity_differs", "quoted_alike", "quoted_words", "length",
)  # fmt: skip


def matrix(profiles: Profiles, pairs: NDArray[np.int64], hub: NDArray[np.float32]) -> NDArray[np.float64]:
    """Features of pairs, shape (pairs, len(NAMES)).

    ``hub`` is each mention's mean cosine with its nearest neighbours: a mention near to all is near to none (CSLS,
    Conneau et al. 2018).
    """
    left, right = pairs[:, 0], pairs[:, 1]
    out = np.zeros((len(pairs), len(NAMES)))
    out[:, 0] = 1.0
    out[:, 1] = np.einsum("ij,ij->i", profiles.vectors[left], profiles.vectors[right])
    out[:, 2] = np.einsum("ij,ij->i", profiles.spans[left], profiles.spans[right])
    out[:, 3] = 2 * out[:, 1] - hub[left] - hub[right]
    for k, (i, j) in enumerate(pairs.tolist()):
        out[k, 4:] = _symbolic(profiles.rows[i], profiles.rows[j], profiles.idf)
    return out


def _symbolic(a: Profile, b: Profile, idf: dict[str, float]) -> list[float]:
    shared = sum(idf[s] for s in sorted(a.stems & b.stems))
    total_a = sum(idf[s] for s in sorted(a.stems))
    total_b = sum(idf[s] for s in sorted(b.stems))
    names = len(a.names & b.names) / max(1, min(len(a.names), len(b.names)))
    clash = float(bool(a.names) and bool(b.names) and not a.names & b.names)
    agrees, clashes = number_relation(a, b)
    both_quoted = a.quoted and b.quoted
    return [
        2 * shared / (total_a + total_b) if total_a + total_b else 0.0,
        shared / min(total_a, total_b) if min(total_a, total_b) > 0 else 0.0,
        names,
        clash,
        float(bool(a.head) and a.head == b.head),
        agrees,
        clashes,
        float(a.negated != b.negated),
        float(both_quoted),
        fuzz.ratio(a.folded, b.folded) / 100 if both_quoted else 0.0,
        abs(np.log((1 + a.words) / (1 + b.words))),
    ]


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
