"""A claim: the mentions of one proposition; an origin: an independent root of a claim."""

from typing import Literal

import msgspec

from crossread.model.detail import DetailKind
from crossread.model.mention import Mention

ClaimKind = Literal["event", "state", "statement", "quote"]
ClaimStatus = Literal["corroborated", "single-origin", "contradicted", "mixed"]
OriginKind = Literal["person", "organisation", "outlet", "document", "unnamed", "report"]


class Origin(msgspec.Struct, frozen=True, order=True):
    """An independent source."""

    id: str
    name: str
    kind: OriginKind
    actor: str | None = None


class OriginCount(msgspec.Struct, frozen=True):
    """How many independent origins stand behind a claim: ``min`` if shared wording is one voice, ``max`` if not.

    ``groups`` are the origins whose wording makes them one, each in a group. ``reasons`` say in words why mentions were
    counted as one origin. ``unsure`` are reports that count for ``max`` alone, since they may tell another thing.
    """

    min: int
    max: int
    ids: tuple[str, ...]
    reasons: tuple[str, ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()
    unsure: tuple[str, ...] = ()


class Claim(msgspec.Struct, frozen=True):
    """The mentions of one proposition across the reports. ``weight`` ranks it (compose/ranking).

    A claim that only tells when, where or how many of another names that one in ``detail_of``.
    """

    id: str
    gloss: str
    kind: ClaimKind
    mentions: tuple[Mention, ...]
    reports: tuple[str, ...]
    origins: OriginCount
    status: ClaimStatus
    weight: float = 0.0
    detail_of: str | None = None
    detail: DetailKind | None = None
