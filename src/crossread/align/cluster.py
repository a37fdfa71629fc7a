"""Average-link clustering over scored pairs, with pairs that may never be joined (UPGMA; Sokal and Michener 1958)."""

import heapq
from collections.abc import Iterable, Mapping

Pair = tuple[int, int]


def average_link(
    count: int, scores: Mapping[Pair, float], apart: Iterable[Pair], threshold: float
) -> list[tuple[int, ...]]:
    """Partition ``range(count)``.

    ``scores`` holds the similarity of candidate pairs (i < j), every other pair counts 0; ``apart`` holds pairs that
    may not share a cluster. Joins the two clusters of highest mean similarity until none reaches ``threshold``. Ties
    go to the lowest indices, so the result does not depend on the order of anything.
    """
    members: dict[int, tuple[int, ...]] = {i: (i,) for i in range(count)}
    links: dict[int, dict[int, float]] = {i: {} for i in range(count)}
    barred: dict[int, set[int]] = {i: set() for i in range(count)}
    for i, j in apart:
        barred[i].add(j)
        barred[j].add(i)
    heap: list[tuple[float, int, int]] = []
    for (i, j), score in sorted(scores.items()):
        links[i][j] = links[j][i] = score
        if score >= threshold and j not in barred[i]:
            heap.append((-score, i, j))
    heapq.heapify(heap)
    following = count
    while heap:
        _, i, j = heapq.heappop(heap)
        if i not in members or j not in members or j in barred[i]:
            continue
        merged = following
        following += 1
        _merge(members, links, barred, i, j, merged)
        for k, total in sorted(links[merged].items()):
            mean = total / (len(members[merged]) * len(members[k]))
            if mean >= threshold and k not in barred[merged]:
                heapq.heappush(heap, (-mean, k, merged))
    return sorted(members.values())


def _merge(
    members: dict[int, tuple[int, ...]],
    links: dict[int, dict[int, float]],
    barred: dict[int, set[int]],
    i: int,
    j: int,
    merged: int,
) -> None:
    """Put clusters i and j into a new one; links hold sums of similarities between the members of two clusters."""
    members[merged] = tuple(sorted((*members.pop(i), *members.pop(j))))
    left, right = links.pop(i), links.pop(j)
    joined: dict[int, float] = {}
    for k in sorted(({*left, *right}) - {i, j}):
        joined[k] = left.get(k, 0.0) + right.get(k, 0.0)
        links[k].pop(i, None)
        links[k].pop(j, None)
        links[k][merged] = joined[k]
    links[merged] = joined
    barred[merged] = (barred.pop(i) | barred.pop(j)) - {i, j}
    for k in barred[merged]:
        barred[k] -= {i, j}
        barred[k].add(merged)
