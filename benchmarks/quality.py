"""Quality of every model beside published figures: ``python -m benchmarks.quality``.

Needs the data folder beside the repository. Figures are on development parts unless ``--test`` is given: those
are only reported, never chosen by.
"""

import argparse
import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import msgspec
from training import corpus_attributions
from training.gum import read

from benchmarks import keyed, quality_claims, quality_pairs, quality_references, quality_units
from benchmarks.quality_attribution import attribution, measured
from benchmarks.quality_syntax import names, segmentation, syntax, tagged
from crossread import models
from crossread.annotate.annotator import Annotator
from crossread.annotate.encoder import AttributionGraph, Embedder, SyntaxGraph
from crossread.annotate.mention_encoder import MentionEncoder
from crossread.annotate.pair_scorer import PairScorer

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
FLOORS = ROOT / "tests" / "quality" / "floors.json"

ANCHORS: dict[str, str] = {
    "PolNeAR test, source exact": "BERT-base 81.1, BERT-Cofe 83.2; annotators 77.9",
    "PolNeAR test, cue exact": "BERT-base 74.0, BERT-Cofe 75.3; annotators 70.6",
    "PolNeAR test, content exact": "BERT-base 68.9, BERT-Cofe 72.9; annotators 68.4",
    "PolNeAR dev, source exact": "annotators 77.9",
    "PolNeAR dev, cue exact": "annotators 70.6",
    "PolNeAR dev, content exact": "annotators 68.4",
    "PolNeAR dev, source by token": "annotators 81.1",
    "PolNeAR dev, cue by token": "annotators 68.6",
    "PolNeAR dev, content by token": "annotators 91.6",
    "PolNeAR dev, triple": "annotators 56.6",
    "EWT test, LAS": "MiniLM biaffine 84.2; spaCy CNN 81.6",
    "EWT test, UPOS": "MiniLM biaffine 95.9; spaCy CNN 94.0",
}


class Task(msgspec.Struct):
    """A data set and what measures a model on it; ``every`` takes each so-manieth item in a quick run."""

    name: str
    path: str
    model: str
    measure: Callable[[Path, int], dict[str, float]]
    every: int
    test: bool = False


def tasks() -> list[Task]:
    """Everything that is measured; models load when first used."""
    att, syn = AttributionGraph(1), SyntaxGraph(1)
    emb, pairs = Embedder(1), PairScorer(1)

    def crossner(path: Path, every: int) -> dict[str, float]:
        return {f"names, {k}": v for k, v in names(tagged(path, 0, 1)[::every], syn).items()}

    def uner(path: Path, every: int) -> dict[str, float]:
        return {f"names, {k}": v for k, v in names(tagged(path, 1, 2)[::every], syn, other=False).items()}

    def refer(path: Path, every: int) -> dict[str, float]:
        documents = read(path, syn)[::every]
        news = [d for d in documents if d.name.split("_")[1] in ("news", "interview", "bio")]
        some = {f"news, interview, bio: {k}": v for k, v in quality_references.measure(news).items()}
        return {**quality_references.measure(documents), **some}

    return [
        Task("PolNeAR dev", "polnear/dev.jsonl", "attribution.onnx", lambda p, n: attribution(p, att, n), 6),
        Task("corpus dev, attributions", "corpus/split.toml", "attribution.onnx",
             lambda _, n: measured(corpus_attributions.rows(keyed.corpus("dev"))[::n], att), 3),
        Task("EWT dev", "ud_ewt/dev.conllu", "syntax.onnx", lambda p, n: syntax(p, syn, n), 8),
        Task("EWT test", "ud_ewt/test.conllu", "syntax.onnx", lambda p, n: syntax(p, syn, n), 8, True),
        Task("GUM dev", "gum/dev.conllu", "syntax.onnx", lambda p, n: syntax(p, syn, n), 4),
        Task("GUM test", "gum/test.conllu", "syntax.onnx", lambda p, n: syntax(p, syn, n), 4, True),
        Task("GUM dev, raw text", "gum/dev.conllu", "rules", lambda p, _: segmentation(p), 1),
        Task("EWT dev, raw text", "ud_ewt/dev.conllu", "rules", lambda p, _: segmentation(p), 1),
        Task("CrossNER politics dev", "ner/crossner_politics_dev.txt", "syntax.onnx", crossner, 3),
        Task("CrossNER politics test", "ner/crossner_politics_test.txt", "syntax.onnx", crossner, 3, True),
        Task("CrossNER science dev", "ner/crossner_science_dev.txt", "syntax.onnx", crossner, 9),
        Task("UNER EWT test", "ner/uner_ewt_test.iob2", "syntax.onnx", uner, 9, True),
        Task("GUM dev, references", "gum/dev.conllu", "references.npz", refer, 2),
        Task("fact pairs, pages kept", "pairs/vitaminc_synth_test/test.jsonl", "pairs.onnx",
             lambda p, n: quality_pairs.against(p.parents[2], pairs, emb, n), 20),
        Task("ECB+ dev", "ecbplus/dev.jsonl", "pairs.onnx",
             lambda p, n: quality_pairs.same_event(p, pairs, emb, n), 20),
        Task("STS news", "pairs/sts_news/headlines2016.jsonl", "pairs.onnx",
             lambda p, n: quality_pairs.graded(p.parent, pairs, emb, n), 20),
        Task("corpus dev, key mentions", "corpus/split.toml", "mentions.onnx",
             lambda _, n: quality_claims.measure(MentionEncoder(1), emb, pairs, n), 3),
        Task("corpus dev, claim units", "corpus/split.toml", "unit_model.json",
             lambda _, n: quality_units.measure(Annotator(1), keyed.corpus("dev")[::n]), 3),
    ]  # fmt: skip


