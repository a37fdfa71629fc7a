#!/usr/bin/env python3
"""How far two keys of one story agree.

    python corpus/agreement.py SCORER                                 the second keys of the corpus, a table
    python corpus/agreement.py SCORER KEY.json KEY2.json REPORTS_DIR  any two keys

Each key is turned into a dossier and scored against the other with SCORER (score_dossier.py of the project).
With one and the same key twice it is a check of the key itself: every figure must be perfect.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from build import STORIES
from key import build_key
from second import SECOND, same_text
from story import load

Row = dict[str, Any]


def as_dossier(key: Row, texts: dict[str, str]) -> Row:
    """The key told in the dossier format, as far as the scorer reads it. `texts`: file name to text."""
    ids = {file: file.rsplit(".", 1)[0] for file in texts}

    def at(m: Row) -> Row:
        return {"report": ids[m["file"]], "start": m["start"], "end": m["end"], "text": m["text"]}

    def side(members: list[Row], claim: str) -> Row:
        return {"value": claim, "claim": claim, "mentions": [at(m) for m in members]}

    def told(m: Row) -> Row:
        return at(m) | {"certainty": m["certainty"], "chain": [{"name": n} for n in m["speaker_chain"]]}

    claims = [
        {
            "id": c["id"],
            "gloss": c["gloss"],
            "mentions": [told(m) for m in c["members"]],
            "origins": {"min": c["n_origins"], "max": c["n_origins"]},
        }
        for c in key["clusters"]
    ]
    members = {c["id"]: c["members"] for c in key["clusters"]}
    conflicts = []
    for t in key["contradictions"]:
        sides = [side(members[c], c) for c in t.get("clusters", []) if c in members]
        if len(sides) < 2:
            sides = [side([m], str(i)) for i, m in enumerate(t["members"])]
        conflicts.append({"id": t["id"], "kind": t["kind"], "severity": t["severity"], "sides": sides})
    return {
        "reports": [{"id": ids[f], "path": f, "text": text} for f, text in sorted(texts.items())],
        "claims": claims,
        "conflicts": conflicts,
        "quotes": [{"id": q["id"], "variants": [at(v) for v in q["variants"]]} for q in key["quote_variants"]],
        "times": [at(t) | {"earliest": t["earliest"], "latest": t["latest"]} for t in key["times"]],
    }


def read_texts(folder: Path) -> dict[str, str]:
    return {
        p.name: json.loads(p.read_text(encoding="utf-8"))["text"]
        if p.suffix == ".json"
        else p.read_text(encoding="utf-8")
        for p in sorted(folder.iterdir())
    }


def load_scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_dossier", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is no Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def agreement(scorer: ModuleType, key: Row, other: Row, texts: dict[str, str]) -> Row:
    """The scores of `other`, told as a dossier, against `key`."""
    result, _ = scorer.score(as_dossier(other, texts), key)
    return dict(result)


def both_ways(scorer: ModuleType, key: Row, other: Row, texts: dict[str, str]) -> dict[str, float]:
    """The figures of the table: each the mean of the two directions."""
    rows = [agreement(scorer, a, b, texts) for a, b in ((key, other), (other, key))]
    pick: dict[str, Callable[[Row], float]] = {
        "claims F1": lambda r: r["claims"]["f1"],
        "BCubed": lambda r: r["bcubed"]["f1"],
        "floor": lambda r: r["bcubed"]["floor"],
        "covered": lambda r: r["bcubed"]["gold_mentions_covered"],
        "conflicts F1": lambda r: r["conflicts"]["f1"],
        "origins": lambda r: r["origins"]["balanced_accuracy"] or 0.0,
        "sources": lambda r: r["sources"]["accuracy"] or 0.0,
        "certainty": lambda r: r["certainty"]["accuracy"] or 0.0,
        "quotes F1": lambda r: r["quotes"]["f1"],
        "times exact": lambda r: r["times"]["exact"] or 0.0,
    }
    return {name: sum(value(r) for r in rows) / 2 for name, value in pick.items()}


def corpus_table(scorer: ModuleType) -> dict[str, dict[str, float]]:
    """The agreement of every second key of the corpus with the first."""
    table = {}
    for folder in sorted(p for p in SECOND.glob("*") if (p / "story.toml").is_file()):
        first, second = load(STORIES / folder.name), load(folder)
        if not same_text(first, second):
            raise SystemExit(f"{folder.name}: the second key is of another text; the reports were changed since")
        texts = {f"{r.id}.json": r.text for r in first.reports}
        table[folder.name] = both_ways(scorer, build_key(first), build_key(second), texts)
    return table


def markdown(table: dict[str, dict[str, float]]) -> str:
    names = list(next(iter(table.values()))) if table else []
    mean = {n: sum(row[n] for row in table.values()) / len(table) for n in names}
    lines = ["| | " + " | ".join(names) + " |", "|---" + "|---:" * len(names) + "|"]
    lines += [
        f"| {story} | " + " | ".join(f"{row[n]:.2f}" for n in names) + " |"
        for story, row in [*table.items(), ("mean", mean)]
    ]
    return "\n".join(lines)


def main() -> None:
    if len(sys.argv) == 2:
        print(markdown(corpus_table(load_scorer(Path(sys.argv[1])))))
        return
    if len(sys.argv) != 5:
        raise SystemExit(__doc__)
    scorer_path, key_path, other_path, folder = map(Path, sys.argv[1:])
    scorer, texts = load_scorer(scorer_path), read_texts(folder)
    key, other = (json.loads(p.read_text(encoding="utf-8")) for p in (key_path, other_path))
    for title, a, b in (("second against first", key, other), ("first against second", other, key)):
        print(title)
        for name, value in agreement(scorer, a, b, texts).items():
            print(f"  {name:20} {value}")


if __name__ == "__main__":
    main()
