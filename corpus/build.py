#!/usr/bin/env python3
"""Build the corpus: python corpus/build.py [--check] [--hints] [--show RNN] [STORY...]

Reads corpus/stories/NAME, checks it, and writes corpus/built/NAME/reports/rNN.json and key.json.
--check writes nothing and also lists what was likely forgotten (--hints alone does so too). --show prints a
report's members as the key tells them. Without names every story is built. Standard library, Python 3.11.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tomllib
from pathlib import Path

from checks import check_apart, check_story, hints
from key import build_key, report_json
from markup import MarkupError
from story import Story, load

HERE = Path(__file__).resolve().parent
STORIES = HERE / "stories"
BUILT = HERE / "built"


def read(names: list[str], root: Path = STORIES) -> tuple[list[Story], list[str]]:
    """The stories that could be read, and the faults of those that could not."""
    stories, faults = [], []
    for name in names:
        try:
            stories.append(load(root / name))
        except MarkupError as error:
            faults.append(str(error))
    return stories, faults


def names_of(root: Path = STORIES) -> list[str]:
    return sorted(p.parent.name for p in root.glob("*/story.toml"))


def parts() -> dict[str, list[str]]:
    """train, dev and test: the names of their stories (split.toml)."""
    split: dict[str, list[str]] = tomllib.loads((HERE / "split.toml").read_text(encoding="utf-8"))
    return split


def check(stories: list[Story], others: list[Story]) -> list[str]:
    """Faults of `stories`; `others` are the rest of the corpus, for what must not be shared."""
    faults = [fault for story in stories for fault in check_story(story)]
    mine = {s.name for s in stories}
    apart = check_apart(sorted(stories + [o for o in others if o.name not in mine], key=lambda s: s.name))
    return faults + [f for f in apart if any(f"{name}/" in f for name in mine)]


def write(story: Story, out: Path = BUILT) -> None:
    folder = out / story.name
    if folder.exists():
        shutil.rmtree(folder)
    (folder / "reports").mkdir(parents=True)
    for report in story.reports:
        (folder / "reports" / f"{report.id}.json").write_bytes(report_json(report))
    key = json.dumps(build_key(story), ensure_ascii=False, indent=1) + "\n"
    (folder / "key.json").write_text(key, encoding="utf-8")


def show(story: Story, report_id: str) -> None:
    key = build_key(story)
    rows = [
        (m["start"], -m["end"], c["slug"], m)
        for c in key["clusters"]
        for m in c["members"]
        if m["file"] == f"{report_id}.json"
    ]
    for _, _, slug, m in sorted(rows, key=lambda r: r[:3]):
        flags = " ".join(k for k in ("restatement", "headline", "polarity") if k in m)
        chain = " < ".join(m["speaker_chain"][1:])
        print(f"{slug:24} {m['certainty']:10} {chain:30} [{m['origin']}] {flags} | {m['text']}")


def main() -> int:
    parser = argparse.ArgumentParser(description="Build and check the corpus")
    parser.add_argument("stories", nargs="*")
    parser.add_argument("--check", action="store_true", help="write nothing")
    parser.add_argument("--hints", action="store_true", help="list what was likely forgotten")
    parser.add_argument("--show", metavar="RNN", help="print this report's members")
    args = parser.parse_args()
    wanted = [name.rstrip("/").split("/")[-1] for name in args.stories] or names_of()
    stories, faults = read(wanted)
    others, _ = read([n for n in names_of() if n not in wanted]) if args.stories else ([], [])
    faults += check(stories, others)
    if args.hints or args.check:
        for line in (h for s in stories for h in hints(s)):
            print("hint:", line)
    for line in faults:
        print(line, file=sys.stderr)
    if faults:
        print(f"{len(faults)} fault(s)", file=sys.stderr)
        return 1
    for story in stories:
        if args.show:
            show(story, args.show)
        if not args.check:
            write(story)
        n = build_key(story)["stats"]
        print(
            f"{story.name}: {len(story.reports)} reports, {n['clusters']} claims, {n['members']} mentions, "
            f"{n['multi_report']} claims of several reports ({n['multi_report_one_origin']} of one origin), "
            f"{len(story.conflicts)} conflicts"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
