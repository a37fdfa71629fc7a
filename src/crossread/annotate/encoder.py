"""The only owner of ONNX sessions: the shared word table, the embedder, the taggers' graphs, the pair scorer.

Dynamic int8 products scale by the whole tensor that is run at once, so what is run together is told by one
report (taggers) or one text (embedder, pairs) alone: companions never change a result.
"""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from crossread.annotate.pieces import CLS, SEP, WordEncoder, Words, casing_of, load_tokenizer
from crossread.models import locate

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
T = TypeVar("T")

WINDOW, STRIDE = 254, 160
"""Pieces of an attribution window and from one to the next (overlap chosen on PolNeAR dev: docs/models.md)."""
WINDOWS_A_RUN = 8
"""Bounds the memory of one run: about 60 MB of attention scores."""
TOKENS_A_RUN = 2048
"""Pieces of one run of the syntax graph, padding included."""
EMBEDDED_PIECES = 256
"""The base encoder was trained on no longer texts."""
REMEMBERED_TEXTS = 32768
"""Texts whose rows are kept, since several stages ask for those of one story: 50 MB in one that large."""


class WordTable:
    """Word vectors of the base encoder, int8 a row, shared by every graph (12 MB instead of 12 MB a graph)."""

    def __init__(self) -> None:
        self._rows: NDArray[np.int8] = np.load(locate("words.npy"))
        self._scale: Floats = np.load(locate("words_scale.npy"))

    def __call__(self, ids: Ints) -> Floats:
        """Ids of any shape to vectors, shape (…, 384)."""
        vectors: Floats = self._rows[ids].astype(np.float32) * self._scale[ids][..., None]
        return vectors


@cache
def word_table() -> WordTable:
    """The one table of this process."""
    return WordTable()


@cache
def tokenizer() -> Tokenizer:
    """The one tokenizer of this process."""
    return load_tokenizer(locate("tokenizer.json"))


@cache
def word_encoder() -> WordEncoder:
    """Pieces of single words."""
    return WordEncoder(tokenizer())


def session(name: str | Path, threads: int) -> Any:
    """A graph of ``models/`` by its name, or any by its path, to run; no other file opens one."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 4
    path = locate(name) if isinstance(name, str) else name
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


class Spoken(msgspec.Struct, frozen=True):
    """What the attribution graph says of a text's basic words: emissions (n, tags) and link vectors (n, 256)."""

    emissions: Floats
    links: Floats


class AttributionGraph:
    """Runs ``attribution.onnx`` over overlapping windows; a word's emissions are averaged, nearest the middle most."""

    def __init__(self, threads: int = 1) -> None:
        self._session = session("attribution.onnx", threads)
        self.heads: dict[str, Any] = dict(np.load(locate("attribution.npz")))

    def __call__(self, words: Words) -> Spoken:
        """The whole text, whatever its length."""
        n = len(words)
        emissions = np.zeros((n, len(self.heads["tags"])), np.float32)
        weights, best = np.zeros(n, np.float32), np.zeros(n, np.float32)
        links = np.zeros((n, 4 * len(self.heads["no_source"])), np.float32)
        plan = windows(words)
        for i in range(0, len(plan), WINDOWS_A_RUN):
            chosen = plan[i : i + WINDOWS_A_RUN]
            told, vectors = self._session.run(None, window_inputs(words, chosen))
            for row, (low, high) in enumerate(chosen):
                m = high - low
                near = np.minimum(np.arange(1, m + 1), np.arange(m, 0, -1)).astype(np.float32)
                emissions[low:high] += told[row, :m] * near[:, None]
                weights[low:high] += near
                nearer = np.flatnonzero(near > best[low:high])
                links[low + nearer] = vectors[row, nearer]
                best[low:high] = np.maximum(best[low:high], near)
        averaged = (emissions / np.maximum(weights, 1)[:, None]).astype(np.float32)
        return Spoken(averaged, links)


