"""Phrases told alone: what a phrase needs before it, the clause that it belongs to in short, or its noun."""

import re
from collections.abc import Container

from crossread.model import withheld
from crossread.model.shared import governing, is_controlled, shared
from crossread.model.tree import NEGATING, SUBJECTS, Tree
from crossread.trace.cues import cues
from crossread.trace.relatives import RELATIVE
from crossread.trace.speakers import is_headline_passive
from crossread.trace.subjects import HEAVY, LONGEST_SUBJECT, Subjects

COMPLEMENTS = frozenset({"obl", "obj", "iobj", "advmod", "xcomp", "orphan"})
"""Relations of phrases that tell something only with their verb."""
MANY = re.compile(r"(?:[^sui]s|[^i]men|people|children)$")
"""Nouns of more than one, by their ends."""
GAP = 8
"""Tokens between a clause in short and a phrase of it that are told too: more would be another thing told."""
TIES = frozenset({"case", "mark", "fixed"})
"""Relations of the small words without which a phrase does not say how it belongs to its verb."""
ASKING = frozenset("whether if when where how why who what".split())
"""Words that open an indirect question."""
ASKED = frozenset({"ccomp", "csubj", "csubj:pass"})
"""Relations of an indirect question to its governor."""
_APART = frozenset({"PUNCT", "VERB", "AUX", "CCONJ", "SCONJ"})
NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "SYM"})
"""Classes of words that are a predicate with all that stands close to them ("was [down 2.6] %")."""
SEVERAL = frozenset("all both these those many several some most few two three four five six".split())
"""Words before a noun of more than one."""


def are(tree: Tree, noun: int) -> bool:
    """Whether a noun is of more than one."""
    word = tree.words[noun]
    named = tree.tokens[noun].upos == "PROPN" and len(word) > 2 and word[:-1].isupper() and word.endswith("s")
    counted = word.endswith("s") and any(tree.lower[c] in SEVERAL for c in tree.children[noun])
    return named or counted or (tree.tokens[noun].upos == "NOUN" and MANY.search(tree.lower[noun]) is not None)


HOLDING = frozenset({"of", "with", "for", "from"})
"""Words before a gerund that is held of somebody: accused of, charged with, blamed for, barred from."""
SUMMING = frozenset("call talk talks meeting move step deal trip visit role post practice idea act event".split())
SUMMING_ENDS = ("sation", "ssion", "ction", "ation", "ment", "ance", "ence", "ness")
"""Nouns, and ends of nouns, of what is done: behind the name of a person they are no one."""
PREDICATE = (*HEAVY, *SUBJECTS, "cop", "aux", "mark", "obl", "advmod")
"""Relations of what is no part of a noun that is a predicate, where the noun alone is named again."""


