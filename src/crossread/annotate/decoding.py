"""Exact decoding: Viterbi over tags, and the best tree with one root over arcs."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

ROOT_COST = 1e4
"""Taken from every arc of the root, so that the best tree has as few of them as can be: one (Zmigrod 2020)."""
NEVER = -1e9


def viterbi(emissions: Floats, transition: Floats, start: Floats) -> list[int]:
    """The best tag sequence: ``emissions`` (n, k), ``transition`` (k, k) from row to column, ``start`` (k,)."""
    n = len(emissions)
    if not n:
        return []
    back = np.zeros((n, emissions.shape[1]), np.int64)
    score = emissions[0] + start
    columns = np.arange(emissions.shape[1])
    turned = np.ascontiguousarray(transition.T)
    for t in range(1, n):
        paths = turned + score
        back[t] = paths.argmax(1)
        score = paths[columns, back[t]] + emissions[t]
    path = [int(score.argmax())]
    for row in back[:0:-1].tolist():
        path.append(row[path[-1]])
    return path[::-1]


def spans(path: list[int], tags: list[str]) -> list[tuple[int, int, str]]:
    """Stretches ``first:last`` of a BIO sequence with their kind."""
    out: list[tuple[int, int, str]] = []
    for i, tag in enumerate(path):
        name = tags[tag]
        if name.startswith("B-"):
            out.append((i, i + 1, name[2:]))
        elif name.startswith("I-") and out and out[-1][1] == i and out[-1][2] == name[2:]:
            out[-1] = (out[-1][0], i + 1, name[2:])
        elif name != "O":
            out.append((i, i + 1, name[2:]))
    return out


def tree(arcs: Floats) -> list[int]:
    """Heads of the best tree with one root over ``arcs`` (n, 1 + n); head 0 is the root, word i has index 1 + i.

    Greedy where that is a tree already (19 of 20 sentences), else Chu-Liu and Edmonds.
    """
    n = len(arcs)
    scores = np.full((n + 1, n + 1), NEVER)
    scores[1:] = arcs
    np.fill_diagonal(scores, NEVER)
    heads = scores.argmax(1)
    heads[0] = -1
    if (heads == 0).sum() != 1 or _cycle(heads) is not None:
        scores[1:, 0] -= ROOT_COST
        heads = _edmonds(scores)
    return [int(h) for h in heads[1:]]


def _cycle(heads: NDArray[np.int64]) -> list[int] | None:
    """A cycle among the heads, or None; node 0 has no head."""
    state = [0] * len(heads)
    state[0] = 2
    for node in range(1, len(heads)):
        path = []
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if state[node] == 1:
            return path[path.index(node) :]
        for seen in path:
            state[seen] = 2
    return None


def _edmonds(scores: NDArray[np.float64]) -> NDArray[np.int64]:
    """Heads of the best arborescence from node 0; ``scores`` (n, n) of dependent (row) and head (column).

    Contracts one cycle after another without recursion, then opens them in reverse.
    """
    n = len(scores)
    work = scores.copy()
    alive = np.ones(n, bool)
    opened: list[tuple[list[int], int, NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]] = []
    while True:
        heads = np.where(alive, work.argmax(1), -1)
        heads[0] = -1
        cycle = _alive_cycle(heads, alive)
        if cycle is None:
            break
        opened.append(_contract(work, alive, cycle, heads))
    for cycle, node, inner, entering, leaving in reversed(opened):
        outside = heads[node]
        broken = int(entering[outside])
        below = [d for d in range(n) if alive[d] and d != node and heads[d] == node]
        for d in below:
            heads[d] = leaving[d]
        for member in cycle:
            alive[member] = True
            heads[member] = inner[member]
        heads[broken] = outside
    return heads


def _alive_cycle(heads: NDArray[np.int64], alive: NDArray[np.bool_]) -> list[int] | None:
    full = np.where(alive, heads, 0)
    full[0] = -1
    return _cycle(full)


def _contract(
    work: NDArray[np.float64], alive: NDArray[np.bool_], cycle: list[int], heads: NDArray[np.int64]
) -> tuple[list[int], int, NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Folds a cycle into its first node, in place; returns what is needed to open it again."""
    node, members = cycle[0], np.array(cycle)
    inner = heads.copy()
    kept = work[members, heads[members]]
    gains = work[members] - kept[:, None] + kept.sum()
    entering = members[gains.argmax(0)]
    leaving = members[work[:, members].argmax(1)]
    into, out_of = gains.max(0), work[:, members].max(1)
    alive[members[1:]] = False
    work[node, :], work[:, node] = into, out_of
    work[members[1:], :] = NEVER * 10
    work[:, members[1:]] = NEVER * 10
    work[node, node] = NEVER * 10
    return cycle, node, inner, entering, leaving
