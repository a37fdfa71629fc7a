"""The mention encoder: mentions of one claim lie near one another, those that claim other things do not.

``python -m training.mentions --data ../shared/data --checkpoint mentions.pt``

Each mention is the mean of its words' states within its report, so that its context speaks with it. Learned with the
supervised contrastive loss (Khosla et al. 2020) over one story at a time: corpus train with its wordings, and the event
chains of ECB+ train and MEANTIME. ``--leave 0`` or ``1`` leaves every other corpus story out: the join is fitted on
what an encoder says of stories that it has not learned from.
"""

import argparse
import random
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from benchmarks import keyed
from benchmarks.ranking import average_precision
from corpus.wordings import situations
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

from crossread.annotate.encoder import window_inputs, windows
from crossread.annotate.mention_encoder import nearest
from crossread.annotate.pieces import CASINGS, LAYOUTS
from training.documents import Document, Place, events, story, worded
from training.network import Encoder, at_words
from training.optimise import train

SEED = 17
TEMPERATURE = 0.07
SHIFTS = (-3, -2, -1, 0, 0, 0, 0, 0, 1, 2, 3)
"""By how many words a mention's ends are moved: the program's own mentions seldom end where a key's do."""
BASE_SHARE = 0.15
"""How far the learned weights are pulled back to those of the base encoder: what is between the two holds better on
texts unlike those learned from (Wortsman et al. 2022), at a cost of 0.005 AP on corpus dev; 0.3 costs 0.025."""
SITUATIONS = 3
"""Situations of the corpus' wordings that make one step: about as many pieces as a topic."""
MOST_PIECES = 3600
"""Pieces of the documents of one step, where they are not a corpus story."""
INPUTS = ("vectors", "casing", "layout", "mask", "first", "last")


class MentionNet(nn.Module):
    """The base encoder with casing and layout, to one vector a word."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder(CASINGS, LAYOUTS)

    def forward(
        self, vectors: Tensor, casing: Tensor, layout: Tensor, mask: Tensor, first: Tensor, last: Tensor
    ) -> Tensor:
        """(batch, words, width)."""
        return at_words(self.encoder(vectors, casing, layout, mask)[-1], first, last)


class Told(NamedTuple):
    """Where a mention stands in a batch (row, words ``low:high``), its claim, document, and place there."""

    row: int
    low: int
    high: int
    claim: str
    document: int
    place: Place


def some(documents: list[Document], rng: random.Random) -> list[Document]:
    """As many documents of a topic as one step holds."""
    out, pieces = [], 0
    for d in rng.sample(documents, len(documents)):
        if pieces < MOST_PIECES:
            out.append(d)
            pieces += len(d.words.ids)
    return out


def inputs(documents: list[Document], rng: random.Random | None) -> tuple[tuple[Tensor, ...], list[Told]]:
    """Tensors of the windows in which mentions stand nearest the middle, and the mentions. ``rng`` moves their ends."""
    arrays, told, rows = [], [], 0
    for n, d in enumerate(documents):
        plan = windows(d.words)
        chosen: dict[int, list[tuple[int, int, Place]]] = defaultdict(list)
        for place in d.places:
            low, high = moved(place, len(d.words), rng)
            k = nearest(plan, low, high)
            low, high = max(low, plan[k][0]), min(high, plan[k][1])
            if low < high:
                chosen[k].append((low - plan[k][0], high - plan[k][0], place))
        for k in sorted(chosen):
            told += [Told(rows, low, high, place.claim, n, place) for low, high, place in chosen[k]]
            rows += 1
        if chosen:
            arrays.append(window_inputs(d.words, [plan[k] for k in sorted(chosen)]))
    return tuple(torch.from_numpy(stacked([a[name] for a in arrays])) for name in INPUTS), told


def stacked(parts: list[NDArray]) -> NDArray:
    """Rows of different widths below one another, padded with zeros."""
    width = max(p.shape[1] for p in parts)
    return np.concatenate([np.pad(p, [(0, 0), (0, width - p.shape[1])] + [(0, 0)] * (p.ndim - 2)) for p in parts])


def moved(place: Place, words: int, rng: random.Random | None) -> tuple[int, int]:
    """A mention's words with their ends moved a little, two words at the least."""
    if rng is None:
        return place.low, place.high
    low, high = max(0, place.low + rng.choice(SHIFTS)), min(words, place.high + rng.choice(SHIFTS))
    return (low, high) if high - low > 1 else (place.low, place.high)


