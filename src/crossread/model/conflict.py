"""A conflict: claims that cannot both hold as stated."""

from typing import Literal

import msgspec

from crossread.model.span import Span

ConflictKind = Literal["date", "number", "denial", "role", "name", "place", "sequence", "outcome", "quote-wording"]
Severity = Literal["conflict", "tension", "refinement"]


class Side(msgspec.Struct, frozen=True):
    """One account: its value, the claim that tells it, and the exact words."""

    value: str
    claim: str | None
    mentions: tuple[Span, ...]


class Conflict(msgspec.Struct, frozen=True):
    """Two or more sides that part, and a sentence that a reader can check against the evidence.

    ``guess``: no rule found it, only models of how such pairs are worded; never graver than a tension.
    """

    id: str
    kind: ConflictKind
    severity: Severity
    sides: tuple[Side, ...]
    explanation: str
    guess: bool = False
