"""Learns which stretches of a sentence are claim units.

    python -m training.units --out src/crossread/trace/unit_model.json

A network of one hidden layer over ``crossread.trace.unit_features``, on corpus train, in numpy. What it learns of a
candidate is how well it overlaps the mention of the key that it overlaps best. The threshold is set on corpus dev, by
mentions told for each mention of the key.
"""

import argparse
import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
from benchmarks import keyed
from numpy.typing import NDArray

from crossread.model.tree import Tree
from crossread.pipeline import Pipeline
from crossread.read import read
from crossread.settings import Settings
from crossread.trace.unit_model import SCALE, Rank, UnitModel, Weights, overlap
from crossread.trace.units import options, rank

HIDDEN = 16
"""Hidden units; with 1 span F1 on corpus dev is 0.03 lower, with 8 or 24 the same within 0.01."""
LEAST_SEEN = 150
"""Candidates of corpus train that must have a feature; 25 gives twice the features and the same F1."""
EPOCHS, BATCH, RATE, DECAY, DROPPED = 5, 256, 2e-3, 1e-3, 0.1
"""Passes, candidates a step, first learning rate (falls to 0), weight decay, share of features dropped in training."""
LOW, HIGH = 0.4, 0.9
"""Overlap (intersection over union) with a mention of the key up to which a candidate is worth 0, and from which 1."""
OVERLAP = 0.35
"""Intersection over union from which of two stretches only one is told; of 0.25 to 0.7 on corpus dev."""
PER_KEY = 1.1
"""Mentions told for each mention of the key on corpus dev: span F1 is within 0.01 of its best, and a mention too many
costs a reader less than one that is missing."""


class Rows(NamedTuple):
    """Candidates: features, place, and best overlap with a mention of the key; ``ends`` parts them by report."""

    features: list[list[str]]
    places: list[tuple[int, int]]
    ranks: list[Rank]
    best: NDArray[np.float32]
    ends: list[int]
    members: int


def prepare(pipeline: Pipeline, folders: list[Path]) -> Rows:
    """All candidates of some stories."""
    features: list[list[str]] = []
    places: list[tuple[int, int]] = []
    ranks: list[Rank] = []
    best: list[float] = []
    ends: list[int] = []
    members = 0
    for folder in folders:
        told: dict[str, set[tuple[int, int]]] = {}
        for cluster in keyed.key(folder)["clusters"]:
            for m in cluster["members"]:
                told.setdefault(m["file"], set()).add((m["start"], m["end"]))
        members += sum(map(len, told.values()))
        for annotated in pipeline.traced(read([str(folder / "reports")]), []).story.reports:
            spans = told.get(Path(annotated.report.path).name, set())
            tree = Tree(annotated)
            for option in options(annotated, tree):
                features.append(option.features)
                places.append(option.place)
                ranks.append(rank(tree, option))
                best.append(max((overlap(option.place, s) for s in spans), default=0.0))
            ends.append(len(places))
    return Rows(features, places, ranks, np.array(best, np.float32), ends, members)


def worth(best: NDArray[np.float32]) -> NDArray[np.float32]:
    """What a candidate is worth, 0 to 1, by its best overlap."""
    return np.clip((best - LOW) / (HIGH - LOW), 0, 1)


def fit(rows: Rows) -> Weights:
    """Adam (Kingma and Ba 2015) on the cross entropy, the learning rate falling in a line."""
    seen = Counter(f for names in rows.features for f in set(names))
    names = sorted(f for f, n in seen.items() if n >= LEAST_SEEN)
    row = {f: i for i, f in enumerate(names)}
    held = [np.array([row[f] for f in names if f in row]) for names in rows.features]
    y = worth(rows.best)
    rng = np.random.default_rng(0)
    shapes = ((len(names), HIDDEN, 0.1), (1, HIDDEN, 0.0), (HIDDEN, 1, 0.3), (1, 1, 0.0))
    p = [(rng.standard_normal((a, b)) * s).astype(np.float32) for a, b, s in shapes]
    mean, square = [np.zeros_like(w) for w in p], [np.zeros_like(w) for w in p]
    steps = EPOCHS * (len(held) // BATCH)
    step = 0
    for _ in range(EPOCHS):
        order = rng.permutation(len(held))
        for at in range(0, len(order) - BATCH + 1, BATCH):
            batch = order[at : at + BATCH]
            x = np.zeros((BATCH, len(names)), np.float32)
            for k, i in enumerate(batch):
                x[k, held[i]] = 1
            x *= rng.random(x.shape, dtype=np.float32) > DROPPED
            step += 1
            rate = RATE * (1 - step / steps)
            for w, g, m, v in zip(p, slopes(p, x, y[batch]), mean, square, strict=True):
                m += 0.1 * (g - m)
                v += 0.001 * (g * g - v)
                w -= rate * (m / (1 - 0.9**step) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8) + DECAY * w)
    table = {f: np.rint(p[0][i] * SCALE).astype(int).tolist() for f, i in row.items()}
    hidden, out = (np.round(w.ravel().astype(float), 4).tolist() for w in (p[1], p[2]))
    return Weights(table, hidden, out, round(float(p[3][0, 0]), 4), 0.0, OVERLAP)


def slopes(
    p: list[NDArray[np.float32]], x: NDArray[np.float32], y: NDArray[np.float32]
) -> tuple[NDArray[np.float32], ...]:
    """The gradients of the mean cross entropy of a batch, in the order of the weights."""
    hidden = np.maximum(x @ p[0] + p[1], 0)
    guess = 1 / (1 + np.exp(-(hidden @ p[2] + p[3])))
    above = (guess - y[:, None]) / len(y)
    below = (above @ p[2].T) * (hidden > 0)
    return x.T @ below, below.sum(0, keepdims=True), hidden.T @ above, above.sum(0, keepdims=True)


def told(model: UnitModel, rows: Rows, scores: NDArray[np.float64]) -> int:
    """How many units a model tells."""
    count, start = 0, 0
    for end in rows.ends:
        count += len(model.choose(rows.places[start:end], scores[start:end], rows.ranks[start:end]))
        start = end
    return count


def with_threshold(weights: Weights, rows: Rows) -> Weights:
    """The threshold that tells PER_KEY units for each mention of the key, to the hundredth."""
    scores = UnitModel(weights).score(rows.features)
    for hundredths in range(5, 95):
        weights = msgspec.structs.replace(weights, threshold=hundredths / 100)
        if told(UnitModel(weights), rows, scores) <= PER_KEY * rows.members:
            break
    return weights


def main() -> None:
    """Learn on corpus train, set the threshold on corpus dev, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    out: Path = parser.parse_args().out
    pipeline = Pipeline(Settings())
    weights = fit(prepare(pipeline, keyed.corpus("train")))
    weights = with_threshold(weights, prepare(pipeline, keyed.corpus("dev")))
    text = msgspec.json.format(msgspec.json.encode(weights), indent=1).decode()
    flat = re.sub(r"\[\s+([^\]]*?)\s+\]", lambda m: "[" + re.sub(r"\s+", " ", m[1]) + "]", text)
    out.write_text(flat + "\n", encoding="utf-8")
    print(f"{len(weights.features)} features, threshold {weights.threshold}")


if __name__ == "__main__":
    main()