def vectors_of(words: Tensor, told: list[Told]) -> Tensor:
    """Unit rows: the mean of each mention's words."""
    summed = torch.cat([torch.zeros_like(words[:, :1]).float(), words.float().cumsum(1)], 1)
    row, low, high = (torch.tensor([t[k] for t in told]) for k in range(3))
    return F.normalize((summed[row, high] - summed[row, low]) / (high - low)[:, None], dim=1)


def contrast(vectors: Tensor, told: list[Told]) -> Tensor:
    """Mean over mentions of −log of the share that the mentions of its claim have; what overlaps it is left out."""
    number = {c: i for i, c in enumerate(dict.fromkeys(t.claim for t in told))}
    claim = torch.tensor([number[t.claim] for t in told])
    where = torch.tensor([t.document for t in told])
    low, high = torch.tensor([t.place.low for t in told]), torch.tensor([t.place.high for t in told])
    same = (claim[:, None] == claim[None]).fill_diagonal_(False)
    overlap = (where[:, None] == where[None]) & (low[:, None] < high[None]) & (low[None] < high[:, None])
    scores = (vectors @ vectors.T / TEMPERATURE).masked_fill(overlap & ~same, -1e4)
    share = F.log_softmax(scores.masked_fill(torch.eye(len(told), dtype=torch.bool), -1e4), 1)
    count = same.sum(1)
    told_again = count > 0
    return -((share * same).sum(1)[told_again] / count[told_again]).sum() / told_again.sum().clamp(min=1)


@torch.no_grad()
def placed(net: MentionNet, documents: list[Document]) -> tuple[NDArray[np.float32], list[tuple[int, Place]]]:
    """Unit rows of every mention of a story, and the document and place of each."""
    rows, told = [], []
    for n, d in enumerate(documents):
        tensors, here = inputs([d], None)
        rows.append(vectors_of(net(*tensors), here).numpy())
        told += [(n, t.place) for t in here]
    return np.concatenate(rows), told


def quality(net: MentionNet, stories: list[list[Document]]) -> list[float]:
    """Average precision over the cross-report pairs of each story's key mentions."""
    out = []
    for documents in stories:
        v, told = placed(net, documents)
        claim, where = np.array([p.claim for _, p in told]), np.array([n for n, _ in told])
        a, b = np.triu_indices(len(v), 1)
        across = where[a] != where[b]
        out.append(average_precision((v @ v.T)[a, b][across], (claim[a] == claim[b])[across]))
    return out


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--leave", type=int, choices=(0, 1), help="leave out every other corpus story")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--rate", type=float, default=5e-5)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(SEED)
    corpus = [story(f) for n, f in enumerate(keyed.corpus("train")) if args.leave is None or n % 2 != args.leave]
    dev = [story(f) for f in keyed.corpus("dev")]
    topics = events(args.data / "ecbplus" / "train.jsonl") + events(args.data / "pairs" / "meantime_en" / "all.jsonl")
    told = situations()
    print(len(corpus), "stories", len(topics), "topics", len(told), "situations", flush=True)
    net = MentionNet()
    base = {name: w.clone() for name, w in net.state_dict().items()}
    print(f"base: AP on corpus dev {np.mean(quality(net.eval(), dev)):.3f}", flush=True)

    def each(epoch: int) -> Iterator[tuple[tuple[Tensor, ...], list[Told]]]:
        rng = random.Random(SEED * 1000 + epoch)
        steps = [(documents, True) for documents in corpus] + [(documents, False) for documents in topics]
        made = [worded(s, rng) for s in rng.sample(told, len(told))]
        groups = [made[k : k + SITUATIONS] for k in range(0, len(made), SITUATIONS)]
        steps += [([d for documents in group for d in documents], True) for group in groups]
        for documents, whole in rng.sample(steps, len(steps)):
            chosen = documents if whole else some(documents, rng)
            if any(d.places for d in chosen):
                yield inputs(chosen, rng)

    def loss(batch: tuple[tuple[Tensor, ...], list[Told]]) -> Tensor:
        states = net(*batch[0])
        with torch.autocast("cpu", enabled=False):  # cosines over a low temperature need their digits
            return contrast(vectors_of(states, batch[1]), batch[1])

    def save(weights: dict[str, Tensor]) -> None:
        began = time.time()
        pulled = {name: w.lerp(base[name], BASE_SHARE) for name, w in weights.items()}
        other = MentionNet().eval()
        other.load_state_dict(pulled, strict=False)
        found = quality(other, dev)
        print(f"AP on corpus dev {np.mean(found):.3f} ({time.time() - began:.0f} s)", flush=True)
        torch.save(pulled, args.checkpoint)

    steps = len(corpus) + len(topics) + -(-len(told) // SITUATIONS)
    train(net, each, loss, steps, args.epochs, args.rate, args.rate, after_epoch=save)


if __name__ == "__main__":
    main()
