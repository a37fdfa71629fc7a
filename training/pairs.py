"""The pair scorer: do two propositions say the same, does the first refine the second, do they contradict?

``python -m training.pairs --data ../shared/data --mentions mentions.pt --checkpoint pairs.pt``
"""

import argparse
import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from crossread.annotate.pair_scorer import pair_inputs
from training import mentions
from training.base import base_weights
from training.mention_pairs import corpus_pairs, same_events, wording_pairs
from training.network import WIDTH, Encoder, WordTable
from training.optimise import train
from training.pair_data import SEED, SHARES, Pair, published

TOKENS = 2400
"""Word pieces a batch."""


class PairNet(nn.Module):
    """A cross-encoder: first piece, the means of both mentions and their difference to four classes."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder(2, 2)
        with torch.no_grad():
            self.encoder.casing.weight.copy_(base_weights()["embeddings.token_type_embeddings.weight"])
        self.drop = nn.Dropout(0.1)
        self.inner = nn.Linear(4 * WIDTH, WIDTH)
        self.out = nn.Linear(WIDTH, 4)

    def forward(self, vectors: Tensor, segment: Tensor, inside: Tensor, mask: Tensor) -> Tensor:
        """(batch, length, width), (batch, length) three times, to logits (batch, 4)."""
        states = self.encoder(vectors, segment, inside, mask)[-1]
        parts = [states[:, 0]]
        for side in (0, 1):
            own = (inside * (segment == side))[..., None].to(states.dtype)
            parts.append((states * own).sum(1) / own.sum(1).clamp(min=1))
        both = torch.cat([*parts, (parts[1] - parts[2]).abs()], 1)
        return self.out(self.drop(torch.relu(self.inner(self.drop(both)))))


def size(pair: Pair) -> int:
    """Pieces with special ones."""
    return len(pair.a.ids) + len(pair.b.ids) + 3


def collate(rows: list[Pair]) -> tuple[Tensor, ...]:
    """Ids, segments, marks of the mentions, mask (rows, length) and allowed classes (rows, 4)."""
    made = [pair_inputs(r.a, r.b) for r in rows]
    padded = [mentions.stacked([m[name] for m in made]) for name in ("ids", "segment", "inside", "mask")]
    allowed = np.zeros((len(rows), 4), bool)
    for i, r in enumerate(rows):
        allowed[i, list(r.allowed)] = True
    return tuple(map(torch.from_numpy, (*padded, allowed)))


def batches(rows: list[Pair], rng: np.random.Generator) -> Iterator[list[Pair]]:
    """Pairs of like length together, in random order."""
    noise = rng.random(len(rows)) * 8
    groups: list[list[Pair]] = [[]]
    for i in sorted(range(len(rows)), key=lambda i: size(rows[i]) + noise[i]):
        if groups[-1] and (len(groups[-1]) + 1) * (size(rows[i]) + 8) > TOKENS:
            groups.append([])
        groups[-1].append(rows[i])
    for g in rng.permutation(len(groups)):
        yield groups[g]


def loss_of(logits: Tensor, allowed: Tensor) -> Tensor:
    """Negative log of the probability of what is allowed."""
    logp = logits.float().log_softmax(1)
    return -torch.logsumexp(logp.masked_fill(~allowed, -1e4), 1).mean()


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--mentions", type=Path, required=True, help="a checkpoint of training.mentions")
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="a checkpoint to go on from, at half the rates")
    parser.add_argument("--share", type=float, default=0.0, help="how far what is saved lies back towards --start")
    parser.add_argument("--seed", type=int, default=SEED, help="which rows are drawn, and in what order")
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--minutes", type=float, default=math.inf)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    fixed = published(args.data, False, SHARES, args.seed)
    events = same_events(args.data / "ecbplus" / "train.jsonl")
    told = corpus_pairs(args.mentions)
    worded = wording_pairs(args.seed)
    print("published", len(fixed), "events", len(events), "corpus", len(told), "wordings", len(worded), flush=True)
    rows = fixed + events + told + worded
    table, net = WordTable(), PairNet()
    start = torch.load(args.start) if args.start else {}
    net.load_state_dict(start, strict=False)
    rates = (5e-5, 5e-4) if args.start else (1e-4, 1e-3)

    def each(epoch: int) -> Iterator[tuple[Tensor, ...]]:
        for chosen in batches(rows, np.random.default_rng((args.seed, epoch))):
            yield collate(chosen)

    def loss(batch: tuple[Tensor, ...]) -> Tensor:
        ids, segment, inside, mask, allowed = batch
        return loss_of(net(table(ids), segment, inside, mask), allowed)

    def save(weights: dict[str, Tensor]) -> None:
        torch.save({n: w.lerp(start[n], args.share) if start else w for n, w in weights.items()}, args.checkpoint)

    steps = sum(1 for _ in batches(rows, np.random.default_rng((SEED, 0))))
    train(net, each, loss, steps, args.epochs, *rates, minutes=args.minutes, after_epoch=save)
    save(dict(net.named_parameters()))


if __name__ == "__main__":
    main()
