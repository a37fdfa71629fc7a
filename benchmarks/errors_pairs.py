"""Errors of the models that weigh two texts, for ``benchmarks.errors``: (weight, kind, text)."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from training.pair_data import CONTRADICTS, NEITHER, SEED, published_texts

from benchmarks import keyed
from benchmarks.quality_claims import across, cosines, told
from benchmarks.quality_pairs import KEPT
from crossread.annotate.mention_encoder import MentionEncoder
from crossread.annotate.pair_scorer import PairScorer
from crossread.model.stems import content_stems

Errors = Iterator[tuple[float, str, str]]


def same_claim(_: Path) -> Errors:
    """Pairs of key mentions of corpus dev: as many of the nearest as there are true pairs are taken for true."""
    encoder = MentionEncoder(1)
    for folder in keyed.corpus("dev"):
        story, claims = told(folder)
        a, b, right = across(story, claims)
        near = cosines(encoder(story).vectors, a, b)
        least = np.sort(near)[-int(right.sum())]
        for i, j, same, cosine in zip(a.tolist(), b.tolist(), right, near, strict=True):
            if same != (cosine >= least):
                one, two = story.mentions[i].text, story.mentions[j].text
                kind = "one claim, far apart" if same else "two claims, near"
                yield abs(cosine - least), f"{kind}, {_shared(one, two)}", f"{one} / {two}"


def _shared(one: str, two: str) -> str:
    left, right = set(content_stems(one)), set(content_stems(two))
    share = len(left & right) / max(1, min(len(left), len(right)))
    return "no word in common" if not share else "fewer than half of the words" if share < 0.5 else "words in common"


def facts(data: Path) -> Errors:
    """Support taken for refutation and the other way round, on pages and premises kept from training."""
    rows = [t for t in published_texts(data, True, KEPT, SEED) if t[2] != (NEITHER,)]
    scores = PairScorer(1).texts([(a, b) for a, b, _ in rows])
    for (a, b, allowed), score in zip(rows, scores, strict=True):
        refuted = CONTRADICTS in allowed
        sure = float(score[CONTRADICTS] - score[0] - score[1])
        if (sure > 0) != refuted:
            yield abs(sure), "refuted, told as support" if refuted else "support, told as refuted", f"{a} / {b}"
