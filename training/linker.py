"""Fits the weights of attribution links on PolNeAR train, with a trained attribution graph in place.

``python -m training.linker --data ../shared/data --out src/crossread/models``
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from crossread.annotate.encoder import AttributionGraph, tokenizer
from crossread.annotate.linking import FEATURES, Linker, Places, Span, near
from crossread.annotate.pieces import Words, words_of
from training.export import write_manifest

DECAY = 1e-3


def gold_spans(row: dict, words: Words) -> list[tuple[list[Span], list[Span], list[Span]]]:
    """Sources, cues and contents of each attribution, in words."""
    out = []
    for attribution in row["attributions"]:
        parts: list[list[Span]] = []
        for kind in ("source", "cue", "content"):
            found = []
            for start, end in attribution[kind]:
                inside = np.flatnonzero((words.end > start) & (words.start < end))
                if len(inside):
                    found.append((int(inside[0]), int(inside[-1]) + 1, kind))
            parts.append(found)
        out.append((parts[0], parts[1], parts[2]))
    return out


Case = tuple[np.ndarray, list[int]]
"""Features of "none" and the candidates, and which of the rows are right."""


def cases(row: dict, graph: AttributionGraph, linker: Linker) -> dict[str, list[Case]]:
    """Every choice of one article."""
    words = words_of(tokenizer(), row["text"])
    spoken = graph(words)
    gold = gold_spans(row, words)
    found = sorted({s for parts in gold for part in parts for s in part})
    places = Places(words, row["text"], found)
    by_kind = {k: [s for s in found if s[2] == k] for k in ("source", "cue")}
    out: dict[str, list[Case]] = {"source": [], "cue": []}
    for sources, cues, contents in gold:
        if not cues:
            continue
        jobs = [("source", cues[0], sources)] + [("cue", content, cues[:1]) for content in contents]
        for kind, anchor, right in jobs:
            chosen = [by_kind[kind][i] for i in near(anchor, by_kind[kind])]
            answers = [1 + i for i, c in enumerate(chosen) if c in right] or ([0] if not right else [])
            if answers:
                out[kind].append((linker.rows(kind, anchor, chosen, places, spoken.links), answers))
    return out


def fit(found: list[Case], steps: int = 60) -> np.ndarray:
    """Weights of a conditional logit by L-BFGS."""
    width = max(len(rows) for rows, _ in found)
    rows = torch.zeros(len(found), width, len(FEATURES))
    real = torch.zeros(len(found), width, dtype=torch.bool)
    right = torch.zeros(len(found), width, dtype=torch.bool)
    for i, (features, answers) in enumerate(found):
        rows[i, : len(features)] = torch.from_numpy(features)
        real[i, : len(features)] = True
        right[i, answers] = True
    weights = torch.zeros(len(FEATURES), requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=steps, line_search_fn="strong_wolfe")

    def closure() -> torch.Tensor:
        optimiser.zero_grad()
        logp = F.log_softmax((rows @ weights).masked_fill(~real, -1e4), 1)
        loss = -torch.logsumexp(logp.masked_fill(~right, -1e4), 1).mean() + DECAY * weights.square().sum()
        loss.backward()
        return loss

    optimiser.step(closure)
    hit = right[torch.arange(len(found)), (rows @ weights).masked_fill(~real, -1e4).argmax(1)].float().mean()
    print("fitted on", len(found), "accuracy", float(hit))
    return weights.detach().numpy().astype(np.float32)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--articles", type=int, default=300)
    args = parser.parse_args()
    lines = (args.data / "polnear" / "train.jsonl").read_text(encoding="utf-8").splitlines()
    graph = AttributionGraph(2)
    none = {"cue_weights": np.zeros(len(FEATURES)), "source_weights": np.zeros(len(FEATURES))}
    linker = Linker({**none, **graph.heads})
    told: dict[str, list[Case]] = {"source": [], "cue": []}
    for line in lines[:: max(1, len(lines) // args.articles)]:
        for kind, more in cases(json.loads(line), graph, linker).items():
            told[kind] += more
    fitted = {f"{kind}_weights": fit(found) for kind, found in told.items()}
    for name, weights in fitted.items():
        print(name, dict(zip(FEATURES, weights.round(2).tolist(), strict=True)))
    np.savez(args.out / "attribution.npz", **{**graph.heads, **fitted})
    write_manifest(args.out)


if __name__ == "__main__":
    main()
