"""Speakers: who speaks in a saying, told from the words around them: the subject, the agent, the owner of a noun of
saying, and the noun that a relative pronoun stands for."""

import re

from crossread.model.span import Extent
from crossread.model.time import ZONED
from crossread.model.tree import Tree
from crossread.trace.cues import Cues, cues
from crossread.trace.saying import source_phrase

_DAY = re.compile(
    r",?\s(?:on|late|early)\s(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"(?:Jan|Feb|March|April|May|June|July|Aug|Sep|Oct|Nov|Dec)\w*\.?\s\d{1,2})\Z"
)
"""Where a phrase tells only when somebody spoke."""


def of_verb(tree: Tree, verb: int) -> int | None:
    """The subject of a verb of saying; of a participle the noun it hangs on, or the subject of its clause."""
    found = tree.subject(verb)
    if found is not None:
        passive = tree.tokens[found].deprel.endswith(":pass") or tree.child(verb, "aux:pass") is not None
        if passive or is_headline_passive(tree, verb):
            return agent(tree, verb)
        # "an accusation he denies", "which the Pentagon has denied": the subject is a full one.
        return found if tree.lower[found] not in ("which", "that", "who") else antecedent(tree, verb)
    token = tree.tokens[verb]
    if token.deprel == "conj" and tree.child(verb, "aux:pass") is not None:
        return agent(tree, verb)  # "is held and was expected to be charged": who expects it is not told
    if token.deprel == "advcl" and not tree.lower[verb].endswith("ing") and (by := agent(tree, verb)) is not None:
        return by  # "…, first reported by the paper"
    if token.deprel in ("conj", "xcomp", "advcl") and token.head >= 0:
        return tree.subject(token.head)
    if token.deprel == "acl":
        return token.head if tree.lower[verb].endswith("ing") else agent(tree, verb)
    return None


SPOKEN_TO = frozenset(
    """accused blamed charged criticised criticized condemned denounced suspected told asked urged warned ordered
    informed""".split()
)
"""Participles whose passive subject is who is spoken of or to ("she was quoted" speaks)."""
_HELD = frozenset(
    """accused blamed charged criticised criticized condemned denounced suspected released freed arrested jailed
    convicted sentenced acquitted detained suspended sacked fined cleared indicted""".split()
)
_HELD_BY = frozenset({"of", "over", "with", "for", "from", "after"})


def is_headline_passive(tree: Tree, verb: int) -> bool:
    """ "Reen accused of theft", as headlines leave out the "is": it is not told whom Reen would accuse."""
    following = tree.lower[verb + 1] if verb + 1 < len(tree.lower) else ""
    bare = not any(tree.tokens[c].deprel.startswith("aux") for c in tree.children[verb])
    held = tree.lower[verb] in _HELD and following in _HELD_BY
    bidden = tree.lower[verb] in ("urged", "told", "ordered") and following == "to"
    return bare and (held or bidden) and tree.child(verb, "obj") is None


def agent(tree: Tree, verb: int) -> int | None:
    """Who does what a passive tells ("linked by Washington")."""
    for c in tree.children[verb]:
        if tree.tokens[c].deprel in ("obl:agent", "obl") and is_agent(tree, c):
            return c
    return None


def is_agent(tree: Tree, noun: int) -> bool:
    """Whether a noun stands behind "by"."""
    return any(tree.lower[k] == "by" for k in tree.children[noun])


def antecedent(tree: Tree, verb: int) -> int | None:
    """The noun on which a relative clause hangs, by its verb."""
    token = tree.tokens[verb]
    return token.head if token.deprel == "acl:relcl" else None


def meant(tree: Tree, source: Extent | None) -> Extent | None:
    """The noun that a relative pronoun stands for ("the dealer, who says …"), or the source as it is."""
    inside = tree.inside(source) if source is not None else []
    if not inside or tree.lower[inside[0]] not in ("who", "which", "that", "whom"):
        return source
    if len(inside) > 1:  # "police, whom residents say …" and "who forgot her keys, hopes": the clause has its subject
        return None if tree.lower[inside[0]] in ("who", "whom") else source
    noun = antecedent(tree, tree.tokens[inside[0]].head)
    if noun is not None and tree.lower[inside[0]] == "who":
        noun = _somebody(tree, noun, inside[0])
    return source if noun is None else tree.extent(source_phrase(tree, noun))


