"""The contradictions of a key, and which mentions of the program stand for their sides."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks import keyed

from crossread.align import Aligner
from crossread.model.story import Story
from crossread.pipeline import Pipeline
from crossread.read import read

Place = tuple[str, int, int]


def aligned(pipeline: Pipeline, folder: Path) -> Story:
    """A keyed story as the program has it before it compares."""
    aligner = Aligner(pipeline.embed, pipeline.place, pipeline.ask)
    return aligner(pipeline.traced(read([str(folder / "reports")]), []).story)


def place(member: dict[str, Any]) -> Place:
    """Where a member of the key stands."""
    return member["file"], member["start"], member["end"]


def sides(key: dict[str, Any], entry: dict[str, Any]) -> list[list[Place]]:
    """The places of each side of a contradiction of the key."""
    clusters = {c["id"]: [place(m) for m in c["members"]] for c in key["clusters"]}
    told = [clusters[c] for c in entry.get("clusters", []) if clusters.get(c)]
    if len(told) < 2:
        return [[place(m)] for m in entry["members"]]
    known = {p for side in told for p in side}
    return told + [[place(m)] for m in entry["members"] if place(m) not in known]


def labels(story: Story, key: dict[str, Any]) -> dict[frozenset[int], list[dict[str, Any]]]:
    """The key's contradictions that two mentions stand for two sides of."""
    stands_for = keyed.scorer().stands_for
    file_of = {a.report.id: Path(a.report.path).name for a in story.reports}
    places = [(file_of[m.report], m.start, m.end) for m in story.mentions]
    out: dict[frozenset[int], list[dict[str, Any]]] = {}
    for entry in key["contradictions"]:
        of = sides(key, entry)
        told = {
            i: {n for n, side in enumerate(of) if any(stands_for(p, s) for s in side)} for i, p in enumerate(places)
        }
        hit = {i: some for i, some in told.items() if some}
        for i, mine in hit.items():
            for j, theirs in hit.items():
                if i < j and len(mine | theirs) > 1:
                    out.setdefault(frozenset((i, j)), []).append(entry)
    return out


def weights(entries: Sequence[Sequence[str]]) -> list[float]:
    """What each pair of a story counts, by the entries of the key that it is one of: less, the more pairs one has."""
    often = Counter(e for some in entries for e in some)
    return [min((often[e] for e in some), default=1) ** -0.5 for some in entries]
