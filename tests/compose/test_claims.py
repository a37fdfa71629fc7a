"""Claims: the kind and the status by the counting rules."""

import pytest

from crossread.compose.claims import kind, status
from crossread.model.claim import OriginCount
from crossread.model.mention import Link, Mention


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
