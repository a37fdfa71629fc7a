"""Links between attribution spans: which cue a content hangs on, which source a cue names.

A conditional logit over a few features of place and the graph's own link score (``training/linker.py`` fits it).
"""

from bisect import bisect_left
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crossread.annotate.pieces import Words

Floats = NDArray[np.float32]
Span = tuple[int, int, str]
"""Words ``first:last`` and the kind: source, cue or content."""

KINDS = ("source", "cue", "content")
FEATURES = (
    "score", "none", "words before", "words after", "sources between", "cues between", "contents between",
    "paragraphs between", "touches before", "touches after", "after quotation", "before quotation", "sentences between",
)  # fmt: skip
REACH = 12
"""Candidates looked at on either side; PolNeAR has no link further in 999 of 1,000 cases."""


class Places:
    """Counts along a text that tell what lies between two spans."""

    def __init__(self, words: Words, text: str, found: list[Span]) -> None:
        n = len(words)
        marks = np.zeros((n + 1, 5), np.int32)
        for first, _, kind in found:
            marks[first + 1, KINDS.index(kind)] += 1
        marks[1:, 3] = words.layout >= 4
        ends = [text[s] in ".!?" for s in words.start.tolist()]
        marks[1:, 4] = ends
        self._sums = marks.cumsum(0)
        self._quoted = words.layout % 4

    def features(self, anchor: Span, candidates: list[Span]) -> Floats:
        """(1 + candidates, features): row 0 is "none"; the score column is left at zero."""
        out = np.zeros((1 + len(candidates), len(FEATURES)), np.float32)
        out[0, 1] = 1
        first = np.array([c[0] for c in candidates], np.int64)
        last = np.array([c[1] for c in candidates], np.int64)
        before = first < anchor[0]
        low, high = np.where(before, last, anchor[1]), np.where(before, anchor[0], first)
        high = np.maximum(low, high)
        between = self._sums[high] - self._sums[low]
        gap = high - low
        out[1:, 2], out[1:, 3] = np.where(before, np.log2(1 + gap), 0), np.where(before, 0, np.log2(1 + gap))
        out[1:, 4:8] = np.minimum(between[:, :4], 4)
        covered = gap - between[:, 4] <= 1
        out[1:, 8], out[1:, 9] = covered & before, covered & ~before
        quoted = self._quoted[anchor[0]] > 0
        out[1:, 10], out[1:, 11] = ~before & quoted, before & quoted
        out[1:, 12] = np.minimum(between[:, 4], 4)
        return out


class Linker:
    """Chooses among candidates with fitted weights, one set for each kind of link."""

    def __init__(self, heads: dict[str, Any]) -> None:
        self._size = len(heads["no_source"])
        self._no_source: Floats = heads["no_source"]
        self._weights: dict[str, Floats] = {"cue": heads["cue_weights"], "source": heads["source_weights"]}

    def rows(self, kind: str, anchor: Span, candidates: list[Span], places: Places, links: Floats) -> Floats:
        """Features with the graph's score: ``kind`` is what is looked for, "cue" of a content, "source" of a cue."""
        size, shift = self._size, 0 if kind == "source" else 2
        query = links[anchor[0], shift * size : (shift + 1) * size] * size**-0.5
        keys = links[[c[0] for c in candidates], (shift + 1) * size : (shift + 2) * size]
        out = places.features(anchor, candidates)
        out[1:, 0] = keys @ query
        if kind == "source":
            out[0, 0] = self._no_source @ query
        return out

    def choose(self, kind: str, anchor: Span, candidates: list[Span], places: Places, links: Floats) -> list[float]:
        """Scores of "none" and of each candidate."""
        scores = self.rows(kind, anchor, candidates, places, links) @ self._weights[kind]
        return [float(s) for s in scores]


def near(anchor: Span, candidates: list[Span]) -> list[int]:
    """Indices of the candidates (in order of place) within ``REACH`` on either side of the anchor."""
    at = bisect_left(candidates, anchor[0], key=lambda c: c[0])
    return list(range(max(0, at - REACH), min(len(candidates), at + REACH)))
