"""Fits and measures pronouns and descriptions on GUM (news, interview, bio …).

``python -m training.references --data ../shared/data --out src/crossread/models``
"""

import argparse
from pathlib import Path

import msgspec
import numpy as np
import torch
from torch.nn import functional as F

from crossread.annotate.encoder import SyntaxGraph
from crossread.annotate.entities import Names
from crossread.annotate.phrases import Phrase, phrases_of
from crossread.annotate.references import FEATURES, Chains, candidates, class_of, find, rows, wants
from crossread.annotate.syntax import Syntax
from crossread.model.annotated import Entity, Sentence, Token
from crossread.model.span import Extent
from training.export import write_manifest
from training.names import gum_mentions

DECAY = 2e-3
CLASSES = ("person", "thing", "many", "description")


class Document(msgspec.Struct):
    """A GUM document with predicted syntax and names, and the gold chain of each head token."""

    name: str
    text: str
    tokens: list[Token]
    sentences: list[Sentence]
    entities: list[Entity]
    chain: dict[int, str]


def read(path: Path, graph: SyntaxGraph) -> list[Document]:
    """Every document of a GUM file."""
    syntax, names = Syntax(graph), Names(graph)
    groups: list[tuple[str, list[list[list[str]]]]] = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        new = next((line.split("= ")[1] for line in lines if line.startswith("# newdoc")), None)
        if new:
            groups.append((new, []))
        sentence = [line.split("\t") for line in lines if line[:1].isdigit()]
        if sentence:
            groups[-1][1].append([r for r in sentence if r[0].isdigit()])
    return [_document(name, found, graph, syntax, names) for name, found in groups]


def _document(name: str, found: list, graph: SyntaxGraph, syntax: Syntax, names: Names) -> Document:
    text, tokens, sentences, entities, chain = "", [], [], [], {}
    parsed = graph([[r[1] for r in sentence] for sentence in found])
    spans = gum_mentions([r for sentence in found for r in sentence])
    heads = [int(r[6]) for sentence in found for r in sentence]
    for sentence, one in zip(found, parsed, strict=True):
        words = []
        for r in sentence:
            words.append(Extent(len(text), len(text) + len(r[1])))
            text += r[1] + ("" if "SpaceAfter=No" in r[9] else " ")
        first = len(tokens)
        tokens += syntax.tokens(one, words, first)
        entities += names.find(one, words)
        sentences.append(Sentence(words[0].start, words[-1].end, first, len(tokens)))
        text = text.rstrip() + "\n"
    first_of = {i: s.first for s in sentences for i in range(s.first, s.last)}
    for start, end, label in sorted(spans, key=lambda s: s[0] - s[1]):
        inside = range(start, end)
        head = next((i for i in inside if not heads[i] or first_of[i] + heads[i] - 1 not in inside), start)
        chain.setdefault(head, label)
    return Document(name, text, tokens, sentences, entities, chain)


def gold_of(document: Document, phrases: list[Phrase]) -> list[str | None]:
    """The gold chain of each phrase, or None."""
    return [document.chain.get(p.head) for p in phrases]


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


PRONOUNS = ("he", "she", "it", "they", "him", "her", "them", "his", "its", "their")


def nearest_name(phrases: list[Phrase], i: int) -> Phrase | None:
    """The baseline: the nearest earlier name of a fitting kind."""
    for other in reversed(phrases[:i]):
        person = other.kind == "person"
        if other.form == "name" and (phrases[i].kind == "person") == person and other.end <= phrases[i].start:
            return other
    return None


def measure(documents: list[Document]) -> dict[str, float]:
    """Accuracy over pronouns with an earlier phrase in their chain; precision and recall of descriptions."""
    right = total = base = made = good = wanted = reached = 0
    for d in documents:
        phrases = phrases_of(d.text, d.tokens, d.sentences, d.entities)
        gold = gold_of(d, phrases)
        at = {(p.start, p.end): i for i, p in enumerate(phrases)}
        found = {
            (r.start, r.end): at[r.antecedent.start, r.antecedent.end]
            for r in find(d.text, d.tokens, d.sentences, d.entities)
        }
        for i, phrase in enumerate(phrases):
            hit = found.get((phrase.start, phrase.end))
            earlier = [j for j in range(i) if gold[i] and gold[j] == gold[i] and phrases[j].form != "pronoun"]
            if phrase.form == "pronoun" and earlier:
                total += 1
                right += hit is not None and gold[hit] == gold[i]
                near = nearest_name(phrases, i)
                base += near is not None and gold[phrases.index(near)] == gold[i]
            elif phrase.form == "noun" and wants(phrase):
                made += hit is not None
                good += hit is not None and gold[i] is not None and gold[hit] == gold[i]
                wanted += bool(earlier)
                reached += bool(earlier) and hit is not None and gold[hit] == gold[i]
    return {
        "pronouns": total, "accuracy": round(100 * right / max(1, total), 1),
        "nearest name": round(100 * base / max(1, total), 1), "descriptions": wanted,
        "precision": round(100 * good / max(1, made), 1), "recall": round(100 * reached / max(1, wanted), 1),
    }  # fmt: skip


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
    dev = read(args.data / "gum" / "dev.conllu", graph)
    print("dev", measure(dev))
    print(
        "dev, news, interview, bio", measure([d for d in dev if d.name.split("_")[1] in ("news", "interview", "bio")])
    )


if __name__ == "__main__":
    main()
