"""Scores the program on stories with keys: ``python -m benchmarks.stories [--misses] [real|dev|test|FOLDER ...]``."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from benchmarks import keyed
from crossread.pipeline import Pipeline
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
        elif name in ("train", "dev", "test"):
            yield from keyed.corpus(name)
        else:
            yield Path(name)


def score(pipeline: Pipeline, story: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """(figures, misses) of the program on one story."""
    dossier = pipeline(read([str(story / "reports")]))
    return keyed.scorer().score(msgspec.to_builtins(dossier), keyed.key(story))  # type: ignore[no-any-return]


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", nargs="*", default=["real"])
    parser.add_argument("--misses", action="store_true", help="list what was missed and what is false")
    args = parser.parse_args()
    pipeline = Pipeline(Settings())
    print(" | ".join(["story", *(name for name, _ in COLUMNS)]))
    rows = []
    for folder in folders(args.stories):
        figures, misses = score(pipeline, folder)
        rows.append([get(figures) for _, get in COLUMNS])
        print(" | ".join([folder.name, *map(str, rows[-1])]), flush=True)
        if args.misses:
            print(json.dumps(misses, ensure_ascii=False, indent=1))
    means = [
        round(sum(v) / len(v), 3) if (v := [x for x in c if x is not None]) else None for c in zip(*rows, strict=True)
    ]
    print(" | ".join(["mean", *map(str, means)]))


if __name__ == "__main__":
    main()
