"""A saying: one place where a report tells that somebody said something."""

import msgspec

from crossread.model.span import Extent
from crossread.model.tree import Tree

# Share of an extent's characters that must lie in a content for the content to hold it.
HELD = 0.5
# Characters of a content that must lie in an extent for the extent to tell the saying.
TOLD = 12
# Subjects that name no source: the speaker's own "I", the reader, and the empty "it".
NOBODY = frozenset({"i", "we", "you", "it", "there", "one", "this", "that", "these", "those", "which", "what"})
# Relations of what is told of a source besides, or only ties its phrase to the rest.
_BESIDES = ("parataxis", "acl:relcl", "punct", "case")
APART = frozenset({"when", "while", "after", "before", "because", "although", "though", "whereas", "since"})
"""Words that open a clause of its own: what stands outside is not said in it."""


class Saying(msgspec.Struct, frozen=True, order=True):
    """Who says what: places of the source (None where it is left out), the cue and the content's parts.

    ``through`` is the one whom the source quotes in the same words ("quoted an official as saying"); ``doubts``: the
    source leaves open what is told, or holds back from saying it.
    """

    start: int
    source: Extent | None
    cue: Extent
    content: tuple[Extent, ...]
    denies: bool = False
    hedges: bool = False
    through: Extent | None = None
    doubts: bool = False

    def share(self, extent: Extent) -> float:
        """Share of an extent that lies in the content."""
        inside = sum(max(0, min(c.end, extent.end) - max(c.start, extent.start)) for c in self.content)
        return inside / max(1, extent.end - extent.start)

    def holds(self, extent: Extent) -> bool:
        """Whether an extent is (part of) what is said."""
        return self.share(extent) >= HELD

    def within(self, extent: Extent) -> bool:
        """Whether an extent tells the saying itself: source, cue and some of the content (a denial may lack it); cue
        and most of the content where it leaves out who speaks."""
        if self.source is None or not extent.covers(self.cue):
            return False
        inside = sum(max(0, min(c.end, extent.end) - max(c.start, extent.start)) for c in self.content)
        if not extent.overlaps(self.source):
            return inside >= HELD * self.size
        return inside >= min(TOLD, HELD * self.size) or (self.denies and extent.covers(self.source))

    @property
    def size(self) -> int:
        """Characters of content."""
        return sum(c.end - c.start for c in self.content)


def source_phrase(tree: Tree, noun: int) -> list[int]:
    """A source's noun phrase without its relative clauses and without what is set beside it."""
    return tree.subtree(noun, (c for c in tree.children[noun] if tree.tokens[c].deprel in _BESIDES))


def subject_in(tree: Tree, source: Extent, verb: int) -> Extent:
    """A source less what does not belong to it: "when the Union (accused)", "a step (that) Tunis (denounced)"."""
    subject = tree.subject(verb)
    inside = tree.inside(source)
    if subject is None or subject not in inside or tree.tokens[subject].upos == "PRON":
        return source
    first = min(source_phrase(tree, subject))
    outside = [i for i in inside if i < first]
    strange = any(tree.lower[i] in APART or i == tree.tokens[verb].head for i in outside)
    return Extent(tree.tokens[first].start, source.end) if strange else source
