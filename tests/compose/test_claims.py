"""Claims: the kind and the status by the counting rules."""

import msgspec
import pytest

from crossread.compose.claims import build, kind, status
from crossread.compose.glosses import Glosses
from crossread.model.annotated import Annotated
from crossread.model.claim import Origin, OriginCount
from crossread.model.conflict import Conflict, Side
from crossread.model.mention import Link, Mention
from crossread.model.report import Published, Report
from crossread.model.span import Span
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


def _span(m: Mention) -> Span:
    return Span(m.report, m.start, m.end, m.text)


def test_accounts_of_other_days_bear_out_no_line_of_one_day():
    lines = ["The pier fell on Friday", "On Friday the pier fell in", "The pier fell on Monday", "The pier fell down"]
    reports, mentions = [], []
    for i, line in enumerate(lines):
        id = f"r0{i}"
        link = Link(id, "report", origin=f"o{i}")
        mentions.append(Mention(id, 0, len(line), line, line, "affirmed", "asserted", (link,)))
        reports.append(Annotated(Report(id, f"{id}.txt", "0" * 64, line + ".", "en", Published())))
    story = Story(tuple(reports), tuple(mentions), groups=(Grouped("c1", (0, 1, 2, 3)),))
    origins = [Origin(f"o{i}", f"r0{i}", "report") for i in range(4)]
    friday = Side("Friday", "c1", (_span(mentions[0]), _span(mentions[1])))
    monday = Side("Monday", "c1", (_span(mentions[2]),))
    parted = Conflict("x1", "date", "conflict", (friday, monday), "Friday or Monday.")
    claim = build(story, [parted], origins, Glosses(story))[0]
    assert (claim.origins.min, claim.origins.max, claim.origins.unsure) == (3, 4, ("r02",))
    assert "Monday" not in claim.gloss
    guessed = msgspec.structs.replace(parted, severity="tension", guess=True)
    assert build(story, [guessed], origins, Glosses(story))[0].origins.min == 4
