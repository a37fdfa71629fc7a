"""Learns which quotations of two reports give one utterance.

    python -m training.quotation_pairs --out src/crossread/compare/quotation_pairs.toml

A logistic model (``crossread.compare.quotation_pairs``) over the pairs of quotations of corpus train; a pair is right
where the key lists both as wordings of one utterance. The bar is the lowest of those that are best by F1, each tenth of
the stories left out once.
"""

import argparse
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import numpy as np
from benchmarks import keyed
from benchmarks.ranking import average_precision

from crossread.compare.quotation_pairs import NAMES, features
from crossread.compare.utterances import wordings
from crossread.pipeline import Pipeline
from crossread.settings import Settings
from training import logistic
from training.logistic import Floats
from training.opposed import aligned, place

PENALTY = 1.0
"""L2 penalty on the weights of standardised features; with 0.1 and 10 the average precision is within 0.002."""
PARTS = 10
FLAT = 0.005
"""F1 by which bars are equally good: the top is flat, and real stories word an utterance in more ways than ours."""


class Examples(NamedTuple):
    """The pairs of quotations of one story: features (n, len(NAMES)) and whether each is one utterance (n,)."""

    x: Floats
    y: Floats


def examples(pipeline: Pipeline, folder: Path) -> Examples:
    """Every pair of quotations of two reports of a keyed story."""
    story, key, stands_for = aligned(pipeline, folder), keyed.key(folder), keyed.scorer().stands_for
    file_of = {a.report.id: Path(a.report.path).name for a in story.reports}
    direct = [w for w in wordings(story) if w.direct and w.stems]
    vectors = pipeline.embed([w.text for w in direct])
    places = [(file_of[w.span.report], w.span.start, w.span.end) for w in direct]
    groups = [[place(v) for v in q["variants"]] for q in key["quote_variants"]]
    told = [{n for n, g in enumerate(groups) if any(stands_for(p, v) for v in g)} for p in places]
    x, y = [], []
    for i, j in combinations(range(len(direct)), 2):
        a, b = direct[i], direct[j]
        if a.span.report != b.span.report:
            x.append(list(features(a, b, float(vectors[i] @ vectors[j])).values()))
            y.append(float(bool(told[i] & told[j])))
    return Examples(np.array(x, np.float64).reshape(len(x), len(NAMES)), np.array(y))


def fit(stories: Sequence[Examples]) -> Floats:
    """Weights over all stories' pairs, the last that of the bias."""
    x, y = (np.concatenate(parts) for parts in zip(*(s for s in stories if len(s.y)), strict=True))
    return logistic.fit_standardised(x, y, PENALTY)


def left_out(stories: Sequence[Examples]) -> tuple[Floats, Floats]:
    """(log odds, labels) of every pair by weights that have not seen its story."""
    found = []
    for n in range(PARTS):
        w = fit([s for k, s in enumerate(stories) if k % PARTS != n])
        found += [(s.x @ w[:-1] + w[-1], s.y) for s in stories[n::PARTS] if len(s.y)]
    return np.concatenate([f[0] for f in found]), np.concatenate([f[1] for f in found])


def bar(odds: Floats, y: Floats) -> tuple[float, float]:
    """(F1, the log odds from which it is reached): the lowest bar that is as good as the best."""
    order = np.argsort(-odds, kind="stable")
    right = np.cumsum(y[order])
    f1 = 2 * right / (np.arange(1, len(order) + 1) + y.sum())
    best = int(np.flatnonzero(f1 >= f1.max() - FLAT)[-1])
    return float(f1[best]), float(odds[order[best]])


def main() -> None:
    """Read corpus train, fit, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    out = parser.parse_args().out
    pipeline = Pipeline(Settings())
    train = [examples(pipeline, f) for f in keyed.corpus("train")]
    odds, y = left_out(train)
    best, least = bar(odds, y)
    print(f"left out: AP {average_precision(odds, y == 1):.3f}, F1 {best:.3f} from {least:.2f}")
    logistic.write(
        out,
        "compare.quotation_pairs",
        {"weights": ([*NAMES, "bias"], fit(train)), "threshold": (["joined"], np.array([least]))},
    )


if __name__ == "__main__":
    main()
