#!/usr/bin/env python3
"""Lay out a story for a second key: python corpus/second.py NAME...

Writes corpus/second/NAME/rNN.txt: header and bare text, ready to be marked by somebody who has not seen the first
key. Writes over nothing. agreement.py holds the text of a second key against the text of the first.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from build import STORIES
from markup import Report
from story import Story, load

SECOND = Path(__file__).resolve().parent / "second"


def bare(report: Report) -> str:
    """Header and text of a report with braces escaped and the title line kept."""
    header = "".join(f"{name}: {value}\n" for name, value in report.header.items())
    paragraphs = [re.sub(r"([\\{}])", r"\\\1", report.text[a:b]) for a, b, _ in report.paragraphs]
    if "title" not in report.header and paragraphs:
        paragraphs[0] = "# " + paragraphs[0]
    return header + "---\n" + "\n\n".join(paragraphs) + "\n"


def same_text(first: Story, second: Story) -> bool:
    return [(r.id, r.text) for r in first.reports] == [(r.id, r.text) for r in second.reports]


def main() -> None:
    for name in sys.argv[1:]:
        story = load(STORIES / name)
        folder = SECOND / name
        folder.mkdir(parents=True)
        for report in story.reports:
            (folder / f"{report.id}.txt").write_text(bare(report), encoding="utf-8")


if __name__ == "__main__":
    main()
