"""Scores the program on stories with keys: ``python -m benchmarks.stories [--misses] [real|dev|test|FOLDER ...]``.

``--baselines`` prints two rows more for each story: claims by the cosine of sentence vectors alone, and a dossier that
joins nothing and says of each mention what most mentions are.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from benchmarks import keyed
from crossread.align.cluster import average_link
from crossread.align.join import grouped
from crossread.model.story import Story
from crossread.model.vector import Embed
from crossread.pipeline import Align, Pipeline
from crossread.read import read
from crossread.settings import Settings

COLUMNS = (
    ("claims f1", lambda r: r["claims"]["f1"]),
    ("p", lambda r: r["claims"]["p"]),
    ("r", lambda r: r["claims"]["r"]),
    ("bcubed", lambda r: r["bcubed"]["f1"]),
    ("floor", lambda r: r["bcubed"]["floor"]),
    ("covered", lambda r: r["bcubed"]["gold_mentions_covered"]),
    ("per key", lambda r: round(r["sizes"]["mentions"] / r["sizes"]["gold_mentions"], 2)),
    ("confl p", lambda r: r["conflicts"]["p"]),
    ("confl r", lambda r: r["conflicts"]["r"]),
    ("typed r", lambda r: r["conflicts"]["typed_r"]),
    ("hard", lambda r: r["conflicts"]["predicted"]),
    ("origins", lambda r: r["origins"]["balanced_accuracy"]),
    ("sources", lambda r: r["sources"]["accuracy"]),
    ("certainty", lambda r: r["certainty"]["accuracy"]),
    ("quotes", lambda r: r["quotes"]["f1"]),
    ("times", lambda r: r["times"]["exact"]),
    ("debris", lambda r: r["debris"]),
    ("verbatim", lambda r: r["spans_not_verbatim"]),
)


def folders(names: list[str]) -> Iterator[Path]:
    """The stories that the words on the command line name."""
    for name in names:
        if name == "real":
            yield from keyed.real()
        elif name in ("train", "dev", "test", "loose"):
            yield from keyed.corpus(name)
        else:
            yield Path(name)


def told(pipeline: Pipeline, story: Path) -> dict[str, Any]:
    """The program's dossier of a story, as JSON has it."""
    return msgspec.to_builtins(pipeline(read([str(story / "reports")])))  # type: ignore[no-any-return]


def score(pipeline: Pipeline, story: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """(figures, misses) of the program on one story."""
    return keyed.scorer().score(told(pipeline, story), keyed.key(story))  # type: ignore[no-any-return]


COSINE = 0.62
"""Mean cosine from which the baseline joins two clusters; the best on corpus dev of 0.5, 0.54, … 0.7."""
MOST_ARE = "asserted"
"""The certainty that most mentions of corpus train have."""


def by_cosine(embed: Embed) -> Align:
    """Claims by sentence vectors alone."""

    def align(story: Story) -> Story:
        rows = embed([m.proposition for m in story.mentions])
        near = np.triu(rows @ rows.T, 1)
        scores = {(int(i), int(j)): float(near[i, j]) for i, j in np.argwhere(near > 0).tolist()}
        return grouped(story, average_link(len(rows), scores, (), COSINE))

    return align


def majority(dossier: dict[str, Any]) -> dict[str, Any]:
    """Each mention a claim of its own, of the commonest certainty, on no word but the report's; nothing contradicts."""
    claims = [
        {**c, "id": f"{c['id']}.{n}", "mentions": [{**m, "certainty": MOST_ARE, "chain": m["chain"][:1]}]}
        for c in dossier["claims"]
        for n, m in enumerate(c["mentions"])
    ]
    return {**dossier, "claims": claims, "conflicts": [], "quotes": []}


def baselines(cosine: Pipeline, story: Path, dossier: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The rows of the two baselines on one story, of which the program wrote this dossier."""
    key, scorer = keyed.key(story), keyed.scorer()
    yield "cosine alone", scorer.score(told(cosine, story), key)[0]
    yield "majority", scorer.score(majority(dossier), key)[0]


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", nargs="*", default=["real"])
    parser.add_argument("--misses", action="store_true", help="list what was missed and what is false")
    parser.add_argument("--baselines", action="store_true", help="two simple ways beside the program")
    args = parser.parse_args()
    pipeline = Pipeline(Settings())
    cosine = Pipeline(Settings(), align=by_cosine(pipeline.embed)) if args.baselines else None
    print(" | ".join(["story", *(name for name, _ in COLUMNS)]))
    rows = []
    for folder in folders(args.stories):
        dossier = told(pipeline, folder)
        figures, misses = keyed.scorer().score(dossier, keyed.key(folder))
        rows.append([get(figures) for _, get in COLUMNS])
        print(" | ".join([folder.name, *map(str, rows[-1])]), flush=True)
        for name, row in baselines(cosine, folder, dossier) if cosine else ():
            print(" | ".join([f"  {name}", *(str(get(row)) for _, get in COLUMNS)]), flush=True)
        if args.misses:
            print(json.dumps(misses, ensure_ascii=False, indent=1))
    means = [
        round(sum(v) / len(v), 3) if (v := [x for x in c if x is not None]) else None for c in zip(*rows, strict=True)
    ]
    print(" | ".join(["mean", *map(str, means)]))


if __name__ == "__main__":
    main()
