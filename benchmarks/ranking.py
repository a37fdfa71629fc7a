"""How well scores rank what is right above what is not."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def auc(scores: Floats, right: NDArray[np.bool_]) -> float:
    """Area under the ROC curve, ties counted half."""
    order = np.argsort(scores, kind="stable")
    ranks = np.empty(len(scores))
    values, start = scores[order], 0
    while start < len(values):
        end = int(np.searchsorted(values, values[start], side="right"))
        ranks[order[start:end]] = (start + end + 1) / 2
        start = end
    n = int(right.sum())
    return float((ranks[right].sum() - n * (n + 1) / 2) / max(1, n * (len(right) - n)))


def average_precision(scores: Floats, right: NDArray[np.bool_]) -> float:
    """Mean precision at each right pair, best score first."""
    hits = right[np.argsort(-scores, kind="stable")]
    return float((hits.cumsum()[hits] / (np.flatnonzero(hits) + 1)).mean())
