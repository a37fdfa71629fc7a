"""What matters comes first: one formula, in one place.

    weight = 3·ln(1 + origins) + 2·reports/all + prominence + 2·ln(1 + conflicts) + 0.5·ln(1 + tensions)

A claim that tells who somebody is, that is best told as a condition ("unless …"), that only phrases tell, or that is
told only as a part of other claims, counts 0.4 of that; what only a model guesses counts as no tension. Origins count
more than reports, since five echoes of one voice are one voice. Prominence is 1 for a claim that opens a report and
falls to 0 at its end.
The factors are editorial choices, made on the demo story.
"""

from collections.abc import Sequence
from math import log

from crossread.model.claim import Claim
from crossread.model.conflict import Conflict
from crossread.model.mention import is_supposed

ORIGIN_FACTOR = 3.0
REPORT_FACTOR = 2.0
CONFLICT_FACTOR = 2.0
TENSION_FACTOR = 0.5
SLIGHT_FACTOR = 0.4
"""Who somebody is matters less than what happened, and what is told in passing less than what has its own clause."""
PROMINENT_CHARACTERS = 3000
"""Characters of a report after which a claim is no longer prominent: about 500 words."""


def weight(claim: Claim, conflicts: Sequence[Conflict], all_reports: int, part: bool = False) -> float:
    """How much a claim matters; higher is more. ``part``: it stands within other claims wherever it is told. Rounded so
    that it prints alike everywhere."""
    firm = sum(c.severity == "conflict" for c in conflicts)
    loose = sum(c.severity == "tension" and not c.guess for c in conflicts)
    first: dict[str, int] = {}
    for m in claim.mentions:
        first[m.report] = min(m.start, first.get(m.report, m.start))
    prominence = sum(max(0.0, 1 - start / PROMINENT_CHARACTERS) for start in first.values()) / max(1, len(first))
    total = (
        ORIGIN_FACTOR * log(1 + claim.origins.min)
        + REPORT_FACTOR * len(claim.reports) / max(1, all_reports)
        + prominence
        + CONFLICT_FACTOR * log(1 + firm)
        + TENSION_FACTOR * log(1 + loose)
    )
    slight = (
        part
        or claim.kind == "state"
        or all(m.form in ("phrase", "role") for m in claim.mentions)
        or is_supposed(claim.gloss)
    )
    return round(total * (SLIGHT_FACTOR if slight else 1.0), 4)
