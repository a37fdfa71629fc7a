"""Actors: one person or body across reports."""

from typing import Literal

import msgspec

from crossread.model.span import Span

ActorKind = Literal["person", "organisation", "place", "group", "other"]


class Naming(msgspec.Struct, frozen=True):
    """One wording (an alias or a role) and everywhere it stands."""

    text: str
    mentions: tuple[Span, ...]


class Actor(msgspec.Struct, frozen=True):
    """One person or body, every name for it and every role the reports give it."""

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[Naming, ...]
    roles: tuple[Naming, ...] = ()
