"""Shared text: how well copies are told, and how fast.   python benchmarks/reuse.py [clough|edits|speed] ...

clough  the Clough and Stevenson (2011) corpus of copied answers, 4 classes, 10-fold; ../shared beside the repository
edits   copies made from the stories' texts (byline added, cut to a quarter, a fifth of the words replaced, a 30-word
        passage embedded): recall; and false links between unrelated reports
speed   10,000 made-up reports on one core: seconds and peak memory
"""

import argparse
import json
import random
import resource
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crossread.model.annotated import Annotated
from crossread.model.report import Published, Report
from crossread.trace.fingerprints import Hasher, Worded
from crossread.trace.passages import passages
from crossread.trace.reuse import edges

SHARED = Path(__file__).resolve().parents[2] / "shared"
Rows = NDArray[np.float64]
# Reports this far apart tell different events; they may still quote one and the same old speech.
APART = timedelta(days=60)


# --- Clough and Stevenson -------------------------------------------------------------------------------------


def clough(shared: Path, repeats: int = 10) -> dict[str, float]:
    """4-class accuracy (none, heavy, light, cut) by 10-fold cross-validation, mean over shuffles."""
    docs = [json.loads(line) for line in (shared / "data/reuse/clough_stevenson/docs.jsonl").open(encoding="utf-8")]
    hasher = Hasher()
    sources = {d["task"]: hasher.text(d["text"]) for d in docs if d["label"] == "orig"}
    answers = [d for d in docs if d["label"] != "orig"]
    x = np.array([features(hasher.text(d["text"]), sources[d["task"]]) for d in answers])
    names = sorted({d["label"] for d in answers})
    y = np.array([names.index(d["label"]) for d in answers])
    scores = [_folds(x, y, len(names), np.random.default_rng(seed)) for seed in range(repeats)]
    return {"answers": len(y), "accuracy": float(np.mean(scores)), "sd": float(np.std(scores))}


def features(answer: Worded, source: Worded) -> list[float]:
    """Containment of word n-grams, common subsequence and runs: how much is shared, and in what order."""
    out = [_containment(answer.forms, source.forms, n) for n in (1, 2, 3, 4, 5, 7)]
    common, longest = _in_order(answer.forms, source.forms)
    found = passages(answer, source)
    covered = sum(p.same for p in found) / max(1, answer.size)
    return [*out, common, longest, covered]


def _containment(a: NDArray[np.uint64], b: NDArray[np.uint64], n: int) -> float:
    grams = [set(zip(*(list(x[i:]) for i in range(n)), strict=False)) for x in (a, b)]
    return len(grams[0] & grams[1]) / max(1, len(grams[0]))


def _in_order(a: NDArray[np.uint64], b: NDArray[np.uint64]) -> tuple[float, float]:
    """Longest common subsequence and longest common run, by the answer's length."""
    best = np.zeros(len(b) + 1, np.int64)
    run = np.zeros(len(b) + 1, np.int64)
    longest = 0
    for word in a:
        same = b == word
        run[1:] = np.where(same, run[:-1] + 1, 0)
        longest = max(longest, int(run.max()))
        step = np.where(same, best[:-1] + 1, 0)
        best[1:] = np.maximum.accumulate(np.maximum(best[1:], step))
    return int(best[-1]) / max(1, len(a)), min(1.0, longest / 40)


def _folds(x: Rows, y: NDArray[np.int64], classes: int, rng: np.random.Generator, k: int = 10) -> float:
    order = rng.permutation(len(y))
    right = 0
    for fold in range(k):
        test = order[fold::k]
        train = np.setdiff1d(order, test)
        mean, sd = x[train].mean(0), x[train].std(0) + 1e-9
        weights = _softmax_regression((x[train] - mean) / sd, y[train], classes)
        rows = np.column_stack([(x[test] - mean) / sd, np.ones(len(test))])
        right += int(((rows @ weights).argmax(1) == y[test]).sum())
    return right / len(y)


def _softmax_regression(x: Rows, y: NDArray[np.int64], classes: int, ridge: float = 1.0) -> Rows:
    rows = np.column_stack([x, np.ones(len(x))])
    weights = np.zeros((rows.shape[1], classes))
    target = np.eye(classes)[y]
    for _ in range(400):
        logits = rows @ weights
        p = np.exp(logits - logits.max(1, keepdims=True))
        p /= p.sum(1, keepdims=True)
        weights -= 0.5 * (rows.T @ (p - target) + ridge * weights) / len(rows)
    return weights


# --- Synthetic edits ------------------------------------------------------------------------------------------


def byline(text: str, rng: random.Random, _: str) -> str:
    """The same text under a byline and a notice."""
    return f"By Staff Writer {rng.randint(1, 99)}\nUpdated this morning\n{text}\nShare this article"