def windows(words: Words) -> list[tuple[int, int]]:
    """Overlapping stretches ``low:high`` of words, each of about ``WINDOW`` pieces, at even distances."""
    n = len(words)
    if not n:
        return []
    spare = max(0, int(words.last[n - 1]) - WINDOW)
    count = -(-spare // STRIDE) + 1
    starts = [round(i * spare / max(1, count - 1)) for i in range(count)]
    lows = [int(np.searchsorted(words.first, start)) for start in starts]
    return [(low, int(np.searchsorted(words.last, words.first[low] + WINDOW, side="right"))) for low in lows]


def window_inputs(words: Words, chosen: list[tuple[int, int]]) -> dict[str, NDArray[Any]]:
    """Padded inputs of one run."""
    pieces = max(int(words.last[high - 1] - words.first[low]) for low, high in chosen) + 2
    width = max(high - low for low, high in chosen)
    ids, casing, layout = (np.zeros((len(chosen), pieces), np.int64) for _ in range(3))
    mask = np.zeros((len(chosen), pieces), np.float32)
    first, last = (np.zeros((len(chosen), width), np.int64) for _ in range(2))
    for row, (low, high) in enumerate(chosen):
        a, b = int(words.first[low]), int(words.last[high - 1])
        n, m = b - a, high - low
        ids[row, 0], ids[row, 1 : n + 1], ids[row, n + 1] = CLS, words.ids[a:b], SEP
        mask[row, : n + 2] = 1
        repeats = words.last[low:high] - words.first[low:high]
        casing[row, 1 : n + 1] = np.repeat(words.casing[low:high], repeats)
        layout[row, 1 : n + 1] = np.repeat(words.layout[low:high], repeats)
        first[row, :m] = words.first[low:high] - a + 1
        last[row, :m] = words.last[low:high] - a
    table = word_table()
    return {"vectors": table(ids), "casing": casing, "layout": layout, "mask": mask, "first": first, "last": last}


class Parsed(msgspec.Struct, frozen=True):
    """What the syntax graph says of one sentence of n words: UPOS (n, 17), arcs (n, 1 + n) where head 0 is the
    root, the halves of relations (n, 128) and (1 + n, 128), name emissions (n, tags)."""

    upos: Floats
    arcs: Floats
    dependents: Floats
    heads: Floats
    names: Floats


class SyntaxGraph:
    """Runs ``syntax.onnx``, one sentence a row, sentences of like length together."""

    def __init__(self, threads: int = 1) -> None:
        self._session = session("syntax.onnx", threads)
        self.heads: dict[str, Any] = dict(np.load(locate("syntax.npz")))

    def __call__(self, sentences: Sequence[Sequence[str]]) -> list[Parsed]:
        """One result a sentence; a sentence has at least one word and at most 510 pieces (see ``piece_count``)."""
        pieces = [[word_encoder().pieces(w) for w in s] for s in sentences]
        sizes = [sum(map(len, p)) + 2 for p in pieces]
        out: list[Parsed | None] = [None] * len(sentences)
        for chosen in _alike(sizes):
            told = self._session.run(
                None, _sentence_inputs([sentences[i] for i in chosen], [pieces[i] for i in chosen])
            )
            for row, i in enumerate(chosen):
                m = len(sentences[i])
                upos, arcs, dependents, heads, names = (part[row] for part in told)
                out[i] = Parsed(upos[:m], arcs[:m, : m + 1], dependents[:m], heads[: m + 1], names[:m])
        return [p for p in out if p is not None]


def piece_count(word: str) -> int:
    """How many pieces a word has."""
    return len(word_encoder().pieces(word))


def _alike(sizes: list[int]) -> list[list[int]]:
    """Indices grouped so that little is padded: in order of size, a run never over ``TOKENS_A_RUN``."""
    groups: list[list[int]] = []
    for i in sorted(range(len(sizes)), key=lambda i: (sizes[i], i)):
        if groups and (len(groups[-1]) + 1) * sizes[i] <= TOKENS_A_RUN and sizes[i] <= 1.5 * sizes[groups[-1][0]] + 4:
            groups[-1].append(i)
        else:
            groups.append([i])
    return groups


def _sentence_inputs(sentences: list[Sequence[str]], pieces: list[list[tuple[int, ...]]]) -> dict[str, NDArray[Any]]:
    rows, width = len(sentences), max(map(len, sentences))
    longest = max(sum(map(len, p)) for p in pieces) + 2
    ids, casing = np.zeros((rows, longest), np.int64), np.zeros((rows, longest), np.int64)
    mask = np.zeros((rows, longest), np.float32)
    first, last = np.zeros((rows, width), np.int64), np.zeros((rows, width), np.int64)
    for row, (words, parts) in enumerate(zip(sentences, pieces, strict=True)):
        sizes = [len(p) for p in parts]
        ends = np.cumsum(sizes)
        n, m = int(ends[-1]), len(words)
        ids[row, : n + 2] = [CLS, *(piece for part in parts for piece in part), SEP]
        mask[row, : n + 2] = 1
        casing[row, 1 : n + 1] = np.repeat([casing_of(w) for w in words], sizes)
        first[row, :m], last[row, :m] = ends - sizes + 1, ends
    return {"vectors": word_table()(ids), "casing": casing, "mask": mask, "first": first, "last": last}


MANY = 2000
"""Items from which more than one thread is worth its cost; each is still run alone, so nothing depends on it."""
MOST_THREADS = 4


def each(one: Callable[[T], Floats], items: Sequence[T]) -> list[Floats]:
    """What a model says of each item, in order."""
    threads = min(MOST_THREADS, os.cpu_count() or 1)
    if len(items) < MANY or threads == 1:
        return [one(item) for item in items]
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(one, items))


class Embedder:
    """Sentence vectors of the base encoder."""

    width = 384

    def __init__(self, threads: int = 1) -> None:
        self._session = session("embedder.onnx", threads)
        self._one = lru_cache(maxsize=REMEMBERED_TEXTS)(self._embed_one)

    def embed(self, texts: Sequence[str]) -> Floats:
        """Unit rows, shape (n, 384). A text's row is the same beside whatever others."""
        if not texts:
            return np.zeros((0, self.width), np.float32)
        return np.stack(each(self._one, texts))

    def _embed_one(self, text: str) -> Floats:
        encoding = tokenizer().encode(text, add_special_tokens=False)
        ids = np.array([[CLS, *encoding.ids[: EMBEDDED_PIECES - 2], SEP]], np.int64)
        mask = np.ones(ids.shape, np.float32)
        row: Floats = self._session.run(None, {"vectors": word_table()(ids), "mask": mask})[0][0]
        return row
