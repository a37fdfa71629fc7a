"""The worst errors of each model, and what its errors have in common: ``python -m benchmarks.errors [HEAD ...]``.

Reads development parts alone. For each head it prints how many errors there are of each kind and the ten worst:
spans and names by their length, sentences by the arcs that are wrong, pairs by how sure the model was. What it prints
quotes the data sets, so it is for the screen and not for the repository.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from benchmarks import errors_pairs, errors_spans
from benchmarks.quality import DATA

SHOWN = 10
IN = " in: "
"""What stands before the sentence of an error, where it is one of several there."""
LEAST_SHARE = 0.02
"""Rarer kinds are told together."""


class Error(NamedTuple):
    """One error: how bad it is, its kind, and what it looks like."""

    weight: float
    kind: str
    text: str


HEADS: dict[str, Callable[[Path], Iterable[tuple[float, str, str]]]] = {
    "attribution": errors_spans.attribution,
    "syntax": errors_spans.syntax,
    "names": errors_spans.names,
    "references": errors_spans.references,
    "units": errors_spans.units,
    "same claim": errors_pairs.same_claim,
    "pairs": errors_pairs.facts,
}


def told(errors: Iterable[tuple[float, str, str]]) -> str:
    """Kinds with their shares, then the worst errors."""
    rows = [Error(*e) for e in errors]
    kinds = Counter(e.kind for e in rows)
    common = {k: n for k, n in kinds.most_common() if n >= LEAST_SHARE * len(rows)}
    if len(kinds) > len(common):
        common[f"{len(kinds) - len(common)} rarer kinds"] = len(rows) - sum(common.values())
    lines = [f"{len(rows)} errors", *(f"  {100 * n / len(rows):4.0f} %  {kind}" for kind, n in common.items())]
    places: dict[str, Error] = {}
    for e in sorted(rows, key=lambda e: (-e.weight, e.kind, e.text)):
        places.setdefault(e.text.rsplit(IN, 1)[-1], e)  # of a sentence or name the worst
    worst = list(places.values())[:SHOWN]
    lines += [f"  {n}. {e.kind}: {' '.join(e.text.split())}" for n, e in enumerate(worst, 1)]
    return "\n".join(lines)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("heads", nargs="*", choices=[*HEADS, []], help="all of them if none is named")
    parser.add_argument("--data", type=Path, default=DATA)
    args = parser.parse_args()
    if not args.data.is_dir():
        raise SystemExit(f"{args.data}: no such folder; --data names the folder of data sets")
    for name in args.heads or HEADS:
        print(f"\n# {name}\n{told(HEADS[name](args.data))}", flush=True)


if __name__ == "__main__":
    main()