def quarter(text: str, rng: random.Random, _: str) -> str:
    """A run of a quarter of the words."""
    words = text.split()
    size = max(30, len(words) // 4)
    start = rng.randrange(max(1, len(words) - size))
    return " ".join(words[start : start + size])


def replaced(text: str, rng: random.Random, other: str) -> str:
    """A fifth of the words replaced by words of another report."""
    words, stock = text.split(), other.split()
    for i in rng.sample(range(len(words)), len(words) // 5):
        words[i] = rng.choice(stock)
    return " ".join(words)


def embedded(text: str, rng: random.Random, other: str) -> str:
    """30 words of the text inside another report."""
    words, host = text.split(), other.split()
    start, at = rng.randrange(max(1, len(words) - 30)), rng.randrange(len(host))
    return " ".join([*host[:at], *words[start : start + 30], *host[at:]])


EDITS: tuple[Callable[[str, random.Random, str], str], ...] = (byline, quarter, replaced, embedded)


def edits(shared: Path, rounds: int = 3) -> dict[str, Any]:
    """Recall of each edit, and false links in pairs of reports of different stories and topics."""
    stories = _stories(shared)
    rng = random.Random(6)
    news = _unrelated(shared)
    hosts = [text for _, _, text in news]
    out: dict[str, Any] = {}
    for edit in EDITS:
        hits = total = 0
        for story in stories:
            for text in story:
                for _ in range(rounds):
                    other = rng.choice(hosts)
                    hits += linked(text, edit(text, rng, other))
                    total += 1
        out[edit.__name__] = {"recall": round(hits / total, 4), "of": total}
    out["unrelated"] = _false_links(news, rng)
    return out


def linked(a: str, b: str) -> bool:
    """Whether two texts are told to share text, quoted or not."""
    return bool(edges([_report("r00", a), _report("r01", b)]))


def _false_links(rows: list[tuple[str, date, str]], rng: random.Random, count: int = 20_000) -> dict[str, float]:
    """Links told between reports of different publishers, APART or more from each other."""
    hasher = Hasher()
    worded = [hasher.text(text) for _, _, text in rows]
    chosen: set[tuple[int, int]] = set()
    while len(chosen) < count:
        a, b = sorted(rng.sample(range(len(rows)), 2))
        if rows[a][0] != rows[b][0] and abs(rows[a][1] - rows[b][1]) >= APART:
            chosen.add((a, b))
    false = [p for p in sorted(chosen) if passages(worded[p[0]], worded[p[1]])]
    return {"links": len(false), "pairs": len(chosen), "per_1000": round(1000 * len(false) / len(chosen), 3)}


def _stories(shared: Path) -> list[list[str]]:
    return [[t for _, t in _texts(d / "reports")] for d in sorted((shared / "stories").iterdir()) if d.is_dir()]


def _texts(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.iterdir()):
        raw = path.read_text(encoding="utf-8")
        yield path.name, json.loads(raw)["text"] if path.suffix == ".json" else raw


def _unrelated(shared: Path) -> list[tuple[str, date, str]]:
    """Publisher, day and text of the attribution corpus's articles (US politics, 2016)."""
    rows = (json.loads(line) for line in (shared / "data/polnear/train.jsonl").open(encoding="utf-8"))
    return [(r["publisher"], date.fromisoformat(r["date"]), r["text"]) for r in rows]


def _report(id: str, text: str) -> Annotated:
    return Annotated(Report(id, f"{id}.txt", "", text, "en", Published()))


# --- Speed ----------------------------------------------------------------------------------------------------


def speed(count: int = 10_000, length: int = 450) -> dict[str, float]:
    """Seconds to find the shared text of made-up reports, of which a tenth copies another in part."""
    texts = _made_up(count, length)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    found = edges([_report(f"r{i:05}", t) for i, t in enumerate(texts)])
    took = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    size = sum(len(t) for t in texts)
    return {
        "reports": count,
        "edges": len(found),
        "seconds": round(took, 1),
        "bytes_per_character": round((after - before) * 1024 / size, 1),
    }


def _made_up(count: int, length: int) -> list[str]:
    """Texts of words drawn by Zipf's law; every tenth takes a passage of 40 words to all of an earlier one."""
    rng = np.random.default_rng(10)
    vocabulary = np.array([f"w{i:x}" for i in range(60_000)])
    out: list[str] = []
    for i in range(count):
        words = vocabulary[np.minimum(rng.zipf(1.2, length), len(vocabulary)) - 1]
        if i % 10 == 9:
            taken = out[int(rng.integers(i))].split()
            size = int(rng.integers(40, length))
            words[:size] = taken[:size]
        out.append(" ".join(words))
    return out


def main() -> None:
    """Print each part's figures as one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("parts", nargs="*", default=["clough", "edits", "speed"])
    parser.add_argument("--shared", type=Path, default=SHARED)
    args = parser.parse_args()
    for part in args.parts:
        result = speed() if part == "speed" else {"clough": clough, "edits": edits}[part](args.shared)
        print(json.dumps({part: result}))
        sys.stdout.flush()


if __name__ == "__main__":
    main()
