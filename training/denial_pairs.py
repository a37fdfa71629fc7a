"""Learns which mentions deny which.

    python -m training.denial_pairs --out src/crossread/compare/denial_pairs.toml

A logistic model over ``crossread.compare.denial_pairs``, on corpus train. A pair is right where its mentions stand for
two sides of one conflict or tension of the key, whatever its kind but a figure, a date, a name or a wording; pairs of
the key's refinements are left out. Pairs of one conflict weigh less the more there are.
"""

import argparse
from pathlib import Path
from typing import Any

import numpy as np
from benchmarks import keyed
from numpy.typing import NDArray

from crossread.compare.denial_pairs import Likeness
from crossread.compare.pairs import Wordings
from crossread.model.story import Story
from crossread.model.vector import Embed
from crossread.pipeline import Pipeline
from crossread.settings import Settings
from training import logistic
from training.opposed import aligned, labels, weights

PENALTY = 100.0
"""L2 penalty on the weight of each standardised feature; one of 30, 100, 300, 1000 by average precision on corpus
train, each story left out once."""
OTHER_KINDS = frozenset({"number", "date", "name", "quote-wording"})
Example = tuple[NDArray[np.float32], bool, tuple[str, ...]]


def examples(story: Story, key: dict[str, Any], embed: Embed) -> tuple[list[str], list[Example]]:
    """The names of the features, and each pair that is weighed: features, whether it is right, entries of the key."""
    known = labels(story, key)
    right = {
        pair: sorted({e["id"] for e in some if e["severity"] != "refinement" and e["kind"] not in OTHER_KINDS})
        for pair, some in known.items()
    }
    likeness = Likeness(Wordings(story, embed))
    out: list[Example] = []
    for row, column in np.argwhere(likeness.may).tolist():
        pair = frozenset((likeness.rows[row], column))
        if right.get(pair) or pair not in known:
            values = np.array([f[row, column] for f in likeness.features.values()], np.float32)
            out.append((values, bool(right.get(pair)), tuple(right.get(pair, ()))))
    return list(likeness.features), out


def main() -> None:
    """Read corpus train, fit, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    out = parser.parse_args().out
    pipeline = Pipeline(Settings())
    told: list[Example] = []
    weight: list[float] = []
    names: list[str] = []
    for folder in keyed.corpus("train"):
        names, made = examples(aligned(pipeline, folder), keyed.key(folder), pipeline.embed)
        told += made
        weight += weights([entries for _, _, entries in made])
    x = np.array([features for features, _, _ in told], np.float64)
    y = np.array([float(right) for _, right, _ in told])
    found = logistic.fit_standardised(x, y, PENALTY, np.array(weight))
    logistic.write(out, "compare.denial_pairs", {"weights": ([*names, "bias"], found)})


if __name__ == "__main__":
    main()
