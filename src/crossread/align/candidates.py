"""Candidate pairs of mentions: near in meaning, or sharing rare words. Never all pairs."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations, pairwise

import numpy as np
from numpy.typing import NDArray

from crossread.align.profile import Profiles
from crossread.model.mention import Mention

NEIGHBOURS = 15
"""Nearest mentions kept for each, in each view. With 40 corpus dev is the same within 0.003, at twice the pairs."""
IN_EACH = 4
"""Nearest mentions kept in each report, so that a claim that many reports tell is found in all of them."""
MOST_REPORTS = 30
"""Reports beyond which only the nearest mentions overall are kept: the work stays linear in the mentions."""
LEAST_COSINE = 0.25
"""Below this two propositions have nothing in common that the other features could save."""
BLOCK = 2048
"""Rows compared at a time, which bounds memory at BLOCK x mentions."""
RARE = 12
"""A stem in at most so many mentions is a reason to look at each pair that shares two such stems."""
MOST_ALIKE = 40
"""Mentions that one rule pairs with one another at the most."""
HUB_NEIGHBOURS = 5
"""Neighbours whose mean cosine tells how crowded a mention's surroundings are."""


def find(
    profiles: Profiles, besides: Collection[tuple[int, int]] = ()
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """(pairs (n, 2) with i < j in order, each mention's mean cosine with its nearest neighbours (n, 2): as its
    proposition reads, and as it stands in its report). ``besides`` are pairs that are candidates in any case."""
    pairs = _rare(profiles) | set(besides)
    views = (profiles.vectors, profiles.placed.vectors)
    hubs = [_near(vectors, _columns(profiles), pairs) for vectors in views]
    return np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2), np.stack(hubs, axis=1)


def across(mentions: Sequence[Mention], some: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pairs i < j of some mentions (by their numbers, in order), each in a report of its own; of many the first."""
    for i, j in combinations(some[:MOST_ALIKE], 2):
        if mentions[i].report != mentions[j].report:
            yield i, j


def rows(chosen: set[tuple[int, int]], among: NDArray[np.int64]) -> NDArray[np.int64]:
    """Where chosen pairs stand in an array of pairs (n, 2)."""
    found = [k for k, (i, j) in enumerate(among.tolist()) if (i, j) in chosen] if chosen else []
    return np.array(found, np.int64)


def _near(
    vectors: NDArray[np.float32], columns: list[tuple[slice, int]], pairs: set[tuple[int, int]]
) -> NDArray[np.float32]:
    """Adds the pairs that lie near in one view; returns how crowded each mention's surroundings are."""
    hub = np.zeros(len(vectors), dtype=np.float32)
    for start in range(0, len(vectors), BLOCK):
        block = vectors[start : start + BLOCK] @ vectors.T
        block[np.arange(len(block)), np.arange(start, start + len(block))] = -1.0
        hub[start : start + len(block)] = _nearest(block, slice(None), HUB_NEIGHBOURS)[1].mean(axis=1)
        for some, keep in columns:
            order, values = _nearest(block, some, keep)
            rows, ranks = np.nonzero(values >= LEAST_COSINE)
            found = zip((rows + start).tolist(), order[rows, ranks].tolist(), strict=True)
            pairs.update((min(i, j), max(i, j)) for i, j in found)
    return hub


def _columns(profiles: Profiles) -> list[tuple[slice, int]]:
    """Which mentions to look for neighbours among, and how many to keep: all, and each report where they are few."""
    out = [(slice(0, len(profiles.rows)), NEIGHBOURS)]
    starts = [i for i, row in enumerate(profiles.rows) if i == 0 or row.report != profiles.rows[i - 1].report]
    if len(starts) <= MOST_REPORTS:
        out += [(slice(a, b), IN_EACH) for a, b in pairwise([*starts, len(profiles.rows)])]
    return out


def _nearest(block: NDArray[np.float32], some: slice, keep: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """(columns, cosines) of the nearest ``keep`` in each row; equal cosines keep the order of the mentions."""
    part = block[:, some]
    order = np.argsort(-part, axis=1, kind="stable")[:, :keep]
    return order + (some.start or 0), np.take_along_axis(part, order, axis=1)


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
