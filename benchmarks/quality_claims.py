"""Same claim or not, at the key's own mentions: mention encoder, embedder, and the pair scorer behind a filter."""

from collections import defaultdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks import keyed
from benchmarks.ranking import average_precision
from crossread.annotate.encoder import Embedder
from crossread.annotate.mention_encoder import MentionEncoder
from crossread.annotate.pair_scorer import PairScorer
from crossread.model.annotated import Annotated
from crossread.model.mention import Mention
from crossread.model.story import Story
from crossread.read import read

KEPT = 0.95
"""Share of the true pairs that the filter before the pair scorer is to keep."""


def told(folder: Path) -> tuple[Story, list[str]]:
    """The key's mentions as a story, and each one's claim."""
    reading = read([str(folder / "reports")])
    ids = {Path(r.path).name: r.id for r in reading.reports}
    rows = sorted(
        (ids[m["file"]], m["start"], m["end"], claim["id"])
        for claim in keyed.key(folder)["clusters"]
        for m in claim["members"]
    )
    texts = {r.id: r.text for r in reading.reports}
    mentions = tuple(Mention(r, a, b, texts[r][a:b], texts[r][a:b], "affirmed", "asserted", ()) for r, a, b, _ in rows)
    return Story(tuple(Annotated(r) for r in reading.reports), mentions), [row[3] for row in rows]


def measure(encoder: MentionEncoder, embedder: Embedder, scorer: PairScorer, every: int = 1) -> dict[str, float]:
    """Means over corpus dev stories, over pairs of mentions in different reports."""
    found: dict[str, list[float]] = defaultdict(list)
    for folder in keyed.corpus("dev")[::every]:
        story, claims = told(folder)
        a, b, right = across(story, claims)
        by_text = cosines(embedder.embed([m.text for m in story.mentions]), a, b)
        near = cosines(encoder(story).vectors, a, b)
        least = np.sort(near[right])[int((1 - KEPT) * right.sum())]
        passed = near >= least
        same = scorer(story, list(zip(a[passed].tolist(), b[passed].tolist(), strict=True)))[:, 0]
        found["same claim, AP"].append(average_precision(near, right))
        found["same claim, AP by cosine"].append(average_precision(by_text, right))
        found["pairs passed by a filter that keeps 95 %"].append(float(passed.mean()))
        found["same claim behind the filter, AP of the pair scorer"].append(average_precision(same, right[passed]))
        found["same claim behind the filter, AP"].append(average_precision(near[passed], right[passed]))
    return {name: 100 * float(np.mean(values)) for name, values in found.items()}


def across(story: Story, claims: list[str]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]:
    """The pairs of mentions of two reports, as two rows of indices, and whether each tells one claim."""
    report = np.array([m.report for m in story.mentions])
    a, b = np.triu_indices(len(report), 1)
    a, b = a[other := report[a] != report[b]], b[other]
    return a, b, np.array([claims[i] == claims[j] for i, j in zip(a, b, strict=True)])


def cosines(rows: NDArray[np.float32], a: NDArray[np.int64], b: NDArray[np.int64]) -> NDArray[np.float32]:
    """The cosine of each pair of unit rows."""
    told: NDArray[np.float32] = np.einsum("ij,ij->i", rows[a], rows[b])
    return told
