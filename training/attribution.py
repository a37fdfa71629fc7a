"""The attribution tagger: source, cue and content spans of PolNeAR and of the corpus, and the links between them."""

import json
from pathlib import Path

import msgspec
import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F

from crossread.annotate.pieces import CASINGS, CLS, LAYOUTS, SEP, Words, words_of
from training import corpus_attributions
from training.crf import CRF, bio_tags
from training.network import AttributionNet

KINDS = ("source", "cue", "content")
TAGS = bio_tags(KINDS)
WINDOW = 254
BUCKETS = 10
"""Signed distance classes of a link: log2 of the distance in words, before and after."""


class Document(msgspec.Struct):
    """One article: its words, tags, and links as (cue word, source words, content words), first words of spans."""

    words: Words
    tags: NDArray[np.int64]
    links: list[tuple[int, list[int], list[int]]]


def read_polnear(path: Path, tokenizer: Tokenizer) -> list[Document]:
    """Every article of a PolNeAR file."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [_document(row, tokenizer) for row in rows]


def read_corpus(folders: list[Path], tokenizer: Tokenizer) -> list[Document]:
    """Every report of some built stories of the corpus, its spans drawn as PolNeAR draws them."""
    return [_document(row, tokenizer) for row in corpus_attributions.rows(folders)]


def _document(row: dict, tokenizer: Tokenizer) -> Document:
    words = words_of(tokenizer, row["text"])
    tags = np.zeros(len(words), np.int64)
    first: dict[tuple[str, int, int], int] = {}
    for kind in ("content", "source", "cue"):
        begin = TAGS.index(f"B-{kind}")
        for attribution in row["attributions"]:
            for start, end in attribution[kind]:
                inside = np.flatnonzero((words.end > start) & (words.start < end))
                if len(inside):
                    tags[inside] = begin + 1
                    tags[inside[0]] = begin
                    first[kind, start, end] = int(inside[0])
    links = []
    for a in row["attributions"]:
        at = {k: sorted({first[k, s, e] for s, e in a[k] if (k, s, e) in first}) for k in KINDS}
        if at["cue"]:
            links.append((at["cue"][0], at["source"], at["content"]))
    return Document(words, tags, links)


class Window(msgspec.Struct):
    """A stretch of one document, with special pieces; word indices are into the document."""

    doc: int
    low: int
    high: int


def windows(documents: list[Document], rng: np.random.Generator) -> list[Window]:
    """Every document cut at random places into windows of at most ``WINDOW`` pieces."""
    out = []
    for d, doc in enumerate(documents):
        low, room = 0, int(rng.integers(WINDOW // 3, WINDOW))
        n = len(doc.words)
        while low < n:
            high = int(np.searchsorted(doc.words.last, doc.words.first[low] + room, side="right"))
            high = max(high, low + 1)
            out.append(Window(d, low, high))
            low, room = high, WINDOW
    return out


class Batch(msgspec.Struct):
    """Tensors of some windows, and their links by row."""

    inputs: tuple[Tensor, ...]
    tags: Tensor
    mask: Tensor
    links: list[tuple[int, int, list[int] | None, list[int]]]


def collate(documents: list[Document], chosen: list[Window], rng: np.random.Generator) -> Batch:
    """One batch; line features are dropped or moved at times, since reports differ in their line breaks."""
    pieces = max(int(documents[w.doc].words.last[w.high - 1] - documents[w.doc].words.first[w.low]) for w in chosen) + 2
    width = max(w.high - w.low for w in chosen)
    ids, casing, layout = (np.zeros((len(chosen), pieces), np.int64) for _ in range(3))
    mask = np.zeros((len(chosen), pieces), np.float32)
    first, last, tags = (np.zeros((len(chosen), width), np.int64) for _ in range(3))
    real = np.zeros((len(chosen), width), bool)
    links: list[tuple[int, int, list[int] | None, list[int]]] = []
    for i, w in enumerate(chosen):
        words = documents[w.doc].words
        span = slice(w.low, w.high)
        a, b = int(words.first[w.low]), int(words.last[w.high - 1])
        n, m = b - a, w.high - w.low
        ids[i, : n + 2] = np.r_[CLS, words.ids[a:b], SEP]
        mask[i, : n + 2] = 1
        repeats = words.last[span] - words.first[span]
        casing[i, 1 : n + 1] = np.repeat(words.casing[span], repeats)
        layout[i, 1 : n + 1] = np.repeat(_vary(words.layout[span], rng), repeats)
        first[i, :m] = words.first[span] - a + 1
        last[i, :m] = words.last[span] - a
        tags[i, :m] = documents[w.doc].tags[span]
        real[i, :m] = True
        links += _links(documents[w.doc], w, i)
    arrays = (ids, casing, layout, mask, first, last)
    return Batch(tuple(map(torch.from_numpy, arrays)), torch.from_numpy(tags), torch.from_numpy(real), links)


def _vary(layout: NDArray[np.int64], rng: np.random.Generator) -> NDArray[np.int64]:
    chance = rng.random()
    if chance < 0.25:
        return layout % 4
    if chance < 0.35:
        return layout % 4 + 4 * (rng.random(len(layout)) < 0.03)
    return layout


def _links(doc: Document, w: Window, row: int) -> list[tuple[int, int, list[int] | None, list[int]]]:
    out = []
    for cue, sources, contents in doc.links:
        if w.low <= cue < w.high:
            inside = [s - w.low for s in sources if w.low <= s < w.high]
            known = inside if inside or not sources else None
            out.append((row, cue - w.low, known, [c - w.low for c in contents if w.low <= c < w.high]))
    return out


def bucket(distance: Tensor) -> Tensor:
    """Class of a signed distance in words: 0 to 2 × BUCKETS."""
    size = torch.log2(distance.abs().float().clamp(min=1)).long().clamp(max=BUCKETS - 1) + 1
    return torch.where(distance > 0, BUCKETS + size, torch.where(distance < 0, BUCKETS - size, BUCKETS))


class AttributionTask(nn.Module):
    """Network, CRF and link scores with their losses."""

    def __init__(self) -> None:
        super().__init__()
        self.net = AttributionNet(len(TAGS), CASINGS, LAYOUTS)
        self.crf = CRF(TAGS, free_start=True)
        self.no_source = nn.Parameter(torch.zeros(AttributionNet.LINK))
        self.far_source = nn.Parameter(torch.zeros(2 * BUCKETS + 1))
        self.far_cue = nn.Parameter(torch.zeros(2 * BUCKETS + 1))

    def loss(self, batch: Batch, table: nn.Module) -> Tensor:
        """Mean tag loss a word plus link losses."""
        ids, *rest = batch.inputs
        emissions, vectors = self.net(table(ids), *rest)
        tagging = self.crf.loss_full(emissions.float(), batch.tags, batch.mask) / batch.mask.sum()
        return tagging + 0.1 * self._link_loss(batch, vectors.float())

    def _link_loss(self, batch: Batch, vectors: Tensor) -> Tensor:
        losses = []
        size = AttributionNet.LINK
        begin_source, begin_cue = TAGS.index("B-source"), TAGS.index("B-cue")
        scale = size**-0.5
        for row, cue, sources, contents in batch.links:
            if sources is not None:
                places = (batch.tags[row] == begin_source).nonzero()[:, 0]
                query = vectors[row, cue, :size]
                keys = torch.cat([self.no_source[None], vectors[row, places, size : 2 * size]])
                far = torch.cat([self.far_source.new_zeros(1), self.far_source[bucket(places - cue)]])
                logp = F.log_softmax(keys @ query * scale + far, 0)
                gold = torch.isin(places, torch.tensor(sources)).nonzero()[:, 0] + 1 if sources else torch.tensor([0])
                if len(gold):
                    losses.append(-torch.logsumexp(logp[gold], 0))
            places = (batch.tags[row] == begin_cue).nonzero()[:, 0]
            for content in contents:
                query = vectors[row, content, 2 * size : 3 * size]
                scores = vectors[row, places, 3 * size :] @ query * scale + self.far_cue[bucket(places - content)]
                losses.append(-F.log_softmax(scores, 0)[(places == cue).nonzero()[0, 0]])
        return torch.stack(losses).mean() if losses else vectors.sum() * 0
