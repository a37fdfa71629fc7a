"""The brief: the answer in two sentences, the claims that matter, what stands behind them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crossread.model.claim import Claim
from crossread.model.conflict import Conflict
from crossread.model.dossier import Dossier
from crossread.model.words import words
from crossread.show.index import Index
from crossread.show.plain import begun
from crossread.show.vocabulary import SEVERITY, counted, number

MOST_CLAIMS = 12
"""A brief has at most so many claims."""

MOST_CONFLICTS = 3
"""Conflicts shown in the brief, none of them a model's guess; the rest is a click away."""


_ADDED = re.compile(r"^\[[^\]]*\]")


@dataclass(frozen=True)
class Brief:
    """What stands first on the page and in the terminal."""

    headline: tuple[str, ...]
    claims: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...]
    reports: int
    origins: int
    agreed: int
    single: int
    parted: int


def brief(dossier: Dossier, index: Index) -> Brief:
    """Choose and count; counts follow the dossier's own status and severity."""
    origins = len({o for c in index.ranked for o in c.origins.ids})
    agreed = sum(c.origins.min >= 2 for c in index.ranked)
    single = sum(c.status == "single-origin" for c in index.ranked)
    parted = sum(x.severity == "conflict" for x in dossier.conflicts)
    shown = gravest(dossier, MOST_CONFLICTS)
    return Brief(
        _headline(len(index.read), len(index.ranked), agreed, parted, dossier),
        tuple(_unlike(index.ranked)),
        tuple(shown),
        len(index.read),
        origins,
        agreed,
        single,
        parted,
    )


def _unlike(ranked: Sequence[Claim]) -> list[Claim]:
    """The first claims in order, without those whose line says no more than another's above, or than which it says
    no more: "… announced plans [to close the mill]", "[plans to] close the mill"."""
    out: list[Claim] = []
    lines: list[str] = []
    for claim in ranked:
        line = _bare(claim.gloss)
        if any(line in other or other in line for other in lines):
            continue
        out.append(claim)
        lines.append(line)
        if len(out) == MOST_CLAIMS:
            break
    return out


def _bare(gloss: str) -> str:
    """A gloss without what was added in front of it, its brackets and marks."""
    told = words(_ADDED.sub("", gloss)) or words(gloss)
    return f" {' '.join(w.form for w in told)} "


def gravest(dossier: Dossier, most: int) -> list[Conflict]:
    """The gravest conflicts, at most so many, without a model's guesses."""
    return sorted((x for x in dossier.conflicts if not x.guess), key=gravest_first)[:most]


def gravest_first(conflict: Conflict) -> tuple[int, bool]:
    """Sorts conflicts by severity, guesses last within one."""
    return list(SEVERITY).index(conflict.severity), conflict.guess


def _headline(reports: int, claims: int, agreed: int, parted: int, dossier: Dossier) -> tuple[str, ...]:
    tell = "tells" if reports == 1 else "tell"
    first = f"{counted(reports, 'report')} {tell} {counted(claims, 'claim')}."
    rest = f"{number(agreed)} rest" if agreed > 1 else "one rests" if agreed else "none rests"
    second = f"{rest} on two or more independent origins."
    tensions = sum(x.severity == "tension" and not x.guess for x in dossier.conflicts)
    guesses = sum(x.guess for x in dossier.conflicts)
    third = f"The accounts contradict each other in {counted(parted, 'place')}" if parted else ""
    if tensions:
        third += (
            f" and are hard to square in {number(tensions)} more"
            if third
            else (f"The accounts are hard to square in {counted(tensions, 'place')}")
        )
    third = third or "No place was found where the accounts contradict each other"
    if guesses:
        third += f"; a model points to {counted(guesses, 'pair')} {'more ' if parted + tensions else ''}to check"
    third += "."
    return (begun(first), begun(second), third)