class Phrases:
    """Writes frames for the phrases of one report, as tokens of it."""

    def __init__(self, tree: Tree, subjects: Subjects, people: Container[int] = ()) -> None:
        self._tree = tree
        self._subjects = subjects
        self._people = people

    def frame(self, head: int, tokens: list[int]) -> tuple[list[int], str]:
        """The tokens that a phrase needs before it, [] for none, and a word of ours behind them ("is") or ""."""
        tree = self._tree
        top = tree.first_joined(head)
        over, deprel = tree.tokens[top].head, tree.tokens[top].deprel.split(":")[0]
        if over < 0 or over in tokens or (over > tokens[-1] and tree.subject(over) is None):
            return [], ""  # who does what a verb behind a phrase tells is not told before it
        if deprel == "appos":
            over = self._renamed(over, head, tokens)
            if self._sums_up(over, head):
                return [], ""
            return self._subjects.noun_phrase(over, PREDICATE), "are" if are(tree, over) else "is"
        if deprel in COMPLEMENTS and tree.is_clause(over):
            frame = self.core(over, deprel == "obj")
            if over < tokens[0] and not self._subjects.of(over):
                frame = self._from_its_sentence(tokens[0]) or frame
        elif deprel == "nmod" and tree.tokens[over].deprel != "root":
            frame = self._subjects.noun_phrase(over, ("nmod", *HEAVY))
        else:
            return [], ""
        frame = [t for t in frame if t not in tokens]
        between = self._between(frame, top, head, tokens) if frame else None
        return (frame + between, "") if between is not None else ([], "")

    def governed(self, head: int, tokens: list[int]) -> list[int]:
        """The clause in short over an infinitive or an indirect question, up to it; [] where a clause is neither or its
        governor does not stand near before it."""
        tree = self._tree
        top, first = tree.first_joined(head), tokens[0]
        over = tree.tokens[top].head
        if over < 0 or over in tokens or over > first:
            return []
        to = any(tree.lower[t] == "to" and tree.tokens[t].head == head for t in (first, first - 1))
        bare = top == head and tree.tokens[head].deprel == "xcomp" and tree.child(over, "obj") is not None
        joined = top != head and bool(shared(tree, head)) and self._subjects.done_by(top) is not None
        asked = self.is_asked(head, tokens)
        verbal = tree.tokens[over].upos in ("VERB", "ADJ")
        kept = withheld.kept_from(tree, head, first)
        held = self._holding(top)
        if kept is not None and tree.subject(head) is None:
            over = kept
        elif not asked and not (verbal and (to or bare or joined) and self._leans(top)) and held is None:
            return []
        below = set(tree.subtree(top))
        frame = [t for t in self.core(over) if t not in below and t < first]
        if held is not None:
            return [*frame, held] if frame and held < first else []
        last = max(frame, default=-1)
        gap = list(range(last + 1, first))
        near = last >= 0 and len(gap) <= GAP and not any(tree.tokens[t].upos in _APART for t in gap)
        if (near and top == head) or (kept is not None and len(gap) <= GAP):
            return frame + gap
        if joined:
            return frame + shared(tree, head)
        return frame if asked or is_controlled(tree, head) else []

    def _holding(self, head: int) -> int | None:
        """The word that ties a gerund to a passive verb over it that holds it of its subject, and without which it
        would be told as a deed ("accused of hiding", "convicted of taking", "barred from leaving"); else None."""
        tree = self._tree
        over = tree.tokens[head].head
        marks = (c for c in tree.children[head] if c < head and tree.tokens[c].deprel in ("mark", "case"))
        aside = tree.tokens[over].deprel == "acl" and not tree.lower[over].endswith("ing")
        passive = aside or tree.child(over, "aux:pass", "nsubj:pass") is not None or is_headline_passive(tree, over)
        if not passive or tree.tokens[head].deprel != "advcl" or tree.tokens[over].upos not in ("VERB", "ADJ"):
            return None
        return next((c for c in marks if tree.lower[c] in HOLDING), None)

    def _leans(self, head: int) -> bool:
        return self._tree.tokens[head].deprel == "advcl" or is_controlled(self._tree, head)

    def is_asked(self, head: int, tokens: list[int]) -> bool:
        """Whether a clause is an indirect question ("unclear when they will be mended"), and no relative clause or
        free relative that the parse hangs on a verb of saying."""
        tree = self._tree
        top, word = tree.first_joined(head), tree.lower[tokens[0]]
        over = tree.tokens[top].head
        if word not in ASKING or tree.tokens[top].deprel not in ASKED or over < 0:
            return False
        before = tokens[0] - 1
        if word not in ("whether", "how", "why") and before >= 0 and tree.tokens[before].upos in ("NOUN", "PUNCT"):
            return False
        verbs = (over, *governing(tree, over))
        none = any(tree.lower[c] in NEGATING for v in verbs for c in tree.children[v])
        held = none or any(tree.lower[v] in withheld.FAILING for v in verbs)
        if word in ("when", "where"):
            return held or tree.lower[over] not in cues().say
        return held or word not in ("what", "who")

    def core(self, head: int, without_object: bool = False) -> list[int]:
        """A clause in short: subject, verb with its auxiliaries, negation and what governs it, object."""
        tree = self._tree
        near = (t for c in tree.verb_group(head) for t in tree.subtree(c))
        own = tree.subject(head) is not None or tree.child(head, "expl") is None
        subject = self._subjects.of(head) if own else []  # "it is unclear"
        over = governing(tree, head)
        to = [c for c in tree.children[head] if tree.lower[c] == "to" and tree.tokens[c].deprel == "mark"]
        close = ("obl", "nmod", *HEAVY)
        said = self._subjects.noun_phrase(head, close) if tree.tokens[head].upos in NOMINAL else [head]
        told = tree.subject(head)
        said = [t for t in said if told is None or t not in tree.subtree(told)]
        controlled = not over and is_controlled(tree, head) and self._subjects.done_by(head) is not None
        if controlled and tree.is_clause(tree.tokens[head].head):
            subject, over = self.core(tree.tokens[head].head), []  # "asked the firm to supply"
        core = [*over, *to, *shared(tree, head), *near, *said]
        objects = [tree.child(head, "iobj"), None if without_object else tree.child(head, "obj")]
        for obj in objects:
            if obj is not None and tree.lower[obj] not in RELATIVE:
                core += self._subjects.noun_phrase(obj)
        return subject + sorted(set(core) - set(subject))

    def _sums_up(self, noun: int, head: int) -> bool:
        """Whether an apposition behind a person's name sums up the clause and names no one again ("spoke to Ivo Marn,
        a conversation that …")."""
        word = self._tree.lower[head]
        act = word in cues().nouns or word in SUMMING or (len(word) > 6 and word.endswith(SUMMING_ENDS))
        person = noun in self._people and self._tree.tokens[noun].deprel != "nsubj"
        return person and act and self._tree.tokens[head].upos == "NOUN"

    def _renamed(self, noun: int, head: int, tokens: list[int]) -> int:
        """The noun that an apposition names again: where it is of one thing and the noun of several, the one right
        before it ("lawmakers from the Harvest Union, the farmers' party")."""
        tree = self._tree
        before = tokens[0] - 2
        single = tree.lower[tokens[0]] in ("a", "an", "the") and not are(tree, head)
        if not are(tree, noun) or not single or before not in tree.subtree(noun):
            return noun
        while tree.tokens[before].deprel in ("flat", "compound"):
            before = tree.tokens[before].head
        single = tree.tokens[before].upos in ("NOUN", "PROPN") and not are(tree, before)
        return before if single else noun

    def _from_its_sentence(self, first: int) -> list[int]:
        """A sentence up to a token, where it is short: the verb's subject was not found."""
        tree = self._tree
        start = tree.sentence(tree.tokens[first].start).first
        return list(range(start, first)) if first - start <= LONGEST_SUBJECT else []

    def _between(self, frame: list[int], top: int, head: int, tokens: list[int]) -> list[int] | None:
        """What ties a phrase to its frame: all between the two where that is short, else its preposition; of a joined
        phrase the preposition and the negation of the first. None where the frame may not be its own."""
        tree = self._tree
        first = tokens[0]
        last = max((t for t in frame if t < first), default=-1)
        gap = list(range(last + 1, first)) if last >= 0 else []
        if top != head:
            if tree.tokens[top].deprel.startswith("obl") and tree.tokens[tree.tokens[top].head].deprel == "acl":
                return None  # of a list whose first part is told more of, the others may be parts themselves
            tied = any(tree.tokens[c].deprel == "case" for c in tree.children[head])
            kept = [c for c in tree.children[top] if tree.tokens[c].deprel == "case" or tree.lower[c] in NEGATING]
            if tied or tree.tokens[head].upos == "NUM":
                return []
            return [t for c in kept if c < top for t in tree.subtree(c) if t not in frame]
        told = any(tree.tokens[t].upos in _APART for t in gap)
        if gap and len(gap) <= GAP and not told:
            return gap
        ties = first
        while ties - 1 > last and tree.tokens[ties - 1].deprel in TIES:
            ties -= 1
        return list(range(ties, first))
