"""A story: the reports of one event as the story-level stages hand it on."""

import msgspec

from crossread.model.actor import Actor
from crossread.model.annotated import Annotated
from crossread.model.detail import Detail, Detailed
from crossread.model.mention import Mention
from crossread.model.sourcing import SourcingEdge


class Grouped(msgspec.Struct, frozen=True):
    """Mentions that tell one proposition: indices into ``Story.mentions``. ``id`` is the claim's id.

    ``sure`` parts the members: those of one part surely tell one thing, those of two may not. Empty: all do.
    """

    id: str
    members: tuple[int, ...]
    sure: tuple[tuple[int, ...], ...] = ()


class Story(msgspec.Struct, frozen=True):
    """All that is known of one story so far; each story-level stage returns a fuller one.

    ``mentions`` are in order of report and place. ``groups`` partition their indices (from ``align`` on).
    ``details`` are in order of mention, ``detailed`` those that several reports tell alike (from ``align`` on).
    """

    reports: tuple[Annotated, ...]
    mentions: tuple[Mention, ...] = ()
    actors: tuple[Actor, ...] = ()
    edges: tuple[SourcingEdge, ...] = ()
    groups: tuple[Grouped, ...] = ()
    details: tuple[Detail, ...] = ()
    detailed: tuple[Detailed, ...] = ()
