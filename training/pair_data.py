"""Pairs of propositions with what they may be to each other: published sets, ECB+ sentences, our corpus."""

import hashlib
import itertools
import json
import random
from pathlib import Path

import msgspec

from crossread.annotate.pair_scorer import Side, side_of_text

SEED = 23
SAME, REFINES, CONTRADICTS, NEITHER = range(4)

ANSWERS = {
    "entailment": (SAME, REFINES),
    "contradiction": (CONTRADICTS,),
    "neutral": (NEITHER,),
    "not_entailment": (CONTRADICTS, NEITHER),
}
"""What each published label allows; the loss leaves the choice among them to the model."""

SHARES = {
    "vitaminc_real/dev": 0.25, "vitaminc_synth_test/test": 0.05, "fever_symmetric/dev": 1.0,
    "fever_symmetric/test": 1.0,
    "fever_adversarial/test": 0.5, "fever_binary/dev": 0.04, "fever_binary/test": 0.04, "fool_me_twice/dev": 0.6,
    "fool_me_twice/test": 0.6, "breaking_nli/all": 0.15, "neg_nli/snli": 1.0, "neg_nli/mnli": 1.0, "neg_nli/rte": 0.2,
    "mnli_watson_en/train": 0.5, "mnli_binary/dev": 0.05, "mnli_binary/test": 0.05, "snli_devtest/dev": 0.7,
    "snli_devtest/test": 0.7, "med_monotonicity/all": 0.05,
}  # fmt: skip
"""How much of each file is used: news-like and minimal pairs first."""
HELD_OUT = 10
"""One page or premise in so many is kept for choosing."""


class Pair(msgspec.Struct):
    """Two mentions, each with its context or a text that stands alone, and what they may be to each other."""

    a: Side
    b: Side
    allowed: tuple[int, ...]


def _held(key: str) -> bool:
    return int(hashlib.sha256(key.encode()).hexdigest(), 16) % HELD_OUT == 0


def published_texts(
    data: Path, held: bool, shares: dict[str, float], seed: int
) -> list[tuple[str, str, tuple[int, ...]]]:
    """Pairs of the published sets with what they allow, split by page (VitaminC) or premise."""
    rng, out = random.Random(seed), []
    for name, share in shares.items():
        for line in (data / "pairs" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            wanted = _held(row.get("page") or row["premise"]) == held
            if wanted and rng.random() < share and row["label"] in ANSWERS:
                out.append((_clean(row["premise"]), _clean(row["hypothesis"]), ANSWERS[row["label"]]))
    return out


def published(data: Path, held: bool, shares: dict[str, float], seed: int = SEED) -> list[Pair]:
    """The same as pairs to learn from."""
    told = published_texts(data, held, shares, seed)
    return [Pair(side_of_text(a), side_of_text(b), allowed) for a, b, allowed in told]


def _clean(text: str) -> str:
    """Tokenised text written as news is."""
    for old, new in (("-LRB-", "("), ("-RRB-", ")"), ("``", '"'), ("''", '"'), (" ,", ","), (" .", "."), (" 's", "'s")):
        text = text.replace(old, new)
    return text


def topic_pairs(path: Path) -> list[tuple[str, str, bool]]:
    """Every pair of event sentences from two documents of a topic of ECB+, and whether they share an event."""
    topics: dict[str, list[tuple[str, str, set[str]]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for number, text in row["sents"].items():
            chains = {e["chain"] for e in row["events"] if str(e["sent"]) == number and "Singleton" not in e["chain"]}
            topics.setdefault(row["topic"], []).append((row["doc"], _clean(text), chains))
    pairs = (pair for sentences in topics.values() for pair in itertools.combinations(sentences, 2))
    return [(a, b, bool(x & y)) for (doc, a, x), (other, b, y) in pairs if doc != other]
