"""Claims by reports: what each report does with each claim."""

from dataclasses import dataclass

from crossread.model.claim import Claim
from crossread.model.mention import Certainty, Mention
from crossread.model.report import Report
from crossread.show.index import Index
from crossread.show.vocabulary import CERTAINTY, NO_TEXT, SILENT, Sign

STRENGTH: tuple[Certainty, ...] = ("denied", "asserted", "quoted", "attributed", "hedged")
"""A report that tells a claim more than once stands in the matrix with the first of these that it does:
a denial is never hidden by an assertion."""

CODES = {c: n for n, c in enumerate(CERTAINTY)}
"""Numbers of the certainties in the data island."""


@dataclass(frozen=True)
class Cell:
    """What one report does with one claim, and the mention that shows it."""

    sign: Sign
    code: str
    mention: Mention | None = None
    more: int = 0
    unsure: bool = False


def cell(claim: Claim, report: Report) -> Cell:
    """Asserts, attributes, quotes, hedges, denies, silent, or text not available."""
    mentions = [m for m in claim.mentions if m.report == report.id]
    if not mentions:
        return Cell(SILENT, "silent") if report.complete else Cell(NO_TEXT, "no-text")
    shown = min(mentions, key=lambda m: (STRENGTH.index(m.certainty), m.start))
    return Cell(
        CERTAINTY[shown.certainty], shown.certainty, shown, len(mentions) - 1, report.id in claim.origins.unsure
    )


def columns(index: Index) -> list[Report]:
    """The reports that stand as columns: each input once, in the dossier's order."""
    return index.read


def island_cells(claim: Claim, order: dict[str, int]) -> list[int]:
    """Cells for the data island, as pairs (column, code); a report that may tell something else adds 8 to it."""
    out: list[int] = []
    for report in sorted({m.report for m in claim.mentions if m.report in order}, key=lambda r: order[r]):
        mine = [m for m in claim.mentions if m.report == report]
        shown = min(mine, key=lambda m: (STRENGTH.index(m.certainty), m.start))
        out += [order[report], CODES[shown.certainty] + (8 if report in claim.origins.unsure else 0)]
    return out
