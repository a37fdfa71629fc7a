"""Graphs tell the same of a text whatever stands beside it."""

from itertools import pairwise

import numpy as np
import pytest

from crossread.annotate import encoder
from crossread.annotate.encoder import (
    STRIDE,
    WINDOW,
    AttributionGraph,
    Embedder,
    SyntaxGraph,
    tokenizer,
    windows,
)  # fmt: skip
from crossread.annotate.pieces import words_of

SENTENCES = ["The board shut the port.", "Officials closed the harbour.", "Bananas are yellow."]


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    return Embedder()


def test_rows_are_unit_and_near_in_meaning(embedder):
    rows = embedder.embed(SENTENCES)
    assert rows.shape == (3, 384)
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    assert rows[0] @ rows[1] > 0.2 + rows[0] @ rows[2]


def test_a_row_is_the_same_beside_others():
    alone = Embedder().embed([SENTENCES[0]])[0]
    beside = Embedder().embed(["x " * 400, SENTENCES[2], SENTENCES[0], ""])[2]
    assert (alone == beside).all()


def test_no_texts_no_rows(embedder):
    assert embedder.embed([]).shape == (0, 384)


def test_windows_cover_every_word_and_overlap():
    words = words_of(tokenizer(), "the harbour board met again today . " * 300)
    plan = windows(words)
    assert plan[0][0] == 0
    assert plan[-1][1] == len(words)
    for (low, high), (after, _) in pairwise(plan):
        assert low < after < high
        assert words.last[high - 1] - words.first[low] <= WINDOW
    assert all(words.first[b[0]] - words.first[a[0]] <= STRIDE + 100 for a, b in pairwise(plan))


def test_windows_of_nothing():
    assert windows(words_of(tokenizer(), "")) == []


def test_attribution_graph_gives_a_row_a_word():
    graph, words = AttributionGraph(), words_of(tokenizer(), "“It sank,” she said. " * 120)
    told = graph(words)
    assert told.emissions.shape == (len(words), len(graph.heads["tags"]))
    assert np.isfinite(told.emissions).all()
    assert (np.abs(told.links).sum(1) > 0).all()


def test_syntax_graph_gives_a_result_a_sentence():
    graph = SyntaxGraph()
    sentences = [["Boats", "sank", "."], ["No", "one", "knows", "why", "they", "did", "."], ["Stop"]]
    told = graph(sentences)
    assert [t.arcs.shape for t in told] == [(3, 4), (7, 8), (1, 2)]
    assert [t.upos.shape[1] for t in told] == [17, 17, 17]
    assert graph([]) == []


def test_many_texts_on_several_threads_give_the_same_rows(embedder, monkeypatch):
    texts = [f"The {n}th boat sank off the northern pier." for n in range(12)]
    alone = [Embedder(1).embed([t])[0] for t in texts[:3]]
    monkeypatch.setattr(encoder, "MANY", 4)
    together = Embedder(1).embed(texts)
    assert all((a == b).all() for a, b in zip(alone, together, strict=False))
    assert (together == embedder.embed(texts)).all()
