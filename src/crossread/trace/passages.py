"""Passages that two texts share, word for word or with words replaced."""

import msgspec
import numpy as np

from crossread.model.span import Extent
from crossread.trace.fingerprints import GRAM, Places, Worded

# Words that may stand between two shared grams of one passage (a fifth of the words replaced leaves gaps of 10 and
# more only once in a few hundred words), and by how many words the two sides of the gap may differ.
GAP = 12
DRIFT = 4
# A passage is told from this many shared words on. Stock phrases of news English run to nine or ten words
# (benchmarks/reuse.py counts false links between unrelated reports).
LEAST = 12
# Share of a passage's words that both texts hold.
DENSITY = 0.4


class Passage(msgspec.Struct, frozen=True, order=True):
    """One shared passage: its place in either text, and how many words are the same."""

    a: Extent
    b: Extent
    same: int


def passages(a: Worded, b: Worded) -> list[Passage]:
    """The passages that ``a`` and ``b`` share, in the order of ``a``."""
    at_a, at_b = _matches(a, b)
    out = [p for run in _runs(at_a, at_b) if (p := _passage(a, b, at_a[run], at_b[run])) is not None]
    return sorted(_without_overlap(out))


def _matches(a: Worded, b: Worded) -> tuple[Places, Places]:
    """Word positions of equal grams; a gram that recurs is paired with each of its places in ``b``."""
    order = np.argsort(b.grams, kind="stable")
    held = b.grams[order]
    low = np.searchsorted(held, a.grams, "left")
    high = np.searchsorted(held, a.grams, "right")
    # A gram that recurs more often than this in one text is a refrain; its first places are enough.
    count = np.minimum(high - low, 4)
    at_a = np.repeat(np.arange(len(a.grams)), count)
    first = np.repeat(low, count)
    step = np.arange(len(at_a)) - np.repeat(np.cumsum(count) - count, count)
    at_b = order[first + step] if len(at_a) else np.zeros(0, np.int64)
    return at_a, at_b


def _runs(at_a: Places, at_b: Places) -> list[list[int]]:
    """Matches chained into runs along one diagonal, each a list of indices into the matches."""
    open_runs: list[list[int]] = []
    closed: list[list[int]] = []
    for i in range(len(at_a)):
        x, y = int(at_a[i]), int(at_b[i])
        still: list[list[int]] = []
        home: list[int] | None = None
        for run in open_runs:
            dx, dy = x - int(at_a[run[-1]]), y - int(at_b[run[-1]])
            if dx > GAP + GRAM:
                closed.append(run)
                continue
            still.append(run)
            if home is None and dx > 0 and 0 < dy <= GAP + GRAM and abs(dx - dy) <= DRIFT:
                home = run
        if home is None:
            still.append([i])
        else:
            home.append(i)
        open_runs = still
    return closed + open_runs


def _passage(a: Worded, b: Worded, at_a: Places, at_b: Places) -> Passage | None:
    covered = int(np.minimum(np.diff(np.append(at_a, at_a[-1] + GRAM)), GRAM).sum())
    longest = int(max(at_a[-1] - at_a[0], at_b[-1] - at_b[0])) + GRAM
    if covered < LEAST or covered < DENSITY * longest:
        return None
    return Passage(
        Extent(int(a.starts[at_a[0]]), int(a.ends[at_a[-1] + GRAM - 1])),
        Extent(int(b.starts[at_b[0]]), int(b.ends[at_b[-1] + GRAM - 1])),
        covered,
    )


def _without_overlap(found: list[Passage]) -> list[Passage]:
    """The longest passages first; one that lies mostly inside a longer one, in either text, is dropped."""
    kept: list[Passage] = []
    for p in sorted(found, key=lambda p: (-p.same, p)):
        if not any(_inside(p.a, k.a) or _inside(p.b, k.b) for k in kept):
            kept.append(p)
    return kept


def _inside(small: Extent, large: Extent) -> bool:
    shared = min(small.end, large.end) - max(small.start, large.start)
    return 2 * shared > small.end - small.start