def _somebody(tree: Tree, noun: int, who: int) -> int:
    """The noun that "who" stands for: where the parse takes one for a thing ("no talks with backers who say"), the one
    right before it."""
    table = cues()
    people = table.person | table.unnamed | table.organisation
    before = who - 1 if tree.lower[who - 1] != "," else who - 2
    near = tree.tokens[before].upos == "NOUN" and tree.tokens[noun].upos == "NOUN"
    thing = tree.lower[noun] not in people and tree.lower[noun].removesuffix("s") not in people
    return before if near and thing and before != noun and before in tree.subtree(noun) else noun


def of_noun(tree: Tree, cue: Extent, table: Cues) -> Extent | None:
    """Whose a noun of saying is: "the minister's claim", "Republican claims"."""
    for i in tree.inside(cue):
        if tree.lower[i] in table.nouns and tree.tokens[i].upos == "NOUN":
            by = [c for c in tree.children[i] if tree.tokens[c].deprel == "nmod" and is_agent(tree, c)]
            for c in (*by, *tree.children[i]):
                named = tree.words[c][:1].isupper() and tree.tokens[c].start != 0
                if c in by and can_speak(tree, c, table):
                    return tree.extent(source_phrase(tree, c))
                if tree.tokens[c].deprel in ("nmod:poss", "compound", "amod") and named and not _is_zone(tree, c):
                    whole = tree.extent(source_phrase(tree, c))
                    return Extent(whole.start, max(tree.tokens[t].end for t in (c, *_flat(tree, c))))
    return None


def _flat(tree: Tree, name: int) -> list[int]:
    """The further words of a name."""
    return [c for c in tree.children[name] if tree.tokens[c].deprel in ("flat", "flat:name", "compound")]


def can_speak(tree: Tree, noun: int, table: Cues) -> bool:
    """Whether a noun is for people or bodies, or a name and no day's."""
    known = table.person | table.organisation | table.unnamed | table.outlet
    named = tree.tokens[noun].upos == "PROPN" and not tree.lower[noun].endswith("day")
    return tree.lower[noun] in known or named


def _is_zone(tree: Tree, word: int) -> bool:
    """Whether a word only tells whose clock an hour is of ("the 14:00 GMT announcement")."""
    return ZONED.fullmatch(tree.words[word]) is not None


def of_a_letter(tree: Tree, source: Extent, table: Cues) -> Extent | None:
    """Who writes, where a source is whom a letter is to ("resigned in a letter to the board, stating"): the subject
    above the letter; None of any other source."""
    inside = tree.inside(source)
    letter = inside[0] - 2 if inside else -1
    if letter < 0 or tree.lower[letter + 1] != "to" or tree.lower[letter] not in table.documents:
        return None
    verb = next((t for t in tree.ancestors(letter) if tree.subject(t) is not None), None)
    subject = tree.subject(verb) if verb is not None else None
    return tree.extent(source_phrase(tree, subject)) if subject is not None else None


def is_aside(tree: Tree, source: Extent) -> bool:
    """Whether a source only tells more of a noun before it (", dubbed the “blind boss” by the press,")."""
    first = next(iter(tree.inside(source)), None)
    return first is not None and tree.tokens[first].deprel == "acl" and tree.lower[first].endswith("ed")


def plain(text: str, source: Extent) -> Extent:
    """A source without the mark of an owner at its end ("the government's | announcement"), and without the day on
    which it speaks ("the office | on June 18")."""
    day = _DAY.search(text, source.start, source.end)
    if day is not None and text[source.start : day.start()].split(" ")[-1][:1].isupper():
        source = Extent(source.start, day.start())
    return Extent(source.start, source.end - 2) if source.of(text).endswith(("'s", "’s")) else source
