"""What a user would take instead for syntax: spaCy, trained on the same EWT data.

``python -m benchmarks.spacy_syntax --data ../shared/data --out spacy-ewt`` trains its small CPU pipeline (hash
embeddings, CNN; no vectors) and prints words a second on raw text and LAS on gold words, as ``quality_syntax`` counts
it. Needs ``pip install spacy``, which the program itself never uses.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.quality import DATA
from benchmarks.quality_syntax import treebank
from benchmarks.speed import CORPUS, reports, timed

PARTS = "tagger,morphologizer,parser"
MOST_EPOCHS = 12
"""Its scores on EWT dev level off there."""


def train(data: Path, out: Path) -> None:
    """spaCy's own recipe for a CPU ("efficiency"), on EWT train; the best epoch on EWT dev is kept."""
    with tempfile.TemporaryDirectory() as folder:
        spacy = [sys.executable, "-m", "spacy"]
        for part in ("train", "dev"):
            source = data / "ud_ewt" / f"{part}.conllu"
            subprocess.run([*spacy, "convert", str(source), folder, "-n", "10"], check=True)
        config = f"{folder}/config.cfg"
        subprocess.run([*spacy, "init", "config", config, "--pipeline", PARTS, "--optimize", "efficiency"], check=True)
        subprocess.run(
            [*spacy, "train", config, "--output", str(out), "--paths.train", f"{folder}/train.spacy",
             "--paths.dev", f"{folder}/dev.spacy", "--training.max_epochs", str(MOST_EPOCHS),
             "--training.eval_frequency", "1000"],
            check=True,
        )  # fmt: skip


def scores(nlp: Any, path: Path) -> dict[str, float]:
    """UPOS, UAS and LAS on gold words, punctuation counted."""
    from spacy.tokens import Doc

    right = {"UPOS": 0, "UAS": 0, "LAS": 0}
    words = 0
    for _, _, rows in treebank(path):
        doc = Doc(nlp.vocab, words=[r[1] for r in rows], sent_starts=[True] + [False] * (len(rows) - 1))
        for _, part in nlp.pipeline:
            doc = part(doc)
        for row, token in zip(rows, doc, strict=True):
            head = 0 if token.head is token else token.head.i + 1
            attached = head == int(row[6])
            label = "root" if token.dep_ == "ROOT" else token.dep_
            right["UPOS"] += token.pos_ == row[3]
            right["UAS"] += attached
            right["LAS"] += attached and label == row[7]
            words += 1
    return {name: 100 * n / words for name, n in right.items()}


def speed(nlp: Any, texts: Sequence[str]) -> float:
    """Reports a second, from raw text, in one batch as spaCy is quickest."""
    return timed("spaCy", len(texts), lambda: list(nlp.pipe(texts))).rate


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--out", type=Path, default=Path("spacy-ewt"), help="the trained pipeline; kept if it is there")
    parser.add_argument("--reports", type=int, default=12)
    args = parser.parse_args()
    try:
        import spacy
    except ImportError:
        raise SystemExit("spaCy is not installed: pip install spacy") from None
    if not (args.out / "model-best").is_dir():
        train(args.data, args.out)
    nlp = spacy.load(args.out / "model-best")
    texts = reports(CORPUS, args.reports)
    words = sum(len(t.split()) for t in texts) / len(texts)
    rate = speed(nlp, texts)
    print(f"spaCy {spacy.__version__}: {rate:.1f} reports a second, {rate * words:.0f} words a second")
    for part in ("dev", "test"):
        print(part, " ".join(f"{k} {v:.1f}" for k, v in scores(nlp, args.data / "ud_ewt" / f"{part}.conllu").items()))


if __name__ == "__main__":
    main()
