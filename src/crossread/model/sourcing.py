"""Who cites whom and who shares text with whom."""

from typing import Literal

import msgspec

from crossread.model.span import Span

EdgeKind = Literal["cites", "shares-text", "same-copy"]


class SourcingEdge(msgspec.Struct, frozen=True):
    """``origin`` (report id) cites, or shares ``passages`` with, ``to`` (an origin or a report id).

    ``directed`` is false where which came first is undetermined. ``quoted`` is true where only quotations are shared.
    ``rewritten`` is true where the facts are shared in the same order but not the words; ``basis`` says in words what
    the edge stands on. Passages of a sharing edge stand in pairs: one of ``from``, then its match in ``to``.
    """

    source: str = msgspec.field(name="from")
    to: str
    kind: EdgeKind
    passages: tuple[Span, ...] = ()
    directed: bool = False
    quoted: bool = False
    rewritten: bool = False
    basis: str = ""


class Sourcing(msgspec.Struct, frozen=True):
    """The sourcing graph's edges."""

    edges: tuple[SourcingEdge, ...] = ()
