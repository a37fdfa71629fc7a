"""A report's second telling of a claim restates the first; what it tells nowhere else counts."""

import msgspec

from crossread.align.join import grouped
from crossread.model.mention import Link, Mention
from crossread.model.story import Story


def mention(report: str, start: int, restates: bool = False) -> Mention:
    told = Mention(report, start, start + 1, "x", "x", "affirmed", "asserted", (Link(report, "report"),))
    return msgspec.structs.replace(told, restates=restates)


def test_what_repeats_counts_once_and_what_is_told_once_counts():
    told = (mention("r0", 0), mention("r0", 5), mention("r1", 9, restates=True), mention("r2", 0, restates=True))
    told = (*told, mention("r2", 7))
    found = grouped(Story((), told), [(0, 1, 2), (3, 4)])
    assert [m.restates for m in found.mentions] == [False, True, False, True, False]
