"""A source: the links that its words amount to."""

import re

import msgspec

from crossread.model.actor import Actor
from crossread.model.mention import Link, LinkKind
from crossread.model.span import Extent


class Source(msgspec.Struct, frozen=True):
    """Links that a source's words amount to, outermost first; the last is the one who speaks.

    ``nouns`` are the words by which the report may speak of the same source again; ``several`` is true of a group.
    """

    links: tuple[Link, ...]
    nouns: frozenset[str] = frozenset()
    several: bool = False

    @property
    def speaker(self) -> Link:
        """The innermost link."""
        return self.links[-1]


def link(name: str, kind: LinkKind, extent: Extent) -> Link:
    """A link by the place that names it."""
    return Link(name, kind, start=extent.start, end=extent.end)


def kind_of(actor: Actor) -> LinkKind:
    """A person, else a body."""
    return "person" if actor.kind == "person" else "organisation"


_MARK_AFTER = re.compile(r"['’]s?\s")
_MARKED = re.compile(r"(?:['’]s|s['’])\Z")


def is_owner(text: str, name: Extent) -> bool:
    """Whether a name has the mark of an owner, behind it or as its end ("Olin's", "Hutchens' spokesman")."""
    return _MARK_AFTER.match(text, name.end) is not None or _MARKED.search(name.of(text)) is not None
