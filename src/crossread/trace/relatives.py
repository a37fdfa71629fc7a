"""Relative clauses, and the noun that one without its pronoun leaves out when it is told alone."""

from crossread.model.tree import Tree
from crossread.model.withheld import BELIEVING
from crossread.trace.cues import cues
from crossread.trace.units import Unit

RELATIVE = frozenset({"which", "who", "whom", "that", "whose"})
RELATIVE_CLAUSES = frozenset({"acl:relcl", "advcl:relcl"})
_TAKEN = frozenset({"obj", "ccomp", "cop", "aux:pass"})
_FILLED = _TAKEN | {"xcomp", "nsubj:pass"}
CIRCUMSTANCES = frozenset(
    """day days time times moment hour hours night nights week weeks month months year years morning afternoon evening
    place places way ways reason reasons date""".split()
)
"""Nouns of when, where, how and why: no object of what is told of them ("the day he left")."""
NEEDING_NONE = frozenset(
    """live lives lived come comes came go goes went die dies died speak speaks spoke spoken stand stands stood sit sits
    sat work works worked run runs ran fall falls fell fallen resume resumes resumed begin begins began appear appears
    appeared disagree disagrees testify testifies testified lie lies lay burn burns burned happen happens happened
    arrive arrives arrived sink sinks sank depend depends depended rely relies relied""".split()
)
"""Verbs that are whole without an object: a relative clause of theirs owes none."""

MAKING = frozenset("make makes made issue issues issued give gives gave given write writes wrote written".split())
"""Verbs whose object a saying may be: "statements he had made"."""


def owed(tree: Tree, unit: Unit, tokens: list[int]) -> tuple[int | None, int]:
    """The object that a relative clause without its pronoun owes, and the token behind which it belongs: of "the
    letters that he had sent" the unit "he had sent" tells that he had sent the letters."""
    head = unit.head
    over = tree.tokens[head].head
    owing = unit.kind == "clause" and tree.tokens[head].deprel in RELATIVE_CLAUSES and tree.tokens[head].upos == "VERB"
    subject = tree.subject(head)
    if not owing or over in tokens or subject not in tokens or subject is None or tree.lower[subject] in RELATIVE:
        return None, -1
    told = tree.lower[over] in cues().nouns and tree.lower[head] not in MAKING  # "claims that he had died"
    if told or tree.is_clause(over) or tree.lower[over] in CIRCUMSTANCES or tree.lower[head] in NEEDING_NONE:
        return None, -1
    held = [c for c in tree.children[head] if c not in tokens and c < tokens[0]]
    that = [c for c in held if tree.lower[c] in RELATIVE and tree.tokens[c].deprel == "obj"]
    own = [c for c in tree.children[head] if c not in that and tree.lower[c] not in CIRCUMSTANCES]
    filled = any(tree.tokens[c].deprel in _FILLED for c in own)
    reduced = not held and tree.tokens[over].end + 1 == tree.tokens[tokens[0]].start
    if filled or len(held) != len(that) or not (that or reduced) or tree.tokens[over].upos != "NOUN":
        return None, -1
    return over, head + _particle(tree, head, tokens)


def told_of(tree: Tree, tokens: list[int]) -> tuple[int, list[int], int] | None:
    """What somebody says or believes of a noun in a relative clause ("the plan, which critics say violates the
    treaty"): the verb of saying, the tokens told of the noun without who says so, and the token behind which the noun
    belongs (-1: before them all); None of tokens that open otherwise. The clause told is the one behind the verb, be
    it not where the parse hangs it."""
    says = next(
        (t for t in range(tokens[0] - 1, tokens[0] + SPEAKER) if t in range(len(tree.lower)) and _said(tree, t)), -1
    )
    if says < 0:
        return None
    relative = next((t for t in range(says - 1, says - SPEAKER, -1) if t >= 0 and tree.lower[t] in RELATIVE), -1)
    speaker = range(relative + 1, says)
    named = any(tree.tokens[t].upos in _NAMING for t in speaker)
    below = [t for t in tokens if t > says]
    if relative < 0 or not named or relative > tokens[0] + 1 or below[:1] != [says + 1]:
        return None
    if any(tree.tokens[t].upos in ("VERB", "PUNCT") for t in speaker):
        return None
    if tree.tokens[says + 1].upos in ("VERB", "AUX") and not tree.lower[says + 1].endswith("ing"):
        return says, below, -1
    clause = tree.child(says, "ccomp")
    if clause is None or clause not in below or tree.tokens[clause].upos != "VERB":
        return None
    doing = [c for c in tree.children[clause] if tree.tokens[c].deprel == "nsubj" and c in below]
    gap = tree.tokens[relative].head == clause and tree.child(clause, "obj") in (None, relative)
    return (says, below, clause) if doing and gap else None


def _said(tree: Tree, token: int) -> bool:
    relative = tree.tokens[token].deprel in RELATIVE_CLAUSES
    return relative and tree.lower[token] in cues().say | BELIEVING


SPEAKER = 6
"""Tokens between "which" and the verb of saying in which who says so is named, at the most."""
_NAMING = frozenset({"NOUN", "PROPN", "PRON", "ADJ"})


def clause_of(tree: Tree, head: int) -> int | None:
    """The head of the relative clause that a clause is, or that it is joined to ("which Reen signed [and which the
    senate passed]"); None of any other."""
    while tree.tokens[head].deprel == "conj" and tree.tokens[head].head >= 0:
        head = tree.tokens[head].head
    return head if tree.tokens[head].deprel in RELATIVE_CLAUSES else None


def behind(tree: Tree, relative: int, noun: int, tokens: list[int]) -> int | None:
    """The token behind which a noun belongs, for which a relative pronoun stands as an object, as the verb is told
    alone: "which the union [has rejected]"; None where the pronoun is no object of a verb behind it, or the noun may
    not be what it stands for ("the claims that he had died")."""
    if tree.is_clause(noun) or tree.lower[noun] in cues().nouns:
        return None
    head = tree.tokens[relative].head
    if (
        tree.tokens[relative].deprel != "obj"
        or head not in tokens
        or head < relative
        or tree.lower[head] in NEEDING_NONE
    ):
        return None
    subject = tree.subject(head)
    between = subject is not None and relative < subject < head
    filled = any(c != relative and tree.tokens[c].deprel in _TAKEN for c in tree.children[head])
    if filled or tree.tokens[head].upos != "VERB" or (tree.tokens[head].deprel != "xcomp" and not between):
        return None
    return head + _particle(tree, head, tokens)


def _particle(tree: Tree, head: int, tokens: list[int]) -> bool:
    """Whether a verb's particle stands right behind it ("set up")."""
    return head + 1 in tokens and tree.tokens[head + 1].upos == "ADP" and tree.tokens[head + 1].head == head
