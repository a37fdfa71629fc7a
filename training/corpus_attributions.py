"""The corpus' attributions in PolNeAR's form, to learn from and to measure on."""

import json
import re
from pathlib import Path
from typing import Any

KINDS = ("source", "cue", "content")
Place = tuple[int, int]
_AUXILIARY = re.compile(r"\b(?:(?:has|have|had|is|was|were|been|be|will|would|did|not|also|later)\s+)+$")
_THAT = re.compile(r"\bthat\s+$")
BEFORE = 30
"""Characters before a span in which the words stand that PolNeAR counts to it and the corpus does not."""


def rows(folders: list[Path]) -> list[dict[str, Any]]:
    """Every report of some built stories: its text, and its attributions as PolNeAR draws them."""
    out = []
    for folder in folders:
        key = json.loads((folder / "key.json").read_text(encoding="utf-8"))
        for path in sorted((folder / "reports").iterdir()):
            text = json.loads(path.read_text(encoding="utf-8"))["text"]
            own = [a for a in key["attributions"] if a["file"] == path.name]
            out.append({"text": text, "attributions": as_polnear(text, own)})
    return out


def as_polnear(text: str, attributions: list[dict[str, Any]]) -> list[dict[str, list[Place]]]:
    """A key's attributions of one report, outermost only, in PolNeAR's form: "that" belongs to the content, auxiliaries
    to the cue, and the comma after an apposition to the source."""
    spans = [{k: [(e["start"], e["end"]) for e in a[k]] for k in KINDS} for a in attributions]
    inside = [[e for b in spans if b is not a for e in b["content"]] for a in spans]
    out = []
    for row, others in zip(spans, inside, strict=True):
        places = row["source"] + row["cue"]
        if not row["content"] or any(o[0] <= s and e <= o[1] for o in others for s, e in places):
            continue
        content = [(s - _before(_THAT, text, s), e) for s, e in row["content"]]
        cue = [(s - _before(_AUXILIARY, text, s), e) for s, e in row["cue"]]
        source = [(s, e + ("," in text[s:e] and text[e : e + 1] == ",")) for s, e in row["source"]]
        out.append({"source": source, "cue": cue, "content": content})
    return out


def _before(words: re.Pattern[str], text: str, start: int) -> int:
    """Characters of some words that end where a span starts."""
    found = words.search(text, max(0, start - BEFORE), start)
    return start - found.start() if found else 0
