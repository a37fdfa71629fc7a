"""Learns which mentions deny which.

    python -m training.denial_pairs --out src/crossread/compare/denial_pairs.toml

A logistic model over ``crossread.compare.denial_pairs``, on corpus train. A pair is right where its mentions stand for
two sides of one conflict or tension of the key, whatever its kind but a figure, a date, a name or a wording; pairs of
the key's refinements are left out. Pairs of one conflict weigh less the more there are.
"""

import argparse
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from benchmarks import keyed
from numpy.typing import NDArray

from crossread.align import Aligner
from crossread.compare.denial_pairs import Likeness
from crossread.compare.pairs import Wordings
from crossread.model.story import Story
from crossread.model.vector import Embed
from crossread.pipeline import Pipeline
from crossread.read import read
from crossread.settings import Settings
from training import logistic
from training.number_pairs import sides

PENALTY = 100.0
"""L2 penalty on the weight of each standardised feature; one of 30, 100, 300, 1000 by average precision on corpus
train, each story left out once."""
OTHER_KINDS = frozenset({"number", "date", "name", "quote-wording"})
Example = tuple[NDArray[np.float32], bool, tuple[str, ...]]


def examples(story: Story, key: dict[str, Any], embed: Embed) -> tuple[list[str], list[Example]]:
    """The names of the features, and each pair that is weighed: features, whether it is right, entries of the key."""
    stands_for = keyed.scorer().stands_for
    file_of = {a.report.id: Path(a.report.path).name for a in story.reports}
    places = [(file_of[m.report], m.start, m.end) for m in story.mentions]
    right: dict[tuple[int, int], set[str]] = {}
    other: set[tuple[int, int]] = set()
    for entry in key["contradictions"]:
        of = sides(key, entry)
        told = {
            i: {n for n, side in enumerate(of) if any(stands_for(p, s) for s in side)} for i, p in enumerate(places)
        }
        hit = {i: some for i, some in told.items() if some}
        for i, mine in hit.items():
            for j, theirs in hit.items():
                if i == j or len(mine | theirs) < 2:
                    continue
                if entry["severity"] == "refinement" or entry["kind"] in OTHER_KINDS:
                    other.add((i, j))
                else:
                    right.setdefault((i, j), set()).add(entry["id"])
    likeness = Likeness(Wordings(story, embed))
    out: list[Example] = []
    for row, column in np.argwhere(likeness.may).tolist():
        pair = (likeness.rows[row], column)
        if pair in right or pair not in other:
            values = np.array([f[row, column] for f in likeness.features.values()], np.float32)
            out.append((values, pair in right, tuple(sorted(right.get(pair, ())))))
    return list(likeness.features), out


def main() -> None:
    """Read corpus train, fit, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    out = parser.parse_args().out
    pipeline = Pipeline(Settings())
    aligner = Aligner(pipeline.embed, pipeline.place, pipeline.ask)
    told: list[Example] = []
    weight: list[float] = []
    names: list[str] = []
    for folder in keyed.corpus("train"):
        story = aligner(pipeline.traced(read([str(folder / "reports")]), []).story)
        names, made = examples(story, keyed.key(folder), pipeline.embed)
        often = Counter(entry for _, _, entries in made for entry in entries)
        told += made
        weight += [min((often[e] for e in entries), default=1) ** -0.5 for _, _, entries in made]
    x = np.array([features for features, _, _ in told], np.float64)
    y = np.array([float(right) for _, right, _ in told])
    found = logistic.fit_standardised(x, y, PENALTY, np.array(weight))
    logistic.write(out, "compare.denial_pairs", {"weights": ([*names, "bias"], found)})


if __name__ == "__main__":
    main()
