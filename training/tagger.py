"""Trains the taggers: ``python -m training.tagger --data ../shared/data --out src/crossread/models``."""

import argparse
import random
from pathlib import Path

import numpy as np
import torch
from benchmarks import keyed

from crossread.annotate.pieces import WordEncoder, load_tokenizer
from training import attribution as att
from training import syntax as syn
from training.base import base_folder
from training.network import WordTable
from training.optimise import train

SEED = 17
TOKENS = 2200
"""Word pieces a batch."""
LAST_RATE = 0.5
"""Share of the learning rates with which attribution goes on from a checkpoint."""


def train_attribution(data: Path, epochs: int, checkpoint: Path, start: Path | None = None) -> None:
    """The attribution network into ``checkpoint``, from PolNeAR and the corpus.

    From a checkpoint (``start``) it goes on more slowly and with every second report of the corpus, so that PolNeAR's
    way of drawing spans has the last word.
    """
    tokenizer = load_tokenizer(base_folder() / "tokenizer.json")
    documents = att.read_polnear(data / "polnear" / "train.jsonl", tokenizer)
    documents += att.read_corpus(keyed.corpus("train"), tokenizer)[:: 1 if start is None else 2]
    table, task = WordTable(), att.AttributionTask()
    if start is not None:
        task.load_state_dict(torch.load(start))
    slower = 1.0 if start is None else LAST_RATE
    rows = TOKENS // att.WINDOW

    def batches(epoch: int):  # noqa: ANN202
        rng = np.random.default_rng((SEED + (start is not None), epoch))
        cut = att.windows(documents, rng)
        order = rng.permutation(len(cut))
        for i in range(0, len(order) - rows + 1, rows):
            yield att.collate(documents, [cut[j] for j in order[i : i + rows]], rng)

    steps = len(att.windows(documents, np.random.default_rng((SEED, 0)))) // rows
    train(
        task, batches, lambda b: task.loss(b, table), steps, epochs, slower * 1e-4, slower * 1e-3,
        after_epoch=lambda averaged: torch.save(averaged, checkpoint),
    )  # fmt: skip
    torch.save(task.state_dict(), checkpoint)


def relation_names(data: Path) -> dict[str, int]:
    """Every relation of the training treebanks, in order."""
    lines = [p.read_text(encoding="utf-8").splitlines() for p in _treebanks(data)]
    cells = [line.split("\t") for file in lines for line in file if line[:1].isdigit()]
    return {name: i for i, name in enumerate(sorted({c[7] for c in cells if c[0].isdigit()}))}


def _treebanks(data: Path) -> tuple[Path, Path]:
    return data / "ud_ewt" / "train.conllu", data / "gum" / "train.conllu"


def train_syntax(data: Path, epochs: int, checkpoint: Path) -> None:
    """The syntax and names network into ``checkpoint``."""
    encoder = WordEncoder(load_tokenizer(base_folder() / "tokenizer.json"))
    relations = relation_names(data)
    ewt, gum = _treebanks(data)
    trees = syn.read_conllu(ewt, encoder) + syn.read_conllu(gum, encoder, entities=True)
    trees = [s for s in trees if s.length <= syn.LONGEST]
    named = [s for s in syn.named_sentences(data, encoder) if s.length <= syn.LONGEST]
    table, task = WordTable(), syn.SyntaxTask(len(relations))

    def batches(epoch: int):  # noqa: ANN202
        rng = np.random.default_rng((SEED, epoch))
        groups = [*syn.batches(trees, TOKENS, rng), *syn.batches(named, TOKENS, rng)]
        for i in rng.permutation(len(groups)):
            yield syn.collate(groups[i], relations)

    steps = sum(1 for _ in batches(0))
    train(
        task, batches, lambda b: task.loss(b, table), steps, epochs,
        after_epoch=lambda averaged: torch.save(averaged, checkpoint),
    )  # fmt: skip
    torch.save(task.state_dict(), checkpoint)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--part", choices=("attribution", "syntax"), required=True)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="attribution: a checkpoint to go on from")
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(SEED)
    random.seed(SEED)
    if args.part == "attribution":
        train_attribution(args.data, args.epochs, args.checkpoint, args.start)
    else:
        train_syntax(args.data, args.epochs, args.checkpoint)


if __name__ == "__main__":
    main()
