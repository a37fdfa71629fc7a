"""A detail: when, where, or how many a mention tells, as a stretch of its words."""

from typing import Literal

import msgspec

from crossread.model.mention import Form

DetailKind = Literal["when", "where", "how many"]


class Detail(msgspec.Struct, frozen=True):
    """The words of a mention that tell one thing of it.

    ``mention`` is its index (into ``Story.mentions``; in one report, into that report's), ``start``/``end`` where the
    words stand in the report. ``value`` is what two tellings must share to be one: the days, the places, the figure
    with what it counts. ``proposition`` stands alone, as a mention's does; ``form`` is "phrase" where no verb is among
    the words.
    """

    mention: int
    kind: DetailKind
    value: str
    start: int
    end: int
    proposition: str
    form: Form = "clause"


class Detailed(msgspec.Struct, frozen=True):
    """Details (indices into ``Story.details``) that several reports tell alike, of the claim ``claim``. ``sure`` parts
    the members as that of a ``Grouped`` does."""

    id: str
    claim: str
    kind: DetailKind
    members: tuple[int, ...]
    sure: tuple[tuple[int, ...], ...] = ()
