#!/usr/bin/env python3
"""The corpus beside real stories: python corpus/compare.py [--json] STORY_DIR...

Each STORY_DIR holds key.json and reports/ in the format of corpus/built (build first). The table has one column for
each story given and one for each part of the corpus. Debris is left out of the counts of words and sentences.
"""

from __future__ import annotations

import json
import re
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from agreement import read_texts
from build import parts
from checks import words

HERE = Path(__file__).resolve().parent
# A sentence ends at a full stop, question or exclamation mark before a capital, or at the end of a line.
_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]*[A-Z0-9])|\n+")
# Vocabulary is counted on running text of this length, for type counts grow with length.
WINDOW = 1000

Row = dict[str, Any]


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for found in _END.finditer(text):
        if words(text[at : found.start()]):
            yield at, found.start()
        at = found.end()
    if words(text[at:]):
        yield at, len(text)


def figures(folder: Path) -> Row:
    """Raw counts of one story; `table` makes shares of them."""
    key = json.loads((folder / "key.json").read_text(encoding="utf-8"))
    texts = read_texts(folder / "reports")
    members = [m for c in key["clusters"] for m in c["members"]]
    debris = key["debris"]
    lengths, attributed, kept = [], 0, 0
    running: list[str] = []
    for file, text in sorted(texts.items()):
        for a, b in sentence_spans(text):
            if any(d["file"] == file and d["start"] <= a and b <= d["end"] for d in debris):
                continue
            kept += 1
            lengths.append(len(words(text[a:b])))
            running += words(text[a:b])
            attributed += any(
                m["file"] == file and len(m["speaker_chain"]) > 1 and m["start"] < b and m["end"] > a for m in members
            )
    several = [c for c in key["clusters"] if c["n_reports"] > 1]
    hard = [t for t in key["contradictions"] if t["severity"] == "conflict"]
    return {
        "stories": 1,
        "reports": len(texts),
        "words": sum(lengths),
        "sentences": kept,
        "lengths": lengths,
        "attributed": attributed,
        "mentions": len(members),
        "claims": len(key["clusters"]),
        "several": len(several),
        "one_origin": sum(c["n_origins"] == 1 for c in several),
        "conflicts": len(hard),
        "differences": len(key["contradictions"]),
        "quotes": len(key["quote_variants"]),
        "times": len(key["times"]),
        "numbers": len(key["numbers"]),
        "deep": sum(len(m["speaker_chain"]) > 2 for m in members),
        "hedged": sum(m["certainty"] == "hedged" for m in members),
        "denied": sum(m["certainty"] == "denied" for m in members),
        "quoted": sum(m["certainty"] == "quoted" for m in members),
        "types": [_types(running)],
    }


def _types(running: list[str]) -> float:
    """Different words in windows of WINDOW running words, on average."""
    windows = [running[i : i + WINDOW] for i in range(0, len(running) - WINDOW + 1, WINDOW)] or [running]
    return statistics.mean(len(set(w)) for w in windows)


def add(rows: list[Row]) -> Row:
    return {k: sum((r[k] for r in rows), [] if isinstance(rows[0][k], list) else 0) for k in rows[0]}


def table(r: Row) -> dict[str, float]:
    """What is compared, from raw counts."""
    return {
        "stories": r["stories"],
        "reports a story": r["reports"] / r["stories"],
        "words a report": r["words"] / r["reports"],
        "words a sentence": r["words"] / r["sentences"],
        "  median": statistics.median(r["lengths"]),
        "sentences with an attribution, share": r["attributed"] / r["sentences"],
        "mentions a sentence": r["mentions"] / r["sentences"],
        "mentions a hundred words": 100 * r["mentions"] / r["words"],
        "claims a story": r["claims"] / r["stories"],
        "claims told by several reports, share": r["several"] / r["claims"],
        "  of these one origin, share": r["one_origin"] / max(1, r["several"]),
        "conflicts a story": r["conflicts"] / r["stories"],
        "conflicts, tensions and refinements a story": r["differences"] / r["stories"],
        "mentions with a chain of three or more, share": r["deep"] / r["mentions"],
        "mentions hedged, share": r["hedged"] / r["mentions"],
        "mentions denied, share": r["denied"] / r["mentions"],
        "mentions quoted, share": r["quoted"] / r["mentions"],
        "shared quotations a story": r["quotes"] / r["stories"],
        "times a hundred words": 100 * r["times"] / r["words"],
        "quantities a hundred words": 100 * r["numbers"] / r["words"],
        f"different words in {WINDOW}": statistics.mean(r["types"]),
    }


def columns_of(others: list[Path]) -> dict[str, dict[str, float]]:
    """A column for each story given, for each part of the corpus that is built, and for all of it."""
    columns = {folder.name: table(figures(folder)) for folder in others}
    built = {
        part: [figures(HERE / "built" / n) for n in names if (HERE / "built" / n / "key.json").is_file()]
        for part, names in parts().items()
    }
    columns |= {part: table(add(rows)) for part, rows in built.items() if rows}
    every = [r for rows in built.values() for r in rows]
    return columns | ({"corpus": table(add(every))} if every else {})


def markdown(columns: dict[str, dict[str, float]]) -> str:
    lines = ["| | " + " | ".join(columns) + " |", "|---" + "|---:" * len(columns) + "|"]
    names = list(next(iter(columns.values()))) if columns else []
    lines += [f"| {name} | " + " | ".join(f"{c[name]:.3g}" for c in columns.values()) + " |" for name in names]
    return "\n".join(lines)


def main() -> None:
    columns = columns_of([Path(a) for a in sys.argv[1:] if not a.startswith("--")])
    print(json.dumps(columns, indent=1) if "--json" in sys.argv else markdown(columns))


if __name__ == "__main__":
    main()
