"""Who cannot have said what a sentence seems to put in their mouths."""

from crossread.model.span import Extent
from crossread.model.tree import Tree
from crossread.model.words import DAY_NAMES
from crossread.trace import speakers
from crossread.trace.cues import Cues, cues
from crossread.trace.heard import hears
from crossread.trace.hedges import is_said_of
from crossread.trace.saying import NOBODY, Saying

SILENT = frozenset(
    """second seconds hour hours day days night nights week weeks month months year years time times deadline row
    dispute crisis war storm flood quake fire delay incident accident thing things""".split()
)
"""Nouns of what never says, warns or threatens anything itself."""
DEEDS = frozenset(
    """gesture move decision step silence absence smile nod shrug handshake visit trip attack strike blast vote result
    success failure arrival departure death arrest presence appearance response reaction handling""".split()
)
"""Nouns of what shows or confirms something and says nothing."""
TIMES = DAY_NAMES | frozenset("yesterday today tomorrow tonight earlier later now then".split())
"""Words that tell when, and stand where a speaker might ("he said yesterday")."""
_RELATIVE = frozenset({"which", "what", "whom", "whoever", "whatever", "where", "whose"})


def is_no_speaker(tree: Tree, source: Extent, cue: Extent, verb: int | None, quoted: list[Extent]) -> bool:
    """Whether a source cannot be who speaks: it stands within a quotation from outside of which it is said to speak, it
    is where something lies ("a fault was reported on the cable"), or it is who is spoken of ("he was accused of")."""
    if any(q.covers(source) and not q.overlaps(cue) for q in quoted):
        return True
    top = tree.top(tree.inside(source))
    if top is None or verb is None:
        return False
    token = tree.tokens[top]
    placed = any(tree.lower[c] in PLACING and tree.tokens[c].deprel == "case" for c in tree.children[top])
    passive = token.deprel == "nsubj:pass" or (token.deprel == "nsubj" and tree.child(verb, "aux:pass") is not None)
    passive = passive or speakers.is_headline_passive(tree, verb)
    spoken_of = passive and tree.lower[verb] in speakers.SPOKEN_TO and not hears(tree, source, cue, cues())
    if tree.lower[verb] in DESCRIBED and tree.lower[verb + 1 : verb + 2] == ["as"]:
        return tree.tokens[verb].head == top and tree.tokens[verb].deprel in ("acl", "advcl")
    if tree.tokens[verb].head == top and tree.tokens[verb].deprel == "acl":
        return spoken_of
    return token.head == verb and ((placed and token.deprel == "obl") or spoken_of)


DESCRIBED = frozenset("described portrayed hailed denounced identified named known".split())
"""Participles that, with "as", tell what others say of the noun before them."""
PLACING = frozenset({"on", "off", "near", "under", "over", "across", "along", "inside", "outside"})
"""Prepositions of where something lies."""


def names_nobody(tree: Tree, source: Extent, words: list[str], table: Cues) -> bool:
    """Whether a source is no one who can speak: "this", or a thing that only shows something."""
    inside = tree.inside(source)
    forms = [tree.lower[i] for i in inside]
    top = tree.top(inside)
    if top is not None and tree.tokens[top].upos == "NOUN" and tree.lower[top] in SILENT:
        return True
    if forms and (forms[0] in _RELATIVE or not any(c.isalnum() for c in forms[0])):
        return True
    if len(forms) == 1 and forms[0] in NOBODY and words[:1] not in (["is"], ["was"], ["thought"]):
        return forms[0] != "it"
    if words in SEEN and top is not None and tree.lower[top] in SEES_NOTHING:
        return True  # "a raid on a Paris store saw four men make off"
    if not any(w in table.showing for w in words) or any(tree.tokens[i].upos in ("PROPN", "PRON") for i in inside):
        return False
    known = table.unnamed | table.person | table.organisation | table.outlet | table.documents
    return not any(f in known for f in forms)


def _goes_on(tree: Tree, i: int) -> bool:
    """Whether a verb only tells that something went on: "the index continued to fall"."""
    return tree.lower[i] in ("continue", "continues", "continued") and tree.lower[i + 1 : i + 2] == ["to"]


def _is_to_come(tree: Tree, i: int) -> bool:
    """Whether a word only tells that somebody has to speak: "had some explaining to do"."""
    return tree.lower[i].endswith("ing") and tree.lower[i - 1 : i] in (["some"], ["much"], ["more"])


SEEN = (["saw"], ["sees"], ["see"], ["seen"])
"""Cues of what people see."""
SEES_NOTHING = (
    SILENT
    | DEEDS
    | frozenset(
        """raid raids smash heist robbery market markets gust camera session season game match race election poll storm
        crackdown operation deal move clash clashes protest protests rally incident wave terrace""".split()
    )
)
"""Nouns of what "saw" four men make off: something that happened there."""


def is_mute(tree: Tree, saying: Saying) -> bool:
    """Whether a saying's source is no speaker of it: a deed, a day, one who is spoken to, whom the law speaks of, or a
    word of what is said."""
    if saying.source is None:
        return False
    inside = tree.inside(saying.source)
    top = tree.top(inside)
    if top is None:
        return False
    return (
        (tree.tokens[top].upos == "NOUN" and tree.lower[top] in DEEDS)
        or all(tree.lower[i] in TIMES for i in inside)
        or _is_told(tree, saying.cue)
        or any(is_said_of(tree, i) or _goes_on(tree, i) or _is_to_come(tree, i) for i in tree.inside(saying.cue)[-1:])
        or _is_under_law(tree, inside)
        or _is_done_to(tree, top, saying.cue)
        or any(c.covers(saying.source) and not c.covers(saying.cue) for c in saying.content)
    )


def _is_told(tree: Tree, cue: Extent) -> bool:
    """ "Thousands told to leave": who is told says nothing."""
    words = tree.inside(cue)
    after = words[-1] + 1 if words else len(tree.lower)
    return bool(words) and tree.lower[words[-1]] == "told" and tree.lower[after : after + 1] == ["to"]


HEARD = frozenset({"quoted", "cited", "heard", "overheard", "reported", "recorded", "filmed", "said", "told", "stated"})
"""Participles whose passive subject may speak: "she was quoted as saying", "the report is said to use"."""


def _is_done_to(tree: Tree, top: int, cue: Extent) -> bool:
    """Whether a source is what something is done to by a verb that else is one of saying: "a postscript was added"."""
    verb = tree.tokens[top].head
    inside = tree.inside(cue)
    passive = tree.tokens[top].deprel == "nsubj:pass" and tree.child(verb, "aux:pass") is not None
    done = bool(inside) and verb == inside[-1] and tree.lower[verb] not in HEARD
    return passive and done and tree.tokens[top].upos != "PRON"


def _is_under_law(tree: Tree, source: list[int]) -> bool:
    """ "Illegal for an official to use it"."""
    first, last = source[0], source[-1]
    return tree.lower[max(0, first - 1) : first] == ["for"] and tree.lower[last + 1 : last + 2] == ["to"]
