"""Phrases that tell who a person is: "Senator X", "X, head of Y"."""

import re
from collections.abc import Sequence

from crossread.model.tree import Tree
from crossread.trace import names
from crossread.trace.cues import cues
from crossread.trace.unit_candidates import Candidate

OWNING = frozenset({"'s", "’s", "'", "’"})
"""Words after a name that make it an owner ("Reen's offer"), who plays no part in what follows."""
ROLE_WORDS = frozenset({"NOUN", "PROPN"})
"""Word classes of which a role is made."""
NAMING = frozenset({"appos", "flat", "compound", "nmod:unmarked", "nmod:desc", "dep", "list"})
"""Relations by which a name hangs on the title that it stands beside, or the title on it."""
OPENING = frozenset({"ADP", "CCONJ", "SCONJ", "PRON", "AUX", "VERB", "PART"})
"""Word classes that no title ends with before the name, and no apposition behind it begins with."""


def name_in(tree: Tree, people: Sequence[tuple[int, ...]], c: Candidate) -> tuple[int, ...]:
    """The tokens of the name of the person whose role a stretch tells; () where it tells none."""
    if tree.is_clause(c.head) or tree.tokens[c.first].upos == "ADP":
        return ()
    others = [set(p) for p in people]
    for name in people:
        if name and c.first <= name[0] <= name[-1] < c.last and _whole(tree, name) and _tied(tree, name, c.head):
            elsewhere = {i for p in others if not p & set(name) for i in p}
            after = list(range(name[-1] + 1, c.last))
            if _is_bare_kin(tree, _before(tree, name, c.first)):
                return ()
            behind = _is_role(tree, after, False, elsewhere)
            if behind or (_is_role(tree, _before(tree, name, c.first), True, elsewhere) and _goes_on(tree, after)):
                return name
    return ()


def _is_bare_kin(tree: Tree, before: list[int]) -> bool:
    """Whether a title only tells that somebody is kin, and not whose ("and sister | Kit Reen")."""
    told = [tree.lower[t] for t in before if tree.tokens[t].upos not in ("PUNCT", "CCONJ", "DET")]
    return len(told) == 1 and told[0] in KIN


def _goes_on(tree: Tree, after: list[int]) -> bool:
    """Whether what stands behind a name with its title tells more of the same person, or nothing."""
    inner = [i for i in after if tree.tokens[i].upos != "PUNCT"]
    if not inner or (len(inner) <= SHORT and tree.tokens[inner[0]].upos != "DET"):
        return True
    return tree.tokens[inner[0]].upos == "ADP" or tree.lower[inner[0]] in ("who", "whose", "whom")


SHORT = 3
"""Words behind a name that are a party or a place and nothing that could be about somebody else ("R-Calif.")."""


def _whole(tree: Tree, name: tuple[int, ...]) -> bool:
    """Whether a name is told whole: no owner, and no part of a name with a hyphen."""
    last, following = name[-1], name[-1] + 1
    if following >= len(tree.tokens):
        return True
    beside = tree.tokens[last].end == tree.tokens[following].start
    return tree.words[following] not in OWNING and not (beside and tree.words[following].startswith("-"))


def _tied(tree: Tree, name: tuple[int, ...], head: int) -> bool:
    """Whether a name heads the stretch, or hangs on its head as names hang on titles."""
    top = tree.top(name)
    if top is None:
        return False
    if top == head:
        return True
    # "a former Aldwick lobbyist": a name ahead of the noun tells whose somebody is, not who.
    modifies = head > top and tree.tokens[top].deprel in ("compound", "nmod", "nmod:desc", "flat")
    return tree.tokens[top].head == head and tree.tokens[top].deprel in NAMING and not modifies


def _before(tree: Tree, name: tuple[int, ...], first: int) -> list[int]:
    """What stands before a name, less "Mr." and its like, which tell nothing."""
    last = name[0]
    while last > first and names.is_honorific(tree.lower[last - 1]):
        last -= 1
    return list(range(first, last))


def _is_role(tree: Tree, tokens: list[int], before: bool, elsewhere: set[int]) -> bool:
    """Whether what stands on one side of a name can be a role: a noun in it, which is nobody else's name, and nothing
    that ties it to another word ("under Mr. X", "X and")."""
    inner = [i for i in tokens if tree.tokens[i].upos != "PUNCT"]
    if not inner:
        return False
    edge = tree.tokens[inner[-1 if before else 0]].upos
    top = tree.top(inner)
    clause = before and any(tree.tokens[i].deprel.startswith("nsubj") and tree.tokens[i].head in inner for i in inner)
    colon = any(tree.lower[i] == ":" for i in tokens)
    if edge in OPENING or top is None or top in elsewhere or clause or colon:
        return False
    if not before and any(tree.tokens[i].head == top and tree.tokens[i].deprel in NAMING for i in elsewhere):
        return False  # "Reen, the engineer Luis Olin and two others": a list
    return any(
        _is_somebody(tree.lower[i], tree.tokens[i].upos) for i in (inner if before else _nouns(tree, inner, top))
    )


def _nouns(tree: Tree, inner: list[int], top: int) -> list[int]:
    """The noun that an apposition is about, and those it is joined with."""
    return [top, *(i for i in inner if tree.tokens[i].head == top and tree.tokens[i].deprel in ("conj", "flat"))]


def _is_somebody(word: str, upos: str) -> bool:
    """Whether a noun can tell who somebody is: a title, a job, kin, or a word made as words for people are."""
    word = word.rstrip(".")
    if upos not in ROLE_WORDS:
        return False
    known = names.titles() | names.spokes() | cues().person | cues().unnamed | PEOPLE
    made = word not in THINGS and MADE_FOR_PEOPLE.search(word) is not None
    return made or word in known or word.split("-")[-1] in known


KIN = frozenset(
    """mother father mum mom dad son daughter sister brother wife husband widow uncle aunt cousin nephew niece friend
    neighbour neighbor""".split()
)
"""Nouns that tell nothing of somebody without telling whose they are."""
PEOPLE = frozenset(
    """uncle aunt mother father son daughter brother sister wife husband widow widower cousin nephew niece friend
    neighbour neighbor partner twin ally figure guest star head veteran chief boss critic fellow mp mep heir rival
    champion student nurse clerk guard cook pilot tsar czar""".split()
)
"""Nouns for people that no ending tells."""
THINGS = frozenset(
    """number order matter letter list event winter summer murder disaster coffee committee five patent paper offer
    answer power water border river tower corner centre center theatre error floor door motor color colour favour labor
    labour war terror mirror effort court agreement statement moment parent document accident incident extent
    percent cent talent crescent account amount restaurant plant grant archive drive initiative narrative objective
    perspective twist assist consist mist weather chapter quarter cluster theater""".split()
)
"""Words with such an ending that are no people."""
MADE_FOR_PEOPLE = re.compile(r"\w{2}(?:er|or|ist|ian|[^u]man|person|[^m]ant|[^mc]ent|ee|crat|ive|ete)$")
"""Endings of words for people: adviser, director, lobbyist, politician, chairman, opponent, trustee, executive."""
