"""Stretches that tell nothing although they read like telling: flourishes, and sentences run into one another."""

import re
from itertools import pairwise

from crossread.model.tree import CONTENT, NEGATING, Tree
from crossread.model.words import DAY_NAMES
from crossread.trace.unit_candidates import Candidate

FLOURISHES = frozenset(
    "deepen deepens deepened deepening highlight highlights highlighted highlighting underscore underscores "
    "underscored underscoring underline underlines underlined underlining heighten heightens heightened".split()
)
FLOURISHED = frozenset(
    "mystery stakes stake vulnerability importance complexity fragility sense uncertainty tension tensions risk risks "
    "depth scale gravity seriousness urgency need difficulty intrigue".split()
)
"""Verbs and objects of sentences that judge and tell nothing that could be claimed."""
PUBLISHING = frozenset("publish post issue provide give release share publishing posting issuing providing".split())
UPDATES = frozenset("update updates information details notices".split())
SITES = frozenset("website site page app blog feed twitter facebook".split())
"""Verbs, objects and places of what tells a reader where to look for news."""
HOLLOW = frozenset("have has had do does did".split())
"""Verbs that tell nothing by themselves."""
JUDGING_NOUNS = frozenset("turn twist move development step sign blow setback escalation".split())
"""Nouns that, with an adjective, open a sentence with a judgement ("In a surprising turn, …")."""
OPENERS = frozenset({"He", "She", "It", "They", "We", "Of", "When", "This", "But", "By", "For", "With"})
"""Words that carry a capital only where a sentence begins."""
SPEAKING = frozenset("said says saying told tells telling added adds replied replies".split())
SPOKEN_TO = frozenset(
    """response reply return statement interview email e-mail telephone phone message reporters reporter journalists
    journalist newspaper paper media press conference briefing""".split()
)
"""Verbs of saying, and nouns that only tell to whom or in what something was said."""
EMPTY = frozenset({"ADP", "DET", "PUNCT", "AUX", "CCONJ", "SCONJ", "ADV"})
"""Classes of words that tell nothing by themselves."""
ANONYMOUS = re.compile(
    r"(?:who |and )?(?:(?:also )?(?:asked|asking|requested|requesting|wished|declined|preferred) (?:not )?to be "
    r"(?:named|identified|quoted)(?: by name)?|according to [^,]+|"
    r"(?:all )?(?:spoke|speaking|talked) on (?:the )?condition of anonymity)[ ,]*"
)
"""Words that tell only who tells it, or that somebody would not be named."""
_SOLID = frozenset({"PROPN", "NUM"})


def empty(tree: Tree, c: Candidate) -> bool:
    """Whether a stretch only judges, opens with a judgement, adds next to nothing, tells only who tells it, or
    runs two sentences together."""
    return (
        _tells_who_tells(tree, c)
        or _only_says(tree, c)
        or _judges(tree, c)
        or _scorns(tree, c)
        or _serves(tree, c)
        or _hollow(tree, c)
        or _opens_judging(tree, c)
        or _slight(tree, c)
        or _run_together(tree, c)
    )


def _tells_who_tells(tree: Tree, c: Candidate) -> bool:
    """ "who asked not to be named"."""
    return ANONYMOUS.fullmatch(" ".join(tree.lower[c.first : c.last])) is not None


def _only_says(tree: Tree, c: Candidate) -> bool:
    """ "Reen said in response", "the clerk, a dispatcher, told reporters on Friday": what was said stands elsewhere."""
    subject = tree.subject(c.head)
    if tree.lower[c.head] not in SPEAKING or subject is None or tree.child(c.head, "aux:pass") is not None:
        return False
    speaker = set(tree.subtree(subject))
    for clause in tree.children[subject]:
        words = tree.subtree(clause)
        if ANONYMOUS.fullmatch(" ".join(tree.lower[t] for t in words if tree.words[t] != ",")) is not None:
            speaker -= set(words)
    silent = set(tree.subtree(subject)) - speaker
    if any(tree.tokens[t].upos == "VERB" for t in speaker):
        return False  # "the mayor, who opened the bridge, said"
    rest = (t for t in range(c.first, c.last) if t != c.head and t not in speaker | silent)
    told = (t for t in rest if tree.tokens[t].upos not in EMPTY or tree.lower[t] in NEGATING)
    return all(tree.lower[t] in SPOKEN_TO or tree.lower[t] in DAY_NAMES for t in told)


def _judges(tree: Tree, c: Candidate) -> bool:
    """ "Reports deepen the mystery", "the move highlights the stakes": no name, figure or day."""
    whole = tree.tokens[c.head].deprel == "obj"  # the object alone: "the vulnerability of global networks"
    verb, obj = (tree.tokens[c.head].head, c.head) if whole else (c.head, tree.child(c.head, "obj"))
    flourish = obj is not None and tree.lower[verb] in FLOURISHES and tree.lower[obj] in FLOURISHED
    return flourish and not any(tree.tokens[t].upos in _SOLID for t in range(verb + 1, c.last))


def _scorns(tree: Tree, c: Candidate) -> bool:
    """ "As if the town had not enough troubles": nobody says that it is so."""
    first = tree.sentence(tree.tokens[c.first].start).first
    return tree.lower[first] == "as" and tree.lower[first + 1 : first + 2] in (["if"], ["though"])


def _serves(tree: Tree, c: Candidate) -> bool:
    """ "It will post updates on its website": where news is to be had, and none itself."""
    verb: int | None = tree.child(c.head, "ccomp") if tree.child(c.head, "obj") is None else c.head
    if tree.tokens[c.head].deprel.split(":")[0] in ("obj", "obl", "nmod"):
        verb = next((i for i in tree.ancestors(c.head) if tree.tokens[i].upos == "VERB"), None)
    if verb is None or tree.lower[verb] not in PUBLISHING:
        return False
    obj = tree.child(verb, "obj")
    return obj is not None and tree.lower[obj] in UPDATES and any(tree.lower[i] in SITES for i in tree.subtree(verb))


def _hollow(tree: Tree, c: Candidate) -> bool:
    """ "You would have too", "most do not": what it tells stands elsewhere."""
    content = [t for t in range(c.first, c.last) if tree.tokens[t].upos in CONTENT]
    return content == [c.head] and tree.lower[c.head] in HOLLOW


def _opens_judging(tree: Tree, c: Candidate) -> bool:
    for child in tree.children[c.head]:
        if c.first <= child < c.head and tree.tokens[child].deprel == "obl" and tree.lower[child] in JUDGING_NOUNS:
            judged = any(tree.tokens[i].deprel == "amod" for i in tree.children[child])
            if judged and not any(tree.tokens[t].upos in _SOLID for t in tree.subtree(child)):
                return True
    return False


def _slight(tree: Tree, c: Candidate) -> bool:
    """A participle that adds little to its noun ("surrounding the talks"): no name, no figure, two words."""
    if tree.tokens[c.head].deprel != "acl" or tree.subject(c.head) is not None:
        return False
    content = [t for t in range(c.first, c.last) if tree.tokens[t].upos in CONTENT]
    return len(content) < SLIGHTEST_PARTICIPLE and not any(tree.tokens[t].upos in _SOLID for t in content)


SLIGHTEST_PARTICIPLE = 3
"""Content words below which a participle on a noun is no claim of its own."""


def _run_together(tree: Tree, c: Candidate) -> bool:
    """Whether two sentences have lost the stop between them ("charged her Of great weight"), as bad translations do:
    what such a stretch tells cannot be known."""
    words = tree.words[c.first : c.last]
    return any(a.isalpha() and a.islower() and b in OPENERS for a, b in pairwise(words))
