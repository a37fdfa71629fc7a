"""Pairs of propositions with what they may be to each other: published sets, ECB+ sentences, our corpus."""

import hashlib
import itertools
import json
import random
import tomllib
from pathlib import Path

import msgspec

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
EVENTS = 2500
"""ECB+ pairs of each kind."""
HELD_OUT = 10
"""One page or premise in so many is kept for choosing."""


class Pair(msgspec.Struct):
    """Two texts and what they may be to each other."""

    a: str
    b: str
    allowed: tuple[int, ...]


def _held(key: str) -> bool:
    return int(hashlib.sha256(key.encode()).hexdigest(), 16) % HELD_OUT == 0


def published(data: Path, held: bool, shares: dict[str, float], seed: int = SEED) -> list[Pair]:
    """Pairs of the published sets, split by page (VitaminC) or premise."""
    rng, out = random.Random(seed), []
    for name, share in shares.items():
        for line in (data / "pairs" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            wanted = _held(row.get("page") or row["premise"]) == held
            if wanted and rng.random() < share and row["label"] in ANSWERS:
                out.append(Pair(_clean(row["premise"]), _clean(row["hypothesis"]), ANSWERS[row["label"]]))
    return out


def _clean(text: str) -> str:
    """Tokenised text written as news is."""
    for old, new in (("-LRB-", "("), ("-RRB-", ")"), ("``", '"'), ("''", '"'), (" ,", ","), (" .", "."), (" 's", "'s")):
        text = text.replace(old, new)
    return text


def ecb(path: Path, every: bool) -> list[Pair]:
    """Sentence pairs of one topic's documents: sharing an event or not. ``every`` keeps all, else negatives are few."""
    rng = random.Random(SEED)
    topics: dict[str, list[tuple[str, str, set[str]]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for number, text in row["sents"].items():
            chains = {e["chain"] for e in row["events"] if str(e["sent"]) == number and "Singleton" not in e["chain"]}
            if chains or every:
                topics.setdefault(row["topic"], []).append((row["doc"], _clean(text), chains))
    out = []
    for sentences in topics.values():
        for (doc, a, x), (other, b, y) in itertools.combinations(sentences, 2):
            if doc != other and (x & y or every or rng.random() < 0.35):
                out.append(Pair(a, b, (SAME, REFINES, CONTRADICTS) if x & y else (NEITHER,)))
    if every:
        return out
    positive = [p for p in out if NEITHER not in p.allowed]
    rng.shuffle(positive)
    negative = [p for p in out if NEITHER in p.allowed]
    rng.shuffle(negative)
    return positive[:EVENTS] + negative[:EVENTS]


def corpus_pairs(corpus: Path, part: str) -> list[Pair]:
    """Pairs of the corpus stories of one part of its split."""
    names = tomllib.loads((corpus / "split.toml").read_text(encoding="utf-8"))[part]
    out = []
    for name in sorted(names):
        out += _story(json.loads((corpus / "built" / name / "key.json").read_text(encoding="utf-8")))
    return out


def _story(key: dict) -> list[Pair]:
    rng, out = random.Random(SEED), []
    members = {c["id"]: c["members"] for c in key["clusters"]}
    opposed: dict[frozenset[str], tuple[int, ...]] = {}
    for c in key["contradictions"]:
        for a, b in itertools.combinations(sorted(set(c["clusters"])), 2):
            opposed[frozenset((a, b))] = (REFINES, CONTRADICTS) if c["severity"] == "refinement" else (CONTRADICTS,)
    for cluster in key["clusters"]:
        texts = sorted({m["text"] for m in cluster["members"]})
        for a, b in itertools.combinations(texts, 2):
            out += [Pair(a, b, (SAME,)), Pair(b, a, (SAME,))]
        out += [Pair(text, cluster["gloss"], (SAME, REFINES)) for text in texts]
    for a, b in itertools.combinations(sorted(members), 2):
        kind = opposed.get(frozenset((a, b)))
        crossed = [(x, y) for x in members[a] for y in members[b] if _apart(x, y)]
        rng.shuffle(crossed)
        if kind:
            out += [Pair(x["text"], y["text"], kind) for x, y in crossed[:12]]
            out += [Pair(y["text"], x["text"], kind) for x, y in crossed[:12]]
        else:
            scored = [(_overlap(x["text"], y["text"]), x, y) for x, y in crossed[:6]]
            out += [Pair(x["text"], y["text"], (NEITHER,)) for s, x, y in scored if s > 0.25 or rng.random() < 0.03]
    return out


def _apart(x: dict, y: dict) -> bool:
    return x["file"] != y["file"] or x["end"] <= y["start"] or y["end"] <= x["start"]


def _overlap(a: str, b: str) -> float:
    x, y = ({w for w in t.lower().split() if len(w) > 3} for t in (a, b))
    return len(x & y) / max(1, min(len(x), len(y)))
