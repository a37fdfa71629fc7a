#!/usr/bin/env python3
"""How far two keys of one story agree: python corpus/agreement.py SCORER KEY.json KEY2.json REPORTS_DIR

Each key is turned into a dossier and scored against the other with SCORER (score_dossier.py of the project).
With one and the same key twice it is a check of the key itself: every figure must be perfect.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

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

    claims = [{"id": c["id"], "gloss": c["gloss"], "mentions": [told(m) for m in c["members"]],
               "origins": {"min": c["n_origins"], "max": c["n_origins"]}} for c in key["clusters"]]
    members = {c["id"]: c["members"] for c in key["clusters"]}
    conflicts = []
    for t in key["contradictions"]:
        sides = [side(members[c], c) for c in t.get("clusters", []) if c in members]
        if len(sides) < 2:
            sides = [side([m], str(i)) for i, m in enumerate(t["members"])]
        conflicts.append({"id": t["id"], "kind": t["kind"], "severity": t["severity"], "sides": sides})
    return {"reports": [{"id": ids[f], "path": f, "text": text} for f, text in sorted(texts.items())],
            "claims": claims, "conflicts": conflicts,
            "quotes": [{"id": q["id"], "variants": [at(v) for v in q["variants"]]}
                       for q in key["quote_variants"]],
            "times": [at(t) | {"earliest": t["earliest"], "latest": t["latest"]} for t in key["times"]]}


def read_texts(folder: Path) -> dict[str, str]:
    return {p.name: json.loads(p.read_text(encoding="utf-8"))["text"] if p.suffix == ".json"
            else p.read_text(encoding="utf-8") for p in sorted(folder.iterdir())}


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


def main() -> None:
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
