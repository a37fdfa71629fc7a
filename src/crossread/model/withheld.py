"""Words over a clause that take back what it tells: "no evidence that …", "wrong to imply that …", "not to …"."""

from collections.abc import Collection

from crossread.model.tree import NEGATING, Tree

PROOF = frozenset(
    """evidence proof sign signs indication indications suggestion reason basis grounds hint hints mention mentions
    confirmation record records""".split()
)
"""Nouns of which there is none: what they are of is then not told to be so."""
UNLIKELY = frozenset("unlikely doubtful improbable inconceivable questionable".split())
"""What it is that something should be so: "it seems unlikely that"."""
DOUBTS = UNLIKELY | frozenset("doubt doubts doubted doubting skeptical sceptical".split())
"""Words that hold back what they are of, unless they are negated themselves ("no doubt")."""
UNTRUE = frozenset(
    """wrong false untrue incorrect mistaken misleading absurd nonsense ridiculous myth fiction baseless unfounded
    groundless debunked discredited bogus fake""".split()
)
"""What a saying is called that is not to be believed."""
CALLED = frozenset(
    """claim claims allegation allegations accusation accusations report reports rumour rumours rumor rumors idea notion
    belief theory story stories statement statements suggestion suggestions assertion assertions""".split()
)
"""Nouns of a saying that may be called so: "the false claim that"."""
BELIEVING = frozenset("believe believes believed think thinks thought accept accepts accepted".split())
"""Verbs by whose negation somebody tells that it is not so: "don't believe that"."""
SEEMING = frozenset({"seem", "seems", "seemed", "appear", "appears", "appeared", "mean", "means", "meant"})
"""The same of nobody: "it does not seem that", "that does not mean that"."""
HOLDING = frozenset("imply suggest say claim think believe assume argue assert conclude pretend".split())
"""Verbs of the saying that is called so."""
FAILING = frozenset(
    """failure refusal inability unwillingness reluctance failed fails fail failing refused refuses refusing declined
    declines declining unable unwilling reluctant""".split()
)
"""Words of not doing what follows."""
PREVENTING = frozenset(
    """bar bars barred barring ban bans banned banning block blocks blocked blocking prevent prevents prevented
    preventing stop stops stopped stopping keep keeps kept keeping forbid forbids forbade forbidden prohibit
    prohibits prohibited prohibiting discourage discouraged deter deters deterred deterring dissuade dissuaded
    exclude excluded save saved spare spared refrain refrained refrains""".split()
)
"""Verbs of keeping somebody "from" what follows."""
INSTEAD = (("rather", "than"), ("instead", "of"))
"""Words before what was not done."""
OVER = frozenset({"acl", "ccomp", "csubj", "xcomp"})
"""Relations of a clause to what governs it."""
NONE = NEGATING | {"no", "without", "little", "scant", "neither"}
"""Words that tell that there is none of a thing."""
NEAR = 4
"""Tokens between a governor and its clause at the most: further off the parser has guessed."""


def over(tree: Tree, inside: Collection[int]) -> tuple[int, int] | None:
    """The tokens (from, to; exclusive) before a clause's own, ``inside``, that take back what it tells, or None."""
    head = tree.top(inside)
    if head is None:
        return None
    first = min(inside)
    if first >= 2 and tree.lower[first - 1] == "to" and tree.lower[first - 2] in NEGATING:
        return (first - 2, first) if tree.tokens[first - 2].head == head else None
    if is_instead(tree, first):
        return first - 2, first
    if (kept := kept_from(tree, head, first)) is not None:
        return kept, first
    while tree.tokens[head].deprel == "conj" and tree.tokens[head].head not in inside and tree.tokens[head].head >= 0:
        head = tree.tokens[head].head
    above = tree.tokens[head].head
    if not max(0, first - NEAR) <= above < first or tree.tokens[head].deprel.split(":")[0] not in OVER:
        return None
    if tree.lower[above] in UNLIKELY and not any(tree.lower[c] == "that" for c in tree.children[head]):
        return None  # "unlikely to sink" stays in one piece
    start = _start(tree, above)
    return None if start is None else (start, _marked(tree, head, first))


def is_instead(tree: Tree, first: int) -> bool:
    """Whether what begins at a token was not done: "rather than | recall the cars", "instead of | paying"."""
    return first >= 2 and tuple(tree.lower[first - 2 : first]) in INSTEAD


def kept_from(tree: Tree, head: int, first: int) -> int | None:
    """The verb that keeps somebody "from" what a clause tells, or None: "a judge barred Reen from | working"."""
    ties = {*(t for t in tree.children[head] if t < head), head - 1, first - 1}
    if not tree.lower[head].endswith("ing") or not any(t >= 0 and tree.lower[t] == "from" for t in ties):
        return None
    return next((t for t in tree.ancestors(head) if t < first and tree.lower[t] in PREVENTING), None)


def doubted(tree: Tree, found: tuple[int, int]) -> bool:
    """Whether what was found only holds a clause back, and does not tell that it is not so."""
    return any(tree.lower[i] in DOUBTS for i in range(*found))


def _start(tree: Tree, above: int) -> int | None:
    """Where the words begin by which a governor takes back its clause, or None where it does not."""
    word = tree.lower[above]
    if word in FAILING:
        return None if _negations(tree, above) else above
    if word in DOUBTS:
        return None if _negations(tree, above) or _negations(tree, tree.tokens[above].head) else above
    if word in PROOF:
        return min(_negations(tree, above) or _negations(tree, tree.tokens[above].head), default=None)
    if word in SEEMING:
        return min(_negations(tree, above), default=None)
    if word in BELIEVING:
        taken = _negations(tree, above) or _nobody(tree, above)
        subject = tree.subject(above)  # who does not believe it belongs to the words that take it back
        return min((*taken, *(tree.subtree(subject) if subject is not None else ()))) if taken else None
    if word in CALLED:
        called = (c for c in tree.children[above] if tree.lower[c] in UNTRUE and c < above and not _negations(tree, c))
        return next(called, None)
    judged = tree.tokens[above].head
    if word in HOLDING and judged >= 0 and tree.lower[judged] in UNTRUE:
        return None if _negations(tree, judged) else min(judged, above)
    return None


def _negations(tree: Tree, token: int) -> list[int]:
    if token < 0:
        return []
    return [c for c in tree.children[token] if tree.lower[c] in NONE]


def _nobody(tree: Tree, verb: int) -> list[int]:
    """The subject of a verb, where it is nobody ("nobody in Reen believed that")."""
    subject = tree.subject(verb)
    none = subject is not None and (tree.lower[subject] in ("nobody", "none") or _negations(tree, subject))
    return [min(tree.subtree(subject))] if subject is not None and none else []


def _marked(tree: Tree, head: int, first: int) -> int:
    """Where the clause's own words begin, the word that ties it to its governor apart."""
    marks = [c for c in tree.children[head] if tree.tokens[c].deprel == "mark" and c < first]
    return max(marks) + 1 if marks else first
