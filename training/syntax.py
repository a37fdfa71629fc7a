"""The syntax and names tagger: UD English EWT and GUM, one sentence a row, names beside."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from crossread.annotate.pieces import CASINGS, CLS, SEP, WordEncoder, casing_of
from training import names
from training.crf import CRF
from training.network import Relations, SyntaxNet

UPOS = (
    "ADJ",
    "ADP",
    "ADV",
    "AUX",
    "CCONJ",
    "DET",
    "INTJ",
    "NOUN",
    "NUM",
    "PART",
    "PRON",
    "PROPN",
    "PUNCT",
    "SCONJ",
    "SYM",
    "VERB",
    "X",
)
LONGEST = 400
"""Sentences of more pieces are left out of training."""


class Sentence(msgspec.Struct):
    """Words with their gold annotation; ``upos`` empty where there is none. Heads: 0 is the root, else 1 + word."""

    words: list[str]
    pieces: list[tuple[int, ...]]
    upos: list[int]
    heads: list[int]
    relations: list[str]
    allowed: list[tuple[int, ...]] | None

    @property
    def length(self) -> int:
        """Pieces with the two special ones."""
        return sum(map(len, self.pieces)) + 2


def read_conllu(path: Path, encoder: WordEncoder, entities: bool = False) -> list[Sentence]:
    """The sentences of a CoNLL-U file; ``entities`` takes names from GUM's Entity field."""
    out, rows = [], []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("#"):
            continue
        if line:
            cells = line.split("\t")
            if cells[0].isdigit():
                rows.append(cells)
        elif rows:
            out.append(_sentence(rows, encoder, entities))
            rows = []
    return out


def _sentence(rows: list[list[str]], encoder: WordEncoder, entities: bool) -> Sentence:
    return Sentence(
        [r[1] for r in rows],
        [encoder.pieces(r[1]) for r in rows],
        [UPOS.index(r[3]) for r in rows],
        [int(r[6]) for r in rows],
        [r[7] for r in rows],
        names.gum_allowed(rows) if entities else None,
    )


def named_sentences(folder: Path, encoder: WordEncoder) -> list[Sentence]:
    """Name data without syntax."""
    return [
        Sentence(n.words, [encoder.pieces(w) for w in n.words], [], [], [], n.allowed) for n in names.train_sets(folder)
    ]


class Batch(msgspec.Struct):
    """Tensors of some sentences; syntax targets are -100 where there is none."""

    inputs: tuple[Tensor, ...]
    mask: Tensor
    upos: Tensor
    heads: Tensor
    relations: Tensor
    allowed: Tensor


def collate(sentences: list[Sentence], relations: dict[str, int]) -> Batch:
    """One batch."""
    rows, pieces, width = len(sentences), max(s.length for s in sentences), max(len(s.words) for s in sentences)
    ids, casing = np.zeros((rows, pieces), np.int64), np.zeros((rows, pieces), np.int64)
    attend = np.zeros((rows, pieces), np.float32)
    first, last = np.zeros((rows, width), np.int64), np.zeros((rows, width), np.int64)
    mask = np.zeros((rows, width), bool)
    targets = np.full((3, rows, width), -100, np.int64)
    allowed = np.ones((rows, width, len(names.TAGS)), bool)
    for i, s in enumerate(sentences):
        sizes = [len(p) for p in s.pieces]
        ends = np.cumsum(sizes)
        n, m = int(ends[-1]), len(s.words)
        ids[i, : n + 2] = [CLS, *(p for word in s.pieces for p in word), SEP]
        attend[i, : n + 2] = 1
        casing[i, 1 : n + 1] = np.repeat([casing_of(w) for w in s.words], sizes)
        first[i, :m], last[i, :m] = ends - sizes + 1, ends
        mask[i, :m] = True
        if s.upos:
            targets[0, i, :m], targets[1, i, :m] = s.upos, s.heads
            targets[2, i, :m] = [relations[r] for r in s.relations]
        if s.allowed is not None:
            for j, options in enumerate(s.allowed):
                allowed[i, j] = False
                allowed[i, j, list(options)] = True
    tensors = tuple(map(torch.from_numpy, (ids, casing, attend, first, last)))
    upos, heads, rels = map(torch.from_numpy, targets)
    return Batch(tensors, torch.from_numpy(mask), upos, heads, rels, torch.from_numpy(allowed))


def batches(sentences: list[Sentence], tokens: int, rng: np.random.Generator) -> Iterator[list[Sentence]]:
    """Sentences of like length together, at most about ``tokens`` pieces each, in random order."""
    noise = rng.random(len(sentences)) * 4
    order = sorted(range(len(sentences)), key=lambda i: sentences[i].length + noise[i])
    groups: list[list[int]] = [[]]
    for i in order:
        if groups[-1] and (len(groups[-1]) + 1) * sentences[i].length > tokens:
            groups.append([])
        groups[-1].append(i)
    for g in rng.permutation(len(groups)):
        yield [sentences[i] for i in groups[g]]


class SyntaxTask(nn.Module):
    """Network, relation scores and name CRF with their losses."""

    def __init__(self, relations: int) -> None:
        super().__init__()
        self.net = SyntaxNet(len(names.TAGS), CASINGS)
        self.relations = Relations(relations)
        self.crf = CRF(names.TAGS, free_start=False)

    def loss(self, batch: Batch, table: nn.Module) -> Tensor:
        """Sum of the mean losses of each head."""
        ids, *rest = batch.inputs
        upos, arcs, dependent, head, named = self.net(table(ids), *rest)
        total = self.crf.loss_partial(named.float(), batch.allowed, batch.mask) / batch.mask.sum()
        if bool((batch.upos >= 0).any()):
            real = F.pad(batch.mask, (1, 0), value=True)
            arcs = arcs.float().masked_fill(~real[:, None, :], -1e4)
            total = total + F.cross_entropy(upos.float().flatten(0, 1), batch.upos.flatten())
            total = total + F.cross_entropy(arcs.flatten(0, 1), batch.heads.flatten())
            gold = batch.heads.clamp(min=0)[:, :, None].expand(-1, -1, head.shape[-1])
            scores = self.relations(dependent, head.gather(1, gold))
            total = total + F.cross_entropy(scores.float().flatten(0, 1), batch.relations.flatten())
        return total
