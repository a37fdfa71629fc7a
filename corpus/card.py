#!/usr/bin/env python3
"""Write the measured parts of README.md anew: python corpus/card.py SCORER STORY_DIR...

Builds nothing: run build.py first. SCORER is score_dossier.py, each STORY_DIR a real story with key.json and reports/.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from agreement import corpus_table, load_scorer, markdown
from build import HERE, names_of, parts, read
from compare import columns_of
from compare import markdown as compared

README = HERE / "README.md"


def counted() -> str:
    """One sentence on the size, one on the fields."""
    stories, _ = read(names_of())
    reports = [r for s in stories for r in s.reports]
    words = sum(len(r.text.split()) for r in reports)
    split = ", ".join(f"{len(names)} {part}" for part, names in parts().items())
    fields = Counter(s.field for s in stories)
    listed = ", ".join(f"{field} {n}" for field, n in sorted(fields.items()))
    mentions = sum(len(r.of("claim")) for r in reports)
    attributions = sum(len(r.of("wrap")) for r in reports)
    return (
        f"{len(stories)} stories ({split}), {len(reports)} reports, {words:,} words, "
        f"{sum(len(s.claims) for s in stories):,} claims, {mentions:,} mentions, {attributions:,} attributions, "
        f"{sum(len(s.conflicts) for s in stories)} conflicts, tensions and refinements.\nFields: {listed}."
    )


def put(text: str, name: str, block: str) -> str:
    """Replace what stands between <!-- name --> and <!-- /name -->."""
    pattern = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    if not pattern.search(text):
        raise SystemExit(f"{README} has no <!-- {name} --> block")
    return pattern.sub(lambda m: m[1] + block + "\n" + m[2], text)


def main() -> None:
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    text = README.read_text(encoding="utf-8")
    text = put(text, "size", counted())
    text = put(text, "table", compared(columns_of([Path(a) for a in sys.argv[2:]])))
    text = put(text, "agreement", markdown(corpus_table(load_scorer(Path(sys.argv[1])))))
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
