"""Sayings by nouns: "the minister's claim that …", "allegations that …", and who turns down what a noun tells."""

from collections.abc import Iterable

from crossread.model.span import Extent
from crossread.model.tree import Tree
from crossread.model.withheld import NONE
from crossread.trace import speakers
from crossread.trace.anaphors import WHOSE
from crossread.trace.cues import Cues
from crossread.trace.saying import Saying, source_phrase
from crossread.trace.tells import UNVOUCHED

CLAUSES = frozenset({"ccomp", "xcomp", "parataxis", "acl", "csubj"})
"""Relations of a clause to the verb or noun that it fills."""
_FILLING = frozenset({"acl", "ccomp", "acl:relcl"})
_BEING = frozenset({"is", "was"})
_TOLD_BY_ONESELF = frozenset({"statement", "statements", "announcement", "announcements", "promise", "promises"})
"""Nouns of saying for what one says oneself: to turn them down denies nothing that others say."""


def find(tree: Tree, table: Cues) -> Iterable[Saying]:
    """Such sayings of a report, in order of place."""
    for i, word in enumerate(tree.lower):
        if word not in table.nouns | UNVOUCHED or tree.tokens[i].upos != "NOUN":
            continue
        found = _clause(tree, i)
        if found is None:
            continue
        clause, content = found
        cue = Extent(tree.tokens[i].start, tree.tokens[i].end)
        source, denies = speakers.of_noun(tree, cue, table), False
        if source is None and tree.lower[min(tree.subtree(clause))] == "that":
            source = denier(tree, i, table)
            denies = source is not None
        if source is None and _is_unvouched(tree, i, clause):
            source = _owner(tree, i, table)
            if source is None:
                yield Saying(min(content.start, cue.start), None, cue, (content,))
        if source is not None:
            yield Saying(min(source.start, content.start), source, cue, (content,), denies)


def _clause(tree: Tree, noun: int) -> tuple[int, Extent] | None:
    """The head of the clause that tells what a noun of saying is about, and the words of the clause; None without."""
    clause = next((c for c in tree.children[noun] if tree.tokens[c].deprel in _FILLING), None)
    if clause is not None:
        return clause, tree.extent(tree.subtree(clause))
    over, deprel = tree.tokens[noun].head, tree.tokens[noun].deprel
    if deprel == "nsubj" and tree.lower[over] in _BEING:  # "the union's position is that …", by two kinds of parse
        clause = tree.child(over, "ccomp")
        return None if clause is None else (clause, tree.extent(tree.subtree(clause)))
    if deprel == "nsubj:outer":
        marks = (c for c in tree.children[over] if c > noun and tree.lower[c] == "that")
        that = next(marks, None)
        return None if that is None else (over, tree.extent(t for t in tree.subtree(over) if t >= that))
    return None


def _owner(tree: Tree, noun: int, table: Cues) -> Extent | None:
    """Whose a charge is ("stands by his charge that …", "the minister's claim that …")."""
    owner = tree.child(noun, "nmod:poss")
    if owner is None or not (tree.lower[owner] in WHOSE or speakers.can_speak(tree, owner, table)):
        return None
    return speakers.plain(tree.text, tree.extent(source_phrase(tree, owner)))


def _is_unvouched(tree: Tree, noun: int, clause: int) -> bool:
    """Whether a clause tells what somebody says, it is not told who ("allegations that it hid the leak")."""
    tied = any(tree.lower[c] == "that" and tree.tokens[c].deprel == "mark" for c in tree.children[clause])
    none = any(tree.lower[c] in NONE for c in tree.children[noun])
    return tied and not none and tree.lower[noun] in UNVOUCHED


def denier(tree: Tree, noun: int, table: Cues) -> Extent | None:
    """Who turns down what a noun of saying tells ("rejecting claims that", "batted down allegations that")."""
    verb = tree.tokens[noun].head
    if verb < 0 or tree.tokens[noun].deprel != "obj" or tree.lower[noun] not in table.nouns - _TOLD_BY_ONESELF:
        return None
    subject = tree.subject(verb)
    if subject is None and tree.tokens[verb].deprel in CLAUSES | {"advcl"} and tree.tokens[verb].head >= 0:
        subject = tree.subject(tree.tokens[verb].head)
    turned = turns_down(tree, verb, table)
    return tree.extent(source_phrase(tree, subject)) if turned and subject is not None else None


def turns_down(tree: Tree, verb: int, table: Cues) -> bool:
    """Whether a verb says that something is not so, be it with its particle ("bat down", "brush aside")."""
    particles = (tree.lower[c] for c in tree.children[verb])
    return tree.lower[verb] in table.deny or any((tree.lower[verb], p) in table.turning for p in particles)
