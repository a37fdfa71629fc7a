"""Ranges: "between December and January", "June to July of 2009" as one stretch beside its two ends."""

from __future__ import annotations

import re

from crossread.model.time import TimeCandidate, TimeExpression

JOINT = re.compile(r"\s{0,3}(?:to|and|through|until|till|-|–|—)\s{0,3}(?:the\s)?")
OPENING = re.compile(r"(?:between|from|during(?: the months of)?|in)\s{1,3}$", re.IGNORECASE)
LOOK_BACK = 24
"""Characters before a range in which its opening word is looked for."""


def with_ranges(times: list[TimeExpression], text: str) -> list[TimeExpression]:
    """The expressions and, after its second end, each range."""
    out: list[TimeExpression] = []
    for time in times:
        made = _range(out[-1], time, text) if out and "/" not in out[-1].value else None
        out.append(time)
        if made is not None:
            out.append(made)
    return out


def _range(left: TimeExpression, right: TimeExpression, text: str) -> TimeExpression | None:
    dates = left.type == right.type == "DATE" and left.granularity == right.granularity
    if not dates or left.earliest is None or right.latest is None or left.earliest > right.latest:
        return None
    between = text[left.end : right.start]
    if len(between) > 10 or not JOINT.fullmatch(between):
        return None
    opening = OPENING.search(text, max(0, left.start - LOOK_BACK), left.start)
    if between.strip().startswith("and") and (opening is None or not _run_on(left, right, opening.group())):
        return None
    start = opening.start() if opening and not opening.group().lower().startswith("in") else left.start
    return TimeExpression(
        start=start, end=right.end, text=text[start : right.end], type="DURATION", value=f"{left.value}/{right.value}",
        earliest=left.earliest, latest=right.latest, granularity=right.granularity,
        approximate=left.approximate or right.approximate, anchor=right.anchor,
        candidates=(TimeCandidate(left.earliest, right.latest, "from the first to the second"),),
    )  # fmt: skip


def _run_on(left: TimeExpression, right: TimeExpression, opening: str) -> bool:
    """Whether "X and Y" is one stretch: "between" says so; after another word only neighbouring months are."""
    if opening.lower().startswith("between"):
        return True
    neighbours = left.granularity == "month" and left.latest is not None and right.earliest is not None
    return neighbours and 0 <= _days(left.latest or "", right.earliest or "") <= 1


def _days(first: str, then: str) -> int:
    from datetime import date

    return (date.fromisoformat(then) - date.fromisoformat(first)).days
