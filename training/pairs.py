"""The pair scorer: do two propositions say the same, does the first refine the second, do they contradict?

``python -m training.pairs --data ../shared/data --corpus corpus --checkpoint pairs.pt``
"""

import argparse
import math
from collections.abc import Iterator
from pathlib import Path

import msgspec
import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from crossread.annotate.encoder import PAIR_PIECES
from crossread.annotate.pieces import CLS, SEP, load_tokenizer
from training.base import base_folder, base_weights
from training.network import WIDTH, Encoder, WordTable
from training.optimise import train
from training.pair_data import SEED, SHARES, Pair, corpus_pairs, ecb, published

TOKENS = 2400
"""Word pieces a batch."""


class PairNet(nn.Module):
    """A cross-encoder: first piece and mean of all pieces to four classes."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder(2, 1)
        with torch.no_grad():
            self.encoder.casing.weight.copy_(base_weights()["embeddings.token_type_embeddings.weight"])
        self.drop = nn.Dropout(0.1)
        self.inner = nn.Linear(2 * WIDTH, WIDTH)
        self.out = nn.Linear(WIDTH, 4)

    def forward(self, vectors: Tensor, segment: Tensor, mask: Tensor) -> Tensor:
        """(batch, length, width), (batch, length) twice, to logits (batch, 4)."""
        states = self.encoder(vectors, segment, torch.zeros_like(segment), mask)[-1]
        mean = (states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        return self.out(self.drop(torch.relu(self.inner(self.drop(torch.cat([states[:, 0], mean], 1))))))


class Encoded(msgspec.Struct):
    """Pieces of a pair and its allowed classes."""

    a: list[int]
    b: list[int]
    allowed: tuple[int, ...]

    @property
    def size(self) -> int:
        """Pieces with special ones."""
        return len(self.a) + len(self.b) + 3


def encode(pairs: list[Pair], tokenizer: Tokenizer) -> list[Encoded]:
    """Pieces of all pairs, cut as run time cuts them."""
    half = (PAIR_PIECES - 3) // 2
    sides = [tokenizer.encode_batch([getattr(p, s) for p in pairs], add_special_tokens=False) for s in ("a", "b")]
    return [Encoded(x.ids[:half], y.ids[:half], p.allowed) for x, y, p in zip(*sides, pairs, strict=True)]


def collate(rows: list[Encoded]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Ids, segments, mask (rows, length) and allowed classes (rows, 4)."""
    longest = max(r.size for r in rows)
    ids, segment = np.zeros((len(rows), longest), np.int64), np.zeros((len(rows), longest), np.int64)
    mask, allowed = np.zeros((len(rows), longest), np.float32), np.zeros((len(rows), 4), bool)
    for i, r in enumerate(rows):
        ids[i, : r.size] = [CLS, *r.a, SEP, *r.b, SEP]
        segment[i, len(r.a) + 2 : r.size] = 1
        mask[i, : r.size] = 1
        allowed[i, list(r.allowed)] = True
    ids_t, segment_t, mask_t, allowed_t = map(torch.from_numpy, (ids, segment, mask, allowed))
    return ids_t, segment_t, mask_t, allowed_t


def batches(rows: list[Encoded], rng: np.random.Generator) -> Iterator[list[Encoded]]:
    """Pairs of like length together, in random order."""
    noise = rng.random(len(rows)) * 8
    groups: list[list[Encoded]] = [[]]
    for i in sorted(range(len(rows)), key=lambda i: rows[i].size + noise[i]):
        if groups[-1] and (len(groups[-1]) + 1) * (rows[i].size + 8) > TOKENS:
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
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="a checkpoint to go on from, at half the rates")
    parser.add_argument("--seed", type=int, default=SEED, help="which rows are drawn, and in what order")
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--minutes", type=float, default=math.inf)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    tokenizer = load_tokenizer(base_folder() / "tokenizer.json")
    fixed = published(args.data, False, SHARES, args.seed)
    events = ecb(args.data / "ecbplus" / "train.jsonl", False)
    told = corpus_pairs(args.corpus, "train")
    print("published", len(fixed), "events", len(events), "corpus", len(told), flush=True)
    rows = encode(fixed + events + told, tokenizer)
    table, net = WordTable(), PairNet()
    if args.start:
        net.load_state_dict(torch.load(args.start), strict=False)
    rates = (5e-5, 5e-4) if args.start else (1e-4, 1e-3)

    def each(epoch: int) -> Iterator[tuple[Tensor, ...]]:
        for chosen in batches(rows, np.random.default_rng((args.seed, epoch))):
            yield collate(chosen)

    def loss(batch: tuple[Tensor, ...]) -> Tensor:
        ids, segment, mask, allowed = batch
        return loss_of(net(table(ids), segment, mask), allowed)

    def save(weights: dict[str, Tensor]) -> None:
        torch.save(weights, args.checkpoint)

    steps = sum(1 for _ in batches(rows, np.random.default_rng((SEED, 0))))
    train(net, each, loss, steps, args.epochs, *rates, minutes=args.minutes, after_epoch=save)
    save(dict(net.named_parameters()))


if __name__ == "__main__":
    main()
