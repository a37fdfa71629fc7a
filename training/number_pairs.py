"""Learns which figures count one thing.

    python -m training.number_pairs --out src/crossread/compare/number_pairs.toml

A logistic model over ``crossread.compare.number_pairs``, on corpus train. A pair is one thing where its mentions stand
for two sides of one conflict or tension of the key, and both figures lie within words of that key entry; pairs of the
key's refinements are left out. Pairs of one conflict weigh less the more there are.
"""

import argparse
from pathlib import Path
from typing import Any

import numpy as np
from benchmarks import keyed

from crossread.compare.counted import Count, counts
from crossread.compare.number_pairs import Likeness
from crossread.compare.numbers import Pairs
from crossread.model.story import Story
from crossread.pipeline import Pipeline
from crossread.read import read
from crossread.settings import Settings
from training import logistic
from training.opposed import Place, sides, weights

PENALTY = 3.3
"""L2 penalty on every weight; one of 1, 3.3, 10, 33 by average precision on corpus train, each story left out once."""


def examples(story: Story, key: dict[str, Any], pipeline: Pipeline) -> list[tuple[dict[str, float], tuple[str, ...]]]:
    """Each pair that may part: its features and the key's entries that it is one of."""
    stands_for = keyed.scorer().stands_for
    file_of = {a.report.id: Path(a.report.path).name for a in story.reports}
    told = counts(story)
    pairs = Pairs(story, told, pipeline.embed([c.about for c in told]))
    likeness = Likeness(story, told, pairs.clauses, pipeline.embed)

    def hits(c: Count, side: list[Place]) -> bool:
        m = story.mentions[c.mention]
        return any(stands_for((file_of[m.report], m.start, m.end), p) for p in side)

    def inside(c: Count, of: list[list[Place]]) -> bool:
        return any(p[0] == file_of[c.report] and p[1] <= c.quantity.start < p[2] for side in of for p in side)

    entries = []
    for entry in key["contradictions"]:
        of = sides(key, entry)
        hit = [frozenset(n for n, side in enumerate(of) if hits(c, side)) for c in told]
        entries.append((entry, hit, [inside(c, of) for c in told]))
    out = []
    for i in range(len(told)):
        for j in range(i + 1, len(told)):
            if not pairs.could_part(i, j):
                continue
            mine = [(e, within[i] and within[j]) for e, hit, within in entries
                    if hit[i] and hit[j] and len(hit[i] | hit[j]) > 1]  # fmt: skip
            right = tuple(e["id"] for e, within in mine if e["severity"] != "refinement" and within)
            if right or not any(e["severity"] == "refinement" for e, _ in mine):
                out.append((likeness.features(i, j), right))
    return out


def main() -> None:
    """Read corpus train, fit, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    out = parser.parse_args().out
    pipeline = Pipeline(Settings())
    features: list[dict[str, float]] = []
    y: list[float] = []
    weight: list[float] = []
    for folder in keyed.corpus("train"):
        traced = pipeline.traced(read([str(folder / "reports")]), []).story
        made = examples(traced, keyed.key(folder), pipeline)
        features += [told for told, _ in made]
        y += [float(bool(right)) for _, right in made]
        weight += weights([right for _, right in made])
    names = list(features[0])
    x = np.array([[f[n] for n in names] for f in features])
    found = logistic.fit(x, np.array(y), np.full(len(names), PENALTY), np.array(weight))
    logistic.write(out, "compare.number_pairs", {"weights": (names, found)})


if __name__ == "__main__":
    main()
