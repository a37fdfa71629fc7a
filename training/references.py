"""Fits the weights of pronouns and descriptions on GUM train.

``python -m training.references --data ../shared/data --out src/crossread/models``
"""

import argparse
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from crossread.annotate.encoder import SyntaxGraph
from crossread.annotate.phrases import phrases_of
from crossread.annotate.references import FEATURES, Chains, candidates, class_of, rows, wants
from training.export import write_manifest
from training.gum import Document, gold_of, read

DECAY = 2e-3
CLASSES = ("person", "thing", "many", "description")


def cases(document: Document) -> list[tuple[str, np.ndarray, list[int]]]:
    """Choices with their right rows; gold chains are followed."""
    phrases = phrases_of(document.text, document.tokens, document.sentences, document.entities)
    gold, chains = gold_of(document, phrases), Chains(document.text, phrases)
    out = []
    for i, phrase in enumerate(phrases):
        best = None
        if wants(phrase):
            found = candidates(phrases, i, document.tokens, chains)
            right = [1 + k for k, j in enumerate(found) if gold[i] and gold[j] == gold[i]]
            told = any(gold[j] == gold[i] for j in range(i)) if gold[i] else False
            if right or not told:
                out.append((class_of(phrase), rows(phrases, i, found, chains), right or [0]))
            best = found[right[0] - 1] if right else None
        chains.add(i, best)
    return out


def fit(found: list[tuple[np.ndarray, list[int]]]) -> np.ndarray:
    """Weights of a conditional logit."""
    width = max(len(r) for r, _ in found)
    data = torch.zeros(len(found), width, len(FEATURES))
    real, right = torch.zeros(len(found), width, dtype=torch.bool), torch.zeros(len(found), width, dtype=torch.bool)
    for i, (features, answers) in enumerate(found):
        data[i, : len(features)] = torch.from_numpy(features)
        real[i, : len(features)] = True
        right[i, answers] = True
    weights = torch.zeros(len(FEATURES), requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=80, line_search_fn="strong_wolfe")

    def closure() -> torch.Tensor:
        optimiser.zero_grad()
        logp = F.log_softmax((data @ weights).masked_fill(~real, -1e4), 1)
        loss = -torch.logsumexp(logp.masked_fill(~right, -1e4), 1).mean() + DECAY * weights.square().sum()
        loss.backward()
        return loss

    optimiser.step(closure)
    return weights.detach().numpy().astype(np.float32)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    graph = SyntaxGraph(1)
    told = [c for d in read(args.data / "gum" / "train.conllu", graph) for c in cases(d)]
    fitted = {}
    for name in CLASSES:
        fitted[name] = fit([(r, a) for kind, r, a in told if kind == name])
        print(name, dict(zip(FEATURES, fitted[name].round(2).tolist(), strict=True)))
    np.savez(args.out / "references.npz", **fitted)
    write_manifest(args.out)


if __name__ == "__main__":
    main()
