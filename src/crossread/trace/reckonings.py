"""Sayings without a verb of saying: whose figure, count or word something is.

"The union puts the injured at nine", "its estimate is one third", "the hospital speaks of a light wound".
"""

from collections.abc import Iterator

from crossread.model.annotated import Annotated
from crossread.model.span import Extent
from crossread.model.tree import Tree
from crossread.trace.cues import cues
from crossread.trace.saying import NOBODY, Saying, source_phrase

PUTTING = frozenset("put puts putting".split())
COUNTING = frozenset("count counts counted counting tallied tallies".split())
SPEAKING = frozenset("speak speaks spoke speaking talk talks talked talking".split())
RECKONINGS = frozenset(
    "estimate estimates figure figures count tally toll number numbers reckoning calculation calculations".split()
)
"""Nouns for a number that somebody vouches for."""
PUT = RECKONINGS | frozenset(
    """total cost costs price value damage damages loss losses share size crowd turnout deficit bill injured
    wounded dead killed missing casualties probability chance chances odds debt stake""".split()
)
"""What is put at a number."""
OFFICES = frozenset("management police municipality city town council hospital state industry labour".split())
"""More who vouch for figures."""
OWNERS = ("nmod:poss", "compound")
_NOBODY = NOBODY | {"who"}


def find(annotated: Annotated, tree: Tree) -> Iterator[Saying]:
    """Such sayings of a report, in order of place. What holds a time names no one and counts nothing."""
    dated = {i for t in annotated.times for i in tree.inside(Extent(t.start, t.end))}
    for i, word in enumerate(tree.lower):
        found = None
        if tree.tokens[i].upos == "VERB" and word in PUTTING | COUNTING | SPEAKING:
            found = _by_verb(tree, i, word, dated)
        elif tree.tokens[i].upos == "NOUN" and word in RECKONINGS:
            found = _by_noun(tree, i, dated)
        if found is not None:
            yield found


def _by_verb(tree: Tree, verb: int, word: str, dated: set[int]) -> Saying | None:
    """ "X put Y at N", "X counted N", "X speaks of Y"."""
    subject = tree.subject(verb)
    told = _told(tree, verb, word)
    if subject is None or tree.lower[subject] in _NOBODY or tree.tokens[subject].deprel != "nsubj":
        return None
    if not told or dated & {subject, *(t for t in told if tree.tokens[t].head == verb)}:
        return None
    source = tree.extent(source_phrase(tree, subject))
    content = tree.extent(told)
    cue = Extent(tree.tokens[verb].start, tree.tokens[verb].end)
    return None if source.overlaps(cue) else Saying(min(source.start, content.start), source, cue, (content,))


def _told(tree: Tree, verb: int, word: str) -> list[int]:
    """The tokens of what is put, counted or spoken of; [] where it is none of these."""
    obj = tree.child(verb, "obj")
    if word in SPEAKING:
        return next((tree.subtree(c) for c in tree.children[verb] if _case(tree, c) == "of"), [])
    if obj is None:
        return []
    if word in COUNTING:
        among = any(_case(tree, c) in ("among", "as") for c in tree.children[verb])
        return tree.subtree(obj) if _numbered(tree, obj) and not among else []
    at = next((c for c in tree.children[verb] if _case(tree, c) == "at" and _numbered(tree, c)), None)
    put = any(tree.lower[t] in PUT for t in tree.subtree(obj))
    return [*tree.subtree(obj), *tree.subtree(at)] if at is not None and put else []


def _by_noun(tree: Tree, noun: int, dated: set[int]) -> Saying | None:
    """ "X's estimate is N": the predicate is X's word, where X can speak."""
    owner = tree.child(noun, *OWNERS)
    over = tree.tokens[noun].head
    if owner is None or over < 0 or tree.tokens[noun].deprel != "nsubj" or owner in dated:
        return None
    below = set(tree.subtree(noun))
    predicate = [t for t in tree.subtree(over) if t > noun and t not in below]
    if not _speaks(tree, owner) or not any(tree.tokens[t].upos in ("NUM", "SYM") for t in predicate):
        return None
    source, cue = tree.extent(source_phrase(tree, owner)), Extent(tree.tokens[noun].start, tree.tokens[noun].end)
    return Saying(source.start, source, cue, (tree.extent(predicate),))


def _speaks(tree: Tree, owner: int) -> bool:
    """Whether who owns a figure can vouch for it: a name, or a noun for people and bodies."""
    table, word = cues(), tree.lower[owner]
    known = table.organisation | table.person | table.unnamed | table.outlet | OFFICES
    return tree.tokens[owner].upos == "PROPN" or word in known or word.removesuffix("s") in known


def _case(tree: Tree, noun: int) -> str:
    if tree.tokens[noun].deprel.split(":")[0] not in ("obl", "nmod"):
        return ""
    return next((tree.lower[c] for c in tree.children[noun] if tree.tokens[c].deprel == "case"), "")


def _numbered(tree: Tree, noun: int) -> bool:
    return any(tree.tokens[t].upos in ("NUM", "SYM") for t in tree.subtree(noun))
