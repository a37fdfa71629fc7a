"""Learns which mentions tell one claim, on the corpus.

``python -m training.join --left left0/mentions.onnx left1/mentions.onnx --out src/crossread/align/join.json``

Two logistic models: one over ``crossread.align.features``, on corpus train and dev, and one over its log odds and the
pair model's shares, on corpus dev. The mentions are those that the program itself finds; a pair is
"one claim" where the two stand for members of one claim of the key, as ``score_dossier.py`` says what stands for what.
The threshold is the one that gives the best mean of pair F1 and BCubed F1 on corpus dev: pair F1 alone rewards joining
too much where one claim has many mentions.
"""

import argparse
import json
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
from benchmarks import keyed
from numpy.typing import NDArray

from crossread.align import apart, candidates, features, profile
from crossread.align.join import SECOND, Weights, asked, joined, probabilities, second_features
from crossread.annotate.mention_encoder import MentionEncoder
from crossread.model.story import Story
from crossread.model.vector import EmbedMentions, ScorePairs
from crossread.pipeline import Pipeline
from crossread.read import read
from crossread.settings import Settings
from training import logistic

PENALTY = 1.0
"""L2 penalty on the weights (not the bias); one of 0.1, 1, 10 on corpus dev."""
DEV_COUNTS = 3.0
"""What a pair of corpus dev counts beside one of corpus train: it is seen by the encoder that is shipped, one of train
by an encoder of half the stories, whose word is worth less. With 0, 1, 3 and 10 AP is .594, .596, .597, .598."""
THRESHOLDS = np.arange(0.2, 0.8, 0.02)
ALIKE = 0.005
"""Thresholds whose figures differ by no more are alike; the highest is taken, since two claims told as one mislead a
reader more than one told as two."""


class Pairs(msgspec.Struct):
    """The candidate pairs of one story: features, labels (1, 0, or -1 for not in the key), those that never share a
    claim by what the story tells of them, and gold pairs."""

    story: Story
    pairs: NDArray[np.int64]
    x: NDArray[np.float64]
    y: NDArray[np.int64]
    never: NDArray[np.bool_]
    claims_of: list[set[str]]
    gold: list[tuple[set[int], set[int]]]
    members: list[tuple[str, int | None]]


def prepare(pipeline: Pipeline, folder: Path, place: EmbedMentions) -> Pairs:
    """Run the program up to ``align`` and label its pairs by the key; ``place`` has not learned from this story."""
    story = pipeline.traced(read([str(folder / "reports")]), []).story
    key = keyed.key(folder)
    stands_for = keyed.scorer().stands_for
    file_of = {a.report.id: Path(a.report.path).name for a in story.reports}
    spans = [(file_of[m.report], m.start, m.end) for m in story.mentions]
    claims_of: list[set[str]] = [set() for _ in spans]
    gold: list[tuple[set[int], set[int]]] = []
    members: list[tuple[str, int | None]] = []
    iou = keyed.scorer().iou
    for cluster in key["clusters"]:
        found = []
        for g in cluster["members"]:
            here = {i for i, s in enumerate(spans) if stands_for(s, (g["file"], g["start"], g["end"]))}
            for i in here:
                claims_of[i].add(cluster["id"])
            found.append((g["file"], here))
            at = (g["file"], g["start"], g["end"])
            members.append((cluster["id"], max(sorted(here), key=lambda i: iou(spans[i], at), default=None)))
        gold += [(a, b) for k, (f, a) in enumerate(found) for f2, b in found[k + 1 :] if f != f2]
    profiles = profile.build(story, pipeline.embed, place)
    pairs, hub = candidates.find(profiles)
    x = features.matrix(profiles, pairs, hub)
    y = np.array([_label(claims_of[i], claims_of[j]) for i, j in pairs.tolist()])
    y[x[:, features.NAMES.index("together")] > 0] = -1  # both may stand for one member of the key
    return Pairs(story, pairs, x, y, apart.by_story(story, profiles, pairs), claims_of, gold, members)


def _label(a: set[str], b: set[str]) -> int:
    return -1 if not a or not b else int(bool(a & b))


def fit(x: NDArray[np.float64], y: NDArray[np.int64], weight: NDArray[np.float64] | None = None) -> NDArray[np.float64]:
    """Weights of a logistic model; the first feature is the bias."""
    return logistic.fit(x, y, np.array([0.0] + [PENALTY] * (x.shape[1] - 1)), weight)


def first(train: list[Pairs], dev: list[Pairs]) -> NDArray[np.float64]:
    """Weights of the first model over both parts."""
    kept = [d.y >= 0 for d in (*train, *dev)]
    x = np.concatenate([d.x[k] for d, k in zip((*train, *dev), kept, strict=True)])
    y = np.concatenate([d.y[k] for d, k in zip((*train, *dev), kept, strict=True)])
    counts = [1.0] * len(train) + [DEV_COUNTS] * len(dev)
    return fit(x, y, np.concatenate([np.full(k.sum(), c) for c, k in zip(counts, kept, strict=True)]))


