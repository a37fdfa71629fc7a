"""Sayings by who hears them: "the court heard that …", "jurors were told …", "she had been told that …"."""

from collections.abc import Iterable

from crossread.model.span import Extent
from crossread.model.tree import NEGATING, Tree
from crossread.trace.cues import Cues
from crossread.trace.saying import Saying, source_phrase

HEARING = frozenset(
    """court courts jury juries juror jurors inquest hearing hearings tribunal inquiry magistrates judges panel
    committee committees commission trial mps lawmakers senators councillors parliament deputies peers delegates
    conference congress assembly""".split()
)
"""Nouns of bodies in front of which things are said: what they hear is on no better word than theirs."""
PRESS = frozenset(
    """times post news herald journal tribune guardian mercury gazette telegraph independent mirror mail express
    observer star chronicle globe courier echo bbc cnn nbc abc cbs reuters bloomberg politico axios afp""".split()
)
"""Words at the end of an outlet's name."""
_LEARN = frozenset({"understands", "learned", "learnt"})
"""Verbs by which an outlet tells what it was told, and not by whom."""
_HEAR = frozenset({"heard", "hears"})
_TOLD = frozenset({"told", "informed", "advised"})
_TO_COME = frozenset({"will", "would", "should", "may", "might", "could", "must", "can", "to"})
"""Helping verbs with which nothing has been heard yet."""

_ASKING = frozenset({"whether", "if", "how", "what", "why", "when", "where"})


def find(tree: Tree, table: Cues) -> Iterable[Saying]:
    """Such sayings of a report, in order of place: of what a body hears on its word, else on nobody's, but who told
    it is named with "by"."""
    for verb, word in enumerate(tree.lower):
        told = word in _TOLD and tree.child(verb, "aux:pass") is not None
        if not (told or word in _HEAR | _LEARN) or tree.tokens[verb].upos != "VERB":
            continue
        clause, subject = tree.child(verb, "ccomp"), tree.subject(verb)
        if clause is None or subject is None or clause < verb or _is_open(tree, verb):
            continue
        speaker = tree.child(verb, "obl:agent") or _from(tree, verb)
        bodies = _is_press if word in _LEARN else _hears
        if speaker is None and bodies(tree, subject, table):
            speaker = subject
        if speaker is None and not (told and _is_whole(tree, clause)):
            continue
        content = tree.extent(tree.subtree(clause))
        cue = Extent(tree.tokens[verb].start, tree.tokens[verb].end)
        source = None if speaker is None else _phrase(tree, speaker)
        yield Saying(min(content.start, cue.start, *([source.start] if source else [])), source, cue, (content,))


def hears(tree: Tree, source: Extent, verb: Extent, table: Cues) -> bool:
    """Whether a source is a body that heard, or was told, what a verb gives."""
    top, words = tree.top(tree.inside(source)), tree.inside(verb)
    if top is None or not words or not _hears(tree, top, table):
        return False
    return tree.lower[words[-1]] in _HEAR | _TOLD and not _is_open(tree, words[-1])


def _hears(tree: Tree, noun: int, table: Cues) -> bool:
    """Whether a noun is of a body that hears what is said, be it by its name ("Tarn Crown Court", "the Mercury")."""
    words = [tree.lower[t] for t in source_phrase(tree, noun)]
    named = tree.tokens[noun].upos == "PROPN" and any(w in HEARING for w in words)
    return named or tree.lower[noun] in HEARING or _is_press(tree, noun, table)


def _is_press(tree: Tree, noun: int, table: Cues) -> bool:
    last = max([noun, *(c for c in tree.children[noun] if tree.tokens[c].deprel == "flat")])
    return tree.lower[noun] in table.outlet or (tree.tokens[last].upos == "PROPN" and tree.lower[last] in PRESS)


def _is_open(tree: Tree, verb: int) -> bool:
    """Whether nothing was heard: "will be told that", "was not told that"."""
    return any(tree.lower[c] in _TO_COME or tree.lower[c] in NEGATING for c in tree.children[verb] if c < verb)


def _is_whole(tree: Tree, clause: int) -> bool:
    """Whether a clause tells something: it has a subject and is no indirect question."""
    asked = any(
        tree.lower[c] in ("whether", "if", "how", "what", "why", "when", "where") for c in tree.children[clause]
    )
    return tree.subject(clause) is not None and not asked


def _from(tree: Tree, verb: int) -> int | None:
    """Who is heard from ("the jury heard from Reen that …")."""
    cases = ((c, k) for c in tree.children[verb] if tree.tokens[c].deprel == "obl" for k in tree.children[c])
    return next((c for c, k in cases if tree.lower[k] == "from" and tree.tokens[c].upos == "PROPN"), None)


def _phrase(tree: Tree, noun: int) -> Extent:
    """A speaker's noun phrase without its "by" or "from"."""
    tokens = source_phrase(tree, noun)
    while len(tokens) > 1 and tree.tokens[tokens[0]].upos == "ADP":
        tokens = tokens[1:]
    return tree.extent(tokens)
