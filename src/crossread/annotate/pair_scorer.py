"""Two mentions read against each other: do they say the same, does the first refine the second, do they contradict?

Each side is a mention with the words around it in its report, so that "the vote" and "it" are known by their context.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from crossread.annotate.encoder import REMEMBERED_TEXTS, Floats, each, session, tokenizer, word_table
from crossread.annotate.pieces import CLS, PARAGRAPH, SEP, Words, words_of
from crossread.model.story import Story

SIDE_PIECES = 76
"""Pieces of one side at the most, context included."""
CONTEXT = 5
"""Pieces of context before and after a mention, within its paragraph. With 14, as the scorer has learned, it tells what
is the same no better than with 5 beside the join's features (AP on corpus dev .639 and .638) and takes a third longer;
with 3 worse (.631)."""
WIDE_CONTEXT = 14
"""The same for what contradicts: with 5 a seventh fewer of the key's conflicts are found on corpus dev."""


class Side(NamedTuple):
    """One side of a pair: its pieces, and which of them, ``low:high``, are the mention's own."""

    ids: tuple[int, ...]
    low: int
    high: int


def side_of_text(text: str) -> Side:
    """A text that stands alone."""
    ids = tuple(tokenizer().encode(text, add_special_tokens=False).ids[:SIDE_PIECES])
    return Side(ids, 0, len(ids))


def side_of(words: Words, low: int, high: int, context: int = CONTEXT) -> Side:
    """The mention of words ``low:high`` with its context; a long one gives up its context first, then its end."""
    if low >= high:
        return Side((), 0, 0)
    first, last = int(words.first[low]), int(words.last[high - 1])
    last = min(last, first + SIDE_PIECES)
    room = min(context, (SIDE_PIECES - (last - first)) // 2)
    begins = np.flatnonzero(words.layout >= PARAGRAPH)
    paragraph = int(words.first[begins[k - 1]]) if (k := int(np.searchsorted(begins, low, side="right"))) else 0
    after = int(np.searchsorted(begins, high))
    end = int(words.first[begins[after]]) if after < len(begins) else len(words.ids)
    start, stop = max(paragraph, first - room), max(last, min(end, last + room))
    return Side(tuple(words.ids[start:stop].tolist()), first - start, last - start)


def pair_inputs(a: Side, b: Side) -> dict[str, NDArray[Any]]:
    """One pair as a row, ``[CLS] a [SEP] b [SEP]``: the second side marked by its segment, mentions by ``inside``."""
    ids = np.array([[CLS, *a.ids, SEP, *b.ids, SEP]], np.int64)
    segment, inside = np.zeros(ids.shape, np.int64), np.zeros(ids.shape, np.int64)
    second = len(a.ids) + 2
    segment[0, second:] = 1
    inside[0, 1 + a.low : 1 + a.high] = 1
    inside[0, second + b.low : second + b.high] = 1
    return {"ids": ids, "segment": segment, "inside": inside, "mask": np.ones(ids.shape, np.float32)}


class PairScorer:
    """The cross-encoder ``pairs.onnx``; a pair's row depends on it alone."""

    def __init__(self, threads: int = 1) -> None:
        self._session = session("pairs.onnx", threads)
        self._one = lru_cache(maxsize=REMEMBERED_TEXTS)(self._score_one)

    def __call__(self, story: Story, pairs: Sequence[tuple[int, int]]) -> Floats:
        """Probabilities (n, 4) of (same, refines, contradicts, neither) for pairs of the story's mentions."""
        return self._placed(story, pairs, CONTEXT)

    def in_context(self, story: Story, pairs: Sequence[tuple[int, int]]) -> Floats:
        """The same with more of what stands around: what denies is often known by it alone."""
        return self._placed(story, pairs, WIDE_CONTEXT)

    def _placed(self, story: Story, pairs: Sequence[tuple[int, int]], context: int) -> Floats:
        words = {a.report.id: words_of(tokenizer(), a.report.text) for a in story.reports}
        wanted = sorted({i for pair in pairs for i in pair})
        mentions = {i: story.mentions[i] for i in wanted}
        sides = {
            i: side_of(words[m.report], *words[m.report].within(m.start, m.end), context) for i, m in mentions.items()
        }
        return self.score([(sides[i], sides[j]) for i, j in pairs])

    def texts(self, pairs: Sequence[tuple[str, str]]) -> Floats:
        """The same for texts that stand alone."""
        return self.score([(side_of_text(a), side_of_text(b)) for a, b in pairs])

    def score(self, pairs: Sequence[tuple[Side, Side]]) -> Floats:
        """The same for sides."""
        if not pairs:
            return np.zeros((0, 4), np.float32)
        return np.stack(each(self._one, pairs))

    def _score_one(self, pair: tuple[Side, Side]) -> Floats:
        inputs = pair_inputs(*pair)
        vectors = word_table()(inputs.pop("ids"))
        logits: Floats = self._session.run(None, {"vectors": vectors, **inputs})[0][0]
        shares = np.exp(logits - logits.max())
        scores: Floats = (shares / shares.sum()).astype(np.float32)
        return scores
