"""Candidate pairs of mentions: near in meaning, or sharing rare words. Never all pairs."""

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from crossread.align.profile import Profiles

NEIGHBOURS = 24
"""Nearest mentions kept for each. A true pair of the three keyed stories lies among the nearest 24 in over 95%."""
LEAST_COSINE = 0.25
"""Below this two propositions have nothing in common that the other features could save."""
BLOCK = 2048
"""Rows compared at a time, which bounds memory at BLOCK x mentions."""
RARE = 12
"""A stem in at most so many mentions is a reason to look at each pair that shares two such stems."""
HUB_NEIGHBOURS = 5
"""Neighbours whose mean cosine tells how crowded a mention's surroundings are."""


def find(profiles: Profiles) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """(pairs (n, 2) with i < j in order, each mention's mean cosine with its nearest neighbours)."""
    near, hub = _neighbours(profiles.vectors)
    pairs = near | _rare(profiles)
    return np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2), hub


def _neighbours(vectors: NDArray[np.float32]) -> tuple[set[tuple[int, int]], NDArray[np.float32]]:
    count = len(vectors)
    hub = np.zeros(count, dtype=np.float32)
    pairs: set[tuple[int, int]] = set()
    keep = min(NEIGHBOURS, count - 1)
    if keep < 1:
        return pairs, hub
    for start in range(0, count, BLOCK):
        block = vectors[start : start + BLOCK] @ vectors.T
        block[np.arange(len(block)), np.arange(start, start + len(block))] = -1.0
        # A stable sort, so that equal cosines keep the order of the mentions.
        order = np.argsort(-block, axis=1, kind="stable")[:, :keep]
        best = np.take_along_axis(block, order, axis=1)
        hub[start : start + len(block)] = best[:, :HUB_NEIGHBOURS].mean(axis=1)
        for row, (columns, values) in enumerate(zip(order.tolist(), best.tolist(), strict=True), start):
            pairs.update(
                (min(row, c), max(row, c)) for c, v in zip(columns, values, strict=True) if v >= LEAST_COSINE
            )
    return pairs, hub


def _rare(profiles: Profiles) -> set[tuple[int, int]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for i, row in enumerate(profiles.rows):
        for s in row.stems:
            holders[s].append(i)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for rows in holders.values():
        if 2 <= len(rows) <= RARE:
            for a, i in enumerate(rows):
                for j in rows[a + 1 :]:
                    shared[i, j] += 1
    return {pair for pair, n in shared.items() if n >= 2}
