"""Claims by reports: what each report does with each claim."""

import re
from dataclasses import dataclass

from crossread.model.claim import Claim
from crossread.model.mention import Certainty, Mention, Polarity
from crossread.model.report import Report
from crossread.model.words import words
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
    opposite: bool = False


def opposite(claim: Claim, mention: Mention) -> bool:
    """Whether a mention tells the opposite of the claim as its gloss gives it; a denial says so by itself.

    The claim's own polarity is that of the mention that its gloss is taken from, else of most that are no denials.
    """
    return mention.certainty != "denied" and mention.polarity != _polarity(claim)


def _polarity(claim: Claim) -> Polarity:
    gloss = _plain(_OURS.sub("", claim.gloss))
    for m in claim.mentions:
        if gloss in (_plain(m.proposition), _plain(m.text)) or _plain(claim.gloss) == _plain(m.proposition):
            return m.polarity
    told = [m.polarity for m in claim.mentions if m.certainty != "denied"]
    return "negated" if told.count("negated") > told.count("affirmed") else "affirmed"


_OURS = re.compile(r"\[[^\]]*\]")


def _plain(line: str) -> str:
    """Words alone."""
    return " ".join(w.form for w in words(line))


def cell(claim: Claim, report: Report) -> Cell:
    """Asserts, attributes, quotes, hedges, denies, silent, or text not available."""
    mentions = [m for m in claim.mentions if m.report == report.id]
    if not mentions:
        return Cell(SILENT, "silent") if report.complete else Cell(NO_TEXT, "no-text")
    shown = min(mentions, key=lambda m: (STRENGTH.index(m.certainty), m.start))
    return Cell(CERTAINTY[shown.certainty], shown.certainty, shown, len(mentions) - 1, opposite(claim, shown))


def columns(index: Index) -> list[Report]:
    """The reports that stand as columns: each input once, in the dossier's order."""
    return index.read


def island_cells(claim: Claim, order: dict[str, int]) -> list[int]:
    """Cells for the data island, as pairs (column, code); a telling of the opposite adds 8 to its code."""
    out: list[int] = []
    for report in sorted({m.report for m in claim.mentions if m.report in order}, key=lambda r: order[r]):
        mine = [m for m in claim.mentions if m.report == report]
        shown = min(mine, key=lambda m: (STRENGTH.index(m.certainty), m.start))
        out += [order[report], CODES[shown.certainty] + (8 if opposite(claim, shown) else 0)]
    return out