class Asked(NamedTuple):
    """A story with the first model's log odds of its pairs and what the pair model says of the likelier."""

    data: Pairs
    first: NDArray[np.float64]
    told: NDArray[np.float64]


def second(stories: list[Asked]) -> NDArray[np.float64]:
    """Weights over ``SECOND``. Fitted on stories that the pair model has not learned from, since on others it is too
    sure of itself."""
    rows = [np.flatnonzero((s.told[:, -1] >= 0) & (s.data.y >= 0)) for s in stories]
    x = np.concatenate([second_features(s.first[r], s.told[r]) for s, r in zip(stories, rows, strict=True)])
    return fit(x, np.concatenate([s.data.y[r] for s, r in zip(stories, rows, strict=True)]))


class Judged(NamedTuple):
    """A story with the probability of each pair and what the pair model says of it."""

    data: Pairs
    chances: NDArray[np.float64]
    told: NDArray[np.float64]


def left_out(train: list[Pairs], dev: list[Pairs], ask: ScorePairs) -> list[Judged]:
    """Each dev story's pairs judged by models that have not seen it."""
    out = []
    for n, d in enumerate(dev):
        others = dev[:n] + dev[n + 1 :]
        w = first(train, others)
        v = second([_asked(e, w, ask) for e in others])
        mine = _asked(d, w, ask)
        out.append(Judged(d, probabilities(mine.first, mine.told, v), mine.told))
    return out


def _asked(data: Pairs, w: NDArray[np.float64], ask: ScorePairs) -> Asked:
    odds = data.x @ w
    return Asked(data, odds, asked(data.story, data.pairs, odds, ask))


def quality(judged: Judged, threshold: float) -> tuple[float, float]:
    """(F1 over cross-report pairs, BCubed F1 over the key's mentions), as ``score_dossier.py`` counts them."""
    data, chances, told = judged
    barred = apart.by_features(data.x, chances >= threshold, told) | data.never
    groups = joined(len(data.story.mentions), data.pairs, chances, barred, threshold)
    of = {i: n for n, g in enumerate(groups) for i in g}
    report = [m.report for m in data.story.mentions]
    pairs = [(i, j) for g in groups for k, i in enumerate(g) for j in g[k + 1 :] if report[i] != report[j]]
    right = sum(bool(data.claims_of[i] & data.claims_of[j]) for i, j in pairs)
    found = sum(bool({of[i] for i in a} & {of[j] for j in b}) for a, b in data.gold)
    return harmonic(right / max(1, len(pairs)), found / max(1, len(data.gold))), bcubed(data.members, of)


def bcubed(members: list[tuple[str, int | None]], of: dict[int, int]) -> float:
    """BCubed F1 (Bagga and Baldwin 1998); a mention that nothing stands for is alone."""
    label = [of[i] if i is not None else -1 - k for k, (_, i) in enumerate(members)]
    told, gold = defaultdict(set), defaultdict(set)
    for k, (claim, _) in enumerate(members):
        told[label[k]].add(k)
        gold[claim].add(k)
    shared = [len(told[label[k]] & gold[claim]) for k, (claim, _) in enumerate(members)]
    precision = np.mean([n / len(told[label[k]]) for k, n in enumerate(shared)])
    recall = np.mean([n / len(gold[members[k][0]]) for k, n in enumerate(shared)])
    return harmonic(float(precision), float(recall))


def harmonic(a: float, b: float) -> float:
    """F1 of a precision and a recall."""
    return 2 * a * b / max(1e-9, a + b)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("src/crossread/align/join.json"))
    parser.add_argument("--left", type=Path, nargs=2, required=True, help="mentions.onnx of ``--leave 0``, ``1``")
    args = parser.parse_args()
    pipeline = Pipeline(Settings())
    left = [MentionEncoder(graph=path) for path in args.left]
    train = [prepare(pipeline, f, left[n % 2]) for n, f in enumerate(keyed.corpus("train"))]
    dev = [prepare(pipeline, f, pipeline.place) for f in keyed.corpus("dev")]
    w = first(train, dev)
    v = second([_asked(d, w, pipeline.ask) for d in dev])
    sure = left_out(train, dev, pipeline.ask)
    figures = {float(t): np.mean([quality(judged, t) for judged in sure], axis=0) for t in THRESHOLDS}
    best = max(float(f.mean()) for f in figures.values())
    threshold = max(t for t, f in figures.items() if f.mean() > best - ALIKE)
    weights = {name: round(float(v), 4) for name, v in zip(features.NAMES, w, strict=True)}
    print(weights)
    print(f"each left out: dev F1, BCubed {figures[threshold].round(3)} at {threshold:.2f}")
    again = {name: round(float(u), 4) for name, u in zip(SECOND, v, strict=True)}
    print(again)
    made = Weights(weights, again, round(threshold, 2))
    args.out.write_text(json.dumps(msgspec.to_builtins(made), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
