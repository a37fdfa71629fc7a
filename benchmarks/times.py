"""Time expressions against their anchors.   python benchmarks/times.py [SHARED] [--misses N]

TempEval-3 figures: strict and relaxed F1 of extents, and value F1 (relaxed matches whose TIMEX3 value is the gold one).
WikiWars is read as narrative. EventStoryLine is annotated sparsely, so only recall and value accuracy mean anything
there; its text is tokenised, and its publication lines are left out.
Stories: key times told with exactly the key's days.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import keyed
from crossread.annotate import publication
from crossread.annotate.times import Domain, find
from crossread.model.annotated import Annotated
from crossread.model.report import Published
from crossread.model.time import TimeExpression
from crossread.read import read

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
ANCHORS = {
    "wikiwars": "HeidelTime 83.6-85.5 / 91.4-91.9 / 82.7",
    "eventstoryline": "no published figure",
}


@dataclass
class Score:
    """Counts over documents."""

    gold: int = 0
    told: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0
    misses: list[str] = field(default_factory=list)

    def f1(self, hits: int) -> float:
        """F1 in per cent for a number of hits."""
        return 200 * hits / (self.gold + self.told) if self.gold + self.told else 0.0

    def row(self) -> str:
        """Strict / relaxed / value F1 and relaxed recall."""
        accuracy = 100 * self.value / self.relaxed if self.relaxed else 0.0
        figures = f"{self.f1(self.strict):5.1f} / {self.f1(self.relaxed):5.1f} / {self.f1(self.value):5.1f}"
        return f"{figures}   recall {100 * self.relaxed / max(self.gold, 1):5.1f}   value accuracy {accuracy:5.1f}"


def plain(times: Iterable[TimeExpression]) -> list[TimeExpression]:
    """Without the ranges, which TimeML does not mark."""
    return [t for t in times if "/" not in t.value]


def normal(value: str) -> str:
    """Values as the two corpora write them alike: no zone, no X of a decade, no offset."""
    value = value.rstrip("Z")
    return value[:-1] if len(value) == 4 and value.endswith("X") else value


def add(score: Score, text: str, gold: list[dict], told: list[TimeExpression]) -> None:
    """Match one document's expressions: each gold one with at most one told one, exact extents first."""
    score.gold += len(gold)
    score.told += len(told)
    free = dict.fromkeys(range(len(told)))
    for g in gold:
        over = [i for i in free if told[i].start < g["end"] and g["start"] < told[i].end]
        over.sort(key=lambda i: (told[i].start, told[i].end) != (g["start"], g["end"]))
        if not over:
            score.misses.append(f"MISSED  {text[max(0, g['start'] - 30) : g['end'] + 15]!r} {g['value']}")
            continue
        t = told[over[0]]
        free.pop(over[0])
        exact = (t.start, t.end) == (g["start"], g["end"])
        right = normal(t.value) == normal(g["value"] or "")
        score.relaxed += 1
        score.strict += exact
        score.value += right
        if not exact:
            score.misses.append(f"EXTENT  {text[g['start'] : g['end']]!r} told {t.text!r}")
        if not right:
            score.misses.append(
                f"VALUE   {text[max(0, g['start'] - 40) : g['end'] + 10]!r} {g['value']} told {t.value}"
            )
    score.misses += [f"FALSE   {text[max(0, told[i].start - 25) : told[i].end + 15]!r} {told[i].value}" for i in free]


def corpus(path: Path, domain: Domain, skip_dct: bool) -> Score:
    """Score one file of ``{dct, text, timexes}`` rows."""
    score = Score()
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        day = DAY.match((row["dct"] or "").replace(":", "-"))
        published = Published(day[0], day[0], "metadata", "") if day else None
        gold = [t for t in row["timexes"] if not (skip_dct and t.get("dct"))]
        add(score, row["text"], gold, plain(find(row["text"], published, domain=domain)))
    return score


def story_times(folder: Path) -> tuple[int, int, int, list[str]]:
    """Of a story's key times with days: detected, told exactly, all; and the ones not exact."""
    key = json.loads((folder / "key.json").read_text("utf-8"))
    told = {Path(a.report.path).name: a.times for a in dated_reports(folder / "reports")}
    detected = exact = 0
    wrong = []
    gold = [t for t in key["times"] if t["earliest"] or t["latest"]]
    for g in gold:
        over = [t for t in told[g["file"]] if keyed.likeness((t.start, t.end), (g["start"], g["end"]))]
        detected += bool(over)
        if any((t.earliest, t.latest) == (g["earliest"], g["latest"]) for t in over):
            exact += 1
            continue
        got = [(t.text, t.earliest, t.latest) for t in over]
        wrong.append(f"{g['file'][:4]} {g['text']!r} {g['earliest']}..{g['latest']} told {got}")
    return detected, exact, len(gold), wrong


def dated_reports(folder: Path) -> list[Annotated]:
    """A story's reports with their times, undated ones dated from the story."""
    read_ones = [Annotated(r, times=find(r.text, r.published)) for r in read([str(folder)]).reports]
    told = publication.infer(read_ones)
    return [publication.resolve(a, told[a.report.id]) if a.report.id in told else a for a in read_ones]


def speed(text: str) -> float:
    """Kilobytes of text a second of one core, rules alone."""
    begin = time.process_time()
    find(text, Published("2013-03-22", "2013-03-22", "metadata", ""))
    return len(text.encode()) / 1000 / (time.process_time() - begin)


def main(arguments: list[str]) -> None:
    """Print every figure."""
    paths = [a for a in arguments if not a.startswith("--") and not a.isdigit()]
    shared = Path(paths[0]) if paths else Path(__file__).resolve().parents[2] / "shared"
    show = int(arguments[arguments.index("--misses") + 1]) if "--misses" in arguments else 0
    timex = shared / "data" / "timex"
    scores = {
        "wikiwars": corpus(timex / "wikiwars.jsonl", "narrative", False),
        "eventstoryline": corpus(timex / "eventstoryline.jsonl", "news", True),
    }
    for name, score in scores.items():
        print(f"{name:15} {score.row()}   ({ANCHORS[name]})")
        for miss in score.misses[:show]:
            print("   ", miss)
    for folder in sorted((shared / "stories").iterdir()):
        if (folder / "key.json").exists():
            detected, exact, of, wrong = story_times(folder)
            print(f"{folder.name:15} detected {detected}, exact {exact} of {of}")
            for miss in wrong[:show]:
                print("   ", miss)
    text = "\n".join(json.loads(line)["text"] for line in (timex / "wikiwars.jsonl").read_text("utf-8").splitlines())
    print(f"speed           {speed(text):,.0f} KB/s on {len(text.encode()) / 1000:,.0f} KB")


if __name__ == "__main__":
    main(sys.argv[1:])
