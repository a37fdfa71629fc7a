"""Two keyed stories with traps: what only seems to part is no conflict, what only seems to be one is no claim.

``tests/fixtures/traps`` holds them in the format of the keys; ``apart`` lists the claims that a careless reader would
make one, each with its trap, ``two_people`` those of one surname.
"""

import json
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from benchmarks.keyed import likeness
from tests.stories import pipeline

from crossread.model.dossier import Dossier
from crossread.read import read

FOLDER = Path(__file__).parents[1] / "fixtures" / "traps"
Place = tuple[str, int, int]


class Keyed:
    """A story's dossier beside its key."""

    def __init__(self, story: Path) -> None:
        self.dossier: Dossier = pipeline()(read([str(story / "reports")]))
        self.key: dict[str, Any] = json.loads((story / "key.json").read_text(encoding="utf-8"))
        self.texts = {Path(r.path).name: r.text for r in self.dossier.reports}
        self.files = {r.id: Path(r.path).name for r in self.dossier.reports}
        self.members = {
            c["id"]: [(m["file"], m["start"], m["end"]) for m in c["members"]] for c in self.key["clusters"]
        }

    def stands(self, report: str, start: int, end: int, cluster: str) -> bool:
        """Whether a stretch stands for a member of a claim of the key."""
        file = self.files[report]
        return any(file == f and likeness((start, end), (s, e)) > 0 for f, s, e in self.members[cluster])

    def parts(self, conflict: Any, one: str, two: str) -> bool:
        """Whether two sides of a conflict stand for two claims of the key."""
        told = [
            {c for c in (one, two) for m in side.mentions if self.stands(m.report, m.start, m.end, c)}
            for side in conflict.sides
        ]
        return any(one in a and two in b for i, a in enumerate(told) for j, b in enumerate(told) if i != j)


@pytest.fixture(scope="module", params=["fire", "ferry"])
def keyed(request) -> Keyed:
    return Keyed(FOLDER / request.param)


def test_the_key_names_the_exact_words(keyed):
    for cluster in keyed.key["clusters"]:
        for m in cluster["members"]:
            assert keyed.texts[m["file"]][m["start"] : m["end"]] == m["text"]


def test_what_only_seems_one_thing_is_no_claim(keyed):
    for entry in keyed.key["apart"]:
        if "falls for it" in entry:
            continue  # told in docs/claims.md
        one, two = entry["clusters"]
        for claim in keyed.dossier.claims:
            both = [
                (a.text, b.text)
                for a, b in product(claim.mentions, repeat=2)
                if keyed.stands(a.report, a.start, a.end, one) and keyed.stands(b.report, b.start, b.end, two)
            ]
            assert both == [], entry["trap"]


def test_what_truly_parts_is_told_and_nothing_else_is_a_conflict(keyed):
    true = [tuple(t["clusters"]) for t in keyed.key["contradictions"]]
    loud = [c for c in keyed.dossier.conflicts if c.severity != "refinement"]
    for one, two in true:
        assert any(keyed.parts(c, one, two) for c in loud)
    hard = [c for c in loud if c.severity == "conflict"]
    assert [c.explanation for c in hard if not any(keyed.parts(c, one, two) for one, two in true)] == []


def test_two_people_of_one_name_stay_two(keyed):
    for one, two in keyed.key["two_people"]:
        (a,) = [x for x in keyed.dossier.actors if x.name == one]
        (b,) = [x for x in keyed.dossier.actors if x.name == two]
        assert a.id != b.id


def test_every_explanation_is_a_sentence_with_what_a_reader_checks(keyed):
    for c in keyed.dossier.conflicts:
        assert c.explanation.endswith(".")
        assert any(span.report in c.explanation for side in c.sides for span in side.mentions)
