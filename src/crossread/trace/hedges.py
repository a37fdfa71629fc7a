"""Hedges: the words by which a report leaves open whether something is so, or says it on nobody's word."""

import re

from crossread.model.annotated import Annotated
from crossread.model.shared import shared
from crossread.model.span import Extent
from crossread.model.tree import Tree
from crossread.trace.cues import cues

PARTICIPLES = ("ed", "id", "ht", "od")
"""Ends of the participles of saying and thinking ("said", "thought", "understood")."""
GUESSING = frozenset({"guess", "suppose", "suspect", "bet"})
"""Verbs by which a writer tells what is only thought: "I guess", "guess"."""
_GUESSED = re.compile(
    r"\bas far as (?:I|we|he|she|they|anyone|anybody|it) "
    r"(?:(?:can|could) (?:tell|see|say)|knows?|knew|(?:am|is|are|was|were)(?: is)? aware)\b"
    r"|\bto (?:the best of )?(?:my|our|his|her|their) knowledge\b"
    r"|(?<=[,–—] )(?:I|we) (?:think|guess|suspect|believe|suppose|reckon|presume|imagine|assume)(?=[,.–— ])",
    re.IGNORECASE,
)
"""Asides by which somebody tells what they are not sure of: "she went to Tarn, I think"."""
BESIDE = 3
"""Characters, marks and a space, between an aside and what it leaves open."""
SENSED = frozenset({"seen", "heard", "felt", "smelled", "smelt"})
"""What could be sensed was there."""
_BE = frozenset({"is", "was", "are", "were", "be", "been", "being", "'s"})


def evidential(annotated: Annotated, tree: Tree, extent: Extent) -> Extent | None:
    """ "reportedly", "is said to have", "it is thought that" over an extent: where it stands, or None."""
    table = cues()
    for i in _clause(annotated, tree, extent):
        word = tree.lower[i]
        token = tree.tokens[i]
        if word in table.evidential:
            return Extent(token.start, token.end)
        if word in table.passives and _passive(tree, i) and tree.text[token.end : token.end + 5].split(" ")[1:2] in (
            ["to"], ["that"], ["by"], [""], ["the"],
        ) and not _by_somebody(tree, i):  # fmt: skip
            return Extent(token.start, token.end)
    return None


def is_said_of(tree: Tree, i: int) -> bool:
    """Whether a participle tells what is said of the noun before it: "a man said to have been released"."""
    return (
        tree.lower[i] in cues().passives
        and tree.lower[i].endswith(PARTICIPLES)
        and tree.lower[i + 1 : i + 3] in (["to", "have"], ["to", "be"])
    )


def _passive(tree: Tree, i: int) -> bool:
    return is_said_of(tree, i) or (
        any(tree.lower[j] in _BE for j in range(max(0, i - 3), i)) and tree.lower[i].endswith(PARTICIPLES)
    )


def _by_somebody(tree: Tree, i: int) -> bool:
    return any(tree.tokens[c].deprel == "obl:agent" for c in tree.children[i])


def possible(tree: Tree, extent: Extent) -> Extent | None:
    """A word inside an extent, or before the verb that its own is joined to, that leaves open whether it is so: "may",
    "probably", "could", "seems"."""
    table = cues()
    inside = tree.inside(extent)
    head = tree.top(inside)
    before = [t for t in shared(tree, head) if t < inside[0]] if head is not None else []
    if head is not None and (seems := _seeming_over(tree, head)) is not None:
        return Extent(tree.tokens[seems].start, tree.tokens[seems].end)
    if (guessed := _guessed(tree, extent)) is not None:
        return guessed
    for i in (*before, *inside):
        word = tree.lower[i]
        token = tree.tokens[i]
        if word in ("may", "might") and (token.upos != "AUX" or _forbids(tree, i)):
            continue  # the month, the noun; "no one may enter"
        if word == "likely" and (token.deprel == "amod" or tree.lower[i - 1 : i] in (["more"], ["less"])):
            continue  # "the likely nominee" is named, "more likely to vote" is counted
        if word in table.possible or (word in table.seeming and token.upos == "VERB" and _seems(tree, i)):
            return Extent(token.start, token.end)
        if word in table.able and not _ruled_out(tree, i):
            return Extent(token.start, token.end)
    return None


def _guessed(tree: Tree, extent: Extent) -> Extent | None:
    """An aside of not being sure, in an extent's sentence and right beside it or in it."""
    if not tree.tokens:
        return None
    sentence = tree.sentence(extent.start)
    low, high = tree.tokens[sentence.first].start, tree.tokens[sentence.last - 1].end
    for found in _GUESSED.finditer(tree.text, low, high):
        if found.start() <= extent.end + BESIDE and extent.start <= found.end() + BESIDE:
            return Extent(*found.span())
    return None


def _seeming_over(tree: Tree, head: int) -> int | None:
    """The verb over a clause by which the report itself only takes it to be so: "it seems that", "I guess"."""
    over = tree.tokens[head].head
    if over < 0 or over > head or tree.tokens[head].deprel not in ("ccomp", "csubj"):
        return None
    word, subject = tree.lower[over], tree.child(over, "nsubj", "expl")
    opens = subject is None or tree.lower[subject] in ("it", "i")
    negated = any(tree.lower[c] in cues().negations for c in tree.children[over])
    seems = (word in cues().seeming and subject is not None) or word in GUESSING
    return over if opens and seems and not negated else None


def _forbids(tree: Tree, i: int) -> bool:
    """Whether a modal verb tells what nobody is allowed to do."""
    subject = tree.subject(tree.tokens[i].head) if tree.tokens[i].head >= 0 else None
    return subject is not None and (
        tree.lower[subject] in ("nobody", "none") or any(tree.lower[c] == "no" for c in tree.children[subject])
    )


def _seems(tree: Tree, i: int) -> bool:
    """Whether a verb tells how something looks: "appeared to sink", "appears that", and not "appeared before court"."""
    following = tree.lower[i + 1 : i + 2]
    told = tree.child(i, "xcomp", "ccomp", "csubj", "expl") is not None
    return not tree.lower[i].startswith("appear") or told or following in (["to"], ["that"])


def _ruled_out(tree: Tree, i: int) -> bool:
    """ "could not", "couldn't", and "could have" of what might have been: nothing is left open."""
    following = tree.lower[i + 1 : i + 3]
    if "be" in tree.lower[i + 1 : i + 3] and any(w in SENSED for w in tree.lower[i + 2 : i + 4]):
        return True  # "smoke could be seen" and was
    if not following or following[0] in ("not", "n't", "n’t"):
        return bool(following)
    return following[0] == "have" and i + 2 < len(tree.tokens) and tree.tokens[i + 2].upos in ("VERB", "AUX")


def _clause(annotated: Annotated, tree: Tree, extent: Extent) -> list[int]:
    """The tokens of an extent and, in its sentence, those before it from the last comma or stop on."""
    sentence = annotated.sentence_at(extent.start)
    if sentence is None:
        return tree.inside(extent)
    inside = tree.inside(extent, sentence)
    first = inside[0] if inside else sentence.first
    while first > sentence.first and tree.lower[first - 1] not in (",", ";", "—", "–", "”", '"'):
        first -= 1
    return [*range(first, inside[0] if inside else first), *inside]
