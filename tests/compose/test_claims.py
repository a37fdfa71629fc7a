"""Claims: the kind and the status by the counting rules."""

import pytest

from crossread.compose.claims import build, kind, status
from crossread.compose.glosses import Glosses
from crossread.model.annotated import Annotated
from crossread.model.claim import Origin, OriginCount
from crossread.model.mention import Link, Mention
from crossread.model.report import Published, Report
from crossread.model.story import Grouped, Story


def mention(proposition: str, certainty="asserted", form="clause", report="r00") -> Mention:
    return Mention(report, 0, 1, "x", proposition, "affirmed", certainty, (Link(report, "report"),), form=form)


@pytest.mark.parametrize(
    ("least", "conflict", "told"),
    [(1, False, "single-origin"), (2, False, "corroborated"), (1, True, "contradicted"), (2, True, "mixed")],
)
def test_status(least, conflict, told):
    assert status(OriginCount(least, 3, ("o1",)), conflict) == told


@pytest.mark.parametrize(
    ("mentions", "told"),
    [
        ([mention("a")], "event"),
        ([mention("a", "attributed")], "statement"),
        ([mention("a", "quoted")], "quote"),
        ([mention("a", form="role")], "state"),
    ],
)
def test_kind(mentions, told):
    assert kind(mentions) == told


def test_what_stands_only_within_another_claim_comes_after_it():
    text = "The bridge closed on Monday"
    whole, part = (
        Mention("r00", 0, end, text[:end], text[:end], "affirmed", "asserted", (Link("r00", "report", origin="o1"),))
        for end in (len(text), len("The bridge closed"))
    )
    annotated = Annotated(Report("r00", "r.txt", "0" * 64, text + ".", "en", Published()))
    story = Story((annotated,), (part, whole), groups=(Grouped("c1", (0,)), Grouped("c2", (1,))))
    first, second = build(story, [], [Origin("o1", "r00", "report")], Glosses(story))
    assert (first.id, second.id) == ("c2", "c1")
    assert first.weight > second.weight
