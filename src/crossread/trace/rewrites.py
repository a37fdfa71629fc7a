"""Rewritten copy: two reports whose sentences tell the same facts in the same order.

Words alone do not show it, since all reports of one story share names and facts. What shows it is order: when k
sentences of one report have their match in another, chance puts them in the same order once in k! times. A pair is
told as rewritten copy when nearly all of its matches stand in order and it stands out from the story's other pairs.
"""

import math
from collections import Counter
from collections.abc import Sequence
from statistics import median

import msgspec
import numpy as np
from numpy.typing import NDArray

from crossread.model.annotated import Annotated
from crossread.model.quotation import quotations
from crossread.model.span import Extent
from crossread.model.stems import stem
from crossread.model.words import FUNCTION_WORDS, words

# Share of the lighter sentence's word weight (rarer in the story weighs more) that both hold.
ALIKE = 0.35
# Content words that two sentences must share at least.
COMMON = 3
# Sentences in order: four in order by chance are one pair in 24, so fewer prove nothing.
STEPS = 4
# Share of the matched weight that stands in one order.
ORDERED = 0.8
# How far the pair must stand above the median of the story's other pairs.
STANDS_OUT = 2.5
# Where a story has fewer other pairs than this, there is nothing to stand out from.
OTHERS = 3
# Words of an utterance are the speaker's, not the report's: from this many characters on they are left out.
UTTERANCE = 25
# Sentences of a report beyond this are not compared (a live page runs to thousands).
LONGEST = 120
# Stories of more reports than this are not compared pair by pair.
LARGEST = 60

Matches = NDArray[np.float64]


class Rewrite(msgspec.Struct, frozen=True):
    """Reports ``a`` and ``b`` (indices) with the sentences that match, in order."""

    a: int
    b: int
    steps: tuple[tuple[Extent, Extent], ...]


class _Line(msgspec.Struct, frozen=True):
    extent: Extent
    stems: frozenset[str]


class _Chain(msgspec.Struct, frozen=True):
    """Matched weight in order, matched weight in all, and the sentences in order."""

    score: float
    matched: float
    steps: tuple[tuple[int, int], ...]


def rewrites(reports: Sequence[Annotated]) -> list[Rewrite]:
    """Pairs of reports that tell the same facts in the same order, and where."""
    if len(reports) > LARGEST:
        return []
    lines = [_lines(r) for r in reports]
    weight = _weights(lines)
    chains = {
        (a, b): _in_order(_matches(lines[a], lines[b], weight))
        for a in range(len(reports))
        for b in range(a + 1, len(reports))
    }
    out = []
    for (a, b), chain in chains.items():
        others = [c.score for pair, c in chains.items() if pair != (a, b)]
        if _stands_out(chain, others):
            out.append(Rewrite(a, b, tuple((lines[a][x].extent, lines[b][y].extent) for x, y in chain.steps)))
    return out


def _stands_out(chain: _Chain, others: list[float]) -> bool:
    if len(chain.steps) < STEPS or chain.score < ORDERED * chain.matched or len(others) < OTHERS:
        return False
    return chain.score >= STANDS_OUT * median(others)


def _lines(annotated: Annotated) -> list[_Line]:
    """A report's sentences as stems of content words, without debris and without what speakers said."""
    text = annotated.report.text
    said = [q.extent for q in quotations(text) if q.end - q.start > UTTERANCE]
    out = []
    for s in annotated.sentences[:LONGEST]:
        if any(d.start <= s.start < d.end for d in annotated.report.debris):
            continue
        forms = (w for w in words(text, s.start, s.end) if not any(q.start <= w.start < q.end for q in said))
        stems = frozenset(stem(w.form) for w in forms if w.form not in FUNCTION_WORDS)
        out.append(_Line(Extent(s.start, s.end), stems))
    return out


def _weights(lines: list[list[_Line]]) -> dict[str, float]:
    """A stem weighs the more the fewer reports hold it (Spärck Jones 1972)."""
    held = Counter(s for report in lines for s in {s for line in report for s in line.stems})
    return {s: math.log((len(lines) + 1) / n) for s, n in held.items()}


def _matches(a: list[_Line], b: list[_Line], weight: dict[str, float]) -> Matches:
    """For each pair of sentences the share of the lighter one's weight that both hold; 0 under ALIKE."""
    out = np.zeros((len(a), len(b)))
    heft_b = [_heft(line.stems, weight) for line in b]
    for x, one in enumerate(a):
        heft_a = _heft(one.stems, weight)
        for y, two in enumerate(b):
            shared = one.stems & two.stems
            lighter = min(heft_a, heft_b[y])
            if len(shared) >= COMMON and lighter > 0:
                alike = _heft(shared, weight) / lighter
                out[x, y] = alike if alike >= ALIKE else 0.0
    return out


def _heft(stems: frozenset[str], weight: dict[str, float]) -> float:
    return math.fsum(weight[s] for s in stems)


def _in_order(matches: Matches) -> _Chain:
    """The heaviest chain of matches in one order (Needleman and Wunsch 1970, gaps free)."""
    rows, columns = matches.shape
    best = np.zeros((rows + 1, columns + 1))
    for x in range(rows):
        with_match = best[x, :-1] + matches[x]
        best[x + 1, 1:] = np.maximum.accumulate(np.maximum(best[x, 1:], with_match))
    steps: list[tuple[int, int]] = []
    x, y = rows, columns
    while x and y:
        if best[x, y] == best[x - 1, y]:
            x -= 1
        elif best[x, y] == best[x, y - 1]:
            y -= 1
        else:
            x, y = x - 1, y - 1
            steps.append((x, y))
    matched = float(matches.max(axis=1).sum()) if matches.size else 0.0
    return _Chain(float(best[rows, columns]), matched, tuple(reversed(steps)))
