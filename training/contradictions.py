"""Learns which pairs of mentions contradict each other.

    python -m training.contradictions --out src/crossread/compare/contradictions.toml

Two logistic models (``crossread.compare.contradictions``). The first, over what the two wordings share, on corpus
train; the second, over the first's log odds and the pair model's, on corpus dev, since the pair model has learned from
corpus train and is too sure of itself there. A pair is right where its mentions stand for two sides of one conflict or
tension of the key; pairs of the key's refinements are left out. Pairs of one conflict weigh less the more there are.
"""

import argparse
from pathlib import Path
from typing import NamedTuple

import numpy as np
from benchmarks import keyed
from benchmarks.ranking import average_precision
from numpy.typing import NDArray

from crossread.compare import contradictions
from crossread.compare.contradiction_features import NAMES, Floats, Pairs, Told, matrix
from crossread.compare.contradictions import SECOND
from crossread.compare.pairs import Wordings
from crossread.pipeline import Pipeline
from crossread.settings import Settings
from training import logistic
from training.opposed import aligned, labels, weights

FIRST_PENALTY, SECOND_PENALTY = 100.0, 1.0
"""L2 penalties on the weights of standardised features; of 30, 100, 300 and of 1, 30, by average precision with
each story left out once."""


class Examples(NamedTuple):
    """The candidate pairs of one story with their features, whether each is right (-1: left out), and a weight."""

    told: Told
    pairs: Pairs
    x: Floats
    y: NDArray[np.int64]
    weight: Floats


def examples(pipeline: Pipeline, folder: Path) -> Examples:
    """The candidate pairs of a keyed story."""
    story = aligned(pipeline, folder)
    told = Told(Wordings(story, pipeline.embed))
    pairs = contradictions.candidates(told)
    known = labels(story, keyed.key(folder))
    loud = [[e["id"] for e in known.get(frozenset(p), []) if e["severity"] != "refinement"] for p in pairs.tolist()]
    y = [1 if some else -1 if frozenset(p) in known else 0 for some, p in zip(loud, pairs.tolist(), strict=True)]
    return Examples(told, pairs, matrix(told, pairs), np.array(y, np.int64), np.array(weights(loud)))


def fit(stories: list[Examples], penalty: float) -> Floats:
    """Weights over all stories' pairs, the last that of the bias."""
    kept = [s.y >= 0 for s in stories]
    x = np.concatenate([s.x[k] for s, k in zip(stories, kept, strict=True)])
    y = np.concatenate([s.y[k] for s, k in zip(stories, kept, strict=True)]).astype(np.float64)
    weight = np.concatenate([s.weight[k] for s, k in zip(stories, kept, strict=True)])
    return logistic.fit_standardised(x, y, penalty, weight)


def precision(stories: list[Examples], penalty: float) -> float:
    """Mean average precision, each story left out once."""
    found = []
    for n, s in enumerate(stories):
        if (s.y == 1).any():
            w = fit(stories[:n] + stories[n + 1 :], penalty)
            kept = s.y >= 0
            found.append(average_precision((s.x @ w[:-1])[kept], s.y[kept] == 1))
    return float(np.mean(found))


def shown(pipeline: Pipeline, s: Examples, w: Floats) -> Examples:
    """The pairs that the pair model is shown, with the features of the second model."""
    first = s.x @ w[:-1] + w[-1]
    rows = contradictions.likeliest(first, len(s.told.wordings.mentions))
    x = contradictions.second_features(s.told, s.pairs[rows], first[rows], pipeline.ask_in_context)
    return Examples(s.told, s.pairs[rows], x, s.y[rows], s.weight[rows])


def main() -> None:
    """Read the corpus, fit both models, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    out = parser.parse_args().out
    pipeline = Pipeline(Settings())
    train, dev = ([examples(pipeline, f) for f in keyed.corpus(part)] for part in ("train", "dev"))
    w = fit(train, FIRST_PENALTY)
    print(f"first, AP: train {precision(train, FIRST_PENALTY):.3f}")
    second = [shown(pipeline, s, w) for s in dev]
    v = fit(second, SECOND_PENALTY)
    print(f"second, AP: dev {precision(second, SECOND_PENALTY):.3f}")
    logistic.write(out, "compare.contradictions", {"weights": ([*NAMES, "bias"], w), "second": ([*SECOND, "bias"], v)})


if __name__ == "__main__":
    main()
