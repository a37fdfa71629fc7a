"""The words and symbols that the page, the tables and the terminal use for what the records hold.

A symbol never stands without its word (or without the word for a screen reader), nor a colour without a symbol.
"""

from typing import NamedTuple

from crossread.model.claim import Claim, ClaimStatus
from crossread.model.conflict import Severity
from crossread.model.mention import Certainty


class Sign(NamedTuple):
    """A symbol, the word under it, and what it means in a sentence for the legend."""

    symbol: str
    word: str
    meaning: str


CERTAINTY: dict[Certainty, Sign] = {
    "asserted": Sign("●", "asserts", "tells it in its own voice"),
    "attributed": Sign("◐", "attributes", "tells it on somebody else’s word"),
    "quoted": Sign("❝", "quotes", "gives it between quotation marks"),
    "hedged": Sign("○", "hedges", "tells it with a doubt: may, could, reportedly"),
    "denied": Sign("✕", "denies", "denies it, or tells that somebody denies it"),
}

SILENT = Sign("·", "silent", "was read whole and does not tell it")
NO_TEXT = Sign("▨", "text not available", "is cut or paywalled: its silence says nothing")

STATUS: dict[ClaimStatus, Sign] = {
    "corroborated": Sign("◆", "several origins", "at least two independent origins tell it"),
    "mixed": Sign("◈", "several origins, contradicted", "several origins tell it and another account contradicts it"),
    "contradicted": Sign("≠", "contradicted", "one origin tells it and another account contradicts it"),
    "single-origin": Sign("◇", "one origin", "only one origin surely stands behind it, however many reports carry it"),
}

SEVERITY: dict[Severity, Sign] = {
    "conflict": Sign("≠", "conflict", "both cannot hold as stated"),
    "tension": Sign("≈", "tension", "hard to square, but could be"),
    "refinement": Sign("⊃", "refinement", "compatible: one is more exact or later"),
}

SMALL_NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip


def number(count: int) -> str:
    """A count in words up to twelve, in figures beyond."""
    return SMALL_NUMBERS[count] if count < len(SMALL_NUMBERS) else f"{count:,}"


def counted(count: int, noun: str, plural: str = "") -> str:
    """A count with its noun: ``counted(2, "report") == "two reports"``."""
    return f"{number(count)} {noun if count == 1 else plural or noun + 's'}"


def tellers(claim: Claim) -> str:
    """How many reports tell a claim, as a range where some may tell something else."""
    told = len(claim.reports)
    return f"{told - len(claim.origins.unsure)}–{told}" if claim.origins.unsure else str(told)


def origins(low: int, high: int) -> str:
    """How many origins, as a range where shared wording, or whether all tell the same, leaves it open."""
    if low == high:
        return f"{low} origin" if low == 1 else f"{low} origins"
    return f"{low}–{high} origins"
