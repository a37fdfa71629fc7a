"""A mention: one place where one report tells one claim."""

from typing import Literal

import msgspec

Polarity = Literal["affirmed", "negated"]
Certainty = Literal["asserted", "attributed", "quoted", "hedged", "denied"]
Form = Literal["clause", "phrase", "quote", "role"]
"""What kind of words a mention is: a clause, a phrase without a predicate of its own, a quotation, or a name with the
title that tells who that is."""
LinkKind = Literal["person", "organisation", "outlet", "document", "unnamed", "report"]


SUPPOSING = frozenset({"if", "unless", "whether", "provided"})
"""Words that open what nobody says is so."""


def is_supposed(text: str) -> bool:
    """Whether a stretch only supposes or asks: a condition, a question."""
    return text.split(" ", 1)[0].lower() in SUPPOSING or text.rstrip().endswith("?")


class Link(msgspec.Struct, frozen=True):
    """One source in a chain. ``start``/``end`` is where the report names it (None for the report itself)."""

    name: str
    kind: LinkKind = "unnamed"
    actor: str | None = None
    origin: str | None = None
    start: int | None = None
    end: int | None = None


class Mention(msgspec.Struct, frozen=True):
    """One place where one report tells one claim; ``chain`` runs outermost first, ``chain[0]`` is the report itself.

    ``proposition`` stands alone: subject restored, pronouns resolved within the report.
    ``restates`` marks what the same report said before: it counts for nothing.
    """

    report: str
    start: int
    end: int
    text: str
    proposition: str
    polarity: Polarity
    certainty: Certainty
    chain: tuple[Link, ...]
    restates: bool = False
    form: Form = "clause"


def happens(mention: Mention) -> bool:
    """Whether a mention tells something that was or will be, not what was not, is denied, asked or supposed."""
    return mention.polarity == "affirmed" and mention.certainty != "denied" and not is_supposed(mention.text)
