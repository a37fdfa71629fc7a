"""Quotations: one utterance and each wording of it."""

import msgspec

from crossread.model.span import Span


class Quote(msgspec.Struct, frozen=True):
    """One utterance; ``variants`` are the wordings that reports give it. ``speaker`` is "" where nobody is named."""

    id: str
    speaker: str
    variants: tuple[Span, ...]
    claim: str | None = None
