"""The pair scorer and the embedder on held-out pages, ECB+ dev and graded news pairs."""

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from training.pair_data import CONTRADICTS, NEITHER, SEED, published_texts, topic_pairs

from benchmarks.ranking import auc, average_precision
from crossread.annotate.encoder import Embedder
from crossread.annotate.pair_scorer import PairScorer

KEPT = {
    "vitaminc_synth_test/test": 1.0, "fever_symmetric/dev": 1.0, "fever_symmetric/test": 1.0,
    "fool_me_twice/dev": 1.0, "fool_me_twice/test": 1.0,
}  # fmt: skip
"""Sets of which one page or premise in ten is kept from training; VitaminC's real part holds no such page."""

Floats = NDArray[np.float32]


def _cosine(embedder: Embedder, pairs: list[tuple[str, str]]) -> Floats:
    a, b = (embedder.embed([p[i] for p in pairs]) for i in (0, 1))
    cosine: Floats = (a * b).sum(1)
    return cosine


def against(data: Path, scorer: PairScorer, embedder: Embedder, every: int = 1) -> dict[str, float]:
    """Support against refutation on pages and premises kept from training: AUC, with the embedder's cosine beside."""
    rows = [t for t in published_texts(data, True, KEPT, SEED) if t[2] != (NEITHER,)][::every]
    pairs, right = [(a, b) for a, b, _ in rows], np.array([CONTRADICTS not in allowed for *_, allowed in rows])
    told = scorer.texts(pairs)
    return {
        "support against refute, AUC": 100 * auc(told[:, 0] + told[:, 1] - told[:, 2], right),
        "by cosine": 100 * auc(_cosine(embedder, pairs), right),
    }


def same_event(path: Path, scorer: PairScorer, embedder: Embedder, every: int = 1) -> dict[str, float]:
    """Sentences of different documents that share an event chain: average precision over all pairs of a topic."""
    rows = topic_pairs(path)[::every]
    pairs, right = [(a, b) for a, b, _ in rows], np.array([same for *_, same in rows])
    return {
        "same event, AP": 100 * average_precision(1 - scorer.texts(pairs)[:, NEITHER], right),
        "by cosine": 100 * average_precision(_cosine(embedder, pairs), right),
    }


def graded(folder: Path, scorer: PairScorer, embedder: Embedder, every: int = 1) -> dict[str, float]:
    """Rank correlation with graded likeness of news pairs (STS)."""
    rows = [
        json.loads(line) for f in sorted(folder.glob("*.jsonl")) for line in f.read_text(encoding="utf-8").splitlines()
    ]
    rows = rows[::every]
    pairs, gold = [(r["a"], r["b"]) for r in rows], np.array([r["score"] for r in rows])
    return {
        "news likeness, rank correlation": 100 * _spearman(1 - scorer.texts(pairs)[:, NEITHER], gold),
        "by cosine": 100 * _spearman(_cosine(embedder, pairs), gold),
    }


def _spearman(x: NDArray[np.floating], y: NDArray[np.floating]) -> float:
    return float(np.corrcoef(_ranks(x), _ranks(y))[0, 1])


def _ranks(x: NDArray[np.floating]) -> NDArray[np.float64]:
    _values, inverse, counts = np.unique(x, return_inverse=True, return_counts=True)
    ends = counts.cumsum()
    middle = ends - (counts - 1) / 2
    ranks: NDArray[np.float64] = middle[inverse]
    return ranks