def place(data: Path, path: str) -> Path:
    """Where a task's data lies: the corpus in the repository, all else in the data folder."""
    return ROOT / path if path.startswith("corpus/") else data / path


def digest(path: Path) -> str:
    """sha256 of a data file, short."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def figures(data: Path, quick: bool, test: bool) -> dict[str, dict[str, float]]:
    """Task name to figures, rounded to one place."""
    out = {}
    for task in tasks():
        if task.test <= test:
            told = task.measure(place(data, task.path), task.every if quick else 1)
            out[task.name] = {k: round(v, 1) for k, v in told.items()}
    return out


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--test", action="store_true", help="also the parts kept for reporting")
    parser.add_argument("--quick", action="store_true", help="a share of each data set, as the floors are measured")
    parser.add_argument("--write-floors", action="store_true", help="pin the quick figures, less the slack")
    args = parser.parse_args()
    if not args.data.is_dir():
        raise SystemExit(f"{args.data}: no such folder; --data names the folder of data sets")
    found = figures(args.data, args.quick or args.write_floors, args.test)
    print(f"models of {models.manifest().date}")
    by_name = {t.name: t for t in tasks()}
    for task, told in found.items():
        for name, value in told.items():
            anchor = ANCHORS.get(f"{task}, {name}", "")
            print(f"{by_name[task].model:18} {task:26} {name:42} {value:7.1f}  {anchor}")
    if args.write_floors:
        write_floors(args.data, found)


SLACK = 1.0
"""Points a figure may lose between machines: int8 kernels round differently."""
_COUNTS = ("pronouns", "descriptions", "nearest name", "by cosine", "keeps 95 %", "by tree rules")


def write_floors(data: Path, found: dict[str, dict[str, float]]) -> None:
    """Pins each figure with the hash of its data; a floor goes down only with a reason in the file."""
    paths = {t.name: t.path for t in tasks()}
    old = json.loads(FLOORS.read_text(encoding="utf-8"))["reasons"] if FLOORS.exists() else {}
    floors = {
        name: {
            "data": paths[name],
            "sha256": digest(place(data, paths[name])),
            "floors": {k: round(v - SLACK, 1) for k, v in told.items() if not k.endswith(_COUNTS)},
        }
        for name, told in found.items()
    }
    FLOORS.parent.mkdir(parents=True, exist_ok=True)
    FLOORS.write_text(json.dumps({"reasons": old, "tasks": floors}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
