"""A saying: one place where a report tells that somebody said something."""

import msgspec

from crossread.model.span import Extent
from crossread.model.tree import SUBJECTS, Tree

# Share of an extent's characters that must lie in a content for the content to hold it.
HELD = 0.5
# Characters of a content that must lie in an extent for the extent to tell the saying.
TOLD = 12
# Subjects that name no source: the speaker's own "I", the reader, and the empty "it".
NOBODY = frozenset({"i", "we", "you", "it", "there", "one", "this", "that", "these", "those", "which", "what"})
# Relations of what is told of a source besides, or only ties its phrase to the rest.
_BESIDES = ("parataxis", "acl:relcl", "punct", "case")
# Relations of what goes with a noun that is a clause's predicate, and is no part of its phrase.
_OF_A_CLAUSE = (*SUBJECTS, "cop", "aux", "mark", "advcl", "advmod", "obl", "cc", "conj", "expl")
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
    """A source's noun phrase without its relative clauses, without what is set beside it, and without the clause of
    which it is the predicate ("the question was from a farmer, who said")."""
    clause = any(tree.tokens[c].deprel in (*SUBJECTS, "cop") for c in tree.children[noun])
    strange = (*_BESIDES, *_OF_A_CLAUSE) if clause else _BESIDES
    return tree.subtree(noun, (c for c in tree.children[noun] if tree.tokens[c].deprel in strange))


def subject_in(tree: Tree, source: Extent, verb: int) -> Extent:
    """A source less what does not belong to it: "when the Union (accused)", "a step (that) Tunis (denounced)"."""
    subject = tree.subject(verb)
    inside = tree.inside(source)
    above = tree.tokens[verb].head
    if subject is None and above in inside and tree.tokens[verb].deprel == "conj" and tree.tokens[above].upos == "VERB":
        doer = tree.subject(above)  # "one officer raised his hands and (said)"
        return tree.extent(source_phrase(tree, doer)) if doer in inside else source
    if subject is not None and _is_told_of(tree, subject, inside):
        return tree.extent(source_phrase(tree, subject))
    if subject is None or subject not in inside or tree.tokens[subject].upos == "PRON":
        return source
    first = min(source_phrase(tree, subject))
    outside = [i for i in inside if i < first]
    strange = any(tree.lower[i] in APART or i == tree.tokens[verb].head for i in outside)
    return Extent(tree.tokens[first].start, source.end) if strange else source


def _is_told_of(tree: Tree, subject: int, inside: list[int]) -> bool:
    """Whether a source's words only tell more of the one who speaks ("a sister of | Olin Reed | says")."""
    top = tree.top(inside)
    if top is None or subject in inside or tree.tokens[subject].upos == "PRON":
        return False
    if any(tree.tokens[t].upos == "VERB" for t in source_phrase(tree, subject)):
        return False  # "the advisers, citing Treasury data, say": both are told
    steps = [tree.tokens[t].deprel for t in (top, *tree.ancestors(top)) if t != subject and t in tree.subtree(subject)]
    return bool(steps) and any(s in ("nmod", "nmod:poss", "acl", "acl:relcl", "obl", "obj") for s in steps)
